"""Find officials on an English page: Mayor Li Ming; Li Ming, mayor of …; city leaders A, B and C.

A title stands before the name, or after it between commas; a plural one is shared by a list. People
who are only said to take part (A and B also attended) carry none.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.records import Article, Official
from briefing.rules.clauses import Sentence

_PERSON = r"(?!(?:Mr|Ms|Mrs|Dr)\b)[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}(?:-[a-z]+)?(?! (?:District|County|City|Town|Township|Road|Street|Park|Zone|Province|Bureau|Committee|Daily|Group|University|Hospital|Village|Bridge|Station|River|Lake|Lane|Company)\b)"
_HEAD = r"(?i:secretary[- ]general|secretary|chief executive|chief|mayor|governor|director(?:[- ]general)?|head|chairman|chairwoman|chair|president|manager|spokesperson|spokesman|spokeswoman|commissioner|magistrate|minister|premier|member|deputy|principal|engineer|founder|ceo|lawmaker|legislator|councill?or|inspector|leader|official|supervisor)"
_PLURAL = r"(?i:leaders|officials|mayors|secretaries|directors|members|heads|governors|councill?ors|lawmakers|legislators|chiefs)"
_OF = r"(?: (?:of|at|in|for|with|to|on) (?:the )?[\w'’&-]+(?: (?!(?:said|told|noted|added|who|has|have|had|was|is)\b)[\w'’&-]+){0,11}?)?"
_TITLE = rf"(?:(?!(?:who|which|but|while|said)\b)[\w'’-]+ ){{0,5}}?(?:[\w'’]+-)?{_HEAD}{_OF}"
_LIST = rf"{_PERSON}(?:(?:, and|,| and) {_PERSON})*"
_AFTER = re.compile(
    rf"(?P<name>{_PERSON}) ?, (?P<titles>(?:the |an? )?{_TITLE}(?:,? (?:and|as well as) (?:the )?{_TITLE}){{0,2}})(?=[,.;:)\"”]|$| (?:said|told|noted|added|who|has|presided|attended|and [A-Z]))"
)
_BEFORE = re.compile(
    rf"(?P<title>(?:\b(?:[Vv]ice|[Dd]eputy|[Aa]cting|[Ee]xecutive|[Cc]ity|[Cc]ounty|[Dd]istrict|[Pp]arty|[Mm]unicipal|[Pp]rovincial|[Bb]ureau|[Cc]ommittee|[A-Z][a-z]+|[a-z]+(?= (?:minister|secretary|chief|director|commissioner|head)))[ -]){{0,3}}\b{_HEAD}(?: (?:of|for) (?:the )?[\w'’ -]{{2,40}}?)?) (?P<name>{_PERSON})"
)
_SHARED = re.compile(
    rf"(?P<title>\b(?:(?!and |the |of |by |with |other )[\w'’-]+ ){{0,2}}?{_PLURAL}(?: of (?:the )?[a-z'’-]+(?: [a-z'’-]+)?)?),?(?: including| such as)? (?P<names>{_LIST})"
)
_ACTING = re.compile(
    rf"(?:^|[.;] ?|, )(?P<names>{_LIST}) (?:also )?(?:attended|participated|accompanied|joined|took part|presided|inspected|visited|delivered)"
)
_NAMES = re.compile(_PERSON)
_ROLES = re.compile(
    r"\b(?:attended|presided over|visited|stressed|pointed out|delivered a speech|made a speech|announced|inspected|accompanied|participated|said|briefed|surveyed|noted|told)\b"
)
_COMPANY = re.compile(r"\b(?:Co|Ltd|Inc|company|Group|Corp|CEO|manager|founder)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:The|This|New|High|Municipal|People|Party|Committee|Hi|Tech|Smart|Innovation|Center|Centre|Congress|Government|Greater|Bay|East|West|North|South|First|Light|China|Chinese|"
    r"Bureau|Office|Department|Commission|Authority|Association|Institute|Port|Lake|River|Mountain|Railway|Airport|Festival|Hospital|School|Museum|Daily|News|Post|Times|Zone|Hong Kong|Macao|Taiwan|"
    r"Asia|World|National|International|United|Day|Year|Metro|Line|Court|Bank|Union|Council|Legislative|Investment|Co|Ltd|Inc|Corp|Hub|Group|Company|Technology|Energy|Development|Construction|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
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
