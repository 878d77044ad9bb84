"""Tell which amounts of a clause are set as goals, and which clauses go on with such a list.

No goals are names (“双过半”), spans of time (两个月内), thresholds (10亿元以上项目), labels (三个方向)
and the size of what is built (日处理1万吨的污水处理厂). Texts are folded clauses.
"""

import re

from briefing.facts import amounts
from briefing.rules.moods import Marked

REACH = re.compile(
    r"投资(?=\d)|再建|达到?|预期|新?开工|投产|竣工|突破|超过|增长|控制在|稳定在|保持在|不低于|不少于|以上|以内|提高|下降|降[至到低]|压[到减]|新增|引进|完成|实现|增加|建成|新建|左右|认定|改造|建设|实施|作业|收购量|培育|力争|吸引|创造|盘活|招引"
)
"""Verbs and words of a value that is to be reached."""


def sets(text: str) -> bool:
    """Tell whether a clause sets an amount that is no span of time: 24小时有人值守."""
    return any(
        is_value(text, seen) and seen.amount.unit not in _HOURS for seen in amounts.find(text)
    )


_HOURS = frozenset(["小时", "分钟", "天", "个月", "年", "工作日", "个工作日"])


def continues(text: str) -> bool:
    """Tell whether a clause after a counted target is one more item of its list: 储备项目90个."""
    item = _ITEM.fullmatch(text)
    return (
        item is not None
        and not _BY_HOW_MUCH.match(text)
        and not _RESULTS.search(text)
        and not serves(text)
        and any(is_value(text, seen) for seen in amounts.find(text))
    )


def serves(text: str) -> bool:
    """Tell whether a clause only says whom that serves: 惠及居民1.2万户."""
    return bool(_SERVED.match(text))


_SERVED = re.compile(r"惠及|涉及|覆盖|受益|带动|辐射")
_RESULTS = re.compile(r"达产|[建投]成?[成产]?后|年产|可")
_ITEM = re.compile(
    r"(?:其中)?[\u3400-\u9fff“”\"、]{2,16}?(?:增长|达到?|突破|超过?|不低于|不少于|约|近)?[\d.]+[^,、]{1,6}(?:的(?:目标|任务)+)?"
)


def counts(text: str) -> bool:
    """Tell whether an item of a plan begins with an outcome and says how much: 招引配套企业20家."""
    outcome = _OUTCOMES.match(text)
    return outcome is not None and any(
        seen.start >= outcome.end() and is_value(text, seen) for seen in amounts.find(text)
    )


_OUTCOMES = re.compile(
    r"(?:20\d\d年[底末]?之?前|年内|全年|全面|全部|力争|再|争取)*(?:完成(?!投资)|实现|建成|新?增(?![设派开])|招引|引进|创建|认定|净增|培育|清偿|首期到位|到位|冲(?=\d)|占到|新(?:培育|硬化|开发|签约|开工|竣工|认定|入库|投产|引进))"
)


def is_value(text: str, seen: amounts.Sighting) -> bool:
    """Tell whether an amount is no name (“双过半”), no span of time and no label (三个方向)."""
    return (
        "一批" not in seen.raw
        and not _NO_VALUE.match(text, seen.start)
        and not _NAMED.search(text[: seen.start])
        and not _DIRECTIONS.match(text, seen.end)
        and not _SIZE.match(text, seen.end)
        and seen.amount.unit not in _RATINGS
    )


def adds(marked: Marked) -> bool:
    """Tell whether a clause only says how much more that is: 比上年增加0.3亿元,增长10%."""
    return bool(_BY_HOW_MUCH.match(marked.clause.text))


_BY_HOW_MUCH = re.compile(
    r"(?:(?:同比|环比|[较比](?:去年|上年|[\d]{2,4}年)[^,]{0,4})?(?:增加|增长|提高|下降|减少|净增)[^,\u3400-\u9fff]{0,2}[\d.]+[^,]{0,6}左?右?以?[上内]?)$"
)

_NO_VALUE = re.compile(
    r"(?:超?过)?[百千]?[亿万]元(?=[\u3400-\u9fff])(?!以|左)|[\d.,]+[万亿萬億]?[\u3400-\u9fff]{1,2}(?:之?[内內]|(?:或[^,]{2,12}?)?以[上下]的?[\u3400-\u9fff]{0,8}?(?:项目|企业|工程|項目|企業))|[一二两三四五六七八九十]+[\u3400-\u9fff]{1,2}之?[内內]"
)
"""An amount that is a span of time (两个月内) or a threshold (10亿元以上大项目)."""


_NAMED = re.compile(r"“[^”]*$|\"[^\"]*$")
"""Inside quotation marks a number is a name: “双过半”, “两个高于”."""

_SIZE = re.compile(
    r"的(?!目标|任务|增速|增长|速度|水平|比例|要求|规模(?![\u3400-\u9fff]))[\u3400-\u9fff]{2}"
)
"""After an amount that tells the size of what is built: 日处理1万吨|的污水处理厂."""

_RATINGS = frozenset(["千伏", "伏", "kV", "类"])
_DIRECTIONS = re.compile(r"(?:方面|方向|层面|领域|维度|环节|重点|高于|同步)")


def values(text: str) -> list[str]:
    """Return the further amounts of a clause that sets several: 开工率100%、完成率不低于25%."""
    parts = [
        part for part in text.split("、") if REACH.search(part) or "率" in part or continues(part)
    ]
    found = [amounts.find(part) for part in parts]
    return [seen[0].raw for seen in found if len(seen) == 1][1:] if len(found) > 1 else []
