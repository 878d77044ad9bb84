"""Tell a period in a few sentences whose every figure, name and date is put in by code.

In:  the rows, conflicts and ledger of a briefing. Out: `Passage`s with refs and cites.

The template needs no model. A model may write a better one: it is given the rows without
their numbers as slots, and its reply is taken only when it types no digit, no name and no
slot that was not offered.
"""

import re
from collections.abc import Mapping, Sequence

from briefing.records import (
    Direction,
    Figure,
    Light,
    NextStep,
    Official,
    Part,
    Passage,
    Row,
    Shortfall,
    State,
    Target,
    TargetHistory,
)
from briefing.weeks.rows import Rows

_ZH = {
    "head": "本期共收录{0}篇报道，涉及{1}。",
    "nobody": "本期共收录{0}篇报道。",
    "none": "本期没有可用的报道。",
    "figures": "主要数据：",
    "people": "涉及人员：",
    "targets": "目标与承诺：",
    "shortfalls": "存在的问题：",
    "ledger": "台账在册{0}项：完成{1}项，逾期未完成{2}项，到期无结果{3}项，已调整{4}项，其余进行中；红灯{5}项，黄灯{6}项。",
    "conflicts": "另有{0}组数据各报道说法不一，见分歧表。",
    "sep": "；",
    "comma": "、",
    "end": "。",
}
_EN = {
    "head": "{0} articles, about {1}. ",
    "nobody": "{0} articles. ",
    "none": "No article could be used.",
    "figures": "Main figures: ",
    "people": "Named were ",
    "targets": "Targets: ",
    "shortfalls": "Problems admitted: ",
    "ledger": "The ledger has {0} targets: {1} met, {2} missed, {3} past their day without word, {4} revised, the rest under way; {5} red, {6} yellow.",
    "conflicts": "On {0} figures the articles disagree; see the conflict table.",
    "sep": "; ",
    "comma": ", ",
    "end": ". ",
}
MOST = 4  # rows of a kind that the summary names


def words(lang: str) -> Mapping[str, str]:
    """Return the fixed words of the summary."""
    return _ZH if lang == "zh" else _EN


def template(
    rows: Rows, ledger: Sequence[TargetHistory], sources: int, lang: str
) -> tuple[Passage, ...]:
    """Return the summary that needs no model, one passage for each kind of row."""
    say = words(lang)
    if not sources:
        return (_plain(say["none"]),)
    places = [section.title for section in rows.regions]
    head = say["head"] if places else say["nobody"]
    passages = [_plain(head.format(sources, say["comma"].join(places)))]
    for kind, shown in (
        ("figures", rows.figures),
        ("people", rows.officials),
        ("targets", rows.targets),
        ("shortfalls", rows.shortfalls),
    ):
        if shown:
            passages.append(_listed(say[kind], shown[:MOST], say))
    if ledger:
        passages.append(_plain(say["ledger"].format(len(ledger), *_counts(ledger))))
    if rows.conflicts:
        passages.append(_plain(say["conflicts"].format(len(rows.conflicts))))
    return tuple(passages)


def _plain(text: str) -> Passage:
    return Passage(parts=(Part(text=text),))


def _counts(ledger: Sequence[TargetHistory]) -> list[int]:
    states = [history.state for history in ledger]
    lights = [history.light for history in ledger]
    return [
        *(states.count(s) for s in (State.MET, State.MISSED, State.OVERDUE, State.REVISED)),
        lights.count(Light.RED),
        lights.count(Light.YELLOW),
    ]


def _listed(head: str, rows: Sequence[Row], say: Mapping[str, str]) -> Passage:
    parts = [Part(text=head)]
    cites: list[str] = []
    for number, row in enumerate(rows):
        if number:
            parts.append(Part(text=say["sep"]))
        parts.append(Part(text=line(row), ref=row.ref))
        cites.extend(row.cites)
    parts.append(Part(text=say["end"]))
    return Passage(parts=tuple(parts), cites=tuple(dict.fromkeys(cites)))


def line(row: Row) -> str:
    """Return a row in the article's own words: the clauses it stands in, or title and name."""
    claim = row.finding.claim
    match claim:
        case Official():
            return "、".join(claim.titles) + claim.name
        case Figure():
            return _trim(_figure(claim, row.region, _WAYS[row.finding.unsaid]))
        case Target() | Shortfall():
            return _trim(claim.what)
        case NextStep():
            return _trim(claim.action)


def _figure(claim: Figure, region: str, way: str) -> str:
    """Return whose, what, when and how much, each once, in the article's words."""
    metric = _without_end(claim.metric, claim.raw)
    subject = claim.subject or region
    head = "" if not subject or subject in metric else subject
    kind = claim.change_kind or ""
    if kind in ("其他", "") or kind in claim.raw or kind in metric or _DISTANCE.search(claim.raw):
        kind = ""
    period = claim.period or ""
    return f"{'' if period in metric else period}{head}{metric}{kind}{way}{claim.raw}"


_WAYS = {Direction.UP: "增长", Direction.DOWN: "下降", Direction.NONE: ""}
"""Put in by code where the proven direction stands apart from the number."""

_DISTANCE = re.compile(r"[高低快慢好差多少]于|相差|差距|领先|落后")


def _without_end(metric: str, raw: str) -> str:
    """Return the metric without the words that the number starts with: 高于全市平均水平."""
    for size in range(min(len(metric) - 2, len(raw)), 1, -1):
        if metric.endswith(raw[:size]):
            return metric[:-size]
    return metric


def _trim(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,，;；。、:：\n")
