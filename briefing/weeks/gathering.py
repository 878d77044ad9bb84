"""Make rows of what is no figure: promises and shortfalls by their words, people by their names.

In:  proven findings with the article each comes from. Out: `Merged` rows without final order.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.records import NextStep, Official, Shortfall, Target
from briefing.weeks import keys
from briefing.weeks.merging import Merged, Stated


def plain_key(stated: Stated) -> tuple[str, ...]:
    """Return what a target, next step or shortfall is about: its place and its words."""
    claim, article = stated.finding.claim, stated.article
    match claim:
        case Target():
            words, owner = f"{claim.what}{claim.raw or ''}", claim.owner
        case NextStep():
            words, owner = claim.action, claim.owner
        case Shortfall():
            words, owner = claim.what, None
        case _:
            raise TypeError(f"no key for {claim.kind}")
    del owner  # reprints name it differently: the place is enough
    return claim.kind, keys.scope(article.region, None, article.id), keys.fold(words)


def plain(items: Iterable[Stated]) -> list[Merged]:
    """Return targets, next steps or shortfalls, equal words of one place as one row."""
    groups: defaultdict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for item in sorted(items, key=lambda stated: stated.order):
        groups[plain_key(item)].append(item)
    return [Merged(key, side[0], tuple(side[1:])) for key, side in groups.items()]


def people(items: Iterable[Stated]) -> list[Merged]:
    """Return one row a person, with all titles and roles that the articles give.

    One name in two places that do not contain each other is two persons.
    """
    groups: defaultdict[str, list[tuple[tuple[str, ...], list[Stated]]]] = defaultdict(list)
    for item in sorted(items, key=lambda stated: stated.order):
        claim = item.finding.claim
        assert isinstance(claim, Official)
        region = item.article.region
        for place, known in groups[keys.fold(claim.name)]:
            depth = min(len(place), len(region))
            if place[:depth] == region[:depth]:
                known.append(item)
                break
        else:
            groups[keys.fold(claim.name)].append((region, [item]))
    return [_person(name, side) for name, found in groups.items() for _, side in found]


def _person(name: str, side: Sequence[Stated]) -> Merged:
    claims = [item.finding.claim for item in side]
    officials = [claim for claim in claims if isinstance(claim, Official)]
    first = side[0]
    whole = officials[0].model_copy(
        update={
            "titles": tuple(dict.fromkeys(title for one in officials for title in one.titles)),
            "roles": tuple(dict.fromkeys(role for one in officials for role in one.roles)),
            "org": next((one.org for one in officials if one.org), None),
            "nongov": all(one.nongov for one in officials),
        }
    )
    shown = Stated(
        first.finding.model_copy(update={"claim": whole}), first.article, first.number, first.day
    )
    return Merged(("official", name), shown, tuple(side[1:]))
