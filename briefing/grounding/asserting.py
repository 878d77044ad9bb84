"""Tell what a sentence states from what it only wants, denies or repeats.

In:  a sentence (folded, without spaces) and the range of the words in question.
Out: the words that take the statement back, "" where it is stated.
"""

import re

from briefing.grounding import english_cues
from briefing.grounding.reading import Reading, Sentence, once


def not_after(before: str, word: str) -> str:
    """Return a pattern for `word` where none of the words of `before` stands before it.

    It begins with a letter: a text is scanned fastest for forms that all do.
    """
    return word + "".join(f"(?<!{one}{word})" for one in before.split())


WANTED = re.compile(
    r"将(?<![即必行]将)(?![^,。;]{1,24}(?:由|从|提高到|降至|降到|提升到|列为|作为|纳入|视为))(?!军|近|士|来|领|于近)|要(?<!各要)(?<![重主需首紧]要)(?![素求点闻件务害道塞义强])|力争|争取(?![到得了]|[^,。;]{0,24}(?:资金|补助|试点))|确保|争创|努力(?:实现|达到|完成|使)|"
    r"目标(?:是|为|:|任务是|(?=\d{2,4}年))|原则上控制|预期目标|奋斗目标|"
    + not_after("实际 对照 全年 年度", "目标")
    + r"(?=[^的,。;]{0,6}(?:达到|实现|增长|突破))|"
    r"计划(?<![个项家处座条]计划)(?<![按照依]计划)(?<!年度计划)(?<!全年计划)(?=完成|实现|新|开|修|扩|竣工|签约|落地|招[引聘收录]|种|投产|培训|推出|改造|建设|达到|增长|培育|引进|招引|到|于|在|今年|明年|年内|跨区|发放|安排|投入|开工|实施|启动|建成|打造|开展|组织|举办)|拟(?=新增|建|引进|招引|于|在|投)|"
    r"有望|必须|务必|瞄准|锚定|冲刺|力促(?<!已力促)(?<!均力促)|确立.{0,6}目标|时间表[:,]|路线图[:,]|任务书[:,]|任务单[:,]|军令状[:,]|责任状[:,]|要求[^,;。:]{1,16}?(?:把|将)|规划到|到20[2-9]\d年(?<![升高加长降少大]到20\d\d年)(?:底|末)?|未来[一二三四五六七八九十\d]+年|下一步|接下来|"
    r"原计划|原定|曾计划|本应|承诺|保证|誓|希望(?![\u4e00-\u9fff]{0,6}(?:公司|集团)|社区|小学|中学|工程|村|路|大道)|应当|应该|需要?(?=完成|达到|投入|再)|aims? to|will|plans? to|target of|is expected to reach|should|must"
)
"""Words of wish and plan, each form with its letter first (see `not_after`)."""

_DONE = re.compile(
    r"(?:中|仍|还)有|存在|已(?:经|超|完成|建成|开工|达|有|累计|实现|投)?|累计(?:完成|实现|新增)?|截至|(?<![项题])目前|今年以来|(?<!力争)(?<!确保)(?<!争取)(?<!力促)(?:上半年|前[一二三四]季度|前三季度)|"
    r"达产后|建成后|投产后|投用后|建成投产|实际|仅|1-\d+月|去年|上年|实现了|达到了|完成了|同比|圆满|成功|超额|提前|举行了?|召开了?|[\u4e00-\u9fff]了(?=[^解却然]{1,20}[,;]|近?约?超?$)|共(?:有|完成|实现)|has|have|had|reached|rose|fell|was|were"
)
_DENIED = re.compile(
    r"(?:(?:并未|尚未|从未|未能|未曾|没有|并没有|未(?=达|完成|实现|突破|获|超|增|下|取)|并非|不应|不该|不是|不再是|绝非|而非|不会|不可能|无法)(?:再)?(?:达到|达|完成|实现|突破|超过|增长|下降|上升|有|出现|取得|获得|是)?了?|"
    r"not|never|no longer|denied)[^,。;]{0,6}$"
)
HEARSAY = re.compile(
    r"网传|传言|谣传|谣言|据传|坊间|有传|有媒体称|有网友|网民称|援引|转引|据外媒|误传|不实|虚假|假消息|如果|倘若|假如|假设|若(?=[^干])|一旦(?![,、]|$)|"
    r"rumou?r|reportedly|allegedly|if "
)
REFUTED = re.compile(r"不实|谣言|虚假|并非事实|不属实|有误|失实|辟谣")
_ASKED = re.compile(r"是否|能否|会不会|有没有|(?:并非|并不)[如像][^,;。]{0,12}|所谓")
_QUESTION = re.compile(r"[^。!;]{0,80}\?")
_NOT_SO = re.compile(
    r"[^,;。\d]{0,10}?(?P<no>没有|尚未|并未|未能|(?<=[的户家人名个栋幢座处所件项条里亩台辆套宗起例株])未(?!来|成年))|"
    r"[a-z ]{0,40}?\b(?:had|has|have|was|were|is|are|did|does|do|could)(?P<en> not| never|n't)\b"
)
"""How the words after a number deny what the metric may seem to say of it."""

_GIVEN = re.compile(
    r"(?:对|把|围绕|依托|聚焦|针对|按照|依据|根据|以|(?<!控制)(?<!稳定)(?<!保持)在)(?:[\u4e00-\u9fff\d]{1,12}的|[\u4e00-\u9fff]{1,8}(?:园区|街道|[区县市镇乡村]))?$"
)
_MADE_USE_OF = re.compile(r"(?:抓好|服务|统筹|用好|用足|用活|盘活)$")
"""Before the number of what is there already: 要统筹用好|1.2亿元资金."""

_ATTRIBUTE = re.compile(
    r"(?:(?:总|计划|协议|概算|合同)投资|年产|年产值|产能|建筑面积|占地|用地|面积)[^,。;将要]{0,8}$"
)


_DOUBTFUL = re.compile(
    "未|没|不|非|否|无|传|谣|网|媒|坊|援|转引|误|虚|假|如果|倘|若|一旦|属实|失实|所谓|\\?|"
    "not|never|n't|no longer|denied|rumo|reportedly|allegedly|if "
)
"""A letter or word without which no form below denies, doubts, asks or repeats."""


@once
def _may_be_doubted(sentence: Sentence) -> bool:
    return bool(_DOUBTFUL.search(sentence.text))


def taken_back(sentence: Sentence, start: int, end: int, said: str = "") -> str:
    """Return the words by which text[start:end] is not asserted as a fact, else "".

    A negation that `said` (the metric) copies is part of what is counted: 未完成|3项.
    """
    text = sentence.text
    lead = text[sentence.statement(start) : start]
    doubt = _doubted(text, lead, end, said) if _may_be_doubted(sentence) else ""
    if doubt:
        return doubt
    if CAPACITY.match(said) or said.startswith(("预计", "预期")):
        return ""  # the claim says itself that it is expected
    wanted = _wanted(lead)
    if wanted == "计划" and _PLANNED.fullmatch(said):
        return ""
    if wanted and _is_given(text, lead, end, said):
        return ""
    if wanted and said[:2] in lead and _MADE_FOR.search(lead):
        return ""
    return "" if wanted and starts_from(lead) else wanted


def _doubted(text: str, lead: str, end: int, said: str) -> str:
    """Return the words that deny, doubt, ask for or only repeat what ends at `end`, else ""."""
    denied = _DENIED.search(lead[-16:])
    if denied and denied[0] not in said:
        return denied[0]
    hearsay = HEARSAY.search(lead)
    if hearsay and not (
        re.search(r"(?:不是|而非|并非)$", lead[: hearsay.start()]) and "," in lead[hearsay.end() :]
    ):
        return hearsay[0]
    if refuted := REFUTED.search(text, end, end + 40):
        return refuted[0]
    if (asked := _ASKED.search(lead)) or (asked := _QUESTION.match(text, end)):
        return asked[0][-3:]
    denied = _NOT_SO.match(text, end)
    if (
        denied
        and (word := (denied["no"] or denied["en"]).strip())
        and word not in said
        and not (said and said in text[end : denied.end()])
        and not (word[0] in "没未" and re.search("[没未]", said))
    ):
        return word
    return ""


_MADE_FOR = re.compile(r"对[^,;。\d]{1,8}的$")
"""Before the number of what a plan is made for: 将对未开工的|12个项目挂牌督办."""


CAPACITY = re.compile("(?:预计|年|每年)?可(?=[\u4e00-\u9fff]{2})")
"""How a metric begins that says itself what a thing will be able to do: 可安置居民."""

_PLANNED = re.compile(
    "计划新?(?:开工|竣工|投产|实施|建设)(?:的?[\u4e00-\u9fff]{0,4}(?:项目|工程)数?)?"
)
"""A metric that says itself that its things are only planned: 计划新开工项目|121项."""


def _is_given(text: str, lead: str, end: int, said: str) -> bool:
    """Tell whether a wish is only about the things counted, which are there: 要对园区|38家企业开展体检.

    The end of what `said` names stands behind the number, nothing else of it does, and what shall be
    done comes after that: 对23家企业全覆盖检查 states no 检查企业.
    """
    if not _GIVEN.search(lead):
        return False
    stop = _CLAUSE_END.search(text, end)
    clause = text[end : stop.start() if stop else len(text)]
    whole = _NUMBER_OF.sub("", said)
    for size in range(len(whole), 1, -1):
        place = clause.find(whole[-size:])
        if place >= 0:
            rest = whole[:-size]
            return place + size < len(clause) and not any(
                rest[at : at + 2] in clause for at in range(len(rest) - 1)
            )
    return not said


_NUMBER_OF = re.compile("(?:数量?|个数|总数)$")
_CLAUSE_END = re.compile("[,;。]")

_NOW = re.compile(r"(?:由|从)(?:目前|现在|当前|现有)的?$|\b(?:up|down) from $")
"""Before the value that a wish starts from, which is a fact."""


def starts_from(lead: str) -> bool:
    """Tell whether `lead` ends right before the value of now that something shall grow from."""
    return bool(_NOW.search(lead))


_GOAL_LIST = re.compile(r"(?:目标|目标任务)(?:任务)?[是为]?:")
_REAL = re.compile("已|实际|目前|截至|累计|完成了")
_GOAL = re.compile(r"目标[^;]{0,12}[:是为]")


def _wanted(lead: str) -> str:
    """Return the word of wish or plan that still governs the end of `lead`."""
    if lead.isascii():
        return english_cues.wanted(lead)
    if not WANTED.search(lead):
        return ""
    part = lead if _GOAL.search(lead) else lead[lead.rfind(";") + 1 :]
    wanted = list(WANTED.finditer(part))
    if not wanted:
        return ""
    if _MADE_USE_OF.search(part) or _ATTRIBUTE.search(part):
        return ""
    last = wanted[-1]
    goal = _GOAL_LIST.search(part)
    if goal and not _REAL.search(part, goal.end()):
        return goal[0]  # 目标是:工业增加值比上年增长10%
    if _DONE.search(part, last.end()):
        return ""
    return last[0]


def listed_goal(reading: Reading, sentence: Sentence) -> str:
    """Return the words that head a list of goals which `sentence` goes on with, else ""."""
    if not _names_goals(reading):
        return ""
    for _ in range(MAX_ITEMS):
        before = reading.before(sentence)
        if before is None or not before.text.endswith(";"):
            return ""
        if goal := _GOAL_LIST.search(before.text):
            return goal[0]
        sentence = before
    return ""


@once
def _names_goals(reading: Reading) -> bool:
    return bool(_GOAL_LIST.search(reading.words))


MAX_ITEMS = 12
"""Sentences of a list that its head governs, each but the last ending in a semicolon."""


def wished(words: str) -> bool:
    """Tell whether `words` (folded) hold a word of wish or plan of their own (要, 力争, 目标)."""
    return bool(WANTED.search(words))
