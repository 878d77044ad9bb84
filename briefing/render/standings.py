"""How targets stand, counted: a board of lights, and the lights of each place side by side.

In:  the targets of a briefing's ledger. Out: lamps with their counts, a picture for each place.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.records import TargetHistory
from briefing.render import charts
from briefing.render.labels import SIGNS, Lang, word
from briefing.render.lines import Lamp, Standing


def lamps(counts: Mapping[str, int], lang: Lang) -> tuple[Lamp, ...]:
    """Return each counted light with its sign and word."""
    return tuple(
        Lamp(light, SIGNS[light], word(lang, "light", light), count)
        for light, count in counts.items()
    )


def by_place(ledger: Sequence[TargetHistory], t: Any, lang: Lang) -> tuple[Standing, ...]:
    """Return the lights by place; none with one place only, or without a light to compare.

    `t` holds the words of the language by name.
    """
    counts: dict[str, dict[str, int]] = {}
    for target in ledger:
        place = counts.setdefault(target.place or t.other_region, dict.fromkeys(SIGNS, 0))
        place[target.light.value] += 1
    if len(counts) < 2 or all(target.light.value == "grey" for target in ledger):
        return ()
    most = max(sum(one.values()) for one in counts.values())
    return tuple(_standing(place, one, most, t, lang) for place, one in counts.items())


def _standing(place: str, counts: Mapping[str, int], most: int, t: Any, lang: Lang) -> Standing:
    shown = lamps({light: count for light, count in counts.items() if count}, lang)
    told = t.comma.join(f"{lamp.light_word} {lamp.count}" for lamp in shown)
    chart = charts.stack(counts, most, f"{place}{t.colon}{told}")
    return Standing(place, shown, sum(counts.values()), chart)
