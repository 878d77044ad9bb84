"""Find what an English page says will be reached or done, and what it admits is lacking.

A sentence falls into segments (a finite verb with what belongs to it); a list of deeds (will build A,
complete B and open C) into one claim each. A wish for a state, a milestone that things will reach (be
completed, open to traffic) and a level that shall be reached are targets; what someone will do is a
step; what a thing will be good for once it stands (it will cut travel time) is neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.facts import amounts, dates
from briefing.grounding.english_cues import AIM, ATTRIBUTE, LACK, PAST, WILL, no_lack
from briefing.records import Article, NextStep, Shortfall, Target
from briefing.rules.clauses import Sentence

_SUBJECT = r"(?:the|it|they|he|she|we|its|their|all|both|this|these|those|another|other|[A-Z])[\w'\- ]{0,60}?"
_FINITE = r"(?:will|is|are|was|were|has|have|had|aims?|plans?|must|should|would|shall|needs?|expects?|hopes?)"
_CUT = re.compile(
    rf";\s|(?<![Nn]o)(?<!\.[A-Z])\.\s|, and (?=(?:urged|called|asked|ordered|required|stressed|demanded|added)\b)|\s--\s|\"(?=,? )|,? (?:while|whereas|but) |, (?:which|who|where|adding|according|noting|said|saying|as (?!well))\b|, and (?={_SUBJECT} {_FINITE}\b)"
    rf"|, (?=[\w'.\- ]{{2,60}}? (?:said|told|added|noted|stressed|pointed out|announced|admitted)\b)|, (?=(?:he|she|it|they|we|{_SUBJECT}) (?:will|would|must|should)\b)"
)
_LEADING = re.compile(
    r"(?:In|By|This|Next|Within|Before|During|To|Over|For|From|Starting|Later|At|On|After|Once|When|Meanwhile|Moreover|However|Also|Besides)\b[^,]{0,60}$"
)
"""Words before the comma that open the sentence they belong to: By the end of June, …"""

_DEEDS = (
    "build|complete|spend|help|open|set up|establish|launch|improve|promote|expand|start|create|support|renovate|attract|introduce|develop|invest|strengthen|"
    "increase|cut|reduce|hold|add|speed|accelerate|step up|carry out|implement|upgrade|extend|push|finish|deepen|optimi[sz]e|enhance|ensure|organi[sz]e|provide|"
    "train|recruit|plant|report|check|inspect|urge|move|dispatch|hang|reverse|formulate|draw up|publish|issue|conduct|encourage|advance|cultivate|foster|put|make|"
    "work|solve|resolve|address|tackle|explore|guide|integrate|clear|dredge|install|widen|repair|rebuild|relocate|raise|keep|focus|take|give|roll out|strive|guarantee|coordinate|supervise|monitor|review|allocate|bring|simplify|shorten|turn|convert|join|build up"
)
_ANOTHER = re.compile(
    rf",? and (?=to [\d$¥])|, (?:and )?(?=to (?:raise|increase|cut|reduce|build|complete|reach|create|attract|open|achieve|expand|double)\b)|,? and (?=(?:{_DEEDS})\b)|, (?=(?:{_DEEDS})\b)"
)
_MILESTONE = re.compile(
    r"\b(?:be (?:fully |basically |initially |officially |all )?(?:completed?|finished|opened|put in(?:to)?|delivered|handed over|commissioned|built|in (?:operation|use|place)|operational|ready|realized|achieved|connected|eliminated|caught up|met|cleared|installed|renovated|upgraded|launched|established|set up|planted)|(?:open|reopen)(?=$|[ ,.])(?! (?:a|an|the|up|\d+|its|more|new|another|three|two|four|five|six|ten)\b)|(?:start|begin|commence)s? (?:operations?|operating|construction|production|running|service|trial)|(?:go|come|enter)s? (?:into|in)?\s?(?:operation|production|service|use|effect)|put (?!in)[\w' -]{2,60}? into (?:use|operation|service|production)|break ground|take shape|catch up with (?:the )?(?:schedule|progress|plan))\b"
)
_ENSURED = re.compile(
    r"\bensur(?:e|ing) (?:that )?[\w' -]{2,60}? (?:is|are) (?:fully |basically |all )?(?:completed|finished|opened|put into|delivered)\b"
)
_OUTCOME = re.compile(
    r"\b(?:reach|exceed|total|hit|top|surpass|rise|grow|increase|expand|drop|fall|cut|reduce|lower|raise|double|triple|extend|achieve|attain|account for|maintain|keep|have|remain|stay|stand at|create|bring|complete|renovate|attract)\b"
)
_PLANNED = re.compile(
    r"\b(?:plans? to|planning to|intends? to|hopes? to|by (?:the end of )?20\d\d)\b"
)
_YEARS_ON = re.compile(
    r"\b(?:over|in|within|during) the (?:next|coming) \w+ years\b", re.IGNORECASE
)
_EFFECT = re.compile(
    r"^(?:(?:once|when|after|upon)\b.*|(?:it|which|that|this|these|they|the (?:[\w-]+ ){0,3}(?:project|line|road|bridge|plant|park|cent(?:er|re)|facility|expressway|station|system|platform|route|program|policy|move|measure)s?) )(?:(?:is|are) expected to|will|would)(?: also| further| greatly| significantly| effectively| help(?: to)?)* (?:cut|reduce|shorten|save|benefit|provide|improve|boost|serve|make|allow|enable|promote|contribute|enhance|ease|relieve|meet|cover|inject|play|bring|link|connect|become|offer|facilitate|help)\b",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    r"\b(?:will|would) (?:cost|include|feature|measure|stretch|occupy|consist)\b|\bmust have (?:an?|its|their)\b|\b(?:will|would) (?:be|become) (?:the|a|an|one|home)\b|^(?:By then|Once|Upon|After|When)\b.*\b(?:will|would) (?:also )?(?:be (?:able|cut|shortened|reduced|improved|eased|more)|have|take)\b"
)
_OUTSIDER = re.compile(
    r"^(?:law ?makers?|legislators?|residents?|experts?|critics|analysts?|economists?|citizens|villagers|netizens|councillors?|deputies|some people|observers|scholars)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:analysts?|economists?|experts?|forecasters?|institutions?|observers|banks?)\b[^,;]{0,40}\b(?:expect|forecast|predict|say|said|believe)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^.*?\b(?:said|stressed|noted|announced|added|pointed out|emphasi[sz]ed|revealed|admitted|acknowledged|explained|told [\w' ]{2,40}?|learned|shows?|showed)(?: (?:on|at|in) [\w' ]{3,30}?)?(?:,)? that (?=\w)"
)
_ASKED = re.compile(
    r"^.*?\b(?:urged|asked|ordered|instructed|required|called on|called for|demanded|directed) (?:that )?(?=\w)"
)
_NOTHING = re.compile(
    r"\b(?:following (?:work|tasks|aspects|areas|measures)|as follows)\b|\bbe reimbursed\b|\bwill (?:be|have been) (?:held|attended)\b"
)
_SLOGAN = re.compile(
    r"\b(?:make (?:concerted|every|greater|unremitting|new|more) efforts?|do a good job|smooth completion|solid foundation|unswervingly|new (?:chapter|heights|journey)|forge ahead|work together|go all out|earnestly|spirit of|sense of (?:urgency|responsibility|mission))\b"
)
"""Exhortations, which promise nothing where no number and no day stands beside them."""

_GOAL_ONLY = re.compile(
    r"\b(?:against|short of|exceed(?:ed|ing)|beyond|above|below|of) (?:a|the|its|an) [\w%. ]{0,24}?(?:target|goal)"
)
_OF_THE_PLAN = re.compile(
    r"\b\d[\d.]* ?(?:%|per ?cent) of (?:the|its|this year's|their) (?:annual|yearly|year's|full-year|whole-year)? ?(?:\w+ )?(?:plan|target|goal)\b"
)
"""A share of what was planned is a fact."""

_FEAST = re.compile(
    r"\b(?:by|before|during|ahead of) (?:the )?(?:National Day|Spring Festival|Lunar New Year|Chinese New Year|New Year|May Day|flood season|rainy season)(?: holiday)?\b"
)
_TO_COME = re.compile(
    r"^(?:by|before|until|within|no later|prior|this|next|later|on|in|over|during|at|end|the (?:next|coming|end|second)|year-end|early|late|mid|20\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Segment:
    """A range of the article with its words (folded) and mood: fact, target, step, attribute."""

    sentence: Sentence
    start: int
    end: int
    text: str
    mood: str


def segments(sentences: Sequence[Sentence]) -> list[Segment]:
    """Return the segments of all sentences with their moods, in order."""
    found: list[Segment] = []
    listed = ""
    for sentence in sentences:
        carried = listed
        for start, end in _cuts(sentence.text):
            text = sentence.text[start:end]
            mood = _mood(text) or carried or "fact"
            if sentence.text.rstrip("\"' ").endswith("?"):
                mood = "attribute"
            if mood == "fact" or (PAST.search(text) and not _mood(text)):
                mood, carried = "fact", ""
            found.append(
                Segment(sentence, sentence.start + start, sentence.start + end, text, mood)
            )
        last = found[-1].mood if found else ""
        open_list = sentence.text.rstrip().endswith((";", ":"))
        listed = last if open_list and last in ("target", "step") else ""
    return found


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a sentence's segments."""
    at = 0
    for stop in [*_CUT.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if stop and _LEADING.fullmatch(text[at:end].lstrip(" \"'")):
            continue
        start = at
        while start < end and text[start] in " \"',":
            start += 1
        while end > start and text[end - 1] in " \"',.;":
            end -= 1
        if end - start > 3:
            yield start, end
        at = stop.end() if stop else end


def _mood(text: str) -> str:
    """Return target, step or attribute where the segment tells a plan, else ""."""
    said = _SAID.match(text)
    own = text[said.end() :] if said else text
    aim, will = AIM.search(own), WILL.search(own)
    if _GOAL_IS.search(own):
        return "target"
    if (aim or will) and _SLOGAN.search(own) and not (amounts.find(own) or _by(own)):
        return "attribute"
    if not (aim or will) or _NOTHING.search(own) or _FORECAST.search(text):
        return "attribute" if _NOTHING.search(own) and (aim or will) else ""
    if ATTRIBUTE.search(own) or _BECOMES.search(own):
        return "attribute"
    if _OF_THE_PLAN.search(own) or (_GOAL_ONLY.search(own) and not will):
        return ""
    if _OUTSIDER.search(own) and will:
        return "attribute"
    if _EFFECT.search(own):
        return "attribute"
    numbers = amounts.find(own[(aim or will).start() :])  # type: ignore[union-attr]
    if aim and (numbers or _by(own) or not will):
        return "target" if numbers or _by(own) else "step"
    if will is None:
        return "target"
    after = own[will.start() :]
    if _MILESTONE.search(after) and not re.search(r"\b(?:to|that) (?:check|report|hold)\b", after):
        return "target"
    if numbers and _YEARS_ON.search(own):
        return "target"
    if numbers and _OUTCOME.search(after) and (_PLANNED.search(own) or _reaches(after)):
        return "target"
    return "step"


_GOAL_IS = re.compile(r"\b(?:goal|target|objective)s? (?:is|are) to\b")
_REACHES = re.compile(
    r"\b(?:reach|exceed|total|hit|top|surpass|account for|grow (?:by|at)|produce \d|rise (?:to|by)|increase (?:to|by)|fall (?:to|by)|extend to|expand to|be (?:cut|reduced|raised|increased|lowered|kept|expanded) (?:to|by|above|below|at|within|under)|(?:cut|reduce|raise|increase|lower) [\w' -]{3,60}? (?:by|to|below|above))\b"
)


def _reaches(after: str) -> bool:
    return bool(_REACHES.search(after))


def targets(article: Article, found: Sequence[Segment]) -> list[Target]:
    """Return the targets of the segments."""
    return [
        Target(
            sentence=one.sentence.number,
            what=article.text[start:end],
            raw=_first_amount(article.text[start:end]),
            deadline=_deadline(article, one, start, end),
        )
        for one, start, end, kind in _deeds(found)
        if kind == "target"
    ]


def steps(article: Article, found: Sequence[Segment]) -> list[NextStep]:
    """Return the next steps of the segments."""
    return [
        NextStep(
            sentence=one.sentence.number,
            action=article.text[start:end],
            deadline=_deadline(article, one, start, end),
        )
        for one, start, end, kind in _deeds(found)
        if kind == "step"
    ]


_THING = re.compile(r"\b(?:an?|the|its|their) [\w' -]{2,40}, which $")
"""What a relative clause speaks of: a battery plant, which | is to open in May."""


def _deeds(found: Sequence[Segment]) -> Iterator[tuple[Segment, int, int, str]]:
    """Yield the deeds that plans list, each a target or a step of its own."""
    for one in found:
        if one.mood not in ("target", "step"):
            continue
        parts = list(_parts(one))
        thing = _THING.search(one.sentence.text, 0, one.start - one.sentence.start)
        for begin, end in parts:
            start = begin
            if thing and begin == one.start:
                start = one.sentence.start + thing.start()
            text = one.text[begin - one.start : end - one.start]
            kind = one.mood
            if _ENSURED.search(text):
                kind = "target"
            elif (
                kind == "target"
                and len(parts) > 1
                and not (AIM.search(text) or _by(text) or amounts.find(text))
            ):
                kind = "step"
            yield one, start, end, kind


def shortfalls(article: Article, found: Sequence[Segment]) -> list[Shortfall]:
    """Return the problems that facts admit."""
    return [
        Shortfall(sentence=one.sentence.number, what=article.text[one.start : one.end])
        for one in found
        if one.mood == "fact" and LACK.search(one.text) and not no_lack(one.text.lower())
    ]


def _parts(one: Segment) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the deeds that a segment lists."""
    said = _SAID.match(one.text) or _ASKED.match(one.text)
    at = said.end() if said else 0
    for stop in _ANOTHER.finditer(one.text, at):
        if stop.start() - at > 20:
            yield one.start + at, one.start + stop.start()
            at = stop.end()
    yield one.start + at, one.end


def _deadline(article: Article, one: Segment, start: int, end: int) -> str | None:
    """Return the deadline in the words, else the one before the first word of a plan."""
    cue = AIM.search(one.text) or WILL.search(one.text)
    opening = article.text[one.start : one.start + (cue.start() if cue else 0)]
    return _by(article.text[start:end]) or _by(opening)


def _by(words: str) -> str | None:
    """Return the first day to come in `words`, with the word that leads to it."""
    if feast := _FEAST.search(words):
        return feast.group()
    mentions = [m for m in dates.find(words) if _TO_COME.match(m.raw)]
    return mentions[0].raw if mentions else None


def _first_amount(text: str) -> str | None:
    found = [
        seen for seen in amounts.find(text) if seen.amount.unit not in ("years", "months", "days")
    ]
    return found[0].raw if found else None
