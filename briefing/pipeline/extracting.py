"""Articles to extractions: by a model where one is configured, else by rules.

What was extracted once by the same engine is taken from the store. With a model, each reply is
in the store before the next is asked for, so that a run that dies goes on where it stopped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing import __version__, extract
from briefing.pipeline.steps import Step, Watch
from briefing.records import Article, Extraction, Run, Skip
from briefing.store import Store


@dataclass(frozen=True)
class Extracted:
    """What was found, by article id; what could not be asked; and the account of the run."""

    by_id: Mapping[str, Extraction]
    skips: tuple[Skip, ...]
    run: Run


def by_rules(
    store: Store, articles: Sequence[Article], watch: Watch, notes: tuple[str, ...] = ()
) -> Extracted:
    """Extract by rules alone. It is cheap and the rules get better: never taken from the store."""
    found: dict[str, Extraction] = {}
    for done, article in enumerate(articles, 1):
        found[article.id] = extract.by_rules(article)
        watch(Step("extracting", done, len(articles)))
    return Extracted(found, (), Run(engine="rules", version=__version__, notes=notes))
