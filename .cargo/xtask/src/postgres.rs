//! A throwaway PostgreSQL: its own folder, a free port of the loopback interface, nothing kept.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::step::{Failure, execute_quietly};
use crate::tools;

/// Who runs PostgreSQL when this runs as root, which PostgreSQL refuses to do.
const UNPRIVILEGED: &str = "postgres";

/// A running cluster.
pub(crate) struct Cluster {
    folder: PathBuf,
    port: u16,
    server: Child,
    programs: PathBuf,
    as_other: bool,
}

impl Cluster {
    /// Makes a cluster and starts it.
    pub(crate) fn start() -> Result<Self, Failure> {
        let programs = tools::postgresql()?;
        let as_other = tools::is_root()?;
        let folder = new_folder(as_other)?;
        let data = folder.join("data");
        execute_quietly(
            program(&programs, "initdb", as_other)
                .args([
                    "--username=tenon",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--no-locale",
                ])
                .args(["--no-sync", "--pgdata"])
                .arg(&data),
        )?;
        let port = free_port()?;
        let server = serve(&programs, as_other, &data, port)?;
        let mut cluster = Self {
            folder,
            port,
            server,
            programs,
            as_other,
        };
        match cluster.wait() {
            Ok(()) => Ok(cluster),
            Err(failure) => cluster.stop().and(Err(failure)),
        }
    }

    /// The address for clients.
    pub(crate) fn url(&self) -> String {
        format!("postgres://tenon@127.0.0.1:{}/postgres", self.port)
    }

    /// Stops the server, by the id of its own process, and takes its folder away.
    pub(crate) fn stop(mut self) -> Result<(), Failure> {
        execute_quietly(
            program(&self.programs, "pg_ctl", self.as_other)
                .args(["stop", "--mode=immediate", "--silent", "--pgdata"])
                .arg(self.folder.join("data")),
        )?;
        self.server
            .wait()
            .map_err(Failure::during("wait for PostgreSQL to end"))?;
        fs::remove_dir_all(&self.folder).map_err(Failure::during("remove PostgreSQL's folder"))
    }

    fn wait(&mut self) -> Result<(), Failure> {
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.server.try_wait() {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(Failure::new(format!(
                    "PostgreSQL ended at once ({status}):\n{log}"
                )));
            }
            sleep(Duration::from_millis(100));
        }
        Err(Failure::new("PostgreSQL did not answer within 30 seconds."))
    }
}

fn serve(programs: &Path, as_other: bool, data: &Path, port: u16) -> Result<Child, Failure> {
    let log = fs::File::create(data.with_file_name("log"))
        .map_err(Failure::during("make PostgreSQL's log"))?;
    program(programs, "postgres", as_other)
        .arg("-D")
        .arg(data)
        .args(["-p", &port.to_string()])
        .args([
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
        ])
        .args([
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
        ])
        .args(["-c", "max_connections=200"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .map_err(Failure::during("start PostgreSQL"))
}

fn program(programs: &Path, name: &str, as_other: bool) -> Command {
    let program = programs.join(name);
    let mut command = if as_other {
        let mut command = Command::new("runuser");
        command.args(["-u", UNPRIVILEGED, "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    // The folder that this was called in may be closed to the other user.
    command.current_dir("/");
    command
}

fn new_folder(as_other: bool) -> Result<PathBuf, Failure> {
    let folder =
        execute_quietly(Command::new("mktemp").args(["-d", "-t", "tenon-postgres-XXXXXX"]))?;
    let folder = PathBuf::from(folder.trim());
    if as_other {
        execute_quietly(Command::new("chown").arg(UNPRIVILEGED).arg(&folder))?;
    }
    Ok(folder)
}

/// A port of the loopback interface that nobody listens at.
pub(crate) fn free_port() -> Result<u16, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    listener
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Failure::during("find a free port"))
}
