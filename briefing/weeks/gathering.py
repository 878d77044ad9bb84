"""Make rows of what is no figure: promises and shortfalls by their words, people by their names.

In:  proven findings with the article each comes from. Out: `Merged` rows without final order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.records import NextStep, Official, Shortfall, Target
from briefing.weeks import keys
from briefing.weeks.merging import Merged, Stated

_LEADER = re.compile(r"(?:[省市区县镇乡]|管委会)?领导")


def plain_key(stated: Stated) -> tuple[str, ...]:
    """Return what a target, next step or shortfall is about: its place and its words."""
    claim, article = stated.finding.claim, stated.article
    match claim:
        case Target():
            words, owner = claim.what, claim.owner
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

    One name in two places that do not contain each other is two persons, unless the title names
    the other place (望海镇镇长 in a page of its county).
    """
    groups: defaultdict[str, list[tuple[tuple[str, ...], list[Stated]]]] = defaultdict(list)
    for item in sorted(items, key=lambda stated: stated.order):
        claim = item.finding.claim
        assert isinstance(claim, Official)
        region = item.article.region
        for place, known in groups[keys.fold(claim.name)]:
            depth = min(len(place), len(region))
            if place[:depth] == region[:depth] or _posted(place, [item], region, known):
                known.append(item)
                break
        else:
            groups[keys.fold(claim.name)].append((region, [item]))
    return [_person(name, side) for name, found in groups.items() for _, side in found]


def _posted(
    one: Sequence[str], said: Sequence[Stated], other: Sequence[str], known: Sequence[Stated]
) -> bool:
    """True when either's titles name the other's place."""
    return _names(said, one) or _names(known, other)


def _names(items: Sequence[Stated], place: Sequence[str]) -> bool:
    claims = [item.finding.claim for item in items]
    titles = " ".join(
        word for one in claims if isinstance(one, Official) for word in (*one.titles, one.org or "")
    )
    return bool(place) and len(place[-1]) > 2 and place[-1] in titles


def _whole(titles: Iterable[str]) -> tuple[str, ...]:
    """Return titles without those that a longer one ends with, and without 区领导 beside a post."""
    found = tuple(dict.fromkeys(titles))
    kept = tuple(title for title in found if not any(_ends(one, title) for one in found))
    posts = tuple(title for title in kept if not _LEADER.fullmatch(title))
    return posts or kept


def _ends(one: str, title: str) -> bool:
    """True for a longer form of a title: 望海镇镇长 of 镇长; 副主任 is another post than 主任."""
    return one != title and one.endswith(title) and not one.removesuffix(title).endswith("副")


def _person(name: str, side: Sequence[Stated]) -> Merged:
    claims = [item.finding.claim for item in side]
    officials = [claim for claim in claims if isinstance(claim, Official)]
    first = side[0]
    whole = officials[0].model_copy(
        update={
            "titles": _whole(title for one in officials for title in one.titles),
            "roles": tuple(dict.fromkeys(role for one in officials for role in one.roles)),
            "org": next((one.org for one in officials if one.org), None),
            "nongov": all(one.nongov for one in officials),
        }
    )
    shown = Stated(
        first.finding.model_copy(update={"claim": whole}), first.article, first.number, first.day
    )
    return Merged(("official", name), shown, tuple(side[1:]))
