"""Read the titles that a name carries: before it, after it, or shared along a list.

Titles stand right before the name, in a list (区委副书记、区长何立新), or after it (何立新任区长). A list of
names shares a title that several can hold (区领导高敏、陈云飞; 副区长A、B), not one that is held by one
(区长). 副, 原 and 代 are part of a title. Texts are folded; offsets count in them.
"""

import re
from dataclasses import dataclass

from briefing.grounding import name_words as words
from briefing.grounding.reading import Sentence


@dataclass(frozen=True)
class Mention:
    """A name standing whole in a sentence: range, and the titles that it carries there."""

    sentence: Sentence
    start: int
    end: int
    titles: tuple[str, ...]
    run: str
    """The words before the name that the titles were read from."""


def titles_of(text: str, start: int, end: int) -> tuple[tuple[str, ...], str]:
    """Return the titles a name at text[start:end] carries, and the words they stand in."""
    before, run = _run_before(text, start)
    after = _titles_after(text, end)
    if not before:
        before, run = _shared(text, start)
    return (*before, *after), run


def _run_before(text: str, start: int) -> tuple[tuple[str, ...], str]:
    """Read the list of titles right before a name: elements between 、 that end as titles."""
    first = max(text.rfind(mark, 0, start) for mark in ';。!?:"') + 1
    lead = re.sub(r"\([^()]{1,6}\)$", "", text[max(first, start - 80) : start])
    parts = re.split(r"[、,]|(?<=[长记任席委员])兼", lead)
    kept: list[str] = []
    for part in reversed(parts):
        if not part or not words.TITLE_RUN.search(part) or (kept and _HELD.search(part)):
            break
        own = _own(part)
        kept.insert(0, own.lstrip("的"))
        if own != part:
            break
    return tuple(kept), lead[len(lead) - sum(map(len, kept)) - len(kept) + 1 :] if kept else ""


def _own(part: str) -> str:
    """Return what is a person's own of the words before the name: 局长A在|县农业局副局长(B陪同下)."""
    begin = 0
    for other in _OTHER.finditer(part):
        begin = other.end()
    return part[begin:]


_NAMED = rf"(?!党|常|全|单位|公)(?:{'|'.join(sorted(words.COMPOUND))}|[{''.join(sorted(words.SURNAMES))}])"
_OTHER = re.compile(
    rf"{words.TITLE_END}[{''.join(sorted(words.SURNAMES - {'和'}))}][\u4e00-\u9fff]{{1,2}}?[在由和与同向对随]|[府局委院会部厅处]{_NAMED}[\u4e00-\u9fff]{{1,2}}{words.TITLE_END}[和与及同]"
)
"""Someone else with a post, and the word that leads on to the next: 局长A在; 农业局A科长和."""

_HELD = re.compile(
    rf"(?:[府局委院会部厅处]{_NAMED}[\u4e00-\u9fff]{{1,2}}|^{_NAMED}[\u4e00-\u9fff]{{2}}(?=(?:常务)?副))(?<![省市区县镇乡州府局委院会部厅处办组])(?:常务)?副?(?:[省市区县镇乡州局厅部院校]长|主任|主席)$"
)
"""A post with its holder before it, which belongs to no one after it: 卫生局黄世明局长、."""

_APPOINTED = re.compile(
    r"(?:同志)?(?:当选为?|担任|出任|任命为|任|兼任|为|是|调任|拟任|拟任为|获任|升任)([^,。;()\"]{2,40})"
)
LEAVES = re.compile(
    r"(?:同志)?(?:因[^,。;]{1,12})?(?:不再|卸任|辞去|被免去)(?:担任|兼任|任)?([^,。;()\"]{2,40})"
)
_BESIDE = re.compile(
    rf"(?:\(|的)?([\u4e00-\u9fff]{{0,24}}?{words.TITLE_END})(?=[,。;)、:等]|$|连续|先后|说|表示|介绍|主持|出席|讲话|强调|指出|要求|在|带|率|到|职务)"
)
_CALLED = re.compile(
    r"(?:[、 ][\u4e00-\u9fff·]{1,8})*等(?:在家的?)?([省市区县州旗镇乡](?:级|处级|委|政府|四大家|四套班子)?领导(?:干部|同志)?)"
)
"""A title that names share after them: A、B等县级领导."""

_ADDRESS = re.compile(
    r"(?:常务)?副?(?:书记|[省市区县镇乡州局厅部处院校]长|主任|主席)(?=主持|出席|讲话|表示|要求|强调|部署|参加|说|指出)"
)
"""A post called after the name: 卢明市长主持."""

_ACTING = re.compile(r",?[\u4e00-\u9fff]{0,2}(?:主持|出席|讲话|表示|要求|强调|部署|参加|说|指出)")


def _titles_after(text: str, end: int) -> tuple[str, ...]:
    """Read titles after a name: 张三任区长, 张三(区长), 张三局长."""
    left = LEAVES.match(text, end)
    if appointed := left or _APPOINTED.match(text, end):
        titles = [
            re.sub(r"(?:职务|一职)(?:的请求)?$", "", part) for part in appointed[1].split("、")
        ]
        ahead = "拟任" if "拟任" in appointed[0] else ""
        return tuple(ahead + title for title in titles if words.TITLE_RUN.search(title))
    if called := _CALLED.match(text, end):
        return (called[1],)
    if addressed := _ADDRESS.match(text, end):
        return (addressed[0],)
    if _ACTING.match(text, end):
        return ()
    beside = _BESIDE.match(text, end)
    return (beside[1],) if beside else ()


def _shared(text: str, start: int) -> tuple[tuple[str, ...], str]:
    """Return the title that heads a list of names, where several can hold it."""
    first = max(text.rfind(mark, 0, start) for mark in ';。!?:"') + 1
    lead = text[first:start]
    if not lead.endswith("、"):
        return (), ""
    items = lead[:-1].split("、")
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if re.fullmatch(
            r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+)(?:\([^)]*\))?", item
        ) and not words.TITLE_RUN.search(item):
            continue
        for size in (3, 2, 4):
            head = item[:-size]
            if len(item) > size and words.TITLE_RUN.search(head) and item[-size] in words.SURNAMES:
                head = re.split(r"[,]", head)[-1]
                return ((head,), head) if words.SHARED.search(head) else ((), "")
        return (), ""
    return (), ""
