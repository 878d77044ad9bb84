"""What a target is about: whose, which object, which unit, which stage of the work.

In:  the words of a target or of a report about one. Out: a `Thing` to compare by.

Different articles name one object differently (新建口袋公园30个, 口袋公园建设), so objects are
compared by pairs of neighbouring letters after everything general is taken away: numbers,
days, verbs, 工程, 项目, 建设. What is left must not contradict: 进口 is not 出口, 一期 not 二期.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from briefing.weeks import keys, outcomes, verdicts

_GENERAL = re.compile(
    r"[全我该本][省市区县镇乡州港园]|力争|争取|确保|努力|实现|完成|达到?|突破|超过?|建成|新建|改建|扩建|续建|迁建|重建|新[院校馆园]区|新增|加装|新开工|改造|整治|治理|修复|提升|提高|推进|加快|推动|实施|开展|"
    r"总?工程量|工程|项目|建设|工作|任务|目标|计划|年度|全年|累计|总计|共计|全部|全面|如期|按期|按时|提前|超额|圆满|顺利|已经|正式|主体|"
    r"(?<!未)开工|必须|动工|竣工|完工|通车|通水|通气|投用|投入(?:使用|运营|生产)|投产|交付|启用|开通|验收|封顶|合龙|贯通|办结|取得|拿到|获得|投运|试?运[营行]|落成|开放|开业|开园|开诊|开馆|开街|开行|"
    r"[一二三四五六七八九十]是|明确|决定|会议|要求|强调|净增|完毕|通过|(?:国家|省|市|县|区)级|重申|不动摇|不变|没有问题|有信心|承诺|宣布|打造|落实|确定|引进|招引|保持|稳定|维持|(?:安装|整改|拨付|配备)?到位(?![资内外省市])|"
    r"以上|以内|左右|不少于|不低于|不超过|预计|总额|总量|数量|指标|同比|增长|增速|增幅|下降|达标|情况|分别|其中|提出|承诺|实际|"
    r"上调|下调|调[减增高低]|调至|调整为|至|延期|延至|推迟|顺延|调整|原定|原|未能|没有|没能|至今|恢复|[今昨][天日]|上午|下午|时间|时限|期限|工期|受|影响|进入[^,，。;；]{0,8}阶段|随[^,，。;；\d]{1,6}同步|同步|一并|截至|目前|当前|今年|年内|年底|月底|之前|以前|(?<=[年月日度季之节以])[前底末内]|的|了|将|要|为|和|与|及|等(?!级)|在|到(?!位)|于|由|从|已|(?<!人)均(?![衡价匀])|还|并|再|约|近|余|多|是|有"
)
_NUMBERS = re.compile(
    r"[\d.,%％]+(?:万|亿|千|百)*(?:多|余)?(?:平方米|(?:毫克|微克)/立方米|平方公里|公里|千米|立方米|万元|亿元|美元|标准?箱|人次|[元个项家户人件套间所条处座吨亩公顷米台辆部张次只棵株批期年月日天名位])?"
    r"|[一二三四五六七八九十百千万两]+(?:多|余)?(?:个|项|家|户|条|处|座|所|年|月|日|季度|成|半年)|第[一二三四五六七八九十]+[家个所座条批处]?"
)
_TIME = re.compile(
    r"(?:20)?\d\d年(?:度)?|\d{1,2}月(?:\d{1,2}日|份|底|末|初|中旬|上旬|下旬)?|\d{1,2}日|[一二三四上下]季度|[上下]半年|[一二两三四五六七八九十半\d]+个?半?月(?![份底初末])|[本上下]周|[本上下]月|十[二三四五]五"
)
_OFFICE = re.compile(
    r"^[^,，。;；]{1,14}?(?:局|委|办|办公室|部门|部|处|公司|集团|街道|镇|指挥部|专班)(?=将|要|拟|计划|力争|须|应|会|负责|牵头|承诺|表示)"
)
_REMARK = re.compile(
    r"[(（][^()（）]{1,20}(?:局|委|办|部|中心|院|镇|街道|公司)[^()（）]{0,12}[)）]"
)
_HOUSE = re.compile(
    r"^[^,，。;；]{1,14}?(?:中心|院|站)(?=将|要|拟|计划|力争|须|应|会|负责|牵头|承诺|表示)"
)
"""An office that a building is called by, too: with a stage of work it is what is built."""

_LEADING = re.compile(
    r"^(?:制定|编制|起草|拟定|种植|栽植|培育|培养|推广|安装|铺设|引进|发放|更换|开展)(?=.{2})"
)
_SPEAKER = re.compile(
    r"^[^,，。;；]{0,24}(?:说|表示|介绍|指出|强调|要求|透露|称|提出|明确|宣布|通报|获悉|了解到)[,，:：]"
)
_SAME = {
    "规上": "规模以上",
    "固投": "固定资产投资",
    "社零": "社会消费品零售",
    "高标田": "高标准农田",
    "保租房": "保障性租赁住房",
    "四好农村路": "农村公路",
    "危化品": "危险化学品",
    "安防": "安全防护",
    "优良率": "优良天数",
    "优良天数比例": "优良天数",
    "优良天数比率": "优良天数",
}
"""Short and long names of one thing, as offices write them."""

_SHORT = re.compile("|".join(sorted(_SAME, key=len, reverse=True)))
_GROUPS = (
    "进出口|进口|出口",
    "公办|民办|公立|私立",
    "国有|民营|私营",
    "地上|地下",
    "收入|支出",
    "内资|外资",
    "[一二三四五六]期",
    "工业|农业|服务业|建筑业|渔业",
    "小学|中学|初中|高中|幼儿园|大学|学校",
    "国家级|省级|市级|区级|县级|镇级",
    "城镇|农村|乡村",
    r"(?<!\d)\d{1,4}号|[一二三四五六七八九]号",
    "生产总值|增加值|总产值|销售额|零售",
    "污水|垃圾|供水|供热|燃气",
    "[东西南北]",
)
_CONTRAST = re.compile("|".join(f"(?P<g{n}>{words})" for n, words in enumerate(_GROUPS)))


BARE_NAME = 2  # letters of a place's name without its level
_OF_PLACE = r"(?![\u4e00-\u9fff]{0,2}(?:桥|路|站|院|校|馆|园|厂|港|湖|河|江|山|水库|隧道|机场|中心|大道|广场))"
"""Behind the name of a place that is no part of another one's, as in 桐垣大桥."""

LONG_NAME = 6  # letter pairs from which a name is one work's alone
_LONGEST = 600  # letters of a report that are read for its object


@dataclass(frozen=True)
class Thing:
    """An object as its distinctive letter pairs, with what must not contradict.

    A `general` one has no words of its own (完成年度目标): its pairs are all it says.
    """

    core: str
    pairs: frozenset[str]
    contrasts: frozenset[tuple[str, str]]
    stage: int
    general: bool = False

    def contradicts(self, other: "Thing") -> bool:
        """True when both name something of one group, and not the same."""
        if not self.contrasts or not other.contrasts:
            return False
        groups = {group for group, _ in self.contrasts} & {group for group, _ in other.contrasts}
        return any(
            not any(
                (group, word) in other.contrasts for known, word in self.contrasts if known == group
            )
            for group in groups
        )

    def within(self, other: "Thing") -> float:
        """Return the share of this object's letter pairs that `other` has, 0 to 1."""
        return len(self.pairs & other.pairs) / len(self.pairs) if self.pairs else 0.0

    def likeness(self, other: "Thing") -> float:
        """Return the shared letter pairs over all, 0 to 1."""
        both = len(self.pairs | other.pairs)
        return len(self.pairs & other.pairs) / both if both else 0.0


@lru_cache(maxsize=65_536)
def thing(words: str, without: tuple[str, ...] = ()) -> Thing:
    """Return what `words` are about; `without` are names and days to leave out."""
    if verdicts.is_english(words):
        return _english(words[:_LONGEST])
    plain = unicodedata.normalize("NFKC", words[:_LONGEST])
    plain = _SHORT.sub(lambda found: _SAME[found[0]], plain)
    for name in sorted(filter(None, without), key=len, reverse=True):
        folded = unicodedata.normalize("NFKC", name)
        if len(folded) == BARE_NAME:
            plain = re.sub(re.escape(folded) + _OF_PLACE, " ", plain)
        else:
            plain = plain.replace(folded, " ")
    plain = _SPEAKER.sub(" ", _REMARK.sub(" ", plain))
    plain = plain.strip()
    plain = _OFFICE.sub(" ", plain)
    plain = plain if outcomes.stage(plain) > outcomes.STARTED else _HOUSE.sub(" ", plain)
    contrasts = frozenset((match.lastgroup or "", match[0]) for match in _CONTRAST.finditer(plain))
    stage = outcomes.stage(plain)
    plain = _NUMBERS.sub(" ", _TIME.sub(" ", plain))
    runs = [keys.fold(run) for run in re.split(r"[\W_]+", _GENERAL.sub(" ", plain))]
    kept = [_LEADING.sub("", run) for run in runs if len(run) > 1]
    general = not kept
    if general:
        kept = [run for run in map(keys.fold, re.split(r"[\W_]+", plain)) if len(run) > 1]
    pairs = frozenset(run[at : at + 2] for run in kept for at in range(len(run) - 1))
    return Thing("".join(kept), pairs, contrasts, stage, general)


def _english(words: str) -> Thing:
    """Return what English words are about: their content words, without endings."""
    found = dict.fromkeys(word for word in _WORD.findall(words.lower()) if word not in _STOPPED)
    stems = {word: _ENDING.sub("", word) for word in found}
    kept = {word: stem for word, stem in stems.items() if stem not in _STOPPED and len(stem) > 1}
    pairs = frozenset(kept.values())
    return Thing(" ".join(kept), pairs, frozenset(), outcomes.stage(words), not kept)


_WORD = re.compile(r"[a-z][a-z'-]*")
_ENDING = re.compile(r"(?:'s|(?<=[a-z]{3})(?:ies|ing|ed|es|s|e))$")
_STOPPED = frozenset(
    re.findall(
        r"[a-z]+",
        "the an and or of to must should shall can may need in on at by for from with as it its is are was were be been will would has have had that this "
        "these those their all total new now already so far not no yet than more most over about around up year annual end "
        "month quarter half january february march april may june july august september october november december percent "
        "per cent target goal plan plann task build built construct complet finish open launch start begin began add "
        "expect aim achiev reach meet met exceed schedul ahead accord said say government offici project work district "
        "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand day week traffic half remain number "
        "city county deadlin miss postpon delay now due until till put into use operation servic",
    )
)
