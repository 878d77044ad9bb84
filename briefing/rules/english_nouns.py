"""Read English nouns: the one before a verb (Exports of cars in May | rose), the counted one.

In:  the words before a number, or a number with its noun. Out: the noun, "" where they hold none.
"""

import re

from briefing.facts.amounts import Sighting

MEASURE = "increase|rise|growth|decline|drop|decrease|fall|surge|jump|gain"
_LOOSE_END = re.compile(r"(?:\s(?:of|by|an?|the|to|at|for|about|than|with|and))+$")
_DEED_FIRST = re.compile(
    rf"^\w+(?:ing|ed)\b|\b(?:{MEASURE}|total|rate)s?$|^\w+s? (?:also )?(?:represents?|realized)",
    re.I,
)
_BASIS = re.compile(r"\b(?:basis|year[ -]on[ -]year|month[ -]on[ -]month|last year|earlier) and ")
_COMPARED = re.compile(
    r"^\W*(?:year[ -]on[ -]year|month[ -]on[ -]month|from a year earlier|annually)\b\W*"
)
_SET_TAIL = re.compile(r" (?:of|from|in|among) the \d.*$")
_LEAD = re.compile(
    r"^(?:(?:In|By|At|On|During|Of|Among|Within|According|As|From|Over|Since|For|Meanwhile|Besides|Notably|However|Also)\b[^,]*,\s*)+|^(?:and|but|while|with|also|that|which|of which|meanwhile|in particular|moreover|thus|its|their|the|an?|of)\s+",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^.*\b(?:learned|show(?:s|ed)?|said|announced|indicate[sd]?|added(?! value)|noted|revealed)(?: that)? (?=\w)"
)
_PERIOD_TAIL = re.compile(
    r"\s(?:(?:during|over|in|for|by|as of|at|from) (?:the |this |last |its )?(?:[\w-]+ )?(?:first|second|third|fourth|same|past|last|half|quarter|month|months|year|years|period|end|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|H[12]|Q[1-4])\b[^,]*|(?:last|this) (?:year|month|quarter))$",
    re.IGNORECASE,
)
_HELPERS = re.compile(
    r"(?:,?\s(?:which|that|been|has|have|had|was|were|is|are|also|collectively|together|now|just|reach|totall?ing|went|stands?|exceed(?:ed|ing)|declined|fallen|risen|grown))+$"
)
_LEADS_ON = re.compile(
    r"^(?:generating|creating|posting|recording|reporting|bringing|with|having) (?=[a-z])"
)
_PERIOD_HEAD = re.compile(
    r"^(?:In|Over|During|For|By the end of|Within) (?:the |this |last )?(?:first|second|third|fourth|past|last|same)? ?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)? ?(?:quarters?|months?|half(?: of (?:the|this|last) year)?|years?|period)(?: of (?:(?:19|20)\d\d|this year|the year|last year))?,? (?=[A-Za-z])",
    re.IGNORECASE,
)
NO_NOUN = re.compile(
    r"\b(?:will|would|rose|fell|grew|reached|hit|said|plans? to|expected|continued|became|remained|boast(?:s|ed)|according|such as|because|compared|drove|ranked|close)\b"
    r"|^(?:per(?! capita)|for|less|more|higher|lower|below|above|an?|each|on|with|than) |^(?:the )?total$|^(?:and|but|or)$|^(?!(?:fund|spend|hous|lend|borrow|financ|build|shipp|manufactur|farm|park|train|hold|sav|fish)ing)\w+ing$|\brespectively\b|^(?:though|although|as|if|when|whereas|because|since) |^(?:last|this|next|same) |^there (?:is|are|was|were)$|^(?:it|they|he|she|this|that|which|who|up|down|about|around|some|nearly|over|more than)$"
    r"|^(?:this |that )?(?:figure|figures|total|number|data|value|result|rate|amount|volume|latter|billion|million|year)$",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"^(?:about|around|some|nearly|almost|over|more than|at least|up to|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|thousand|million|billion)\s",
    re.IGNORECASE,
)


def before(words: str) -> list[str]:
    """Return the wordings of the noun at the end of `words`: bare, whole, without a named set."""
    bare, whole = noun(words), noun(words, bare=False)
    return [bare, whole, _SET_TAIL.sub("", whole)]


_DATELINE = re.compile(
    r"^[A-Z]{3,}[A-Z ,]*(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([A-Za-z]+\))? ?-{1,2} ?(?=[A-Z])|^a total of ",
    re.IGNORECASE,
)


def noun(words: str, *, bare: bool = True) -> str:
    """Return the noun at the end of `words`, "" where they hold none; `bare` cuts its period off."""
    words = _DATELINE.sub("", words.strip(" ,'\"-("))
    words = _BASIS.split(_SAYS.sub("", words))[-1]
    words = _PERIOD_HEAD.sub("", _COMPARED.sub("", words))
    if bare:
        words = _PERIOD_TAIL.sub("", " " + words.rstrip(" ,'\"-()")).strip()
    words = _LEAD.sub("", words).strip(" ,'\"-(")
    words = re.split(r",\s*(?:while|and|but|which|with)?\s*|\bwhile\s+|\bsaw\s+", words)[-1]
    words = _LEAD.sub("", words.strip(" ,'\"-()"))
    words = _PERIOD_TAIL.sub("", words) if bare else words
    words = _LEADS_ON.sub("", _HELPERS.sub("", words)).strip()
    return words if len(words) > 2 and words not in ("which", "that", "who") else ""


def last_noun(lead: str) -> str:
    """Return the words before a number where they are a noun after all, else ""."""
    words = _LOOSE_END.sub("", noun(lead))
    return "" if _DEED_FIRST.search(words) or NO_NOUN.search(words) else words


_NUMBER = re.compile(
    r"(?:[a-z ]+ )?(?:\d[\d,.]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ][a-z]+)?|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred)(?: (?:to|and) \d[\d,.]*)?(?:[ -]?(?:thousand|million|billion|trillion|plus))* ",
    re.IGNORECASE,
)


def counted(text: str, seen: Sighting) -> str:
    """Return the counted noun: 42 (key projects); "" where it stands elsewhere."""
    if not text[seen.start : seen.end].lower().endswith(seen.amount.unit.lower()):
        return ""
    if number := _NUMBER.match(text, seen.start, seen.end):
        return text[number.end() : seen.end]
    words = text[seen.start : seen.end].split(" ")
    noun = " ".join(word for word in words if not re.search(r"\d", word))
    while size := _SIZE.match(noun):
        noun = noun[size.end() :]
    return noun


def opening(words: str) -> str:
    """Return the noun that a sentence opens with, before its first comma or verb."""
    first = re.split(r",? (?:with|which|located|costing|covering) ", words)[0]
    return noun(first) if first != words else ""
