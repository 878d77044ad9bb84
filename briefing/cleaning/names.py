"""Who made an article: outlet, republisher, byline, editor, and the link back.

In:  a part of a page: the lines above, in and below the body, with their kinds.
Out: names as written, None where the page gives none. An editor is never the author; 本报 and
     互联网 name nobody.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning.derived import WRITER
from briefing.cleaning.folding import fold, latin
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import DATELINE, Part
from briefing.cleaning.places import SURNAMES
from briefing.cleaning.stamp_lines import DATE, TIME

_NOBODY = re.compile(
    r"(?:互联网|网络|本[站网]原创|本站|本网|本报|本报讯|原创|转载|未知|佚名|匿名|其他|其它|admin|管理员|网友|[×xX*]{2,}.*|(?:转播|分享|转发)到.*|暂无|无|不详|综合|消息|编辑部|本站编辑|null|none|-+|https?:.*)$",
    re.IGNORECASE,
)
_VALUE = r"\s*[:丨|\]]\s*(?P<value>[^\s|丨,。;:()\[\]]{2,40}(?:\([^()\s]{1,12}\))?)"
_OUTLET = re.compile(
    rf"(?:信息|文章|稿件|新闻|内容|消息)?(?:来源|稿源|出处|转自|摘自|(?<![\u4e00-\u9fff])来自){_VALUE}"
)
_OUTLET_ENGLISH = re.compile(
    r"\bSource\s*:\s*(?P<value>[^|,:()\[]{2,40}?)(?=\s*(?:[|,:()\[]|$|\b(?:Date|Time|Author|Editor|Updated|Published|Fonts?|Views?|By|Print|Share|Release)\b))|\((?P<paper>[A-Z][A-Za-z ]{2,30}|[a-z]+(?:\.[a-z]+)+)\)\s*(?:$|\|)"
)
_OUTLET_START = re.compile(
    rf"[\[(]?\s*(?:本文|文章|信息|稿件|新闻|内容|消息|原文)?(?:来源|稿源|出处|转自|摘自){_VALUE}"
)
_OUTLET_SLASH = re.compile(r"来源/(?P<value>[^\s,。/]{3,20})$")  # a line of its own
_OUTLET_LABEL = re.compile(r"(?:信息|文章|稿件|新闻|内容)?来源\s*:?$")
_AUTHOR_LABEL = re.compile(r"(?:文章)?作者\s*:?$")
_ISSUER = re.compile(rf"(?:发布|发文|张贴|公开)(?:机构|单位|部门|机关){_VALUE}")
_ACCOUNT = re.compile(r"(?:^|\s)(?P<value>\S{2,20})\s+(?:19|20)\d\d[-/.年].*发表于")
_PAPER = re.compile(r"(?P<value>[^\s,。:|]{2,10}(?:报|新闻))》?\s*[(]?(?:19|20)\d\d[-/.年]")
_MEDIUM = r"(?P<value>[^\s|:,。·()\d]{1,16}(?:报|网|台|社|发布|中心|新闻|客户端|在线|频道|局|政府|办|办公室|委|部))"
_BESIDE = (
    re.compile(rf"(?:{DATE}|\d\d-\d\d)\s*(?:{TIME})?[\s·|]+{_MEDIUM}(?:$|[\s|])"),
    re.compile(rf"(?:^|[\s|]){_MEDIUM}[\s·|]+(?:{DATE}|\d\d-\d\d\s)"),
    re.compile(rf"原创\s+{_MEDIUM}"),
)
_PUBLISHER = re.compile(
    r"(?:日报|晚报|网|电视台|发布|融媒体?(?:中心)?|新闻|客户端|在线|频道|局|政府|办公室)$"
)
_MASTHEAD = re.compile(
    r"[^\s,。:|]{2,12}(?:报|网|社|台|发布|新闻|融媒|客户端|在线)$|[\u4e00-\u9fff]{2,6}[报社网刊]·\S{1,10}$"
)
_LATIN_NAME = re.compile(r"(?!.*\d{5})(?=.*[A-Za-z]{2})")
_MASTHEAD_ALONE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:报|网|社|台|发布|新闻|融媒|客户端)$")
_SHORT_NAME = 8
_LATIN_NAMES = 2
_LATIN_PART = re.compile(r"[A-Z][a-z]{1,12}")
_NAME_MAX = 3  # letters of a person's name
_MEDIA = re.compile(r"[报网台社号刊局办委府厅部站端]$|新闻|发布")
# (岚溪日报 张一文) behind the last.
_WITH_PAPER = re.compile(
    r"[(\[]?\s*(?P<paper>[\u4e00-\u9fff]{2,10}[报网台社])\s+(?P<name>[\u4e00-\u9fff·]{2,4})\s*[)\]]?$"
)
_NEXT_LABEL = re.compile(
    r"\s*(?:作者|发布(?:时间|日期|者|人)|时间|日期|编辑|(?:浏览|点击|阅读|访问|查看)(?:次数|人数|量|数)?|字号|字体|责编|责任编辑|(?:高级|首席|资深|见习)?记者|打印|分享)$"
)
_GLUED_DAY = re.compile(r"(?:19|20)\d\d[-/.年]")
_POSTER = re.compile(rf"发布[者人]{_VALUE}")
# Two owners side by side are both named: 中共某市委 某市人民政府.
_RIGHTS = re.compile(
    r"版权所有\s*[:]?\s*(?P<name>[^\s,。©:|()0-9]{2,30}(?:[\s、][\u4e00-\u9fff]{2,16}(?:政府|委员会|办公室|局|委|中心)(?=\s|$))?)"
)
_RIGHTS_OF = re.compile(r"(?:^|[\s©:|\d])(?P<name>[^\s,。©:|()0-9.]{2,20})\s*版权所有")
_LICENCE = re.compile(r"[\u4e00-\u9fff](?:ICP|公网安备|公網安備).*")
_NO_OWNER = re.compile(
    r"本网|本站|违者|必究|未经|翻版|所有|保留|备|不得|请勿|地址|主办|承办|[A-Za-z]{2}号|(?i:copy|rights?)"
)
_AUTHOR = re.compile(
    r"(?:文章)?(?:作者|撰文|撰稿人?|撰写人?|采写|记者|文/图|图/文|文图|图文|文字|(?<![\u4e00-\u9fff])文)\s*(?:[:丨]|/(?![图文摄]))\s*(?:(?:图文|文图|文/图|图/文)\s*[/:]\s*)?(?P<value>[^|丨。;:()\[\]]{2,40})"
)
_AUTHOR_END = re.compile(
    r"\s{2,}|\s*(?:来源|字体|编辑|责编|责任编辑|时间|日期|发布(?:时间|日期|者|人)|更新|浏览|点击|阅读|[初复终]?审核?|校对|字号|图|摄影|次数|录入)"
)
_PERSONS = r"(?:[\u4e00-\u9fff]{2,12}(?:中心|电视台|台|社|部|室|局|办)\s+)?(?P<value>[\u4e00-\u9fffA-Za-z·]{2,8}(?:、[\u4e00-\u9fff·]{2,4}){0,4})"
_EDITOR = re.compile(rf"(?<![\u4e00-\u9fff])编辑\s*[:丨|/]?\s*{_PERSONS}")
_BY = re.compile(
    r"\b[Bb]y\s+(?P<value>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}?)(?:\s+in\s+[A-Z][\w' -]+?)?(?=\s+Print\b|\s*\||\s*$)"
)
_FOR_WHOM = re.compile(
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
    r"(?:本报|本网|本台|[\u4e00-\u9fff]{2,6}[网报台社])[^\s,。()]{0,4}[讯电]\s*[(\[](?P<names>[^()\[\]]{2,40})[)\]]"
)
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
_URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_STAFF_OF = re.compile(
    r"^[\u4e00-\u9fff]{2,12}(?:中心|电视台|报社|日报社?|融媒体?)\s+(?=[\u4e00-\u9fff]{2,4}$)"
)
_EDITORS = re.compile(r"\s*(?:责任?编|编辑|编审|审|校)")
_UNIT = re.compile(r"[\u4e00-\u9fff]{2}(?:办|局|科|处|委|部|室|股)$")
_NO_PERSON = re.compile(r"[\u4e00-\u9fff]{2}(?:网|信息港|电视台|日报|晚报|报社|中心)$")
_FRONT_PAGE = re.compile(r"(?:https?://)?[^/]+/?")
_AROUND = ' 　:：|[]【】()（）<>《》"“”、./'


def outlet(part: Part) -> str | None:
    """Return the first publisher: a labelled source, the issuing office, the dateline."""
    around = [*part.header, *part.foot, *part.dropped]
    for line in around:
        if line.kind in ("stamp", "editor", "crumb", "masthead", "site_name", "source"):
            if (match := _OUTLET.search(line.key)) and (name := _paper(line, match)):
                return name
            if found := _OUTLET_ENGLISH.search(line.key):
                return found["value"].strip() if found["value"] else found["paper"]
    if name := _below_label(around, _OUTLET_LABEL):
        return name
    for line in around:
        match = _OUTLET_START.match(line.key) or _OUTLET_SLASH.match(line.key)
        if match and (name := _paper(line, match)):
            return name
    return _dateline_outlet(part) or _shown_outlet(part)


def _labelled(line: Line, match: re.Match[str]) -> str | None:
    start, end = match.span("value")
    if glued := _GLUED_DAY.search(line.key, start, end):
        end = glued.start()
    if next_label := _NEXT_LABEL.search(line.key, start, end):
        end = next_label.start()
    return real(line.text[start:end])


def _below_label(around: Sequence[Line], label: re.Pattern[str]) -> str | None:
    """A value that stands on the line below its label."""
    for line, following in pairwise(around):
        if line.kind == "stamp" and label.fullmatch(line.key) and len(following.key) <= 30:
            name = real(following.text) if following.kind in ("", "stamp") else None
            if name and not following.key.endswith(":"):
                following.kind = "stamp"
                return name
    return None


def real(value: str) -> str | None:
    """Return a name without marks around it; None for 互联网, 佚名 and the like."""
    value = value.strip(_AROUND)
    if "?" in value or (value.isascii() and not _LATIN_NAME.match(value)):
        return None  # a letter lost; A+A-, sp20241119
    return None if len(value) < 2 or _NOBODY.match(fold(value)) else value


def _paper(line: Line, match: re.Match[str]) -> str | None:
    """Return the outlet behind a label; None where a person stands in its place."""
    name = _labelled(line, match)
    if name and len(name) <= _NAME_MAX and name[0] in SURNAMES and not _MEDIA.search(name):
        return None
    return name


def _dateline_outlet(part: Part) -> str | None:
    """信网8月1日讯 names its outlet; 本报7月5日讯 does not."""
    if not part.body:
        return None
    match = re.match(
        r"(?P<name>新华社|中新社|中新网|[\u4e00-\u9fff]{1,8}(?:网|报|台|社|客户端|新闻|在线|融媒))[^\s,。(]{0,8}?(?:(?:\d{1,2}月)?\d{1,2}日)[^\s,。(]{0,4}(?:[讯电]|报道|消息)"
        r"|(?P<paper>[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|都市报|新闻网|融媒)|[\u4e00-\u9fff]{1,4}网|[\u4e00-\u9fff]{2,5}招商网)(?:讯|消息)[\s(:]"
        r"|\[(?P<agency>[\u4e00-\u9fff]{2,8}?)(?:20\d\d年)?\d{1,2}月\d{1,2}日[讯电]\]",
        part.body[0].key,
    )
    found = match and next(name for name in ("name", "paper", "agency") if match[name])
    if not match or not found or match[found].startswith("本"):
        return None
    return part.body[0].text[slice(*match.span(found))]


def _shown_outlet(part: Part) -> str | None:
    """The office that issued it, the account that posted it, or the paper named by the stamp."""
    for form in (_ISSUER, _ACCOUNT, _PAPER, *_BESIDE):
        for line in (*part.header, *(part.foot if form is _ISSUER else ())):
            match = form.search(line.key) if line.kind in ("stamp", "masthead") else None
            if match and (name := _labelled(line, match)):
                return name
    for line in part.header:
        if line.kind in ("stamp", "author") and (match := _AUTHOR.search(line.key)):
            value = line.text[match.start("value") : match.end("value")]
            name = person(value[: len(_AUTHOR_END.split(fold(value))[0])])
            if name and _PUBLISHER.search(fold(name)):
                return name
    for line in part.header:
        if line.kind == "byline" and (match := _FOR_WHOM.search(line.key)):
            return _labelled(line, match)
    for line in part.foot:
        if line.kind == "byline" and (match := _WITH_PAPER.match(line.key)):
            return line.text[slice(*match.span("paper"))]
    for kind in ("account", "issuer"):
        for line in part.header:
            if line.kind == kind:
                return line.text
    for line, below in pairwise(part.header):
        if (
            below.kind == "stamp"
            and line.kind in ("", "masthead", "site_name")
            and _MASTHEAD.match(line.key)
        ):
            return line.text
    above = part.header[-1] if part.header and part.body else None
    if above and is_masthead(above.key) and part.body[0].key.startswith(above.key):
        return above.text  # the paper above 某某网1月8日报道
    return None


def is_person(key: str) -> bool:
    """True for names of persons alone on a line."""
    found = key.split()
    if latin(key):
        return len(found) == _LATIN_NAMES and all(map(_LATIN_PART.fullmatch, found))
    return all(len(name) in (2, 3) and name[0] in SURNAMES for name in found)


def is_masthead(key: str) -> bool:
    """True for the name of a paper or site that stands alone."""
    return len(key) <= _SHORT_NAME and _MASTHEAD_ALONE.match(key) is not None


def republisher(part: Part) -> str | None:
    """Return who shows the article: its poster, the owner named at the foot, the account."""
    around = [*part.header, *part.foot, *part.dropped]
    for line in around:
        if match := _POSTER.search(line.key):
            name = _labelled(line, match)
            return None if name and name.isascii() and name.islower() else name
    for line in around:
        for form in (_RIGHTS, _RIGHTS_OF) if line.kind == "footer" else ():
            match = form.search(line.key)
            name = match and real(_LICENCE.sub("", line.text[slice(*match.span("name"))]))
            if name and not _NO_OWNER.search(fold(name)):
                return name
    return next((line.text for line in part.header if line.kind == "account"), None)


def byline(part: Part) -> str | None:
    """Return the authors: a byline, a labelled author, or the names in the dateline."""
    around = [*part.header, *part.foot, *part.dropped]
    for line in around:
        if line.kind != "byline" or _PROGRAM.match(line.key):
            continue
        if signed := _WITH_PAPER.match(line.key):
            return line.text[slice(*signed.span("name"))]
        if name := people(_PICTURE.sub("", line.text.strip(_BRACKETS))):
            return _BY_ENGLISH.sub("", name)
    for line in around:
        if line.kind == "author" and len(_ROLES.findall(line.key)) > 1:
            return people(line.text[: len(_EDITORS.split(line.key)[0])])
        if line.kind in ("stamp", "author", "editor", "source"):
            if (
                match := _AUTHOR.search(line.key)
                or _WRITER.search(line.key)
                or _BY.search(line.key)
            ):
                value = line.text[match.start("value") : match.end("value")]
                name = person(value[: len(_AUTHOR_END.split(fold(value))[0])])
                if (
                    name
                    and not _PUBLISHER.search(fold(name))
                    and not (_UNIT.search(name) and len(name) <= _SHORT_NAME)
                ):
                    return name
            elif reporter := _REPORTER.search(line.key):
                return line.text[slice(*reporter.span("value"))].strip()
            elif line.kind == "author" and (name := _bracketed(line)):
                return name
    if name := _below_label(part.header, _AUTHOR_LABEL):
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
    key, text = part.body[0].key, part.body[0].text
    if named := _REPORTER_ENGLISH.search(key, 0, 160):
        return text[slice(*named.span("value"))].strip()
    if (ahead := WRITER.match(key)) and key[1] in SURNAMES:
        return text[slice(*ahead.span("names"))]
    at = found.end() if (found := DATELINE.match(key)) else 0
    names = _IN_DATELINE.match(key, at) if at or key[:1] in "([" else None
    if names and _ROLES.search(names["names"]):
        return people(text[names.start("names") : names.end("names")])
    inside = None if at else _REPORT_INSIDE.search(key, 0, 80)
    if inside and _ROLES.search(inside["names"]):
        return people(text[slice(*inside.span("names"))])
    if ahead := _REPORTED.match(key[at : at + 60]):
        return people(text[at + ahead.start("names") : at + ahead.end("names")])
    if at and (ahead := _REPORTER_AHEAD.match(key[at : at + 40])):
        return people(text[at + ahead.start("names") : at + ahead.end("names")])
    return None


def people(text: str) -> str | None:
    """Return the names of a byline; roles stay where there are several, as in 记者 X 通讯员 Y."""
    text = re.sub(r"^[\u4e00-\u9fff]{2,6}讯\s*(?=[(（\[【])", "", text.strip())
    inner = text.strip(" 　□■◎●○▲△☆★◆◇()（）[]【】")
    if len(_ROLES.findall(inner)) <= 1 and "评论员" not in inner:
        inner = _ROLE_AHEAD.sub("", inner)
    inner = _FOR_WHOM.sub("", _ROLE_BEHIND.sub("", inner))
    return inner.strip() or None


def person(value: str) -> str | None:
    """Return the names in a labelled value; None for nobody."""
    value = _STAFF_OF.sub("", value.strip(_AROUND))
    if value.isascii() and value.islower():
        return None  # the name of an account or a program: hanweb
    if not 2 <= len(value) <= 40 or _NOBODY.match(value) or re.search(r"[?？!！。]", value):
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


def link(part: Part) -> str | None:
    """Return the address of the original that the page names."""
    for place in (part.header, part.foot, part.dropped):
        for line in place:
            if line.kind == "link" and (match := _URL.search(line.key)):
                found = line.text[match.start() : match.end()].rstrip(".,;")
                if place is not part.header or not _FRONT_PAGE.fullmatch(found):
                    return found  # above the text a bare host is the site's own
    return None
