"""Values behind the labels of stamp lines: 来源:某某日报, and 来源: with the value on the line below.

In:  a line and where its value stands, or the lines around an article.
Out: the value as written, without marks around it; None where it names nobody: 本报, 互联网.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning.folding import fold
from briefing.cleaning.lines import Line
from briefing.cleaning.words import CHROME

NOBODY = re.compile(
    r"(?:互联网|网络|本[站网]原创|本站|本网|本报|本报讯|原创|转载|未知|佚名|匿名|其他|其它|admin|管理员|网友(?:投稿|提供)?|投稿|[×xX*]{2,}.*|(?:转播|分享|转发)到.*|暂无|无|不详|综合|消息|编辑部|本站编辑|null|none|-+|https?:.*)$",
    re.IGNORECASE,
)
VALUE = r"\s*[:丨|\]]\s*(?P<value>[^\s|丨,。;:()\[\]]{2,40}(?:\([^()\s]{1,12}\))?)"
_LATIN_NAME = re.compile(r"(?!.*\d{5})(?=.*[A-Za-z]{2})")
_NEXT_LABEL = re.compile(
    r"\s*(?:作者|发布(?:时间|日期|者|人)|时间|日期|编辑|(?:浏览|点击|阅读|访问|查看)(?:次数|人数|量|数)?|字号|字体|责编|责任编辑|(?:高级|首席|资深|见习)?记者|通讯员|打印|分享)$"
)
_GLUED_DAY = re.compile(r"(?:19|20)\d\d[-/.年]")
AROUND = ' 　:：|[]【】()（）<>《》"“”、./'


def labelled(line: Line, match: re.Match[str]) -> str | None:
    start, end = match.span("value")
    if line.key.startswith("://", end):
        return None
    if glued := _GLUED_DAY.search(line.key, start, end):
        end = glued.start()
    if next_label := _NEXT_LABEL.search(line.key, start, end):
        end = next_label.start()
    return real(line.text[start:end])


def below_label(around: Sequence[Line], label: re.Pattern[str]) -> str | None:
    """A value that stands on the line below its label."""
    for line, following in pairwise(around):
        if line.kind == "stamp" and label.fullmatch(line.key) and len(following.key) <= 30:
            name = real(following.text) if following.kind in ("", "stamp") else None
            if name and not following.key.endswith(":"):
                following.kind = "stamp"
                return name
    return None


def real(value: str) -> str | None:
    """Return a name without marks around it; None for 互联网, 佚名 and the like."""
    value = value.strip(AROUND)
    if "?" in value or (value.isascii() and not _LATIN_NAME.match(value)):
        return None  # a letter lost; A+A-, sp20241119
    nobody = NOBODY.match(fold(value)) or fold(value) in CHROME
    return None if len(value) < 2 or nobody else value
