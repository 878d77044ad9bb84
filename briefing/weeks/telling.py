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
    "many": "{0}等{1}地",
    "nobody": "本期共收录{0}篇报道。",
    "none": "本期没有可用的报道。",
    "figures": "主要数据：",
    "people": "涉及人员：",
    "targets": "目标与承诺：",
    "shortfalls": "存在的问题：",
    "ledger": "台账在册{0}项",
    "states": "完成{0}项|逾期未完成{0}项|到期无结果{0}项|已调整{0}项",
    "rest": "其余{0}项进行中",
    "all": "均在推进中",
    "lights": "红灯{0}项|黄灯{0}项",
    "conflicts": "另有{0}组数据各报道说法不一。",
    "again": "另有{0}篇重刊往期报道，不计入本期。",
    "sep": "；",
    "comma": "、",
    "then": "，",
    "end": "。",
}
_EN = {
    "head": "Articles read: {0}, about {1}. ",
    "many": "{0} and others, {1} places in all",
    "nobody": "Articles read: {0}. ",
    "none": "No article could be used.",
    "figures": "Main figures: ",
    "people": "Named were ",
    "targets": "Targets: ",
    "shortfalls": "Problems admitted: ",
    "ledger": "Targets in the ledger: {0}",
    "states": "{0} met|{0} missed|{0} past their day without word|{0} revised",
    "rest": "{0} under way",
    "all": "all under way",
    "lights": "{0} red|{0} yellow",
    "conflicts": "On {0} figures the articles disagree.",
    "again": "Further articles that repeat earlier ones, not counted: {0}. ",
    "sep": "; ",
    "comma": ", ",
    "then": ", ",
    "end": ". ",
}
MOST = 4  # rows of a kind that the summary names
MOST_PLACES = 10  # places that it names


def words(lang: str) -> Mapping[str, str]:
    """Return the fixed words of the summary."""
    return _ZH if lang == "zh" else _EN


def template(
    rows: Rows, ledger: Sequence[TargetHistory], sources: int, lang: str, again: int = 0
) -> tuple[Passage, ...]:
    """Return the summary that needs no model, one passage for each kind of row.

    `again` of the articles read only repeat those of an earlier period. What is said of a named
    place comes first: 全县 without its name tells a reader little.
    """
    say = words(lang)
    if not sources:
        return (_plain(say["none"]),)
    places = [section.title for section in rows.regions]
    head = say["head"] if places else say["nobody"]
    named = say["comma"].join(places[:MOST_PLACES])
    if len(places) > MOST_PLACES:
        named = say["many"].format(named, len(places))
    passages = [_plain(head.format(sources, named))]
    if again:
        passages.append(_plain(say["again"].format(again)))
    for kind, shown in (
        ("figures", rows.figures),
        ("people", rows.officials),
        ("targets", rows.targets),
        ("shortfalls", rows.shortfalls),
    ):
        if shown:
            placed = sorted(shown, key=lambda row: not row.region) if places else shown
            passages.append(_listed(say[kind], placed[:MOST], say))
    if ledger:
        passages.append(_plain(_ledger(ledger, say)))
    if rows.conflicts:
        passages.append(_plain(say["conflicts"].format(len(rows.conflicts))))
    return tuple(passages)


def _plain(text: str) -> Passage:
    return Passage(parts=(Part(text=text),))


def _ledger(ledger: Sequence[TargetHistory], say: Mapping[str, str]) -> str:
    """Return how many targets stand how; what there is none of is not named."""
    states = [one.state for one in ledger]
    counts = [states.count(state) for state in _ENDED]
    told = [form.format(n) for form, n in zip(say["states"].split("|"), counts, strict=True) if n]
    rest = len(ledger) - sum(counts)
    if not told:
        told = [say["all"]]
    elif rest:
        told.append(say["rest"].format(rest))
    lights = [[one.light for one in ledger].count(light) for light in (Light.RED, Light.YELLOW)]
    lit = [form.format(n) for form, n in zip(say["lights"].split("|"), lights, strict=True) if n]
    head = say["ledger"].format(len(ledger))
    line_ = say["then"].join([head, *told])
    return say["sep"].join([line_, say["comma"].join(lit)] if lit else [line_]) + say["end"]


_ENDED = (State.MET, State.MISSED, State.OVERDUE, State.REVISED)


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
            if _is_latin(claim.name):
                return ", ".join((claim.name, *claim.titles))
            return "、".join(claim.titles) + claim.name
        case Figure():
            return _trim(_figure(claim, row.region, row.finding.unsaid))
        case Target() | Shortfall():
            return _trim(claim.what)
        case NextStep():
            return _trim(claim.action)


def _figure(claim: Figure, region: str, unsaid: Direction) -> str:
    """Return whose, what, when and how much, each once, in the article's words."""
    metric = claim.head
    subject = claim.subject or region
    head = "" if not subject or subject in metric else subject
    kind: str = claim.change_kind or ""
    if (
        kind in ("其他", "")
        or kind in claim.raw
        or kind in claim.metric
        or _DISTANCE.search(claim.raw)
    ):
        kind = ""
    way = _WAYS[unsaid]
    period = claim.period or ""
    if _is_latin(metric):
        counted = claim.raw.endswith(metric)  # projects: 12 projects
        told = "" if counted else metric, _WAYS_EN[unsaid], claim.raw, _KINDS_EN.get(kind, "")
        whose = f"{head}: " if head else ""
        return whose + _joined(*told) + (f" ({period})" if period else "")
    return _joined("" if period in metric else period, head, metric, kind, way, claim.raw)


def _joined(*pieces: str) -> str:
    """Return the pieces that are not empty as one text, with a blank between Latin letters."""
    return _SEAM.sub(" ", "\0".join(filter(None, pieces))).replace("\0", "")


def _is_latin(words: str) -> bool:
    return words.isascii()


_SEAM = re.compile(r"(?<=[!-~])\0(?=[A-Za-z$])|(?<=[A-Za-z])\0(?=[!-~])")
"""Between two parts of Latin letters, which a blank parts: this year, output, 940 million."""

_WAYS = {Direction.UP: "增长", Direction.DOWN: "下降", Direction.NONE: ""}
"""Put in by code where the proven direction stands apart from the number."""

_WAYS_EN = {Direction.UP: "up", Direction.DOWN: "down", Direction.NONE: ""}
_KINDS_EN = {
    "同比": "year on year",
    "环比": "on the previous period",
    "比年初": "since the start of the year",
}

_DISTANCE = re.compile(r"[高低快慢好差多少]于|相差|差距|领先|落后")


def _trim(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,，;；。、:：\n")
