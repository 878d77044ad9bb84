"""Read a person's name, and lists of names: surname, given name, and what ends them.

A name is a surname of the general list and one or two characters, ended by a stop, by a word
that follows names (主持, 强调, 等) or, where neither helps, by letters that given names hold.
Also 阿不都·买买提, and 李 阳 set wide. Texts are folded; offsets count in them.
"""

import re
from dataclasses import dataclass

from briefing.rules.lexicon import (
    COMPOUND_SURNAMES,
    FOLLOWERS,
    FUNCTION_CHARS,
    GIVEN,
    NOT_NAMES,
    SURNAMES,
    TITLE,
)

STOPS = " ,.:;。!?…、\"'()《》<>[]【】/|-\n◥◤◢◣◇○□☆⊙▲▼△◆●■★※◎►→"
"""What ends a name or a title."""

_HAN = r"\u3400-\u9fff"
_DOTTED = re.compile(rf"[{_HAN}]{{2,8}}(?:·[{_HAN}]{{1,8}}){{1,4}}")
_SPACED = re.compile(rf"([{_HAN}]) {{1,3}}([{_HAN}])(?![{_HAN}]? (?![,;。、:分出主]))")
_WORD_STARTS = frozenset(
    "您你我他她它驻职热信例论负办接助兼专讲牵到就挂下领联分轮述履调督批签致亲上出带现约见对直巡开主参考检表指强要提部会总点发传列说座揭推介授动颁作观率在和与及等以已并还也均将正曾应受从自把用为是有的了不可能必须需"
    "进加落完做抓统组建设服保实整改优升深化聚焦围绕坚持全各该本其此每第一二三四五六七八九十百千万两几多人民政府机关单位办公会议工作同志班子成员候选辞去继续分别共同一起先后认真听取汇报情况问题意见责任制度"
)
"""Letters that words after a title begin with, so that no rare surname is seen in them."""

_HAN_LETTER = re.compile(rf"[{_HAN}]")
_SYLLABLES = re.compile(
    r"(?:旦巴|斯朗|农布|七林|益西|丹巴|旺姆|曲珍|曲培|泽仁|泽旺|罗绒|降央|四郎|登珠|阿旺|白玛|嘎玛|嘎松|格勒|桑珠|桑杰|坚赞|坚才|江措|加央|根秋|多杰|赤列|晋美|土登|南加|计明|呷绒|呷玛|志玛|卓嘎|措姆|央宗|玉珍|德庆|旺杰|欧珠|贡嘎|巴桑|米玛|拉巴|普琼|才旦|扎巴|汪堆|向巴|泽郎|扎西|次仁|旺堆|多吉|卓玛|央金|尼玛|顿珠|格桑|平措|罗布|达娃|边巴|索朗|加措|洛桑|丹增|才让|才仁|拉姆|德吉|普布|仁青|久美|贡布|"
    r"巴特尔|苏和|额尔敦|呼和|乌兰|其木格|敖登|格日乐|格日勒|其其格|苏雅拉|巴雅尔|毕力格|阿拉腾|朝克|满都拉|萨仁|托娅|图雅|那顺|朝鲁|斯琴|娜仁|高娃|巴图|宝音|孟和|"
    r"阿依|古丽|艾力|买买提|吐尔逊|阿不都|热合曼|玉素甫|努尔|艾合买提|库尔班|依明|帕提|迪丽|木拉提|赛力克|叶尔|哈山){1,3}"
)
"""Syllables of Tibetan, Mongolian, Uyghur and Kazakh names written without a dot."""

_LATIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}(?![a-z])")
_LISTED = re.compile(rf"[{_HAN}]{{2,3}}(?=[、,]|和[{_HAN}]{{2,3}}|等|及(?:有|相)关)")
_OFFICES = frozenset("委局厅办部处院会司队所站组区县市镇乡村省")
_NO_NAME = frozenset("的了是有在及各每某该其")
"""Letters that no word of a long list of names holds."""

_ASIDE = re.compile(r"\([^()]{1,14}\)")
"""A remark on a person of a list: 高明(常务副市长)、李强."""

_JOINT = re.compile(r"、 {0,2}|和|及|与|以及| {1,3}")

_MORE = (
    "昨日",
    "昨天",
    "今日",
    "今(",
    "昨(",
    "昨晚",
    "今天",
    "日前",
    "近日",
    "当天",
    "同日",
    "来",
    "於",
    "承诺",
    "裁示",
    "坦承",
    "喊话",
    "亲切",
    "直指",
    "直批",
    "批评",
    "热情",
    "于",
    "约谈",
    "接访",
    "下访",
    "包案",
    "包下",
    "拍板",
    "则反映",
    "反映",
    "面对",
    "喜出望外",
    "喜笑颜开",
    "眉开眼笑",
    "如数家珍",
    "信心十足",
    "深有感触",
    "感触",
    "满怀",
    "满面",
    "激动",
    "兴奋",
    "开心",
    "高兴地",
    "忙着",
    "第一个",
    "率先",
    "的一番",
)
_VERB_LETTERS = frozenset(
    "察查询访驱乘冒沿逐详仔俯驻抵返叮嘱颁揭剪驳斥估测核验抽暗勘摸握捧递送问听读写讲谈看率赴"
)
"""Letters that verbs begin with and given names do not hold."""

_ENDS_WITH = re.compile(rf"[{_HAN}]会(?=带队|一行|同志|主持|出席|强调|指出|要求|表示|详细|介绍)")
"""张拴会|带队: the last letter of a name, where a word of names follows it."""

_AT_ONCE = re.compile(r"一(?:上台|到任|来到|开口|进门|登台)")
_PREPOSED = re.compile(
    r"[站坐走跑]在|站[出上]|在(?:会|讲话|发言|座谈|调研|听取|现场|总结|部署|致辞|检查|指导|观看|实地|主持|仪式|活动|[全市区县镇省])|对(?:全|各|此|下|今|当前)|就(?:做好|进一步|下|如何)"
)
"""A last letter that begins the words after the name: 李林|在会上."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name at text[start:end] of a sentence."""

    start: int
    end: int


def read_names(text: str, at: int) -> list[Named]:
    """Return the name at `at` and those that 、 or 和 join to it; [] when there is none."""
    first = name_at(text, at)
    if first is None:
        return []
    names = [first]
    while len(names) < 80:
        aside = _ASIDE.match(text, names[-1].end)
        joint = _JOINT.match(text, aside.end() if aside else names[-1].end)
        if not joint:
            break
        following = name_at(text, joint.end(), listed=True) or _between(text, joint, len(names))
        if following is None:
            break
        names.append(following)
    return names


def _between(text: str, joint: re.Match[str], told: int) -> Named | None:
    """Take a short word in a long list of names for a name, whatever its first letter."""
    word = _LISTED.match(text, joint.end())
    if joint.group() != "、" or word is None or word.group()[:2] in NOT_NAMES:
        return None
    if told < 3 and not all(char in GIVEN for char in word.group()[1:]):
        return None
    if any(char in _NO_NAME if told > 2 else char in FUNCTION_CHARS for char in word.group()):
        return None
    if any(char in _OFFICES for char in word.group()):
        return None
    return Named(word.start(), word.end())


def name_at(text: str, at: int, *, listed: bool = False) -> Named | None:
    if dotted := _DOTTED.match(text, at):
        return Named(at, _dotted_end(text, dotted.group().rindex("·") + at + 2, dotted.end()))
    if latin := _LATIN.match(text, at):
        return Named(at, latin.end())
    spaced = _SPACED.match(text, at) if text[at : at + 1] in SURNAMES else None
    if spaced and rank(text, spaced.end() - 2, spaced.end()) > 1:
        return Named(at, spaced.end())
    if (syllables := _SYLLABLES.match(text, at)) and rank(text, at, syllables.end()) > 2:
        return Named(at, syllables.end())
    if text[at : at + 1] == "任" and TITLE.match(text, at + 1):
        return None  # 书记任|政委
    compound = text[at : at + 2] in COMPOUND_SURNAMES
    if not compound and text[at : at + 1] not in SURNAMES:
        return None if listed else _rare(text, at)
    shortest = 3 if compound else 2
    best, best_rank = None, 0
    for length in (shortest, shortest + 1):
        sure = rank(text, at, at + length)
        if sure > best_rank or (sure == best_rank and length > shortest and sure > 2):
            best, best_rank = Named(at, at + length), sure
    if best_rank == 0 and not listed:
        best = _by_letters(text, at, shortest)
    elif listed and best_rank < 2:
        best = None
    if best is None:
        return None
    if text[best.end - 1] == "地" and text.startswith(("说", "介绍", "表示", "告诉"), best.end):
        return None
    sure = (listed and best_rank == 4) or (compound and best_rank > 2)
    if text[at : at + 2] in NOT_NAMES and not sure:
        return best if _held_by(text, at, best) else None
    return best


_HOLDER = re.compile(r"(?:书记|[省市区县镇乡村州旗局厅部]长|主任|主席)$")
_NOUNS = frozenset(
    [
        "成功",
        "方向",
        "安全",
        "文明",
        "平安",
        "安定",
        "阳光",
        "海洋",
        "江山",
        "金融",
        "成果",
        "明月",
        "金牌",
        "高峰",
        "梅花",
    ]
)
_ACTS = ("主持", "出席", "强调", "指出", "表示", "说", "讲话", "带队", "致辞")


def _held_by(text: str, at: int, name: Named) -> bool:
    """Tell whether a word after a post is its holder: 市长|成功主持, 书记|文明星要求.

    Never words that tell how somebody acts: 书记|明确|要求.
    """
    if not _HOLDER.search(text, max(0, at - 3), at):
        return False
    if name.end - at == 2:
        return text[at : name.end] in _NOUNS and text.startswith(_ACTS, name.end)
    sure = rank(text, at, name.end) > 2 and not rank(text, at, at + 2)
    return name.end - at == 3 and sure and text[at + 2] in GIVEN


def _rare(text: str, at: int) -> Named | None:
    """Take a name with a first letter that is on no list, where letters and end are sure."""
    if text[at : at + 1] in _WORD_STARTS - {"和"} or not _HAN_LETTER.match(text, at):
        return None
    if (text[at] != "和" and text.startswith(FOLLOWERS, at)) or text[at : at + 2] in NOT_NAMES:
        return None
    for length in (3,) if text[at] == "和" else (3, 2):
        given = text[at + 1 : at + length]
        if all(char in GIVEN for char in given) and rank(text, at, at + length) > 2:
            return Named(at, at + length)
    return None


def _dotted_end(text: str, low: int, high: int) -> int:
    """Return where 买买提 ends: at the first word that follows names, else at `high`."""

    def follows(place: int) -> bool:
        return any(len(word) > 1 and text.startswith(word, place) for word in FOLLOWERS)

    for end in range(low, high):
        if follows(end):  # 买买|提出|席: where two words share a letter, the later one holds
            return end + 1 if end + 1 < high and follows(end + 1) else end
    return high


def _by_letters(text: str, at: int, shortest: int) -> Named | None:
    """Tell a name by letters that given names hold, where an unknown word follows it."""
    for length in (shortest + 1, shortest):
        given = text[at + shortest - 1 : at + length]
        if len(given) == length - shortest + 1 and all(char in GIVEN for char in given):
            return Named(at, at + length)
    return None


def rank(text: str, start: int, end: int) -> int:
    """How surely a name ends here: 4 stop, 3 a word, 2 one character, 0 not at all."""
    if end > len(text):
        return 0
    given = text[start + 1 : end]
    if given[1:] in ("所", "之") and (end == len(text) or text[end] in STOPS or text[end] == "等"):
        given = given[:1]
    if len(given) == 2 and given[0] == "不" and given[1] in GIVEN:
        given = given[1]
    closes = given[-1:] in ("会", "率", "赴", "到") and not _ENDS_WITH.match(text, start + 1)
    if closes or any(char in FUNCTION_CHARS or not "\u3400" <= char <= "\u9fff" for char in given):
        return 0
    if _AT_ONCE.match(text, end):
        return 4
    if _PREPOSED.match(text, end - 1):
        return 0
    if end == len(text) or text[end] in STOPS:
        return 4
    for word in (*FOLLOWERS, *_MORE):
        if text.startswith(word, end):
            return 3 if len(word) > 1 or word in "等说" else 2
    return 2 if text[end] in _VERB_LETTERS else 0
