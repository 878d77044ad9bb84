"""Collect what a page says of itself: title, dates, outlet, author, address.

Values are kept as written, with their place; nothing is parsed here but counts of seconds. A value found in the reader's
text (a stamp under the title) is for `cleaning` to weigh against these.
"""

import re
from datetime import datetime, timedelta, timezone
from html import unescape

from briefing.cleaning.html_tree import Tree
from briefing.cleaning.linear import Hint

_ATTR = re.compile(r"([a-zA-Z:_-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_NAMES = {
    "og:title": "title", "articletitle": "title", "twitter:title": "title",
    "pubdate": "published", "og:release_date": "published", "article:published_time": "published",
    "publishdate": "published", "datepublished": "published", "publish_time": "published",
    "weibo:article:create_at": "published", "date": "published", "og:pubdate": "published",
    "article:modified_time": "updated", "og:updated_time": "updated",
    "contentsource": "outlet", "source": "outlet", "og:article:source": "outlet",
    "sitename": "site", "og:site_name": "site", "application-name": "site",
    "author": "author", "og:article:author": "author", "article:author": "author",
    "og:url": "url", "url": "url", "editor": "editor",
}  # fmt: skip
_JSON_LD = re.compile(
    r"\"(headline|datePublished|dateModified)\"\s*:\s*\"((?:[^\"\\\n]|\\.){1,300})\""
)
_JSON_NAMES = {"headline": "title", "datePublished": "published", "dateModified": "updated"}
_WECHAT = re.compile(
    r"\b(?:var\s+)?(ct|publish_time|createTime|msg_title|nickname)\s*=\s*[\"']([^\"'\n]{1,200})[\"']"
)
_WECHAT_NAMES = {
    "ct": "published", "publish_time": "published", "createTime": "published",
    "msg_title": "title", "nickname": "outlet",
}  # fmt: skip
_DATA = re.compile(
    r"[\"'](?:(publish(?:ed)?_?(?:at|on|time|date)?|pub_?(?:time|date)|release_?(?:time|date)|datePublished|show_?time)"
    r"|(source|source_?name|media_?name|outlet|origin)|(headline|title))[\"']\s{0,5}:\s{0,5}"
    r"[\"']?((?<=[\"'])[^\"'\n]{2,200}|\d{10}(?:\d{3})?)",
    re.I,
)
_DATA_NAMES = {1: "published", 2: "outlet", 3: "title"}
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_CHINA = timezone(timedelta(hours=8))


def hints(html: str, tree: Tree) -> list[Hint]:
    """Return the hints of a page, the most trusted of each name first."""
    found: list[Hint] = []
    for tag, start, end in tree.metas:
        found += _meta(html, tag, start, end)
    for attrs, start, end in tree.scripts:
        if "ld+json" in attrs:
            for match in _JSON_LD.finditer(html, start, min(end, start + 200_000)):
                found.append(_hint(_JSON_NAMES[match[1]], match[2], "json-ld", match.span(2)))
        elif end - start < 200_000 and _is_wechat(html[start:end]):
            for match in _WECHAT.finditer(html, start, end):
                found.append(_hint(_WECHAT_NAMES[match[1]], match[2], "script", match.span(2)))
    if tree.title:
        start, end = tree.title
        found.append(_hint("title", html[start:end], "title", tree.title))
    return [hint for hint in found if hint.value]


def _is_wechat(script: str) -> bool:
    return "msg_title" in script or "publish_time" in script or "var ct" in script


def data_hints(html: str, start: int, end: int, body: int) -> list[Hint]:
    """Return what the data around an embedded body says of it; the nearest of each name first.

    `start` and `end` bound the script, `body` is where the body stands in it.
    """
    found = []
    for match in _DATA.finditer(html, max(start, body - 20_000), min(end, body + 200_000)):
        group = next(number for number in _DATA_NAMES if match[number])
        value = _unescaped(match[4])
        hint = _hint(_DATA_NAMES[group], value, "script", match.span(4))
        found.append((abs(match.start() - body), hint))
    return [hint for _, hint in sorted(found, key=lambda item: item[0])]


def _unescaped(value: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), value)


def _hint(name: str, value: str, basis: str, span: tuple[int, int]) -> Hint:
    """Return a hint; a count of seconds since 1970 is written as the day and time in China."""
    if name == "published" and _EPOCH.fullmatch(value):
        moment = datetime.fromtimestamp(int(value[:10]), _CHINA)
        return Hint(name, f"{moment:%Y-%m-%d %H:%M}", basis)
    return Hint(name, " ".join(unescape(value).split())[:500], basis, *span)


def _meta(html: str, tag: str, start: int, end: int) -> list[Hint]:
    """Read one meta or link element, whose attributes are html[start:end]."""
    values: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in _ATTR.finditer(html, start, min(end, start + 4000)):
        group = match.lastindex or 2
        values[match[1].lower()] = (match[group], match.span(group))
    if tag == "link":
        if values.get("rel", ("",))[0].lower() == "canonical" and "href" in values:
            return [_hint("url", *_with(values["href"], "canonical"))]
        return []
    key = (values.get("name") or values.get("property") or values.get("itemprop") or ("", ()))[0]
    name = _NAMES.get(key.lower())
    if name and "content" in values:
        return [_hint(name, *_with(values["content"], "og" if ":" in key else "meta"))]
    return []


def _with(value: tuple[str, tuple[int, int]], basis: str) -> tuple[str, str, tuple[int, int]]:
    return value[0], basis, value[1]
