"""Tell what a clause does: state a fact, admit a problem, set a target, announce a step.

A cue (将, 要, 下一步, 力争, 确保) sets the mood of its clause; the clauses after it keep it to
the end of the sentence unless one of them looks back (已, 去年, 截至). A sentence that starts
with an action goes on in the mood of the one before it. A heading (二、存在问题; 三、下步工作),
a lead (我们主要做了以下工作:) or an interviewer's question sets the mood of all that follows it,
up to the next one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from briefing.rules.clauses import Clause, Sentence


class Mood(Enum):
    """What a clause does; a question of an interviewer is a heading."""

    HEADING = "heading"
    FACT = "fact"
    PROBLEM = "problem"
    TARGET = "target"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Marked:
    """A clause with its mood; `cued` when the clause itself holds the cue."""

    clause: Clause
    mood: Mood
    cued: bool


MUST = r"(?<![重主需只首紧切纲不摘机提概简想就若还靠民])(?<![^一二三四五六七八九十]是)要(?!(?:清醒|看到|认识到)|紧(?![盯扣抓紧跟密])|[求素点闻害么是目义件领职塞道约价命])"
WILL = r"(?<![即麻健新终直])将(?![军领来士近帅至临届]|.{2,20}由\d|(?:问题|情况|意见|线索|诉求)[^,]{0,6}(?:梳理|汇总|分类|反馈|移交)|(?!把)[^,]{2,30}作为)"
_STEP = re.compile(
    rf"{MUST}|{WILL}|(?:允诺|承诺|应允)(?=[今明后将会在于尽最])|(?<!部署)(?<!安排)(?<!研究)(?<!明确)(?<!谋划)(?<!及)(?<!和)下一?步(?!工作(?!中|,|$))|^拟(?![任录聘稿定合建投订])(?=[\u3400-\u9fff]{{4}})|接下来|下一?阶段(?!.{{0,10}}工作)|今后|必须|务必|^应(?:当|该)?(?![急对用收邀付届交缴变力试聘征])|各级.{{0,8}}应|(?<![仍还])需要?(?:加快|加强|尽快|进一步)|须(?=在|于|按|向)|"
    r"(?:(?<=[府局处所署部])|(?<=[局处署当校院我]方)|(?<=当局)|(?<=我们)|^也?)会(?=在|于|与|要求|举行|提交|推出|密切|研究|检讨|建立|派|办[理好]|持续|尽快|积极|再|配合|补助|加强|协助|检讨|设置|规划|推动|继续)|预计(?=\d{1,2}月.{0,4}(?:开展|启动|组织|举办|举行))|要求[^,]{2,12}限期|已?要求[^,]{2,12}?[\d一二两三四五六七八九十]+个?(?:月|周|星期|日|天|年)内|(?<=[局处署部府])应(?=[于在]|尽快|尽速|立即|提出)|^并?请(?=[^,]{2,8}(?:协助|配合|研议|检讨|提出|加强|尽快|尽速|务必|规划))|要求[^,]{2,10}[把将](?=.*\d)|要求[^,]{2,14}?(?:[月年]底|\d[日号])前|(?:(?<![署作总体务标项关下按])要求|指示|责成|(?:领导|[他她长记任席])(?:建议|希望))[\u3400-\u9fff]{2,8}?(?:用好|抓紧|尽速|加快|加强|加大|做好|落实|强化|尽快|立即|严格|切实|进一步|按时|赶工|摸清|梳理|建立|对照|停[产工业]|自查|拆除|彻查|查清|上报)|对[^,]{3,}给予(?:最高|不超过|每)|^(?:并|还|同时|也)要求(?!是|为)|(?<![署作总体务标项关下应体准度照新])要求(?=(?:各|所有|相关|有关|属地|责任|施工|承建|承办|业主|参建|主管|主责|[\u3400-\u9fff]{1,6}(?:局|办|处|公司|集团|单位|部门|街道|中心|厂商|团队|[施承建供乙]方))[^,]{6,})|^要求(?![是为更较很不与和的高严]|[^,]{0,5}$)|^请(?!问|来)|拟于|(?:允诺|承诺)(?=[今明后]年|将|于|在|\d)|打算(?=[\u3400-\u9fff]{3})|(?<![取否])决定(?=拿出|安排|投入|设立|成立|开展|启动|组建|出台)|准备(?=[在于对再])|还会|^限(?=\d|于|在)|立即(?=[开组启整对])|就(?=启动|开展|开工)"
)
_TARGET = re.compile(
    r"力争|(?<!奋)力[拼拚](?!搏)|(?<!将)(?<!项目)(?<!招引)(?<!资金)争取(?![了到、和与等]|$|工作|.{0,24}(?:支持|补助|资金|政策|项目|限额|额度|债券))|预期(?=[约达为]?\d)|力求|争创|奋力实现|努力实现|努力完成|(?<!为)确保(?!目标)|目标(?:是|为(?!引领|导向|统领|牵引|先导)|:|定为)|控制目标|(?<![于超到按照])预期目标(?!任务)|有望|目标已经|"
    r"(?:希望|期望|期盼|可望|冀)(?=[^,]{0,16}?(?:达|吸引|实现|突破|提升|提高|增至|降至)[^,]{0,6}[\d一二三四五六七八九])|要(?=(?:达成|达到|突破|完成).{0,18}目标)|目标(?=(?:不变|维持))|(?:预计|预期|(?<![打力比])[拚拼](?=[今明\d])|(?<![材资原燃饲物废塑涂肥颜史佐衣饮照意不])料)(?=(?:最快|可于|可在|于|在|将于|将在)?[^,、]{0,10}(?:[年月季底初中]|半年|前|\d)[^,、]{0,6}(?:完工|竣工|动工|开工|启用|投用|通车|推出|交屋|入住|进驻|营运|运营|上路|实施|建成|投产|投入(?:运作|服务|使用|营运)))|希望(?:吸引|实现|达到|突破)|计划(?=(?:[今明后]年|下半年|年内|[一二三四]季度)[^,]*\d)|(?<![取否])决定(?=新建|新增|改造|建设|实施)|(?<!年度投资)计划(?=(?:[一二三四五\d]年内|今年|年内|20\d\d年)?(?:(?:实施|新建|新?开工|完成)(?!的|项目(?!\d))|(?:改造|新增|跨区|引进|招引|开工|建成|培育|开展|创建|建设|安排)(?!的)))|预计.{0,6}[月年]底|计划(?=(?:到|于|在)?(?:20\d\d年|[今明后]年|[年月]底|年内|[\d一二三四五六七八九十]{1,2}月|第?[一二三四]季度?|[上下]半年)[底内末初]?前?[\u3400-\u9fff]{2})|计划(?=.{0,12}(?:前|底|[年月日]|季度).{0,14}(?:开工|动工|竣工|完工|完成|建成|投产|投用|启动|启用|通车|实施|推出))|"
    r"剑指|瞄准(?=.*\d)|冲刺(?=.*\d)|目标(?=(?:20\d\d|1\d\d)年[底内]?前)|(?:未来|今后)[一二两三四五六七八九十\d]{1,2}年|^[一二三四五六七八九十\d]{1,2}年内|用[一二两三四五六七八九十\d]{1,2}年(?:左右)?的?时间|年度(?:目标|任务)(?:为|是)|"
    r"^目标(?![是为:的]).{0,24}(?:达|增长|突破|完成|实现|降)|^(?!.*(?:日前|目前)$|.*(?:建于|始建|成立))[^,]{1,12}(?:[底号月年]|\d日|[一-十]日|节|汛期)之?前$|"
    r"尽快实现|全力推动.{2,6}早|锚定(?=[^,]*\d)(?!(?:全年|年度|既定|工作|总|任务)*目标)|^到20[2-9]\d年|^到[“\"]?十[四五六]五|^到\d{3}年"
)
_PAST = re.compile(
    r"已(?!经?成为|要求|请|责成)|^(?:总|工程|计划)?(?:面积|造价|总?经费|总?工程费|占地)(?:约|达|为|近|逾|共|总计)?\d|目前|(?<![比较与于])(?:去年|上年)|截至|截止|(?:完成|实现|取得|达到|召开|开展|建成|获得|荣获|入选|通过|收到|引进|签约|增加|新增|下降|提高|受理|发放)了|今年以来|近年来|同比|较[一二三四上去][^,]{0,8}(?:回落|下降|提高|上升|回升|增长)|累计|^当前|(?<![为除])了(?![解一])"
)
_SPOKEN = re.compile(
    r"(?:(?<![署作总体务标项关下应体准度])要求|强调|提出|希望|叮嘱|裁示|指示|下一?步.{0,12}指出)$"
)
_DECIDES = re.compile(
    r"^(?:[一二三四]季度|[上下]半年|全年|[今明]年|20\d\d年|主要|工作|年度|总体|预期|发展)*目标(?:任务)?$|^(?:年度|全年|目标)任务$|(?:民生|为民办)实事[^,]{0,10}(?:包括|有|为)$|^(?:.{0,8}(?:会议|会上|报告|方案|通知|规划|计划|意见|文件))(?:还|也|同时)?(?:明确|提出|要求|决定|确定|强调)$|承诺$|(?:立|签|递交?|写)[下订了]?[^,]{0,10}(?:军令状|责任状|责任书|承诺书|保证书)$"
)
_AHEAD_OF = re.compile(
    r"(?:^年内|(?:年底|[月年]底|月末|季度末|[日号]|\d年|节|旬|汛期|清明|国庆|五一|中秋|入冬)之?前|增速(?:年底|[一-十\d]+月底)前).{0,30}(?:新建|新增|建成|消除|完成|达到|认定|具备|进场|竣工|开工|投产|投用|投入使用|通车|引进|实现|出台|推出|给出|拿出|作出|报送|提交|上报|形成|制定|编制|盘活|转正|补齐|摘掉|达标|扭亏|拨付|解决|改造|交付|办结|整改|全部|启动|到位|不低于|不少于|复工|拿出|通过|收回|兑现|清零|发放|试产|入规|移交|取缔|销号|上线|收储|拆除|复产|招引|签约)|"
    r"(?:延期|推迟|顺延|延|延后)[至到]|(?:目标|任务|时间|时限|工期).{0,24}(?:调整|上调|下调|提高|压缩|推迟|延长|提前)[为至到]|(?:完成)?时限为"
)
_LOOKED_BACK = re.compile(r"已|了|原定|原计划|承诺|提前|截至|未能|曾")
_FORWARD = re.compile(r"[底日号]前|年内|全年|到20\d\d年")
_SHOWN = re.compile(r"(?:展示|彰显|体现|激发|展现|传达|通报|交流|汇报|明确|规定|约定)了")
_FAILED = re.compile(
    r"原(?:计划|定).*(?:至今|仍|尚|还|迟迟)[^,]{0,2}(?:未|没)|^(?!.*(?:[要须将]在|确保|力争)).*(?:(?:还|仍|尚)?未能?(?:实现|达到|完成)[^,的]{0,12}(?:目标|要求|任务|计划)|(?:目标|要求|任务|计划)(?:还|仍)?有(?:很大|较大|不小|一定|明显)的?差距)"
)
_BROKEN = re.compile(
    r"计划[^,]*的(?:[\u3400-\u9fff]{0,4}项目|工程|企业)[^,]*(?:没|未|仅|只有|已|均|全)"
)
"""An aim missed is none: 未能实现预期目标, 与要求有很大差距."""

_LISTED = r"(?:[一二三四五六七八九]是|首先|其次|同时|此外|还|再|更|并|同步|也)?"
_ACTION_FIRST = re.compile(
    rf"^(?:[(（][一二三四五六七八九十]+[)）])?{_LISTED}(?:本[周月]底?前?|近期|下半年|[今明]年)?(?:集中|分类|全程|彻底|坚决|认真|清理|拆除|引导|广泛|按照|按期|依托|通过|利用|针对|立足|继续|召开|成立|采取|帮助|主动|逐[个一]|细化|每[月周季]|以|把|对|围绕|聚焦|紧扣|突出|坚持|狠|大力|着力|全力|全面|深入|持续|扎实|积极|加快|加大|加强|"
    r"进一步|切实|统筹|重点|严格|抓|推|强|完善|建立|健全|优化|提升|培育|做|打|实施|落实|组织|深化|支持|开展|制定|用好|严|压|盯|紧盯|营造|夯实|筑牢|充分|精准|主动|常态|推动|推进|促进|整合|加速|千方百计)"
)

# --- sections ------------------------------------------------------------------------------

_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]部分|\d{1,2}[.、]|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_PLANS = re.compile(
    r"工作(?:安排|打算|计划|要点|要求|目标|思路|部署|举措)|下一?步|下(?:一阶段|半年|季度)|(?:主要|重点|目标|工作)任务|实招|举措|措施|打算|安排|目标|要求$|怎么(?:干|做)"
)
_PROBLEMS = re.compile(r"问题|困难|不足|短板|差距|挑战|薄弱环节|原因(?:分析|剖析)?$|分析原因")
_AIMS = re.compile(r"^[^,]{0,12}(?:主要|工作|总体|发展|预期|年度|奋斗)目标[。:]?$")
"""A heading of goals alone: (三)主要目标."""

_AMISS = re.compile(r"不(?!断)|未|没|落后|滞后|缓慢|偏|薄弱|缺|低|难|差")
"""What a heading inside a list of problems says that is one of them."""

_PLAIN = re.compile(
    r"存在.{0,4}(?:问题|不足|困难)|(?:主要|突出)问题|问题[和与及]|困难[和与]|薄弱环节|下一?步|(?:工作|任务)(?:安排|打算|计划|部署)|(?:主要|重点)任务|:$|^问"
)
"""What a heading without a number must say to set a mood: headlines love 目标 and 问题."""

_LEAD = re.compile(r"[^。;]{0,60}(?:如下|以下[^,。]{0,12}|工作|问题|不足|困难|挑战|目标是?):$")
_PLAN_LIST = re.compile(
    r"(?:工作要点|工作计划|目标任务|年度任务|重点任务|任务清单)(?:安排)?(?:如下|为|是)?:$|(?:事项|要求|意见|工作)通知如下:$"
)
"""A lead (今年工作要点如下:) whose list goes on under all headings that name a field of work."""

_PLAN_TITLE = re.compile(
    r"^(?!.*(?:总结|出台|审议|召开|启动|印发|发布|解读|研究|调度|推进会|落实)).*(?:工作要点|年度任务|目标任务|任务清单|任务分解表?|工作计划|工作安排|(?:重点|主要)(?:工作|任务)|工作目标|行动计划|(?:实施|行动|工作|整改)方案)[》\"]?(?:的通知|\(.{2,8}\))?$"
)
"""A title whose numbered headings name fields of work to be done."""

_GOAL_TITLE = re.compile(r"(?:工作|发展|主要|年度|奋斗)目标[》\"]?$")
_DONE_LEAD = re.compile(r"做了|回顾|成效|进展|完成了|主要表现|情况")
_QUESTION = re.compile(r"^(?:问:|.{0,14}记者:|\[?记者\]?:).*[??]$|^问[::]")
_HEADING_CHARS = 32


def mark(sentences: Sequence[Sentence], titled: str | None = None) -> list[list[Marked]]:
    """Return the clauses of each sentence of an article `titled` so, with their moods."""
    marked: list[list[Marked]] = []
    carried: Mood | None = None
    listed = Mood.STEP if titled and _PLAN_TITLE.search(titled) else None
    if listed and titled and _GOAL_TITLE.search(titled):
        listed = Mood.TARGET
    section = listed
    before: Sentence | None = None
    for sentence in sentences:
        title = _title(sentence, before)
        if listed and title and title[-1] in "。;" and title[0] not in "(（":
            title = None  # 1.新建农田8万亩。: an item of the list
        if title is not None:
            section = carried = _section(title, section) or _of_list(title, listed)
            listed = Mood.STEP if _PLAN_TITLE.search(title) else listed
            mood = Mood.HEADING if _QUESTION.search(title) else Mood.FACT
            marked.append([Marked(clause, mood, False) for clause in sentence.clauses])
        else:
            known = before is not None and before.paragraph == sentence.paragraph
            goes_on = (
                carried if known and before and _runs_on(before, sentence, carried) else section
            )
            if (
                section is not Mood.TARGET
                and goes_on is Mood.TARGET
                and before
                and not before.text.endswith((";", ":"))
            ):
                goes_on = Mood.STEP
            row, carried = _sentence(sentence, goes_on, section)
            marked.append(row)
            if _LEAD.fullmatch(sentence.text):
                section = _section(sentence.text, section)
                listed = Mood.STEP if _PLAN_LIST.search(sentence.text) else None
                section = section or listed
        before = sentence
    return marked


def _title(sentence: Sentence, before: Sentence | None) -> str | None:
    """Return the words of a heading or question; None for other sentences."""
    text = sentence.text.strip()
    alone = before is None or before.paragraph != sentence.paragraph
    if alone and (sentence.heading or _QUESTION.search(text)):
        return text
    if not alone or len(text) > _HEADING_CHARS:
        return None
    ordinal = _ORDINAL.match(text)
    stops = text[-1] in "。;"
    if ordinal and stops and (_PROBLEMS.search(text) or _VALUE.search(text, ordinal.end())):
        return None  # 3、确保全年到资4亿元。: a sentence of its own
    if ordinal and "," not in text:
        return text
    return None


_VALUE = re.compile(r"\d[\d.]*(?:%|[万亿]?[元个家项座处亩户人吨件])")


def _of_list(title: str, listed: Mood | None) -> Mood | None:
    """Return the mood of a list of plans for a numbered heading in it that does not look back."""
    return listed if _ORDINAL.match(title) and not _DONE_LEAD.search(title) else None


def _section(title: str, section: Mood | None) -> Mood | None:
    ordinal = _ORDINAL.match(title)
    if not ordinal and not _PLAIN.search(title):
        return section
    sub = bool(ordinal and ordinal.group()[0] in "((1234567890")
    if _DONE_LEAD.search(title):
        return None
    if _PROBLEMS.search(title) and not re.search("解决|整改|化解", title):
        return Mood.PROBLEM
    if section is Mood.PROBLEM and sub and _AMISS.search(title):
        return section
    if _AIMS.search(title):
        return Mood.TARGET
    if _PLANS.search(title):
        return Mood.STEP
    return section if sub else None


def _runs_on(before: Sentence, sentence: Sentence, carried: Mood | None) -> bool:
    """Tell whether a sentence goes on in the mood of the one before it."""
    clauses = [one.text for one in sentence.clauses[:2]]
    if len(clauses) > 1 and _JOINS.fullmatch(clauses[0]):
        clauses = clauses[1:]
    first = clauses[0] if clauses else ""
    if _ACTION_FIRST.match(first) or _NUMBERED.match(first):
        return True
    if carried is Mood.STEP and _OFFICE_ACTS.match(first) and not _PAST.search(first):
        return True
    if before.text.endswith((";", ":")) and carried is not None:
        if carried is Mood.STEP:
            return bool(_OFFICE_ACTS.match(first)) and not _PAST.search(first)
        return carried is Mood.PROBLEM or bool(_AMOUNTS_TO.search(first))
    return bool(_FORWARD.search(first)) and not _LOOKED_BACK.search(first)


_JOINS = re.compile(
    r"同时|此外|另外|其次|最后|与此同时|在[\u3400-\u9fff]{2,8}[上中]|[\u3400-\u9fff]{2,6}方面"
)
_NUMBERED = re.compile(r"[一二三四五六七八九十]是|[(（][一二三四五六七八九十\d][)）]")
_OFFICE_ACTS = re.compile(
    r"[\u3400-\u9fff]{2,12}(?:局|委|办|室|部|处|署|厅|科|公司|中心|部门|单位|镇|街道|区|县)(?:每|对|负责|牵头|会同|具体|积极|主动|全力|抓紧|[一二三两\d]{1,2}个?[月周日天]内)"
)
_AMOUNTS_TO = re.compile(r"增长|达到?|突破|以上|以内|以下|控制在|稳定在|左右|新增|建成")

# --- clauses -------------------------------------------------------------------------------

_ADMITS = re.compile(
    r"要(?:清醒|看到|认识到)|清醒(?:地)?(?:认识|看)到|也应看到|同时看到|存在的?.{0,6}(?:问题|不足|短板|差距|困难)(?:是|有|:|$)|列出清单"
)


_ACTS = re.compile(r".{0,14}将|要|必须|下一?步")
_ABOUT = re.compile(r"(?!.*[了已])[^,]{0,8}对于?(?![接标照外比应])[^,]{4,}$")
_DEALT_WITH = re.compile(
    r"(?!.*[了已])(?:一律|逐[个一]|由[^,]{2,20}(?:约谈|督办|牵头|负责|领办|包保)|限期|依[法规]|从[严重快]|坚决|严肃)"
)
"""What is done with those of whom the clause before speaks: 对末位单位,|由区领导约谈."""

_SPEAKS = re.compile(r"(?:强调|要求|指出|表示|回避问题)$")
_SOLVED = re.compile(r"解决|整改|破解|化解|针对|防止|消除|反馈|梳理|排查")


def _sentence(
    sentence: Sentence, carried: Mood | None, section: Mood | None
) -> tuple[list[Marked], Mood | None]:
    row: list[Marked] = []
    spoken, before = False, ""
    for clause in sentence.clauses:
        if _ADMITS.search(clause.text) and not _SOLVED.search(clause.text):
            row.append(Marked(clause, Mood.FACT, True))
            carried, spoken = Mood.PROBLEM, False
            continue
        cue = _cue(clause.text)
        if cue is None and (
            (spoken and _acts(clause.text))
            or (_ABOUT.match(before) and _DEALT_WITH.match(clause.text))
        ):
            cue = Mood.STEP
        before = clause.text if clause.stop == "," else ""
        if carried is Mood.PROBLEM and cue is Mood.STEP and not _ACTS.match(clause.text):
            cue = None
        if carried is Mood.PROBLEM and _SPEAKS.search(clause.text):
            carried = None
        if cue is not None:
            carried = cue
        elif _announces(clause.text, carried):
            carried, cue = Mood.TARGET, Mood.TARGET
        elif carried in (Mood.STEP, Mood.TARGET) and _PAST.search(clause.text):
            carried = cue = Mood.TARGET if _announces(clause.text, None) else None
        row.append(Marked(clause, carried or Mood.FACT, cue is not None))
        if _DECIDES.search(clause.text):
            carried = Mood.TARGET
        spoken = bool(_SPOKEN.search(clause.text)) or (spoken and cue is None)
    if carried is None:
        carried = section
    return row, carried


def _acts(text: str) -> bool:
    """Tell whether a clause begins with an action, or with an office and its own."""
    office = _OFFICE_ACTS.match(text) and not _PAST.search(text)
    return bool(_ACTION_FIRST.match(text) or office)


def _announces(text: str, carried: Mood | None) -> bool:
    """年底前新建公园30个: a day ahead and an action, told without a cue."""
    if carried in (Mood.STEP, Mood.TARGET):
        return False
    return bool(_AHEAD_OF.search(text)) and not _LOOKED_BACK.search(text)


def _cue(text: str) -> Mood | None:
    if _SHOWN.search(text) or _FAILED.search(text) or _BROKEN.search(text):
        return None
    if _TARGET.search(text):
        return Mood.TARGET
    if _STEP.search(text):
        return Mood.STEP
    return None
