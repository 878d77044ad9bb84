"""Tell how far a wish reaches: 确保甲增长，圆满完成乙任务 hopes for both.

In:  the words of a sentence up to a clause, and the clause. Out: the wish that holds for it, too.
"""

import re

_WISHED = re.compile(
    r"确保(?!了)|力争|争取(?!到?了)|务必|必须|保证(?!了|金)|(?<!即)将(?=[^,，。;；])|目标是|(?<![主重需首必只])要(?![求素点闻])"
)
_BY_NOW = re.compile(r"已|了(?!解)|目前|截至|日前|如今|现有")


def goes_on(before: str, words: str) -> str:
    """Return the wish in the clauses `before` that `words` go on with, "" where none does.

    It holds up to a full stop, a semicolon or a word that tells that something came about
    (已, 目前).
    """
    led = before[max(before.rfind(mark) for mark in "。;；") + 1 :]
    found = list(_WISHED.finditer(led))
    if not found or _BY_NOW.search(led[found[-1].start() :] + words):
        return ""
    return found[-1][0]
