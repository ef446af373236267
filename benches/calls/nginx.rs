//! nginx, twice over: as the service that is called, and as the proxy that Tenon is held against.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::load::Target;

/// What the service answers.
const ANSWER: &str = r#"{"woods":[{"name":"oak","density":0.75},{"name":"ash","density":0.68},{"name":"elm","density":0.56}],"next":null}"#;

/// A service and a proxy in front of it, each an nginx of its own.
pub(crate) struct Nginx {
    ports: [u16; 2],
    servers: Vec<Child>,
    _folder: TempDir,
}

impl Nginx {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ports = [free_port(), free_port()];
        let service = format!(
            "server {{ listen 127.0.0.1:{}; default_type application/json; location / {{ return 200 '{ANSWER}'; }} }}",
            ports[0]
        );
        let proxy = format!(
            "upstream service {{ server 127.0.0.1:{}; keepalive 256; }} \
             server {{ listen 127.0.0.1:{}; location / {{ proxy_pass http://service; proxy_http_version 1.1; \
             proxy_set_header Connection ''; proxy_set_header X-Workshop bench; }} }}",
            ports[0], ports[1]
        );
        let mut servers = Vec::new();
        for (name, server) in [("service", service), ("proxy", proxy)] {
            let root = folder.path().join(name);
            std::fs::create_dir(&root).unwrap();
            let place = root.display();
            let configuration = format!(
                "daemon off; worker_processes auto; pid {place}/pid; error_log {place}/log crit;\n\
                 events {{ worker_connections 2048; }}\n\
                 http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {place}/a; \
                 proxy_temp_path {place}/b; fastcgi_temp_path {place}/c; uwsgi_temp_path {place}/d; \
                 scgi_temp_path {place}/e; {server} }}\n"
            );
            let file = root.join("nginx.conf");
            std::fs::write(&file, configuration).unwrap();
            let child = Command::new("nginx")
                .arg("-p")
                .arg(&root)
                .arg("-e")
                .arg(root.join("log"))
                .arg("-c")
                .arg(&file)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .spawn();
            servers.push(child.unwrap());
        }
        for port in ports {
            answers(port).await;
        }
        Self {
            ports,
            servers,
            _folder: folder,
        }
    }

    pub(crate) fn service_port(&self) -> u16 {
        self.ports[0]
    }

    /// The service itself.
    pub(crate) fn service(&self) -> Target {
        target(self.ports[0])
    }

    /// The service behind nginx.
    pub(crate) fn proxy(&self) -> Target {
        target(self.ports[1])
    }
}

impl Drop for Nginx {
    /// Ends the servers, also where the measurement broke off.
    fn drop(&mut self) {
        for server in &mut self.servers {
            // Asked to end, each takes its workers with it, which a kill would leave behind.
            let asked = Command::new("kill").arg(server.id().to_string()).status();
            if asked.is_ok() {
                let _ = server.wait();
            }
        }
    }
}

fn target(port: u16) -> Target {
    let request = format!(
        "GET /v1/woods?kind=hard HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Key: a-key\r\n\r\n"
    );
    Target {
        port,
        request: request.into_bytes(),
        expected: "oak",
    }
}

/// Waits until something listens at a port, ten seconds at most.
pub(crate) async fn answers(port: u16) {
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nothing listens at port {port}");
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
