"""Score extraction, by rules or by a model, against hand-made gold."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing import scoring
from briefing.config import Config
from briefing.errors import InputError
from briefing.pipeline import engine, intake
from briefing.pipeline.steps import Watch
from briefing.records import Article, Extraction, Skip


def evaluate(
    config: Config,
    gold: Path,
    paths: Sequence[str],
    *,
    watch: Watch,
    now: Callable[[], datetime],
) -> tuple[scoring.Score, ...]:
    """Return one score for each page of `paths` that has gold.

    `gold` is a folder of JSON files named after the pages: facts of `a.txt` are in `a.json`. Raises
    `InputError` when no page has gold.
    """
    facts = _facts(gold)
    found: dict[str, list[Article]] = {}
    for item in intake.clean_pages(paths, intake.Given()):
        stem = Path(item.source if isinstance(item, Skip) else item[0].source).stem
        if stem in facts:
            found.setdefault(stem, [])
            if not isinstance(item, Skip):
                found[stem].append(item[0])
    if not found:
        raise InputError(f"no page has gold in {gold}", hint="gold of a.txt is named a.json")
    every = [article for articles in found.values() for article in articles]
    extractions = engine.extract(config, every, watch, now).by_id
    return scoring.evaluate(_triples(facts, found, extractions))


def _facts(gold: Path) -> dict[str, Mapping[str, Any]]:
    facts: dict[str, Mapping[str, Any]] = {}
    for file in sorted(gold.glob("*.json")):
        try:
            read = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(
                f"{file} is no gold: {error}", hint="mend or remove the file"
            ) from error
        if isinstance(read, dict) and "figures" in read:
            facts[file.stem] = read
    return facts


def _triples(
    facts: Mapping[str, Mapping[str, Any]],
    found: Mapping[str, Sequence[Article]],
    extractions: Mapping[str, Extraction],
) -> Iterator[tuple[Mapping[str, Any], Extraction | None, Article | None]]:
    for stem, articles in found.items():
        if not articles:
            yield facts[stem], None, None
        for article in articles:
            yield facts[stem], extractions.get(article.id), article
