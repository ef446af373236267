//! httpbin, which tells what arrived at it: in a Python environment of its own under the target folder, on a free port of
//! the loopback interface.

use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::postgres::free_port;
use crate::project::Project;
use crate::step::{Failure, execute_quietly, step};
use crate::tools;

/// The packages, which bring what they need.
const PACKAGES: [&str; 2] = ["httpbin==0.10.2", "gunicorn==23.0.0"];

/// A running httpbin.
pub(crate) struct Httpbin {
    server: Child,
    port: u16,
}

impl Httpbin {
    /// Installs httpbin when it is missing, and starts it.
    pub(crate) fn start(project: &Project) -> Result<Self, Failure> {
        let python = installed(project)?;
        let port = free_port()?;
        let server = Command::new(python)
            .args(["-m", "gunicorn", "--bind"])
            .arg(format!("127.0.0.1:{port}"))
            .args([
                "--worker-class=gthread",
                "--threads=8",
                "--log-level=critical",
            ])
            .arg("httpbin:app")
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(Failure::during("start httpbin"))?;
        let mut httpbin = Self { server, port };
        match httpbin.wait() {
            Ok(()) => Ok(httpbin),
            Err(failure) => httpbin.stop().and(Err(failure)),
        }
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Stops the server, by the id of its own process; its workers end with it.
    pub(crate) fn stop(mut self) -> Result<(), Failure> {
        if let Ok(None) = self.server.try_wait() {
            execute_quietly(Command::new("kill").arg(self.server.id().to_string()))?;
        }
        self.server
            .wait()
            .map(drop)
            .map_err(Failure::during("wait for httpbin to end"))
    }

    fn wait(&mut self) -> Result<(), Failure> {
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.server.try_wait() {
                return Err(Failure::new(format!("httpbin ended at once ({status}).")));
            }
            sleep(Duration::from_millis(100));
        }
        Err(Failure::new("httpbin did not answer within 60 seconds."))
    }
}

/// The Python that knows httpbin.
fn installed(project: &Project) -> Result<PathBuf, Failure> {
    let name = PACKAGES.join("-").replace("==", "-");
    let folder = project.target("tools").join(name);
    let (python, whole) = (folder.join("bin/python"), folder.join("whole"));
    // One that was broken off while it was made is made anew.
    if whole.is_file() {
        return Ok(python);
    }
    step("install httpbin from PyPI", || {
        environment(&folder)?;
        let mut pip = Command::new(&python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]);
        execute_quietly(pip.args(PACKAGES))?;
        std::fs::write(&whole, "").map_err(Failure::during("note that httpbin is there"))
    })?;
    Ok(python)
}

fn environment(folder: &Path) -> Result<(), Failure> {
    let make = || {
        let mut python = Command::new("python3");
        execute_quietly(python.args(["-m", "venv", "--clear"]).arg(folder))
    };
    if make().is_err() {
        // Debian leaves out of Python what makes environments.
        tools::python_environments()?;
        make()?;
    }
    Ok(())
}
