"""Fetching: the open network and nothing else, politely, with the bytes as sent."""

import gzip
import ipaddress
import threading
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefing import fetch
from briefing.fetch_guard import Guard, Refused, public
from briefing.records import Skip

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
PAGE = "<html><body><p>正文</p></body></html>".encode("gb18030")


class Site:
    """A web server on loopback that answers from a table and remembers what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                status, headers, body = site.answers.get(self.path, (404, {}, b"no"))
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def page(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> str:
        self.answers[path] = (status, {"Content-Type": "text/html"} | headers, body)
        return f"http://news.test:{self.port}{path}"

    def guard(self, **more: object) -> Guard:
        """A guard that may reach this server: the rule is injected, the default stays as it is."""
        rules = {
            "allow": lambda address: str(address) == "127.0.0.1",
            "resolve": lambda host, port: ["127.0.0.1"],
            "ports": frozenset({self.port}),
        }
        return Guard(**(rules | more))  # type: ignore[arg-type]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def run(site: Site, inbox: Path, *urls: str, **guard: object):
    waits: list[float] = []
    found = list(
        fetch.fetch(
            urls,
            inbox,
            guard=site.guard(**guard),
            sleep=waits.append,
            clock=lambda: 0.0,
            now=lambda: NOW,
        )
    )
    return found, waits


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "169.254.169.254", "192.0.0.8", "224.0.0.1", "0.0.0.0", "100.64.0.1",
        "255.255.255.255", "192.168.1.1", "240.0.0.1", "::1", "::", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b:1::1", "2002:7f00:1::", "::127.0.0.1", "fec0::1", "fe80::1", "fe80::1%eth0", "ff02::1",
        "fc00::1", "2001::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_off_the_open_network_are_refused(address):
    assert not public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_open_network_pass(address):
    assert public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://127。0。0。1/",
        "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://localhost/", "file:///etc/passwd",
        "ftp://example.com/", "http://example.com:22/", "http://user:pass@example.com/", "http:///x", "http://[::1",
    ],
)  # fmt: skip
def test_the_default_guard_refuses_before_a_byte_is_sent(url, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("connected"))
    with pytest.raises(Refused):
        Guard().get(url)


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    guard = Guard(resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refused, match="not on the open network"):
        guard.get("http://rebinding.test/")


def test_a_name_is_resolved_once_and_the_checked_address_is_used(site):
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    url = site.page("/a")
    assert site.guard(resolve=lambda host, port: next(answers)).get(url).data == PAGE
    assert site.asked[0][1]["Host"] == f"news.test:{site.port}"


def test_a_redirect_to_a_private_address_is_refused(site):
    url = site.page("/go", b"", 302, Location="http://169.254.169.254/latest/meta-data")
    guard = site.guard(
        resolve=lambda host, port: ["127.0.0.1" if host == "news.test" else host],
        ports=frozenset({site.port, 80}),
    )
    with pytest.raises(Refused, match="not on the open network"):
        guard.get(url)
    assert len(site.asked) == 1


def test_redirects_end(site):
    url = site.page("/loop", b"", 302, Location="/loop")
    with pytest.raises(Refused, match="more than 5 redirects"):
        site.guard().get(url)
    assert len(site.asked) == 6


def test_a_gzip_bomb_is_stopped_at_the_cap(site):
    url = site.page("/bomb", gzip.compress(b"\0" * 30_000_000), **{"Content-Encoding": "gzip"})
    with pytest.raises(Refused, match="larger than 1,000,000 bytes"):
        site.guard(max_bytes=1_000_000).get(url)


def test_packed_and_plain_pages_come_out_alike(site):
    url = site.page("/z", gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
    assert site.guard().get(url).data == PAGE
    with pytest.raises(Refused, match="larger than 10 bytes"):
        site.guard(max_packed=10).get(site.page("/p"))


def test_robots_rules_hold_even_behind_a_byte_order_mark(site, tmp_path):
    site.page("/robots.txt", "\ufeffUser-agent: *\nDisallow: /*.pdf$\nCrawl-delay: 2.5\n".encode())
    found, waits = run(
        site, tmp_path, site.page("/a.html"), site.page("/b.html"), site.page("/c.pdf")
    )
    assert [type(item).__name__ for item in found] == ["Fetched", "Fetched", "Skip"]
    assert waits == [2.5]
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a.html", "/b.html"]


def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone(site, tmp_path):
    site.page("/robots.txt", b"", 503)
    [skip], _ = run(site, tmp_path, site.page("/a"))
    assert isinstance(skip, Skip)
    assert "robots.txt cannot be read" in skip.reason


def test_the_bytes_are_kept_as_sent_with_a_sidecar(site, tmp_path):
    [got], _ = run(site, tmp_path, site.page("/a", ETag='"1"', **{"Last-Modified": "x"}))
    assert (got.path.read_bytes(), got.state, got.path.suffix) == (PAGE, "new", ".html")
    told = tomllib.loads(Path(f"{got.path}.meta.toml").read_text())
    assert (told["url"], told["etag"], told["fetched_at"]) == (got.url, '"1"', NOW)
    assert "published" not in told


def test_an_unchanged_page_is_not_sent_again(site, tmp_path):
    url = site.page("/a", ETag='"1"')
    run(site, tmp_path, url)
    [again], _ = run(site, tmp_path, url)
    assert again.state == "unchanged"
    site.page("/a", PAGE + b" ", ETag='"2"')
    [changed], _ = run(site, tmp_path, url)
    assert changed.state == "changed"


def test_a_failure_is_a_skip_and_the_rest_is_fetched(site, tmp_path):
    urls = [
        site.page("/gone", b"no", 404),
        site.page("/v", b"x", **{"Content-Type": "video/mp4"}),
        site.page("/a"),
    ]
    found, _ = run(site, tmp_path, *urls)
    assert [getattr(item, "reason", item and item.__class__.__name__) for item in found] == [
        "the server answered 404", "not a page: video/mp4", "Fetched",
    ]  # fmt: skip


def feed(declared: str, encoding: str, dated: str = "2023年4月7日", head: str = "") -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>{head}<rss version="2.0"><channel><title>t</title>'
        f"<item><title>朱镕基 李喆</title><link>/a</link><pubDate>{dated}</pubDate></item></channel></rss>"
    )
    return text.encode(encoding)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("utf-8", "gb18030"), ("x", "utf-8")],
)
def test_a_feed_is_decoded_whatever_it_declares(declared, encoding):
    [item] = fetch.items(feed(declared, encoding), "http://news.test/feed")
    assert item == fetch.Item("http://news.test/a", "朱镕基 李喆", "2023年4月7日")


def test_the_items_of_a_feed_go_into_the_inbox_with_their_day(site, tmp_path):
    site.page("/a")
    [got], _ = run(site, tmp_path, site.page("/feed", feed("utf-8", "utf-8")))
    assert tomllib.loads(Path(f"{got.path}.meta.toml").read_text())["published"] == date(2023, 4, 7)


def test_a_feed_with_entities_is_refused():
    with pytest.raises(Refused, match="entities"):
        fetch.items(
            feed("utf-8", "utf-8", head='<!DOCTYPE r [<!ENTITY a "aaaa">]>'), "http://news.test/"
        )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023年4月7日", date(2023, 4, 7)), ("2023/4/7 16:20", date(2023, 4, 7)), ("2023-04-07T23:30:00+08:00", date(2023, 4, 7)),
        ("Fri, 07 Apr 2023 00:10:00 +0800", date(2023, 4, 7)), ("2023年13月7日", None), ("4月7日", None), ("", None),
        ("昨天", None), ("20230407", None),
    ],
)  # fmt: skip
def test_a_day_is_read_only_where_its_form_is_certain(text, day):
    assert fetch.day_of(text) == day
