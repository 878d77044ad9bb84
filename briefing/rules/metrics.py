"""Find what a number counts: its metric and its subject, in the words of its sentence.

Offsets count in the folded sentence. The first of the metrics is the best one; the others are
further wordings of the same, for the case that the first cannot be proven beside the number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.facts.amounts import Sighting
from briefing.facts.folding import fold
from briefing.rules import counted, dealing, owners
from briefing.rules.when import periods

Range = tuple[int, int]

_CHANGE_TAIL = re.compile(
    r"(?>^(?:增收|增支|减收|减支|多增|少增|净增)|(?:(?<=收入)|(?<=支出)|(?<=[同环]比))(?:增收|增支|减收|减支)|转为|增产|减产|名义|跨上|迈上|前移|站上|却|目前|(?:发展|增加|扩大|壮大|增长|提升|提高|扩展)(?:到|至)|历史上首次|历史性|首次|一举|约合|折合|走高|走低|保持|维持|新增|净增|上涨|下跌|急挫|[微大]跌|跌|同比|环比|分别|累计|总计|合计|共计|共|(?<![村户人亩日月年社校])均|各|已|已经|连续|达到?了?|(?<!行)(?<!作)(?<!人)为|是|有|(?<![签合节预条大])约|近|现在|如今|眼下|[从由](?:最初|初期|原来|原先|以前|过去|开始)的?|超过?|逾|突破|实现|完成|负?增长|上升|提高|提升|增加|下降|减少|回落|降低|加快|收窄|扩大|高于|低于|快于|高出|(?<!最)高|(?<!最)低|净增|增|降|减|涨|(?<![占贷入隧税])比|了|少|至|到|由|从|"
    r"攀升|递增|递减|跃升|跃|升|前进|进位|滑落|下滑|(?<![家定民])居|位于|位居|位列|(?<![班系专序阵])列|(?<!综合)排名|(?<!安)排|名列|跃居|稳居|蝉联|继续|仅|只有|提升|调整|惠及|仍|就|将|(?<![许认])可|的|占(?!比)|同口径|较|上年|去年|全国|全省|全市|全区|全县|平均水平|平均|年初|上年同期|去年同期|比上年末|上年末|同期|末|以|在|全部|(?<!返)(?<!归)(?<!偿)还|也|又|分列|分别居|成长|略|预计|中|里|大幅|小幅|微|滞后|落后|领先|逆势|再|:|,|\(|\"|\s)+$"
)
_BEHIND = re.compile(r"^(?:滞后|落后)的?$")
_COUNT = re.compile(r"\d+(?:项|个(?!百分|基点)|家|件|条|户|处)")
"""进展滞后(14项): what lags is counted; 进度滞后(5个百分点) tells by how much."""

_AGAINST = re.compile(
    r"(?<![\u3400-\u9fff]占)(?:较|(?<![同环占])比(?![例重率亚])|相比|与|由|从|同(?!比|口径))[^,;。、]{0,12}?(?:同期|上年|去年|前年|上月|上季度|[一二三四1-4]季度|上半年|年初|年底|\d年|\d月份?|疫情前)[^,;。、\d]{0,8}$"
)
"""What a number is compared with, as the end of the words before it: 接待人次(较2019年同期相比)."""

_HEAD_TRIM = re.compile(
    r"^(?:[一二三四五六七八九十]是|这[个一]|那个|在[^,;。]{2,24}?(?:会上|活动中|期间|方面|后)|(?:我们|大家)?[\u3400-\u9fff]{2,4}了(?=[\u3400-\u9fff]{2})|(?:同比|环比)(?=[\u3400-\u9fff]{3})|[上中下]旬|按[^,;。]{2,24}?(?:计算|折算|核算|测算)|推动|带动|拉动|实现|完成|达到(?!或)|得知|听说|分别[是为]|公布|显示|指出|透露|其中|此外|同时|目前|据了解|据统计|据介绍|截至目前|截至|另外|并|且|也|还|又|共计|总计|共|已|已经|累计|全年|今年|去年|以来|上年|年末|成功|先后|预计|要求|表示|说|对|在(?![校建岗编册库职读营线谈售院])|该(?:[市区县省州镇乡村]|街道)?|本次|此次|将|会上|标志着|形成了|特别是|尤其是|虽然|尽管|但是?|因为|由于|而(?!言)|安排|上报|受[^,;。]{2,10}?影响|起|\(|,|、|以及|及|和|与|\"|\s|的|了|有(?![效色机关限])|仍)+"
)
_COMPARES = re.compile("比(?![重例率])|较")
_HOLDS = re.compile(r"(?P<noun>[^,;。]{2,20}?)(?:共有|包括|涵盖|涉及)[^,;。]*?等$")
"""A list of names between noun and number: 建设计划(共有)甲、乙等21项."""

_MARKER = re.compile(r"[\s(]*[一二三四五六七八九十\d]{1,3}\s?(?:\)|、|\.(?!\d))\s?")
"""The number of an item of a list: (三)全市保障率."""

_GENERIC = re.compile(
    r"^[村户人亩日月社校]均$|^(?:税比|税占比|增速|增幅|降幅|占比|比重|占|总量|总额|总投资|总产值|规模(?![以化工])|开工率|整改率|投产率|竣工率|完成率|落地率|履约率|合格率|增长面|覆盖率|满意率|总数|其中|综合得分|得分|核销率|参与率|位次|名次)|^(?:新|累计)?(?:开工|竣工|完工|投产|签约|落地|整改|办结|完成)$"
)
_CLASS = re.compile(r"\d.*(?:项目|企业|工程)$")
_RANKS = re.compile(
    r"在|[位]?居|位列|(?<!综合)排名?|名?列|继续|连续|蝉联|稳居|跃居|进入|分列|升至|由"
)
_RANKED_ALONE = re.compile(r"[,\s]*(?:位?居|位?列|名列|排名?|分?列)")
_SCENE = re.compile(r"([\u3400-\u9fff]{2,10})[中里],$")
_PLACE_ALONE = re.compile(r"[\u3400-\u9fff]{0,6}(?:省|市|区|县|州|旗|镇|乡|街道|开发区)")
_FIELD = re.compile(r".?(?:全[省市国区县州]|[省市]内|全球|世界|行业|同类).{0,2}")
_ATTRIBUTE = re.compile(
    r"[村户人亩日月社校]均|(?:(?:完成|实现)?年?总|完成|实现|)(?:产量|产值|增加值)|(?:年度|当年|本年)(?:投资计划|计划投资)|年产[量值]|年税收|(?:计划|概算|协议|预计|估算|年度|年度计划|当年)?(?:总)?(?:投资|金额|投资额)|(?:已|累计|实际|本年)?完成投资额?|(?:协议)?引资额?|合同外资额?|(?:实际)?到位资金|(?:协议|签约|意向)资金|投资总额|总产|投资完成率|签约(?:金)?额|占地面积|建筑面积"
)
"""What belongs to the thing told before it in its sentence: 产业项目77项,(总投资)101亿元."""

_PART_OF_NEXT = re.compile(r"[和及与、](?=(?:计划|协议|预计)?总?投资额?$)")
"""总投资75亿元的甲园|和总投资52亿元的乙枢纽: what follows is told of the next one."""

_HAVING = re.compile(r"(?:有|包括|包含)(?=(?:计划|协议|预计)?总?投资额?$)")
"""较大的项目有|投资15亿元的甲项目: the investment is that of the project it names."""

_CLAUSE = re.compile(r"[\u3400-\u9fff]{2,20}(?!\d)(?![\u3400-\u9fff])")
_TURNED = re.compile(r"(?:增长|下降|上升|回落|提高|提升|降低|缩小|收窄|扩大|增加|减少)(?:到|至|为)")
"""由上半年的5.1%|下降至前三季度的3.2%: of what stands before both."""
_KEEPS_DONE = re.compile("投资|[率量数值]|进度|比例")
"""完成|投资 and 完成|率 keep their verb."""
_OF_ANOTHER = re.compile('地?的[\u3400-\u9fff“"]')
_SIZE = re.compile("(?:[量额值]|面积|产能|规模|投资|收入|长度|全长|占地|用地)$")
_JOINT = re.compile(r"分别|均|都|等|合计|共|总量")
_OF_BEFORE = re.compile(r"[由从](?:上|去|前|年初|同期)")
_PART = re.compile(
    r"(?!增长$|下降$|上升$)(?!.*(?:推进|加快|实现|完成|建设|推动|提升|着力|突出|开展|全市|全区|全县|全省|[了是将为到]))[\u3400-\u9fff]{1,8}"
)
"""A noun of a list that may be one name together: (交通运输)、仓储和邮政业."""


@dataclass(frozen=True, slots=True)
class Metric:
    """Wordings of what is counted, best first, as ranges; the subject's own range.

    `spare` holds looser wordings, with verbs and all. `place` tells that the subject is a
    place, `generic` that the metric (增速, 占比) is one of the metric told before. `tail` completes the
    first of `words` where a list shares its end. `sized` tells that the noun after the number has
    that size. `denied` tells that the words hold a 未 or 不 that must
    not be lost; there are none where it stands apart from its noun.
    """

    words: tuple[Range, ...]
    spare: tuple[Range, ...] = ()
    subject: Range | None = None
    place: bool = False
    generic: bool = False
    tail: Range | None = None
    denied: bool = False
    sized: bool = False


def read(text: str, low: int, high: int, place: int, inside: Sequence[Sighting]) -> Metric:
    """Return the metric of `inside[place]`, whose clause is text[low:high]."""
    sighting = inside[place]
    before = max([low, *(seen.end for seen in inside[:place])])
    if place and text[before - 1] == "个" and counted.ONE.match(text, before):
        before += 1  # 17个村|搬迁安置点23个
    if place and text.startswith("地", before):
        before = inside[place - 1].start  # 一亩地|收入3万元
    words: list[Range] = []
    tail = sized = None
    if counted.is_rank(sighting) and (ranked := _ranked(text, before, sighting.start)):
        words.append(ranked)
    elif dealt := dealing.deal(text, low, place, inside):
        tail = dealt.tail and _trimmed_end(text, dealt.tail)
        begin = dealt.noun[0]
        whole = (begin + 2 * text.startswith("其中", begin), dealt.noun[1])
        found = _named(text, *dealt.noun) or (whole if tail else None)
        words += [found] if found else []
    elif done := counted.done(text, sighting):
        words.append(done)
    elif sized := _sized(text, before, sighting):
        words.append(sized)
    elif after := counted.noun(text, sighting) or counted.made(text, before, sighting):
        if (state := counted.denied(text, after)) is not None:
            return Metric((state,) if state[1] > state[0] else (), denied=True)
        words.append(after)
        if after[1] - after[0] == 1:
            run = _CLAUSE.match(text, sighting.end, high)  # 全乡24个|村…: not of the place before
            return Metric(tuple(words), (run.span(),) if run else ())
        helped = text.endswith(("为", "对"), 0, sighting.start)  # 为1万人|减免税费291万元
        if counted.runs_on(text, after[1]) and (helped or _named(text, before, sighting.start)):
            words.clear()
    named = _named(text, before, sighting.start)
    if named and named not in words:
        words.append(named)
    if place and not words and (first := _named(text, low, inside[0].start)):
        words.append(first)
    spare = [counted.following(text, sighting.end, high), _loose(text, before, sighting.start)]
    if place and not words:
        spare.append(_loose(text, low, inside[0].start))
    loose = [found for found in spare if found and found not in words]
    metric = replace(_with_subject(text, words, loose), sized=sized is not None)
    return replace(metric, tail=tail) if tail else metric


def _sized(text: str, before: int, sighting: Sighting) -> Range | None:
    """Return the measure before a number that what follows has: (年存栏量)达120万只|的基地, else None."""
    if not _OF_ANOTHER.match(text, sighting.end):
        return None
    named = _named(text, before, sighting.start)
    return named if named and _SIZE.search(text, *named) else None


def _with_subject(text: str, words: list[Range], spare: list[Range]) -> Metric:
    if not words:
        return Metric((), tuple(spare))
    start, end = words[0]
    subject = found = owners.place(text, start, end)
    if found:
        lead = _HEAD_TRIM.match(text[found[1] : end])
        inner = (found[1] + (lead.end() if lead else 0), end)
        if inner[1] - inner[0] >= 2:
            words = [inner, *words]
    tail = None
    if done := owners.achieved(text, words[0][0], end):
        if done.who and done.somebody:
            subject = (found[0] if found else start, done.who[1])
        if done.who and not done.somebody:
            words, tail = [done.who, done.what, *words], done.what  # 第三产业实现|增加值
        else:
            words = [done.what, *words]
    placed = subject is not None and subject == found and found[1] <= words[0][0]
    first = text[slice(*words[0])]
    generic = tail is None and not _CLASS.search(first)
    generic = generic and (bool(_GENERIC.match(first)) or is_attribute(first))
    return Metric(tuple(words), tuple(spare), subject, placed, generic, tail)


def is_attribute(words: str) -> bool:
    """Tell whether `words` belong to the thing told before them in the sentence: 总投资."""
    return bool(_ATTRIBUTE.fullmatch(fold(words)))


def _ranked(text: str, low: int, high: int) -> Range | None:
    """Return what is ranked: (综合实力)在19个新区中排名第3."""
    if _RANKED_ALONE.match(text, low, high):
        return None
    verb = _RANKS.search(text, low + 2, high)
    if verb is None or _FIELD.fullmatch(text[low : verb.start()]):
        return None
    named = _named(text, low, verb.start())
    if named is None or _PLACE_ALONE.fullmatch(text[slice(*named)]):
        scene = _SCENE.search(text, max(0, low - 40), low)  # 在考核结果中,新区蝉联首位
        return scene.span(1) if scene else None
    return named


def _named(text: str, low: int, high: int) -> Range | None:
    """Return the noun before the number: (营业收入)6.7亿元."""
    start, end = low, high
    if against := _AGAINST.search(text, max(start, end - 40), end):
        end = against.start()
    tail = _CHANGE_TAIL.search(text[start:end][-60:])
    if tail and not (_BEHIND.search(tail.group()) and _COUNT.match(text, high)):
        end -= len(tail.group())
    if marker := _MARKER.match(text, start, end):
        start = marker.end()
    for span in reversed(periods(text[start:end])):
        if end - start - span[1] >= 2:
            start += span[1]
            break
    if text[start - 1 : start].isdigit() and text[start : start + 1] in ("年", "月", "日"):
        start += 1
    if lead := _HEAD_TRIM.match(text[start:end]):
        short = lead.group().endswith("完成") and _KEEPS_DONE.fullmatch(
            text, start + lead.end(), end
        )
        start += lead.end() - 2 * bool(short)  # 共|完成投资
    if having := _HAVING.search(text, start, end):
        start = having.end()
    if joint := _PART_OF_NEXT.search(text, start, end):
        start = joint.end()
    if held := _HOLDS.match(text, start, end):
        end = held.end("noun")
    if _COMPARES.match(text, start) or text.startswith("包括", start) or _TURNED.match(text, start):
        return None
    start = max(start, end - 40)
    if not _JOINT.search(text, start, high):
        start = _listed(text, start, end)
    return (start, end) if end - start >= 2 else None


def _trimmed_end(text: str, span: Range) -> Range:
    words = text[slice(*span)]
    tail = None if words.endswith(("占比", "比重")) else _CHANGE_TAIL.search(words)
    return (span[0], span[1] - len(tail.group())) if tail else span


def _listed(text: str, start: int, end: int) -> int:
    """Return where the last noun of a run begins: that of 交通运输、仓储和邮政业 is the whole."""
    last = text.rfind("、", start, end) + 1
    if not last or end - last < 2:
        return start
    if place := owners.place(text, start, last):
        start = place[1]
    parts = text[start : last - 1].split("、")
    return start if all(_PART.fullmatch(part) for part in parts) else last


def _loose(text: str, low: int, high: int) -> Range | None:
    """Return all words of the clause before the number, verbs and all: (已完成)4件."""
    low = max(low, text.rfind(",", low, high) + 1, text.rfind("(", low, high) + 1)
    while low < high and text[low] in "、和及与的 \"'":
        low += 1
    while low < high and text[high - 1] in "的了为达到至由 \"'":
        high -= 1
    if low < high and _OF_BEFORE.search(text, low, high):
        return None
    return (low, high) if 2 <= high - low <= 40 else None
