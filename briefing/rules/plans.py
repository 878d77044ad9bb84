"""Find targets and next steps: what someone says they will reach, and what they will do.

A target names a state to reach. A next step is an action with an object. A slogan, which has
neither, is none of them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from briefing.records import Article, NextStep, Target
from briefing.rules import goal_amounts, goals, slogans, steps
from briefing.rules.clauses import Sentence
from briefing.rules.moods import Marked, Mood
from briefing.rules.when import deadline, lies_ahead

_SIGNED = re.compile(
    r"(?!.*(?:[的对要将前建]|督办|实现|年内|网办|通办))[\u3400-\u9fff]{4,24}(?:局|室|委|办|政府|部|厅|委员会|中心|指挥部)"
)
_OUTCOME = re.compile(
    r"全年预计|预期目标$|^[^,]{0,12}包括|概括为|总结为|归纳为|(?:说|表示|介绍|指出|强调|坦言|透露|方面)$|安排部署|进行部署|作出部署|就做好|就下一步|达产|缺口|目标(?:是|为|已经锚定|如下)$|^.{0,4}目标$|建成后|投产后|建成投[产用]后|(?<!全)年产值|如下$"
)
_SCOPE = re.compile(r"[今明后]年|全年|年内|年底|20\d\d年|[月日]底?前")

_CHARGED = re.compile(r"(?:牵头|责任|主办|承办)(?:单位|部门): ?(?P<who>[\u3400-\u9fff]{2,20})")
"""Who a list of tasks charges with one: (牵头单位:区发改局)."""


def find(
    article: Article,
    sentences: Sequence[Sentence],
    moods: Sequence[Sequence[Marked]],
    speakers: Mapping[int, str],
) -> tuple[list[Target], list[NextStep]]:
    """Return targets and next steps in order of the text.

    `speakers` gives the office of who speaks in a sentence (by number): theirs are the targets
    and steps that name no one else.
    """
    targets: list[Target] = []
    actions: list[NextStep] = []
    paragraph, office = -1, None
    day: str | None = None
    year = _year_of_plan(article.title or "")
    goes_on = False
    for place, (sentence, row) in enumerate(zip(sentences, moods, strict=True)):
        if _heads(sentences, place):
            continue
        if _HEADED.match(sentence.text) or sentence.heading:
            year = _year_of_plan(sentence.text) or year
        if sentence.heading:
            continue
        if sentence.paragraph != paragraph:
            paragraph, office, goes_on = sentence.paragraph, None, False
        office = speakers.get(sentence.number, office)
        charged = _CHARGED.search(sentence.text)
        actor = _at(article, sentence, charged.span("who")) if charged else office
        promised = bool(_SCOPE.search(sentence.text))
        kinds = _kinds(row, promised=promised, day=article.day)
        day = day if goes_on else None
        goes_on = sentence.text.rstrip().endswith((";", ":"))
        for marked, kind in zip(row, kinds, strict=True):
            told = marked.mood in (Mood.TARGET, Mood.STEP) or _LABEL.search(marked.clause.text)
            if told or steps.sets_day(marked.clause.text):
                day = deadline(_LABEL.sub("", marked.clause.text)) or day
            if kind == "target":
                scope = day if marked.mood in (Mood.TARGET, Mood.STEP) else None
                whole = goals.with_thing(row, marked)
                owner = actor if marked.mood in (Mood.TARGET, Mood.STEP) else None
                one = goals.target(article, sentence, marked.clause, whole, scope or year, owner)
                targets.append(one)
                if one.completion is None:
                    words = article.text[marked.clause.start : marked.clause.end]
                    targets += [
                        one.model_copy(update={"raw": raw}) for raw in goal_amounts.values(words)
                    ]
        actions += steps.find(article, sentence, row, kinds, actor)
    return targets, actions


def _heads(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence only heads what the next ones say: 一要盯住企业抓服务。对12家企业…"""
    sentence = sentences[place]
    if not _HEAD.fullmatch(sentence.text) or place + 1 == len(sentences):
        return False
    following = sentences[place + 1]
    return following.paragraph == sentence.paragraph and not _ITEM.match(following.text)


_HEAD = re.compile(r"[一二三四五六七八九十]{1,2}(?:要|是要?)[^,;:\d]{2,12}。")
_ITEM = re.compile(r"[一二三四五六七八九十]{1,2}(?:要|是|、)|[(（]|\d{1,2}[.、]|会议|最后")
_HEADED = re.compile(r"[一二三四五六七八九十]{1,3}、[^,;。]{2,24}[。:]?$")
_YEAR_OF_PLAN = re.compile(
    r"((?:19|20)\d\d年)[^,;。]{0,12}(?:安排|计划|要点|目标|打算|任务|思路|重点)(?!.*总结)"
)


def _year_of_plan(title: str) -> str | None:
    """Return the year that a title or heading plans for (二、2023年工作安排), None for others."""
    found = _YEAR_OF_PLAN.search(title)
    return found[1] if found else None


def _at(article: Article, sentence: Sentence, span: tuple[int, int]) -> str:
    return article.text[sentence.start + span[0] : sentence.start + span[1]]


def _kinds(row: Sequence[Marked], *, promised: bool, day: date | None = None) -> list[str]:
    """Return the kind of each clause; what follows 建成后 up to a semicolon comes of it and is no plan."""
    kinds: list[str] = []
    comes = listing = False
    for marked in row:
        text = marked.clause.text
        aside = listing and (goal_amounts.adds(marked) or goal_amounts.serves(text))
        comes = comes or (not marked.cued and bool(_YIELDS.match(text)))
        grows = marked.cued and bool(goals.RISES.search(text))
        told = (comes and not grows) or aside
        kind = "result" if told else _kind(marked, promised=promised, day=day)
        planned = not marked.cued and marked.mood in (Mood.TARGET, Mood.STEP)
        goes_on = listing and planned and not comes and not _SIZE.fullmatch(text)
        if goes_on and goal_amounts.continues(text):
            kind = "target"
        kinds.append(kind)
        listing = kind == "target" or aside
        comes = marked.clause.stop == "," and (comes or bool(_AFTERWARDS.search(text)))
    return kinds


_YIELDS = re.compile(r"(?:预计)?可(?:容纳|实现|形成|带动|解决|安置|新增|提供|年产)")
_AFTERWARDS = re.compile(r"(?:建成|投产|达产|投用|完工|竣工|实施|落地|通车|投运|运营)(?:以|之)?后$")


_LABEL = re.compile(r"(?:工作|主要|年度)?目标(?:任务)?$")
"""What labels the goals of a time: 一季度|目标."""


def _is_name(text: str) -> bool:
    """Tell whether a clause is the end of a quotation that names something, or a span of time."""
    return bool(_SPAN.match(text) or _MEETS.search(text)) or (
        text.count('"') % 2 == 1 and bool(_NAME_OF.search(text))
    )


_MEETS = re.compile(
    r'^(?!.*[将要拟]).*(?:召开|举行|举办)[^,]*"[^"]*"[^,]{0,6}(?:大会|会议|推进会|仪式|活动)$'
)
_SPAN = re.compile(r"[一二两三四五六七八九十半\d]+个?半?(?:小时|分钟)")
_NAME_OF = re.compile(r"\"[^,\"]{0,4}(?:大会|会议|推进会|活动|仪式|工作会)|\"的[^,\"]{2,8}$")
"""确保完成目标"|动员大会, 抓落地"|的工作理念."""

_SIZE = re.compile(
    r"(?:其中|年度|当年)?(?:计划|总|概算|估算|协议)+投资(?:总?额|约|达|为|共)*[\d.]+[万亿]+元"
)
"""年度计划投资9亿元: how large a plan is."""

_ONCE = re.compile(r"原定|原计划|本应|曾")
_AT = re.compile(r"^[^,]{0,8}?[年月日前底内旬]")
_NUMBERED = re.compile(r"[一二三四五六七八九十]是")
_COMING = re.compile(r"计划|预计|将|拟|有望|(?:年[内底]?前?|月份?底?前?)可")
_SOON = re.compile(r"(?<![去上\d一-十])(?:本月|月|年)底(?!前)")
"""The end of this month or year, before what is finished by then: 月底主体完工."""


def _only_when(text: str) -> bool:
    """Tell whether a clause sets a day and nothing else: 力争到2025年."""
    day = deadline(text)
    return day is not None and not _STRIVES.sub("", text.replace(day, "", 1))


_STRIVES = re.compile(r"力争|确保|争取|预计|计划|要|将|用|在|于|到|至|的|间|时间")


def _kind(marked: Marked, *, promised: bool, day: date | None) -> str:
    """Return target, step, lead or result (of a step), slogan or fact, in an article of `day`."""
    text, mood = marked.clause.text, marked.mood
    if (
        mood is Mood.HEADING
        or _is_name(text)
        or _SIGNED.fullmatch(text)
        or _SIZE.fullmatch(text)
        or _only_when(text)
    ):
        return "fact"
    if goals.COMPLETION.search(text) or goals.EXCEEDED.search(text) or goals.FULFILLED.search(text):
        return "target"
    if goals.MOVED.search(text):
        return "target"
    if mood in (Mood.FACT, Mood.PROBLEM):
        ahead = mood is Mood.FACT and not _ONCE.search(text) and lies_ahead(text, day)
        soon = ahead or bool(_SOON.search(text))
        due = goals.is_milestone(text, planned=soon) and (soon or _COMING.search(text))
        due = due or (ahead and goal_amounts.counts(_AT.sub("", text)))
        return "target" if due else "fact"
    scoped = mood is Mood.TARGET and promised and not marked.cued
    if _OUTCOME.search(text):
        return "fact"
    if goals.is_milestone(text, planned=True, scoped=scoped) or goals.is_goal(
        text, marked, promised=promised
    ):
        return "target"
    if slogans.SLOGAN.search(text):
        return "slogan"
    action = steps.verb_on(text)
    if marked.clause.stop == "," and slogans.is_lead(action):
        return "lead"
    if slogans.RESULT.search(text) or slogans.RESULT.search(action):
        return "result"
    told = action != text and (marked.cued or bool(_NUMBERED.match(text)))
    return "step" if slogans.is_action(action, told=told) else "slogan"
