"""What a page says of its article: title, subtitle, outlet, republisher, byline, editor, link.

In:  the lines above and below the body, and the body itself.
Out: `Header`. What the page does not say is None. Nothing is translated or completed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.cleaning import names, subtitles
from briefing.cleaning.derived import derive
from briefing.cleaning.folding import fold, latin
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import DATELINE, Part
from briefing.cleaning.subtitles import ADDRESSED, CALLED, ISSUER
from briefing.cleaning.titles import share, without_site

_SHARE = 0.25
_LABELLED = re.compile(
    r"(?:信件)?(?:编号|来信\S{1,2}|回复\S{1,2}|时间|地点|主持(?:人)?|参加|出席|列席|记录|议题|电话|地址|供应商|采购|项目(?:编号|名称)|联系)\S{0,4}:"
)
_OFFICE = r"(?:局|委|委员会|厅|办|办公室|政府|公司|中心|报|网|社|站|台|学校|医院|集团|法院|检察院|新闻|客户端|电视台|融媒体?|发布|在线|频道|Gov|Government|Bureau|Committee|News|Daily|Times|[\w-]+(?:\.[\w-]+)+)"
# A masthead: an office or paper alone, or before the names of its columns.
_ORGAN = re.compile(
    rf"(?:[^\s,。|/]{{0,18}}|[A-Za-z' .-]{{0,50}}){_OFFICE}(?:\s*[\s|/—–·>-]\s*[^\s,。:;!?“”\d|/]{{2,10}}){{0,3}}$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|图为|[↑↓▲▼△]")
_OF_BODY = re.compile(
    rf"(?:{_ITEM.pattern})|(?![\u4e00-\u9fff]{{1,5}}[镇县市区乡省村道局院校司]:)[\u4e00-\u9fff]{{2,6}}:\S"
)
_LEADING = 3  # paragraphs: the first may only greet
_MOST = 200  # lines above the body that are looked at
_LONG_TITLE = 8  # shorter lines above the body are columns more often than titles
_TITLE_LABEL = re.compile(
    r"(?:标\s*题|名\s*称|信息名称|文件名称|(?:来信|信件|访谈|直播)?(?:标题|主题)|查看完整版本)\s*[:|]\s*(?P<value>[^|]{4,100}?)[\s|]*$"
)
# A notice names what it is: 关于某事的通报. What stands alone above it is who issued it.
_NOTICE = re.compile(
    r"(?:[\u4e00-\u9fff、]{2,30})?关于.{2,70}的(?:通报|通知|通告|公告|公示|报告|意见|决定|决议|批复|请示|函|复函|情况|方案|汇报|说明|建议)(?:\([^()]{2,20}\))?$"
)
_ONE_WORD = re.compile(
    r"(?:重要)?(?:更正|勘误|致歉|启事|公告|通知|通告|公示|通报|声明)(?:启事|声明|说明|公告)?$"
)
_COLUMN = re.compile(r"\[[^\[\]]{2,14}\]")  # 【市长谈营商环境】 above the title
# Who gives a report.
_SPEAKER = re.compile(
    r"(?:^|[\u4e00-\u9fff\s])(?:[省市县区州镇]\s?长|主任|书记|局长)\s+[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{1,3}$"
)
_ORIGINAL = re.compile(r"原(?:标题|题)\s*:")
_FIGURES = re.compile(r"[\W\d_]+|[年月日号]")
_SHOULDER = re.compile(r"(?:强调|指出|要求|表示|提出)$")
_CHANNEL = re.compile(r"[\u4e00-\u9fff]{2,6}[报社网刊]·\S{1,10}$")  # a paper's account
_BRIEF_TITLE = 14
_HALF = 5  # letters of one half of a couplet, at least; menus have shorter words
_NICK = 6
_ACCOUNT = re.compile(r"[\w·]{2,14}$")
_LATIN_TITLE = 220
_LONG_LATIN = 60
# What a page counts of readers and posters.
_COUNTER = re.compile(
    r"(?:积分|阅读|浏览|点击|点赞|评论|回复|收藏|转发|分享|关注|粉丝|人气|查看|主题|帖子|威望|金币|金钱|精华|回帖|贡献|热度|得分|评分|经验值?|等级|在看)(?:数|量)?\s*:?\s*[\d.,]+\s?[万亿]?\+?$"
)
_TITLE_END = re.compile(r"[。;,:]$")


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
    _take_in(part)
    if title:
        _drop_copies(part, fold(title))
    shown = hints if first else {}
    return Header(
        title=title,
        derived=None if title else _derived(part),
        subtitle=subtitle,
        outlet=names.outlet(part) or names.real(shown.get("outlet", "")),
        republisher=names.republisher(part) or names.real(shown.get("site", "")),
        byline=names.byline(part) or names.person(shown.get("author", "")),
        editor=names.editor(part) or names.person(shown.get("editor", "")),
        url=names.link(part),
    )


def _derived(part: Part) -> str | None:
    """Return what stands in for a title: a clause of the first paragraph that has one."""
    for line in part.body[:_LEADING]:
        if made := derive(line.key, line.text):
            return made
    return None


# --- title ---------------------------------------------------------------------------------


def _title(part: Part, hint: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Choose the title among the lines above the body; the lines under it are subtitles."""
    candidates = [line for line in part.header if not line.kind and _may_be_title(line)][-_MOST:]
    candidates = [line for line in candidates if not _ORGAN.fullmatch(line.key)] or candidates
    candidates = [line for line in candidates if not _COLUMN.fullmatch(line.key)] or candidates
    for line in part.header:
        if (match := _TITLE_LABEL.match(line.key)) and line.kind in ("", "stamp"):
            title = line.text[slice(*match.span("value"))].strip()
            for other in part.header:
                if other is line or other.text == title:
                    other.kind = "title"
            return title, ()
    _mark_poster(part)
    candidates = [line for line in candidates if not line.kind]
    shown = [line for line in candidates if line.role == "title"]
    body = "".join(line.key for line in part.body[:30])[:3000]
    chosen = shown[0] if shown else None
    if chosen is None and hint:
        chosen = next((line for line in candidates if line.key and line.text in hint), None)
    if chosen is None:
        chosen = _notice(part, candidates) or _above_post(part, candidates)
    if chosen is None:
        fitting = [line for line in candidates if share(line.key, body) >= _SHARE]
        long = [line for line in fitting if len(line.key) >= _LONG_TITLE]
        chosen = _under_dash(part, candidates) or next(iter(long or fitting), None)
    if chosen is None:
        chosen = _by_place(part, candidates)
    if chosen is None:
        chosen = next((line for line in candidates if _ONE_WORD.match(line.key)), None)
    if chosen is None:
        if hint and len(hint) >= 5 and share(hint, body) >= _SHARE:
            return without_site(hint), ()
        return _original(part), ()
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
    return without_site(chosen.text), (*subtitles.mark(above), *subtitles.take(part, chosen))


def _original(part: Part) -> str | None:
    """Return the title that a page names below the text: 原标题: and the line under it."""
    for line, below in pairwise(part.foot):
        if _ORIGINAL.fullmatch(line.key) and _may_be_title(below) and len(below.key) >= _LONG_TITLE:
            below.kind = "title"
            return below.text
    return None


def _take_in(part: Part) -> None:
    """Move the plain lines between title and stamp above, and the body, into the body.

    Headings, captions and the fields of a notice stand there. Without a stamp only lines that
    look like list items, fields or captions are moved: others may be anything.
    """
    start = _plain_from(part.header)
    title = next((at for at, line in enumerate(part.header) if line.kind == "title"), None)
    stamped = start and part.header[start - 1].kind == "stamp"
    if title is None or title > start or not stamped:
        low, start = start, len(part.header)
        while start > low and _OF_BODY.match(part.header[start - 1].key):
            start -= 1
    moved = part.header[start:]
    if title is not None:  # the same once more, its figures lost perhaps
        words = _letters(part.header[title].key)
        for line in moved:
            line.kind = "title" if len(words) >= _LONG_TITLE and _letters(line.key) == words else ""
    part.body[:0] = [line for line in moved if not line.kind]
    part.header[start:] = [line for line in moved if line.kind]


def _drop_copies(part: Part, title: str) -> None:
    """Take the title out of the body, where it stands under each picture."""
    copies = [line for line in part.body if line.key == title] if len(title) >= _LONG_TITLE else []
    if copies and len(copies) < len(part.body):
        for line in copies:
            line.kind = "title"
        part.body[:] = [line for line in part.body if line.kind != "title"]
        part.dropped.extend(copies)


def _letters(key: str) -> str:
    """Return a line without its figures, marks and what counts days."""
    return _FIGURES.sub("", key)


def _plain_from(header: Sequence[Line]) -> int:
    """Return where the lines right above the body start that nothing is known of."""
    start = len(header)
    while start and not header[start - 1].kind and not header[start - 1].role:
        if start == len(header) and names.is_masthead(header[start - 1].key):
            break
        start -= 1
    return start


def _may_be_title(line: Line) -> bool:
    if _SPEAKER.search(line.key) or ADDRESSED.match(line.key) or _CHANNEL.match(line.key):
        return False
    if line.key.count(",") >= (6 if latin(line.key) else 3) or DATELINE.match(line.key):
        return False
    if _COUNTER.match(line.key):
        return False
    return bool(
        (
            4 <= len(line.key) <= (_LATIN_TITLE if latin(line.key) else 90)
            or _ONE_WORD.match(line.key)
        )
        and not _TITLE_END.search(line.key)
        and not line.key.startswith(("——", "--", "(", "*"))
        and "。" not in line.key
        and "\t" not in line.text
        and not _LABELLED.match(line.key)
        and not _ITEM.match(line.key)
    )


def _mark_poster(part: Part) -> None:
    """Mark the name of an account or a writer that stands right above the stamp.

    It is told from a title by how accounts are called, or by a title further above; and where the
    stamp is no 发表于, by its shortness besides.
    """
    for number, line in enumerate(part.header[1:], start=1):
        above = part.header[number - 1]
        if line.kind not in ("stamp", "post") or above.kind or above.role == "title":
            continue
        further = part.header[: number - 1]
        if further and further[-1].key.endswith(":"):
            continue  # the value of a label
        titled = any(not other.kind and len(other.key) >= _LONG_TITLE for other in further)
        if titled and names.is_person(above.key):
            above.kind = "byline"
        elif not _ACCOUNT.match(above.key) or "楼主" in line.key:
            continue
        elif (
            titled or CALLED.search(above.key)
            if "发表于" in line.key
            else titled and len(above.key) <= _NICK and not ISSUER.match(above.key)
        ):
            above.kind = "account"


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
    return next((line for line in above if len(line.key) >= _LONG_TITLE), None)


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
        and not _OF_BODY.match(candidates[0].key)
        and (_in_halves(candidates[0].key) or _latin_heading(candidates[0].key))
    ):
        below = part.header[part.header.index(candidates[0]) + 1 :]
        if all(line.kind or _OF_BODY.match(line.key) for line in below):
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
    return len(key) >= _LONG_LATIN and latin(key)


def _main(chosen: Line, candidates: Sequence[Line], body: str) -> Line:
    """Prefer, in a heading of several lines, the line that says what happened.

    王明在督查重点工作时强调 stands over the title, 揽金192亿元 beside it.
    """
    at = candidates.index(chosen) if chosen in candidates else -1
    below = [line for line in candidates[at + 1 : at + 4] if not line.role] if at >= 0 else []
    if below and _SHOULDER.search(chosen.key) and len(below[0].key) >= _LONG_TITLE:
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
    plain = not couplet.kind and not couplet.role and not chosen.gap and _may_be_title(couplet)
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
