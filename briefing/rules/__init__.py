"""Read the facts of an article without a model.

In:  an `Article`. Out: `Claims`, each copied letter for letter, with the number of its
     sentence; as untrusted as a model's, and grounded like them.

Good enough for a digest in an office without network, the fallback when an endpoint fails,
and the check on what a model left out. Pages that are not about public work give nothing,
and sentences that talk to a program are not read. Time is linear in the text.
"""

from briefing.records import Article, Claims
from briefing.rules import english, figures, officials, plans, relevance, shortfalls, summary
from briefing.rules.clauses import sentences
from briefing.rules.moods import mark


def read(article: Article) -> Claims:
    """Return what the rules find in `article`, in order of the text."""
    if not relevance.relevant(article):
        return Claims()
    rows = sentences(article)
    if english.is_english(article):
        return english.read(article, rows)
    moods = mark(rows)
    targets, steps = plans.find(article, rows, moods)
    claims = Claims(
        figures=tuple(figures.find(article, rows, moods)),
        officials=tuple(officials.find(article, rows)),
        targets=tuple(targets),
        next_steps=tuple(steps),
        shortfalls=tuple(shortfalls.find(article, rows, moods)),
    )
    return claims.model_copy(update={"summary": summary.compose(claims)})
