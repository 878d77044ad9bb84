"""How English pages join a number to its noun: verbs of change and level, shares, distances, parts.

`english_metrics` words metrics by these patterns; they match spaced text with its capitals.
"""

import re

from briefing.rules import english_nouns as nouns

_WAYS = (
    "rose|fell|grew|climbed|dropped|declined|increased|decreased|gained|jumped|surged|shrank|soared|expanded|slipped|plunged|slumped|"
    "edged up|edged down|inched up|rising|falling|growing|increasing|decreasing|climbing|jumping|surging|increase|decrease|grow|rise|fall|drop|decline|"
    "(?:has|have|had) (?:risen|fallen|grown)|cut|reduced"
)
CHANGE = re.compile(
    rf"(?:^|[ ,(])(?P<verb>(?:has |have |had |was |were )?(?:{_WAYS})(?: [a-z]+ly| further)?(?: by)?|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!set )(?:up|down)(?: by)?"
    rf"|(?:(?:with|posting|seeing|representing|represents|reporting) )?(?:an? |the )?(?:annual |yearly |year[ -]on[ -]year |month[ -]on[ -]month )?(?:{nouns.MEASURE})s?(?: rate)? of) ?$",
    re.IGNORECASE,
)
WAY = re.compile(
    rf"\b(?:(?:{_WAYS}|up|down)(?: by)?|(?:{nouns.MEASURE}|reduction)(?: rate)? of) $",
    re.IGNORECASE,
)
_OBJECT = r"(?: only| just| some| another)?(?: (?:a|an|the)(?: (?:record[ -]\w+|new|total|estimated|combined|overall|further))*(?: (?:value|total|figure|record|high))?(?: of)?| a record(?:[ -]\w+)?)?"
LEVEL = re.compile(
    rf"(?:^|[ ,])(?P<verb>(?:has |have |had )?(?:(?:{_WAYS}|tripled|doubled|narrowed|widened)(?: [a-z]+ly)? (?:to|from)|reach(?:ed|ing)?|hit(?:ting)?|to hit|total(?:l?ed|l?ing)?|st(?:oo|an)ds? at|amount(?:ed|ing)? to|c[ao]me (?:to|in at)|was|were|is|are|exceed(?:ed|ing)?|surpass(?:ed|ing)?|topp(?:ed|ing)|averag(?:ed|ing)|(?:remained|stayed|(?:was |were |been )?(?:kept|held|maintained|controlled))(?: (?:at|below|under|above))?|valued at|worth|to|from){_OBJECT}) ?$",
    re.IGNORECASE,
)
GAINED = re.compile(
    rf"(?:^|[ ,])(?P<verb>(?:has |have |had )?(?:collectively )?(?:record|register|post|achiev|generat|attract|receiv|handl|contribut|complet|sign|invest|creat|add|export|import|welcom|realiz|realis|absorb|utiliz|us|suppli|carri|serv|cover|employ|benefit|allocat|rais)(?:e?d|ing)(?: a)?{_OBJECT}|(?:saw|built|spent|earned|sold|cost|lent){_OBJECT}) ?$",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:^|(?:[a-z]+(?:ed|ing|s)|with|at|and|had|has|have|was|were|saw|for|to|by|on) |, )(?:an? |the |its |their )?(?:combined |record[ -]\w+ )?(?P<noun>(?!of |a |an |the )[A-Za-z][\w'/-]*(?: (?!of |worth |a |an |the |and |was |were |has |have |had )[\w'/-]+){0,5}?) (?:of|worth|worth of|reaching|totall?ing|amounting to|exceeding) ?$",
    re.IGNORECASE,
)
NO_NAME = re.compile(rf"(?:[\w-]+ )?(?:{nouns.MEASURE}|total|\w*ly)s?(?: rate)?|stood|\w+ed")
ACCOUNTS = re.compile(
    r"\b(?:account(?:ed|ing|s)? for|(?:fulfill?|complet|achiev)(?:ed|ing)|mak(?:es|ing) up|made up|contribut(?:ed|ing|es)|represent(?:ed|ing|s)|or)(?: only| just)? ?$",
    re.IGNORECASE,
)
STOP = r"(?= (?:in|last|this|by|were|was|from|for|during|over|at|to|and|since|as|opened|started|began|linking|connecting|that|which|who|with|on|is|are|has|have|had|under|now|still|do|does|did|can|cannot|could|remain|met|came|went)\b|[,.;:()]|$)"
PART = re.compile(
    rf" of (?P<whole>(?:the |its |all |their )?[A-Za-z][\w' -]{{2,60}}?){STOP}(?: (?P<pred>(?:(?:under|in|from|at) [^,;.]{{2,40}}? )?(?:is|are|has|have|had|was|were|now|still|do|does|did|can|cannot|could|remain|met|came|went)\b[^,;.()]{{2,60}}))?"
)
AFTER = re.compile(
    rf"(?: \([^()]{{1,40}}\))? (?:(?:worth of|in|of|for) (?:the |its )?(?P<noun>(?!the |this |last |first |second |third |fourth |past |same |previous |january|february|march|april|may |june|july|august|september|october|november|december|which|whom|them|\d)[A-Za-z][A-Za-z' -]{{1,50}}?)|(?P<bare>(?!(?:in|at|to|on|for|by|from|of|with|and|had|has|have|been|was|were|is|are|came|went|year|month|higher|lower|more|less|fewer|above|below|behind|ahead|faster|slower|than|complete|each|per|a|so|annually|y-o-y|yoy|\w+ed)\b)[a-z][a-z -]{{2,40}}?)){STOP}",
    re.IGNORECASE,
)
TURNED = re.compile(
    rf" (?:year[ -]on[ -]year |annual |yearly )?(?:{nouns.MEASURE}|reduction|cut|contraction)(?: rate)? (?:in|of|for) (?:the |its )?(?P<noun>(?!the |this |last |\d)[A-Za-z][\w' -]{{1,50}}?){STOP}",
    re.IGNORECASE,
)
DISTANCE = re.compile(
    r" (?P<side>(?:points? )?(?:higher|lower|more|less|fewer|faster|slower|above|below|behind|ahead of|short of)\b[^,;.()]{0,60})"
)
THAN_BEFORE = re.compile(
    r"than (?:in |at |that of )?(?:the )?(?:same|last|previous|corresponding|a year|20\d\d)"
)
_GOING_ON = re.compile(
    r"\(?(?:about|some)? ?$|(?:and|or|but|which|a)? ?(?:from|to|at|up|down|\+)? ?$", re.IGNORECASE
)
BARE = re.compile(r",? (?:and|while) (?P<noun>[A-Za-z][A-Za-z' -]{4,50}?) ")
DEED = re.compile(
    r"(?:(?<=[a-z'] )|^)(?!(?:was|its|this|his|as|has|is|plus|during|including|up|us|about)\b)(?:cost|cover|create|generate|employ|produce|serve|handle|attract|benefit|[a-z]{2,}(?:ed|ing|[^s]s|ent|old|eld|aid|ut|ost))(?: up| out)?(?: an?| the)?(?: total| combined)?(?: of)? ?$"
)
OBJECTS = re.compile(r" (?:an?|the|of|only|just|some|another)\b.*$", re.IGNORECASE)
TIMES_MORE = re.compile(
    r"(?:more than |nearly |almost )?(?:(?:doubl|tripl|quadrupl)ed|twice|double|triple)\b",
    re.IGNORECASE,
)
RANKING = re.compile(
    r",? *(?:and )?(?:rank(?:ed|ing|s)?|plac(?:ed|ing)|c[ao]m(?:e|ing)) *(?:the *)?$", re.IGNORECASE
)
MARK = re.compile(r"(?:^|[-*•] ?)(?P<noun>[A-Za-z][\w' /&-]{2,60}?) ?(?:\([^()]*\))?: ?$")
PREDICATE = re.compile(
    r"(?: of (?:which|whom|them))? (?P<pred>(?:(?:have|has|had|are|were|was|is|still|newly|under|[a-z]+ed) )[^,;.()]{2,60}?)(?=,? and \d|,? and $|[,;.()]|$)"
)
OF_THEM = re.compile(r" of (?:which|whom|them) (?P<pred>[a-z]+ [^,;.()]{2,60})")
OF_SET = re.compile(
    r" (?:of|out of) (?:the |its |all )?(?:[\w-]+'s? )?(?:\d[\d,]*|[a-z]+) (?P<noun>(?:[a-z-]+ ){0,2}?[a-z-]+s) (?P<pred>[a-z]+ed\b[^,;.()]{0,60}|(?:have|has|had|are|were|was|is|met|saw) [^,;.()]{2,60})",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(r"(?:still|newly|under|remaining) ")
OF_WHICH = re.compile(r"of (?:which|whom),? ?(?:about |some |nearly |more than )?$")
IN_BRACKETS = re.compile(r"\((?:about |some )?$")
SPANS = re.compile(r"(?:quarter|week|month|day|year|hour|minute|second)s?")
WITHIN = re.compile(
    r"((?:(?:under|in|from|at) [^,;.]{2,40}? )?)((?:is|are|has|have|had|was|were|now|still|do|does|did|can|cannot|could|remain|met|came|went)\b.*|.*)"
)
COUNT = re.compile(r"(?:(?:more than|over|nearly|about|some|at least) )?\d[\d,]* ")
