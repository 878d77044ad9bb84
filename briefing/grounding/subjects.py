"""Tell whose a figure or a task is: a place, an office, a company, as the article writes it.

A subject stands in the sentence before the words in question, with no other subject between;
or it is inherited: from the title or the article's own region, from the speaker of the
paragraph, from an earlier sentence of the paragraph. A sentence with a subject of its own
inherits none.
"""

import re

from briefing.grounding.reading import Reading, Sentence

_PLACE = re.compile(
    r"(?:街道|新区|开发区|高新区|自治[区州县]|[省市区县镇乡旗盟]|(?<=[\u4e00-\u9fff])州|村)(?!下达|交办|[场级值域政民直容委管内外长情界区域块间别划属链道庄落化]|集体|电|企)"
)
_NO_PLACE = re.compile(
    r"(?:城|都|超|上|地|片|社|小|园|景|街|厂|校|库|(?:^|[^\u4e00-\u9fff]|[的和及与在对、大荒])山|矿|辖|老|示范|试验|保税|湖|农|红|联|行政|专|商|特|国|我|各|该|本|居住|住宅|工业|功能|聚集|集聚|先导|先行|自贸|贸|枢纽|灾|疫|疆|禁|林|牧|郊|海|战|学|教|分|夺|国|党|锦|升|军|城乡|乡|十|个|个县|大湾|事长|对|[一二三四五六七八九十两\d][项大类家条]|全国|多个|两|兄弟|跨)$"
)
_COMPARED = re.compile(
    r"(?:高于|低于|快于|高出|优于|好于|超过|占|比|较|居|列|排(?!水|污|涝)|在|位列|位居|排名|蝉联|名列|获|入选|获评|同|与)(?:全)?[\u4e00-\u9fff]{0,3}$"
)
_AGAINST = re.compile(r"(?:[高低快慢好优]于|高出|超过|占|比|较|居|列)$")
_OFFICE = r"(?:局|委|办|厅|部|中心|集团|公司|街道|镇|乡|区|县|市|办公室|管委会|政府|部门|单位|学院|大学|医院|银行|协会|指挥部|专班|企业|支队|站|所|院)"
_ACTS = r"(?:要|将|应|须|负责|牵头|会同|力争|确保|加快|推进|完成|承担|表示|说|提出|计划|:|指出|介绍|每(?:[年月周週天日季半两兩]|个))"
_BY = r"(?:力争|确保|在|于|到)?(?:20\d\d年|今年|明年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?|年底|年内|[一二三四]季度末?)之?[前内]"
"""A deadline between an office and what it is to do."""

_ACTOR = re.compile(rf"(?:^|[,;:。\"'])([^,;:。\"']{{1,24}}?{_OFFICE})(?:[等]?)(?={_ACTS}|{_BY})")
_SELF = frozenset(
    [
        "园区",
        "公司",
        "集团",
        "企业",
        "项目",
        "学校",
        "医院",
        "我局",
        "全局",
        "单位",
        "本单位",
        "我们公司",
    ]
)
_NO_ACTOR = re.compile(
    r"^(?:推动|支持|引导|鼓励|帮助|促进|组织|指导|服务|培育|协调|加强|督促|发挥|依托|围绕|聚焦|对|与|向|在|为|打造|建设|推进|做强|做优|抓好|完善|优化)"
)
_SPEAKER = re.compile(r"(?:说|表示|介绍|告诉|指出|强调|坦言|称)")

MAX_BACK = 12
"""Sentences of its paragraph that a sentence inherits from; what stands further back is not meant."""


def stem(name: str) -> str:
    """Return a place's name without its last rank (云岭区: 云岭), the name where it is short."""
    return re.sub(r"(?:省|市|区|县|镇|乡)$", "", name) if len(name) >= 3 else name


def is_compared(text: str, place: int) -> bool:
    """Tell whether what stands at `place` is only what something is compared with (高于|全省)."""
    return bool(_AGAINST.search(text, max(0, place - 3), place))


def known(reading: Reading, subject: str) -> bool:
    """Tell whether the article, its title or its region names `subject` in full."""
    return subject in reading.words or subject in reading.titles or subject in reading.region


_GONE_TO = re.compile(
    r"(?:深入|来到|走进|前往|抵达|奔赴|赴|走访|(?<![达增减升降提涨缩])到)[\u4e00-\u9fff]{0,6}$"
)
"""Before a place that somebody goes to: the figures there are not its own."""

_VISITED = re.compile(
    r"(?:深入|来到|走进|前往|抵达|奔赴|赴|走访|(?<![达增减升降提涨缩])到)(?:[\u4e00-\u9fff]{1,8}、)*$"
)


def is_visited(text: str, place: int) -> bool:
    """Tell whether somebody only goes to what stands at `place`, or to a list that it is in."""
    return bool(_VISITED.search(text, max(0, place - 60), place))


_LISTED = re.compile("、[\u4e00-\u9fff]{1,8}")
_RANKED_AMONG = re.compile(
    r"第[\d一二三四五六七八九十]|前[\d一二三四五六七八九十]|首位|末位|倒数第"
)
_RANKS_ALONE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[和及与])[省市区县镇乡]+$")


def rivals(text: str, first: int, last: int, subject: str) -> str:
    """Return another place that text[first:last] names as its subject, else ""."""
    visited = -1
    for found in _PLACE.finditer(text, first, last):
        before = text[max(first, found.start() - 6) : found.start()]
        whole = before + found[0]
        if _NO_PLACE.search(before[-3:]) or not re.search(r"[\u4e00-\u9fff]$", before):
            continue
        if _COMPARED.search(before) or whole.endswith((subject, stem(subject))):
            continue
        if whole[-2] == "全" and _COMPARED.search(before[:-1]):
            continue
        if _RANKS_ALONE.search(whole) or _RANKED_AMONG.match(text, found.end()):
            continue  # 省市重点项目, 攀升至全市第2位
        if whole[-2] == "全" and subject[-1] == whole[-1] and subject in text[: found.start()]:
            continue  # 李庄镇紧随其后,全镇…
        gone = _GONE_TO.search(text, max(first, found.start() - 8), found.start())
        if gone or (visited >= 0 and _LISTED.fullmatch(text, visited, found.start())):
            visited = found.end()
            continue
        return whole[-4:]
    return ""


_KINDS = ("项目", "公司", "集团", "企业", "学校", "医院", "银行", "工程")
_OF_KIND = {kind: re.compile(rf"[^,;。:\d]{{1,16}}?{kind}") for kind in _KINDS}
_NAMED = {kind: re.compile(rf"(?<![该此这本])[^,;。:、]{{1,12}}?{kind}") for kind in _KINDS}


def of_its_kind(text: str, first: int, last: int, subject: str) -> str:
    """Return a named project or company other than `subject` that opens text[first:last], else ""."""
    kind = subject[-2:]
    if kind not in _KINDS or len(subject) < 3:
        return ""
    found = _OF_KIND[kind].match(text, first, last)
    if (
        not found
        or subject in text[first:last]
        or re.match(r"该|此|各|全部|其中|整个|这", found[0])
    ):
        return ""
    return found[0] if len(found[0]) > 2 and not subject.endswith(found[0]) else ""


def of_same_kind(text: str, first: int, last: int, subject: str) -> str:
    """Return a project or company that text[first:last] names after `subject`, else "" (该项目 is it)."""
    kind = subject[-2:]
    if kind not in _KINDS:
        return ""
    found = _NAMED[kind].search(text, first, last)
    return found[0] if found and not re.match(r"[该此这本]|多个|各|.*的", found[0]) else ""


def alone(text: str, place: tuple[int, int], last: int, subject: str) -> bool:
    """Tell whether a project or company named at `place` is the only one up to `last`."""
    named = any(text.find(kind, place[1], last) >= 0 for kind in _KINDS)
    return not named and subject.endswith(_KINDS)


def before(text: str, place: int, subject: str, known: bool = False) -> tuple[int, int] | None:
    """Return the last place where `subject` stands before `place`.

    Its stem counts too (云岭 for 云岭区) where the whole name is `known` to the article.
    """
    for name in (subject, stem(subject)) if known else (subject,):
        found = text.rfind(name, 0, place)
        if found >= 0:
            return found, found + len(name)
    return None


_COUNTED = re.compile(r"[共有计累新增]{0,4}\d[\d,]*[个项家条座所件]")
"""After a noun that a number of its sentence counts: 千万美元以上项目|11个."""


def inherited(reading: Reading, sentence: Sentence, subject: str, *, acting: bool = False) -> str:
    """Return where `sentence` inherits `subject` from, "" where it cannot.

    One who is `acting` is not inherited from a sentence where others act too.
    """
    place = place_in_paragraph(reading, sentence)
    for earlier in reversed(reading.paragraph(sentence)[max(0, place - MAX_BACK) : place]):
        found = before(earlier.text, len(earlier.text), subject)
        counted = subject.endswith(("项目", "企业")) and found
        if found and (
            is_compared(earlier.text, found[0])
            or (counted and _COUNTED.match(earlier.text, found[1]))
        ):
            found = None
        other = actor_between(earlier.text, 0, len(earlier.text), subject) if acting else ""
        if found and other and other not in subject:
            break
        if found and not rivals(earlier.text, found[1], len(earlier.text), subject):
            return f"sentence {earlier.number}"
        if found is None and rivals(earlier.text, 0, min(len(earlier.text), 16), subject):
            break
    speaking = _speaker(reading, sentence, subject)
    if speaking:
        return speaking
    if reading.region and (
        reading.region[-1].endswith(subject) or subject.endswith(reading.region[-1])
    ):
        return "region"
    found = before(reading.titles, len(reading.titles), subject)
    if found and not re.match(
        r"[\u4e00-\u9fff]{1,6}?(?:新区|[区县市镇])(?![级域])", reading.titles[found[1] :]
    ):
        return "title"
    return ""


def place_in_paragraph(reading: Reading, sentence: Sentence) -> int:
    """Return the place of `sentence` in its paragraph, counted from 0."""
    paragraph = reading.paragraph(sentence)
    return sentence.number - paragraph[0].number


def _speaker(reading: Reading, sentence: Sentence, subject: str) -> str:
    """Return the sentence that says who speaks in this paragraph, where that is `subject`'s."""
    place = place_in_paragraph(reading, sentence)
    paragraph = reading.paragraph(sentence)[max(0, place - MAX_BACK) : place + MAX_BACK]
    spoken = any(_SPEAKER.search(one.text) for one in paragraph if one.number <= sentence.number)
    for other in paragraph:
        if other.number > sentence.number and spoken:
            break
        if other.number == sentence.number + 1 and other.text.startswith("在" + subject):
            return f"speaker in sentence {other.number}"
        found = other.text.find(subject)
        if found >= 0 and _SPEAKER.search(other.text, found, found + len(subject) + 24):
            between = [
                one for one in paragraph if one is not other and _SPEAKER.search(one.text[-12:])
            ]
            if not between:
                return f"speaker in sentence {other.number}"
    return ""


_SEEN_AHEAD = 16
"""Letters after an office that tell whether it acts (年底前|完成, 每月|通报)."""


def actor_between(text: str, first: int, last: int, owner: str) -> str:
    """Return an office or place other than `owner` that acts in text[first:last], else ""."""
    for found in _ACTOR.finditer(text, first, last + _SEEN_AHEAD):
        if found.end() > last:
            break
        if not _NO_ACTOR.match(found[1]) and found[1] not in _SELF and not owner.endswith(found[1]):
            return found[1]
    return ""
