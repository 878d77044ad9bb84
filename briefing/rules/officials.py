"""Find officials: a title, then a name, or a list of names that share the title.

A title is the organisation and a head word; titles joined by 、 belong to the next name. The
post may follow too (李伟光副书记, 任命A为B). Not officials: reporters and editors, leaders named
only in phrases about their speeches.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.records import Article, Official
from briefing.rules import addressed, posts, roles, rosters
from briefing.rules.clauses import Sentence
from briefing.rules.lexicon import (
    GIVEN,
    NONGOV,
    NOT_NAMES,
    SURNAMES,
    TITLE,
    TOP_LEADER,
)
from briefing.rules.naming import Named, read_names
from briefing.rules.posts import Post

_APPOINTED = re.compile(
    r"(?:任命|免去|接受|决定|提名)(?P<name>[\u3400-\u9fff]{2,4}?)(?:同志)?(?:为|的|辞去)(?P<post>[\u3400-\u9fff]{2,24}?)(?=职务|,|、|;|。|$|的请求)"
)
_LOOSE = frozenset(["领导", "干部", "代表", "委员", "助理", "秘书", "理事", "董事", "监事"])
_WHOSE = frozenset("级省市区县镇乡州旗校院局厅委会府司部团人协长村企业社组场园校站心队子")
"""Words that are posts only after whose they are: 区领导, 政协委员; not 责任领导."""

_CONTACT = re.compile(
    r"(?:联系人|联络人|责任人|负责人|责任领导|牵头领导|主持人|(?:出席|参加|到会|与会)(?:领导|人员|嘉宾)): ?"
)
_TAKES_POST = re.compile(
    r"(?<![\d是])(?P<name>[\u3400-\u9fff]{2,4}?)(?:同志)?(?:\([^)]{1,14}\))?(?:同志)?(?:不再)?(?:担任|出任|当选为?|兼任|(?<=同志)任|拟任|为(?=[\u3400-\u9fff]{2,20}(?:长|主任|书记|主席|委员|院长|检察官|审判员)))(?P<post>[\u3400-\u9fff]{2,24}?)(?=职务|,|;|。|$|候选人)"
)
_COMRADE = re.compile(
    r"(?:^|[,。;:\"])(?P<name>[\u3400-\u9fff]{2,3})同志(?=主持|出席|讲话|传达|宣读|通报|强调|指出|要求|作)"
)
_SPEAKS = re.compile(
    r"(?:^|[,。;\"])(?P<name>[\u3400-\u9fff]{2,3}?)(?=(?:在.{0,10}(?:时|中|上))?(?:强调|指出|要求|提出|主持(?:召开)?会议|出席(?:会议|活动)|主持召开))"
)
_PLAIN_PERSON = re.compile(
    r"(?:总统|总理|书记|主任|[省市县区镇乡局院校]长|议员|委员|先生|女士|大爷|大妈|师傅|老师|阿姨|小姐|同学)$"
)
_COLLEAGUES = re.compile(r"(?:科室|单位|部门|中心|办公室|团队|班子)的")
_LIST_END = re.compile(
    r"(?:等(?:人|同志|领导|市领导|区领导|县领导)?)?(?:一同|一起|共同|分别|陪同|也|随同)*(?:参加|出席|陪同|列席|参与)"
)


def find(article: Article, sentences: Sequence[Sentence]) -> list[Official]:
    """Return one claim for each official, at the place that gives the titles, in order."""
    people: dict[str, Official] = {}
    for sentence in sorted(sentences, key=lambda one: one.heading):
        for official in _in_sentence(article, sentence):
            known = people.get(official.name)
            if known is None:
                people[official.name] = official
            elif _says_more(official, known):
                people[official.name] = _with_roles(official, known.roles)
            else:
                people[official.name] = _with_roles(known, official.roles)
    _add_later_roles(people, sentences)
    return sorted(people.values(), key=lambda one: one.sentence)


def _add_later_roles(people: dict[str, Official], sentences: Sequence[Sentence]) -> None:
    """Add what people are said to do where a later sentence opens with their bare name."""
    for sentence in sentences:
        for name, known in people.items():
            if sentence.number > known.sentence and sentence.text.startswith(name):
                told = roles.told(sentence.text, len(name))
                people[name] = _with_roles(known, told)


def _says_more(official: Official, known: Official) -> bool:
    """Tell whether a mention gives the post where the one before gave none, or 市领导 alone."""
    loose = all(title.endswith(_LEADING) for title in known.titles)
    return loose and any(not title.endswith(_LEADING) for title in official.titles)


_STANDING = re.compile(r"(?:\((?:挂职|兼|[正副][处厅科局]级|主持工作|试用期|常务)\))?[ :]{0,3}")
"""What may stand between a post and its name."""

_LEADING = ("领导", "領導", "领导同志", "领导干部")


def _with_roles(official: Official, further: tuple[str, ...]) -> Official:
    """Return the official with further roles, `roles.MOST` at most."""
    merged = tuple(dict.fromkeys((*official.roles, *further)))[: roles.MOST]
    return official.model_copy(update={"roles": merged})


def _in_sentence(article: Article, sentence: Sentence) -> list[Official]:
    text = sentence.text
    if listed := rosters.line(text):
        return [_official(article, sentence, name, held, held[-1][1]) for name, held in listed]
    found: list[Official] = []
    groups: list[tuple[list[Named], list[Post]]] = []
    whose: dict[Named, tuple[int, int]] = {}
    done = 0
    for head in TITLE.finditer(text):
        at = head.end()
        if at < done or (
            head.group() in _LOOSE and text[head.start() - 1 : head.start()] not in _WHOSE
        ):
            continue
        if text[at : at + 1] in ("、", ",") and TITLE.search(text, at, at + 1):
            continue
        aside = _STANDING.match(text, at)
        names = read_names(text, aside.end() if aside else at)
        if not names:
            if before := addressed.before(text, head):
                groups.append(([before], [(before.end, at, head.start())]))
                if office := _OFFICE.search(text, done, before.start):
                    whose[before] = (posts.phrase_start(text, before.start, done), office.end())
            continue
        titles = posts.titles_before(text, head.start(), head.end(), done)
        if not titles or any(TOP_LEADER.search(text[a:b]) for a, b, _ in titles):
            done = names[-1].end
            continue
        done = names[-1].end
        groups.append((names, titles))
    for place, (names, titles) in enumerate(groups):
        end = _run_end(text, groups[place:])
        label = _LABELLED.search(text, 0, titles[0][0])
        above = _office_above(text, groups[place - 1][1], titles) if place else None
        found += [
            _with_roles(
                _official(article, sentence, name, titles, end, whose.get(name) or above),
                (label["role"],) if label else (),
            )
            for name in names
        ]
    found += [
        _official(article, sentence, name, held, held[-1][1])
        for name, held in rosters.bracketed(text)
    ]
    found += _appointed(article, sentence) + _called_after(article, sentence)
    for lead in (_CONTACT, _COLLEAGUES) if found else (_CONTACT,):
        if match := lead.search(text):
            names = read_names(text, match.end())
            found += [_official(article, sentence, name, []) for name in names]
    return found or _untitled(article, sentence) or _bare_list(article, sentence)


def _office_above(text: str, before: list[Post], titles: list[Post]) -> tuple[int, int] | None:
    """Return the office of the post before, whose deputy this is: 区政协主席A,副主席B."""
    start, end, _ = titles[0]
    head_start, head_end = before[-1][2], before[-1][1]
    deputy = text[start:end] == "副" + text[head_start:head_end]
    return posts.office(text, before[-1]) if deputy else None


def _run_end(text: str, groups: Sequence[tuple[list[Named], list[Post]]]) -> int:
    """Return where the run of people ends that the first group heads: A,B和C|出席."""
    end = groups[0][0][-1].end
    for names, titles in groups[1:]:
        if not _BETWEEN.fullmatch(text, end, titles[0][0]):
            break
        end = names[-1].end
    return end


def _called_after(article: Article, sentence: Sentence) -> list[Official]:
    """Read 高敏、李志、齐鸣等县级领导出席: the title that names share stands after them."""
    found = []
    for match in _LEADERS.finditer(sentence.text):
        start = match.start("first")
        names = read_names(sentence.text, start)
        if len(names) > 1 and names[-1].end == match.end("first"):
            post = (match.start("post"), match.end("post"), match.start("post"))
            found += [_official(article, sentence, name, [post], match.end()) for name in names]
    return found


_LEADERS = re.compile(
    r"(?:^|[,;。])(?P<first>[\u3400-\u9fff·]{2,8}(?:[、 ]+[\u3400-\u9fff·]{1,8})+)等(?:在家的?)?(?P<post>[省市区县州旗镇乡](?:级|处级|委|政府|四大家|四套班子)?领导(?:干部|同志)?)"
)
_LABELLED = re.compile(r"(?P<role>出席|参加|列席|陪同)[^,。;:]{0,8}的[^,。;:]{0,6}有:?")
"""What is said of all whom a sentence goes on to name: 陪同调研的有A、B."""

_BETWEEN = re.compile(
    r"(?:[,、和及与;]|以及)(?:[^,;。:]{2,30}?(?:负责同志|负责人|人员|代表|成员|同志|干部|部门|单位)等?[,、])?"
)
"""What stands between two people of one list; others without a name may too."""


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
    titles: list[Post],
    after: int | None = None,
    whose: tuple[int, int] | None = None,
) -> Official:
    """Return the claim of a name; its office is the range `whose` where the titles do not hold it."""
    text = article.text[sentence.start : sentence.end]
    offices = [posts.office(sentence.text, post) for post in titles]
    if whose is not None and not any(offices):
        offices = [whose]
    return Official(
        sentence=sentence.number,
        name=text[name.start : name.end],
        titles=tuple(text[start:end] for start, end, _ in titles),
        org=next((text[slice(*office)] for office in offices if office), None),
        roles=roles.told(sentence.text, name.end if after is None else after),
        nongov=any(NONGOV.search(sentence.text[start:end]) for start, end, _ in titles),
    )


_OFFICE = re.compile(r"[委府局会部厅办院]$")


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
            official = _official(article, sentence, name[0], [title])
            left = _LEFT.search(match.group())
            found.append(_with_roles(official, (left.group(),)) if left else official)
    return found


_LEFT = re.compile(r"免去|辞去|不再(?:担任|兼任)")


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
