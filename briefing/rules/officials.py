"""Find officials: a title, then a name, or a list of names that share the title.

A title is the organisation and a head word; titles joined by 、 belong to the next name. The
post may follow too (李伟光副书记, 任命A为B). Not officials: reporters and editors, leaders named
only in phrases about their speeches.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.records import Article, Official
from briefing.rules.clauses import Sentence
from briefing.rules.lexicon import (
    FOLLOWERS,
    GIVEN,
    NONGOV,
    NOT_NAMES,
    ROLES,
    SURNAMES,
    TITLE,
    TOP_LEADER,
)
from briefing.rules.naming import STOPS, Named, name_at, rank, read_names

_APPOINTED = re.compile(
    r"(?:任命|免去|接受|决定|提名)(?P<name>[\u3400-\u9fff]{2,4}?)(?:同志)?(?:为|的|辞去)(?P<post>[\u3400-\u9fff]{2,24}?)(?=职务|,|;|。|$|的请求)"
)
_LOOSE = frozenset(["领导", "干部", "代表", "委员", "助理", "秘书", "理事", "董事", "监事"])
_WHOSE = frozenset("省市区县镇乡州旗校院局厅委会府司部团人协长村企业社组")
"""Words that are posts only after whose they are: 区领导, 政协委员; not 责任领导."""

_RANK_WORDS = re.compile(r"(?:常务|第一)?[副代]?$")
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))
_CONTACT = re.compile(
    r"(?:联系人|联络人|责任人|负责人|责任领导|牵头领导|主持人|(?:出席|参加|到会|与会)(?:领导|人员|嘉宾)): ?"
)
_TAKES_POST = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,4}?)(?:同志)?(?:\([^)]{1,14}\))?(?:同志)?(?:不再)?(?:担任|出任|当选为?|兼任|(?<=同志)任|拟任|为(?=[\u3400-\u9fff]{2,20}(?:长|主任|书记|主席|委员|院长|检察官|审判员)))(?P<post>[\u3400-\u9fff]{2,24}?)(?=职务|,|;|。|$|候选人)"
)
_COMRADE = re.compile(
    r"(?:^|[,。;:\"])(?P<name>[\u3400-\u9fff]{2,3})同志(?=主持|出席|讲话|传达|宣读|通报|强调|指出|要求|作)"
)
_SPEAKS = re.compile(
    r"(?:^|[,。;\"])(?P<name>[\u3400-\u9fff]{2,3}?)(?=(?:在.{0,10}(?:时|中|上))?(?:强调|指出|要求|主持(?:召开)?会议|出席(?:会议|活动)|主持召开))"
)
_PLAIN_PERSON = re.compile(r"(?:先生|女士|大爷|大妈|师傅|老师|阿姨|小姐|同学)$")
_COLLEAGUES = re.compile(r"(?:科室|单位|部门|中心|办公室|团队|班子)的")
_LIST_END = re.compile(
    r"(?:等(?:人|同志|领导|市领导|区领导|县领导)?)?(?:一同|一起|共同|分别|陪同|也|随同)*(?:参加|出席|陪同|列席|参与)"
)
_CUTS = re.compile(
    r"当[天日晚]|近日|日前|昨[日天]|今[日天晨]|根据|依据|按照|遵照|会[上前后]|随后|期间|[上下]午|其中|同时|此外|目前|获悉|了解到|召开|举行|组织|介绍说|"
    r"以来|之后|之前|[日时](?=[^间])|见到了?|[采专]访了?|拜访了?|听取了?|陪同|跟随|邀请|欢迎|来自|担任|任命|选举|的|"
    r"(?<![大数证票根])据(?=[^局])|(?<![自缘])由|(?<!服)从(?!化)|(?<![面])向(?!阳)|(?<![存所现])在(?!野)|被|给|让|是|为(?!民)|经(?![济贸开信管发委])|请(?:来|到)?|兼|受"
)
_LEAD = re.compile(
    r"^(?:和|与|及|以及|暨|现任|新任|新当选|时任|该|其|等|我[省市区县]|来自|对|中共(?=[^中]))"
)


def find(article: Article, sentences: Sequence[Sentence]) -> list[Official]:
    """Return one claim for each official, at the place that gives the titles, in order."""
    people: dict[str, Official] = {}
    for sentence in sentences:
        if sentence.heading:
            continue
        for official in _in_sentence(article, sentence):
            known = people.get(official.name)
            if known is None:
                people[official.name] = official
            elif not known.titles and official.titles:
                people[official.name] = replace_roles(official, known.roles)
    return list(people.values())


def replace_roles(official: Official, roles: tuple[str, ...]) -> Official:
    """Return the official with further roles."""
    merged = tuple(dict.fromkeys((*official.roles, *roles)))
    return official.model_copy(update={"roles": merged})


def _in_sentence(article: Article, sentence: Sentence) -> list[Official]:
    text = sentence.text
    found: list[Official] = []
    groups: list[tuple[list[Named], list[tuple[int, int, int]]]] = []
    done = 0
    for head in TITLE.finditer(text):
        at = head.end()
        if at < done or (
            head.group() in _LOOSE and text[head.start() - 1 : head.start()] not in _WHOSE
        ):
            continue
        if text[at : at + 1] in ("、", ",") and TITLE.search(text, at, at + 1):
            continue
        names = read_names(text, at + len(text[at : at + 3]) - len(text[at : at + 3].lstrip(" :")))
        if not names:
            if before := _before(text, head):
                groups.append(([before], [(head.start(), at, head.start())]))
            continue
        titles = _titles(text, head.start(), head.end(), done)
        if not titles or any(TOP_LEADER.search(text[a:b]) for a, b, _ in titles):
            done = names[-1].end
            continue
        done = names[-1].end
        groups.append((names, titles))
    for names, titles in groups:
        end = names[-1].end
        found += [_official(article, sentence, name, titles, end) for name in names]
    found += _appointed(article, sentence)
    for lead in (_CONTACT, _COLLEAGUES) if found else (_CONTACT,):
        if match := lead.search(text):
            names = read_names(text, match.end())
            found += [_official(article, sentence, name, []) for name in names]
    return found or _untitled(article, sentence) or _bare_list(article, sentence)


def _untitled(article: Article, sentence: Sentence) -> list[Official]:
    """Read 李明同志主持 and 李明强调: people of a meeting whose posts the page does not give."""
    found = []
    for pattern in (_COMRADE, _SPEAKS):
        for match in pattern.finditer(sentence.text):
            start, end = match.span("name")
            letters = match["name"]
            known = letters[0] in SURNAMES and all(char in GIVEN for char in letters[1:])
            plain = _PLAIN_PERSON.search(letters) or letters[:2] in NOT_NAMES
            if known and not plain and not _is_example(article, letters):
                found.append(_official(article, sentence, Named(start, end), []))
    return found


def _is_example(article: Article, name: str) -> bool:
    return bool(
        re.search(rf"(?:民|户|众|客|工人|学生|家长|老板|店主|司机|患者|业主){name}", article.text)
    )


def _official(
    article: Article,
    sentence: Sentence,
    name: Named,
    titles: list[tuple[int, int, int]],
    after: int | None = None,
) -> Official:
    base = sentence.start
    words = [article.text[base + a : base + b] for a, b, _ in titles]
    orgs = [
        _RANK_WORDS.sub("", article.text[base + a : base + h + _seat(sentence.text, a, h)])
        for a, _, h in titles
    ]
    return Official(
        sentence=sentence.number,
        name=article.text[base + name.start : base + name.end],
        titles=tuple(words),
        org=next((org for org in orgs if len(org) >= 2), None),
        roles=_roles(sentence.text, name.end if after is None else after),
        nongov=any(NONGOV.search(word) for word in words),
    )


_ADDRESS = re.compile(r"副?(?:书记|[省市区县镇乡州局厅部院校]长|主任|主席)")


def _before(text: str, head: re.Match[str]) -> Named | None:
    """Read 李伟光副书记: a whole name before its post, after a stop or an office."""
    place = head.start() - (text[head.start() - 1 : head.start()] == "副")
    start = place - 3
    given = text[start + 1 : place]
    if start < 0 or not _ADDRESS.match(text, place) or text[start] not in SURNAMES:
        return None
    if len(given) != 2 or any(char not in GIVEN for char in given):
        return None
    if start and text[start - 1] not in STOPS + "委府局会":
        return None
    return Named(start, place) if rank(text, start, place) or _follows(text, head.end()) else None


def _follows(text: str, at: int) -> bool:
    return at == len(text) or text[at] in STOPS or text.startswith(FOLLOWERS, at)


def _seat(text: str, start: int, head: int) -> int:
    """Return 1 where the head word's first letter ends the organisation: 青埔区|长."""
    named = head - start >= 2 and text[head - 1] not in "副代"
    return int(named and text[head : head + 1] in "省市区县镇乡州旗" and text[head + 1] == "长")


def _appointed(article: Article, sentence: Sentence) -> list[Official]:
    """Read 任命A为B, 免去A的B职务, 接受A辞去B职务: the name stands before the post."""
    found = []
    text = sentence.text
    for match in (*_APPOINTED.finditer(text), *_TAKES_POST.finditer(text)):
        start, end = match.span("post")
        heads = [head for head in TITLE.finditer(sentence.text, start, end) if head.end() == end]
        name = read_names(sentence.text[: match.end("name")] + ",", match.start("name"))
        if heads and name:
            title = (start, end, heads[0].start())
            found.append(_official(article, sentence, name[0], [title]))
    return found


_PREDICATE = re.compile(r"[,;:。!?\"]")
_SPEECH = frozenset(["表示", "强调", "指出", "要求", "介绍", "说", "提出", "汇报", "回应"])
_NOUNS = frozenset(
    ["签约", "观摩", "座谈", "推介", "调研", "检查", "督导", "动员", "揭牌", "授牌", "汇报"]
)
_NOUN_AFTER = re.compile(r"仪式|会议?室|活动|团|组|大会|行动|报告|工作组|制度|项目|精神|情况")


def _roles(text: str, at: int) -> tuple[str, ...]:
    """Return what the words after the names say that these people did."""
    roles: list[str] = []
    while True:
        stop = _PREDICATE.search(text, at)
        end = stop.start() if stop else len(text)
        for match in _ROLE.finditer(text, at, end):
            if match.group() not in _NOUNS or not _NOUN_AFTER.match(text, match.end()):
                roles.append(match.group())
            if match.group() in _SPEECH:
                return tuple(dict.fromkeys(roles))[:4]
        if not stop or stop.group() != "," or not text.startswith(("并", "随后", "还"), end + 1):
            return tuple(dict.fromkeys(roles))[:4]
        at = end + 1


# --- titles --------------------------------------------------------------------------------


def _titles(text: str, head: int, end: int, low: int) -> list[tuple[int, int, int]]:
    """Return (start, end, start of the head word) of the titles that end at `end`, in order."""
    start = _phrase_start(text, head, low)
    titles = [(start, end, head)]
    while start - 1 >= low and text[start - 1] in "、, 兼":
        before = start - 1
        heads = [
            m for m in TITLE.finditer(text, max(low, before - 12), before) if m.end() == before
        ]
        if not heads:
            break
        first = heads[0]
        start = _phrase_start(text, first.start(), low)
        if text[before] == "," and before - start > 22:
            break
        titles.insert(0, (start, before, first.start()))
    return [(a, b, h) for a, b, h in titles if b - a <= 45]


def _phrase_start(text: str, head: int, low: int) -> int:
    start = head
    while start > low and head - start < 45:
        if text[start - 1] == ")" and (opened := text.rfind("(", max(low, start - 9), start)) > 0:
            start = opened
        elif text[start - 1] in STOPS:
            break
        else:
            start -= 1
    for cut in _CUTS.finditer(text, start, head):
        start = cut.end()
    while lead := _LEAD.match(text[start:head]):
        start += lead.end()
    other = name_at(text[:head], start) if text[start : start + 1] in SURNAMES else None
    if other and text[other.end : other.end + 1] in ("与", "和", "同"):
        start = other.end + 1
    return start


# --- names alone ---------------------------------------------------------------------------


def _bare_list(article: Article, sentence: Sentence) -> list[Official]:
    """Read a sentence that is nothing but names and 参加 or 出席."""
    text = sentence.text.strip()
    offset = len(sentence.text) - len(sentence.text.lstrip())
    names = read_names(text, 0)
    if not names or not _LIST_END.match(text, names[-1].end) or len(text) - names[-1].end > 30:
        return []
    shifted = [replace(name, start=name.start + offset, end=name.end + offset) for name in names]
    return [_official(article, sentence, name, []) for name in shifted]
