"""The lines of a heading under its title.

In:  the lines above a body, the title among them.
Out: the subtitles; captions, offices and papers under a title are marked as what they are.
"""

import re
from collections.abc import Sequence

from briefing.cleaning.lines import Line
from briefing.cleaning.parts import SCENE, Part

ISSUER = re.compile(
    r"[\u4e00-\u9fff、 ]{2,40}(?:府|局|委|办|室|会|院|厅|部|处|中心|公司|集团|小组|指挥部|大学|支队)$"
)
# Whom a report addresses.
ADDRESSED = re.compile(
    r"(?:各位(?:代表|委员|领导|来宾|同事)|同志们|尊敬的.{1,12}|主任、).{0,24}[:,]?$"
)
CALLED = re.compile(r"(?:报|网|社|台|发布|新闻|融媒体?|中心|客户端|在线|政务|之声|微政|宣传)$")
_HOST = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,8}){1,3}")
_SUBTITLE = 4  # letters
_CALLED_MAX = 14
# Under a picture: 工人在铺装路沿石.
_AT_WORK = re.compile(r"(?:工人|市民|村民|群众|游客|农民|居民|师傅)(?:们|正)?在[^,。:!?]{4,20}$")
_LABELLED = re.compile(r"(?!转自|来源|出处)[\u4e00-\u9fff]{2}: (?=.{2,40}$)")  # 地点: 甲县 乙乡


def take(part: Part, title: Line) -> tuple[str, ...]:
    """Take the lines between title and byline or body; a stamp line ends them."""
    number = next(at for at, line in enumerate(part.header) if line is title)
    made: list[Line] = []
    for line in part.header[number + 1 :]:
        if line.kind == "title":
            continue
        if not line.kind and _HOST.fullmatch(line.key):
            line.kind = "masthead"
            continue
        if not line.kind and len(line.key) < _SUBTITLE:
            break
        if not line.kind and _LABELLED.match(line.key):
            break
        if line.key.startswith(("- ", "· ")):
            break  # an item of what a forum tells of its poster
        if line.kind == "byline" or (line.kind and made) or ADDRESSED.match(line.key):
            break
        if not line.kind and (SCENE.fullmatch(line.key) or _AT_WORK.match(line.key)):
            line.kind = "caption"
            continue
        if not line.kind and len(line.key) <= _CALLED_MAX and ISSUER.match(line.key):
            line.kind = "issuer"
            continue
        if not line.kind and len(line.key) <= _CALLED_MAX and CALLED.search(line.key):
            line.kind = "masthead"
            continue
        if line.kind == "stamp" and not made:
            continue  # below it too a line may start with ——
        if line.kind:
            return mark(made) if line.kind == "stamp" else ()
        if not line.key.startswith(("——", "--")) and _stamped_above(part, number, line):
            break
        made.append(line)
    if len(made) > 4:
        return ()
    return mark(made)


def _stamped_above(part: Part, title: int, line: Line) -> bool:
    """True for a line below title and stamp."""
    at = next(number for number, other in enumerate(part.header) if other is line)
    return any(other.kind == "stamp" for other in part.header[title + 1 : at])


def mark(lines: Sequence[Line]) -> tuple[str, ...]:
    """Mark lines as subtitles and return their texts."""
    for line in lines:
        line.kind = "subtitle"
    return tuple(line.text for line in lines)
