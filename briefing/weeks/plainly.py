"""Tell whether a clause speaks plainly of one target: surely, wholly, and of nothing else.

In:  a target, a report that was given to it, and a clause of that. Out: True or False.

No condition, fear or forecast may stand before it, no purpose behind it (建成后可服务…), no negation
in it. Behind the target's object only general words may stand (建设, 任务, 全部): 设备采购任务全部完成
is another task, 柳巷街道…任务全部完成 a part of the place, 上半年任务圆满完成 a part of the time.
"""

import re
import unicodedata
from collections.abc import Sequence

from briefing.weeks import homes, keys, outcomes, verdicts
from briefing.weeks.said import Said, Track
from briefing.weeks.things import LONG_NAME, thing

_PART_OF_TIME = re.compile(
    r"(?:[一二三四]季度|[上下]半年|月度|序时|阶段性?|\d月份?)(?=[^,，。;；]{0,12}(?:任务|目标|计划|进度))"
)
_PART_OF_PLACE = re.compile(r"(?:街道|镇|乡|村|标段|片区)$")
_UNSURE = re.compile(
    r"若(?!干)|如果|倘|假如|一旦|担心|担忧|能否|是否|会不会|预[计测判]|测算|估[计算]|将(?=达|完成|实现|突破|超|建成|全部|提前)|有望|可望|传言|否认"
)
_DENIED = re.compile(r"谣|不实|失实|否认|误传|网传")
_NOT_YET = re.compile(r"后$|后[^,，]{0,3}(?:将|可|能|预计)|倒计时|在即|即将|阶段$|条件$")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}?[县区市](?![委政人级内直属域民场])")
_COUNTED_TOO = re.compile(
    r"(?:以?及|和|与|、)\d[\d.]*[\u4e00-\u9fff]{2,14}?(?=任务|工程|项目|目标|均|都|已|全部|全面|如期|按期|提前|$)"
)
_CAUSE = re.compile(r"(?:因|由于|受)[^,，。;；]*?(?=未|没|无法|难以|不能|仅|只|逾期)")
_FILLING = re.compile(
    r"[\u4e00-\u9fff]{2}化|仍|未|迟迟|印发|出台|发布|投入(?:使用|运行)|对?(?:市民|群众|公众|居民|社会)|主体结构|主[桥线]|恢复|发电|全线|双向|对外|运行|运营|营业|举行|仪式|活动|成功|"
    r"一次性?|今[日天]|昨[日天]|[上下]午|当天|现场|使用|同步|一并|宣布|亮相|最终|质量|合格|现已|陆续|率先|标志着|至此|行列|覆盖|到位|收官|"
    r"工期|时间|节点|要求|比例|比重|年初|预期|既定|原定|当年|去年|上年|另外|另有|其余|剩余|仍有|还有|个?百分点|新(?:院|校|馆|园|址|楼)区?|[该此][站路桥校院馆园厂段]|差距|缺口|相差|不足|落空|逾期|低于|不及|差于|无法|难以|尚未|进度|滞后|面积|人数|户数|里程|长度|规模|就业"
)


def speaks_of(track: Track, said: Said, clause: str) -> bool:
    """True for a clause that tells something sure of the target, and of nothing else."""
    return sure(track, said, clause) and not _of_else(track, said, clause)


def misses(track: Track, said: Said) -> bool:
    """True when a clause says as a fact that this target was not reached."""
    clause = outcomes.missing_clause(said.report.context)
    before = said.report.context.partition(clause)[0]
    if _UNSURE.search(before + clause):
        return False
    return not _of_else(track, said, _CAUSE.sub("", clause))


def sure(track: Track, said: Said, clause: str) -> bool:
    """True for a clause that tells of the whole as a fact."""
    if verdicts.is_english(clause):
        return True
    context = said.report.context
    before = context.partition(clause)[0]
    if unsure(before + clause) or _NOT_YET.search(clause) or outcomes.negated(clause):
        return False
    promised = _promised(track)
    if _DENIED.search(context) or _abroad(track, said, before + clause):
        return False
    if outcomes.part(clause) and not outcomes.part(promised):
        return False
    return all(part in promised for part in _PART_OF_TIME.findall(clause))


def _promised(track: Track) -> str:
    promises = [one.report.context for one in track.said if one.promises]
    return " ".join(promises or [track.said[0].report.context])


def _of_else(track: Track, said: Said, clause: str) -> bool:
    """True when words behind the object name another thing, or those before it a part of a place."""
    if verdicts.is_english(clause):
        return False
    promised = _promised(track)
    names = (*said.place, *track.place, *map(keys.bare, (*said.place, *track.place)))
    plain = unicodedata.normalize("NFKC", clause)
    known = track.object.pairs | thing(promised, names).pairs | thing(said.report.about).pairs
    at = [place for place in range(len(plain) - 1) if plain[place : place + 2].lower() in known]
    head, rest = (plain[: at[0]], plain[at[-1] + 2 :]) if at else ("", plain)
    of_place = _PART_OF_PLACE.search(head) and not any(head.endswith(name) for name in names)
    if of_place and len(track.object.pairs) < LONG_NAME:
        return True
    rest = _COUNTED_TOO.sub("", rest)
    own = known | {promised[place : place + 2] for place in range(len(promised) - 1)}
    left = thing(rest, names)
    left = left if left.general else thing(_FILLING.sub(" ", rest), names)
    return not (left.general or left.pairs <= own)


def _abroad(track: Track, said: Said, words: str) -> bool:
    """True when the words before the object name another place: 邻近的沅浦县…."""
    names = (*said.place, *track.place, *map(keys.bare, (*said.place, *track.place)))
    at = [
        place for place in range(len(words) - 1) if words[place : place + 2] in track.object.pairs
    ]
    head = words[: at[0]] if at else words
    return any(_elsewhere(found[0], names) for found in _PLACE.finditer(head))


def _elsewhere(place: str, names: Sequence[str]) -> bool:
    """True for the name of another place than `names`: 邻近的沅浦县."""
    name = keys.bare(place)
    known = not any(names) or any(one and (one in place or name.endswith(one)) for one in names)
    return not known and not homes.NO_NAME.search(name[-2:])


def unsure(words: str) -> bool:
    """True for words that fear, forecast or ask for something."""
    return bool(_UNSURE.search(words))
