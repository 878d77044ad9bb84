"""Fetch pages and the items of feeds into an inbox folder, politely and safely.

In:  addresses of pages, RSS or Atom feeds. Out: for each page a file with the bytes as sent, a
     sidecar with its address (see `articles`), and a `Fetched`; a `Skip` for what was not fetched.

Robots rules hold, one host is asked at most once a second (or as slowly as it wishes), and a page
that has not changed is not sent again. `fetch_guard` says what may be reached at all.
"""

import hashlib
import io
import json
import re
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefing.errors import InputError
from briefing.fetch_guard import Answer, Guard, Refused
from briefing.records import Skip

SIDECAR = ".meta.toml"
_SUFFIX = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_FEED = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.-]+)")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_MAX_ITEMS = 100
_MAX_DELAY_S = 30.0


@dataclass(frozen=True)
class Fetched:
    """A page in the inbox. `state`: new, changed or unchanged since it was fetched last."""

    url: str
    path: Path
    state: str


@dataclass(frozen=True)
class Item:
    """An entry of a feed: `dated` is the date as the feed writes it, never as a library reads it."""

    url: str
    title: str = ""
    dated: str = ""


@dataclass
class _Hosts:
    """What is known of each host during one run: its robots rules and when it was last asked."""

    guard: Guard
    delay_s: float
    sleep: Callable[[float], None]
    clock: Callable[[], float]
    rules: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        """Download `url` if the host's robots rules allow it, after the wait it is owed."""
        host = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if host not in self.rules:
            self.guard.checked(url)
            self.rules[host] = self._robots(host)
        rules = self.rules[host]
        if rules is None:
            raise Refused("the site's robots.txt cannot be read now")
        if not rules.can_fetch(url, self.guard.agent):
            raise Refused("the site's robots.txt asks not to fetch it")
        self._wait(
            host, max(self.delay_s, min(rules.crawl_delay(self.guard.agent) or 0, _MAX_DELAY_S))
        )
        return self.guard.get(url, headers)

    def _wait(self, host: str, delay_s: float) -> None:
        last = self.asked.get(host)
        if last is not None and (left := last + delay_s - self.clock()) > 0:
            self.sleep(left)
        self.asked[host] = self.clock()

    def _robots(self, host: str) -> Any:
        """Return the rules of a host; None when it is in trouble (RFC 9309: then all is forbidden).

        A byte order mark before the first line would void every rule, so it is cut off.
        """
        from protego import Protego

        try:
            answer = self.guard.get(f"{host}/robots.txt")
        except Refused:
            return None
        if answer.status >= 500:
            return None
        text = answer.data[:500_000].decode("utf-8-sig", "replace") if answer.status < 300 else ""
        return Protego.parse(text.lstrip("\ufeff"))


def fetch(
    addresses: Iterable[str],
    inbox: Path,
    *,
    guard: Guard | None = None,
    delay_s: float = 1.0,
    max_items: int = _MAX_ITEMS,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Iterator[Fetched | Skip]:
    """Fetch each address into `inbox`; a feed is replaced by its items, the first `max_items`.

    Files are named by host and address, so that a second run finds them. Raises `InputError` when
    the inbox cannot be written.
    """
    hosts = _Hosts(guard or Guard(), delay_s, sleep, clock)
    done: set[str] = set()
    for address in addresses:
        queue = [Item(address)]
        is_first = True
        while queue:
            item = queue.pop(0)
            if item.url in done:
                continue
            done.add(item.url)
            try:
                result = _page(item, inbox, hosts, now)
            except Refused as error:
                yield Skip(source=item.url, stage="read", reason=error.problem)
                continue
            if isinstance(result, list) and is_first:
                queue = result[:max_items]
                if not queue:
                    yield Skip(source=item.url, stage="read", reason="the feed has no items")
            elif isinstance(result, list):
                yield Skip(source=item.url, stage="read", reason="a feed inside a feed")
            else:
                yield result
            is_first = False


def _page(
    item: Item, inbox: Path, hosts: _Hosts, now: Callable[[], datetime]
) -> Fetched | list[Item]:
    """Fetch one address: a page goes into the inbox, a feed gives its items."""
    folder = inbox / (urlsplit(item.url).hostname or "unknown")
    stem = hashlib.sha256(item.url.encode()).hexdigest()[:16]
    known = next(iter(sorted(folder.glob(f"{stem}.*{SIDECAR}"))), None)
    told = _told(known) if known else {}
    asked = {"If-None-Match": told.get("etag"), "If-Modified-Since": told.get("last_modified")}
    answer = hosts.get(item.url, {name: value for name, value in asked.items() if value})
    if known and answer.status == 304:
        return Fetched(item.url, known.with_name(known.name.removesuffix(SIDECAR)), "unchanged")
    if answer.status != 200:
        raise Refused(f"the server answered {answer.status}")
    if not answer.data.strip():
        raise Refused("empty")
    if _FEED.match(answer.data.lstrip(b"\xef\xbb\xbf")):
        return items(answer.data, answer.url)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    suffix = _SUFFIX.get(kind) or _guessed(answer)
    if suffix is None:
        raise Refused(f"not a page: {kind}")
    path = folder / f"{stem}{suffix}"
    state = "new"
    try:
        if path.is_file():
            state = "unchanged" if path.read_bytes() == answer.data else "changed"
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, answer.data)
        _write(path.with_name(path.name + SIDECAR), _sidecar(item, answer, now()).encode())
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    return Fetched(item.url, path, state)


def _guessed(answer: Answer) -> str | None:
    """Return the suffix of a page whose type the server does not tell."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("", "application/octet-stream", "text/xml", "application/xml"):
        return None
    if answer.data.startswith(b"%PDF-"):
        return ".pdf"
    suffix = Path(urlsplit(answer.url).path).suffix.lower()
    return suffix if suffix in (".docx", ".txt", ".md", ".mhtml") else ".html"


def _told(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


def _sidecar(item: Item, answer: Answer, now: datetime) -> str:
    """Return the sidecar of a page; the clock only says when it was fetched."""
    values = {
        "url": item.url,
        "final_url": answer.url if answer.url != item.url else None,
        "media": answer.headers.get("content-type"),
        "etag": answer.headers.get("etag"),
        "last_modified": answer.headers.get("last-modified"),
        "feed_title": item.title or None,
        "feed_date": item.dated or None,
        "sha256": hashlib.sha256(answer.data).hexdigest(),
    }
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for name, value in values.items()
        if value
    ]
    lines.append(f"fetched_at = {now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    if day := day_of(item.dated):
        lines.append(f"published = {day.isoformat()}")
    return "\n".join(lines) + "\n"


def day_of(text: str) -> date | None:
    """Return the day a feed's date names, None where its form is not certain.

    Read are 2023-04-07…, 2023/4/7…, 2023年4月7日 and the mail form; the day is the one written, in the
    zone written.
    """
    if match := _DAY.search(text):
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, ValueError, IndexError):
        return None


def items(data: bytes, base: str) -> list[Item]:
    """Return the items of a feed. Raises `Refused` for a feed that declares entities.

    The feed is decoded here, for parsers believe a wrong declaration and give mojibake.
    """
    import feedparser

    text = _XML.sub("", _decoded(data), count=1)
    if "<!ENTITY" in text:
        raise Refused("a feed that declares entities is not read")
    parsed = feedparser.parse(
        io.BytesIO(text.encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    found = []
    for entry in parsed.entries:
        if link := entry.get("link"):
            dated = entry.get("published") or entry.get("updated") or ""
            title = " ".join(unescape(re.sub(r"<[^<>]*>", "", entry.get("title", ""))).split())
            found.append(Item(urljoin(base, link), title, dated))
    return found


def _decoded(data: bytes) -> str:
    """Decode a feed by its declaration if that holds, else as UTF-8, else as GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    declared = _ENCODING.match(data)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    wide = {"gb2312": "gb18030", "gbk": "gb18030"}
    for encoding in (wide.get(name, name), "utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    # Cut off or damaged: the family whose decoding loses fewer characters.
    tries = [data.decode(encoding, "replace") for encoding in ("utf-8-sig", "gb18030")]
    return min(tries, key=lambda text: text.count("\ufffd"))
