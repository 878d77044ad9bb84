"""Read how a number stands to its goal: what share is done, what clause judges it.

In:  the words of clauses. Out: a share in per cent as printed, a judging clause, by tables of words.
"""

import re
from functools import lru_cache

from briefing.weeks import outcomes_english as english
from briefing.weeks import wishes

_ASKED = 512  # clauses of which several questions are asked in a row
_HAN = re.compile(r"[\u4e00-\u9fff]")
GOAL = r"[^,，。;；]{0,24}(?:目标|任务|计划|序时|进度|(?:年初|年度|全年)预算)[^,，。;；]{0,14}"
TASK_SHARE = re.compile(
    r"(?:完成率|完工率|竣工率|建成率|总?进度|完成进度|目标完成度|完成比例)[^,，。;；\d]{0,8}(\d+(?:\.\d+)?)[%％]"
    r"|(?:完成|占|达到?|实现)(?:了)?[^,，。;；\d]{0,14}(?:目标|任务|计划|(?:年初|年度|全年)预算)(?:数|量|值|总量)?(?:的|达)?(?:比重)?"
    r"[^,，。;；\d]{0,6}?(\d+(?:\.\d+)?)[%％]"
    r"|完成(?:了|总?工程量的|总量的|投资的)?(\d+(?:\.\d+)?)[%％](?!以)"
)
_OWN_VERDICT = re.compile(
    r"[,，、]\s*(?:均|都|全部|已|仅|才|超额|提前|圆满|如期|顺利|全面|提前[^,，。;；]{1,8}(?=完成))*"
    rf"(?:完成|实现|达到|未完成|未达|未能|占|低于|高于|超(?:过|出|(?=年|全年|目标|任务|计划|原|既定))|突破|不及|优于|好于|与|比){GOAL}"
)
_COMMON_VERDICT = re.compile(
    rf"[,，;；]\s*(?:以上)?(?:均|都|全部|双双|分别)[^,，。;；]{{0,6}}(?:完成|实现|达){GOAL}"
    r"|[,，;；](?:年度|全年|各项)?(?:目标)?任务(?:均|都|已)*(?:全部|全面|圆满|如期|提前|超额)(?:完成|实现)"
)
_SURPLUS = re.compile(
    r"(?:剩余|其余|余下|另有|还有)[^,，。;；\d]{0,4}\d[^,，。;；]*|(?:比|较)[^,，。;；]{0,16}(?:目标|任务|计划)[^,，。;；\d]{0,3}[少差多]\d[^,，。;；]*|(?:超[过出]?|多出?|高于)[^,，。;；\d]{0,8}(?:目标|任务|计划)[^,，。;；\d]{0,3}\d[^,，。;；]*"
)
_SEVERAL_SHARES = re.compile(r"[%％][、和与][^,，。;；、和与]{0,6}\d[\d.]*[%％]")
_GOAL_NAMED = re.compile(
    r"目标|任务|计划|指标|承诺|时限|期限|工期|序时|进度|原定|如期|按期|逾期|\b(?:target|goal|plan|deadline|schedule)"
)


@lru_cache(maxsize=_ASKED)
def is_english(words: str) -> bool:
    """True for words without a Chinese character."""
    return not _HAN.search(words)


@lru_cache(maxsize=_ASKED)
def share(words: str) -> str | None:
    """Return the stated share of the target that is done, in per cent as printed."""
    if is_english(words):
        return english.share(words)
    found = TASK_SHARE.search(words)
    if not found or _SEVERAL_SHARES.search(words, found.end() - 1):
        return None
    return next(group for group in found.groups() if group)


def verdict(after: str) -> str:
    """Return the clause that starts `after` and says how what stands before it went, or "".

    超额完成年度目标 makes a level of the number before it, which is no promise. One that says 均 or
    全部 may stand further on.
    """
    found = _OWN_VERDICT.match(after) or _COMMON_VERDICT.search(after)
    return found[0] if found else ""


@lru_cache(maxsize=_ASKED)
def told(words: str) -> bool:
    """True when a clause of the words says how the whole went: …，完成年度目标."""
    return any(
        not wishes.goes_on(words[: found.start()], found[0])
        for form in (_OWN_VERDICT, _COMMON_VERDICT)
        for found in form.finditer(words)
    )


def without_surplus(words: str) -> str:
    """Return the words without how much more than planned it was: 超出计划6部."""
    return _SURPLUS.sub("", words)


def names_goal(words: str) -> bool:
    """True when the words speak of a target, a plan or a day that was set."""
    return bool(_GOAL_NAMED.search(words))
