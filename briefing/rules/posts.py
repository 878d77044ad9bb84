"""Read the titles before a name: the organisation and a head word, and those joined by 、 before it.

Words before the organisation are cut off (据, 由, 昨日); a list of titles belongs to the next name.
"""

import re

from briefing.rules import addressed
from briefing.rules.lexicon import SURNAMES, TITLE
from briefing.rules.naming import STOPS, name_at

Post = tuple[int, int, int]
"""Where a title begins and ends in its sentence, and where its head word begins."""

_CUTS = re.compile(
    r"当[天日晚]|近日|日前|昨[日天]|今[日天晨]|根据|依据|按照|遵照|会[上前后]|随后|期间|[上下]午|其中|同时|此外|目前|获悉|了解到|召开|举行|组织(?!部|委员|科|处|局)|介绍说|"
    r"以来|之后|之前|[日时](?=[^间])|见到了?|[采专]访了?|拜访了?|听取了?|来到|前往|面对|走进|会见了?|讲话|致辞|发言(?!人)|陪同|跟随|邀请|欢迎|来自|担任|任命|选举|的|"
    r"(?<![大数证票根])据(?=[^局])|(?<![自缘])由|(?<!服)从(?!化)|(?<![面])向(?!阳)|(?<![存所现])在(?!野)|被|给|让|是|为(?!民)|经(?![济贸开信管发委])|请(?:来|到)?|兼|受"
)
_LEAD = re.compile(
    r"^(?:[该本](?:局|委|办|院|校|厅|处|中心|公司|集团|镇|乡|县|区|市)(?=[\u3400-\u9fff]|$)|[但而又并](?!州)|还?有(?=[省市区县州乡镇])|(?:还|另)有|包括|率领?|带领|携|以|和|与|及|以及|暨|现任|新任|新当选|时任|该|其|等|我[省市区县]|来自|对|中共(?=[^中]))"
)
_BYLINE = re.compile(r"记者|通讯员|^[电讯]|讯|报")
_JOB = re.compile(r"(?<=[\u3400-\u9fff]{4})项目$")
_RANK_WORDS = re.compile(r"(?:原|前|名誉)?(?:常务|第一)?[副代]?$")


def titles_before(text: str, head: int, end: int, low: int) -> list[Post]:
    """Return (start, end, start of the head word) of the titles that end at `end`, in order."""
    start = phrase_start(text, head, low)
    titles = [(start, end, head)]
    while start - 1 >= low and text[start - 1] in "、, 兼":
        before = start - 1
        heads = [
            m for m in TITLE.finditer(text, max(low, before - 12), before) if m.end() == before
        ]
        if not heads:
            break
        first = heads[0]
        if addressed.before(text, first):
            break  # 黄珊副市长、|局长A: that post has its holder
        start = phrase_start(text, first.start(), low)
        if text[before] == "," and (before - start > 22 or _UNNAMED.search(text, start, before)):
            break
        titles.insert(0, (start, before, first.start()))
    return [(a, b, h) for a, b, h in titles if b - a <= 45]


_UNNAMED = re.compile(r"(?:负责人|负责同志|代表|干部|领导|主要负责[人同志]+)$")
"""Others who take part and are not named: 有关单位负责人,|区长A."""


def phrase_start(text: str, head: int, low: int) -> int:
    """Return where the words begin that name an organisation right before `head`."""
    start = head
    while start > low and head - start < 45:
        if text[start - 1] == ")" and (opened := text.rfind("(", max(low, start - 12), start)) > 0:
            if _BYLINE.search(text, max(0, opened - 1), start):
                break
            start = opened
        elif text[start - 1] in STOPS:
            break
        else:
            start -= 1
    for cut in _CUTS.finditer(text, start):
        if cut.end() > head:
            break
        start = cut.end()
    while lead := _LEAD.match(text[start:head]):
        start += lead.end()
    other = name_at(text[:head], start) if text[start : start + 1] in SURNAMES else None
    if other and text[other.end : other.end + 1] in ("与", "和", "同"):
        start = other.end + 1
    return start


def _seat(text: str, start: int, head: int) -> int:
    """Return 1 where the head word's first letter ends the organisation: 青埔区|长."""
    named = (
        head - start >= 2
        and text[head - 1] not in "副代府委局会厅部院"
        and text[head - 1] != text[head]
    )
    return int(
        named
        and text[head : head + 1] in "省市区县镇乡州旗局厅处部署司院课"
        and text[head + 1] == "长"
    )


def office(text: str, post: Post) -> tuple[int, int] | None:
    """Return the range of a title's organisation: 青埔区 of 青埔区副区长; None for 县级 and the like."""
    start, _, head = post
    body = 2 if text.startswith(("人大", "政协"), head) else _seat(text, start, head)
    words = _RANK_WORDS.sub("", text[start : head + body])
    words = _JOB.sub("", words)
    if _NAMELESS.fullmatch(words) or len(words) < 2 or words[-1] == "级":
        return None
    return start, start + len(words)


_NAMELESS = re.compile(r"[该本]?(?:局|厅|处|院|校|公司|集团|企业|单位|部门|窗口)(?:党[组委])?")
"""An office without its name: 局党组书记, 企业负责人."""
