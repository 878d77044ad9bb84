"""Match predictions with gold: figures and officials one to one, texts by shared words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from briefing.records import Article, Extraction
from briefing.scoring.items import Item, expected, predicted
from briefing.scoring.places import Folded, shared
from briefing.scoring.tally import KINDS, Miss, Score, Tally

_TOLERANCE = Decimal("0.005")
_OVERLAP = 0.5
_CROSSED = {"targets": "next_steps", "next_steps": "targets"}


def score(gold: Mapping[str, Any], extraction: Extraction, article: Article) -> Score:
    """Score one article against the gold of its page."""
    return score_page(gold, [(extraction, article)])


def score_page(gold: Mapping[str, Any], pages: Sequence[tuple[Extraction, Article]]) -> Score:
    """Score all articles of one page against its gold; the findings are put together."""
    texts = [Folded.of(article.text) for _, article in pages]
    wanted, given = expected(gold, texts), predicted(pages, texts)
    page = str(gold.get("id", ""))
    kinds = {
        "figures": _figures(page, _of(wanted, "figures"), _of(given, "figures")),
        "officials": _officials(page, _of(wanted, "officials"), _of(given, "officials")),
    }
    for kind in KINDS[2:]:
        kinds[kind] = _texts(page, kind, wanted, given)
    return Score(page, kinds)


def _of(items: Sequence[Item], kind: str) -> list[Item]:
    return [item for item in items if item.kind == kind]


# --- figures and officials: one to one -----------------------------------------------------


def _figures(page: str, wanted: list[Item], given: list[Item]) -> Tally:
    possible = [
        (_distance(want, item) + (0 if _same_sign(want, item) else 1_000_000), w, g)
        for w, want in enumerate(wanted)
        for g, item in enumerate(given)
        if _equal(want, item) and shared(want.place, item.place) > 0
    ]
    pairs = _one_to_one(possible)
    repeats = {g for _, w, g in possible if w in pairs} - set(pairs.values())
    tally = _tally(page, wanted, given, pairs, repeats)
    signs = [given[g] for w, g in pairs.items() if not _same_sign(wanted[w], given[g])]
    open_gold = [want for w, want in enumerate(wanted) if w not in pairs]
    values = [
        item
        for g, item in enumerate(given)
        if g not in pairs.values()
        and g not in repeats
        and any(shared(want.mark, item.mark) > 0 and want.mark.at for want in open_gold)
    ]
    return replace(
        tally,
        wrong_signs=tuple(_miss(page, item) for item in signs),
        wrong_values=tuple(_miss(page, item) for item in values),
    )


def _officials(page: str, wanted: list[Item], given: list[Item]) -> Tally:
    possible = [
        (-len(set(want.titles) & set(item.titles)), w, g)
        for w, want in enumerate(wanted)
        for g, item in enumerate(given)
        if want.name == item.name
    ]
    pairs = _one_to_one(possible)
    repeats = {g for _, w, g in possible if w in pairs} - set(pairs.values())
    wrong = tuple(
        replace(_miss(page, given[g]), what=f"{given[g].name}: {title}")
        for w, g in pairs.items()
        for title in given[g].titles
        if not any(title.endswith(t) or t.endswith(title) for t in wanted[w].titles)
    )
    return replace(_tally(page, wanted, given, pairs, repeats), wrong_titles=wrong)


def _equal(want: Item, item: Item) -> bool:
    if want.unit != item.unit or want.value is None or item.value is None:
        return False
    if want.value_max is not None and item.value_max is not None:
        return _near(want.value, item.value) and _near(want.value_max, item.value_max)
    return _near(want.value, item.value) and want.value_max == item.value_max


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(abs(one) - abs(other)) <= _TOLERANCE * abs(one)


def _same_sign(want: Item, item: Item) -> bool:
    return (want.value or 0) * (item.value or 0) >= 0


def _distance(want: Item, item: Item) -> int:
    gaps = [abs(a[0] - b[0]) for n, a in want.mark.at for m, b in item.mark.at if n == m]
    return min(gaps, default=999_999)


def _one_to_one(possible: list[tuple[int, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for _, w, g in sorted(possible):
        if w not in pairs and g not in pairs.values():
            pairs[w] = g
    return pairs


def _tally(
    page: str, wanted: list[Item], given: list[Item], pairs: dict[int, int], repeats: set[int]
) -> Tally:
    used = set(pairs.values())
    return Tally(
        gold=len(wanted),
        found=len(pairs),
        gold_key=sum(want.key for want in wanted),
        found_key=sum(wanted[w].key for w in pairs),
        predicted=len(given),
        right=len(pairs),
        repeats=len(repeats),
        strict=len(pairs),
        misses=tuple(_miss(page, want) for w, want in enumerate(wanted) if w not in pairs),
        false=tuple(
            _miss(page, item) for g, item in enumerate(given) if g not in used and g not in repeats
        ),
    )


# --- texts: shared words -------------------------------------------------------------------


def _texts(page: str, kind: str, wanted: list[Item], given: list[Item]) -> Tally:
    golds, items = _of(wanted, kind), _of(given, kind)
    crossed = _CROSSED.get(kind, "")
    worth_of_gold = [
        max(_best(want, items, wanted), _best(want, _of(given, crossed), wanted) / 2)
        for want in golds
    ]
    worth_of_item = [
        max(_best(item, golds, wanted), _best(item, _of(wanted, crossed), wanted) / 2)
        for item in items
    ]
    links = [
        (0, w, g)
        for w, want in enumerate(golds)
        for g, item in enumerate(items)
        if _meets(want, item, wanted)
    ]
    return Tally(
        gold=len(golds),
        found=sum(worth_of_gold),
        gold_key=sum(want.key for want in golds),
        found_key=sum(w for w, want in zip(worth_of_gold, golds, strict=True) if want.key),
        predicted=len(items),
        right=sum(worth_of_item),
        strict=len(_most_pairs(links)),
        misses=tuple(
            _miss(page, want) for w, want in zip(worth_of_gold, golds, strict=True) if w < 1
        ),
        false=tuple(
            _miss(page, item) for w, item in zip(worth_of_item, items, strict=True) if w < 1
        ),
    )


def _best(one: Item, others: Sequence[Item], wanted: Sequence[Item]) -> float:
    return float(any(_meets(one, other, wanted) for other in others))


def _meets(one: Item, other: Item, wanted: Sequence[Item]) -> bool:
    if shared(one.place, other.place) < _OVERLAP:
        return False
    want = one if any(one is item for item in wanted) else other
    siblings = sum(
        item.kind == want.kind and shared(item.place, want.place) >= _OVERLAP for item in wanted
    )
    if siblings > 1 and one.value is not None and other.value is not None:
        return _near(one.value, other.value)
    return True


def _most_pairs(links: list[tuple[int, int, int]]) -> dict[int, int]:
    """Return a largest one-to-one choice of links (augmenting paths; pages are small)."""
    reach: dict[int, list[int]] = {}
    for _, w, g in links:
        reach.setdefault(w, []).append(g)
    taken: dict[int, int] = {}

    def place(w: int, seen: set[int]) -> bool:
        for g in reach.get(w, ()):
            if g not in seen:
                seen.add(g)
                if g not in taken or place(taken[g], seen):
                    taken[g] = w
                    return True
        return False

    for w in reach:
        place(w, set())
    return {w: g for g, w in taken.items()}


def _miss(page: str, item: Item) -> Miss:
    return Miss(page, item.what, item.sentence, item.key)
