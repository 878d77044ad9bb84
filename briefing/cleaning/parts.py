"""Divide the chosen run of a page into its articles.

In:  all lines of a page, with kinds, and the range of the body run.
Out: `Part`s: header lines, body lines, foot lines. A teaser without a body is no part.

A new article starts at a heading that is followed by a byline, a stamp or a dateline once a
body is behind, or that follows a byline or jump which ended the one before. 下转第二版 ends a fragment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.cleaning.bodies import DAY as _DAY
from briefing.cleaning.bodies import SIGNED as _SIGNED
from briefing.cleaning.bodies import is_prose
from briefing.cleaning.lines import Line

DATELINE = re.compile(
    r"(?:(?:[^\s,。()]{0,16}?)(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十]{1,3}日[\u4e00-\u9fff]{0,4}[讯电]|(?:本报|本网|本台|本刊|[\u4e00-\u9fff]{1,8}(?:网|报|台|社))[^\s,。()]{0,6}[讯电]|[\u4e00-\u9fff]{2,8}(?:网|报|台|社)消息(?=[\s(])|[\u4e00-\u9fff]{2,9}(?<![资通简快短喜捷])讯(?=\s)|[\u4e00-\u9fff]{1,8}(?:网|报|台|社)[\u4e00-\u9fff]{0,4}\d{1,2}月\d{1,2}日[\u4e00-\u9fff]{0,3}(?:报道|消息))(?=[\s(:,\d]|[\u4e00-\u9fff])"
)
JUMP = re.compile(
    r"[(\[]?\s*(?P<way>下转|上接|紧接|转|接)\s*(?P<page>第?\s*[0-9A-Za-z一二三四五六七八九十]{1,4}\s*[版页])[^。,()]{0,14}[)\]]?"
)
# Under a picture: 会议现场, 工程效果图.
SCENE = re.compile(
    r"[^,。:;!?“”]{4,36}(?:仪式|大会|会议|发布会|论坛|活动|开幕式)现场|[^,。:;!?“”]{0,24}现场\([\u4e00-\u9fff]{2,4}\)|[^,。:;!?“”]{0,14}(?:现场|合影|效果图|示意图|资料图)(?:图片?)?"
)
_DROPPED_INSIDE = frozenset(
    {"disclaimer", "notice_head", "footer", "related", "comments", "prev_next", "crumb", "navigation", "tools", "search", "link", "follow",
     "masthead", "page_number", "post", "ornament", "learned", "copy", "summary", "jump", "note", "pointer", "caption", "distribution"}
)  # fmt: skip
_LOOK_AHEAD = 6
_KEPT = frozenset({"contact", "host", "site_name"})  # within a body they are the notice's own
_STAMPED = re.compile(
    r"来源|出处|稿源|字数|作者|编辑|审核|录入|浏览|阅读|点击|访问|查看|人气|发布|字号|字体|打印|分享|(?:19|20)\d\d[-/.年]\d|\d\d-\d\d \d\d:"
)
_DATED = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")


@dataclass
class Part:
    """One article of a page. `jump` is the line that leads elsewhere, as written."""

    header: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    dropped: list[Line] = field(default_factory=list)
    jump: str | None = None


def divide(lines: Sequence[Line], first: int, last: int) -> list[Part]:
    """Return the articles of the run lines[first:last] with what stands around them."""
    part = Part(header=list(lines[:first]))
    parts = [part]
    number = first
    while number < last:
        line = lines[number]
        if _begins(lines, number, last, part):
            part = Part()
            parts.append(part)
        elif len(parts) == 1 and _begins_late(lines, number, last, part):
            for lead in part.body:
                lead.kind = "lead"
            part.header += [*part.body, *part.foot]
            part.body, part.foot = [], []
        else:
            _file(line, part)
            number += 1
            continue
        while number < last and not _is_body(lines[number]):
            part.header.append(lines[number])
            number += 1
    parts[-1].foot += lines[last:]
    return [part for part in parts if part.body] or parts[:1]


def _file(line: Line, part: Part) -> None:
    """Put a line of the run where it belongs."""
    if line.kind == "stamp" and part.body and _DAY.fullmatch(line.key) and _signs(part.body[-1]):
        line.kind = ""
    if line.kind == "jump":
        part.jump = line.text
        part.dropped.append(line)
    elif line.kind in _DROPPED_INSIDE:
        part.dropped.append(line)
    elif line.kind in ("editor", "author", "byline", "stamp", *_KEPT):
        if part.body and (line.kind in _KEPT or (line.kind == "stamp" and _is_field(line))):
            line.kind = ""
            part.body.append(line)
        elif part.body:
            part.foot.append(line)
        else:
            part.header.append(line)
    else:
        part.body.append(line)


def _signs(line: Line) -> bool:
    """True for an office alone on a line, as it stands under a letter."""
    return len(line.key) <= 40 and _SIGNED.match(line.key) is not None


def _is_field(line: Line) -> bool:
    """True for 名称:…, 地区:… within a notice: no date, no source, no count of views."""
    return not _STAMPED.search(line.key)


def _is_body(line: Line) -> bool:
    """True for prose, and for a short sentence: 开局关系全局,起步决定后程。"""
    return not line.kind and (
        is_prose(line) or line.key[-2:] in ("。”", "。)") or line.key[-1] == "。"
    )


def _begins(lines: Sequence[Line], number: int, last: int, part: Part) -> bool:
    """True when an article starts at this heading: byline, stamp or dateline follow soon."""
    line = lines[number]
    if line.kind or _is_body(line) or len(line.key) > 60 or not _full(part, 1):
        return False
    ended = part.jump is not None or lines[number - 1].kind == "byline"
    for ahead in lines[number + 1 : min(number + _LOOK_AHEAD, last)]:
        if ahead.kind == "byline" or (ahead.kind == "stamp" and _full(part)):
            return any(_is_body(lines[later]) for later in range(number + 1, last))
        if _is_body(ahead):
            return ended or bool(DATELINE.match(ahead.key))
        if ahead.kind and ahead.kind not in ("author", "page_number", "ornament"):
            return False
    return False


def _begins_late(lines: Sequence[Line], number: int, last: int, part: Part) -> bool:
    """True at a title with a dated stamp when what was taken for the body is a lead above it."""
    line = lines[number]
    if not part.body or line.kind or is_prose(line) or _full(part) or ":" in line.key[:8]:
        return False
    behind = next((later for later in lines[number + 1 : last] if not _signs(later)), line)
    if _signs(line) and _DAY.fullmatch(behind.key):
        return False  # the signature of a letter
    below = lines[number + 1 : min(number + 4, last)]
    if not any(ahead.kind == "stamp" and _DATED.search(ahead.key) for ahead in below):
        return False
    rest = sum(len(later.key) for later in lines[number + 1 : last] if _is_body(later))
    return rest > sum(len(lead.key) for lead in part.body)


def _full(part: Part, sentences: int = 3) -> bool:
    """True once a body of so many sentences is behind; a brief with a byline has but one."""
    text = "".join(line.key for line in part.body[:20])
    ends = sum(text.count(mark) for mark in "。!?")
    return len(text) >= 40 and (ends >= sentences or part.jump is not None)
