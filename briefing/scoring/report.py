"""The report: score many pages, print a table and every error, or JSON for programs."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.records import Article, Extraction
from briefing.scoring.match import score_page
from briefing.scoring.tally import KINDS, Miss, Score, Tally, total

_HEAD = ("kind", "gold", "found", "given", "P", "R", "R(key)", "F1", "1:1 F1", "wrong")
_WRONG = ("wrong_values", "wrong_signs", "wrong_titles")


def evaluate(
    triples: Iterable[tuple[Mapping[str, Any], Extraction | None, Article | None]],
) -> tuple[Score, ...]:
    """Return one score a page, in order of first sight.

    A page with several articles comes as several triples of one gold `id`. A page where
    nothing could be read comes with None: all its facts are missed.
    """
    golds: dict[str, Mapping[str, Any]] = {}
    pages: dict[str, list[tuple[Extraction, Article]]] = {}
    for gold, extraction, article in triples:
        page = str(gold.get("id", ""))
        golds.setdefault(page, gold)
        found = pages.setdefault(page, [])
        if extraction is not None and article is not None:
            found.append((extraction, article))
    return tuple(score_page(gold, pages[page]) for page, gold in golds.items())


def table(scores: Iterable[Score], *, details: bool = False) -> str:
    """Return the sum as a text table; with `details` also every error with its sentence."""
    scores = list(scores)
    summed = total(scores, f"{len(scores)} pages")
    rows = [_HEAD, *(_row(kind, summed[kind]) for kind in KINDS)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines.append(f"wrong values and signs: {summed.wrong_value_rate:.2%} of figures given")
    if details:
        lines += _details(scores)
    return "\n".join(lines) + "\n"


def to_json(scores: Iterable[Score]) -> str:
    """Return the sum and every page as JSON, each error with its sentence."""
    scores = list(scores)
    data = {
        "total": _plain(total(scores)),
        "pages": [{"id": score.page, **_plain(score)} for score in scores],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _row(kind: str, tally: Tally) -> tuple[str, ...]:
    wrong = sum(len(getattr(tally, name)) for name in _WRONG)
    ratios = (tally.precision, tally.recall, tally.key_recall, tally.f1, tally.strict_f1)
    counts = (f"{tally.gold}", f"{tally.found:g}", f"{tally.judged}")
    return (kind, *counts, *(f"{ratio:.3f}" for ratio in ratios), f"{wrong}")


def _details(scores: Iterable[Score]) -> list[str]:
    lines: list[str] = []
    for score in scores:
        for kind in KINDS:
            tally = score[kind]
            for name, label in (("misses", "missed"), ("false", "false"), *_labels()):
                for miss in getattr(tally, name):
                    key = "*" if miss.key and name == "misses" else " "
                    lines.append(f"{score.page} {kind} {label}{key} {miss.what} | {miss.sentence}")
    return lines


def _labels() -> list[tuple[str, str]]:
    return [(name, name.removesuffix("s").replace("_", " ")) for name in _WRONG]


def _plain(score: Score) -> dict[str, Any]:
    return {
        "wrong_value_rate": round(score.wrong_value_rate, 6),
        **{kind: _plain_tally(score[kind]) for kind in KINDS},
    }


def _plain_tally(tally: Tally) -> dict[str, Any]:
    def plain(misses: Iterable[Miss]) -> list[dict[str, Any]]:
        return [vars(miss) for miss in misses]

    return {
        "gold": tally.gold,
        "found": tally.found,
        "gold_key": tally.gold_key,
        "found_key": tally.found_key,
        "given": tally.predicted,
        "right": tally.right,
        "repeats": tally.repeats,
        "precision": round(tally.precision, 6),
        "recall": round(tally.recall, 6),
        "key_recall": round(tally.key_recall, 6),
        "f1": round(tally.f1, 6),
        "strict_f1": round(tally.strict_f1, 6),
        **{name: plain(getattr(tally, name)) for name in ("misses", "false", *_WRONG)},
    }
