"""Draft the next steps of a sentence: its actions, who is to act and by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.records import Article, NextStep
from briefing.rules import slogans
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.moods import MUST, WILL, Marked
from briefing.rules.when import deadline

_LEAST, _SHORTEST, _MOST_CLAUSES, _MOST_CHARS = 6, 4, 3, 75

_ORDINAL = r"(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十][,是]?|首先|其次|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、])"
_CUE = re.compile(
    rf"^(?:下一?步|接下来|今后|未来|今年|明年|20\d\d年|全年|年内|[上下]半年|[一二三四]季度|{_ORDINAL}|同时|此外|[并並]|还|也|,|、|\s)*"
    rf"(?:[\u3400-\u9fff]{{2,12}}[需由请])?(?:希望|请)?(?P<owner>(?!这|本[月周季年]|[一二三四]?个月)[\u3400-\u9fff、()（）]{{2,30}}?)??(?P<when>(?:每[年月周季]度?\d{{0,2}}[日号]?|[今明后]年|下(?:个?[月周]|半年)|本[月周季]|\d{{1,2}}月\d{{1,2}}[日号]|[月年]底|会后|近期)(?:之?前|内)?)?(?:还|也)?(?:{WILL}(?:要|[于於])?|{MUST}|应当?(?![届急对用收邀付交缴变力试聘征])|必?须|务必|打算|允诺|决定(?=拿出|安排|投入|设立|成立|开展|启动|组建|出台)|计划(?=[今明下在于对将]|20\d\d)|(?:(?<=[府局处所署方])|^|(?<=^也)|(?<=^还))会(?![议同计展员场前后上见谈办商诊签]))(?:继续)?"
)
_LEAD = re.compile(
    rf"^(?:{_ORDINAL}|(?:[\u3400-\u9fff]{{2,12}})?(?:强调|要求|指出|提出|希望)(?=要)|(?:并|还|同时)要求|(?:[\u3400-\u9fff]{{0,4}}要求|[\u3400-\u9fff]{{0,8}}(?:指示|责成))[\u3400-\u9fff]{{2,12}}?(?=限期|用好|抓紧|尽速|加快|加强|加大|做好|落实|强化|尽快|立即|严格|切实|进一步|按时|摸清|梳理|建立|对照|停[产工业]|自查|拆除|彻查|查清|上报|确实|掌握|[\d一二两三四五六七八九十]+个?(?:工作日|月|周|天|日|年)内|{slogans.VERB.pattern})|要(?!求))+"
)
_TOPIC = re.compile(
    r"对于?[^,]{2,40}的(?!进行|予以|给予|要)[^,的]{0,4}|对于?[^,]{2,20}(?:项目|单位|问题|企业|工程|部门|干部)$"
)
"""Whom an action is about, set off before it: 对推进不力的,要…"""

_ABOUT = re.compile(r"[\u3400-\u9fff、]{0,24}?(?=对于?(?![接标照外比应]))")

_WE = re.compile(r"我们|[本全]案|他们|大家|本市|全市上下|[市县区镇]里")
_SPEAKER = re.compile(r"(?:长|书记|主任|主席|议员)$")
_OWNER = re.compile(
    r"(?:局|委|办|厅|部|部门|单位|[区县市镇乡]|镇街|社区|站所|各级|各地|街道|集团|公司|中心|[市县区]府|政府|专班|学校|企业|单位|公室|[署局校院]方|当局|属地|委会|小组|理事会|协会|商会|领导|同志|干部|人员|指挥部|[组队站院所]|[区县市镇乡村](?:[(（][^()（）]{1,8}[)）])|[(（]市、区[)）]|县里|区里|市里|县府)$"
)


_ALL = re.compile(r"各级|各地|全[市县区镇]|上下|大家|同志|干部|各(?:有关|相关)?(?:部门|单位|镇街)")
"""Who is told at every meeting: what they are told must name a thing."""

_DOES = re.compile(
    r"^(?:[一二三四五六七八九十]是)?(?:[\u3400-\u9fff]{0,6}(?:要求|责成)|请|由)?(?P<owner>[\u3400-\u9fff、]{2,24}?(?:局|委|办|部|中心|集团|公司|单位|部门|镇街|政府|[县市区镇乡]|街道|专班|指挥部))(?=会同|牵头|负责|立即|[于在](?=\d|每|[一二三四五六七八九十])|\d{1,2}[月日]|抓住|积极|主动|全力|尽快|抓紧|同步)"
)
"""An office that acts without a cue: 请区交通局|会同…, 各单位|于9月前…"""


@dataclass(frozen=True, slots=True)
class _Act:
    """A clause that says what is to be done, and the leads that say to whom or by what."""

    clause: Clause
    leads: tuple[Clause, ...] = ()

    @property
    def first(self) -> Clause:
        return self.leads[0] if self.leads else self.clause

    @property
    def vague(self) -> bool:
        return not self.leads and slogans.is_vague(verb_on(self.clause.text))


@dataclass(slots=True)
class _Group:
    """Neighbouring actions, who is to act and the day that a clause before them set."""

    owner: str | None
    day: str | None
    acts: list[_Act] = field(default_factory=list)

    @property
    def charged(self) -> bool:
        """Tell whether one office in particular is told to act."""
        return self.owner is not None and len(self.owner) <= 14 and not _ALL.search(self.owner)

    @property
    def dated(self) -> bool:
        """Tell whether one of the actions has a day of its own; the next that has one is another step."""
        return any(deadline(act.clause.text) for act in self.acts)

    @property
    def full(self) -> bool:
        return len(self.acts) >= _MOST_CLAUSES or self.chars > _MOST_CHARS

    @property
    def chars(self) -> int:
        return self.acts[-1].clause.end - self.acts[0].first.start if self.acts else 0


def find(
    article: Article,
    sentence: Sentence,
    row: Sequence[Marked],
    kinds: Sequence[str],
    office: str | None,
) -> list[NextStep]:
    """Return the steps of a sentence whose clauses are of `kinds`; `office` speaks in it.

    Neighbouring actions are one step, up to the next cue, semicolon or `_MOST_CLAUSES`. Who is told to act
    (各部门要…) acts up to the next cue.
    """
    owner, day = office, None
    groups = [_Group(owner, day)]
    leads: tuple[Clause, ...] = ()
    for marked, kind in zip(row, kinds, strict=True):
        clause = marked.clause
        if (told := _told(clause.text)) or (marked.cued and not leads):
            owner = (
                article.text[clause.start + told[0] : clause.start + told[1]] if told else office
            )
        if sets_day(clause.text):
            day = clause.text
        told_of = kind in ("fact", "slogan", "lead") and "了" not in clause.text
        whom = _whom(clause.text) if told_of else None
        if whom is not None or kind == "lead":
            leads = (*leads, _from(clause, whom or 0)) if clause.stop == "," else ()
            if whom:
                owner = article.text[clause.start : clause.start + whom]
            if marked.cued:
                groups.append(_Group(owner, day))
            continue
        if kind != "step":
            groups.append(_Group(owner, day))
            leads = ()
            continue
        group = groups[-1]
        if (marked.cued and not leads) or (
            group.acts
            and (
                marked.cued
                or group.full
                or group.acts[-1].clause.stop == ";"
                or (group.dated and deadline(clause.text) is not None)
            )
        ):
            groups.append(group := _Group(owner, day))
        group.owner = group.owner if group.acts else owner
        group.acts.append(_Act(clause, tuple(one for one in leads if _is_part(one.text))))
        leads = ()
    steps = [_step(article, sentence, group) for group in groups if _says(group)]
    return [step for step in steps if not _breaks_off(step.action)]


def _whom(text: str) -> int | None:
    """Return where a clause begins to say whom an action is about: 各街道|对查出的隐患; None for others."""
    about = _ABOUT.match(text)
    if about is None or not (
        _TOPIC.fullmatch(text, about.end()) or slogans.is_lead(text[about.end() :])
    ):
        return None
    return about.end() if not about[0] or _OWNER.search(about[0]) else None


def _from(clause: Clause, place: int) -> Clause:
    return Clause(clause.start + place, clause.end, clause.text[place:], clause.stop)


def _is_part(text: str) -> bool:
    return bool(_TOPIC.fullmatch(text)) or slogans.names_whom(verb_on(text))


def _breaks_off(words: str) -> bool:
    """Tell whether words end inside a quotation that began in them."""
    return any(
        words.count(left) > words.count(right)
        for left, right in ("“”", "「」", "《》", "()", "（）")
    )


def sets_day(text: str) -> bool:
    """Tell whether a clause is a deadline and no more (四季度,我们…); the day of an event is none."""
    return deadline(text) == text and not text.endswith(("日", "号"))


def _says(group: _Group) -> bool:
    told = [act for act in group.acts if not act.vague]
    if not told and group.charged:
        return any(slogans.says(verb_on(act.clause.text)) for act in group.acts)
    least = _SHORTEST if group.charged else _LEAST
    return sum(len(verb_on(act.clause.text)) + 6 * len(act.leads) for act in told) >= least


def _told(text: str) -> tuple[int, int] | None:
    """Return the range of who is told to act in a clause: 会议要求|各部门|一是要…"""
    cue = _CUE.match(text)
    if cue is None:
        does = _DOES.match(text)
        return does.span("owner") if does else None
    if not cue["owner"]:
        return None
    start, end = cue.span("owner")
    if numbered := _NUMBER.match(text, start, end):
        start = numbered.end()
    if saying := _SAYING.match(text, start, end):
        start = saying.end()
    if ordinal := _ORDINAL_LAST.search(text, start, end):
        end = ordinal.start()
    if _GIVEN.match(text, start):
        return None  # 对推进不力的单位|要通报: they are no doers
    return (start, end) if _OWNER.search(text[start:end]) else None


_GIVEN = re.compile(r"对(?![接标外比应口])|把|围绕|针对|按照|根据")
_SAYING = re.compile(r".*(?:强调|要求|指出|希望|提出|表示|责成|督促|指示|叮嘱|勉励)")
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、")
_ORDINAL_LAST = re.compile(r"[一二三四五六七八九十]是$")


def verb_on(text: str) -> str:
    """Return a clause from its verb on, whoever is told to act before it."""
    cue = _CUE.match(text)
    return text[cue.end() if cue else _begin(text) :]


def _begin(text: str) -> int:
    """Return where the action of a clause begins: after an ordinal (一是), a cue and its owner.

    Where words before a cue name nobody who acts, they stay; 将 that takes an object (将审批事项下放) does too.
    """
    cue = _CUE.match(text)
    if cue and len(text) - cue.end() >= _SHORTEST:
        named = cue["owner"] or ""
        begin = cue.start("when") if cue["when"] else cue.end()
        if not named and text[cue.end() - 1] == "将" and _TAKES.match(text, cue.end()):
            return cue.end() - 1
        named = _ORDINAL_LAST.sub("", _SAYING.sub("", named))
        if _GIVEN.match(named):
            return 0
        if not named or _WE.search(named) or _OWNER.search(named) or _SPEAKER.search(named):
            return begin
    if cue is None and (does := _DOES.match(text)):
        return does.end()
    first = _LEAD.match(text) or _ALSO.match(text)
    return first.end() if first and len(text) - first.end() >= _SHORTEST else 0


_ALSO = re.compile(r"(?:并且?(?![入联网轨购行])|同时|此外)(?=[\u3400-\u9fff]{4})")
_TAKES = re.compile(
    r"(?!在|对|于|从|会|全力|继续|进一步|统筹|积极|加快|加大|全面|尽快|及时)[^,]{2,36}?(?:下放|纳入|列入|并入|移交|压[紧缩]|提高到|控制在|落实到|延伸[至到]|报送|拨付[到给]|做[细实]|细化|分解|落[到实]|作为|转化|报(?=[\u3400-\u9fff]{1,10}[组局办室委府县区市])|上报|用[足好活]|完成$)"
)
"""What 将 as 把 goes on with: an object and what becomes of it."""


def _step(article: Article, sentence: Sentence, group: _Group) -> NextStep:
    """Return the step from the verb of its first clause that is not vague to the end of its last."""
    telling = [act for act in group.acts if not act.vague] or group.acts
    first, last = telling[0].first, telling[-1].clause
    words = article.text[first.start : last.end]
    return NextStep(
        sentence=sentence.number,
        action=words[_begin(first.text) :],
        owner=group.owner,
        deadline=deadline(words) or group.day,
    )
