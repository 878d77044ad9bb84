"""The title among the lines above a text.

In:  the lines above the body, with their kinds; the body; the title that the page's code gives.
Out: the title and its subtitles; the lines they were taken from get their kinds.

A title shares its letter pairs with the text below, or stands where titles stand.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning import bylines, subtitles
from briefing.cleaning.folding import fold, latin
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import Part
from briefing.cleaning.subtitles import CALLED, ISSUER
from briefing.cleaning.title_lines import (
    COLUMN,
    OF_BODY,
    ONE_WORD,
    ORGAN,
    may_be_title,
    share,
    without_site,
)

_SHARE = 0.25
_MOST = 200  # lines above the body that are looked at
LONG_TITLE = 8  # shorter lines above the body are columns more often than titles
_TITLE_LABEL = re.compile(
    r"(?:标\s*题|名\s*称|信息名称|文件名称|(?:来信|信件|访谈|直播)?(?:标题|主题)|查看完整版本)\s*[:|]\s*(?P<value>[^|]{4,100}?)[\s|]*$"
)
# A notice names what it is: 关于某事的通报. What stands alone above it is who issued it.
_NOTICE = re.compile(
    r"(?:[\u4e00-\u9fff、]{2,30})?关于.{2,70}的(?:[\u4e00-\u9fff]{2})?(?:通报|通知|通告|公告|公示|报告|意见|决定|决议|批复|请示|函|复函|情况|方案|汇报|说明|建议)(?:\([^()]{2,20}\))?$"
)
_TOPIC = re.compile(r"主题\s*[:|]")
_ORIGINAL = re.compile(r"原(?:标题|题)\s*:")
_ORIGINAL_TITLE = re.compile(r"原标题\s*:\s*(?P<value>[^|]{8,100})$")
_SHOULDER = re.compile(r"(?:强调|指出|要求|表示|提出)$")
_CRUMB_MARKS = "»›>"
_LONG_WORDS = 25  # the same in Latin letters
_BRIEF_TITLE = 14
_HALF = 5  # letters of one half of a couplet, at least; menus have shorter words
_GOES_ON = frozenset("暨的和及与")  # no heading starts so
_NICK = 6
_ACCOUNT = re.compile(r"(?!快讯$|最新消息$)[\w·]{2,14}$")


def choose(part: Part, hint: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Choose the title among the lines above the body; the lines under it are subtitles."""
    candidates = [line for line in part.header if not line.kind and may_be_title(line)][-_MOST:]
    candidates = [line for line in candidates if not ORGAN.fullmatch(line.key)] or candidates
    candidates = [line for line in candidates if not COLUMN.fullmatch(line.key)] or candidates
    for line in part.header:
        match = _TITLE_LABEL.match(line.key) if line.kind in ("", "stamp") else None
        if match and (len(match["value"]) >= LONG_TITLE or not _TOPIC.match(line.key)):
            title = line.text[slice(*match.span("value"))].strip()
            for other in part.header:
                if other is line or other.text == title:
                    other.kind = "title"
            return title, ()
    if not candidates and not hint:
        for line in part.header:
            if line.kind == "stamp" and (match := _ORIGINAL_TITLE.match(line.key)):
                return line.text[slice(*match.span("value"))].strip(), ()
    _mark_poster(part)
    candidates = [line for line in candidates if not line.kind]
    shown = [line for line in candidates if line.role == "title"]
    body = "".join(line.key for line in part.body[:30])[:3000]
    if latin(body[:200]):  # Contact Us 中文 is a menu
        candidates = [line for line in candidates if latin(line.key)] or candidates
    chosen = shown[0] if shown else None
    if chosen is None and hint:
        chosen = next((line for line in candidates if line.key and line.text in hint), None)
    if chosen is None:
        chosen = _twice(candidates)
    if chosen is None:
        chosen = _notice(part, candidates) or _above_post(part, candidates)
    if chosen is None:
        fitting = [line for line in candidates if share(line.key, body) >= _SHARE]
        long = [line for line in fitting if len(line.key) >= _long(line.key)]
        chosen = _under_dash(part, candidates) or next(iter(long or fitting), None)
        if chosen and latin(chosen.key):  # menus have such words too
            chosen = max(long or fitting, key=lambda line: share(line.key, body))
    if chosen is None:
        chosen = _by_place(part, candidates)
    if chosen is None:
        chosen = next((line for line in candidates if ONE_WORD.match(line.key)), None)
    if chosen is not None and not chosen.role:  # the second line of a title names it less
        lines = pairwise(candidates)
        upper = next((above for above, line in lines if line is chosen), None)
        chosen = upper if upper and _goes_on(upper.text, upper.key + chosen.key) else chosen
    if chosen is None:
        if hint and len(hint) >= 5 and share(hint, body) >= _SHARE:
            return without_site(hint), ()
        return _original(part) or _last_of_crumb(part, body), ()
    first = _shorter(chosen, candidates)
    chosen = _main(first, candidates, body)
    above = _heads_above(candidates, first, chosen, body)
    if not hint and chosen is first and (couplet := _couplet(part, chosen)):
        above, chosen = [chosen], couplet
    chosen.kind = "title"
    for line in candidates:
        if line is not chosen and (
            line.key == chosen.key
            or line.key.startswith(chosen.key)
            or chosen.key.startswith(line.key)
        ):
            line.kind = "title"
    title, below = without_site(chosen.text), subtitles.take(part, chosen)
    if below and _goes_on(title, fold(title + below[0])):
        title, below = title + below[0], below[1:]
    return title, (*subtitles.mark(above), *below)


def _goes_on(title: str, whole: str) -> bool:
    """True for a title that was broken into two lines: …集中签约 / 暨…开工仪式, 关于… / 的通报."""
    if whole[len(title)] in _GOES_ON:
        return True
    return (
        title.startswith("关于") and not _NOTICE.match(title) and _NOTICE.match(whole) is not None
    )


def _last_of_crumb(part: Part, body: str) -> str | None:
    """Return the end of a crumb that has words of the text: 论坛 » 新闻 » 某地上半年成绩单出炉."""
    for line in part.header:
        at = max(map(line.key.rfind, _CRUMB_MARKS)) + 1
        last = line.key[at:].strip()
        if line.kind == "crumb" and len(last) >= LONG_TITLE and share(last, body) >= _SHARE:
            return line.text[at:].strip()
    return None


def _long(key: str) -> int:
    """Return how long a title is at least; shorter lines are columns more often."""
    return _LONG_WORDS if latin(key) else LONG_TITLE


def _original(part: Part) -> str | None:
    """Return the title that a page names below the text: 原标题: and the line under it."""
    for line, below in pairwise(part.foot):
        if _ORIGINAL.fullmatch(line.key) and may_be_title(below) and len(below.key) >= LONG_TITLE:
            below.kind = "title"
            return below.text
    return None


def _mark_poster(part: Part) -> None:
    """Mark the name of an account or a writer that stands right above the stamp.

    It is told from a title by how accounts are called, or by a title further above; and where the
    stamp is no 发表于, by its shortness besides.
    """
    posts = [line for line in part.dropped[:1] if line.kind == "post"]  # right above the text
    for number, line in enumerate([*part.header, *posts]):
        above = part.header[number - 1] if number else line
        if line.kind not in ("stamp", "post") or above.kind or above.role == "title":
            continue
        further = part.header[: number - 1]
        if further and further[-1].key.endswith(":"):
            continue  # the value of a label
        titled = any(not other.kind and len(other.key) >= LONG_TITLE for other in further)
        if titled and bylines.is_person(above.key):
            above.kind = "byline"
        elif not _ACCOUNT.match(above.key) or "楼主" in line.key:
            continue
        elif (
            titled or CALLED.search(above.key)
            if "发表于" in line.key
            else titled and len(above.key) <= _NICK and not ISSUER.match(above.key)
        ):
            forum = line.kind == "post" and not CALLED.search(above.key)
            above.kind = "poster" if forum else "account"


def _twice(candidates: Sequence[Line]) -> Line | None:
    """The heading that stands twice in a row, as title of the page and above its text."""
    for line, below in pairwise(candidates):
        if line.key == below.key and len(line.key) >= LONG_TITLE:
            return line
    return None


def _notice(part: Part, candidates: Sequence[Line]) -> Line | None:
    """The line 关于…的通报; marks the issuing unit above it."""
    chosen = next((line for line in candidates if _NOTICE.match(line.key)), None)
    if chosen is not None:
        for line in part.header:
            if line is chosen:
                break
            if not line.kind and ISSUER.match(line.key) and "关于" not in line.key:
                line.kind = "issuer"
    return chosen


def _above_post(part: Part, candidates: Sequence[Line]) -> Line | None:
    """The first line of a thread, above 楼主 and 发表于."""
    post = next((at for at, line in enumerate(part.header) if line.kind == "post"), 0)
    above = [line for line in part.header[:post] if line in candidates]
    return next((line for line in above if len(line.key) >= LONG_TITLE), None)


def _under_dash(part: Part, candidates: Sequence[Line]) -> Line | None:
    """The line above a subtitle that starts with ——."""
    for above, line in zip(part.header, part.header[1:], strict=False):
        if line.key.startswith(("——", "--")) and not line.kind and above in candidates:
            return above
    return None


def _by_place(part: Part, candidates: Sequence[Line]) -> Line | None:
    """Without words in common: the line right above the stamp or byline, or the only line."""
    if (
        len(candidates) == 1
        and not OF_BODY.match(candidates[0].key)
        and (_in_halves(candidates[0].key) or _latin_heading(candidates[0].key))
    ):
        below = part.header[part.header.index(candidates[0]) + 1 :]
        if all(line.kind or OF_BODY.match(line.key) for line in below):
            return candidates[0]
    for number, line in enumerate(part.header):
        if line.kind in ("stamp", "byline") and number:
            above = part.header[number - 1]
            if above in candidates and len(above.key) >= 8:
                return above
    return None


def _in_halves(key: str) -> bool:
    """True for one part, or for parts each of which is longer than a menu's words."""
    parts = key.split()
    return len(parts) == 1 or min(map(len, parts)) > _HALF


def _latin_heading(key: str) -> bool:
    return len(key) >= _LONG_WORDS and latin(key)


def _main(chosen: Line, candidates: Sequence[Line], body: str) -> Line:
    """Prefer, in a heading of several lines, the line that says what happened.

    王明在督查重点工作时强调 stands over the title, 揽金192亿元 beside it.
    """
    at = candidates.index(chosen) if chosen in candidates else -1
    below = [line for line in candidates[at + 1 : at + 4] if not line.role] if at >= 0 else []
    if below and _SHOULDER.search(chosen.key) and len(below[0].key) >= LONG_TITLE:
        return below[0]
    if len(chosen.key) < _BRIEF_TITLE:
        for line in below:
            if len(line.key) >= 2 * len(chosen.key) and share(line.key, body) >= share(
                chosen.key, body
            ):
                return line
    return chosen


def _couplet(part: Part, chosen: Line) -> Line | None:
    """Return the heading in two halves of equal length between a crumb and the line chosen.

    Its words are fine ones, so the text below has few of them; what happened is the subtitle.
    """
    at = next((number for number, line in enumerate(part.header) if line is chosen), 0)
    if at < 2 or chosen.role:
        return None
    crumb, couplet = part.header[at - 2 : at]
    if crumb.kind != "crumb" and not (crumb.kind and ">" in crumb.key):
        return None
    halves = [sum(map(str.isalnum, half)) for half in couplet.key.split()]
    plain = not couplet.kind and not couplet.role and not chosen.gap and may_be_title(couplet)
    stamped = [line.kind for line in part.header[at + 1 : at + 2]] == ["stamp"]
    alike = len(halves) == 2 and halves[0] == halves[1] >= _HALF
    return couplet if plain and stamped and alike and not latin(couplet.key) else None


def _heads_above(
    candidates: Sequence[Line], first: Line, chosen: Line, body: str
) -> Sequence[Line]:
    """Return the lines of a heading above the one that is its title."""
    if first is chosen:
        return ()
    low = start = candidates.index(first)
    while low and not candidates[low].gap and share(candidates[low - 1].key, body) >= _SHARE:
        low -= 1
    end = candidates.index(chosen)
    return [line for line in candidates[min(low, start) : end] if not line.kind]


def _shorter(chosen: Line, candidates: Sequence[Line]) -> Line:
    """Prefer the heading on the page to the same with the site's name behind it."""
    for line in candidates:
        if line is not chosen and len(line.key) >= 5 and chosen.key.startswith(line.key):
            rest = chosen.key[len(line.key) :].lstrip()
            if rest[:1] in ("-", "_", "|", "—", "–", ">"):
                return line
    return chosen
