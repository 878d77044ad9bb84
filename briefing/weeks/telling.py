"""Tell a period in a few sentences whose every figure, name and date is put in by code.

In:  the rows, conflicts and ledger of a briefing. Out: `Passage`s with refs and cites.

The template needs no model. A model may write a better one: it is given the rows without
their numbers as slots, and its reply is taken only when it types no digit, no name and no
slot that was not offered.
"""

from collections.abc import Mapping, Sequence

from briefing.records import Light, Part, Passage, Row, State, TargetHistory
from briefing.weeks.rows import Rows
from briefing.weeks.wording import clusters, line, more

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
    "place": "（{0}）",
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
    "place": " ({0})",
    "end": ". ",
}
MOST = 4  # rows of a kind that the summary names
_MOST_RED, _LONGEST_RED = 2, 40  # targets behind their time that are named, letters of each
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
    spans = {row.ref: merged.key[2] for merged, row in rows.pairs if merged.key}
    for kind, shown in (
        ("figures", rows.figures),
        ("people", rows.officials),
        ("targets", rows.targets),
        ("shortfalls", rows.shortfalls),
    ):
        if shown:
            placed = sorted(shown, key=lambda row: not row.region) if places else shown
            items = clusters(placed, spans) if kind == "figures" else _once(placed)
            several = len(places) > 1 and kind != "figures"
            passages.append(_listed(say[kind], items[:MOST], say, several=several))
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
    if lit and lights[0]:
        reds = [one.what for one in ledger if one.light is Light.RED][:_MOST_RED]
        lit[0] += say["place"].format(say["sep"].join(map(_short, reds)))
    head = say["ledger"].format(len(ledger))
    line_ = say["then"].join([head, *told])
    return say["sep"].join([line_, say["comma"].join(lit)] if lit else [line_]) + say["end"]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_RED else words[: _LONGEST_RED - 1] + "…"


_ENDED = (State.MET, State.MISSED, State.OVERDUE, State.REVISED)


def _once(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Return the rows one by one, without those that would be told in the same words again."""
    found: dict[tuple[str, str], tuple[Row, ...]] = {}
    for row in rows:
        found.setdefault((row.region, line(row)), (row,))
    return list(found.values())


def _listed(
    head: str, items: Sequence[Sequence[Row]], say: Mapping[str, str], *, several: bool
) -> Passage:
    """Return items of one or more rows each; their place stands behind them where there are `several`."""
    parts = [Part(text=head)]
    for number, item in enumerate(items):
        if number:
            parts.append(Part(text=say["sep"]))
        parts.append(Part(text=line(item[0]), ref=item[0].ref))
        for row in item[1:]:
            parts += (Part(text=say["then"]), Part(text=more(row, item[0]), ref=row.ref))
        place = item[0].region
        if several and place and place not in parts[-1].text:
            parts.append(Part(text=say["place"].format(place)))
    parts.append(Part(text=say["end"]))
    cites = dict.fromkeys(cite for item in items for row in item for cite in row.cites)
    return Passage(parts=tuple(parts), cites=tuple(cites))
