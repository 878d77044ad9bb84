"""Places that a text names without being from there.

In:  a folded text.
Out: the text with such places blanked out, letter for letter, so that offsets stay; whether a
     name in it belongs to a company or school.

Units in a list (A县82%、B区79%、C市76%) are each one of many; a delegation that goes
somewhere to win investors is not at home there; who signs with a place lies elsewhere.
"""

import re

_HAN = "\u4e00-\u9fff"
_UNIT = r"(?:市[南北中]|[^\W\d_省市县区旗州a-zA-Z]{1,5})(?P<unit%s>[县区市旗])(?:\([^()]{1,12}\)|[\d.%%]{1,8}(?:个百分点|个|家|项|亿元|万元|分)?)?"
_LIST = re.compile(
    _UNIT % 1
    + r"(?:、(?:市[南北中]|[^\W\d_省市县区旗州a-zA-Z]{1,5})[县区市旗](?:\([^()]{1,12}\)|[\d.%]{1,8}(?:个百分点|个|家|项|亿元|万元|分)?)?){1,40}"
)
# A row of a league: 甲县66.2%.
_SCORED = re.compile(r"[^\W\d_省市县区旗州a-zA-Z]{1,5}[县区市旗]\(?\d{1,3}(?:\.\d{1,2})?%")
# What every one of these has, and few texts do: asked first, for speed.
_LISTED = re.compile(
    r"[县区市旗](?:\([^()]{1,12}\)|[\d.%]{1,8}(?:个百分点|个|家|项|亿元|万元|分)?)?、"
)
_RATED = re.compile(r"[县区市旗]\(?\d{1,3}(?:\.\d{1,2})?%")
_MEMBER = re.compile(r"([县区市旗])(?:[(\d、]|$)")
_JOURNEY = re.compile(
    rf"(?:赴|前往|奔赴|到|去)(?P<where>[{_HAN}、]{{2,40}}?)(?:开展|进行|参加|洽谈)?"
    r"(?:考察|学习|取经|拜访|参展|路演|推介|招商(?!局|办|部|中心|组|服务|大会|会议|工作))"
)
_FAIR = re.compile(
    rf"(?<=[县区市州])在(?P<where>[{_HAN}]{{2,10}}?)(?:成功)?(?:举行|举办|召开)[^。,]{{0,12}}(?:招商|推介|恳谈|路演)"
)
_VISITED = re.compile(rf"(?:参观|考察|观摩)了?(?P<where>[{_HAN}]{{2,4}}[县区市旗](?![委长级]))")
_EXAMPLES = re.compile(r"等\d{1,3}个(?:县|市|区|镇|乡|地)")
_FROM = re.compile(rf"来自(?P<where>[{_HAN}、]{{2,16}})")
_PARTNER = re.compile(
    rf"(?<!参)[与同](?P<where>[{_HAN}]{{2,16}}?)(?:签约|签订|签署|达成|合作|对接|协作|结对|携手|座谈|建立|缔结)"
)
GUESTS = ("代表团", "考察团", "考察组")
_VISITING = re.compile(
    rf"(?:党政|友好|经贸|学习|教育|企业家)?(?:{'|'.join(GUESTS)})(?=[^。]{{0,12}}[来莅])"
)
_FILED = re.compile(
    r"(?<=[报社网])北京(?=[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[电讯])"
)  # where an agency sits
_FILED_ENGLISH = re.compile(
    r"^[A-Z][A-Z '-]{2,20}(?=,(?: [A-Z][a-z]{3,12},)? [A-Z][a-z]{2,8}\.? \d{1,2}\b.{0,40}--)",
    re.MULTILINE,
)
_AID = re.compile(rf"对口(?:支援|帮扶|协作|合作)(?P<where>[{_HAN}]{{2,10}})")
# Each form with the words of which it cannot do without one: looked for first, for speed.
_FORMS = (
    (_JOURNEY, frozenset(["考察", "学习", "取经", "拜访", "参展", "路演", "推介", "招商"])),
    (_FAIR, frozenset(["招商", "推介", "恳谈", "路演"])),
    (_VISITED, frozenset({"考察", "学习"})),
    (_FROM, frozenset({"来自"})),
    (
        _PARTNER,
        frozenset(["签", "达成", "合作", "对接", "协作", "结对", "携手", "座谈", "建立", "缔结"]),
    ),
    (_AID, frozenset({"对口"})),
)
_WORDS = re.compile("|".join(sorted({"北京"}.union(*(words for _, words in _FORMS)))))
_FIRM = re.compile(
    r"[^\W\d_的由与和及在到赴将了市县区镇乡月日委府局厅办召开]{0,8}?(?:集团|股份|酒业|药业|有限公司|公司|控股|实业|超市|百货|联合会|协会|商会|基金会|大学|学院)"
)


def blank(text: str, *, prose: bool) -> str:
    """Return the text without places that are elsewhere; lists are looked at in prose only.

    Lines of the text stand for themselves.
    """
    found = set(_WORDS.findall(text))
    if "--" in text:
        text = _FILED_ENGLISH.sub(lambda match: " " * len(match.group()), text)
    if "北京" in found:
        text = _FILED.sub("  ", text)
    for form, words in _FORMS:
        if not words.isdisjoint(found):
            text = form.sub(_without_place, text)
    if not prose:
        return text
    if "等" in text:
        text = _without_examples(text)
    if _LISTED.search(text):
        text = _LIST.sub(_without_list, text)
    if _RATED.search(text):
        text = _SCORED.sub(lambda match: " " * len(match.group()), text)
    return text


def of_firm(text: str, end: int) -> bool:
    """True when the name that ends at `end` is the head of a company's or school's name."""
    return _FIRM.match(text, end) is not None


def visits(text: str, end: int) -> bool:
    """True when the place whose name ends at `end` sent a delegation that came: 甲市党政代表团来…."""
    return _VISITING.match(text, end) is not None


def _without_examples(text: str) -> str:
    """Blank the places of a clause that are named for many: 甲市乙区等10个县(市、区)."""
    for match in _EXAMPLES.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in ",。;:(定括\n") + 1
        text = text[:start] + " " * (match.start() - start) + text[match.start() :]
    return text


def _without_place(match: re.Match[str]) -> str:
    low, high = match.span("where")
    shift = match.start()
    words = match.group()
    return words[: low - shift] + " " * (high - low) + words[high - shift :]


def _without_list(match: re.Match[str]) -> str:
    """Blank a list of three, or of two of one rank: 青岛市、市南区 are one place and its part."""
    ranks = _MEMBER.findall(match.group())
    if len(ranks) >= 3 or len(set(ranks)) == 1:
        return " " * len(match.group())
    return match.group()
