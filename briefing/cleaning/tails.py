"""Cut what is stuck to the end of a paragraph: (下转第二版), (记者 X), 责任编辑:X.

In:  a line of the body.
Out: the line without it, and what was cut with its kind.
"""

import re
from dataclasses import replace

from briefing.cleaning.lines import Line
from briefing.cleaning.parts import JUMP

_NAME = r"(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\s{1,3}[\u4e00-\u9fff])"
_ROLE = r"[\u4e00-\u9fff·]{0,14}?(?:记者|通讯员|作者|摄影|摄|文/图|图/文|文图|撰文|文|图|供图|供稿)[:/]?"
_STAFF = r"(?:[\u4e00-\u9fff]{2,18}(?:中心|局|办|台|社|部|报|网|室|科|委|会|院)\s+)?"
_NAMES = rf"{_STAFF}(?:{_ROLE}\s*)?{_NAME}(?:[\s、,/]+(?:{_ROLE}\s*)?{_NAME}){{0,7}}"
_SIGNED = re.compile(
    rf"(?<=[。!?”…])\s*[(\[]\s*(?P<names>{_NAMES}(?:\s*(?:文/?图|报道|整理|摄|/文|/图|摄影报道))?)\s*[)\]]\s*$"
)
# Without brackets the word for who writes or takes pictures must be there: 本报记者 某某 摄.
_PLAIN = re.compile(
    rf"(?<=[。!?”…])\s*(?P<names>[\u4e00-\u9fff·]{{0,10}}(?:记者|通讯员)\s*{_NAME}(?:[\s、,/]+(?:{_ROLE}\s*)?{_NAME}){{0,7}}\s*(?:文/?图|报道|整理|/?摄|/文|/图|摄影报道)?|(?<=\s)(?:[\u4e00-\u9fff]{{2,3}}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])(?<![拍航])\s?摄)\s*$"
)
# An office in place of names: (县政府办综合科).
_OFFICE = re.compile(
    r"(?<=[。!?”…])\s*[(\[]\s*(?P<names>[\u4e00-\u9fff]{2,16}(?:科|局|办|办公室|处|委|中心|部|站|股|院|校|街道|镇|乡|社区|支队|大队|协会|融媒体?)|[\u4e00-\u9fff、]{2,20}(?:联合)?(?:报道|供稿))\s*[)\]]\s*$"
)
_NOT_NAMES = re.compile(
    r"(?:完|略|待续|节选|如图|见图|下同|图表|资料|附后|详见|上图|下图|左图|右图|表格|未完|全文|附表|附件|单位|来源|注|待定|暂定|不含|包括)"
)
_LABEL = re.compile(
    r"(?<=[。!?”…])\s*[(\[【]?\s*(?P<label>责任?编辑|责编|编辑|校对|审核|稿源|来源|文章来源|信息来源|作者|记者|通讯员|供稿(?:单位|人)?|撰稿人?|撰写人?|一审|初审|文/图|图/文|图文|文图|摄影|来源单位)\s*[:丨|][^。]{1,60}?[)\]】]?\s*$"
)
_AUTHORS = frozenset(
    {"作者", "记者", "通讯员", "文/图", "图/文", "图文", "文图", "撰稿", "撰稿人", "撰写", "撰写人"}
)
_AGENCY = re.compile(r"(?<=[。!?”…])\s*[(\[]\s*(?:据|摘自|转自|来源)\s*[::]?[^()。]{2,20}[)\]]\s*$")
_MORE = re.compile(
    r"(?<=[。!?”….])\s*[\[(]?(?:返回.{2,6}[,，]\s*)?(?:点击)?(?:查看更多|查看全文|阅读全文|阅读原文|查看原文|展开(?:全文|详细|全部|更多)|(?i:read more))[\])]?[>»]*\s*$"
)
# (完); ②19, which a paper puts behind a story for its page.
_DONE = re.compile(r"(?<=[。!?”…])\s*(?:[(\[]\s*完\s*[)\]]|[①-⑳]\d{1,2})\s*$")
_JUMP_END = re.compile(JUMP.pattern + r"\s*$")


def cut(line: Line) -> tuple[Line, Line | None]:
    """Return the line without its tail, and the tail as a line of its own kind, or None."""
    key = line.key
    if key.endswith("。"):  # as most do; a tail does not
        return line, None
    window = max(0, len(key) - 120)
    for kind, form in (
        ("jump", _JUMP_END), ("editor", _LABEL), ("byline", _SIGNED), ("byline", _PLAIN), ("byline", _OFFICE), ("source", _AGENCY), ("ornament", _DONE), ("link", _MORE),
    ):  # fmt: skip
        match = form.search(key, window)
        if match is None or match.start() == 0:
            continue
        if kind == "byline" and _NOT_NAMES.match(match["names"]):
            continue
        if kind == "jump" and key[match.start()] not in "([" and match["way"] in ("转", "接"):
            continue
        if kind == "editor" and match["label"] in ("来源", "稿源", "文章来源", "信息来源"):
            kind = "source"
        elif kind == "editor" and match["label"] in _AUTHORS:
            kind = "author"
        head, tail = divide(line, match.start())
        return head, replace(tail, kind=kind)
    return line, None


def divide(line: Line, at: int) -> tuple[Line, Line]:
    """Cut a line into two at an offset in its text; white space at the cut goes."""
    left, right = line.text[:at].rstrip(), line.text[at:].lstrip()
    return (
        part_of(line, 0, len(left)),
        part_of(line, len(line.text) - len(right), len(line.text)),
    )


def part_of(line: Line, start: int, end: int) -> Line:
    """Return the part of a line from `start` to `end`, counted in its text."""
    spans: list[tuple[int, int]] = []
    at = 0
    for first, last in line.spans:
        low, high = max(start - at, 0), min(end - at, last - first)
        if low < high:
            spans.append((first + low, first + high))
        at += last - first
    return replace(line, spans=spans, text=line.text[start:end], key=line.key[start:end])
