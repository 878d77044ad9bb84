"""Tell what the article says that a person did, and whether it speaks of a person at all.

What is told of a person stands in their own stretch: after the name, or the list it stands in,
up to the next person; before it only as a label (参加会议的有A、B; 主持人:A). A name inside a quotation does
nothing at the event. 讲话, 发言, 说 and 表示 are told by any verb of speaking, 出席 and 参加 by any of attending;
every other role stands there itself.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.grounding import name_words as words
from briefing.grounding.posts import Mention
from briefing.grounding.reading import Reading

_SURNAME = f"(?:{'|'.join(sorted(words.COMPOUND))}|[{''.join(sorted(words.SURNAMES - {'和'}))}])"
_PERSON = re.compile(
    rf"[,;。、和与及在由](?>[^,;。、\"]{{1,24}}?{words.TITLE_END}、)*[^,;。、\"]{{0,24}}?{words.TITLE_END}(?:{_SURNAME}[\u4e00-\u9fff]{{1,2}}|(?!参加|出席|列席|陪同|主持|讲话|汇报|发言|介绍|到会|与会)[\u4e00-\u9fff]{{2,4}}(?=[,;、。]))"
    rf"|[、和与及](?:{_SURNAME}[\u4e00-\u9fff]{{1,3}}?|[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{1,8}}(?:·[\u4e00-\u9fff]{{1,8}})+)(?<![委局院府部办处校街站室])(?<!代表)(?<!委员)(?<!干部)(?<!群众)(?<!企业)(?<!单位)(?<!部门)(?<!人员)(?=[、,和与及等])"
    rf"|[,;]{_SURNAME}[\u4e00-\u9fff]{{1,2}}(?=代表)"
)
_UNNAMED = re.compile(
    rf"[,、]?(?:以及|和|及|与)?(?>[^,;。、\"]{{1,24}}?{words.TITLE_END}、)*[^,;。、\"]{{2,24}}?{words.TITLE_END}(?=[,、])|(?:以及|及|和|与)(?={_SURNAME})"
)
"""A post in a list whose holder is not named; it does not end the list."""

_SHORTEST = 4
"""Letters of a mark, a post and a name."""

_AGENT = re.compile(
    r"(?:受|(?<![大党工团妇业商众员民门位生师])代表(?!会|大会|团|处|队))[^,。;]{0,20}$"
)
_ON = re.compile(r"(?:会上|随后|最后|同时|接着)?,?[他她](?:们|还|又|也)?(?!人)")
"""How the sentence after goes on about the person of the one before."""

_SPEECH = tuple(
    word for word in words.SPEAK if word not in ("汇报", "通报", "宣读", "传达", "介绍", "宣布")
)
"""Verbs of speaking that stand for a speech: who reads out or reports only gave none."""


def did(reading: Reading, mentions: Sequence[Mention], role: str) -> bool:
    """Tell whether one of the `mentions` of a person is said to have done `role` (squeezed)."""
    return any(_did(reading, mention, role) for mention in mentions)


def _did(reading: Reading, mention: Mention, role: str) -> bool:
    text = mention.sentence.text
    if text.startswith(role, mention.end) or _left_or_came(role, text, mention):
        return True
    if _quoted(reading, mention):
        return False
    if role.isascii():
        return bool(
            role in text[mention.end : _next_person(text, mention.end)]
            or re.search(rf"\b{re.escape(role)}\b[^,.;]{{0,60}}$", text[: mention.start])
        )
    kinds, lead = _kinds(role), text[: mention.start]
    if (":" in lead or "有" in lead) and _label(kinds).search(lead):
        return True
    if _AGENT.search(lead):
        return False
    stretch = _stretch(reading, mention)
    if _OF_ANOTHER.match(stretch):
        return False
    if any(_not_taken_back(stretch, word) for word in kinds):
        return True
    if role == "发布" and "发布会" in text:
        return True
    return kinds is _SPEECH and text[: mention.start].endswith('"')


@lru_cache(maxsize=256)
def _label(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a label of those who did it: 参加会议的有, 主持人:."""
    label = "|".join(map(re.escape, kinds))
    return re.compile(rf"(?:{label})[^,。;:]{{0,6}}(?::|的(?:还)?有)[^。;]*$")


def _not_taken_back(stretch: str, word: str) -> bool:
    """Tell whether `word` stands in the stretch, and not as 未出席."""
    if len(word) >= 4 and (found := _parted(word).search(stretch)):
        return not _NOT.search(stretch[: found.start()])  # 提出了要求, 带领一个检查组, 宣布二期开工
    place = stretch.find(word)
    while place >= 0:
        if not _NOT.search(stretch[:place]) and not _GUESTS.match(stretch, place + len(word)):
            return True
        place = stretch.find(word, place + len(word))
    return False


@lru_cache(maxsize=256)
def _parted(word: str) -> re.Pattern[str]:
    """Return a pattern for a deed whose object comes between verb and last word, within a clause."""
    return re.compile(f"{re.escape(word[:2])}[^,;。]{{0,24}}?{re.escape(word[2:])}")


_NOT = re.compile(r"(?:未|没有?|缺席|无法|不能|无缘)[^,。;]{0,4}$")
_GUESTS = re.compile(r"(?:客商|企业|单位|商家|嘉宾|仪式)")
"""After a deed that only tells what others are, or what an occasion is called: 签约|客商代表, 签约|仪式."""

_OF_ANOTHER = re.compile(r"的(?!带领|率领|陪同|主持|指导|参加|出席)")
"""What is told after a name and 的 is told of somebody else: 章怀的家属出席."""


def _kinds(role: str) -> tuple[str, ...]:
    """Return the words that prove `role`."""
    if role in words.ATTEND and role not in words.LITERAL:
        return tuple(word for word in words.ATTEND if word not in words.LITERAL)
    if role in ("讲话", "发言", "说", "表示"):
        return _SPEECH
    return (role,)


def _stretch(reading: Reading, mention: Mention) -> str:
    """Return the words told of the person: to the next person, and a following 他强调…."""
    sentence = mention.sentence
    stop = _next_person(sentence.text, mention.end)
    told = sentence.text[mention.end : stop]
    if stop < len(sentence.text):
        return told
    paragraph = reading.paragraph(sentence)
    place = sentence.number - paragraph[0].number + 1
    while place < len(paragraph) and (on := _ON.match(text := paragraph[place].text)):
        told += text[on.end() : _next_person(text, on.end())]
        place += 1
    return told


def _quoted(reading: Reading, mention: Mention) -> bool:
    """Tell whether the name stands inside a quotation of its paragraph."""
    sentence = mention.sentence
    marks = sentence.text.count('"', 0, mention.start)
    for other in reading.paragraph(sentence):
        if other.number < sentence.number:
            marks += other.text.count('"')
    return marks % 2 == 1


_LEAVING = re.compile("免职|离任|卸任|辞去|免去")
_COMING = re.compile("任命|任职|履新|提名|当选")


def _left_or_came(role: str, text: str, mention: Mention) -> bool:
    """Tell whether a role of leaving or taking office is told of the person."""
    before, after = (
        text[max(0, mention.start - 8) : mention.start],
        text[mention.end : mention.end + 40],
    )
    if _LEAVING.search(role):
        return bool(words.REMOVED.search(before) or re.search(r"不再担任|辞去|卸任|离任", after))
    if _COMING.search(role):
        return bool(
            re.search(r"(?:任命|提名|选举|决定)$", before)
            or re.match(r"(?:同志)?(?:任|为|当选|担任)", after)
        )
    return False


def _next_person(text: str, place: int) -> int:
    """Return where the next titled person of the sentence begins, else its end.

    People in one list share what is said after it: A、B先后发言.
    """
    while text[place : place + 1] not in ("在", "由") and (
        listed := _PERSON.match(text, place) or _UNNAMED.match(text, place)
    ):
        end = listed.end()
        ends = words.AFTER.match(text, end) or not words.AFTER.match(text, end - 1)
        place = end if ends or end - place < _SHORTEST else end - 1  # 副总裁顾峰|出席
    found = _PERSON.search(text, place)
    return found.start() if found else len(text)


# --- people without a title ----------------------------------------------------------------

_NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,8})*"
_AFTER_TITLED = re.compile(rf"{words.TITLE_END}(?:{_NAME}(?:\([^)]*\))?[、和与及])+$")
_ACTS = re.compile(
    rf"(?:(?:[、和与及]|以及){_SURNAME}[\u4e00-\u9fff]{{1,3}}?(?:·[\u4e00-\u9fff]{{1,8}}?)*(?:\([^)]*\))?)*"
    r"(?:同志)?(?:等[^,。;\d]{0,12}?)?(?:(?:及|以及|和|与)[^,。;\d]{2,24}(?:负责人|负责同志|人员|同志|代表|领导|干部))?"
    r"(?:先后|分别|共同|一同|一起|也|还|则|都|均|随后|随同|在[^,。;]{0,16}[时中上]|就[^,。;]{0,30}?|代表[^,。;]{0,16}?|对[^,。;]{0,20}?|,)*"
    rf"(?:{'|'.join((*words.ATTEND, *words.SPEAK, *words.DO))}|作|到(?![\d一-十])|赴|率|看着|指着|接受|回忆|笑|[摘荣]?获|夺|参与|负责|任|担任|当选)"
)
_LABELLED = re.compile(
    rf"(?:人|人员|领导|嘉宾|者|长|主持|出席|参加|陪同|列席)(?:有|:|是)(?:{_NAME}[、,])*$"
)
_WHO = re.compile(
    r"(?:[村居市农牧渔股]民|[农大商住客商业]户|种植户|养殖户|贫困户|脱贫户|个体户|[职员]?工人|职工|员工|师傅|[学考医]生|教师|老师|网友|[客外]商|老兵|同学|老板|店主|业主|司机|患者|家长|劳模|学者|歌手|演员|作者|选手|志愿者|创业者|老人|女孩|小伙|夫妇|妻子|丈夫|儿子|女儿|名叫)$"
)


_ENGLISH_ACTS = re.compile(
    r"(?:(?:,and |,| and )[a-z]+(?:[ -][a-z]+){1,2})* (?:also )?(?:attended|participated|accompanied|joined|took part|presided|inspected|visited|delivered|said|stressed|noted|told|pointed out)\b"
)


def is_person(mentions: Sequence[Mention]) -> bool:
    """Tell whether the article speaks of a person where none of the `mentions` has a title.

    黄桃 and 白云 begin like names. A person speaks, attends or acts right after the name or its list, is
    labelled (联系人:), called by what they are (村民), or stands in a list after somebody with a title.
    """
    return any(_titled(mention) or _is_person(mention) for mention in mentions)


def _titled(mention: Mention) -> bool:
    """失业人员 is no title: what follows may be 再就业."""
    return any(not title.endswith(("人员", "成员")) for title in mention.titles)


def _is_person(mention: Mention) -> bool:
    text = mention.sentence.text
    before, after = text[: mention.start], text[mention.end :]
    if text[mention.start].isascii():
        return bool(_ENGLISH_ACTS.match(after))
    if _LABELLED.search(before) or _WHO.search(before):
        return True
    if re.match(r"同志|先生|女士|一行", after):
        return True
    if _AFTER_TITLED.search(before):
        return True
    return bool(_ACTS.match(after))
