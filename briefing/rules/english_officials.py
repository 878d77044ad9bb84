"""Find officials on an English page: Mayor Li Ming; Li Ming, mayor of …; city leaders A, B and C.

A title stands before the name, or after it between commas; a plural one is shared by a list. People
who are only said to take part (A and B also attended) carry none.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.records import Article, Official
from briefing.rules.clauses import Sentence

_PERSON = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}(?! (?:District|County|City|Town|Township|Road|Street|Park|Zone|Province|Bureau|Committee|Daily|Group|University|Hospital)\b)"
_HEAD = r"(?:secretary[- ]general|secretary|[Pp]arty chief|[Pp]arty secretary|police chief|chief|mayor|governor|director(?:[- ]general)?|head|chairman|chairwoman|chair|president|manager|spokesperson|spokesman|spokeswoman|commissioner|magistrate|minister|premier|member|deputy|principal|engineer|founder|CEO)"
_PLURAL = r"(?:leaders|officials|mayors|secretaries|directors|members|heads|governors|councilors)"
_TITLE = rf"(?:[\w'’-]+ ){{0,4}}?{_HEAD}(?: (?:of|at|in|for|with) (?:the )?[\w'’ -]{{2,70}}?)?"
_AFTER = re.compile(
    rf"(?P<name>{_PERSON}), (?P<titles>(?:the )?{_TITLE}(?:,? and {_TITLE}){{0,2}})(?=[,.;)\"”]|$| (?:said|told|noted|added))"
)
_BEFORE = re.compile(
    rf"(?P<title>(?:\b(?:[Vv]ice|[Dd]eputy|[Aa]cting|[Ee]xecutive|[Cc]ity|[Cc]ounty|[Dd]istrict|[Pp]arty|[Mm]unicipal|[Pp]rovincial|[Bb]ureau|[Cc]ommittee|[A-Z][a-z]+)[ -]){{0,3}}\b(?:{_HEAD}|{_HEAD.title()}|Mayor|Governor|Secretary|Director|Chairman|President|Minister|Commissioner|Magistrate|Premier|Chief|Head)) (?P<name>{_PERSON})"
)
_SHARED = re.compile(
    rf"(?P<title>\b(?:(?!and |the |of |by |with |other )[\w'’-]+ ){{0,2}}?{_PLURAL}) (?P<names>{_PERSON}(?:(?:, and|,| and) {_PERSON})*)"
)
_ACTING = re.compile(
    rf"(?:^|[.;] ?|, )(?P<names>{_PERSON}(?:(?:, and|,| and) {_PERSON})*) (?:also )?(?:attended|participated|accompanied|joined|took part|presided|inspected|visited|delivered)"
)
_NAMES = re.compile(_PERSON)
_ROLES = re.compile(
    r"\b(?:attended|presided over|visited|stressed|pointed out|delivered a speech|made a speech|announced|inspected|accompanied|participated|said|briefed|surveyed|noted|told)\b"
)
_COMPANY = re.compile(r"\b(?:Co|Ltd|Inc|company|Group|Corp|CEO|manager|founder)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:The|This|New|High|Municipal|People|Party|Committee|Hi|Tech|Smart|Innovation|Center|Centre|Congress|Government|Greater|Bay|East|West|North|South|First|Light|China|Chinese)\b"
)


def find(article: Article, sentences: Sequence[Sentence]) -> list[Official]:
    """Return a claim for each person, at the place that gives the titles, in order of the text."""
    people: dict[str, Official] = {}
    for sentence in sentences:
        for official in _in_sentence(sentence, article):
            known = people.get(official.name)
            if known is None or (official.titles and not known.titles):
                people[official.name] = official
    return sorted(people.values(), key=lambda one: one.sentence)


def _in_sentence(sentence: Sentence, article: Article) -> Iterator[Official]:
    text = article.text[sentence.start : sentence.end]
    for match in _AFTER.finditer(text):
        whole = re.split(r", and |, | and (?=(?:[\w'’-]+ ){0,3}" + _HEAD + r"\b)", match["titles"])
        titles = [title.removeprefix("the ") for title in whole if re.search(_HEAD, title)]
        yield from _official(sentence, text, match["name"], titles, match.end())
    for match in _BEFORE.finditer(text):
        yield from _official(sentence, text, match["name"], [match["title"]], match.end())
    for match in _SHARED.finditer(text):
        for name in _NAMES.findall(match["names"]):
            yield from _official(sentence, text, name, [match["title"]], match.end())
    for match in _ACTING.finditer(text):
        for name in _NAMES.findall(match["names"]):
            yield from _official(sentence, text, name, [], match.end("names"))


def _official(
    sentence: Sentence, text: str, name: str, titles: Sequence[str], end: int
) -> Iterator[Official]:
    if _NO_NAME.search(name) or not name[0].isupper():
        return
    following = _NAMES.search(text, end)
    told = _ROLES.findall(text, end, following.start() if following else len(text))
    yield Official(
        sentence=sentence.number,
        name=name,
        titles=tuple(titles),
        roles=tuple(dict.fromkeys(told))[:4],
        nongov=any(_COMPANY.search(title) for title in titles),
    )
