"""Which articles need not be asked about, because another of the same period says it all."""

from collections.abc import Iterable, Sequence

from briefing.records import Article
from briefing.weeks import duplicates


def distinct(articles: Sequence[Article]) -> list[Article]:
    """Return the articles that have something of their own to say."""
    spared = repeated(articles)
    return [article for article in articles if article.id not in spared]


def repeated(articles: Iterable[Article]) -> dict[str, str]:
    """Return the ids of articles that repeat another one, each with the id of that one.

    A reprint or a cut version whose passages, figures and days all stand in the longer text. What
    has anything of its own is not among them, nor is a twin that names another place.
    """
    by_id = {article.id: article for article in articles}
    found = duplicates.sketches({key: article.text for key, article in by_id.items()})
    spared: dict[str, str] = {}
    for pair in duplicates.pairs(found):
        if (
            pair.one not in spared
            and duplicates.repeats(found[pair.one], found[pair.other])
            and not _apart(by_id[pair.one].region, by_id[pair.other].region)
        ):
            spared.setdefault(pair.other, pair.one)
    return spared


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    depth = min(len(one), len(other))
    return one[:depth] != other[:depth]
