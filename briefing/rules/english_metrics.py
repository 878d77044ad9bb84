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
from briefing.rules import english_forms as forms
from briefing.rules import english_nouns as nouns


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
    change = forms.CHANGE.search(lead)
    found: list[str] = []
    if unit in ("%", "‰") and (
        forms.ACCOUNTS.search(lead) or (forms.PART.match(behind) and _opens(lead))
    ):
        found = _share(lead, behind, told)
    elif forms.OF_WHICH.search(lead) and (
        came := re.match(r" (?P<pred>[a-z]+ [^,;.()]{2,60})", behind)
    ):
        found = [f"{told} that {came['pred']}", came["pred"]]
    elif turned := forms.TURNED.match(behind):
        found = [turned["noun"]]
    elif forms.TIMES_MORE.match(text, sighting.start) or unit == "位":
        found = nouns.before(forms.RANKING.sub("", lead))
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
    elif far := forms.DISTANCE.match(behind):
        own = [
            noun
            for noun in _governed(text, sighting, lead, "", change)
            if noun and not nouns.NO_NOUN.search(noun)
        ]
        told = base if re.search(r"schedule|plan|target|progress", far["side"]) else told
        side = "" if forms.THAN_BEFORE.search(far["side"]) else far["side"].strip()
        found = [*(f"{noun} {side}".strip() for noun in [*own, told] if noun), *own, told, side]
    else:
        found = _governed(text, sighting, lead, behind, change)
        if not any(found) and place and (change or forms.LEVEL.search(lead)):
            found = _over_count(text[start : sighting.start])
    if found and told and lead.strip(" ,") == found[0]:
        found = [f"{told} {found[0]}", *found]  # 24 projects | involve
    return [word for word in found if word and not nouns.NO_NOUN.search(word)]


def _behind(text: str, seen: Sequence[Sighting], place: int) -> str:
    """Return the words after number `place` up to the next one that stands in no brackets."""
    end = seen[place].end
    following = [s for s in seen[place + 1 :] if not forms.IN_BRACKETS.search(text, end, s.start)]
    return text[end : following[0].start if following else len(text)]


def is_counted(seen: Sighting) -> bool:
    """Tell whether the unit is a noun: 42 projects."""
    return not forms.SPANS.fullmatch(seen.amount.unit) and bool(
        re.fullmatch(
            r"(?![a-z ]*(?:grams|meters|metres|watts)$)[A-Za-z][A-Za-z -]{2,}", seen.amount.unit
        )
    )


def _opens(lead: str) -> bool:
    """Tell whether nothing but connecting words stands before a share."""
    return not nouns.last_noun(lead) or bool(
        re.search(r"(?:said|showed|that|while|and|but)\s$", lead)
    )


def _share(lead: str, behind: str, told: str) -> list[str]:
    """Return the wordings of a share: accounting for 12 percent of (the country's total)."""
    verb, part = forms.ACCOUNTS.search(lead), forms.PART.match(behind)
    named = nouns.noun(lead[: verb.start()]) if verb else ""
    whole = part["whole"] if part else ""
    found = []
    if part and part["pred"] and not verb:
        place, pred = forms.WITHIN.fullmatch(part["pred"]).groups("")  # type: ignore[union-attr]
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
        rf" (?:of|for|with) (?!(?:the|this|last) (?:year|month)|which|whom|an? )[A-Za-z][\w' -]{{2,40}}?{forms.STOP}",
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
    if whole := re.search(
        r"\btotal number of (?:its |the )?(?P<noun>[\w' -]{3,40}?) to $", text[: seen[place].start]
    ):
        return [f"total number of {whole['noun']}", whole["noun"]]
    same = [s for s in seen[:place] if s.amount.unit == unit and nouns.counted(text, s)]
    noun = nouns.counted(text, same[-1]) if same else ""
    if part := forms.OF_SET.match(text, seen[place].end):
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
        forms.OF_THEM.match(behind)
        or forms.PREDICATE.match(behind)
        or re.match(r" (?P<pred>(?:still|remain)[^,;.()]{2,60})", behind)
    )
    if pred is None:
        return [noun]
    plain = [f"{noun} {pred['pred']}", pred["pred"]]
    return plain if forms.ADJECTIVE.match(pred["pred"]) else [f"{noun} that {pred['pred']}", *plain]


def _governed(
    text: str, sighting: Sighting, lead: str, behind: str, change: re.Match[str] | None
) -> list[str]:
    """Return the nouns that words around a number give it: of it, after it, before its verb."""
    level = None if change else forms.LEVEL.search(lead)
    named = None if change else forms.NAMED.search(lead)
    if named and not forms.NO_NAME.fullmatch(named["noun"]) and (noun := nouns.noun(named["noun"])):
        return [noun]
    if mark := forms.MARK.search(lead):
        return [mark["noun"]]
    gained = None if level else forms.GAINED.search(lead)
    after = None if change or level else forms.AFTER.match(behind)
    noun = (after["noun"] or after["bare"]).strip() if after else ""
    if noun and not nouns.NO_NOUN.search(noun) and not re.search(nouns.MEASURE, noun):
        who = _subject(lead, gained)
        return [*who, noun] if behind.startswith(" for ") else [noun, *who]
    if verb := change or level:
        return nouns.before(lead[: verb.start("verb")])
    if gained:
        return _subject(lead, gained)
    if bare := forms.BARE.fullmatch(lead):
        return [bare["noun"]]
    if deed := forms.DEED.search(lead):
        done = forms.OBJECTS.sub("", deed.group().strip())
        doer = nouns.noun(lead[: deed.start()]) or nouns.opening(text[: sighting.start])
        return [f"{doer} {done}".strip(), done]
    return []


def _over_count(lead: str) -> list[str]:
    """Return a subject that holds a count, without it: investment in (43) key projects | reached."""
    verb = forms.CHANGE.search(lead) or forms.LEVEL.search(lead)
    whole = nouns.noun(lead[: verb.start("verb")]) if verb else ""
    return [forms.COUNT.sub("", whole), whole]


def _subject(lead: str, gained: re.Match[str] | None) -> list[str]:
    """Return who did it and the deed (county allocated)."""
    if gained is None:
        return []
    who = nouns.before(lead[: gained.start("verb")])
    done = forms.OBJECTS.sub("", gained["verb"].strip())
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
