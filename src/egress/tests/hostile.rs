//! Hostile addresses and spellings, by every way on which something can leave: sent, opened, and redirected to.
//!
//! A name is answered with an address that no rule opens, and a trap listens where most of them lead. What counts is
//! that nothing is connected to: no packet leaves the machine, and none reaches the trap.

use tokio::net::TcpListener;

use super::*;

/// What must never be called, `{port}` being where the trap listens.
const HOSTILE: [&str; 84] = [
    // Loopback, in all the ways in which IPv4 is written.
    "http://127.0.0.1:{port}/",
    "http://127.0.0.2:{port}/",
    "http://127.255.255.254:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0x7F.0x0.0x0.0x1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://0177.0.0.01:{port}/",
    "http://017700000001:{port}/",
    "http://127.0x0.00.1:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://0x7f.1:{port}/",
    "http://127.000.000.001:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://127%2e0%2e0%2e1:{port}/",
    "http://１２７.0.0.1:{port}/",
    "http://127。0。0。1:{port}/",
    "http://127．0．0．1:{port}/",
    "http://①②⑦.0.0.1:{port}/",
    "http:127.0.0.1:{port}/",
    "http:/127.0.0.1:{port}/",
    "http:\\\\127.0.0.1:{port}\\",
    "http:///127.0.0.1:{port}/",
    " http://127.0.0.1:{port}/ ",
    "ht\ttp://127.0.\n0.1:{port}/",
    "HTTP://127.0.0.1:{port}/",
    // This machine without a number of its own.
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://0x0:{port}/",
    "http://00000000:{port}/",
    "http://0.1.2.3:{port}/",
    // IPv6, and IPv4 inside of it.
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[0:0:0:0:0:ffff:7f00:0001]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[::7f00:1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[64:ff9b:1::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2002:a9fe:a9fe::1]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]:{port}/",
    "http://[fe80::1%25lo]:{port}/",
    "http://[fe80::1%lo]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://[fc00::1]/",
    "http://[fd00::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[100::1]/",
    "http://[2001:db8::1]/",
    // Metadata services of clouds.
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
    "http://[::ffff:169.254.169.254]/",
    "http://[fd00:ec2::254]/",
    "http://168.63.129.16/",
    "http://100.100.100.200/",
    // Networks that are not public.
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://169.254.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    // Names that lead inside, and tricks with user names.
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://127.0.0.1.nip.example:{port}/",
    "http://xn--lcalhost-54a.example:{port}/",
    "http://public.example@127.0.0.1:{port}/",
    "http://public.example:80@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@public.example/",
];

/// What a way out says of a URL; none for one that is no URL at all.
fn parsed(url: &str) -> Option<Url> {
    Url::parse(url).ok()
}

fn asked(url: Url) -> OutgoingRequest {
    OutgoingRequest {
        url,
        ..request("http://unused.example/")
    }
}

/// A listener on loopback that nothing may connect to, on IPv4; its port.
async fn trap() -> (TcpListener, u16) {
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

async fn assert_untouched(trap: TcpListener) {
    let visit = tokio::time::timeout(Duration::from_millis(50), trap.accept()).await;
    assert!(visit.is_err(), "something was connected to: {visit:?}");
}

fn assert_refused<T>(url: &str, way: &str, answer: Result<T, EgressError>) {
    let is_refusal = matches!(
        answer,
        Err(EgressError::Refused { .. } | EgressError::UserInfo | EgressError::Redirect)
    );
    assert!(is_refusal, "{way} {url}: {:?}", answer.err());
}

#[tokio::test]
async fn hostile_addresses_are_refused_by_every_way_out() {
    let (trap, port) = trap().await;
    let inside = || egress("", Answers::new(&[&["127.0.0.1"]]));
    let mut urls = 0;
    for hostile in HOSTILE {
        let written = hostile.replace("{port}", &port.to_string());
        let Some(url) = parsed(&written) else {
            continue;
        };
        urls += 1;
        assert_refused(&written, "send", inside().send(asked(url.clone())).await);
        assert_refused(&written, "open", inside().open(asked(url)).await);
    }
    assert!(urls >= 60, "only {urls} are URLs at all");
    assert_untouched(trap).await;
}

#[tokio::test]
async fn hostile_addresses_are_refused_where_a_redirect_leads_to_them() {
    let (trap, port) = trap().await;
    let start = serve(redirecting()).await;
    for hostile in HOSTILE {
        let written = hostile.replace("{port}", &port.to_string());
        let Some(url) = parsed(&written) else {
            continue;
        };
        // The start is open by its name; what it redirects to is not.
        let directory = Answers::new(&[&["127.0.0.1"]]);
        let out = egress("start.example", directory);
        let to = url.as_str().replace('#', "%23").replace(' ', "%20");
        let first = format!("http://start.example:{start}/to?302|{to}");
        assert_refused(&written, "redirect", out.send(request(&first)).await);
    }
    assert_untouched(trap).await;
}

#[tokio::test]
async fn a_name_that_changes_its_answer_is_held_to_what_was_checked() {
    let (trap, port) = trap().await;
    // Public when it is asked, inside when it is asked again: it is asked once for each connection.
    for lists in [
        &[&["10.0.0.1"][..], &["127.0.0.1"]][..],
        &[&["169.254.169.254"], &["127.0.0.1"]],
    ] {
        let directory = Answers::new(lists);
        let out = egress("", Arc::clone(&directory));
        let url = format!("http://rebinding.example:{port}/");
        assert_refused(&url, "send", out.send(request(&url)).await);
        assert_eq!(directory.asked.load(Ordering::SeqCst), 1);
    }
    assert_untouched(trap).await;
}
