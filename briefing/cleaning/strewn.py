"""What copying leaves or strews inside sentences: advertisements, stray letters, split figures.

In:  the folded text.
Out: ranges to delete, each with its kind.
"""

import re
from collections.abc import Iterator

_HAN = "\u4e00-\u9fff"
# <更多精彩请关注某某新闻>
_AD = re.compile(
    r"[<(\[](?:更多|精彩|点击|扫码|关注|下载|欢迎)[^<>()\[\]\n。,]{0,24}(?:关注|下载|客户端|公众号|订阅)[^<>()\[\]\n。,]{0,16}[>)\]]"
)
# A name with letters in it: 张a小b三. One letter alone may be a mark: 甲a乙.
_STRAY = re.compile(
    rf"[a-z](?<=[{_HAN}][a-z])(?:(?=[{_HAN}][a-z][{_HAN}])|(?<=[{_HAN}][a-z][{_HAN}][a-z])(?=[{_HAN}]))"
)
# 投资1 1 2 . 3亿元: one digit each, three or more, before a unit.
_SPLIT = re.compile(
    rf"\d(?<=[{_HAN}]\d)(?: \d){{0,8}}(?: ?\. ?\d(?: \d){{0,4}})?(?= ?(?:%|亿|万|元|吨|户|亩|公里|平方米|个百分点))"
)
# The bar of a table that was: text |
_BAR = re.compile(r"[ \u3000]\|[ \u3000]*$", re.MULTILINE)
_APART = re.compile(r"\d \d")


def find(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is strewn inside sentences."""
    for match in _AD.finditer(folded):
        yield match.start(), match.end(), "follow"
    for match in _STRAY.finditer(folded):
        yield match.start(), match.end(), "jammer"
    if " |" in folded:
        for match in _BAR.finditer(folded):
            yield match.start(), match.end(), "ornament"
    for match in _SPLIT.finditer(folded) if _APART.search(folded) else ():
        words = match.group()
        if sum(letter.isdigit() for letter in words) >= 3:
            for at, letter in enumerate(words, start=match.start()):
                if letter == " ":
                    yield at, at + 1, "blank"
