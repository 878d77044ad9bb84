"""The words for time that a claim copies: the deadline of a plan, the period of a figure."""

import re
from datetime import date

from briefing.facts import dates
from briefing.facts.folding import fold

_Q = r"(?:[一二三四]季度|第[一二三四1-4]季(?![度节军\"”“)）書书])|首季(?!度))"
_N = r"(?:\d{1,4}|[一二两三四五六七八九十]{1,3})"
_DEADLINE = re.compile(
    rf"(?<!以)(?<!每月)(?:到|至|于|在)?(?:(?:20\d\d|1\d\d)年|[今明后]年|本年|年内|年)?(?:{_N} ?月)?(?:(?<!\d)(?:[12]?\d|3[01]|[一二三]?十?[一二三四五六七八九]|[一二三]?十)[日号]|[上中下]旬|(?:(?<=[月年])|月)[底末初中])(?:之?前(?!后)|以前|内)?"
    rf"|(?:到|至)(?:20\d\d|1\d\d)年(?:[底末]|年底)?(?:前)?|(?:20\d\d|1\d\d)年(?:{_N}月|{_Q}|上半年|下半年|中(?![国央])|内|[底末初]?前?)?(?:[底末初]?前?)"
    rf"|[今明后]年(?:{_N}月|{_Q}|上半年|下半年|中(?![国央])|内|[底末初])?前?|年[内底末]前?|全年|{_N}月(?:底|末|份)?前?|{_Q}末?前?|上半年|下半年|本[周月季](?:内|底前?|末前?)?|下个?[周月](?:内|底)?"
    rf"|{_N}(?:个?工作日|天|日|周|个?星期|个月|年)之?内|节前(?!后)|(?:春节|国庆|元旦|中秋|端午|主?汛期|入汛|入冬|供暖|采暖季|开学|雨季|台风季|下[个次]会期|下学期)节?之?前(?!后|准备|期)|[“\"]?十[四五六]五[”\"]?(?:期?末|期间)|未来{_N}年"
)
_PERIOD = re.compile(
    rf"(?:(?:20\d\d|1\d\d)年度?|[今去]年|上年|本年)?(?:前[一二三]个?季度|前[两二三23]季(?!度)|第?{_Q}|上半年度?|下半年度?|(?:元|{_N})(?:至|-|—|到){_N}\s?月份?|{_N}月(?!{_N}[日号])当?[月份底末]?|[前首]{_N}个?月(?![日号])|全年|以来)"
    rf"|截[至止](?:目前|20\d\d年)?(?:{_N}月份?)?(?:{_N}日|底|末)?|(?:20\d\d|1\d\d)年(?:度|末)?|[今去上]年(?:以来|来(?![水电源料自])|末|全年)?|年末|全年|{_N}月末|(?<![复復升降加高达低])至(?:20\d\d|1\d\d)年(?:{_N}月)?底?"
)

_OF_A_GOAL = re.compile(r"同期|[高低]?基数|良好|的?(?:预期)?(?:目标|任务|计划|预算)")
_COMPARED_BEFORE = re.compile(
    r"(?:[比较同由从]|(?:延续|保持|巩固|扭转)了?|是|恢复[到至]|升至|降至|[提增]高?[加到]?至|相比)$"
)


_CRY = re.compile(
    r"(?:决战|决胜|冲刺|拼抢|奋战|大干|打好|备战|夺取|吹响|鏖战|拼搏|实干|攻坚|[保赢夺拼促冲])$"
)
"""“大干一百天,决胜|下半年”: a call, not when something was so."""
_SURE = re.compile(r"[前内底末日号旬]$|期间$|全年")
_BUILT = re.compile(r"(?:建成|开工|投用|竣工|完工|投产)的")
"""After a day that tells which: 2000年底前|建成的小区."""

_NOT_BEFORE = re.compile(
    r"(?:第|与|同|较|比|对|岁末|决战|决胜|冲刺|拼抢|奋战|大干|抓好|谋划|奋进|吹响)$"
)
_NOT_AFTER = re.compile(
    r"[的度一《(]|(?:目标任务|目标|任务)(?:$|[,。;])|未|已|[\"“](?!五一|十一|七一|双)|工作|重点|计划(?=[,。的]|$)|经济|市场|谋[划篇]|开局|起步|最后|以来|项目|第|持平|同期|相比|预算|新签约|开门红|攻坚|冲刺|工业|投资(?!.{0,6}达)"
)
"""What stands beside a year or quarter that names a thing (明年工作, 第四季度“…”活动) and no deadline."""

_ASIDE = re.compile(r"\([^()]*\)")


_TRADITIONAL = re.compile("[個內週節學會開採歲]")


def deadline(text: str) -> str | None:
    """Return the words of `text` that say by when, None when it does not say."""
    best = None
    written, text = text, fold(text) if _TRADITIONAL.search(text) else text
    text = _ASIDE.sub(lambda aside: " " * len(aside.group()), text)
    for match in _DEADLINE.finditer(text):
        words = match.group()
        if len(words) < 2 or words in ("年初", "到底"):
            continue
        sure = _SURE.search(words)
        if _BUILT.match(text, match.end()) or text.endswith("对", 0, match.start()):
            continue
        if not sure and _NOT_AFTER.match(text, match.end()):
            continue
        if not sure and _NOT_BEFORE.search(text[: match.start()]):
            continue
        if best is None or "前" in words or "底" in words:
            best = written[match.start() : match.end()]
    return best.lstrip("于於在") if best else None


_MONTH = re.compile(r"(\d{1,2})月(?:份|[底末初]|[上中下]旬)?前?")
_SOON = 6
"""Months ahead that a month without a year is taken for one to come."""


def lies_ahead(text: str, day: date | None) -> bool:
    """Tell whether `text` names a time that begins after `day`, on which it was published."""
    words = deadline(text) if day else None
    if words is None or day is None:
        return False
    if month := _MONTH.fullmatch(words):
        return 0 < int(month[1]) - day.month <= _SOON
    days = dates.resolve(words, anchor=day)
    return days is not None and days.first > day


def periods(text: str) -> list[tuple[int, int]]:
    """Return where `text` names a period that figures may belong to, in order.

    What something is only compared with (比上年, 去年同期, 是上年末的), and the time of a goal (全年目标),
    is none.
    """
    return [
        match.span()
        for match in _PERIOD.finditer(text)
        if match.end() - match.start() > 1
        and not _COMPARED_BEFORE.search(text[max(0, match.start() - 3) : match.start()])
        and not _OF_A_GOAL.match(text, match.end())
        and not _CRY.search(text[max(0, match.start() - 4) : match.start()])
    ]
