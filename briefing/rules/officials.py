"""Find officials: a title, then a name, or a list of names that share the title.

A name is a surname of the general list and one or two characters, ended by a stop or by a
word that follows names (主持, 强调, 等). A title is the organisation and a head word; titles
joined by 、 belong to the next name. Not officials: reporters and editors, leaders named
only in phrases about their speeches, posts given in appointment lists.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.records import Article, Official
from briefing.rules.clauses import Sentence
from briefing.rules.lexicon import (
    COMPOUND_SURNAMES,
    FOLLOWERS,
    FUNCTION_CHARS,
    GIVEN,
    NONGOV,
    NOT_NAMES,
    ROLES,
    SURNAMES,
    TITLE,
    TOP_LEADER,
)

_HAN = r"\u3400-\u9fff"
_STOPS = " ,.:;。!?…、\"'()《》<>[]【】/|-\n"
_DOTTED = re.compile(rf"[{_HAN}]{{2,8}}(?:·[{_HAN}]{{1,8}}){{1,4}}")
_SPACED = re.compile(rf"([{_HAN}]) {{1,3}}([{_HAN}])(?![{_HAN}]? )")
_JOINT = re.compile(r"[、]|和|及|与|以及")
_APPOINTED = re.compile(
    r"(?:任命|免去|接受|决定|提名)(?P<name>[\u3400-\u9fff]{2,4}?)(?:同志)?(?:为|的|辞去)(?P<post>[\u3400-\u9fff]{2,24}?)(?=职务|,|;|。|$|的请求)"
)
_LOOSE = frozenset(["领导", "干部", "代表", "委员", "助理", "秘书", "理事", "董事", "监事"])
_WHOSE = frozenset("省市区县镇乡州旗校院局厅委会府司部团人协长村企业社组")
"""Words that are posts only after whose they are: 区领导, 政协委员; not 责任领导."""

_RANK_WORDS = re.compile(r"(?:常务|第一)?[副代]?$")
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))
_CONTACT = re.compile(r"(?:联系人|联络人|责任人|负责人|责任领导|牵头领导):")
_COLLEAGUES = re.compile(r"(?:科室|单位|部门|中心|办公室|团队|班子)的")
_LIST_END = re.compile(
    r"(?:等(?:人|同志|领导|市领导|区领导|县领导)?)?(?:一同|一起|共同|分别|陪同|也|随同)*(?:参加|出席|陪同|列席|参与)"
)
_CUTS = re.compile(
    r"当[天日晚]|近日|日前|昨[日天]|今[日天晨]|会[上前后]|随后|期间|[上下]午|其中|同时|此外|目前|获悉|了解到|召开|举行|组织|介绍说|"
    r"以来|之后|之前|[日时](?=[^间])|见到了?|[采专]访了?|拜访了?|听取了?|陪同|跟随|邀请|欢迎|来自|担任|任命|选举|的|"
    r"(?<![大数证票根])据(?=[^局])|(?<![自缘])由|(?<!服)从(?!化)|(?<![面])向(?!阳)|(?<![存所现])在(?!野)|被|给|让|是|为(?!民)|经(?![济贸开信管发委])|请(?:来|到)?|兼|受"
)
_LEAD = re.compile(
    r"^(?:和|与|及|以及|暨|现任|新任|新当选|时任|该|其|等|我[省市区县]|来自|对|中共(?=[^中]))"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A name at text[start:end] of a sentence."""

    start: int
    end: int


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
    groups: list[tuple[list[_Named], list[tuple[int, int, int]]]] = []
    done = 0
    for head in TITLE.finditer(text):
        at = head.end()
        if at < done or (
            head.group() in _LOOSE and text[head.start() - 1 : head.start()] not in _WHOSE
        ):
            continue
        if text[at : at + 1] in ("、", ",") and TITLE.search(text, at, at + 1):
            continue
        names = read_names(text, at + (1 if text[at : at + 1] == " " else 0))
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
    return found or _bare_list(article, sentence)


def _official(
    article: Article,
    sentence: Sentence,
    name: _Named,
    titles: list[tuple[int, int, int]],
    after: int | None = None,
) -> Official:
    base = sentence.start
    words = [article.text[base + a : base + b] for a, b, _ in titles]
    orgs = [_RANK_WORDS.sub("", article.text[base + a : base + h]) for a, _, h in titles]
    return Official(
        sentence=sentence.number,
        name=article.text[base + name.start : base + name.end],
        titles=tuple(words),
        org=next((org for org in orgs if len(org) >= 2), None),
        roles=_roles(sentence.text, name.end if after is None else after),
        nongov=any(NONGOV.search(word) for word in words),
    )


_ADDRESS = re.compile(r"副?(?:书记|[省市区县镇乡州局厅部院校]长|主任|主席)")


def _before(text: str, head: re.Match[str]) -> _Named | None:
    """Read 李伟光副书记: a whole name before its post, after a stop or an office."""
    place = head.start() - (text[head.start() - 1 : head.start()] == "副")
    start = place - 3
    given = text[start + 1 : place]
    if start < 0 or not _ADDRESS.match(text, place) or text[start] not in SURNAMES:
        return None
    if len(given) != 2 or any(char not in GIVEN for char in given):
        return None
    if start and text[start - 1] not in _STOPS + "委府局会":
        return None
    return _Named(start, place) if _rank(text, start, place) or _follows(text, head.end()) else None


def _follows(text: str, at: int) -> bool:
    return at == len(text) or text[at] in _STOPS or text.startswith(FOLLOWERS, at)


def _appointed(article: Article, sentence: Sentence) -> list[Official]:
    """Read 任命A为B, 免去A的B职务, 接受A辞去B职务: the name stands before the post."""
    found = []
    for match in _APPOINTED.finditer(sentence.text):
        start, end = match.span("post")
        heads = [head for head in TITLE.finditer(sentence.text, start, end) if head.end() == end]
        name = read_names(sentence.text[: match.end("name")] + ",", match.start("name"))
        if heads and name:
            title = (start, end, heads[0].start())
            found.append(_official(article, sentence, name[0], [title]))
    return found


_PREDICATE = re.compile(r"[,;:。!?\"]")
_SPEECH = frozenset(["表示", "强调", "指出", "要求", "介绍", "说", "提出", "汇报", "回应"])
_NOUN_AFTER = re.compile(r"仪式|会议?室|活动|团|组|大会|行动|报告|工作组|制度|项目|精神|情况")


def _roles(text: str, at: int) -> tuple[str, ...]:
    """Return what the words after the names say that these people did."""
    roles: list[str] = []
    while True:
        stop = _PREDICATE.search(text, at)
        end = stop.start() if stop else len(text)
        for match in _ROLE.finditer(text, at, end):
            if not _NOUN_AFTER.match(text, match.end()):
                roles.append(match.group())
            if match.group() in _SPEECH:
                return tuple(dict.fromkeys(roles))[:4]
        if not stop or stop.group() != "," or not text.startswith(("并", "随后", "还"), end + 1):
            return tuple(dict.fromkeys(roles))[:4]
        at = end + 1


# --- names ---------------------------------------------------------------------------------


def read_names(text: str, at: int) -> list[_Named]:
    """Return the name at `at` and those that 、 or 和 join to it; [] when there is none."""
    first = _name(text, at)
    if first is None:
        return []
    names = [first]
    while len(names) < 80:
        joint = _JOINT.match(text, names[-1].end)
        if not joint:
            break
        following = _name(text, joint.end(), listed=True)
        if following is None:
            break
        names.append(following)
    return names


def _name(text: str, at: int, *, listed: bool = False) -> _Named | None:
    if dotted := _DOTTED.match(text, at):
        return _Named(at, _dotted_end(text, dotted.group().rindex("·") + at + 2, dotted.end()))
    spaced = _SPACED.match(text, at) if text[at : at + 1] in SURNAMES else None
    if spaced and _rank(text, spaced.end() - 2, spaced.end()) > 1:
        return _Named(at, spaced.end())
    compound = text[at : at + 2] in COMPOUND_SURNAMES
    if not compound and text[at : at + 1] not in SURNAMES:
        return None
    shortest = 3 if compound else 2
    best, best_rank = None, 0
    for length in (shortest, shortest + 1):
        rank = _rank(text, at, at + length)
        if rank > best_rank or (rank and rank == best_rank and length > shortest and rank > 2):
            best, best_rank = _Named(at, at + length), rank
    if best_rank == 0 and not listed:
        best = _by_letters(text, at, shortest)
    elif listed and best_rank < 2:
        best = None
    if best is None:
        return None
    if text[at : at + 2] in NOT_NAMES and not (listed and best_rank == 4):
        return None
    return best


def _dotted_end(text: str, low: int, high: int) -> int:
    """Return where 买买提 ends: at the first word that follows names, else at `high`."""

    def follows(place: int) -> bool:
        return any(len(word) > 1 and text.startswith(word, place) for word in FOLLOWERS)

    for end in range(low, high):
        if follows(end):  # 买买|提出|席: where two words share a letter, the later one holds
            return end + 1 if end + 1 < high and follows(end + 1) else end
    return high


def _by_letters(text: str, at: int, shortest: int) -> _Named | None:
    """Tell a name by letters that given names hold, where an unknown word follows it."""
    for length in (shortest + 1, shortest):
        given = text[at + shortest - 1 : at + length]
        if len(given) == length - shortest + 1 and all(char in GIVEN for char in given):
            return _Named(at, at + length)
    return None


def _rank(text: str, start: int, end: int) -> int:
    """How surely a name ends here: 4 stop, 3 a word, 2 one character, 0 not at all."""
    if end > len(text):
        return 0
    given = text[start + 1 : end]
    if given[-1:] == "会" or any(
        char in FUNCTION_CHARS or not "\u3400" <= char <= "\u9fff" for char in given
    ):
        return 0
    if end == len(text) or text[end] in _STOPS:
        return 4
    for word in FOLLOWERS:
        if text.startswith(word, end):
            return 3 if len(word) > 1 or word in "等说" else 2
    return 0


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
    while start > low and head - start < 45 and text[start - 1] not in _STOPS:
        start -= 1
    for cut in _CUTS.finditer(text, start, head):
        start = cut.end()
    while lead := _LEAD.match(text[start:head]):
        start += lead.end()
    other = _name(text[:head], start) if text[start : start + 1] in SURNAMES else None
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
