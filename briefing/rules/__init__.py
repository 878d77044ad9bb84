"""Read the facts of an article without a model.

In:  an `Article`. Out: `Claims`, each copied letter for letter, with the number of its
     sentence; as untrusted as a model's, and grounded like them.

Good enough for a digest in an office without network, the fallback when an endpoint fails,
and the check on what a model left out. Pages that are not about public work give nothing,
and sentences that talk to a program are not read. Time is linear in the text.
"""

from briefing.records import Article, Claims
from briefing.rules import (
    english,
    figures,
    heads,
    officials,
    plans,
    relevance,
    settling,
    shortfalls,
    summary,
)
from briefing.rules.clauses import sentences
from briefing.rules.moods import mark

_SPEAKS = {"表示", "说", "介绍"}
"""Who does this tells what their own office will do; who 强调 or 要求 speaks of others."""


def read(article: Article) -> Claims:
    """Return what the rules find in `article`, in order of the text."""
    if not relevance.relevant(article):
        return Claims()
    rows = sentences(article)
    if english.is_english(article):
        return english.read(article, rows)
    moods = mark(rows, article.title)
    people = settling.settle(article, officials.find(article, rows))
    speakers = {one.sentence: one.org for one in people if one.org and _SPEAKS & set(one.roles)}
    targets, steps = plans.find(article, rows, moods, speakers)
    drafts = figures.find(article, rows, moods)
    metrics = {place: words for place, (_, words) in enumerate(drafts)}
    claims = Claims(
        figures=tuple(
            heads.to_heads(
                article, settling.settle(article, [draft[0] for draft in drafts], metrics)
            )
        ),
        officials=tuple(people),
        targets=tuple(settling.settle(article, targets)),
        next_steps=tuple(settling.settle(article, steps)),
        shortfalls=tuple(shortfalls.find(article, rows, moods)),
    )
    return claims.model_copy(update={"summary": summary.compose(claims)})
