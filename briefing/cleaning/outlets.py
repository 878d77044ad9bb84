"""Who published an article: outlet, republisher, and the link back.

In:  a part of a page: the lines above, in and below the body, with their kinds.
Out: names as written, None where the page gives none.
"""

import re
from itertools import pairwise

from briefing.cleaning.bylines import AUTHOR, AUTHOR_END, FOR_WHOM, PUBLISHER, WITH_PAPER, person
from briefing.cleaning.folding import fold
from briefing.cleaning.labels import VALUE, below_label, labelled, real
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import Part
from briefing.cleaning.places import SURNAMES
from briefing.cleaning.stamp_lines import DATE, TIME

_OUTLET = re.compile(
    rf"(?:信息|文章|稿件|新闻|内容|消息)?(?:来源|稿源|出处|转自|摘自|(?<![\u4e00-\u9fff])来自){VALUE}"
)
_OUTLET_ENGLISH = re.compile(
    r"\bSource\s*:\s*(?P<value>[^|,:()\[]{2,40}?)(?=\s*(?:[|,:()\[]|$|\b(?:Date|Time|Author|Editor|Updated|Published|Fonts?|Views?|By|Print|Share|Release)\b))|\((?P<paper>[A-Z][A-Za-z ]{2,30}?|[a-z]+(?:\.[a-z]+)+)(?:\)\s*(?:$|\||Updated)| [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\)$)"
)
_OUTLET_START = re.compile(
    rf"[\[(]?\s*(?:本文|文章|信息|稿件|新闻|内容|消息|原文)?(?:来源|稿源|出处|转自|摘自){VALUE}"
)
_OUTLET_SLASH = re.compile(r"来源/(?P<value>[^\s,。/]{3,20})$")  # a line of its own
_OUTLET_LABEL = re.compile(r"(?:信息|文章|稿件|新闻|内容)?来源\s*:?$")
_ISSUER = re.compile(rf"(?:发布|发文|张贴|公开)(?:机构|单位|部门|机关){VALUE}")
_ACCOUNT = re.compile(r"(?:^|\s)(?P<value>\S{2,20})\s+(?:19|20)\d\d[-/.年].*发表于")
_PAPER = re.compile(r"(?P<value>[^\s,。:|]{2,10}(?:报|新闻))》?\s*[(]?(?:19|20)\d\d[-/.年]")
_MEDIUM = r"(?P<value>(?!举报)[^\s|:,。·()\d]{1,16}(?:报|网|台|社|发布|中心|新闻|客户端|在线|频道|局|政府|办|办公室|委|部))"
_BESIDE = (
    re.compile(
        rf"(?:{DATE}|\d\d-\d\d)\s*(?:{TIME}|\d{{1,2}}时\d{{1,2}}分)?[\s·|]+{_MEDIUM}(?:$|[\s|])"
    ),
    re.compile(rf"(?:^|[\s|]){_MEDIUM}[\s·|]+(?:{DATE}|\d\d-\d\d\s)"),
    re.compile(rf"原创\s+{_MEDIUM}"),
    _EPAPER := re.compile(rf"\s{_MEDIUM}\s+content_\d{{1,12}}\.html?\b"),
)
_MASTHEAD = re.compile(
    r"[^\s,。:|]{2,12}(?:报|网|社|台|发布|新闻|融媒|客户端|在线)$|[\u4e00-\u9fff]{2,6}[报社网刊]·\S{1,10}$|[A-Z][\w. ]{1,40}(?:Newswire|Tribune|Gazette|Online)$"
)
_OWN = re.compile("本([报网台])(?:讯|记者|[^,。]{0,8}[讯电])")
_PAPER_NAME = re.compile(
    r"(?:^|[\s|>:])(?P<paper>[\u4e00-\u9fff]{2,8}(?:报|网|台))(?:(?P<edition>·?(?:数字报|电子[报版]|数字版))|(?=$|[\s|>,]))"
)
_SHORT_NAME = 8
_MASTHEAD_ALONE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:报|网|社|台|发布|新闻|融媒|客户端)$")
_NAME_MAX = 3  # letters of a person's name
_MEDIA = re.compile(r"[报网台社号刊局办委府厅部站端]$|新闻|发布")
_POSTER = re.compile(rf"发布[者人]{VALUE}")
# Two owners side by side are both named: 中共某市委 某市人民政府.
_RIGHTS = re.compile(
    r"版权所有\s*[:]?\s*(?P<name>[^\s,。©:|()0-9]{2,30}(?:[\s、][\u4e00-\u9fff]{2,16}(?:政府|委员会|办公室|局|委|中心)(?=\s|$))?)"
)
_RIGHTS_OF = re.compile(r"(?:^|[\s©:|\d])(?P<name>[^\s,。©:|()0-9.]{2,20})\s*版权所有")
_LICENCE = re.compile(r"[\u4e00-\u9fff](?:ICP|公网安备|公網安備).*")
_NO_OWNER = re.compile(
    r"本网|本站|违者|必究|未经|翻版|所有|保留|备|不得|请勿|地址|主办|承办|[A-Za-z]{2}号|(?i:copy|rights?)"
)
_URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_FRONT_PAGE = re.compile(r"(?:https?://)?[^/]+/?")


def outlet(part: Part) -> str | None:
    """Return the first publisher: a labelled source, the issuing office, the dateline."""
    around = [*part.header, *part.foot, *part.dropped]
    for line in around:
        if line.kind in ("stamp", "editor", "crumb", "masthead", "site_name", "source"):
            if (match := _OUTLET.search(line.key)) and (name := _paper(line, match)):
                return name
            if found := _OUTLET_ENGLISH.search(line.key):
                return found["value"].strip() if found["value"] else found["paper"]
    if (name := below_label(around, _OUTLET_LABEL)) and not _is_person(name):
        return name
    for line in around:
        match = _OUTLET_START.match(line.key) or _OUTLET_SLASH.match(line.key)
        if match and (name := _paper(line, match)):
            return name
    return _dateline_outlet(part) or _shown_outlet(part)


def _paper(line: Line, match: re.Match[str]) -> str | None:
    """Return the outlet behind a label; None where a person stands in its place."""
    name = labelled(line, match)
    return None if name and _is_person(name) else name


def _is_person(name: str) -> bool:
    return len(name) <= _NAME_MAX and name[0] in SURNAMES and not _MEDIA.search(name)


def _dateline_outlet(part: Part) -> str | None:
    """信网8月1日讯 names its outlet; 本报7月5日讯 does not."""
    if not part.body:
        return None
    match = re.match(
        r"(?P<name>新华社|中新社|中新网|[\u4e00-\u9fff]{1,8}(?:网|报|台|社|客户端|新闻|在线|融媒))[^\s,。(]{0,8}?(?:(?:\d{1,2}月)?\d{1,2}日)[^\s,。(]{0,4}(?:[讯电]|报道|消息)"
        r"|(?P<paper>[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|都市报|新闻网|融媒)|[\u4e00-\u9fff]{1,4}网|[\u4e00-\u9fff]{2,5}招商网|[\u4e00-\u9fff]{2,6}(?:在线|网)(?=[\u4e00-\u9fff]{1,4}[县市区镇州]讯))(?:[\u4e00-\u9fff]{1,4}[县市区镇州])?(?:讯|消息)[\s(:]"
        r"|(?P<reporting>[\u4e00-\u9fff]{4,8})报道\s?\((?:全媒体)?记者"
        r"|\(?(?P<staff>[\u4e00-\u9fff]{2,6}(?:广播电视台|电视台|日报|融媒体中心|融媒|网))(?:全媒体)?记者"
        r"|[(\[](?P<wire>[\u4e00-\u9fff]{2,3}社)记者"
        r"|\[(?P<agency>[\u4e00-\u9fff]{2,8}?)(?:20\d\d年)?\d{1,2}月\d{1,2}日[讯电]\]",
        part.body[0].key,
    )
    found = match and next(
        name for name in ("name", "paper", "reporting", "staff", "wire", "agency") if match[name]
    )
    if not match or not found or match[found].startswith("本"):
        return None
    return part.body[0].text[slice(*match.span(found))]


def _shown_outlet(part: Part) -> str | None:
    """The office that issued it, the account that posted it, or the paper named by the stamp."""
    for form in (_ISSUER, _ACCOUNT, _PAPER, *_BESIDE):
        for line in (*part.header, *(part.foot if form in (_ISSUER, _EPAPER) else ())):
            match = form.search(line.key) if line.kind in ("stamp", "masthead") else None
            if match and (name := labelled(line, match)):
                return name
    for line in part.header:
        if line.kind in ("stamp", "author") and (match := AUTHOR.search(line.key)):
            value = line.text[match.start("value") : match.end("value")]
            name = person(value[: len(AUTHOR_END.split(fold(value))[0])])
            if name and PUBLISHER.search(fold(name)):
                return name
    for line in part.header:
        if line.kind == "byline" and (match := FOR_WHOM.search(line.key)):
            return labelled(line, match)
    for line in part.foot:
        if line.kind == "byline" and (match := WITH_PAPER.match(line.key)):
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
    if own := _own_paper(part):
        return own
    above = part.header[-1] if part.header and part.body else None
    if above and is_masthead(above.key) and part.body[0].key.startswith(above.key):
        return above.text  # the paper above 某某网1月8日报道
    return None


def _own_paper(part: Part) -> str | None:
    """Return the paper that an e-paper's page is of, or that calls itself 本报 or 本网 in its text."""
    own = _OWN.match(part.body[0].key) if part.body else None
    for line in part.header:
        if line.kind in ("author", "byline", "title", "subtitle"):
            continue
        if not own and "数字" not in line.key and "电子" not in line.key:
            continue
        for match in _PAPER_NAME.finditer(line.key):
            called = own and line.kind != "stamp" and match["paper"].endswith(own[1])
            if match["edition"] or called:
                return line.text[slice(*match.span("paper"))]
    return None


def is_masthead(key: str) -> bool:
    """True for the name of a paper or site that stands alone."""
    return len(key) <= _SHORT_NAME and _MASTHEAD_ALONE.match(key) is not None


def republisher(part: Part) -> str | None:
    """Return who shows the article: its poster, the owner named at the foot, the account."""
    around = [*part.header, *part.foot, *part.dropped]
    for line in around:
        if match := _POSTER.search(line.key):
            name = labelled(line, match)
            return None if name and name.isascii() and name.islower() else name
    for line in around:
        for form in (_RIGHTS, _RIGHTS_OF) if line.kind == "footer" else ():
            match = form.search(line.key)
            name = match and real(_LICENCE.sub("", line.text[slice(*match.span("name"))]))
            if name and not _NO_OWNER.search(fold(name)):
                return name
    return next((line.text for line in part.header if line.kind == "account"), None)


def link(part: Part) -> str | None:
    """Return the address of the original that the page names."""
    for place in (part.header, part.foot, part.dropped):
        for line in place:
            if line.kind == "link" and (match := _URL.search(line.key)):
                found = line.text[match.start() : match.end()].rstrip(".,;")
                if place is not part.header or not _FRONT_PAGE.fullmatch(found):
                    return found  # above the text a bare host is the site's own
    return None
