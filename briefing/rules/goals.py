"""Tell whether a clause names a state to reach, and draft the target it is.

A state to reach is an amount, a milestone with a day (竣工, 投产), a share of a yearly goal
already done, or 力争, 争创 and their like.
"""

import re
from collections.abc import Sequence

from briefing.facts import amounts
from briefing.records import Article, Bound, Target
from briefing.rules import goal_amounts, slogans, steps
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.moods import Marked, Mood
from briefing.rules.slogans import SLOGAN
from briefing.rules.when import deadline

_MILESTONE = re.compile(
    r"(?:开工|动工|竣工|完工|建成|投产|投用|通车|投入(?:使用|运营|运作|服务)|动土|落成|进驻|启动建设|交付|封顶|进场施工|具备.{0,6}条件|开园|开业|运营|办结|验收|落地|达产|试生产|开放|启用|投运|复工|通水|通气|开通|供地|开班|开学|开馆|开诊|营业)(?!的|项目|前|后)"
)
_AHEAD = re.compile(
    r"(?:年[内底]?前?|月份?[底初]?前?)可(?=投产|竣工|开工|建成|投用|通车|交付|完工|试生产)|计划|预计|将|拟|力争|确保|有望|争取|前|要|可望|定于"
)
_COMPLETES = re.compile(
    r"(?:预计|预期|计划).{0,16}完成(?!率|投资)|将完成.{2,20}(?:中心|工程|项目|设施|大桥|建设|改造)"
)
_CREATES = re.compile(r"^(?:创建|建成|跻身|形成)(?!活动)")
_OPENS = re.compile(r"^(?:创建(?!活动)|建成|打造|形成|跻身|进入|实现|基本|全面)")
_DONE = re.compile(
    r"已|未(?!来)|(?:开工|竣工|完工|建成|投产|投用|通车|使用|办结|落地)了|部署了|安排|情况|如期|顺利|正式(?=投产|投用|通车)"
)
COMPLETION = re.compile(
    r"(?:(?:完成|占|达到?|为)了?(?:全年|年度|年初|预期|既定)[^,;。\d]{0,14}|(?:完成|为)(?:年?计划|任务|目标)的|占[^,;。\d]{0,10}(?:(?:目标|考核)任务|(?:确保|力争)目标)(?:[\d.]+[万亿]?元)?的|年度[^,;。\d]{0,8}(?:进度|完成率)已?[达为]?到?)(?:[\d,.]+[万亿]?[^,;。\d%]{1,8})?(?P<share>(?<![\d.])[\d.]+%|百分之[一-十百点零]+)"
)
EXCEEDED = re.compile(
    r"(?:超额|提前)[^,;。]{0,8}完成[^,;。]{0,8}(?:全年|年度|目标|任务|计划)(?!任?务?的有)"
)
_PROMISE = re.compile(
    r"(?<!拟)(?:新建|再建|(?<!完成)投资(?=\d)|新增|建成|改造|引进|认定|稳定在|建设.{2,12}\d)"
)
_ASSURED = re.compile(
    r"确保[^,]{2,}安全度汛|确保[^,]*(?:如期|按时|按期|尽[早快]|顺利)[^,]*(?:完成|投入?使?用|开学|开业|开班|开园|交付|通车|投产|竣工)|确保.*双过半|确保.*(?:零|不(?:发生|出现)|(?:进入|跨入|位居|走在|保持|挺进|跻身).*(?:第一|前[一-十\d列茅]|方阵))|确保(?:完成|实现).{4,}目标$"
)
FULFILLED = re.compile(r"(?:任务|目标).{0,4}(?:已|提前|全部|全面|如期|超额).{0,6}(?:完成|实现)")
MOVED = re.compile(
    r"(?:延期|推迟|顺延|延|延后)[至到].{2,12}|(?:目标|任务|时限|工期|时间|完工日|通车日|期限|日期).{0,24}(?:调整|上调|下调|提高|压缩|推迟|延长)[为至到]|完成时限为"
)
_CONCRETE = re.compile(r"发放|安排|拨付|支持|投入|编制|开展|举办|组织|建立|设立|改造")
_GROWTH = re.compile(r"增长|达到|突破|控制在|稳定在|保持在")
_WISH = re.compile(
    r"力争|(?<!奋)力[拼拚](?!搏)|争创|力求|(?<!将)(?<!项目)(?<!招引)(?<!资金)争取(?!$|等|工作|、|和|与|.{0,10}(?:支持|补助|资金|政策|项目|限额|额度|债券))|努力实现|努力完成|奋力实现|尽快实现|目标(?:是|为(?!引领|导向|统领|牵引|先导)|:|定为)|控制目标|预期目标(?!任务)|早开工|早投产|锚定(?=.*(?:目标|\d))|有望"
)


def is_milestone(text: str, *, planned: bool = False, scoped: bool = False) -> bool:
    if text.startswith("为"):
        return False
    if scoped and _MILESTONE.search(text) and not (_DONE.search(text) or SLOGAN.search(text)):
        return True
    if not deadline(text) or _DONE.search(text):
        return False
    if _MILESTONE.search(text):
        return planned or bool(_AHEAD.search(text))
    return bool(_COMPLETES.search(text))


def is_goal(text: str, marked: Marked, *, promised: bool) -> bool:
    if _OFTEN.search(text) or _LAYS.match(text) or _ASKS_FOR.search(text) or slogans.states(text):
        return False
    if _names_nothing(text):
        return False
    wish = bool(_WISH.search(text)) and not SLOGAN.search(text)
    if wish and not marked.cued:
        wish = False
    if wish:
        return len(text) >= 6 and not _BOASTS.search(text)
    if _ASSURED.search(text) or _UNCHANGED.search(text):
        return True
    if _COMPLETED.search(text) and not slogans.is_empty(text):
        return True
    if "确保" in text and deadline(text) and "按" not in text:
        return True
    if marked.mood in (Mood.STEP, Mood.TARGET) and goal_amounts.counts(steps.verb_on(text)):
        return True
    if marked.mood is Mood.TARGET and _STRIVES.match(text) and goal_amounts.sets(text):
        return True
    if marked.mood in (Mood.STEP, Mood.TARGET) and RISES.search(text):
        return True
    follows = marked.mood is Mood.TARGET and not marked.cued and len(text) > 6
    if _TASKS.search(text) and "前" in (deadline(text) or ""):
        return True
    if marked.mood in (Mood.STEP, Mood.TARGET) and _BY_THEN.search(text) and deadline(text):
        return True
    if _ACHIEVES.search(text) and deadline(text) and not SLOGAN.search(text):
        return True
    if _AT_LEAST.search(text) and deadline(text):
        return True
    if marked.mood is Mood.TARGET and _LEVEL.search(text):
        return True
    if SLOGAN.search(text) and not amounts.find(text):
        return False
    if follows and _CREATES.search(text):
        return True
    if (
        follows
        and goal_amounts.REACH.search(text)
        and (_OPENS.search(text) or _EVERY.search(text) or deadline(text))
    ):
        return True
    if not goal_amounts.REACH.search(text) or not amounts.find(text):
        return False
    if marked.mood is Mood.TARGET:
        return True
    if promised and _PROMISE.search(text):
        return True
    if _CONCRETE.search(text):
        return False
    return any(
        (s.amount.bound is Bound.OVER or _GROWTH.search(text)) and goal_amounts.is_value(text, s)
        for s in amounts.find(text)
    )


_COMPLETED = re.compile(
    r"确保(?:高质量|高标准|按期|如期|按时|全面)*(?:完成|建成|竣工|通车|投用|交付)"
)


RISES = re.compile(
    r"(?:扩大|增加|提高|提升|压减|压缩|缩短|降低|下降)[^,]{2,16}[到至](?=\d)|从[^,]{1,14}(?:扩展|拓展|增加|提高|扩大|提升|压缩|压减|缩短|下降|减少|降低?)[到至为]?(?=\d|[一二两三四五六七八九十百])|再?(?:前?进|前移|晋升|提升)[\d一二两三四五六七八九十]{1,2}[位名]|(?:由负转正|转正)$|(?:前|年内)(?:全部|全面|基本)(?:完成|办结|拆除|建成|腾空|腾退|到位|清零|入住|复工|开工|整改到位|投用)(?:工作|任务)?$"
)
"""From one value to another, places gained, the end of a fall, all of it by a day."""


def _names_nothing(text: str) -> bool:
    """Tell whether a wish says neither what nor how much nor by when: 确保按期完成, 争取早日完工."""
    if deadline(text) or amounts.find(text):
        return False
    return slogans.is_empty(_WISHED.sub("", text))


_WISHED = re.compile(r"力争|争取|确保|努力|有望|早日|尽早|完工|竣工|建成|投用|投产|项目|工程")
_OFTEN = re.compile(r"每[日天周月季年旬][^,]{0,16}(?:不少于|至少)?\d[^,]{0,3}次")
"""How often something is done: 每周上门不少于1次."""

_UNCHANGED = re.compile(r"\d[^,]*的目标(?:仍|依然)?(?:不变|不动摇|没有变|维持)")
"""2028年底通车的目标不变."""


_STRIVES = re.compile(r"[^,]{0,6}(?:力争|确保|努力|奋力)|[^,]{0,12}计划(?=[今明后下年一二三四])")


_ASKS_FOR = re.compile(
    r"争取(?!.*(?:\d|实现|完成|达|突破|进入|列入|创|早|开工|投产|竣工|通车|建成|取得|形成|尽快|到))"
)
"""A thing that is applied for, and no state: 持续争取邮轮停靠."""

_LAYS = re.compile(
    r"总投资\d|(?:优于|好于|高于|低于|超过)[^,]*目标$|并?(?:为.*(?:基础|支撑|动力|保障|条件|贡献|力量)$|就确保)|形成[^\d]{0,8}(?:合力|机制|氛围|增量|格局)$"
)
"""为…奠定基础, 就确保…提出要求, 形成合力: no state that somebody will reach."""

_EVERY = re.compile(r"^(?:所有|全部|每个|各)[\u3400-\u9fff]{1,8}实现")
_BOASTS = re.compile(r"出众|出色|出彩|争光|添彩|更大贡献|不放松$")
_TASKS = re.compile(
    r"转正|收支平衡|覆盖(?:全部|所有)|补齐$|摘[掉帽]|扭亏|基本消除|全面消除|清零|全覆盖|(?:指标|任务|目标)[^,]{0,4}(?:必须|务必|全部|全面)*完成|完成[^,]{0,10}(?:任务|指标|目标)$"
)
_ACHIEVES = re.compile(r"(?:年内|年底前|月底前|季度末前|[月日]前)(?:全面|基本|全部)?实现[^,]{4,}")
_BY_THEN = re.compile(
    r"(?:前|底|内|旬|月份?|季度)[^,]{0,12}?(?:取缔|清零|移交(?!给)|交地|试产|入[规统库]|全部(?:销号|开工|到位|入库))"
)
"""An end that is set for a day: 6月底前|取缔黑作坊4处."""
_AT_LEAST = re.compile(r"至少[\u3400-\u9fff]{2,6}\d")
_LEVEL = re.compile(
    r"与经济(?:增长|发展).{0,4}同步|不低于[\u3400-\u9fff]{2,10}(?:增速|水平|平均|增长)"
)
"""A level that is no number: 与经济增长基本同步."""

_BARE = re.compile(r"(?:计划|预计|将|拟|力争|确保|[今明]年|20\d\d年|年[内底]|\d{1,2}月)")


def with_thing(row: Sequence[Marked], marked: Marked) -> Clause:
    """Return the clause of a target; one that does not say of what takes along the words before it.

    计划12月通车, 完成全年目标的77.4%, 力争177亿元 lean on the clause before, which may lean itself.
    """
    clause = marked.clause
    place = first = next(index for index, one in enumerate(row) if one is marked)
    while first and place - first < _MOST_LEANT and _leans(row[first], own=first == place):
        before = row[first - 1].clause
        far = clause.end - before.start > _MOST_CHARS
        acts = row[first - 1].mood is Mood.STEP and len(before.text) <= _BRIEF
        if before.stop != "," or far or acts or _SAYS.search(before.text):
            break
        first -= 1
    if first == place or (_leans(row[first], own=False) and first):
        first = place
    last = place
    while last + 1 < len(row) and row[last].clause.stop == "," and goal_amounts.adds(row[last + 1]):
        last += 1
    words = ",".join(one.clause.text for one in row[first : last + 1])
    return Clause(row[first].clause.start, row[last].clause.end, words, row[last].clause.stop)


def _leans(marked: Marked, *, own: bool) -> bool:
    """Tell whether a clause does not say of what; what a project adds does not, unless it is the goal itself."""
    text = marked.clause.text
    if not own and _ADDS.match(text):
        return True
    if _ITS_SHARE.match(text) or _ITS_GROWTH.match(text):
        return True
    if len(text) > _SHORT or not _BARE.match(text):
        return False
    return len(_MERELY.sub("", text)) <= 2


_BRIEF = 6
"""Letters of an order that names no thing: 加强督查."""

_ADDS = re.compile(r"(?:可|将)?新增[^,]{1,12}\d")
_SAYS = re.compile(r"要求|强调|指出|表示|希望")
_MERELY = re.compile(
    rf"(?:国庆|春节|元旦|中秋|五一)节?|{_BARE.pattern}|{_MILESTONE.pattern}|\d|[月日底前年内初左右全部完成正式基本可于在到能]|[上中下]旬|第?[一二三四]季度|[上下]半年"
)
"""What a milestone is made of that does not say of what it is: 计划明年12月底前全部完工."""

_MOST_LEANT, _MOST_CHARS, _SHORT = 3, 80, 14
_ITS_SHARE = re.compile(
    r"超额[\d.]+%完成|(?:必须|务必|要)(?:尽快|早日)?实现(?:整体|根本|全面)?[\u3400-\u9fff]{2,4}$|(?:已|仅|只|分别|提前|超额|全面|如期|实际)*(?:完成(?:率|了?(?:全年|年度|年初|预期|既定|目标|年?计划|任务))|占(?:全年|年度|年?计划|任务|目标)|为(?:年?计划|目标|任务|年初预算|预算)的|提前[^,]{1,8}完成[^,]{0,12}(?:目标|任务))"
)
_ITS_GROWTH = re.compile(
    r"(?:目前)?该(?:项目|工程|路段|园区|企业)|惠及|涉及|考虑到|由于|(?:目前)?(?:正在|现正)|(?:增速|增幅|进度|总量)[^,]{0,12}\d|已(?:完成|开工)[^,]{0,4}\d|(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?|按可比口径)?[,]?(?:增长|下降|增幅|增速|提高)[^,]{0,3}\d|(?:力争|预期|确保)(?:达到?|突破|完成)?[\d.]+(?![\d.年月日号])"
)


def _number(text: str) -> int:
    """Return where a clause begins after its number in a list: 3、|确保…"""
    ordinal = _LISTED.match(text)
    return ordinal.end() if ordinal else 0


_LISTED = re.compile(
    r"(?:\d{1,2}[.、)](?!\d)|[(（][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}(?:是|、))+"
)
_FROM_TO = re.compile(r"从[^,]{1,14}?[到至]")
_COUNTED = re.compile(
    r"[\u3400-\u9fff]{1,6}[\d一二两三四五六七八九十]+[座个处家所条套台]|[\u3400-\u9fff]{1,8}率(?:达到?|提高到|为)?[\d.]+%"
)
"""What follows an amount that only tells the size of what is counted: 2000吨|冷库1座."""


def target(
    article: Article,
    sentence: Sentence,
    own: Clause,
    whole: Clause,
    scope: str | None,
    owner: str | None,
) -> Target:
    """Return the target that clause `own` states, in the words of `whole`.

    `scope` is the deadline that its sentence named last, `owner` the office of who says it.
    """
    words = article.text[own.start : own.end]
    completion = COMPLETION.search(own.text)
    moved = MOVED.search(own.text)
    done = completion or EXCEEDED.search(own.text)
    sightings = [] if done else amounts.find(words)
    sightings = [seen for seen in sightings if goal_amounts.is_value(words, seen)]
    if len(sightings) == 2 and _COUNTED.fullmatch(words, sightings[0].end, sightings[1].end):
        sightings = sightings[1:]
    raw = sightings[-1 if moved or _FROM_TO.search(own.text) else 0].raw if sightings else None
    day = re.split("[至到]", words)[-1] if moved else words
    return Target(
        sentence=sentence.number,
        what=article.text[whole.start + _number(whole.text) : whole.end],
        raw=raw,
        deadline=None if completion else deadline(day) or scope,
        owner=None if completion else owner,
        completion=words[completion.start("share") : completion.end("share")]
        if completion
        else None,
    )
