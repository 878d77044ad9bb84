"""Tell what is only expected of a project from what was reached: 达产后年产值8亿元、(税收)4000万元.

In:  the folded sentence, a number in it and its label. Out: the words that say so. They go with each
number of the list that they open; such a number is of no period told before and of no place.
"""

import re

from briefing.facts.amounts import Sighting

_MARKER = re.compile(
    r"预计|预期|预估|有望|可望|(?:全部|全面|正式)?(?:达产(?:达效)?|满产|投产(?:达产|达效|运营)?|建成(?:投产|投用|投运|达产|运营)?|竣工(?:投产|投用)?|完工|投用|投运|投入运营|投入使用)(?:之?后|时)"
)
_FORECAST = re.compile("预计|预期|预估|有望|可望")
_DONE = re.compile(r"[;。]|已|目前|累计|截至|去年|上年|同比|仅用|今年")
_YIELD = re.compile(
    r"(?:产值|产量|税收|利税|税金|利润|销售|销售额|收入|营收|外资|产能|就业|就业人数|人数|岗位|增收|人次|效益|贡献|用电|处理量|节约|减排|数|面积)$"
)


def marker(text: str, sighting: Sighting, label: str) -> str | None:
    """Return the words that say a number is expected, "" where its label says so, None where it is not."""
    found = max(_MARKER.finditer(text, 0, sighting.start), key=re.Match.start, default=None)
    if found is None or _DONE.search(text, found.end(), sighting.start):
        return None
    said = _FORECAST.fullmatch(found[0]) and "," not in text[found.end() : sighting.start]
    if not (said or _YIELD.search(label)):
        return None
    return "" if _MARKER.search(label) else found[0]
