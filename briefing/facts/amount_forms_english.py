"""How English pages write amounts: words for numbers, scales, units, bounds, ways; one pattern.

`FORM` matches whatever may be an amount; `amounts_english` reads what one match says.
"""

import re

from briefing.records import Bound

_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
WORDS = (
    {"zero": 0, "a": 1, "an": 1, "hundred": 100}
    | {word: number for number, word in enumerate([*_ONES, *_TEENS], 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}{link}{one}": tens * 10 + ones
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
        for link in "- "
    }
)
ORDINALS = {
    word: number
    for number, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
    )
}
SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "mn": 6,
    "m": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
}
_MEASURES = {
    "yuan": "元", "rmb": "元", "renminbi": "元", "cny": "元", "us dollar": "美元", "u.s. dollar": "美元", "u.s.dollar": "美元", "dollar": "美元",
    "usd": "美元", "euro": "欧元", "hk dollar": "港元", "hong kong dollar": "港元", "nt dollar": "新台币元",
    "new taiwan dollar": "新台币元", "pound": "英镑", "percent": "%", "per cent": "%", "pct": "%", "%": "%",
    "percentage point": "百分点", "pp": "百分点", "basis point": "基点",
    "kilometer per hour": "公里/小时", "kilometer": "公里", "km": "公里", "meter": "米", "millimeter": "毫米", "mm": "毫米",
    "square kilometer": "平方公里", "sq km": "平方公里", "square meter": "平方米", "sq m": "平方米",
    "cubic meter per second": "立方米每秒", "cubic meter": "立方米", "hectare": "公顷", "mu": "亩",
    "tonne": "吨", "ton": "吨", "metric ton": "吨", "teu": "标箱", "microgram per cubic meter": "微克/立方米",
    "kwh": "千瓦时", "kilowatt-hour": "千瓦时", "kilowatt hour": "千瓦时", "gigawatt-hour": "吉瓦时", "megawatt": "兆瓦",
    "kilowatt": "千瓦", "time": "倍",
}  # fmt: skip
_PLAIN = frozenset(
    ["percent", "per cent", "pct", "%", "rmb", "renminbi", "cny", "usd", "km", "mm", "mu", "pp", "kwh", "sq km", "sq m"]
)  # fmt: skip
"""Units without a plural."""


def _spellings(unit: str) -> list[str]:
    """Return a unit's plural and British spellings: kilometers per hour, kilometre."""
    head, per, rest = unit.partition(" per ")
    whole = [unit] if unit in _PLAIN else [unit, f"{head}s{per}{rest}"]
    return whole + [word.replace("meter", "metre") for word in whole if "meter" in word]


UNITS = {word: meant for unit, meant in _MEASURES.items() for word in _spellings(unit)}
CURRENCY = {
    "us$": "美元",
    "$": "美元",
    "hk$": "港元",
    "nt$": "新台币元",
    "€": "欧元",
    "£": "英镑",
    "¥": "元",
    "rmb": "元",
    "cny": "元",
}
_NOUNS = (
    "people|residents|households|families|companies|firms|enterprises|businesses|projects|jobs|deputies|visitors|tourists|trips|"
    "students|schools|kindergartens|hospitals|beds|vehicles|units|villages|towns|homes|apartments|workers|farmers|passengers|"
    "patents|charging piles|stations|bridges|roads|parks|factories|officials|delegates|buses|trains|flights|containers|"
    "complaints|cases|days|hours|months|weeks|districts|counties|streets|communities|universities|laboratories|talents|experts"
)
BOUND = {
    "about": Bound.ABOUT, "around": Bound.ABOUT, "some": Bound.ABOUT, "nearly": Bound.ABOUT, "almost": Bound.ABOUT,
    "approximately": Bound.ABOUT, "roughly": Bound.ABOUT, "close to": Bound.ABOUT, "more than": Bound.OVER, "over": Bound.OVER,
    "at least": Bound.OVER, "above": Bound.OVER, "exceeding": Bound.OVER, "upwards of": Bound.OVER, "less than": Bound.UNDER,
    "fewer than": Bound.UNDER, "under": Bound.UNDER, "below": Bound.UNDER, "up to": Bound.UNDER, "within": Bound.UNDER, "at most": Bound.UNDER,
    "no more than": Bound.UNDER, "not more than": Bound.UNDER, "no less than": Bound.OVER, "not less than": Bound.OVER,
    "no fewer than": Bound.OVER, "not fewer than": Bound.OVER, "as many as": Bound.UNDER, "as much as": Bound.UNDER,
    "well over": Bound.OVER, "in excess of": Bound.OVER, "just over": Bound.OVER, "just under": Bound.UNDER,
    "an estimated": Bound.ABOUT,
}  # fmt: skip


def _any(words: object) -> str:
    return "|".join(re.escape(str(word)) for word in sorted(words, key=lambda w: -len(str(w))))  # type: ignore[call-overload]


_NO_NOUN = (
    "are|is|was|were|of|the|to|in|and|or|for|with|will|have|has|had|per|at|on|from|by|than|more|fewer|less|as|this|that|its|their|"
    "who|which|while|but|also|still|after|before|into|between|under|about|over"
)
_NUMERAL = rf"\d[\d,]*(?:\.\d+)?|{_any([w for w in WORDS if w not in ('a', 'an')])}"
_PERCENT = r"(?:\s?%|\s?per\s?cent)"
_LINK = r"(?:\sto\s|(?<=[\d%t])\s?-\s?|(?(between)\sand\s|(?!)))"
LABEL = re.compile(
    r"\b(?:article|lines?|no|route|phase|zone|grade|class|section|chapter|terminal|building|highway|page|level|form|version|exit|gate|platform|bridge|tower|block|metro|items?|under|age|aged|top|chapter|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? $",
    re.I,
)
"""What a number names and does not count: Line 9, May 1."""

FORM = re.compile(
    rf"""(?:(?<![\w.])(?<![a-z]-)|(?<=[a-z])(?=[€£¥]))(?:(?P<bound>{_any(BOUND)})\s+)?(?:
    (?P<share>(?:(?<!the[ ])(?<!first[ ])(?<!past[ ])(?<!last[ ])(?<!next[ ])(?P<part>one|two|three|four|a)[\s-])(?P<whole>third|quarter|fifth|tenth|half)s?|(?<!first[ ])(?<!second[ ])(?<!latter[ ])(?<!first-)(?<!second-)(?P<half>half))(?=[\s,.;]|$)(?!\s(?:quarter|half|session|phase|place))
  | (?P<fold>\w+)-?fold | (?P<doubled>doubled|tripled|quadrupled|(?:twice|double|triple)(?=\s(?:the|that|as|what)\b))
  | (?P<between>between\s)?(?P<currency>us\$|hk\$|nt\$|[$€£¥]|rmb\s?|cny\s?)?(?:(?<!from\s)(?<!\w)(?P<low>(?!(?:19|20)\d\d\b)(?:{_NUMERAL}))(?:{_PERCENT}(?={_LINK}(?:{_NUMERAL}){_PERCENT}))?{_LINK})?(?P<number>-?\d[\d,]*(?:\.\d+)?|{_NUMERAL})
      (?:\s?-?(?P<scale>{_any(SCALES)})(?:\s(?P<more>\d{{1,3}})\s(?P<less>million|thousand)(?=\s))?)?(?P<plus>-?plus|\+)?(?:[\s-]?(?P<unit>{_any(UNITS)})|\s(?:(?!(?:{_NO_NOUN})\b)[a-z-]+\s){{0,2}}?(?P<noun>{_NOUNS})|\s(?:(?!(?:{_NO_NOUN})\b)[a-z-]+\s){{0,2}}?(?P<plural>(?:(?!(?:{_NO_NOUN})\b)[a-z-]+\s)?[a-z]{{3,}}(?<!s)s)(?![\w-]))?
  | (?<=\sto\s)(?P<place>\d{{1,3}}(?:st|nd|rd|th))(?=\s(?:among|in|place|out|nationwide)\b|[,.;]|$)
  | (?:ranked|ranking|ranks|came|placed|rank)\s(?:only\s)?(?:the\s)?(?:no\.?\s?)?(?P<rank>{_any(list(ORDINALS)[1:])}|\d{{1,3}}(?:st|nd|rd|th)?)
    )(?:(?<=%)|(?![\w$]))(?P<after>\s(?:or\s(?:so|more|above|less|fewer))\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
BEHIND = {"so": Bound.ABOUT, "less": Bound.UNDER, "fewer": Bound.UNDER}
PHRASAL = re.compile(
    r"\b(?:ma[dk]e|making|makes|set|sets|setting|put|putting|t[ao]ok?e?s?|taking|open|opened|opening|buil[dt]|building|signed|picked|stepped|scaled|sped|ended|lined|line|follow|followed)\sup\s*$",
    re.I,
)
"""Before a count `up` belongs to the verb: set up 18 centers."""

UP = re.compile(
    r"(?:rose|rise|rising|risen|grew|grown|growing|growth of|increased?|increasing|increase of|up|climb\w*|gain\w*|jump\w*|expand\w*|surg\w*|soar\w*|(?<=\s)\+)(?:\s(?:by|of|in|year on year|on year|nearly|a further))*\s*$",
    re.I,
)
DOWN = re.compile(
    r"(?:fell|fall\w*|dropp?\w*|declin\w*(?: of)?|down|decreas\w*(?: of)?|shr[aiu]nk|shrinking|slipp?\w*|contract\w*|cut|reduced|plunged|slumped)(?:\s(?:by|of|in|year on year))*\s*$",
    re.I,
)
TURNS = re.compile(
    r"(?: (?:year-on-year|annual|yearly))? (?:(?P<up>increase|rise|growth|gain|jump|surge|expansion|more than)|(?P<down>decrease|decline|drop|fall|reduction|cut|contraction|fewer than))\b"
)
"""After an amount: a 3 percent drop in sales, 12 more than last year."""

ELLIPTIC = re.compile(
    rf"(?<![\w.$-])(?<!\d,)(?:(?P<bound>{_any(BOUND)})\s+)?(?P<number>(?!(?:19|20)\d\d(?!\d))\d[\d,]*(?<!,)(?:\.\d+)?|{_any([w for w in WORDS if w not in ('a', 'an')])})"
    r"(?: ?(?=,|\.(?!\d)|;|$)|(?=\s(?:have|has|had|were|was|are|is|of\s(?:which|whom|them)|(?:more|fewer)\sthan|newly|under\sconstruction|[a-z]+ed|still|remain\w*|before|earlier|to(?=\s\d)|by|in|at|last|this)\b))",
    re.I,
)
OF_SET = re.compile(
    rf"(?<![\w.,$-])(?P<number>\d[\d,]*|{_any([w for w in WORDS if w not in ('a', 'an')])})(?=\s(?:of|out\sof)\s(?:the\s|its\s|all\s)?(?:[\w-]+'s?\s)?(?:{_NUMERAL})\s(?:(?!(?:{_NO_NOUN})\b)[a-z-]+\s){{0,2}}?(?P<noun>{_NOUNS}|(?!(?:{_NO_NOUN})\b)[a-z]{{3,}}s)\b)",
    re.I,
)
"""A part of a set: four of the city's six parks."""

RISEN_TO = re.compile(r"\b(?:rank\w*|places?|position|moved|climbed|jumped)\b[^,.;]*$", re.I)
"""Before a place without a word of rank: moved up eight places to 41st."""

NUMBER_OF = re.compile(
    r"(?<![\d,] )(?P<risen>\b[a-z-]+s)(?= (?:increased|rose|grew|decreased|fell|dropped|climbed|jumped|surged|doubled|tripled) (?:by|to|from) (?:about |some |nearly |almost |more than |over )?\d[\d,]*(?: to | in |,|\.))|\b(?:total )?number of (?:the )?(?:[a-z'-]+ ){0,4}?(?P<noun>[a-z-]+s)\b(?: per [\d,]+ [a-z]+)?(?= (?:from|in|to|rose|grew|fell|reach\w*|hit|increas\w*|decreas\w*|climb\w*|jump\w*|drop\w*|stood|was|is|has|had|exceed\w*|total\w*)\b|,)",
    re.I,
)
TOTAL = re.compile(
    r"\b(?:increased|rose|grew|decreased|fell|dropped|climbed|jumped|surged|doubled|tripled)(?: by [\d,]+ to| by| to)\s$|\bnumber\b[^.;]*\b(?:to|from|at|was|is|reach(?:ed|ing|es)?|hit|total(?:l?ed)?|exceed(?:ed|ing))\s$",
    re.I,
)
