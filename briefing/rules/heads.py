"""Give a figure without a subject to the head that stands nearer than the page's own place.

In:  an article, and its proven figures. Out: the same figures in order; one whose sentence stands under
     a smaller place or a company takes it as its subject. Where grounding refuses that the figure is left
     out: printed under the place of the page it would be told of the wrong one.

A head is named, from the number outwards: where its own sentence opens (柳塘村今年新种莲藕…), as who says it
behind the quotation, where an earlier sentence of the paragraph opens, on a line over the section (【溪石镇】).
Whoever else is named there ends the search. What a clause says of 全县, and leading indicators, stay as they
are; so does what is refused to one whom its own sentence names, or who is only the scene (来到溪石镇). What a
speaker says of 我镇 is not the county's.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.grounding.holders import (
    ASIDE,
    AT,
    HEAD,
    OFFICE,
    OWN,
    PLACE,
    POINT,
    THING,
    Holder,
    holders,
    opens,
)
from briefing.grounding.own_place import earlier, own_names
from briefing.grounding.proof import Proof
from briefing.grounding.proving import prove
from briefing.grounding.reading import Reading, Sentence, of
from briefing.grounding.subjects import speaker_behind
from briefing.records import Article, Figure
from briefing.rules import owners

_FIRM = re.compile("(?:公司|集团|合作社|银行|酒店)$")
_PARTY = re.compile("(?:党工委|工委|党委|管委会|政府|办事处)$")
"""石板镇|党委: of an office that speaks the place is meant."""
_WHOLE = re.compile(
    "(?<![在居列占比于排])[全我本][国省市县区州旗盟镇乡村](?!排|第|前|首|末|平均|榜|倒数)"
)
_LEADING = re.compile(
    "生产总值|GDP|固定资产投资|零售总额|进出口|预算收入|可支配收入|规[模上]以?上?工业"
)
_AT = re.compile("(?:走进|来到|在)$")
_MEETS = re.compile("[^,;。]{0,12}(?:召开|举行|举办|会)|[^,;。]{11}")
"""在溪石镇|召开推进会: only the scene of what is told of others."""
_ZONES = frozenset(["新区", "开发区", "高新区", "经开区"])
_LARGE = tuple("市区县州旗")
_SCENES = (AT, ASIDE)
_PARTS = re.compile(r"[两二三四五六七八九十多\d]个(?:[镇乡村县区市]|街道|社区)")
"""泉水、石板两个镇6个村: others than a head before are told of."""
_LINE = re.compile(
    r"[【\[■●]?(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、)?(?P<who>[\u4e00-\u9fff]{2,14}?)(?:[·|][^,;。:]{1,6})?[】\]]?:?"
)
_LONGEST_LINE = 24
_LINES = 3
"""Paragraphs over a sentence in which its section's line is looked for."""


def to_heads(article: Article, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures as their nearest heads own them, without those that grounding leaves to nobody."""
    reading = of(article)
    return [owned for figure in figures for owned in _owned(reading, figure)]


def _owned(reading: Reading, figure: Figure) -> Iterator[Figure]:
    """Yield the figure with the head it stands under, as it is where there is none, nothing where it is refused."""
    sentence = reading.sentence(figure.sentence)
    proof = None if figure.subject else prove(reading, sentence, figure)
    if not isinstance(proof, Proof):
        yield figure
        return
    place = proof.mark[0]
    here = [one for one in holders(sentence) if one.end <= place]
    alone = all(one.sort in (OWN, POINT) for one in here) and not _PARTS.search(
        sentence.text, 0, place + 8
    )
    one = _above(reading, sentence, place, named=bool(here)) if alone else _opening(sentence, place)
    head = _head(reading, one)
    if one is None or not head or head in figure.metric or _of_whole(reading, sentence, proof.mark):
        yield figure
        return
    claimed = figure.model_copy(update={"subject": head})
    if isinstance(prove(reading, sentence, claimed), Proof):
        yield claimed
    elif not alone or one.stands in _SCENES or (not here and _LEADING.search(figure.metric)):
        yield figure


def _of_whole(reading: Reading, sentence: Sentence, mark: tuple[int, int]) -> bool:
    """Tell whether the clause of a number says that it is of the page's whole place: 全县."""
    said = _WHOLE.finditer(sentence.text, *sentence.clauses(*mark))
    rank = reading.region[-1][-1:] if reading.region else ""
    return any(not rank or found[0].endswith(rank) for found in said)


def _above(reading: Reading, sentence: Sentence, place: int, *, named: bool) -> Holder | None:
    """Return the head of text[place] that stands outside its sentence; `named`: 我镇 or 公司 stands in it."""
    if speaker := speaker_behind(reading, sentence, place):
        said = (one for one in _near(reading, sentence) if speaker.name.startswith(one.name))
        return next(said, None)
    if named:
        return None
    for told in earlier(reading, sentence):
        if one := _opening(told, len(told.text)):
            return one
    return _section(reading, sentence)


def _near(reading: Reading, sentence: Sentence) -> Iterator[Holder]:
    yield from holders(sentence)
    if sentence.number < len(reading):
        yield from holders(reading.sentence(sentence.number + 1))


def _opening(sentence: Sentence, last: int) -> Holder | None:
    """Return who opens a clause of text[:last] last; without a name where several are listed there."""
    text, found = sentence.text, None
    for one in holders(sentence):
        if one.end > last:
            break
        if text.startswith("、", one.end) or text.endswith("、", 0, one.start):
            found = one._replace(name="") if found or opens(text, one.start) else None
        elif one.stands == HEAD and opens(text, one.start):
            found = one
        elif one.stands in _SCENES and not _MEETS.match(text, one.end):
            at = _AT.search(text, max(0, one.start - 2), one.start)
            found = one if at and opens(text, at.start()) else found
    return found


def _section(reading: Reading, sentence: Sentence) -> Holder | None:
    """Return who stands alone on the nearest short line over the paragraph of `sentence`."""
    for _ in range(_LINES):
        number = reading.paragraph(sentence)[0].number - 1
        if number < 1:
            return None
        sentence = reading.sentence(number)
        if len(reading.paragraph(sentence)) > 1 or len(sentence.text) > _LONGEST_LINE:
            continue
        if sentence.text.endswith(("。", ";", "!", "?")):
            continue
        line = _LINE.fullmatch(sentence.text)
        spans = {line.span("who")} if line else set()
        return next((one for one in holders(sentence) if (one.start, one.end) in spans), None)
    return None


def _head(reading: Reading, one: Holder | None) -> str:
    """Return the name of a place or company that is not the page's own place, "" for anybody else."""
    if one is None:
        return ""
    name = _PARTY.sub("", one.name) if one.sort == OFFICE else one.name
    firm = one.sort == THING and bool(_FIRM.search(name))
    if not (firm or (one.sort in (PLACE, OFFICE) and owners.is_name(name))):
        return ""
    told_once = name not in reading.titles and reading.words.count(name) < 2
    if told_once and name.endswith(_LARGE):
        return ""  # 对接市|财政: it may be a verb with an office of the page's own place
    own = tuple(own_names(reading))
    is_own = bool(own) and (name.endswith(own) or (name in _ZONES and _is_zone(reading)))
    return "" if is_own else name


def _is_zone(reading: Reading) -> bool:
    """Tell whether the page's own place is a zone, so that 高新区 alone means it."""
    return bool(reading.region) and reading.region[-1].endswith(tuple(_ZONES))
