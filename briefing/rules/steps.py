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
    rf"^(?:下一?步|接下来|今后|今年|明年|{_ORDINAL}|同时|此外|[并並]|还|也|,|、|\s)*"
    rf"(?:[\u3400-\u9fff]{{2,12}}[需由请])?(?:希望|请)?(?P<owner>(?!这|本[月周季年]|[一二三四]?个月)[\u3400-\u9fff、()（）]{{2,30}}?)??(?:还|也)?(?:{WILL}(?:要|[于於])?|{MUST}|应当?(?![届急对用收邀付])|必?须|(?:(?<=[府局处所署])|^|(?<=^也)|(?<=^还))会(?![议同计展员场前后上见谈]))(?:继续)?"
)
_LEAD = re.compile(
    rf"^(?:{_ORDINAL}|(?:[\u3400-\u9fff]{{2,12}})?(?:强调|要求|指出|提出|希望)(?=要)|(?:并|还|同时)要求|(?:[\u3400-\u9fff]{{0,4}}要求|[\u3400-\u9fff]{{0,8}}(?:指示|责成))[\u3400-\u9fff]{{2,12}}?(?=限期|用好|抓紧|尽速|加快|加强|加大|做好|落实|强化|尽快|立即|严格|切实|进一步|按时)|要(?!求))+"
)
_TOPIC = re.compile(
    r"对于?[^,]{2,40}的(?!进行|予以|给予|要)[^,的]{0,4}|对于?[^,]{2,20}(?:项目|单位|问题|企业|工程|部门|干部)$"
)
"""Whom an action is about, set off before it: 对推进不力的,要…"""

_WE = re.compile(r"我们|[本全]案|他们|大家|本市|全市上下|[市县区镇]里")
_OWNER = re.compile(
    r"(?:局|委|办|厅|部|部门|单位|[区县市镇乡]|镇街|社区|站所|各级|各地|街道|集团|公司|中心|[市县区]府|政府|专班|学校|企业|单位|公室|[(（]市、区[)）]|县里|区里|市里|县府)$"
)


@dataclass(slots=True)
class _Group:
    """Neighbouring actions, who is to act and the day that a clause before them set."""

    owner: str | None
    day: str | None
    clauses: list[Clause] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return len(self.clauses) >= _MOST_CLAUSES or self.chars > _MOST_CHARS

    @property
    def chars(self) -> int:
        return self.clauses[-1].end - self.clauses[0].start if self.clauses else 0


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
    before: Clause | None = None
    for marked, kind in zip(row, kinds, strict=True):
        clause, topic = marked.clause, before
        before = clause
        if (told := _told(clause.text)) or marked.cued:
            owner = (
                article.text[clause.start + told[0] : clause.start + told[1]] if told else office
            )
        if sets_day(clause.text):
            day = clause.text
        if kind != "step":
            groups.append(_Group(owner, day))
            continue
        group = groups[-1]
        if marked.cued or (group.clauses and (group.full or group.clauses[-1].stop == ";")):
            groups.append(group := _Group(owner, day))
        if topic and marked.cued and _TOPIC.fullmatch(topic.text):
            group.clauses.append(topic)
        group.owner = group.owner if group.clauses else owner
        group.clauses.append(clause)
    steps = [_step(article, sentence, group) for group in groups if _says(group)]
    return [step for step in steps if not _breaks_off(step.action)]


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
    told = [verb_on(clause.text) for clause in group.clauses]
    return sum(len(text) for text in told if not slogans.is_vague(text)) >= _LEAST


def _told(text: str) -> tuple[int, int] | None:
    """Return the range of who is told to act in a clause: 各部门|要…"""
    cue = _CUE.match(text)
    return cue.span("owner") if cue and _OWNER.search(cue["owner"] or "") else None


def verb_on(text: str) -> str:
    """Return a clause from its verb on, whoever is told to act before it."""
    cue = _CUE.match(text)
    return text[cue.end() if cue else _begin(text) :]


def _begin(text: str) -> int:
    """Return where the action of a clause begins: after an ordinal (一是), a cue and its owner.

    Where words before a cue name nobody who acts, they stay.
    """
    cue = _CUE.match(text)
    if cue and len(text) - cue.end() >= _LEAST:
        named = cue["owner"] or ""
        if not named or _WE.search(named) or _OWNER.search(named):
            return cue.end()
    first = _LEAD.match(text)
    return first.end() if first and len(text) - first.end() >= _SHORTEST else 0


def _step(article: Article, sentence: Sentence, group: _Group) -> NextStep:
    """Return the step from the verb of its first clause that is not vague to the end of its last."""
    telling = [one for one in group.clauses if not slogans.is_vague(verb_on(one.text))]
    topic = group.clauses[0] if _TOPIC.fullmatch(group.clauses[0].text) else telling[0]
    first, last = topic, telling[-1]
    words = article.text[first.start : last.end]
    return NextStep(
        sentence=sentence.number,
        action=words[_begin(first.text) :],
        owner=group.owner,
        deadline=deadline(words) or group.day,
    )
