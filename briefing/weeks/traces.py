"""What an article leaves behind for later periods, and what stands in it as this one reads it.

In:  an article as a source, and what was found in it. Out: a `Trace`, to be stored beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from briefing.records import Article, Extraction, Finding, Official, Source, Trace
from briefing.weeks import homes, keys, reports
from briefing.weeks.merging import Stated

REMEMBERED = timedelta(days=120)  # after its year or its deadline: annual results come in spring


def trace(source: Source, extraction: Extraction, reprint_of: str = "") -> Trace:
    """Return what the article leaves behind for later periods; store it beside the article.

    `reprint_of` names the earlier article that it repeats: then it counts as no report.
    """
    article = placed(source).article
    extraction = numbered(article, extraction)
    said = reports.read(article, extraction)
    proven = [*extraction.findings, *extraction.omissions]
    deadlines = [one.finding.deadline_range for one in said]
    year_end = date(source.dated.year, 12, 31)
    last = max([year_end, *(days.last for days in deadlines if days)])
    return Trace(
        article_id=article.id,
        source=article.source,
        day=source.dated,
        until=min(last, date.max - REMEMBERED) + REMEMBERED,
        headline=article.headline,
        outlet=article.outlet or "",
        url=article.url,
        region=homes.nearest(article),
        reports=said,
        people=tuple(one for one in proven if isinstance(one.claim, Official)),
        reprint_of=reprint_of,
    )


def neighbours(sources: Iterable[Source]) -> list[Source]:
    """Return the sources, those without a region with the one that their outlet is named after.

    我区 of 松陵日报 is 松陵区 where exactly one other source of the period names such a place.
    """
    every = list(sources)
    named: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for one in every:
        if one.article.region:
            named[keys.bare(one.article.region[-1])].add(one.article.region)
    return [_borrowed(one, named) for one in every]


def _borrowed(source: Source, named: Mapping[str, set[tuple[str, ...]]]) -> Source:
    near = () if source.article.region else homes.nearest(source.article)
    found = named.get(keys.bare(near[-1]), set()) if near else set()
    if len(found) != 1:
        return source
    article = source.article.model_copy(update={"region": next(iter(found))})
    return source.model_copy(update={"article": article})


def placed(source: Source) -> Source:
    """Return the source with the region that its page names, where it was not known."""
    region = homes.region(source.article)
    if region == source.article.region:
        return source
    article = source.article.model_copy(update={"region": region})
    return source.model_copy(update={"article": article})


def numbered(article: Article, extraction: Extraction) -> Extraction:
    """Return the extraction with every claim under the sentence in which it was found."""

    def right(finding: Finding) -> Finding:
        stated = Stated(finding, article, 1, date.min)
        if stated.sentence == finding.claim.sentence:
            return finding
        claim = finding.claim.model_copy(update={"sentence": stated.sentence})
        return finding.model_copy(update={"claim": claim})

    return extraction.model_copy(
        update={
            field: tuple(right(one) for one in getattr(extraction, field))
            for field in ("findings", "doubts", "omissions")
        }
    )
