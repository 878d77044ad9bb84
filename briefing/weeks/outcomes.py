"""Read what a clause says of a target: reached, not reached, put off, changed, or under way.

In:  the words of the clauses about it. Out: the kind of event, by tables of words.

Only plain words count. A wish (力争, 将, 确保), a part (主体, 前期, 过半) or a share below the
whole never reads as reached; "not yet" before the deadline never reads as missed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from briefing.weeks import outcomes_english as english
from briefing.weeks import wishes
from briefing.weeks.verdicts import GOAL, is_english, share, told

Event = Literal["stated", "progress", "met", "missed", "revised", "extended", "disputed"]

# Stages of a piece of work, in order; a later one includes the earlier.
STAGES: tuple[tuple[str, ...], ...] = (
    ("签约", "立项", "入库"),
    ("开工", "动工", "启动", "奠基", "进场"),
    ("封顶", "主体完工", "合龙", "贯通", "洞通"),
    ("竣工", "完工", "建成", "完成", "办结", "收官", "改造完"),
    ("验收", "交付", "移交"),
    ("通水", "通气", "试运行", "试运营", "投用", "投入使用", "投产", "投运", "投入运营", "投入运行", "建成运行", "通车", "启用", "开通", "运营", "入住", "开园", "开业", "开诊", "开馆", "开街", "开行", "开放", "上线", "并网", "通航"),
)  # fmt: skip
STARTED, BUILT = 1, 3
_ASKED = 512  # clauses of which several questions are asked in a row
_STAGE_OF = {word: number for number, stage in enumerate(STAGES) for word in stage}
_STAGE = re.compile("|".join(sorted(_STAGE_OF, key=len, reverse=True)))
_DONE_WORDS = "|".join(word for stage in STAGES for word in stage)
_FINISHED = (
    "|".join(word for stage in (STAGES[2], STAGES[5]) for word in stage) + "|竣工|完工|交付|完成"
)

_WISH = re.compile(
    r"将|拟|力争|争取|确保|预计|有望|(?<![度资年务成既原])计划(?:于|在|到)?(?![^,，。;；]{0,6}(?:已|全部))(?![^,，。;；]{1,10}的)|(?<![主重需首必])要(?![求素点闻])|可望|即将|努力|"
    r"均(?:将|要|须|应|(?:于|在)[^,，。;；]{1,8}前)|推动|加快|推进|目标是|冲刺|奋力|全力(?!以赴)|保证|希望|明年|下一步|接下来|为[^,，。;；]{0,10}奠定"
)
_DUE = re.compile(
    r"(?:年内|(?:\d日|[月年]底?|季度|周[一二三四五六日末]?|中旬|上旬|下旬)[^,，。;；\d已了均]{0,4}前)"
    r"(?![^,，。;；]*(?:已|了|均|未能?|(?:任务|目标)(?:全部|全面|如期|按期|圆满)))"
)
_SURELY = re.compile(r"已|了|提前|如期|超额|均")
_PART = re.compile(
    r"主体(?![^,，。;；]*封顶)|桩基|基础施工|前期|招标|选址|设计|图纸|可研|环评|征收|拆迁|土方|部分|一半|过半|近半|大半|"
    r"阶段性|首批|第一批|首栋|首段|基本|接近|接近于|近[一二三四五六七八九]成|手续|审批|签约"
)
_WHOLE_TASK = re.compile(
    r"(?:任务|目标)[^,，。;；]{0,8}(?:全部|全面|均|都|提前|超额|圆满|如期|顺利)[^,，。;；]{0,6}(?:完成|实现|达成)"
)
_NOT_REACHED = re.compile(
    r"(?:未能?|没有?能?|没能|难以|无法)(?:够)?(?:如期|按期|按时|按计划|按[^,，。;；]{1,10}(?:工期|时限|时间|节点|要求|进度)|"
    r"及时|在[^,，。;；]{0,10}[前底末]|全部|全面|真正)*"
    r"(?:" + _DONE_WORDS + r"|实现|达到|达成|达标|达产|兑现|到位|落实|落地|出台|印发)"
    r"|未达(?:标|到|成|预期|目标)|(?:如期|按期|按时)(?:完成|建成|竣工|通车)?(?:未果|落空)"
    r"|逾期未|超期未|逾期(?!的)|落空|未能?如(?:期|愿)|没有?如期"
    r"|(?:仅|只)(?:完成|实现|达到|建成|开工|有|占)|(?:低于|不及|差于)[^,，。;；]{0,14}(?:目标|任务|计划)"
    r"|(?:比|较)[^,，。;；]{0,16}(?:目标|任务|计划)[^,，。;；\d]{0,3}(?:少|差|低|短缺)"
    r"|(?:与|距|离)[^,，。;；]{0,12}(?:目标|任务|计划)[^,，。;；]{0,6}(?:差距|缺口|相差|差)|目标(?:没有|未)"
)
_REACHED = re.compile(
    r"(?:已经?|均已?|都已?|业已|全部|提前|如期|按期|按时|超额|圆满|顺利|全面|率先|正式|目前|现已|成功|百分之百|100%|了)"
    r"[^,，。;；、]{0,24}?(?:" + _DONE_WORDS + r"|达成|达标|销号|实现|达到|突破|兑现|清零|超过)"
    r"|(?:" + _DONE_WORDS + r"|达成|达标|销号|实现|兑现|清零)(?:了|完毕|成功)"
    r"|(?:\d日|日前|近日|昨日|昨天|今日|今天|上午|下午)(?:(?!召开|会议|要求|明确|提出|部署|强调|计划|方案|调研|推进会|当前|获悉|表示|介绍|透露|年内|年底|月底|季度|[日月年]前)[^。;；]){0,40}?"
    r"(?:" + _FINISHED + r"|通过(?:竣工)?验收)"
    r"|(?:实现|达到)[^,，。;；]{0,4}全覆盖|(?:实现|迎来)[^,，。;；]{0,4}(?:通车|洞通|贯通|封顶|合龙|投产|竣工)"
    r"|(?:建成|竣工|全线|正式|顺利|完工)(?:并?(?:正式|顺利)?)(?:开放|通车|投用|投产|启用|运营|交付|贯通|投入使用)|通过(?:了)?(?:竣工|完工|最终)?验收"
    r"|举行[^,，。;；]{0,10}(?:开工|奠基|竣工|通车|启用|投产|开园)(?:仪式|活动)|(?:开工|奠基|竣工|通车|启用|投产)仪式(?:今日|在|举行)"
    r"|全部[^,，。;；]{0,8}(?:到位|完毕|结束|出台|覆盖|关停|拆除|退出)|(?:已|均|正式)[^,，。;；]{0,12}(?:出台|印发|到位|全覆盖|挂牌|揭牌)"
    r"|(?:已经?|正式|顺利|成功)(?:取得|获得|拿到)[^,，。;；]{0,10}(?:批复|许可证?|核准|用地手续)|(?:已经?|正式|顺利|成功)获批"
    r"|(?:\d日|日前|近日)[,，]?[^,，。;；]{0,12}(?:出台|印发)(?:了|实施)?《"
    r"|(?:目标|任务)[^,，。;；]{0,4}(?:全部|全面|提前|如期|超额|圆满)(?:完成|实现|达成)"
)
LEVEL = re.compile(
    r"(?:已|累计|共计?)[^,，。;；]{0,14}\d|截至[^,，。;；]{2,12}[,，][^。;；]{2,24}\d"
)
_NEGATED = re.compile(
    r"未(?![来必]|[\u4e00-\u9fff]{2,3}(?:的\d|项目|工程|任务|小区))|没有|没能|难以|无法|不能|尚待|暂缓|搁置"
)
_PUT_OFF = re.compile(
    r"延期|延至|延到|延后|延迟(?:到|至)|推迟|顺延|展期|宽限|(?:时限|期限|时间|工期|节点)[^,，。;；]{0,8}"
    r"(?:调整|改|变更|放宽|延长)[为至到]|延长[至到]"
)
_CHANGED = re.compile(
    r"调整为|调整到|调整至|(?:上调|下调|调高|调低|调增|调减)(?!后)|提高到|提高至|增加到|增加至|增至|追加到|追加至|"
    r"压减(?:到|至|为)|修订为|修改为|改为|变更为|扩大到|扩大至"
)
_CORRECTS = re.compile(r"更正|勘误|订正|应为|更改为|修正为")
_CHANGE_NAMED = re.compile(
    r"目标|任务|指标|计划|原定|原计划|由[^,，。;；]{1,16}(?:调整|上调|下调|改)"
)
_LOW_IS_GOOD = re.compile(r"浓度|失业率|发生率|死亡|事故|能耗|排放|控制|PM|涨幅")
_KEPT = re.compile(
    rf"(?<!未)(?<!未能)(?:完成|实现|达到|高于|超(?:过|出|(?=年|全年|目标|任务|计划|原|既定))|突破|优于|好于)(?:了)?{GOAL}|比[^,，。;；]{{0,6}}(?:目标|任务|计划)[^,，。;；\d]{{0,3}}多\d"
)
_TASK_NAMED = re.compile(r"任务|目标|\b(?:target|goal|task)\b")
_EARLIER = re.compile(r"(?<![比较于同])(?:去年|上年度?|往年)(?!同期|底|末|\d)")
_ATTRIBUTE = re.compile(r"的(?!.{0,6}(?:原因|问题))|项目|工程|任务|事项|小区|企业|单位")
"""Behind words that only describe what they stand before: 未开工的24个项目, 24个未开工项目."""

_IF = re.compile(
    r"(?:(?:如果?|若|倘若|一旦|凡是?|对|防止|避免|杜绝|不得|确保|力争)[^,，。;；]{0,12}|因)$"
)


@lru_cache(maxsize=_ASKED)
def reached(words: str) -> str:
    """Return the first clause that says the whole thing is done, "" when none does."""
    return next(ended(words), "")


def ended(words: str) -> Iterator[str]:
    """Yield the clauses that say that something as a whole is done."""
    if is_english(words):
        yield from filter(None, [english.reached(words)])
        return
    for match in _REACHED.finditer(words):
        clause = _clause(words, match.start(), match.end())
        if any(form.search(clause) for form in (_WISH, _NOT_REACHED, _NEGATED)):
            continue
        if wishes.goes_on(words[: _clause_start(words, match.start())], clause):
            continue
        if _PART.search(clause) and not _WHOLE_TASK.search(clause):
            continue
        if _DUE.search(clause) and not _SURELY.search(clause):
            continue
        stated = share(clause)
        if stated is None or float(stated) >= 100:
            yield _clause(words, match.end() - 1, match.end())


def part(words: str) -> bool:
    """True for words for a part of the work, or what comes before it: 主体, 选址, 首批."""
    return bool(_PART.search(words))


def negated(words: str) -> bool:
    """True for words that deny."""
    return bool(_NEGATED.search(words))


def not_reached(words: str) -> bool:
    """True when the words say that it is not done, or not as promised."""
    return after_miss(words) is not None


def task_done(words: str) -> bool:
    """True when a clause says that a task or target itself is done: 新建任务全部完成."""
    return bool(_TASK_NAMED.search(reached(words)))


def without_parts(words: str, promise: str) -> str:
    """Return the words without those for a part (首批, 选址) that the promise itself is about."""
    return _PART.sub(lambda found: "" if found[0] in promise else found[0], words)


def telling_clause(words: str) -> str:
    """Return the clause that tells an end, a delay or a change, "" when none does."""
    if clause := reached(words):
        return clause
    for form in (_NOT_REACHED, _PUT_OFF, _CHANGED):
        if found := form.search(words):
            return _clause(words, found.start(), found.end())
    return ""


def after_miss(words: str) -> str | None:
    """Return what follows the words that say it is not done, None when none say so."""
    if is_english(words):
        return english.after_miss(words)
    found = _miss(words)
    return words[found[1] :] if found else None


def missing_clause(words: str) -> str:
    """Return the clause that says that it is not done, "" when none does."""
    if is_english(words):
        return words if english.after_miss(words) is not None else ""
    found = _miss(words)
    return _clause(words, *found) if found else ""


@lru_cache(maxsize=_ASKED)
def _miss(words: str) -> tuple[int, int] | None:
    """Return where the words stand that say it is not done."""
    for match in _NOT_REACHED.finditer(words):
        clause = _clause(words, match.start(), match.end())
        before = clause[: clause.find(match[0])]
        low = "低" in match[0] and _LOW_IS_GOOD.search(words)
        attribute = _ATTRIBUTE.match(words, match.end())
        if not low and not attribute and not _IF.search(before):
            return match.span()
    return None


@lru_cache(maxsize=_ASKED)
def put_off(words: str) -> re.Match[str] | None:
    """Return the words that move a deadline, None when there are none."""
    if is_english(words):
        return english.put_off(words)
    return _PUT_OFF.search(words)


@lru_cache(maxsize=_ASKED)
def changed(words: str) -> re.Match[str] | None:
    """Return the words that change a target's value, None when there are none."""
    if is_english(words):
        return english.changed(words)
    found = _CHANGED.search(words)
    return found if found and _CHANGE_NAMED.search(words) else None


def corrects(words: str) -> bool:
    """True when the words put an earlier report right."""
    if is_english(words):
        return english.corrects(words)
    return bool(_CORRECTS.search(words))


def kept(words: str) -> bool:
    """True when a clause says that a number reached its goal: 增长8.4%，实现年初目标."""
    found = _KEPT.search(words)
    if not found or not_reached(words) or _WISH.search(words[: found.start()].split("，")[-1]):
        return False
    shares = re.findall(r"(\d+(?:\.\d+)?)[%％]", words[found.end() :])
    return all(float(one) >= 100 for one in shares)


def surely(words: str) -> bool:
    """True when a word tells that it is over, whatever day stands beside it."""
    if is_english(words):
        return english.surely(words)
    return bool(_SURELY.search(words))


def past(words: str) -> bool:
    """True when the words speak of an earlier year."""
    if is_english(words):
        return english.past(words)
    return bool(_EARLIER.search(words))


@lru_cache(maxsize=_ASKED)
def stage(words: str) -> int:
    """Return the latest stage of work that the words name, -1 for none."""
    if is_english(words):
        return english.stage(words)
    return max((_STAGE_OF[found] for found in _STAGE.findall(words)), default=-1)


def _clause(words: str, start: int, end: int) -> str:
    """Return the clause around words[start:end]."""
    first = _clause_start(words, start)
    stops = [at for mark in ",，。;；" if (at := words.find(mark, end)) >= 0]
    return words[first : min(stops, default=len(words))]


def _clause_start(words: str, place: int) -> int:
    return max(words.rfind(mark, 0, place) for mark in ",，。;；") + 1


def tells(words: str) -> bool:
    """True for words that say how something, or a part of it, ended or how far it is."""
    whole = _PART.sub("", words)
    return bool(ends(words) or told(words) or LEVEL.search(words) or reached(whole))


def ends(words: str) -> bool:
    """True for words that say how something ended, or what share of it is done."""
    return concludes(words) or bool(share(words))


def concludes(words: str) -> bool:
    """True for words that say how something ended, or that its day or number was changed."""
    return bool(reached(words) or not_reached(words) or put_off(words) or changed(words))
