"""What a page says of its article: title, subtitle, outlet, republisher, byline, editor, link.

In:  the lines above and below the body, and the body itself.
Out: `Header`. What the page does not say is None. Nothing is translated or completed.
"""

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.cleaning.lines import Line
from briefing.cleaning.parts import DATELINE, Part

_SHARE = 0.3
_ORGAN = re.compile(
    r"[^\s,。]{2,18}(?:局|委|委员会|厅|办公室|政府|公司|中心|报|网|社|学校|医院|集团|法院|检察院)$"
)
_LONG_TITLE = 8  # shorter lines above the body are columns more often than titles
_WORD = re.compile(r"[a-z]{3,}")
_NOBODY = re.compile(
    r"(?:互联网|网络|本站|本网|本报|原创|转载|未知|佚名|匿名|其他|其它|admin|管理员|网友|[×xX*]{2,}.*|暂无|无|不详|综合|null|None|--*|https?:.*)$",
    re.IGNORECASE,
)
_VALUE = r"\s*[:丨|]\s*(?P<value>[^\s|丨,。;:()\[\]]{2,40}(?:\([^()\s]{1,12}\))?)"
_OUTLET = re.compile(
    rf"(?:\bSource|信息来源|文章来源|稿件来源|新闻来源|内容来源|消息来源|来源|稿源|出处|转自|摘自){_VALUE}"
)
_OUTLET_START = re.compile(
    rf"[\[(【]?\s*(?:本文|文章|信息|稿件|新闻|内容|消息|原文)?(?:来源|稿源|出处|转自|摘自){_VALUE}"
)
_OUTLET_LABEL = re.compile(r"(?:信息|文章|稿件|新闻|内容)?来源\s*:?$")
_REPUBLISHER = re.compile(rf"(?:发布[者人]|发布(?:机构|单位|部门)){_VALUE}")
_RIGHTS = re.compile(r"版权所有\s*[:]?\s*(?P<name>[^\s,。©:|()0-9]{2,30})")
_RIGHTS_OF = re.compile(r"(?:^|[\s©:|\d])(?P<name>[^\s,。©:|()0-9.]{2,20})\s*版权所有")
_AUTHOR = re.compile(
    r"(?:文章)?(?:作者|撰文|撰稿|文|采写|记者|文/图|图/文|文图|文字)\s*[:丨|/]\s*(?P<value>[^|丨。;:()\[\]]{2,40})"
)
_EDITOR = re.compile(
    r"(?<![\u4e00-\u9fff])编辑\s*[:丨|/]?\s*(?P<value>[\u4e00-\u9fffA-Za-z·]{2,12})"
)
_EDITOR_OTHER = re.compile(
    r"(?:责任?编辑?|责编|责任编校|编审|编校|编发|本期编辑|文字编辑|值班编辑|新媒体编辑)\s*[:丨|/]?\s*(?P<value>[\u4e00-\u9fffA-Za-z·]{2,12})"
)
_DATELINE_NAMES = re.compile(r"[\s:]*[(\[](?P<names>[^()\[\]]{2,60})[)\]]")
_LEAD_REPORTER = re.compile(
    r"^\s*(?P<names>(?:本报|本网|见习|全媒体|融媒体?)*记者\s*[\u4e00-\u9fff]{2,3}(?:[\s、][\u4e00-\u9fff]{2,3}){0,4})\s+\S"
)
_ROLES = re.compile(r"记者|通讯员|作者")
_CUT_ROLE = re.compile(
    r"^[□■◎●○▲△☆★◆◇\s(\[]*(?:文/图|图/文|文图|图文|文|图|撰文|本文作者|作者|记者|通讯员)?\s*[:/丨|]?\s*|(?:文/?图|摄影报道|图文报道|报道|整理|/文|/图|/摄|摄)\s*[)\]]?$|[)\]\s]+$"
)
_URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_SITE_TAIL = re.compile(
    r"\s*[-_|—–>·]+\s*[^-_|]{0,24}(?:网|站|政府|新闻|门户|频道|在线|日报|晚报|报|平台|客户端|中心|要闻|动态|资讯|[Nn]ews|\.(?:com|cn|gov).*)\s*$"
)
_TITLE_LABEL = re.compile(r"(?:标\s*题|名\s*称|信息名称|文件名称)\s*:\s*(?P<value>.{4,100})$")
_TITLE_END = re.compile(r"[。;,:]$")
_FIRST_CLAUSE = re.compile(r"[^,。;:!?…—\n]{6,40}")
_LEAD = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午|晚上?|中午|凌晨)?|近日|日前|近期|今天|昨天|昨日|今日|当前|连日来|今年以来|(?:上午|下午|晚上?))[,]?\s*"
)


@dataclass(frozen=True)
class Header:
    """Metadata of one article, as written. `used` are the lines it was taken from, with kind."""

    title: str | None
    derived: str | None
    subtitle: tuple[str, ...]
    outlet: str | None
    republisher: str | None
    byline: str | None
    editor: str | None
    url: str | None


def read(part: Part, hints: dict[str, str], *, first: bool) -> Header:
    """Return the metadata of an article; marks header lines with the kind they have.

    `first` is True for the first article of a page, to which the page's hints belong.
    """
    title, subtitle = _title(part, hints.get("title") if first else None)
    around = [*part.header, *part.foot, *part.dropped]
    return Header(
        title=title,
        derived=None
        if title
        else derive(part.body[0].key, part.body[0].text)
        if part.body
        else None,
        subtitle=subtitle,
        outlet=_outlet(part, around) or (_name(hints.get("outlet", "")) if first else None),
        republisher=_republisher(around) or (_name(hints.get("site", "")) if first else None),
        byline=_byline(part, around) or (_person(hints.get("author", "")) if first else None),
        editor=_editor(around) or (_person(hints.get("editor", "")) if first else None),
        url=_link(around),
    )


# --- title ---------------------------------------------------------------------------------


def _title(part: Part, hint: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Choose the title among the lines above the body; the lines under it are subtitles."""
    candidates = [line for line in part.header if not line.kind and _may_be_title(line)]
    for line in part.header:
        if (match := _TITLE_LABEL.match(line.key)) and line.kind in ("", "stamp"):
            return line.text[match.start("value") :].strip(), ()
    shown = [line for line in candidates if line.role == "title"]
    body = "".join(line.key for line in part.body[:30])[:3000]
    chosen = shown[0] if shown else None
    if chosen is None and hint:
        chosen = next((line for line in candidates if line.key and line.text in hint), None)
    if chosen is None:
        fitting = [line for line in candidates if share(line.key, body) >= _SHARE]
        fitting = [line for line in fitting if not _ORGAN.match(line.key)] or fitting
        long = [line for line in fitting if len(line.key) >= _LONG_TITLE]
        chosen = _under_dash(part, candidates) or next(iter(long or fitting), None)
    if chosen is None:
        chosen = _by_place(part, candidates)
    if chosen is None:
        if hint and len(hint) >= 5 and share(hint, body) >= _SHARE:
            return without_site(hint), ()
        return None, ()
    chosen = _shorter(chosen, candidates)
    chosen.kind = "title"
    for line in candidates:
        if line is not chosen and (
            line.key == chosen.key
            or line.key.startswith(chosen.key)
            or chosen.key.startswith(line.key)
        ):
            line.kind = "title"
    return without_site(chosen.text), _subtitles(part, chosen)


def _may_be_title(line: Line) -> bool:
    return (
        4 <= len(line.key) <= (160 if line.key.isascii() else 90)
        and not _TITLE_END.search(line.key)
        and not line.key.startswith(("——", "--", "(", "*"))
        and "。" not in line.key
    )


def _under_dash(part: Part, candidates: Sequence[Line]) -> Line | None:
    """The line above a subtitle that starts with ——."""
    for above, line in zip(part.header, part.header[1:], strict=False):
        if line.key.startswith(("——", "--")) and not line.kind and above in candidates:
            return above
    return None


def _by_place(part: Part, candidates: Sequence[Line]) -> Line | None:
    """Without words in common: the line right above the stamp or byline, or the only line."""
    if len(candidates) == 1 and part.header[-1] is candidates[0] and " " not in candidates[0].key:
        return candidates[0]
    for number, line in enumerate(part.header):
        if line.kind in ("stamp", "byline") and number:
            above = part.header[number - 1]
            if above in candidates and len(above.key) >= 8:
                return above
    return None


def _shorter(chosen: Line, candidates: Sequence[Line]) -> Line:
    """Prefer the heading on the page to the same with the site's name behind it."""
    for line in candidates:
        if line is not chosen and len(line.key) >= 5 and chosen.key.startswith(line.key):
            rest = chosen.key[len(line.key) :].lstrip()
            if rest[:1] in ("-", "_", "|", "—", "–", ">"):
                return line
    return chosen


def without_site(title: str) -> str:
    """Return a title without the site's name behind it."""
    return _SITE_TAIL.sub("", title).strip() or title


def _subtitles(part: Part, title: Line) -> tuple[str, ...]:
    """Take the lines between title and byline or body; a stamp line ends them."""
    number = next(at for at, line in enumerate(part.header) if line is title)
    made: list[Line] = []
    for line in part.header[number + 1 :]:
        if line.kind == "title":
            continue
        if line.kind == "byline" or (line.kind and made):
            break
        if line.kind:
            return _mark(made) if line.kind == "stamp" else ()
        made.append(line)
    if len(made) > 4:
        return ()
    return _mark(made)


def _mark(lines: Sequence[Line]) -> tuple[str, ...]:
    for line in lines:
        line.kind = "subtitle"
    return tuple(line.text for line in lines)


def share(key: str, body: str) -> float:
    """Return the share of a line's letter pairs (of its words, if Latin) that the body has."""
    if key.isascii():
        own = _WORD.findall(key.lower())
        body = body.lower()
    else:
        own = [pair for pair in map(operator.add, key, key[1:]) if pair.isalnum()]
    return sum(pair in body for pair in own) / len(own) if own else 0.0


def derive(key: str, text: str) -> str | None:
    """Return the first clause behind dateline and day, to stand in for a title."""
    at = 0
    if match := DATELINE.match(key):
        at = match.end()
        if names := _DATELINE_NAMES.match(key, at):
            at = names.end()
    while at < len(key) and key[at] in " ,:":
        at += 1
    if lead := _LEAD.match(key, at):
        at = lead.end()
    clause = _FIRST_CLAUSE.match(key, at)
    return text[clause.start() : clause.end()].strip() if clause else None


# --- names ---------------------------------------------------------------------------------


def _outlet(part: Part, around: Sequence[Line]) -> str | None:
    for number, line in enumerate(around):
        if line.kind in ("stamp", "editor", "crumb", "masthead", "source"):
            if (match := _OUTLET.search(line.key)) and (name := _cut_name(line, match)):
                return name
            if _OUTLET_LABEL.search(line.key) and number + 1 < len(around):
                following = around[number + 1]
                if (
                    len(following.key) <= 30
                    and following.kind in ("", "stamp")
                    and (name := _name(following.text))
                ):
                    following.kind = following.kind or "stamp"
                    return name
    for line in around:
        if (match := _OUTLET_START.match(line.key)) and (name := _cut_name(line, match)):
            return name
    return _dateline_outlet(part)


def _cut_name(line: Line, match: re.Match[str]) -> str | None:
    value = line.text[match.start("value") : match.end("value")]
    return _name(
        re.split(r"(?:作者|发布|时间|日期|编辑|浏览|点击|阅读|字号|责编|记者)\s*[:：]?$", value)[0]
    )


def _name(value: str) -> str | None:
    value = value.strip(' 　:：|[]【】()（）<>《》"“”、.')
    return None if len(value) < 2 or _NOBODY.match(value) else value


def _dateline_outlet(part: Part) -> str | None:
    """信网8月1日讯 names its outlet; 本报7月5日讯 does not."""
    if not part.body:
        return None
    match = re.match(
        r"(?P<name>新华社|中新社|中新网|[\u4e00-\u9fff]{1,8}(?:网|报|台|社|客户端|新闻))[^\s,。(]{0,8}?(?:(?:\d{1,2}月)?\d{1,2}日)[^\s,。(]{0,4}[讯电]",
        part.body[0].key,
    )
    if match is None or match["name"].startswith("本"):
        return None
    return part.body[0].text[: match.end("name")]


def _republisher(around: Sequence[Line]) -> str | None:
    for line in around:
        if match := _REPUBLISHER.search(line.key):
            return _name(line.text[match.start("value") : match.end("value")])
    for line in around:
        if line.kind == "footer" and (
            match := _RIGHTS.search(line.key) or _RIGHTS_OF.search(line.key)
        ):
            name = _name(line.text[match.start("name") : match.end("name")])
            return (
                None
                if name and re.search(r"本网|本站|违者|必究|未经|翻版|所有|保留", name)
                else name
            )
    return None


def _byline(part: Part, around: Sequence[Line]) -> str | None:
    for line in around:
        if line.kind == "byline":
            return _people(line.text)
    for line in around:
        if line.kind in ("stamp", "author", "editor") and (match := _AUTHOR.search(line.key)):
            value = re.split(
                r"\s{2,}|\s*(?:来源|编辑|责编|责任编辑|时间|日期|发布|浏览|点击|阅读|审核|校对|字号|图|摄影|次数)\s*[:：/]",
                line.text[match.start("value") : match.end("value")],
            )[0]
            if name := _person(value):
                return name
    if part.body:
        key, text = part.body[0].key, part.body[0].text
        at = found.end() if (found := DATELINE.match(key)) else 0
        names = _DATELINE_NAMES.match(key, at) if at or key[:1] in "([" else None
        if names and _ROLES.search(names["names"]):
            return _people(text[names.start("names") : names.end("names")])
        if at and (lead := _LEAD_REPORTER.match(key[at : at + 40])):
            return _people(text[at + lead.start("names") : at + lead.end("names")])
    return None


def _people(text: str) -> str | None:
    """Return the names of a byline; roles stay where there are several, as in 记者 X 通讯员 Y."""
    inner = text.strip(" 　□■◎●○▲△☆★◆◇()（）[]【】")
    if len(_ROLES.findall(inner)) <= 1 and "评论员" not in inner:
        inner = re.sub(
            r"^(?:本报|本网|本台|见习|实习|全媒体|融媒体?|首席)*(?:记者|通讯员|作者)\s*[:：/丨|]?\s*",
            "",
            inner,
        )
    inner = re.sub(r"\s*(?:文/?图|摄影报道|图文报道|报道|整理|/文|/图|/摄|摄)$", "", inner)
    inner = re.sub(r"^(?:文/图|图/文|文图|图文|文|图|撰文|本文作者|作者)\s*[:：/丨|]\s*", "", inner)
    return inner.strip() or None


def _person(value: str) -> str | None:
    value = value.strip(" 　:：|[]【】()（）/")
    if not 2 <= len(value) <= 40 or _NOBODY.match(value):
        return None
    return _people(value)


def _editor(around: Sequence[Line]) -> str | None:
    for form in (_EDITOR, _EDITOR_OTHER):
        for line in around:
            if line.kind in ("editor", "stamp", "author") and (match := form.search(line.key)):
                return line.text[match.start("value") : match.end("value")]
    return None


def _link(around: Sequence[Line]) -> str | None:
    for line in around:
        if line.kind == "link" and (match := _URL.search(line.key)):
            return line.text[match.start() : match.end()].rstrip(".,;")
    return None
