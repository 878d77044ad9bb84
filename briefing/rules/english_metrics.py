"""Word what an English number is said of: the noun before its verb, after it, or told before.

In:  a sentence, its amounts and what was told before. Out: wordings of the metric, best first; grounding
     decides which of them stand.

A list that `respectively` deals out has a noun for each number: items of one list (exports and imports), or
what two numbers before it were said of.
"""

import re
from collections.abc import Sequence

from briefing.facts.amounts import Sighting
from briefing.grounding import respectively
from briefing.rules import english_nouns as nouns

_WAYS = (
    "rose|fell|grew|climbed|dropped|declined|increased|decreased|gained|jumped|surged|shrank|soared|expanded|slipped|plunged|slumped|"
    "edged up|edged down|inched up|rising|falling|growing|increasing|decreasing|climbing|jumping|surging|increase|decrease|grow|rise|fall|drop|decline|"
    "(?:has|have|had) (?:risen|fallen|grown)|cut|reduced"
)
_CHANGE = re.compile(
    rf"(?:^|[ ,(])(?P<verb>(?:has |have |had |was |were )?(?:{_WAYS})(?: [a-z]+ly| further)?(?: by)?|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!set )(?:up|down)(?: by)?"
    rf"|(?:(?:with|posting|seeing|representing|represents|reporting) )?(?:an? |the )?(?:annual |yearly |year[ -]on[ -]year |month[ -]on[ -]month )?(?:{nouns.MEASURE})s?(?: rate)? of) ?$",
    re.IGNORECASE,
)
WAY = re.compile(
    rf"\b(?:(?:{_WAYS}|up|down)(?: by)?|(?:{nouns.MEASURE}|reduction)(?: rate)? of) $",
    re.IGNORECASE,
)
_OBJECT = r"(?: only| just| some| another)?(?: (?:a|an|the)(?: (?:record[ -]\w+|new|total|estimated|combined|overall|further))*(?: (?:value|total|figure|record|high))?(?: of)?| a record(?:[ -]\w+)?)?"
_LEVEL = re.compile(
    rf"(?:^|[ ,])(?P<verb>(?:has |have |had )?(?:(?:{_WAYS}|tripled|doubled|narrowed|widened)(?: [a-z]+ly)? (?:to|from)|reach(?:ed|ing)?|hit(?:ting)?|to hit|total(?:l?ed|l?ing)?|st(?:oo|an)ds? at|amount(?:ed|ing)? to|c[ao]me (?:to|in at)|was|were|is|are|exceed(?:ed|ing)?|surpass(?:ed|ing)?|topp(?:ed|ing)|averag(?:ed|ing)|(?:remained|stayed|(?:was |were |been )?(?:kept|held|maintained|controlled))(?: (?:at|below|under|above))?|valued at|worth|to|from){_OBJECT}) ?$",
    re.IGNORECASE,
)
_GAINED = re.compile(
    rf"(?:^|[ ,])(?P<verb>(?:has |have |had )?(?:collectively )?(?:record|register|post|achiev|generat|attract|receiv|handl|contribut|complet|sign|invest|creat|add|export|import|welcom|realiz|realis|absorb|utiliz|us|suppli|carri|serv|cover|employ|benefit|allocat|rais)(?:e?d|ing)(?: a)?{_OBJECT}|(?:saw|built|spent|earned|sold|cost|lent){_OBJECT}) ?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:^|(?:[a-z]+(?:ed|ing|s)|with|at|and|had|has|have|was|were|saw|for|to|by|on) |, )(?:an? |the |its |their )?(?:combined |record[ -]\w+ )?(?P<noun>(?!of |a |an |the )[A-Za-z][\w'/-]*(?: (?!of |worth |a |an |the |and |was |were |has |have |had )[\w'/-]+){0,5}?) (?:of|worth|worth of|reaching|totall?ing|amounting to|exceeding) ?$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rf"(?:[\w-]+ )?(?:{nouns.MEASURE}|total|\w*ly)s?(?: rate)?|stood|\w+ed")
_ACCOUNTS = re.compile(
    r"\b(?:account(?:ed|ing|s)? for|(?:fulfill?|complet|achiev)(?:ed|ing)|mak(?:es|ing) up|made up|contribut(?:ed|ing|es)|represent(?:ed|ing|s)|or)(?: only| just)? ?$",
    re.IGNORECASE,
)
_STOP = r"(?= (?:in|last|this|by|were|was|from|for|during|over|at|to|and|since|as|opened|started|began|linking|connecting|that|which|who|with|on|is|are|has|have|had|under|now|still|do|does|did|can|cannot|could|remain|met|came|went)\b|[,.;:()]|$)"
_PART = re.compile(
    rf" of (?P<whole>(?:the |its |all |their )?[A-Za-z][\w' -]{{2,60}}?){_STOP}(?: (?P<pred>(?:(?:under|in|from|at) [^,;.]{{2,40}}? )?(?:is|are|has|have|had|was|were|now|still|do|does|did|can|cannot|could|remain|met|came|went)\b[^,;.()]{{2,60}}))?"
)
_AFTER = re.compile(
    rf"(?: \([^()]{{1,40}}\))? (?:(?:worth of|in|of|for) (?:the |its )?(?P<noun>(?!the |this |last |january|february|march|april|may |june|july|august|september|october|november|december|which|whom|them|\d)[A-Za-z][A-Za-z' -]{{1,50}}?)|(?P<bare>(?!(?:in|at|to|on|for|by|from|of|with|and|had|has|have|been|was|were|is|are|came|went|year|month|higher|lower|more|less|fewer|above|below|behind|ahead|faster|slower|than|complete|each|per|a|so|annually|y-o-y|yoy|\w+ed)\b)[a-z][a-z -]{{2,40}}?)){_STOP}",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf" (?:year[ -]on[ -]year |annual |yearly )?(?:{nouns.MEASURE}|reduction|cut|contraction)(?: rate)? (?:in|of|for) (?:the |its )?(?P<noun>(?!the |this |last |\d)[A-Za-z][\w' -]{{1,50}}?){_STOP}",
    re.IGNORECASE,
)
_DISTANCE = re.compile(
    r" (?P<side>(?:points? )?(?:higher|lower|more|less|fewer|faster|slower|above|below|behind|ahead of|short of)\b[^,;.()]{0,60})"
)
_THAN_BEFORE = re.compile(
    r"than (?:in |at |that of )?(?:the )?(?:same|last|previous|corresponding|a year|20\d\d)"
)
_GOING_ON = re.compile(
    r"\(?(?:about|some)? ?$|(?:and|or|but|which|a)? ?(?:from|to|at|up|down|\+)? ?$", re.IGNORECASE
)
_BARE = re.compile(r",? (?:and|while) (?P<noun>[A-Za-z][A-Za-z' -]{4,50}?) ")
_DEED = re.compile(
    r"(?:(?<=[a-z'] )|^)(?!(?:was|its|this|his|as|has|is|plus|during|including|up|us|about)\b)(?:cost|cover|create|generate|employ|produce|serve|handle|attract|benefit|[a-z]{2,}(?:ed|ing|[^s]s|ent|old|eld|aid|ut|ost))(?: up| out)?(?: an?| the)?(?: total| combined)?(?: of)? ?$"
)
_OBJECTS = re.compile(r" (?:an?|the|of|only|just|some|another)\b.*$", re.IGNORECASE)
_TIMES_MORE = re.compile(
    r"(?:more than |nearly |almost )?(?:doubl|tripl|quadrupl)ed", re.IGNORECASE
)
_RANKING = re.compile(
    r",? *(?:and )?(?:rank(?:ed|ing|s)?|plac(?:ed|ing)|c[ao]m(?:e|ing)) *(?:the *)?$", re.IGNORECASE
)
_MARK = re.compile(r"(?:^|[-*•] ?)(?P<noun>[A-Za-z][\w' /&-]{2,60}?) ?(?:\([^()]*\))?: ?$")
_PREDICATE = re.compile(
    r"(?: of (?:which|whom|them))? (?P<pred>(?:(?:have|has|had|are|were|was|is|still|newly|under|[a-z]+ed) )[^,;.()]{2,60}?)(?=,? and \d|,? and $|[,;.()]|$)"
)
_OF_THEM = re.compile(r" of (?:which|whom|them) (?P<pred>[a-z]+ [^,;.()]{2,60})")
_OF_SET = re.compile(
    r" (?:of|out of) (?:the |its |all )?(?:[\w-]+'s? )?(?:\d[\d,]*|[a-z]+) (?P<noun>(?:[a-z-]+ ){0,2}?[a-z-]+s) (?P<pred>[a-z]+ed\b[^,;.()]{0,60}|(?:have|has|had|are|were|was|is|met|saw) [^,;.()]{2,60})",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:still|newly|under|remaining) ")
_OF_WHICH = re.compile(r"of (?:which|whom),? ?(?:about |some |nearly |more than )?$")


def of(
    text: str, seen: Sequence[Sighting], place: int, start: int, told: str, base: str = ""
) -> list[str]:
    """Return wordings of the metric of number `place`, whose clause begins at `start`.

    `told` is the metric told last, `base` the last that is no share.
    """
    sighting = seen[place]
    low = max(start, seen[place - 1].end if place else 0)
    lead, unit = text[low : sighting.start], sighting.amount.unit
    behind = _behind(text, seen, place)
    counting = is_counted(sighting) or (unit == "days" and behind.startswith((" with ", " of ")))
    counted = nouns.counted(text, sighting) if counting else ""
    change = _CHANGE.search(lead)
    found: list[str] = []
    if unit in ("%", "‰") and (_ACCOUNTS.search(lead) or (_PART.match(behind) and _opens(lead))):
        found = _share(lead, behind, told)
    elif _OF_WHICH.search(lead) and (came := re.match(r" (?P<pred>[a-z]+ [^,;.()]{2,60})", behind)):
        found = [f"{told} that {came['pred']}", came["pred"]]
    elif turned := _TURNED.match(behind):
        found = [turned["noun"]]
    elif _TIMES_MORE.match(text, sighting.start) or unit == "位":
        found = nouns.before(_RANKING.sub("", lead))
    elif counted and not change:
        found = _counted(text, sighting, behind, counted)
    elif is_counted(sighting):
        found = _elliptic(seen, place, text, behind) or _governed(text, sighting, lead, "", change)
    elif re.match(r" completed?\b", behind):
        who = [
            *nouns.before(re.sub(r" (?:is|was|are|were) $", "", lead)),
            nouns.opening(text[: sighting.start]),
        ]
        found = [f"{noun} complete" for noun in who if noun] + [
            f"completion of {noun}" for noun in who if noun
        ]
    elif far := _DISTANCE.match(behind):
        own = [
            noun
            for noun in _governed(text, sighting, lead, "", change)
            if noun and not nouns.NO_NOUN.search(noun)
        ]
        told = base if re.search(r"schedule|plan|target|progress", far["side"]) else told
        side = "" if _THAN_BEFORE.search(far["side"]) else far["side"].strip()
        found = [*(f"{noun} {side}".strip() for noun in [*own, told] if noun), *own, told, side]
    else:
        found = _governed(text, sighting, lead, behind, change)
        if not any(found) and place and (change or _LEVEL.search(lead)):
            found = _over_count(text[start : sighting.start])
    return [word for word in found if word and not nouns.NO_NOUN.search(word)]


def _behind(text: str, seen: Sequence[Sighting], place: int) -> str:
    """Return the words after number `place` up to the next one that stands in no brackets."""
    end = seen[place].end
    following = [s for s in seen[place + 1 :] if not _IN_BRACKETS.search(text, end, s.start)]
    return text[end : following[0].start if following else len(text)]


_IN_BRACKETS = re.compile(r"\((?:about |some )?$")
_SPANS = re.compile(r"(?:quarter|week|month|day|year|hour|minute|second)s?")


def is_counted(seen: Sighting) -> bool:
    """Tell whether the unit is a noun: 42 projects."""
    return not _SPANS.fullmatch(seen.amount.unit) and bool(
        re.fullmatch(
            r"(?![a-z ]*(?:grams|meters|metres|watts)$)[A-Za-z][A-Za-z -]{2,}", seen.amount.unit
        )
    )


def _opens(lead: str) -> bool:
    """Tell whether nothing but connecting words stands before a share."""
    return not nouns.last_noun(lead) or bool(
        re.search(r"(?:said|showed|that|while|and|but)\s$", lead)
    )


_WITHIN = re.compile(
    r"((?:(?:under|in|from|at) [^,;.]{2,40}? )?)((?:is|are|has|have|had|was|were|now|still|do|does|did|can|cannot|could|remain|met|came|went)\b.*|.*)"
)


def _share(lead: str, behind: str, told: str) -> list[str]:
    """Return the wordings of a share: accounting for 12 percent of (the country's total)."""
    verb, part = _ACCOUNTS.search(lead), _PART.match(behind)
    named = nouns.noun(lead[: verb.start()]) if verb else ""
    whole = part["whole"] if part else ""
    found = []
    if part and part["pred"] and not verb:
        place, pred = _WITHIN.fullmatch(part["pred"]).groups("")  # type: ignore[union-attr]
        found.append(f"share of {whole}{place and ' '}{place.strip()} that {pred}")
        found.append(f"{whole} {part['pred']}")
    if named and whole and not nouns.NO_NOUN.search(named):
        found.append(f"share of {named} in {whole}")
    found += [
        f"share of {noun}" for noun in (whole, named) if noun and not nouns.NO_NOUN.search(noun)
    ]
    return [*found, f"share of {told}" if told else ""]


def _counted(text: str, sighting: Sighting, behind: str, counted: str) -> list[str]:
    """Return what is counted, with what it is of: beds for the elderly."""
    of_what = re.match(
        rf" (?:of|for|with) (?!(?:the|this|last) (?:year|month)|which|whom|an? )[A-Za-z][\w' -]{{2,40}}?{_STOP}",
        behind,
    )
    denied = re.match(
        r" (?P<pred>(?:have|has|had|were|was|are|is) (?:not|yet)\b[^,;.()]{2,60}?)(?= because| due to| as |[,;.()]|$)",
        behind,
    )
    if denied:
        return [f"{counted} that {denied['pred']}", f"{counted} {denied['pred']}"]
    return [f"{counted}{of_what.group()}" if of_what else "", counted]


def _elliptic(seen: Sequence[Sighting], place: int, text: str, behind: str) -> list[str]:
    """Return what a count without a noun counts: (of 64 key projects) 49 have started."""
    unit = seen[place].amount.unit
    same = [s for s in seen[:place] if s.amount.unit == unit and nouns.counted(text, s)]
    noun = nouns.counted(text, same[-1]) if same else ""
    if part := _OF_SET.match(text, seen[place].end):
        return [
            f"{part['noun']} that {part['pred']}",
            f"{part['noun']} {part['pred']}",
            part["noun"],
        ]
    if re.match(r" (?:more|fewer) than", behind):
        return [f"increase in {noun}", noun]
    if not noun:
        number = re.search(rf"number of (?P<noun>[\w' -]*{re.escape(unit)})\b", text)
        return [f"number of {number['noun']}", number["noun"]] if number else []
    if re.search(r"\btotal number(?: of \w+)? to $", text[: seen[place].start]):
        return [f"total number of {noun}", "total number", noun]
    pred = (
        _OF_THEM.match(behind)
        or _PREDICATE.match(behind)
        or re.match(r" (?P<pred>(?:still|remain)[^,;.()]{2,60})", behind)
    )
    if pred is None:
        return [noun]
    plain = [f"{noun} {pred['pred']}", pred["pred"]]
    return plain if _ADJECTIVE.match(pred["pred"]) else [f"{noun} that {pred['pred']}", *plain]


def _governed(
    text: str, sighting: Sighting, lead: str, behind: str, change: re.Match[str] | None
) -> list[str]:
    """Return the nouns that words around a number give it: of it, after it, before its verb."""
    level = None if change else _LEVEL.search(lead)
    named = None if change else _NAMED.search(lead)
    if named and not _NO_NAME.fullmatch(named["noun"]) and (noun := nouns.noun(named["noun"])):
        return [noun]
    if mark := _MARK.search(lead):
        return [mark["noun"]]
    gained = None if level else _GAINED.search(lead)
    after = None if change or level else _AFTER.match(behind)
    noun = (after["noun"] or after["bare"]).strip() if after else ""
    if noun and not nouns.NO_NOUN.search(noun) and not re.search(nouns.MEASURE, noun):
        who = _subject(lead, gained)
        return [*who, noun] if behind.startswith(" for ") else [noun, *who]
    if verb := change or level:
        return nouns.before(lead[: verb.start("verb")])
    if gained:
        return _subject(lead, gained)
    if bare := _BARE.fullmatch(lead):
        return [bare["noun"]]
    if deed := _DEED.search(lead):
        done = _OBJECTS.sub("", deed.group().strip())
        doer = nouns.noun(lead[: deed.start()]) or nouns.opening(text[: sighting.start])
        return [f"{doer} {done}".strip(), done]
    return []


_COUNT = re.compile(r"(?:(?:more than|over|nearly|about|some|at least) )?\d[\d,]* ")


def _over_count(lead: str) -> list[str]:
    """Return a subject that holds a count, without it: investment in (43) key projects | reached."""
    verb = _CHANGE.search(lead) or _LEVEL.search(lead)
    whole = nouns.noun(lead[: verb.start("verb")]) if verb else ""
    return [_COUNT.sub("", whole), whole]


def _subject(lead: str, gained: re.Match[str] | None) -> list[str]:
    """Return who did it and the deed (county allocated)."""
    if gained is None:
        return []
    who = nouns.before(lead[: gained.start("verb")])
    done = _OBJECTS.sub("", gained["verb"].strip())
    return [f"{who[-1]} {done}" if who[-1] else "", *who]


def dealt(text: str, seen: Sequence[Sighting]) -> dict[int, list[str] | int]:
    """Return what `respectively` deals to each number: wordings, or the number whose noun it takes."""
    found: dict[int, list[str] | int] = {}
    for group in respectively.groups(text, seen):
        start, count = seen[group[0] - 1].end if group[0] else 0, len(group)
        listed = respectively.nouns(text, start, seen[group[0]].start, count)
        for offset, place in enumerate(group):
            if listed:
                shared, own, tail = (text[slice(*part)] for part in listed[offset])
                found[place] = [f"{shared}{own}{tail}", f"{own}{tail}", own]
            else:
                found[place] = place - count if place >= count else []
    return found
