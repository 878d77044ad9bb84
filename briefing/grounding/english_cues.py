"""The words by which an English page tells a plan, a fact or a lack.

Patterns match folded text in small letters, spaced or compact (no blank after a mark).
"""

import re

AIM = re.compile(
    r"\b(?:aim(?:s|ed|ing)? (?:to|for|at)|targets (?!(?:for|of|set|and|are|is|were|was|this|in|by|have|had|will|should)\b)(?=[\w-]+ )|target(?:s|ed|ing)? (?:to|for|of|is|are|at|a|an)\b(?! (?:the|this) )|(?:sets?|setting) (?:a|the|its) (?:target|goal)s? (?:of|for|to)|(?:main|key|major|annual|expected) (?:targets|goals|objectives)[^.;]{0,40}?(?::|are|is|include)|"
    r"goal (?:is|of|to)|striv(?:e|es|ing) (?:to|for)|seeks? to|hopes? to|wants? to|expects? to|(?:is|are|was|were|be) (?:expected|scheduled|slated|due|set|projected|on track|likely|planned) (?:to|for)|scheduled (?:to|for)|due to (?=open|start|finish|be|begin|enter|go|come)|"
    r"expected (?=by|in|before|within))",
    re.IGNORECASE,
)
"""A wish for a state: what shall be reached."""

WILL = re.compile(
    r"\b(?:will|shall|should(?! come)|must|ought to|needs? to|ha(?:s|ve) to|plans? to|planning to|intends? to|is to|are to|going to|(?:pledg|vow|promis|agree|decid)(?:ed|es|ing)? to|"
    r"(?:would)(?= (?:be |also |continue |further |[a-z]+ly )?[a-z]+)|(?:ask|urg|requir|order|instruct|direct|demand|tell|told|press)(?:ed|es|s|ing)? (?!by\b)[\w',\- ]{2,60}? to\b|call(?:ed|s|ing)? (?:for|on [\w' ]{2,50}? to)|"
    r"(?:it is|it's) (?:necessary|essential|important|imperative|vital) to|efforts (?:should|will|must|are to|shall) be|(?:requir|demand|stress|suggest|propos)(?:ed|es|ing)? that|(?:nex|following) steps?|urg(?:ed|es|ing) (?:efforts|work|measures)|ensur(?:e|es|ing) (?:that|the|all)|"
    r"(?:we|all (?:departments|localities|units|levels)) (?:need|have) to|continue to(?= )|let us|let's)\b",
    re.IGNORECASE,
)
"""Words before what someone shall do."""

ATTRIBUTE = re.compile(
    r"\b(?:is|are|was|were|be) (?:expected|estimated|projected|designed|forecast) to (?:cost|create|generate|produce|employ|handle|serve|benefit|yield|attract|carry|treat|process|house|cover|accommodate|bring|provide|involve)\b|\b(?:expected|estimated|designed) (?:annual )?(?:output|investment|cost|capacity|revenue)\b"
)
"""What a thing will have or yield is a figure of it."""

PAST = re.compile(
    r"\b(?:has|have|had|was|were|rose|fell|grew|shrank|climbed|dropped|declined|gained|jumped|surged|soared|hit|stood|came|became|"
    r"(?<!be )(?:reach|increas|decreas|total|totall|amount|account|complet|record|regist|generat|creat|attract|contribut|expand|receiv|handl|rank|exceed|surpass|post|cover|employ|operat)ed)\b",
    re.IGNORECASE,
)
"""Finite verbs of what is over or stands."""

LACK = re.compile(
    r"\b(?:weak(?:ness(?:es)?|er|ening)?|short(?:age|ages|fall|falls)? (?:of|in)|shortage|shortfalls?|behind (?:the )?(?:schedule|plan|target|time|progress)|behind by|falling behind|(?:fell|falls|fall|falling|fallen) (?:short|behind)|lag(?:s|ged|ging)?|insufficient|inadequate|held up|(?:set|sets) (?:us|it|them|work|construction) back|keep pace|objections|too (?:high|expensive|far|crowded)|"
    r"lack(?:s|ed|ing)?|difficult(?:y|ies)?|problems?|challenges?|slow(?:ed|er|ly)?|slowdown|slow to|delay(?:s|ed)?|bottlenecks?|exceed(?:s|ed)? the (?:standard|limit)|fined|violations?|complaints?|yet to (?:start|begin|be|break|open)|still (?:being|under|outstanding|unsolved|unresolved|far)|"
    r"not (?:yet|been|fully|keep|enough|met|meet|well|high|strong|balanced|solid)|unbalanced|uneven|imbalance|few in number|too (?:few|small|slow|low|late)|only (?:half|a third|a few)|gaps?|(?:is|are|was|were|remains?|remained) (?:\w+ )?(?:poor|aging|ageing|outdated|obsolete)|congest(?:ed|ion)|unfinished|incomplete|overdue|suspended|stalled|halted|disrupted|postponed|"
    r"fail(?:s|ed|ure|ing)? to|unable to|did not|do not|does not|cannot|missed (?:the|its|their)|below (?:the )?(?:target|standard|average|plan|expectations)|(?:points?|percent|per cent|%) (?:lower|below|slower|behind|short)|decline|declin(?:ed|ing)|shr[aiu]nk|fell|dropped|pressure|risks?|hidden dangers?|constraints?|constrained|pollution|losses|damage[ds]?|(?:are|was|were|been) (?:badly |seriously )?(?:affected|hit|flooded)|vacan(?:t|cies)|shortcomings?|deficiencies)\b",
    re.IGNORECASE,
)
"""Words that admit a problem."""

MENDED = re.compile(
    r"\b(?:hear|solv(?:e|ed|ing)|address(?:ed|ing)?|tackl(?:e|ed|ing)|overcom(?:e|ing)|overcame|resolv(?:e|ed|ing)|help(?:ed|ing)?|eas(?:e|ed|ing)|reduc(?:e|ed|ing)|eliminat(?:e|ed|ing)|prevent(?:ed|ing)?|rectif(?:y|ied|ying)|mak(?:e|ing) up for|made up for|fill(?:ed|ing)?|narrow(?:ed|ing)?|clos(?:e|ed|ing)|mitigat(?:e|ed|ing)|handl(?:e|ed|ing)|defus(?:e|ed|ing)|control(?:led|ling)?|despite|no)\b[\w', ]{0,40}?\b(?:difficult|problem|challenge|complaint|risk|gap|bottleneck|shortage|pressure|pollution|shortcoming|hidden|delay|loss|weak)",
    re.IGNORECASE,
)
"""A problem that is dealt with is none that is admitted."""

GOOD_FALL = re.compile(
    r"\b(?:unemployment|jobless|pm2\.5|emissions?|consumption per|cost|costs|time|accidents?|complaints|crimes?|mortality|poverty|debts?|inventory|concentration|approval items?|fees|leakage|vacancy|dropout|waiting|energy intensity|non-performing)\b[^,;]{0,60}?\b(?:fell|fallen|dropped|declin(?:e|ed|ing)|decreas(?:e|ed)|down|shr[aiu]nk|cut|reduced)\b",
    re.IGNORECASE,
)
"""A fall that is good news."""


_NO_WISH = re.compile(
    rf"{ATTRIBUTE.pattern}|\b(?:against|short of|exceed(?:ed|ing)|beyond|above|below) (?:a|the|its|an) [\w%. ]{{0,24}}?(?:target|goal)(?: of)?"
)
"""What a thing will cost, and the goal that a fact is measured against."""


def no_plan(text: str, start: int, end: int, before: str = "") -> str:
    """Return why text[start:end] is nothing that someone will reach or do, else "".

    It must hold a word of wish itself, or go on with one before it without a finite verb of its own;
    a list may begin in the sentence `before`.
    """
    words = _NO_WISH.sub(" ", text[start:end])
    if AIM.search(words) or WILL.search(words):
        return ""
    lead = _NO_WISH.sub(" ", text[:end])
    wished = AIM.search(lead) or WILL.search(lead)
    if not wished and not (
        before.endswith((";", ":")) and (AIM.search(before) or WILL.search(before))
    ):
        return "no word of it tells a plan"
    told = PAST.search(words)
    return f"{told[0]!r} states a fact" if told else ""


def wanted(lead: str) -> str:
    """Return the word of wish or plan that still governs the end of `lead`, else ""."""
    part = lead[lead.rfind(";") + 1 :]
    cues = [*AIM.finditer(part), *WILL.finditer(part)]
    if not cues or ATTRIBUTE.search(part):
        return ""
    last = max(cues, key=lambda found: found.end())
    return "" if PAST.search(part, last.end()) else last[0]


_TO_BE_DONE = re.compile(
    r"^(?:it is|it's) (?:necessary|essential|important|imperative|vital) to|^(?:to )?(?:complete|carry out|speed up|strengthen|improve|check|rectify)\b"
)


def no_lack(words: str) -> str:
    """Return why `words` admit no problem, else ""."""
    if mended := MENDED.search(words):
        return f"{mended[0]!r} is a remedy"
    if asked := _TO_BE_DONE.search(words):
        return f"{asked[0]!r} says that it is to be done"
    if good := GOOD_FALL.search(words):
        return f"{good[0]!r} is praise"
    return "" if LACK.search(words) else "no word of it names a lack"
