"""Who is who: every named person with titles, organisations and the days they were read.

In:  officials found in the articles of a period and of earlier ones.
Out: one `OfficialRecord` a person of the period, with flags.

Flags: a title that no earlier article gave, one name in two posts that no one holds together,
and two spellings of what seems one person (one letter apart, same title, same place).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.records import Official, OfficialRecord
from briefing.weeks import keys

_WORDS = {
    "zh": {
        "title": "新职务：{}",
        "spelling": "疑似同一人的两种写法：{}",
        "posts": "同名任职于两地：{}",
        "heads": "同名任职于两处：{}",
        "list": "、",
    },
    "en": {
        "title": "new title: {}",
        "spelling": "perhaps another spelling: {}",
        "posts": "same name in two places: {}",
        "heads": "same name in two posts: {}",
        "list": ", ",
    },
}


@dataclass(frozen=True)
class Seen:
    """One person in one article or period."""

    official: Official
    first: date
    last: date
    place: tuple[str, ...]


def people(
    now: Sequence[tuple[Seen, str]], earlier: Iterable[Seen], lang: str
) -> tuple[OfficialRecord, ...]:
    """Return the persons of a period in the order given; `now` pairs each with its row's ref."""
    names = {keys.fold(seen.official.name) for seen, _ in now}
    past: defaultdict[str, list[Seen]] = defaultdict(list)
    by_post: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for seen in earlier:
        if (name := keys.fold(seen.official.name)) in names:
            past[name].append(seen)
        _post(by_post, seen)
    for seen, _ in now:
        _post(by_post, seen)
    return tuple(
        _record(seen, ref, past[keys.fold(seen.official.name)], by_post, lang) for seen, ref in now
    )


def _post(by_post: defaultdict[tuple[str, str], set[str]], seen: Seen) -> None:
    for title in seen.official.titles:
        by_post[keys.root(seen.place), _office(title, seen)].add(seen.official.name)


def _office(title: str, seen: Seen) -> str:
    """Return a title without the place before it: 云湖区教育局局长 and 区教育局局长 are one."""
    name = keys.fold(title)
    for outer in seen.place:
        name = name.removeprefix(keys.fold(outer))
    return name[1:] if name[:1] in "省市区县镇" and len(name) > 3 else name


def _record(
    seen: Seen,
    ref: str,
    past: Sequence[Seen],
    by_post: defaultdict[tuple[str, str], set[str]],
    lang: str,
) -> OfficialRecord:
    words, official = _WORDS[lang], seen.official
    here = [old for old in past if _meet(old.place, seen.place)]
    away = [old for old in past if not _meet(old.place, seen.place)]
    known = {_office(title, old) for old in here for title in old.official.titles}
    flags = []
    fresh = [title for title in official.titles if _office(title, seen) not in known]
    if here and known and fresh:
        flags.append(words["title"].format(words["list"].join(fresh)))
    alike = sorted(
        other
        for title in official.titles
        for other in by_post[keys.root(seen.place), _office(title, seen)]
        if _one_letter_apart(other, official.name)
    )
    if alike:
        flags.append(words["spelling"].format(words["list"].join(dict.fromkeys(alike))))
    if away:
        places = sorted({old.place[-1] for old in away if old.place})
        flags.append(words["posts"].format(words["list"].join(places)))
    if twice := _two_heads(official.titles):
        flags.append(words["heads"].format(words["list"].join(twice)))
    titles = (*official.titles, *(title for old in here for title in old.official.titles))
    orgs = (official.org, *(old.official.org for old in here))
    return OfficialRecord(
        name=official.name,
        titles=tuple(dict.fromkeys(titles)),
        orgs=tuple(dict.fromkeys(org for org in orgs if org)),
        first_seen=min(one.first for one in (seen, *here)),
        last_seen=max(one.last for one in (seen, *here)),
        flags=tuple(flags),
        ref=ref,
    )


def _two_heads(titles: Sequence[str]) -> tuple[str, ...]:
    """Return titles by which one name heads two offices of one kind: 教育局局长, 财政局局长."""
    offices: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for title in titles:
        if head := _HEAD.search(keys.fold(title)):
            offices[head["post"]].setdefault(head["office"], title)
    for same in offices.values():
        names = sorted(same, key=len)
        apart = [
            name for name in names if not any(name in other for other in names if other != name)
        ]
        if len(apart) > 1:
            return tuple(same[name] for name in apart)
    return ()


_HEAD = re.compile(
    r"(?P<office>[^、]{2,}[局镇乡县区市院校处])(?P<post>局长|镇长|乡长|县长|区长|市长|院长|校长|处长|党委书记)$"
)


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when one place holds the other, or one is unknown."""
    depth = min(len(one), len(other))
    return one[:depth] == other[:depth]


def _one_letter_apart(one: str, other: str) -> bool:
    if one == other or len(one) != len(other) or len(one) < 2:
        return False
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    return differing == 1 and one[0] == other[0]
