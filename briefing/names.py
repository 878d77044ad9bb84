"""Prove an official: the whole name, the titles that belong to it, what the person did.

Titles stand right before the name, in a list (区委副书记、区长田海波), or after it (田海波任区长). A list of
names shares a title that several can hold (区领导徐莉、张云云; 副区长A、B), not one that is held by one
(区长). A title said once holds for the name through the article. 副, 原 and 代 are part of a title.
"""

import re
from dataclasses import dataclass

from briefing.folding import squeeze
from briefing.proof import Proof, Refused, nearest
from briefing.reading import Reading, Sentence
from briefing.records import Official, Verdict

_TITLE_END = (
    r"(?:书记|主任|主席|主委|常委|委员|代表|经理|负责人|负责同志|领导|领导同志|局长|部长|处长|科长|校长|院长|区长|县长|市长|镇长|乡长|省长|州长|"
    r"旗长|盟长|厅长|司长|署长|行长|社长|组长|队长|所长|站长|会长|理事长|秘书长|董事长|检察长|村长|馆长|园长|台长|关长|庭长|政委|司令员?|"
    r"参谋长|总裁|总监|专员|特派员|工程师|会计师|经济师|教授|研究员|院士|专家|顾问|秘书|干事|理事|监事|巡视员|调研员|发言人|总理|部门长|主管|"
    r"成员|人员|董事|合伙人|创始人|代办|大使|参赞|总领事|警监|警督|支队长|大队长|股长|班长|连长|营长|团长|师长|军长|厂长|店长|长|同志|先生|女士|候选人|CEO|博士|医师|技师|助理|议员|立委|民警|法官|检察官|科员|队员|主持人|领队|组长|委员长)"
)
_TITLE_RUN = re.compile(rf"{_TITLE_END}$")
_SHARED = re.compile(
    r"(?:领导|领导同志|负责人|负责同志|成员|常委|委员|代表|专家|院士|同志|副[\u4e00-\u9fff]{1,4}|巡视员|调研员|候选人|人员|主要负责人)$"
)
_RANK_WORD = re.compile(
    r"(?:副|代|代理|原|前|曾任|曾|名誉|荣誉|时任|总|拟任|候任|候补|常务|第一|助理|首任|首席|执行|见习|挂职)$"
)
_SURNAMES = frozenset(
    "苟税仉牛官赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖付覃苑展仝冼隋楼代揭旷原占芦迟战桑银寻么买次仁央扎尼达热色洛格旦"
)
_AFTER = re.compile(
    r"(?:$|[,、;。!?:()\"'《》\s/\-—·|]|等|和|与|及|以及|说|表示|指出|强调|出席|主持|讲话|要求|介绍|在|率|到|对|就|向|参加|作|分别|一行|先生|女士|同志|为|是|任|带领|部署|"
    r"调研|宣布|宣读|致辞|发言|汇报|检查|督导|看望|会见|陪同|代表|认为|坦言|告诉|透露|称|谈|从|于|将|已|深入|来到|前往|赴|实地|现场|通报|传达|安排|总结|点评|围绕|结合|受(?!益)|被|当选|担任|兼|"
    r"分析|预测|判断|评价|感叹|述职|演示|讲解|授课|见证|应邀|交流|委托|算|指着|指|这样|则|质疑|博士|回忆|拿|站|看着|打开|执铲|共同|不再|免去|免职|的|也|还|均|都|共同|先后|随同|随后|随即|签约|签署|签字|揭牌|揭幕|颁|启动|听取|详细|逐|走进|接受|回答|解读|重点|要|提出|充分|高度|并|及其|则|一直|牵头|负责|分管|联系|包联|包保|"
    r"[a-z0-9]|局长|书记|主任|区长|县长|市长|镇长|主席|院长|校长|处长|科长|部长|副[局区县市镇省院校主书部处科总会秘教]|总经理|总监|总工|总裁|教授|院士|老师|医生|部长|进行|开展|慰问|观摩|考察|座谈|召集|组织|回应|补充|直言|感慨|笑|自豪|列席|参会|与会|领取|领衔|获评|获得|获颁|荣获|摘得|摘获|长期|植根|今年|近日|昨|当天|首先|最后|随后|曾|时|又|再|说道|再次|多次|专程|亲自|带队|出任|履新|调任|拟任|上任)"
)
_BEFORE_WORD = re.compile(
    r"(?:^|[,、;。!?:()\"'《》\s/\-—·|]|和|与|及|由|从|受|在|请|对|向|给|让|被|到|据|是|为|任命|免去|选举|决定|推选|补选|批准|同意|命|聘任|聘|称|如|跟|同|随|听|接|中|的|日|讯|见)$"
)
_COMPOUND = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "鲜于",
        "夏侯",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "令狐",
        "宇文",
        "长孙",
        "轩辕",
        "端木",
        "独孤",
        "南宫",
        "西门",
        "百里",
        "呼延",
        "东郭",
        "澹台",
        "闻人",
        "赫连",
        "申屠",
        "公冶",
        "太史",
        "淳于",
        "单于",
        "万俟",
        "钟离",
        "濮阳",
        "闾丘",
        "司空",
        "仲孙",
        "宗政",
        "公羊",
        "太叔",
        "拓跋",
        "完颜",
        "纳兰",
    ]
)
_VERB_LETTERS = frozenset("说称在对均等作到率向就将也还已曾则都又再为是任介")
"""Letters that go on after a name and end no name that is longer than its usual length."""

_NO_OFFICIAL = re.compile(
    r"(?:记者|通讯员|编辑|责编|摄影|作者|校对|审核|编审|监制|报道员|实习生|撰文|供稿|供图|文/|图/|主播|美编|执笔|来源|撰稿|制图|审校|剪辑|文图|图文|报道)[:\s]?(?:[\u4e00-\u9fff]{2,4}[、,\s])*$"
)
_REMOVED = re.compile(r"(?:免去|免职|撤销|罢免|辞去)[^,。;]{0,2}$")

ATTEND = ("出席", "参加", "参会", "列席", "陪同", "与会", "到会")
SPEAK = (
    "讲话",
    "发言",
    "说",
    "表示",
    "指出",
    "强调",
    "要求",
    "介绍",
    "部署",
    "致辞",
    "报告",
    "宣布",
    "汇报",
    "通报",
    "提出",
    "点评",
    "总结",
    "认为",
    "告诉",
    "宣读",
    "传达",
    "称",
    "透露",
    "回答",
    "坦言",
    "说明",
    "答问",
    "受访",
    "致词",
    "发布",
    "解读",
    "回应",
    "表态",
)
DO = (
    "主持",
    "调研",
    "督导",
    "检查",
    "考察",
    "带队",
    "率队",
    "慰问",
    "走访",
    "签约",
    "签字",
    "揭牌",
    "会见",
    "座谈",
    "观摩",
    "牵头",
    "颁奖",
    "启动",
    "听取",
    "看望",
    "安排",
)


@dataclass(frozen=True)
class Mention:
    """A name standing whole in a sentence: range, and the titles that it carries there."""

    sentence: Sentence
    start: int
    end: int
    titles: tuple[str, ...]
    run: str
    """The words before the name that the titles were read from."""


def prove(reading: Reading, sentence: Sentence, official: Official) -> Proof | Refused:
    """Look for `official` in `sentence`; titles may come from any mention in the article."""
    name = squeeze(official.name)
    here = mentions(sentence, name)
    if isinstance(here, Refused):
        return here
    everywhere = [*here, *_elsewhere(reading, sentence, name)]
    refusals: list[Refused] = []
    for mention in here:
        outcome = _prove_at(reading, official, mention, everywhere)
        if isinstance(outcome, Proof):
            return outcome
        refusals.append(outcome)
    return nearest(refusals)


def mentions(sentence: Sentence, name: str) -> list[Mention] | Refused:
    """Return where `name` (squeezed) stands whole in `sentence`, or why it does not."""
    text, found = sentence.text, []
    partial: tuple[int, int] | None = None
    editor: tuple[int, int] | None = None
    start = text.find(name)
    while start >= 0 and name:
        end = start + len(name)
        if _NO_OFFICIAL.search(text[max(0, start - 40) : start]):
            editor = (start, end)
        elif not _whole(text, start, end, name):
            partial = (start, end)
        else:
            titles, run = _titles(text, start, end)
            found.append(Mention(sentence, start, end, titles, run))
        start = text.find(name, start + 1)
    if found:
        return found
    if editor:
        return Refused(Verdict.NOT_ASSERTED, "named only as reporter or editor", sentence, editor)
    if partial:
        return Refused(Verdict.NAME_DIFFERS, f"{name} is part of longer words", sentence, partial)
    return Refused(Verdict.NAME_DIFFERS, f"{name} does not stand in the sentence", sentence)


def _elsewhere(reading: Reading, sentence: Sentence, name: str) -> list[Mention]:
    if reading.words.count(name) < 2:
        return []
    found: list[Mention] = []
    for number in range(1, len(reading) + 1):
        if number != sentence.number and name in reading.sentence(number).text:
            there = mentions(reading.sentence(number), name)
            found += there if isinstance(there, list) else []
    return found


def _whole(text: str, start: int, end: int, name: str) -> bool:
    if len(name) < 2 or not re.fullmatch(
        r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff·A-Za-z. ]+", name
    ):
        return False
    if _TITLE_RUN.search(name) and len(name) > 3:
        return False
    compound = name[:2] in _COMPOUND
    before = text[max(0, start - 12) : start]
    if len(name) > 3 and name[0] in _SURNAMES and not compound and _is_han(name):
        if not _TITLE_RUN.search(before) or _AFTER.match(text, start + 3):
            return False
    if len(name) >= 3 + compound and name[-1] in _VERB_LETTERS:
        return False
    if not _AFTER.match(text, end) and not _three(text, start, name, before):
        return False
    if name[0].isascii():
        return not before[-1:].isascii() or not before[-1:].isalpha()
    return bool(_BEFORE_WORD.search(before) or _TITLE_RUN.search(before)) or (
        name[0] in _SURNAMES
        and bool(re.search(r"[a-zA-Z0-9\u4e00-\u9fff]$", before))
        and not _surname_before(before, name)
    )


def _is_han(name: str) -> bool:
    return name.isalpha() and not name.isascii()


def _three(text: str, start: int, name: str, before: str) -> bool:
    """Tell whether three letters after a title are a name, whatever verb follows them.

    Not where the first two are one (盛艳强调 names 盛艳), nor where a fourth would end it well
    (索南卓玛到会 names 索南卓玛).
    """
    if len(name) != 3 or name[:2] in _COMPOUND or not _is_han(name):
        return False
    titled = bool(_TITLE_RUN.search(before))
    return titled and not _AFTER.match(text, start + 2) and not _AFTER.match(text, start + 4)


def _surname_before(before: str, name: str) -> bool:
    """Tell whether the letter before could be the surname that was cut off (田|海波)."""
    return len(name) <= 2 and before[-1] in _SURNAMES


def _titles(text: str, start: int, end: int) -> tuple[tuple[str, ...], str]:
    """Return the titles a name at text[start:end] carries, and the words they stand in."""
    before, run = _run_before(text, start)
    after = _titles_after(text, end)
    if not before:
        before, run = _shared(text, start)
    return (*before, *after), run


def _run_before(text: str, start: int) -> tuple[tuple[str, ...], str]:
    """Read the list of titles right before a name: elements between 、 that end as titles."""
    first = max(text.rfind(mark, 0, start) for mark in ';。!?:"') + 1
    lead = text[max(first, start - 80) : start]
    parts = re.split(r"[、,]|(?<=[长记任席委])兼", lead)
    kept: list[str] = []
    for part in reversed(parts):
        if not part or not _TITLE_RUN.search(part):
            break
        kept.insert(0, part.lstrip("的"))
    return tuple(kept), lead[len(lead) - sum(map(len, kept)) - len(kept) + 1 :] if kept else ""


_APPOINTED = re.compile(
    r"(?:同志)?(?:当选为?|担任|出任|任命为|任|兼任|为|是|调任|拟任|拟任为|获任|升任)([^,。;()\"]{2,40})"
)
_BESIDE = re.compile(
    rf"(?:\(|的)?([\u4e00-\u9fff]{{0,24}}?{_TITLE_END})(?=[,。;)、:]|$|说|表示|介绍|主持|出席|讲话|强调|指出|要求|在|带|率|到|职务)"
)
_ACTING = re.compile(r",?[\u4e00-\u9fff]{0,2}(?:主持|出席|讲话|表示|要求|强调|部署|参加|说|指出)")


def _titles_after(text: str, end: int) -> tuple[str, ...]:
    """Read titles after a name: 张三任区长, 张三(区长), 张三局长."""
    if appointed := _APPOINTED.match(text, end):
        titles = [re.sub(r"(?:职务|一职)$", "", part) for part in appointed[1].split("、")]
        return tuple(title for title in titles if _TITLE_RUN.search(title))
    if _ACTING.match(text, end):
        return ()
    beside = _BESIDE.match(text, end)
    return (beside[1],) if beside else ()


def _shared(text: str, start: int) -> tuple[tuple[str, ...], str]:
    """Return the title that heads a list of names, where several can hold it."""
    first = max(text.rfind(mark, 0, start) for mark in ';。!?:"') + 1
    lead = text[first:start]
    if not lead.endswith("、"):
        return (), ""
    items = lead[:-1].split("、")
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if re.fullmatch(
            r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+)(?:\([^)]*\))?", item
        ) and not _TITLE_RUN.search(item):
            continue
        for size in (3, 2, 4):
            head = item[:-size]
            if len(item) > size and _TITLE_RUN.search(head) and item[-size] in _SURNAMES:
                head = re.split(r"[,]", head)[-1]
                return ((head,), head) if _SHARED.search(head) else ((), "")
        return (), ""
    return (), ""


def _prove_at(
    reading: Reading, official: Official, mention: Mention, everywhere: list[Mention]
) -> Proof | Refused:
    sentence, mark = mention.sentence, (mention.start, mention.end)
    note = ""
    for title in official.titles:
        wanted = squeeze(title)
        holder = next((m for m in everywhere if _carries(m, wanted, official.roles)), None)
        if holder is None:
            said = "、".join(dict.fromkeys(t for m in everywhere for t in m.titles)) or "none"
            return Refused(
                Verdict.TITLE_DIFFERS,
                f"{title} is not said of {official.name}; the article has: {said}",
                sentence,
                mark,
            )
        if holder.sentence is not sentence:
            note = f"title from sentence {holder.sentence.number}"
    if official.org and not _org(reading, mention, everywhere, squeeze(official.org)):
        return Refused(
            Verdict.SUBJECT_DIFFERS,
            f"{official.org} is not said of {official.name}",
            sentence,
            mark,
        )
    for role in official.roles:
        if not _did(mention, everywhere, squeeze(role)):
            return Refused(
                Verdict.NOT_ASSERTED,
                f"the article does not say that {official.name} {role}",
                sentence,
                mark,
            )
    pieces = [mark]
    if mention.run and official.titles:
        begin = sentence.text.rfind(mention.run, 0, mention.start)
        if begin >= 0 and any(_carries(mention, squeeze(title)) for title in official.titles):
            pieces.append((begin, mention.start))
    return Proof(sentence, mark, pieces, note=note)


def _carries(mention: Mention, wanted: str, roles: tuple[str, ...] = ()) -> bool:
    """Tell whether a mention carries the title `wanted`, whole or without its office's name.

    Someone removed from a post carries it only where the claim says so (role 免职).
    """
    text = mention.sentence.text
    removed = _REMOVED.search(text[max(0, mention.start - 6) : mention.start])
    if removed and not any(re.search(r"免|离|辞|撤", role) for role in roles):
        return False
    if wanted.isascii():
        return _carries_english(text, mention, wanted)
    for place, title in enumerate(mention.titles):
        if title == wanted:
            return True
        if title.endswith(wanted) and not _RANK_WORD.search(title[: -len(wanted)]):
            return True
        if wanted.endswith(title) and any(
            other.startswith(wanted[: -len(title)]) for other in mention.titles[:place]
        ):
            return True
    return False


def _carries_english(text: str, mention: Mention, wanted: str) -> bool:
    lead = text[: mention.start].rstrip(" ,")
    if lead.endswith(wanted):
        return not re.search(r"(?:vice|deputy|former|acting|ex-)[ -]?$", lead[: -len(wanted)])
    return bool(re.match(rf",? ?(?:the )?{re.escape(wanted)}(?!\w)", text[mention.end :]))


def _org(reading: Reading, mention: Mention, everywhere: list[Mention], org: str) -> bool:
    for other in everywhere:
        if any(org in title for title in other.titles) or org in other.run:
            return True
    lead = mention.sentence.text[: mention.start]
    own = "".join(mention.titles)
    if org in lead and not re.search(r"[,;。]", lead[lead.rfind(org) + len(org) :]):
        return True
    for place in (*reading.region, ""):
        if place and org.startswith(place) and (rest := org.removeprefix(place)) and rest in own:
            return True
    return any(org == place for place in reading.region) and not own.startswith(tuple("市省"))


def _did(mention: Mention, everywhere: list[Mention], role: str) -> bool:
    """Tell whether the article says that the person did `role`, in the person's own clause."""
    kinds = (
        ATTEND
        if role in ATTEND
        else SPEAK
        if any(role.endswith(word) for word in SPEAK)
        else (role,)
    )
    for other in everywhere:
        text = other.sentence.text
        if text.startswith(role, other.end) or _left_or_named(role, text, other):
            return True
        if re.search(r"(?:受|代表)[^,。;]{0,20}$", text[: other.start]):
            continue
        if kinds is ATTEND:
            return True
        if role.isascii() and re.search(
            rf"\b{re.escape(role)}\b[^,.;]{{0,60}}$", text[: other.start]
        ):
            return True
        if re.search(
            rf"{re.escape(role)}(?: by)?[:, ]*(?:[\u4e00-\u9fff·]{{2,8}}、)*$", text[: other.start]
        ):
            return True
        stop = _next_person(text, other.end)
        if any(word in text[other.end : stop] for word in kinds):
            return True
        if kinds is SPEAK and re.search(r"[\"”]$", text[: other.start]):
            return True
    return False


def _left_or_named(role: str, text: str, mention: Mention) -> bool:
    """Tell whether a role of leaving or taking office is told of the person."""
    before, after = (
        text[max(0, mention.start - 8) : mention.start],
        text[mention.end : mention.end + 40],
    )
    if re.search(r"免职|离任|卸任|辞去|免去", role):
        return bool(_REMOVED.search(before) or re.search(r"不再担任|辞去|卸任|离任", after))
    if re.search(r"任命|任职|履新|提名|当选", role):
        return bool(
            re.search(r"(?:任命|提名|选举|决定)$", before)
            or re.match(r"(?:同志)?(?:任|为|当选|担任)", after)
        )
    return False


_PERSON = re.compile(
    rf"[,;。、和与及](?:[^,;。、\"]{{1,24}}?{_TITLE_END}、)*[^,;。、\"]{{0,24}}?{_TITLE_END}[{''.join(sorted(_SURNAMES))}][\u4e00-\u9fff]{{1,2}}"
    rf"|[、和与及][{''.join(sorted(_SURNAMES))}][\u4e00-\u9fff]{{1,2}}(?=[、,和与及等])"
)


def _next_person(text: str, place: int) -> int:
    """Return where the next titled person of the sentence begins, else its end.

    People in one list share what is said after it: A、B先后发言.
    """
    while listed := _PERSON.match(text, place):
        place = listed.end()
    found = _PERSON.search(text, place)
    return found.start() if found else len(text)
