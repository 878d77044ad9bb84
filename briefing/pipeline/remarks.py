"""What a briefing says of how it was made, where that was not as configured."""

from typing import Literal

from briefing.reasons import say

_BY_RULES = {
    "zh": "模型未能给出可用答复，改由规则提取的文章：{count}篇（{reason}）",
    "en": "articles left to the rules because the model gave no usable answer: {count} ({reason})",
}
_BY_BACKUP = {
    "zh": "首选模型未能答复，由备用模型{model}提取的文章：{count}篇（{reason}）",
    "en": "articles read by the backup model {model}, since the first did not answer: {count} ({reason})",
}
_NO_SUMMARY = {
    "zh": "综述由模板写成（{reason}）",
    "en": "the summary was written by template ({reason})",
}


def by_rules(lang: Literal["zh", "en"], count: int, problem: str) -> str:
    """Say that the rules read `count` articles in the model's place, and why."""
    return _BY_RULES[lang].format(count=count, reason=say(problem, lang))


def by_backup(lang: Literal["zh", "en"], count: int, problem: str, model: str) -> str:
    """Say that the backup model read `count` articles, and why."""
    return _BY_BACKUP[lang].format(count=count, reason=say(problem, lang), model=model)


def no_summary(lang: Literal["zh", "en"], problem: str) -> str:
    """Say that the summary is the template's, and why."""
    return _NO_SUMMARY[lang].format(reason=say(problem, lang))
