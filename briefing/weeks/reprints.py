"""Tell which articles only repeat what an article of an earlier day has said.

In:  an article and earlier ones that share passages with it (`duplicates.prints`).
Out: the earliest that says all of it, and its label.

A reprint of the same period is folded (`copies`); one of an earlier period is no new report: its
figures are not of this period, and what it says of a target was said before.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from briefing.records import Article
from briefing.weeks import duplicates

COMMON = duplicates.COMMON  # a print that more articles hold tells nothing
MOST = 8  # earlier articles that are compared


def prints(articles: Sequence[Article]) -> list[frozenset[int]]:
    """Return the prints of each article's passages, to be kept beside it."""
    return list(duplicates.prints(article.text for article in articles))


def original(article: Article, day: date, others: Iterable[tuple[Article, date]]) -> str:
    """Return the label of the earliest other article, of a day before, that says it all; or ""."""
    earlier = sorted(
        ((other_day, other.id, other) for other, other_day in others if other_day < day),
        key=lambda found: found[:2],
    )
    if not earlier:
        return ""
    new = duplicates.Sketch(article.text, frozenset())
    for other_day, _, other in earlier:
        if duplicates.repeats(duplicates.Sketch(other.text, frozenset()), new):
            return label(other, other_day)
    return ""


def label(article: Article, day: date) -> str:
    """Return day, outlet and headline: 2023-09-05 青岚日报《…》."""
    return f"{day} {article.outlet or ''}《{article.headline}》"


def day_of(label_: str) -> date:
    """Return the day that a label begins with."""
    return date.fromisoformat(label_[:10])
