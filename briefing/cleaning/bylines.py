"""Who made an article: its authors and its editor.

In:  a part of a page: the lines above, in and below the body, with their kinds.
Out: names as written, None where the page gives none. An editor is never the author.
"""

import re
from itertools import pairwise

from briefing.cleaning.derived import WRITER
from briefing.cleaning.folding import fold, latin
from briefing.cleaning.labels import AROUND, NOBODY, below_label, real
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import DATELINE, Part
from briefing.cleaning.places import SURNAMES

_AUTHOR_LABEL = re.compile(r"(?:文章)?作者\s*:?$")
PUBLISHER = re.compile(
    r"(?:日报|晚报|网|电视台|发布|融媒体?(?:中心)?|新闻|客户端|在线|频道|局|政府|办公室)$"
)
_UNIT_MAX = 8
_HEADLINE = 25  # letters of a line above the text, at most
_LATIN_NAMES = 2
_LATIN_PART = re.compile(r"[A-Z][a-z]{1,12}")
# (岚溪日报 张一文) behind the last.
WITH_PAPER = re.compile(
    r"[(\[]?\s*(?P<paper>[\u4e00-\u9fff]{2,10}[报网台社])\s+(?P<name>[\u4e00-\u9fff·]{2,4})\s*[)\]]?$"
)
AUTHOR = re.compile(
    r"(?:文章)?(?:作者|撰文|撰稿人?|撰写人?|采写|记者|文/图|图/文|文图|图文|文字|(?<![\u4e00-\u9fff])文)\s*(?:[:丨]|/(?![图文摄]))\s*(?:(?:图文|文图|文/图|图/文)\s*[/:]\s*)?(?P<value>[^|丨。;:()\[\]]{2,40})"
)
AUTHOR_END = re.compile(
    r"\s{2,}|返回|\s*(?:来源|字体|编辑|责编|责任编辑|时间|日期|发布(?:时间|日期|者|人)|更新|浏览|点击|阅读|[初复终]?审核?|校对|字号|图|摄影|次数|录入|人气)"
)
_PERSONS = r"(?:[\u4e00-\u9fff]{2,12}(?:中心|电视台|台|社|部|室|局|办)\s+)?(?P<value>[\u4e00-\u9fffA-Za-z·]{2,8}(?:、[\u4e00-\u9fff·]{2,4}){0,4})"
_EDITOR = re.compile(rf"(?<![\u4e00-\u9fff])编辑\s*[:丨|/]?\s*{_PERSONS}")
_BY = re.compile(
    r"\b[Bb]y\s+(?P<value>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}?)(?:\s+in\s+[A-Z][\w' -]+?)?(?=\s+Print\b|\s*\||\s*\(|\s*$)"
)
FOR_WHOM = re.compile(
    r"(?<=[\u4e00-\u9fff])/(?P<value>[\u4e00-\u9fff]{2,8}(?:新闻|日报|晚报|报|网|社|客户端))$"
)
_WRITER = re.compile(
    r"撰\s?(?:稿|写)\s?人\s*:\s*(?P<value>[\u4e00-\u9fff·](?:\s?[\u4e00-\u9fff·]){1,3})"
)
_EDITOR_ENGLISH = re.compile(r"(?i:Edit(?:or|ed by))\s*:\s*(?P<value>[A-Z][\w.\- ]{2,30})")
_EDITOR_OTHER = re.compile(
    rf"(?:责任?编辑?|责编|责任编校|编审|编校|编发|本期编辑|文字编辑|值班编辑|新媒体编辑)\s*[:丨|/]?\s*{_PERSONS}"
)
_REPORTER_ENGLISH = re.compile(
    r"\((?:Reporters?|Correspondents?)\s*:?\s+(?P<value>[A-Z][\w.'’-]+(?:(?:\s|,\s?|\sand\s)[A-Z][\w.'’-]+){0,9})\)"
)
# 来源:某某新闻高级记者 甲乙; without a colon behind it.
_REPORTER = re.compile(
    r"(?:^|\s|高级|首席|资深|见习)记者\s+(?P<value>(?!来源|编辑|责编|通讯)[\u4e00-\u9fff·]{2,4}(?:[\s、]+(?!来源|编辑|责编|通讯|发布|时间)[\u4e00-\u9fff·]{2,4}(?=[\s、]|$)){0,5})(?=\s|$)"
)
# 本报讯(记者 甲乙) behind a caption that is stuck to it.
_REPORT_INSIDE = re.compile(
    r"(?:(?:本报|本网|本台|[\u4e00-\u9fff]{2,6}[网报台社])[^\s,。()]{0,4}[讯电]|^[\u4e00-\u9fff]{3,8}报道)\s*[(\[](?P<names>[^()\[\]]{2,40})[)\]]"
)
# 记者甲乙、丙丁/云浦报导, alone, in brackets or in front of a stamp.
_REPORTED_FROM = re.compile(
    r"[(\[]?\s?(?:[\u4e00-\u9fff]{2,6}\s?/\s?)?记者\s?(?P<names>[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){0,3})(?:\s?/\s?[\u4e00-\u9fff]{2,8})?\s?报[导道]"
    r"|[(\[](?P<agency>[\u4e00-\u9fff]{2,3}社)记者(?P<filed>[\u4e00-\u9fff]{3}(?:、[\u4e00-\u9fff]{3}){0,3})[\u4e00-\u9fff]{2,8}\d{1,2}日[电讯]"
)
_REPORTS = re.compile(
    rf"(?:记者|^)(?P<names>[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}})报[道导]:"
)
_NETWORK = re.compile(r"\[[^\[\]]{2,8}\](?=\s*\([^()]{0,14}(?:记者|通讯员))")  # [某网](记者 甲乙)
_IN_DATELINE = re.compile(r"[\s:]*[(\[](?P<names>[^()\[\]]{2,60})[)\]]")
_REPORTER_AHEAD = re.compile(
    r"\s*(?P<names>(?:本报|本网|见习|全媒体|融媒体?)*记者\s*[\u4e00-\u9fff]{2,3}(?:[\s、][\u4e00-\u9fff]{2,3}){0,4})\s+\S"
)
_REPORTED = re.compile(
    r"\s*(?P<names>(?:本报|本网|见习|全媒体|融媒体?)*(?:记者|通讯员)\s*[\u4e00-\u9fff]{2,3}(?:[\s、,和]+(?:(?:本报|见习)?(?:记者|通讯员)\s*)?[\u4e00-\u9fff]{2,3}){0,6})\s*报道\s*:"
)
_ROLES = re.compile(r"记者|通讯员|作者|記者|通訊員")
_ROLE_AHEAD = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,8}\s?[/／:：]\s?|(?:中央|新华|新華|中新|中评|中評)社)?(?:本报|本報|本网|本網|本台|见习|实习|全媒体|融媒体?|首席|特约)*(?:记者|記者|通讯员|通訊員|作者)\s*[:：/丨|]?\s*|^(?:文/图|图/文|文图|图文|圖文|文|图|撰文|本文作者|作者)\s*[:：/丨|]\s*"
)
_BRACKETS = " 　()（）[]【】"
_BY_ENGLISH = re.compile(r"^[Bb]y |\s*\([A-Za-z ]+\)?$")
_PROGRAM = re.compile(r"[Bb]y admin(?:istrator)?")
_PICTURE = re.compile(r"^(?:摄影|攝影|文/图|图/文|文图|撰文|文|图)\s+")
_ROLE_BEHIND = re.compile(
    r"\s*(?:[\u4e00-\u9fff]{2}\d{1,2}日[电電]|文/?图|(?:\s?[/／][\u4e00-\u9fff]{2,8})?(?:报导|報導)|攝|摄影报道|图文报道|(?:\s[\u4e00-\u9fff]{2,4})?报道|整理|供稿|/文|/图|/摄|摄)$"
)
_STAFF_OF = re.compile(
    r"^[\u4e00-\u9fff]{2,18}(?:中心|电视台|报社|日报社?|融媒体?|研究室|办公室|委员会)\s+(?=[\u4e00-\u9fff]{2,4}$)"
)
_UNIT_AHEAD = re.compile(
    r"^[\u4e00-\u9fff]{2,14}[局处科办委部室股][:：]\s*(?=[\u4e00-\u9fff]{2,4}$)"
)
_DASHED = re.compile(r"^\S{2,8}?[-—–]{1,2}(?P<name>\S{2,4})/\S{2,4}$")  # 某新闻—甲乙/新竹
_EDITORS = re.compile(r"\s*(?:责任?编|编辑|编审|审|校)")
_UNIT = re.compile(r"[\u4e00-\u9fff]{2}(?:办|局|科|处|委|部|室|股)$")
_NO_PERSON = re.compile(r"[\u4e00-\u9fff]{2}(?:网|信息港|电视台|日报|晚报|报社|中心)$")


def is_person(key: str) -> bool:
    """True for names of persons alone on a line."""
    found = key.split()
    if latin(key):
        return len(found) == _LATIN_NAMES and all(map(_LATIN_PART.fullmatch, found))
    return all(len(name) in (2, 3) and name[0] in SURNAMES for name in found)


def byline(part: Part) -> str | None:
    """Return the authors: a byline, a labelled author, or the names in the dateline."""
    around = [*part.header, *part.foot, *part.dropped]
    for line in around:
        if line.kind != "byline" or _PROGRAM.match(line.key):
            continue
        if signed := WITH_PAPER.match(line.key):
            return line.text[slice(*signed.span("name"))]
        if name := people(_PICTURE.sub("", line.text.strip(_BRACKETS))):
            return _BY_ENGLISH.sub("", name)
    for line in [*part.header, *part.body[:1]]:
        if line.kind not in ("", "stamp") or "记者" not in line.key:
            continue
        if told := _REPORTED_FROM.match(line.key):
            return line.text[slice(*told.span("names" if told["names"] else "filed"))]
    for line in around:
        if line.kind == "author" and len(_ROLES.findall(line.key)) > 1:
            return people(line.text[: len(_EDITORS.split(line.key)[0])])
        if line.kind in ("stamp", "author", "editor", "source"):
            if match := AUTHOR.search(line.key) or _WRITER.search(line.key) or _BY.search(line.key):
                value = line.text[match.start("value") : match.end("value")]
                name = person(value[: len(AUTHOR_END.split(fold(value))[0])])
                if (
                    name
                    and not PUBLISHER.search(fold(name))
                    and not (_UNIT.search(name) and len(name) <= _UNIT_MAX)
                ):
                    return name
            elif reporter := _REPORTER.search(line.key):
                return line.text[slice(*reporter.span("value"))].strip()
            elif line.kind == "author" and (name := _bracketed(line)):
                return name
    if name := below_label(part.header, _AUTHOR_LABEL):
        return person(name)
    return _in_dateline(part)


def _bracketed(line: Line) -> str | None:
    """Names in brackets of their own: (记者 X), (文/图 X)."""
    if line.key[0] not in "([":
        return None
    return people(_PICTURE.sub("", line.text.strip(_BRACKETS)))


def _in_dateline(part: Part) -> str | None:
    if not part.body:
        return None
    first = next(
        (line for line in part.body[:3] if len(line.key) > _HEADLINE or line.key[-1] in "。”"),
        part.body[0],
    )
    key, text = first.key, first.text
    if "报" in key[:60] and (told := _REPORTS.search(key, 0, 60)):
        return text[slice(*told.span("names"))]
    if named := _REPORTER_ENGLISH.search(key, 0, 160):
        return text[slice(*named.span("value"))].strip()
    if (ahead := WRITER.match(key)) and key[1] in SURNAMES:
        return text[slice(*ahead.span("names"))]
    at = (
        found.end()
        if (found := DATELINE.match(key) or (key[0] == "[" and _NETWORK.match(key)))
        else 0
    )
    names = _IN_DATELINE.match(key, at) if at or key[:1] in "([" else None
    if names and (_ROLES.search(names["names"]) or (at and is_person(names["names"]))):
        return people(text[names.start("names") : names.end("names")])
    inside = None if at else _REPORT_INSIDE.search(key, 0, 80)
    if inside and (_ROLES.search(inside["names"]) or is_person(inside["names"])):
        return people(text[slice(*inside.span("names"))])
    if ahead := _REPORTED.match(key[at : at + 60]):
        return people(text[at + ahead.start("names") : at + ahead.end("names")])
    if at and (ahead := _REPORTER_AHEAD.match(key[at : at + 40])):
        return people(text[at + ahead.start("names") : at + ahead.end("names")])
    return None


def people(text: str) -> str | None:
    """Return the names of a byline; roles stay where there are several, as in 记者 X 通讯员 Y."""
    text = _UNIT_AHEAD.sub("", re.sub(r"^[\u4e00-\u9fff]{2,6}讯\s*(?=[(（\[【])", "", text.strip()))
    if dashed := _DASHED.match(text):
        return dashed["name"]
    inner = text.strip(" 　□■◎●○▲△☆★◆◇()（）[]【】")
    if len(_ROLES.findall(inner)) <= 1 and "评论员" not in inner:
        inner = _ROLE_AHEAD.sub("", inner)
    inner = FOR_WHOM.sub("", _ROLE_BEHIND.sub("", inner))
    return inner.strip() or None


def person(value: str) -> str | None:
    """Return the names in a labelled value; None for nobody."""
    value = _STAFF_OF.sub("", value.strip(AROUND))
    if value.isascii() and value.islower():
        return None  # the name of an account or a program: hanweb
    if not 2 <= len(value) <= 40 or NOBODY.match(value) or re.search(r"[?？!！。]", value):
        return None
    return people(value)


def editor(part: Part) -> str | None:
    """Return 编辑 before 责任编辑; other roles (审核, 监制) are not asked."""
    around = [*part.header, *part.foot, *part.dropped]
    for line, below in pairwise(around):
        if line.kind == below.kind == "editor" and line.key.endswith(":") and "编" in line.key:
            return real(below.text)
    for form in (_EDITOR, _EDITOR_OTHER, _EDITOR_ENGLISH):
        for line in around:
            if line.kind in ("editor", "stamp", "author", "source"):
                for match in form.finditer(line.key):
                    name = real(line.text[match.start("value") : match.end("value")])
                    if name and not _NO_PERSON.search(fold(name)):
                        return name
    return None
