"""How well a line fits as the title of a text, and a title without what sites put around it.

In:  a line, folded or as written; the folded text.
Out: the share of its letter pairs that the text has; the title alone.
"""

import operator
import re

from briefing.cleaning.folding import fold, latin

_WORD = re.compile(r"[a-z]{3,}")
_SITE_TAIL = re.compile(
    r"\s*[-_|—–>·]+(?!\s*\d)\s*[^-_|]{0,24}(?:网|站|政府|新闻|门户|频道|头条|在线|日报|晚报|(?<![通汇简快公预])报|平台|客户端|中心|要闻|动态|资讯|[Nn]ews|\.(?:com|cn|gov).*)\s*$"
)
_COPY_LINK = re.compile(r"\s*[\[(【](?:复制链接|复制本帖链接|本帖链接)[\])】]\s*$")
_BULLET = re.compile(r"^[•·●◆■]\s+")


def without_site(title: str) -> str:
    """Return a title without the site's name behind it."""
    title = _COPY_LINK.sub("", title)
    title = _BULLET.sub("", title)
    tail = _SITE_TAIL.search(fold(title))
    return title[: tail.start()].strip() if tail and title[: tail.start()].strip() else title


def share(key: str, body: str) -> float:
    """Return the share of a line's letter pairs (of its words, if Latin) that the body has."""
    if latin(key):
        own = _WORD.findall(key.lower())
        body = body.lower()
    else:
        own = [pair for pair in map(operator.add, key, key[1:]) if pair.isalnum()]
    return sum(pair in body for pair in own) / len(own) if own else 0.0
