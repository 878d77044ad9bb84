"""What copying leaves or strews inside sentences: advertisements, stray letters, split figures.

In:  the folded text.
Out: ranges to delete, each with its kind.
"""

import re
from collections.abc import Iterator

_HAN = "\u4e00-\u9fff"
# In one pass, for speed, which looks for the first letters only:
# an advertisement, <更多精彩请关注某某新闻>;
# a name with letters in it, 张a小b三 (one letter alone may be a mark: 甲a乙);
# a comma put in front of other marks, as copies against search have it: 会议,。区长,、
_STREWN = re.compile(
    r"[<(\[a-z,](?:(?<=,)(?P<comma>)(?=[,。、;])"
    rf"|(?P<jammer>)(?<=[{_HAN}][a-z])(?:(?=[{_HAN}][a-z][{_HAN}])|(?<=[{_HAN}][a-z][{_HAN}][a-z])(?=[{_HAN}]))"
    r"|(?<=[<(\[])(?P<follow>)(?:更多|精彩|点击|扫码|关注|下载|欢迎)[^<>()\[\]\n。,]{0,24}(?:关注|下载|客户端|公众号|订阅)[^<>()\[\]\n。,]{0,16}[>)\]])"
)
_COMMAS = 5
# Tags that came along as text, advertisements with a link in front of a text, indents that a
# bad conversion made question marks.
_TAGS = re.compile(r"</?(?:p|br|div|span|strong|font)\s{0,4}/?>")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,60}\]\([^()\n]{0,200}\) ?")
_ADVERTISED = re.compile(
    rf"^[{_HAN}]{{4,24}}\s?https?://[!-~]{{6,120}}?(?=\d{{1,2}}月|[{_HAN}])",
    re.MULTILINE,
)
_LOST = re.compile(r"(?:^| )\?{2,8}", re.MULTILINE)
_LOST_LEAST = 2
# The mark that a site leaves behind its lines: 。uv9
_MARKED = re.compile(rf"(?<=[{_HAN}。:;,)])[a-z]{{1,3}}\d{{1,2}}$", re.MULTILINE)
_MARKS = 5
_DIGITS = frozenset("0123456789")
# Random letters behind the last sentence of a paragraph: 。 w1;2gL6?9hV,2X
_RANDOM = re.compile(
    r" (?<=[。!?] )(?=[!-~]{0,16}[a-z])(?=[!-~]{0,16}\d)(?=[!-~]{0,16}[;?:,=~+-])[!-~]{12,18}$",
    re.MULTILINE,
)
# 投资1 1 2 . 3亿元: one digit each, three or more, before a unit; what follows the first of them.
_SPLIT = re.compile(
    rf"[ .](?<=[{_HAN}]\d.)(?:(?<= )\d(?: \d){{0,7}}(?: ?\. ?\d(?: \d){{0,4}})?|(?:(?<=\.)|\.) ?\d(?: \d){{0,4}})(?= ?(?:%|亿|万|元|吨|户|亩|公里|平方米|个百分点))"
)
# The bar of a table that was: text |
_BAR = re.compile(r"[ \u3000]\|[ \u3000]*$", re.MULTILINE)
# A figure whose point stands apart: 27 .4亿元. A blank behind the point alone may part a number
# from an item: 27. 4亿元.
_POINT = re.compile(r"(?<=\d)( +)\.( *)(?=\d+ ?(?:%|亿|万|元|吨|户|亩|个|家|公里|平方米|倍))")
# Text from PDF files with blanks between its letters: 增 速全市第 3.
_LOOSE = re.compile(rf" (?<=[{_HAN}] )(?=[{_HAN}])")
_FIGURE = re.compile(rf" (?:(?<=[{_HAN}] )(?=\d)|(?<=\d )(?=[{_HAN}%]))")
_PARAGRAPH = re.compile(r"[^\n]{40,}")
_LOOSEST = 3  # of each kind in a paragraph


def find(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is strewn inside sentences."""
    commas = []
    for match in _STREWN.finditer(folded):
        if match.lastgroup == "comma":
            commas.append((*match.span(), "jammer"))
        else:
            yield *match.span(), match.lastgroup or ""
    if len(commas) >= _COMMAS:
        yield from commas
    if "</" in folded or "<br" in folded:
        for match in _TAGS.finditer(folded):
            yield *match.span(), "markup"
    if "![" in folded:
        for match in _IMAGE.finditer(folded):
            yield *match.span(), "markup"
    if "://" in folded:
        for match in _ADVERTISED.finditer(folded):
            yield *match.span(), "follow"
    if sum(line[-1:] in _DIGITS for line in folded.split("\n")) >= _MARKS:
        marks = _MARKED.findall(folded)
        if len(marks) >= _MARKS and len(set(marks)) == 1:
            yield from ((*match.span(), "jammer") for match in _MARKED.finditer(folded))
    if "。 " in folded and len(tails := list(_RANDOM.finditer(folded))) >= _LOST_LEAST:
        yield from ((*match.span(), "jammer") for match in tails)
    if folded.count("??") >= _LOST_LEAST and len(_LOST.findall(folded)) >= _LOST_LEAST:
        for match in _LOST.finditer(folded):
            yield *match.span(), "damage"
    if " |" in folded:
        for match in _BAR.finditer(folded):
            yield match.start(), match.end(), "ornament"
    for match in _POINT.finditer(folded) if " ." in folded else ():
        yield match.start(1), match.end(1), "blank"
        if match[2]:
            yield match.start(2), match.end(2), "blank"
    if len(_LOOSE.findall(folded)) >= _LOOSEST and len(_FIGURE.findall(folded)) >= _LOOSEST:
        for line in _PARAGRAPH.finditer(folded):
            yield from _loose(folded, *line.span())
    for match in _SPLIT.finditer(folded):
        words = match.group()
        if sum(map(str.isdigit, words)) >= 2:
            for at, letter in enumerate(words, start=match.start()):
                if letter == " ":
                    yield at, at + 1, "blank"


def _loose(folded: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the blanks between letters of a paragraph that has many, around figures too."""
    if folded.count(" ", start, end) < 2 * _LOOSEST or folded.find("。", start, end) < 0:
        return
    blanks = list(_LOOSE.finditer(folded, start, end))
    if len(blanks) >= _LOOSEST and len(_FIGURE.findall(folded, start, end)) >= _LOOSEST:
        for match in blanks:
            yield match.start(), match.end(), "blank"
