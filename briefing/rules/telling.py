"""Tell apart figures that one bare name would make contradict each other: 发放资金13万元 and 发放资金42万元.

In:  the drafts of an article with their further wordings. Out: the same drafts; where two of one metric,
     subject, period and unit have unlike values, each takes the longer of its wordings that ends in the
     metric (助学金|发放资金), and keeps the bare one behind it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from briefing.facts.folding import fold
from briefing.records import Figure
from briefing.rules import labels, owners

Draft = tuple[Figure, tuple[str, ...]]

_COUNTED = re.compile(rf"(?:{labels.COUNTABLE})$")
_THING = re.compile(r"[^\d]*[\u3400-\u9fff]{3}(?<!投资)(?<!金额)(?<!资金)(?<![市区县镇乡])")
_NUMBER = re.compile(r"[^\d.,]*[\d.,]+[余多]?[万亿千百]*[余多]?")


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts in order, those told apart that a reader would mix up."""
    named: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for figure, _ in drafts:
        named[_name(figure)].add(figure.raw)
    taken = {figure.metric for figure, _ in drafts}
    return [
        _longer(figure, spare, taken) if len(named[_name(figure)]) > 1 else (figure, spare)
        for figure, spare in drafts
    ]


def _name(figure: Figure) -> tuple[object, ...]:
    unit = _NUMBER.sub("", fold(figure.raw))
    change = figure.change_kind, figure.is_rank
    return figure.metric, figure.subject, figure.period, unit, change


def _longer(figure: Figure, spare: tuple[str, ...], taken: set[str]) -> Draft:
    if figure.is_rank or _COUNTED.search(fold(figure.metric)):
        return figure, spare
    for words in spare:
        whose = words.removesuffix(figure.metric)
        if whose == words or words in taken or figure.metric in whose:
            continue
        if owners.alone(whose) or not _THING.fullmatch(fold(whose)):
            continue
        more = figure.model_copy(update={"metric": words})
        return more, (figure.metric, *(other for other in spare if other != words))
    return figure, spare
