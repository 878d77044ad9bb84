"""Tell what people of a meeting did, by the words after their names."""

import re

from briefing.rules.lexicon import ROLES

MOST = 4
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))
_PREDICATE = re.compile(r"[,;:。!?\"]")
_SPEECH = frozenset(
    ["表示", "强调", "指出", "要求", "介绍", "说", "提出", "汇报", "回应", "直言", "坦言", "建议"]
)
_NOUNS = frozenset(
    [
        "签约",
        "观摩",
        "座谈",
        "推介",
        "调研",
        "检查",
        "督导",
        "动员",
        "揭牌",
        "授牌",
        "汇报",
        "接待",
        "考察",
        "督查",
        "督办",
        "巡查",
        "率",
        "讲解",
        "介绍",
        "说",
    ]
)
_NOUN_AFTER = re.compile(
    r"仪式|会议?室|活动|团|组|大会|行动|报告|工作组|制度|项目|精神|情况|指示|评|路线|点|会|室|方案|要求|时|讲话|中"
)
_LEADS = re.compile(r"[\u3400-\u9fff、]{0,16}?(?:队|团|组|人员|人|干部|一行|班子|领导|到|赴)")
"""Whom somebody leads, so that 率 is no rate."""

_WITH_OTHERS = re.compile(
    r"(?:[,;][^,;。]{2,40}?(?:负责同志|负责人|人员|代表|成员|领导|同志|部门|单位|街道|乡镇|镇街)等?){1,3}(?P<role>参加|出席|列席|陪同)"
)
"""Others without a name, who share the verb: ,区直有关部门负责同志参加."""

_TAKES_OBJECT = re.compile(r"传达|宣读|通报|听取|部署|召开|组织|迎接|落实|学习|贯彻")
"""Verbs whose object may hold words that are roles elsewhere: 传达调研指示精神."""


def told(text: str, at: int) -> tuple[str, ...]:
    """Return what the words after the names say that these people did."""
    roles: list[str] = []
    while True:
        stop = _PREDICATE.search(text, at)
        end = stop.start() if stop else len(text)
        for match in _ROLE.finditer(text, at, end):
            noun = match.group() in _NOUNS and (
                _NOUN_AFTER.match(text, match.end())
                or _TAKES_OBJECT.search(text, at, match.start())
            )
            if match.group() == "率" and not _LEADS.match(text, match.end()):
                continue
            if text[match.start() - 1] == "的" and match.start() != at + 1:
                continue  # 在王兰的带领下: another one leads
            if text.endswith(("见证", "见证了"), 0, match.start()):
                continue  # 见证签约: others sign
            if text.startswith("下", match.end()) and "在" in text[at : match.start()]:
                continue  # 在区长王兰等陪同下: another one accompanies
            if not noun:
                roles.append(match.group())
            if match.group() in _SPEECH:
                return tuple(dict.fromkeys(roles))[:MOST]
        if not roles and (shared := _WITH_OTHERS.match(text, end)):
            return (shared["role"],)
        if not stop or stop.group() != "," or not text.startswith(("并", "随后", "还"), end + 1):
            return tuple(dict.fromkeys(roles))[:MOST]
        at = end + 1
