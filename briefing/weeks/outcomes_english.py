"""Read what an English clause says of a target, as `outcomes` does for Chinese ones.

Only plain words count here too: a wish (will, aims to), a part (phase, half) or a share below the
whole never reads as reached.
"""

import re

_DONE = r"(?:complet|finish|open|launch|inaugurat|deliver|achiev|reach|met|meet|exceed|surpass|built|put into (?:use|operation|service))"
_WISH = re.compile(
    r"\b(?:will|would|should|shall|plans? to|planning to|expects? to|expected to|aims? to|hopes? to|to be|is set to|scheduled|due to|must|needs? to|if|once|unless|before|may|might|could|likely)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:phase|first|half|part(?:ly|ially)?|initial|main structure|most|nearly|almost|design|approval|site)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    rf"\b(?:not|never|n't|fail(?:s|ed)? to|yet to|unable to|without)\b[^.,;]{{0,30}}{_DONE}"
    r"|\bmiss(?:es|ed)?\b[^.,;]{0,20}\b(?:deadline|target|goal)\b"
    r"|\b(?:fell|falls?|fallen) short of\b|\bshort of (?:the|its|their) (?:annual |yearly )?(?:target|goal|plan)\b"
    r"|\bbehind (?:the |its )?(?:target|deadline)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    rf"\b(?:has|have|had|was|were|is|are|now|all|fully|officially)\b[^.;]{{0,40}}\b{_DONE}\w*"
    rf"|\b{_DONE}\w*\b[^.;]{{0,30}}\b(?:ahead of schedule|on schedule|as planned|on time)\b"
    r"|\b(?:opened|completed|finished|launched|exceed(?:ed|ing)|surpass(?:ed|ing)|met|meeting|achieved)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:postpon\w*|put off|pushed back|reschedul\w*|delayed (?:to|until|till)|extended (?:to|until)|now (?:expected|scheduled|due|planned)|new deadline)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:raised?|lower(?:ed|s)?|cut|revis(?:ed|es)|adjust(?:ed|s)|increased|reduced)\b[^.;]{0,60}?\bto\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:target|goal|plan|quota)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"(\d+(?:\.\d+)?) ?(?:%|per ?cent)(?: complete|[^.;\d]{0,12}\bof (?:the|its|their|this year's)?[^.;\d]{0,20}\b(?:target|goal|plan|task|total))",
    re.IGNORECASE,
)
_CORRECTS = re.compile(r"\b(?:correction|corrects|should (?:have )?read|erratum)\b", re.IGNORECASE)
_SURELY = re.compile(r"\b(?:has|have|had|was|were|already|so far)\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
_STAGES = (
    (1, re.compile(r"\b(?:start|begin|began|break ground|broke ground|construction of)", re.I)),
    (3, re.compile(r"\b(?:complet|finish|build|built|renovat|upgrad)", re.I)),
    (5, re.compile(r"\b(?:open|operation|into use|into service|traffic)", re.I)),
)


def reached(words: str) -> str:
    """Return the clause that says the whole thing is done, "" when none does."""
    for clause in re.split(r"[,;.](?=\s|$)", words):
        if not _REACHED.search(clause) or any(form.search(clause) for form in (_WISH, _PART, _NOT)):
            continue
        stated = share(clause)
        if stated is None or float(stated) >= 100:
            return clause
    return ""


def after_miss(words: str) -> str | None:
    """Return what follows the words that say it is not done, None when none say so."""
    found = _NOT.search(words)
    return words[found.end() :] if found else None


def put_off(words: str) -> re.Match[str] | None:
    """Return the words that move a deadline, None when there are none."""
    return _PUT_OFF.search(words)


def changed(words: str) -> re.Match[str] | None:
    """Return the words that change a target's value, None when there are none."""
    found = _CHANGED.search(words)
    return found if found and _NAMED.search(words) else None


def share(words: str) -> str | None:
    """Return the stated share of the target that is done, in per cent as printed."""
    found = _SHARE.search(words)
    return found[1] if found else None


def corrects(words: str) -> bool:
    """True when the words put an earlier report right."""
    return bool(_CORRECTS.search(words))


def surely(words: str) -> bool:
    """True when the words tell of the past, whatever day stands beside them."""
    return bool(_SURELY.search(words)) and not _WISH.search(words)


def past(words: str) -> bool:
    """True when the words speak of an earlier year."""
    return bool(_LAST_YEAR.search(words))


def stage(words: str) -> int:
    """Return the latest stage of work that the words name, -1 for none."""
    return max((number for number, form in _STAGES if form.search(words)), default=-1)
