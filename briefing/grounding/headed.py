"""Take the metric of a list line from the words that head the list: 一、考核得分及排名 | 第一名:桃林村 96.3分.

In:  a metric and its subject, a number whose own words name nobody but that subject.
Out: the metric as bound, None where no heading gives it.

The heads of a line are its section's heading, the line before the list that ends in a colon, and what
the sentence before says up to its colon (投资增速排名前三位的是:…;排名后三位的是:…). What a head
measures must fit the unit of the number: 得分 for 分, 排名 or 评比 for a place, 增速 for %.
"""

import re
from collections.abc import Iterator

from briefing.grounding import figure_words as words_of
from briefing.grounding.binding import Bound
from briefing.grounding.pieces import Layout
from briefing.grounding.reading import Reading, Sentence
from briefing.grounding.zones import MAX_SIGHTINGS, has_content, zones

MAX_LINES = 20
"""Lines between a list line and the line that heads the list."""

_WON = re.compile(
    r"荣?获得?|夺得|取得|[评列]为|[前后][一二三四五六七八九十\d]{1,2}[名位]|第[一二三四五六七八九十\d]{1,3}名?:"
)
_FITS = {
    "分": re.compile("(?:得分|分数|评分|总分)$"),
    "位": re.compile("排名|名次|位次|评比|考核|评选|竞赛|比武|擂台赛"),
    "%": re.compile("增速|增幅|率|进度|占比|比重"),
}
_SCORE = re.compile("(?:得分|分数|评分|总分)$")
_TELLS = re.compile("[。!?]")


def bind(
    reading: Reading, sentence: Sentence, index: int, metric: str, subject: str
) -> Bound | None:
    """Bind `metric` to number `index` by the words over its line, None where they do not give it."""
    if not subject or len(sentence.sightings) > MAX_SIGHTINGS:
        return None
    zone, unit = zones(sentence)[index], sentence.sightings[index].amount.unit
    fits = _FITS.get(unit)
    if fits is None or not fits.search(metric):
        return None
    if unit == "位" and _SCORE.search(metric):
        return None
    number, text = sentence.sightings[index], sentence.text
    labelled = text.startswith(f":{subject}", number.end)  # 第一名:桃林村
    if subject not in text[: number.start] and not labelled:
        return None
    if has_content(_WON.sub("", zone.words.replace(subject, ""))):
        return None
    general = words_of.general_words(False, False, frozenset((unit,)))
    own = [(start, end, sentence.text) for start, end in zone.own]
    for head in _heads(reading, sentence):
        if isinstance(Layout((), [(0, len(head), head)], (), general).cover(metric), list):
            return Bound([], metric, own, own[0][0] if own else 0)
    return None


def _heads(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield what stands over a line, the nearest first."""
    before = reading.before(sentence)
    if before is not None and ":" in before.text:
        yield before.text[: before.text.index(":")]
    for number in range(sentence.number - 1, max(0, sentence.number - MAX_LINES), -1):
        above = reading.sentence(number).text
        if above.endswith(":"):
            yield above
        if above.endswith(":") or _TELLS.search(above):
            break
    if section := reading.section(sentence):
        yield section
