"""Find targets and next steps: what someone says they will reach, and what they will do.

A target names a state to reach: an amount, a milestone with a date (竣工, 投产), a share of
a yearly goal already done, or 力争, 争创 and their like. A next step is an action with an
object. A slogan, which has neither, is none of them.
"""

import re
from collections.abc import Mapping, Sequence

from briefing.facts import amounts
from briefing.records import Article, Bound, NextStep, Target
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.moods import MUST, WILL, Marked, Mood
from briefing.rules.when import deadline

_MILESTONE = re.compile(
    r"(?:开工|动工|竣工|完工|建成|投产|投用|通车|投入使用|投入运营|启动建设|交付|封顶|开园|开业|运营|办结|验收|落地|达产|试生产|开放|启用|投运|复工|通水|通气|开通|供地)(?!的)"
)
_AHEAD = re.compile(r"计划|预计|将|拟|力争|确保|有望|争取|前|要|可望|定于")
_PLANNED = re.compile(r"计划|预计|将|拟|有望|(?:[月年]底?|日)前|就能|原定")
_SIGNED = re.compile(r"[\u3400-\u9fff]{4,24}(?:局|室|委|办|政府|部|厅|委员会|中心|指挥部)")
_OUTCOME = re.compile(
    r"(?:说|表示|介绍|指出|强调|坦言|透露|方面)$|安排部署|进行部署|作出部署|就做好|就下一步|达产|缺口|目标(?:是|为|已经锚定|如下)$|^.{0,4}目标$|建成后|投产后|建成投[产用]后|年产值|如下$"
)
_COMPLETES = re.compile(
    r"(?:预计|预期|计划).{0,16}完成(?!率|投资)|将完成.{2,20}(?:中心|工程|项目|设施|大桥|建设|改造)"
)
_CREATES = re.compile(r"^(?:创建|建成|跻身|形成)(?!活动)")
_OPENS = re.compile(r"^(?:创建(?!活动)|建成|打造|形成|跻身|进入|实现|基本|全面)")
_DONE = re.compile(
    r"已|(?:开工|竣工|完工|建成|投产|投用|通车|使用|办结|落地)了|部署了|安排|情况|如期|顺利|正式(?=投产|投用|通车)"
)
_COMPLETION = re.compile(
    r"(?:完成|占|达到?|为)了?(?:全年|年度|年初|预期|既定)[^,;。\d]{0,14}(?:[\d,.]+[万亿]?[^,;。\d%]{1,8})?(?P<share>(?<![\d.])[\d.]+%|百分之[一-十百点零]+)"
)
_EXCEEDED = re.compile(
    r"超额[^,;。]{0,8}完成[^,;。]{0,8}(?:全年|年度|目标|任务|计划)(?!任?务?的有)"
)
_SCOPE = re.compile(r"今年|全年|年内|年底|20\d\d年|[月日]底?前")
_PROMISE = re.compile(r"(?<!拟)(?:新建|新增|建成|改造|引进|认定|稳定在|建设.{2,12}\d)")
_ASSURED = re.compile(
    r"确保.*(?:零|不(?:发生|出现)|(?:进入|跨入|位居|走在|保持|挺进|跻身).*(?:第一|前[一-十\d列茅]|方阵))|确保(?:完成|实现).{4,}目标$"
)
_FULFILLED = re.compile(r"(?:任务|目标).{0,4}(?:已|提前|全部|全面|如期|超额).{0,6}(?:完成|实现)")
_MOVED = re.compile(
    r"(?:延期|推迟|顺延|延|延后)[至到].{2,12}|(?:目标|任务|时限|工期|时间).{0,24}(?:调整|上调|下调|提高|压缩|推迟|延长)[为至到]|完成时限为"
)
_REACH = re.compile(
    r"达到?|突破|超过|增长|控制在|稳定在|保持在|不低于|不少于|以上|以内|提高|下降|降低|压减|新增|引进|完成|实现|增加|建成|新建|左右|认定|改造|建设|实施|作业|收购量|培育|力争|吸引|创造"
)
_CONCRETE = re.compile(r"发放|安排|拨付|支持|投入|编制|开展|举办|组织|建立|设立|改造")
_GROWTH = re.compile(r"增长|达到|突破|控制在|稳定在|保持在")
_WISH = re.compile(
    r"力争|争创|力求|争取(?!.{0,10}(?:支持|补助|资金|政策|项目))|努力实现|努力完成|奋力实现|尽快实现|目标(?:是|为|:|定为)|控制目标|预期目标|早开工|早投产|锚定|有望"
)
_SLOGAN = re.compile(
    r"站位|意识|信心|决心|责任感|使命感|紧迫感|初心|使命|敢[于字闯想]|奋勇|争先|比学赶超|提高认识|统一思想|凝心聚力|迎头赶上|牢记|学习贯彻|谱写|篇章|"
    r"佳绩|一流|坚定不移|一以贯之|勇[于挑当]|责任担当|担当作为|攻坚克难|再接再厉|时不我待|只争朝夕|砥砺|样板|新局面|排头兵|走在前|当先锋|高度重视|保持清醒|"
    r"精神(?!文明)|思想|政治|大局|底线|关键时期|总要求|首要任务|新突破|开新局|(?:快进键|加速度|翻身仗|主动仗|攻坚仗)|正视|认清|增强.{0,6}(?:感|意识|韧劲)|力争上游|最[好大]的|进取|奋进|让我们|知耻|扛牢|扛起|迈出|夺取|全年.{0,8}目标任务$"
)
_RESULT = re.compile(
    r"^(?:确保|让|使|为.{2,20}(?:提供|奠定|注入|贡献|作出)|实现|促进|不断|从而|以(?:实际|优异|高质量)|切实以|推动.{0,14}(?:早落地|早开工|高质量发展|取得|始终|高级化|走在|稳中|繁荣)|真正|进一步(?:提升|增强|激发)|努力|奋力|巩固)"
)
_GENERAL = re.compile(
    r"发挥.{1,30}(?:作用|优势|效能)$|(?:推动|促进|推进).{2,16}(?:优化|集聚成势|齐升|提质增效|发展|提升|见效|成势)$|(?:全面|不断|全力|充分|切实|着力|更好)(?:提升|激发|掀起|增强|释放).{2,14}$|"
    r"^要?(?:聚焦|突出|抓住|把握|紧扣|围绕|紧盯|聚力)[^、]{2,8}(?:领域|指标|环节|关键|重点|弱项|导向|任务|目标)?$|(?:落实|贯彻).{2,24}(?:要求|精神|部署|决策)$|持续用力|持续发力|精准发力|"
    r"^要?(?:强化|优化|提升|加强)(?:服务保障|服务意识|组织领导|工作保障|责任落实)$|千方百计加快项目建设|加以解决$|抓落实$|下功夫$|统筹兼顾|毫不放松|用心用情|打好.{2,16}[战仗]$|突出重点$|作为.{0,6}(?:动能|方向|引擎|抓手|目标|要务)$|扑下身子|真抓实干|久久为功|高效服务.{0,4}项目$|(?:要素|精准|抓住关键)、"
)
_VERB = re.compile(
    r"推进|推动|推行|推广|推介|加快|加大|加强|加速|强化|完善|做好|做强|做优|做大|做实|开展|建立|健全|建设|建成|建好|共建|新建|改建|扩建|落实|优化|提升|提高|提速|培育|培养|引进|引导|招引|招商|"
    r"打造|打通|打击|实施|抓好|抓牢|抓实|狠抓|抓紧|聚焦|围绕|统筹|组织|组建|举办|承办|深化|支持|促进|保障|制定|制订|出台|启动|整合|紧盯|压实|压紧|发挥|利用|用好|用足|用活|编制|梳理|"
    r"配备|提供|设立|成立|布局|拓展|拓宽|扩大|增加|压缩|简化|减少|降低|整治|整改|排查|治理|检查|督查|督导|跟踪|调度|通报|约谈|问责|兑现|拨付|安排|补齐|补上|解决|破解|化解|攻坚|服务|对接|"
    r"帮扶|帮助|包保|挂点|入户|研究|谋划|策划|规划|绘制|争取|申报|申请|创建|开发|改造|更新|修复|修订|修建|种植|收储|供应|供给|监管|监测|防控|防范|防治|管理|管控|宣传|培训|试点|探索|创新|改革|"
    r"转化|转型|升级|集聚|集中|延伸|延链|补链|强链|壮大|搭建|构建|构筑|形成|营造|严格|规范|公开|公布|报送|提交|提请|送|报|签订|签约|落户|复工|复产|施工|倒排|挂图|细化|分解|明确|开工|拆迁|征收|发放|补助|补贴|"
    r"减免|清理|清零|销号|办理|举借|增设|转入|招聘|集合|发布|滚动|执行|整合|盘活|盘点|巩固|重视|精准|结对|立足|配合|协调|会同|牵头|下沉|把关|转移|疏导|前往|赴|驻点|场地平整|停工|不停工|履行|依法|追究|严肃|持续|重点|压降|拓市场|加密|接续|铺设|引入|联合|参与|设置|配套|回头看|办好|关注|指导|审批|评估|验收|建档|完成|走遍|兴建|兴办|合开|加开|新开|筹建|补贴|压减|收回|再办|上马|列出|公示|拿出|复工"
)


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
    steps: list[NextStep] = []
    paragraph, office = -1, None
    for sentence, row in zip(sentences, moods, strict=True):
        if sentence.heading:
            continue
        if sentence.paragraph != paragraph:
            paragraph, office = sentence.paragraph, None
        office = speakers.get(sentence.number, office)
        promised = bool(_SCOPE.search(sentence.text))
        kinds = [_kind(marked, promised=promised) for marked in row]
        day: str | None = None
        for marked, kind in zip(row, kinds, strict=True):
            if marked.mood in (Mood.TARGET, Mood.STEP):
                day = deadline(marked.clause.text) or day
            if kind == "target":
                scope = day if marked.mood in (Mood.TARGET, Mood.STEP) else None
                clause = _with_thing(row, marked)
                owner = office if marked.mood in (Mood.TARGET, Mood.STEP) else None
                targets.append(_target(article, sentence, clause, scope, owner))
        steps += _steps(article, sentence, row, kinds, office)
    return targets, steps


def _kind(marked: Marked, *, promised: bool) -> str:
    """Return target, step, result (of a step), slogan or fact."""
    text, mood = marked.clause.text, marked.mood
    if mood is Mood.HEADING or _SIGNED.fullmatch(text):
        return "fact"
    if _COMPLETION.search(text) or _EXCEEDED.search(text) or _FULFILLED.search(text):
        return "target"
    if _MOVED.search(text):
        return "target"
    if mood in (Mood.FACT, Mood.PROBLEM):
        return (
            "target" if _is_milestone(text) and re.search("计划|预计|将|拟|有望", text) else "fact"
        )
    scoped = mood is Mood.TARGET and promised and not marked.cued
    if _OUTCOME.search(text):
        return "fact"
    if _is_milestone(text, planned=True, scoped=scoped) or _is_goal(
        text, marked, promised=promised
    ):
        return "target"
    if _SLOGAN.search(text):
        return "slogan"
    if _RESULT.search(text):
        return "result"
    return "step" if _VERB.search(text) and len(text) >= 6 else "slogan"


def _is_milestone(text: str, *, planned: bool = False, scoped: bool = False) -> bool:
    if scoped and _MILESTONE.search(text) and not _DONE.search(text):
        return True
    if not deadline(text) or _DONE.search(text):
        return False
    if _MILESTONE.search(text):
        return planned or bool(_AHEAD.search(text))
    return bool(_COMPLETES.search(text))


def _is_goal(text: str, marked: Marked, *, promised: bool) -> bool:
    wish = bool(_WISH.search(text)) and not _SLOGAN.search(text)
    if wish and not marked.cued:
        wish = False
    if wish:
        return len(text) >= 6
    if _ASSURED.search(text):
        return True
    if "确保" in text and deadline(text) and "按" not in text:
        return True
    follows = marked.mood is Mood.TARGET and not marked.cued and len(text) > 6
    if follows and _CREATES.search(text):
        return True
    if follows and _REACH.search(text) and (_OPENS.search(text) or deadline(text)):
        return True
    if not _REACH.search(text) or not amounts.find(text):
        return False
    if marked.mood is Mood.TARGET:
        return True
    if promised and _PROMISE.search(text):
        return True
    if _CONCRETE.search(text):
        return False
    return any(
        (s.amount.bound is Bound.OVER or _GROWTH.search(text)) and "一批" not in s.raw
        for s in amounts.find(text)
    )


_BARE = re.compile(r"(?:计划|预计|将|拟|力争|确保|[今明]年|年[内底]|\d{1,2}月)")


def _with_thing(row: Sequence[Marked], marked: Marked) -> Clause:
    """Return the clause of a target; 计划12月通车 alone takes the words before it along."""
    clause = marked.clause
    place = next(index for index, one in enumerate(row) if one is marked)
    if place and re.match(r"(?:已|仅|超额)?完成", clause.text) and _COMPLETION.search(clause.text):
        whole = row[place - 1].clause  # …进出口总额增长36.4%,完成全年目标的77.4%: of what
        if whole.stop == "," and len(whole.text) <= 50:
            text = f"{whole.text},{clause.text}"
            return Clause(whole.start, clause.end, text, clause.stop)
    if not place or len(clause.text) > 14 or not _BARE.match(clause.text):
        return clause
    before = row[place - 1]
    if before.mood in (Mood.STEP, Mood.TARGET) or len(before.clause.text) > 40:
        return clause
    if before.clause.stop != "," or amounts.find(before.clause.text):
        return clause
    text = f"{before.clause.text},{clause.text}"
    return Clause(before.clause.start, clause.end, text, clause.stop)


def _target(
    article: Article, sentence: Sentence, clause: Clause, scope: str | None, owner: str | None
) -> Target:
    """Return the target of `clause`; `scope` is the deadline that its sentence named last.

    `owner` is the office of who says it.
    """
    words = article.text[clause.start : clause.end]
    completion = _COMPLETION.search(clause.text)
    moved = _MOVED.search(clause.text)
    sightings = [] if completion else amounts.find(words)
    sightings = [seen for seen in sightings if "一批" not in seen.raw]
    raw = sightings[-1 if moved else 0].raw if sightings else None
    day = re.split("[至到]", words)[-1] if moved else words
    return Target(
        sentence=sentence.number,
        what=words,
        raw=raw,
        deadline=None if completion else deadline(day) or scope,
        owner=None if completion else owner,
        completion=words[completion.start("share") : completion.end("share")]
        if completion
        else None,
    )


# --- next steps ----------------------------------------------------------------------------

_LEAST, _MOST_CLAUSES, _MOST_CHARS = 6, 3, 75


def _steps(
    article: Article,
    sentence: Sentence,
    row: Sequence[Marked],
    kinds: Sequence[str],
    office: str | None,
) -> list[NextStep]:
    groups: list[list[Clause]] = []
    open_group: list[Clause] = []
    for marked, kind in zip(row, kinds, strict=True):
        clause = marked.clause
        if kind != "step":
            groups, open_group = [*groups, open_group], []
            continue
        start = open_group[0].start if open_group else clause.start
        full = len(open_group) >= _MOST_CLAUSES or clause.end - start > _MOST_CHARS
        if open_group and (full or marked.cued):
            groups, open_group = [*groups, open_group], []
        open_group.append(clause)
        if clause.stop == ";":
            groups, open_group = [*groups, open_group], []
    groups.append(open_group)
    return [
        _step(article, sentence, group[0], group[-1].end, office)
        for group in groups
        if group and not all(_GENERAL.search(clause.text) for clause in group)
    ]


_CUE = re.compile(
    r"^(?:下一?步|接下来|今后|今年|明年|[一二三四五六七八九十]是|[(（][一二三四五六七八九十]+[)）]|同时|此外|并|还|也|,|、|\s)*"
    rf"(?P<owner>[\u3400-\u9fff、()（）]{{2,30}}?)??(?:还|也)?(?:{WILL}(?:要|于)?|{MUST}|应当?(?![届急对用收邀付])|必?须)(?:继续)?"
)
_WE = re.compile(r"我们|他们|大家|本市|全市上下|[市县区镇]里")
_OWNER = re.compile(
    r"(?:局|委|办|厅|部|部门|单位|[区县市镇乡]|街道|集团|公司|中心|政府|专班|学校|企业|单位|公室|[(（]市、区[)）]|县里|区里|市里|县府)$"
)


def _step(
    article: Article, sentence: Sentence, first: Clause, end: int, office: str | None
) -> NextStep:
    """Return the step from its verb on; who is to act and the cue stand before it."""
    words = article.text[first.start : end]
    start, owner = first.start, office
    cue = _CUE.match(first.text)
    if cue and end - first.start - cue.end() >= _LEAST:
        named = cue["owner"] or ""
        if named and not (_OWNER.search(named) or _WE.search(named)):
            cue = None
    if cue and end - first.start - cue.end() >= _LEAST:
        start += cue.end()
        named = cue["owner"] or ""
        owner = words[cue.start("owner") : cue.end("owner")] if _OWNER.search(named) else office
    return NextStep(
        sentence=sentence.number,
        action=article.text[start:end],
        owner=owner,
        deadline=deadline(words),
    )
