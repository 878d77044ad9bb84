"""Prove an official: the whole name, the titles that belong to it, what the person did.

Titles stand right before the name, in a list (区委副书记、区长何立新), or after it (何立新任区长). A list of
names shares a title that several can hold (区领导高敏、陈云飞; 副区长A、B), not one that is held by one
(区长). A title said once holds for the name through the article. 副, 原 and 代 are part of a title.
"""

import re
from dataclasses import dataclass

from briefing.facts.folding import squeeze
from briefing.grounding import name_words as words
from briefing.grounding.proof import Proof, Refused, nearest
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Official, Verdict


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
    person = (
        len(name) <= 3 and name[0] in words.SURNAMES and not name.endswith(("村", "工委", "党委"))
    )
    if not official.titles and not person and words.NO_PERSON.search(name):
        return Refused(Verdict.NAME_DIFFERS, f"{name} names a place or an office", sentence)
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
        if words.NO_OFFICIAL.search(text[max(0, start - 40) : start]):
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
    found: list[Mention] = []
    for number in reading.holding(name):
        if number != sentence.number:
            there = mentions(reading.sentence(number), name)
            found += there if isinstance(there, list) else []
    return found


def _whole(text: str, start: int, end: int, name: str) -> bool:
    if len(name) < 2 or not re.fullmatch(
        r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff·A-Za-z. ]+", name
    ):
        return False
    if words.TITLE_RUN.search(name) and len(name) > 3:
        return False
    compound = name[:2] in words.COMPOUND
    before = text[max(0, start - 12) : start]
    long = len(name) > 3 and name[0] in words.SURNAMES and not compound and _is_han(name)
    if long and (not words.TITLE_RUN.search(before) or words.AFTER.match(text, start + 3)):
        return False
    if len(name) >= 3 + compound and name[-1] in words.VERB_LETTERS:
        return False
    if not words.AFTER.match(text, end) and not _three(text, start, name, before):
        return False
    if name[0].isascii():
        return not before[-1:].isascii() or not before[-1:].isalpha()
    return bool(words.BEFORE_WORD.search(before) or words.TITLE_RUN.search(before)) or (
        name[0] in words.SURNAMES
        and bool(re.search(r"[a-zA-Z0-9\u4e00-\u9fff]$", before))
        and not _surname_before(before, name)
    )


def _is_han(name: str) -> bool:
    return name.isalpha() and not name.isascii()


def _three(text: str, start: int, name: str, before: str) -> bool:
    """Tell whether three letters after a title are a name, whatever verb follows them.

    Not where the first two are one (高敏强调 names 高敏), nor where a fourth would end it well
    (德吉央宗到会 names 德吉央宗).
    """
    if len(name) != 3 or name[:2] in words.COMPOUND or not _is_han(name):
        return False
    titled = bool(words.TITLE_RUN.search(before))
    return (
        titled and not words.AFTER.match(text, start + 2) and not words.AFTER.match(text, start + 4)
    )


def _surname_before(before: str, name: str) -> bool:
    """Tell whether the letter before could be the surname that was cut off (何|立新)."""
    return len(name) <= 2 and before[-1] in words.SURNAMES


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
        if not part or not words.TITLE_RUN.search(part):
            break
        kept.insert(0, part.lstrip("的"))
    return tuple(kept), lead[len(lead) - sum(map(len, kept)) - len(kept) + 1 :] if kept else ""


_APPOINTED = re.compile(
    r"(?:同志)?(?:当选为?|担任|出任|任命为|任|兼任|为|是|调任|拟任|拟任为|获任|升任)([^,。;()\"]{2,40})"
)
_LEAVES = re.compile(
    r"(?:同志)?(?:因[^,。;]{1,12})?(?:不再|卸任|辞去|被免去)(?:担任|兼任|任)?([^,。;()\"]{2,40})"
)
_BESIDE = re.compile(
    rf"(?:\(|的)?([\u4e00-\u9fff]{{0,24}}?{words.TITLE_END})(?=[,。;)、:]|$|说|表示|介绍|主持|出席|讲话|强调|指出|要求|在|带|率|到|职务)"
)
_ACTING = re.compile(r",?[\u4e00-\u9fff]{0,2}(?:主持|出席|讲话|表示|要求|强调|部署|参加|说|指出)")


def _titles_after(text: str, end: int) -> tuple[str, ...]:
    """Read titles after a name: 张三任区长, 张三(区长), 张三局长."""
    left = _LEAVES.match(text, end)
    if appointed := left or _APPOINTED.match(text, end):
        titles = [re.sub(r"(?:职务|一职)$", "", part) for part in appointed[1].split("、")]
        ahead = "拟任" if "拟任" in appointed[0] else ""
        return tuple(ahead + title for title in titles if words.TITLE_RUN.search(title))
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
        ) and not words.TITLE_RUN.search(item):
            continue
        for size in (3, 2, 4):
            head = item[:-size]
            if len(item) > size and words.TITLE_RUN.search(head) and item[-size] in words.SURNAMES:
                head = re.split(r"[,]", head)[-1]
                return ((head,), head) if words.SHARED.search(head) else ((), "")
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
    removed = words.REMOVED.search(text[max(0, mention.start - 6) : mention.start])
    removed = removed or _LEAVES.match(text, mention.end)
    if removed and not any(re.search(r"免|离|辞|撤", role) for role in roles):
        return False
    if wanted.isascii():
        return _carries_english(text, mention, wanted)
    for place, title in enumerate(mention.titles):
        if title == wanted:
            return True
        if title.endswith(wanted) and not words.RANK_WORD.search(title[: -len(wanted)]):
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
        (role,)
        if role in words.LITERAL
        else words.ATTEND
        if role in words.ATTEND
        else words.SPEAK
        if any(role.endswith(word) for word in words.SPEAK)
        else (role,)
    )
    for other in everywhere:
        text = other.sentence.text
        if text.startswith(role, other.end) or _left_or_named(role, text, other):
            return True
        if re.search(r"(?:受|代表)[^,。;]{0,20}$", text[: other.start]):
            continue
        if kinds is words.ATTEND:
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
        if kinds is words.SPEAK and re.search(r"[\"”]$", text[: other.start]):
            return True
    return False


def _left_or_named(role: str, text: str, mention: Mention) -> bool:
    """Tell whether a role of leaving or taking office is told of the person."""
    before, after = (
        text[max(0, mention.start - 8) : mention.start],
        text[mention.end : mention.end + 40],
    )
    if re.search(r"免职|离任|卸任|辞去|免去", role):
        return bool(words.REMOVED.search(before) or re.search(r"不再担任|辞去|卸任|离任", after))
    if re.search(r"任命|任职|履新|提名|当选", role):
        return bool(
            re.search(r"(?:任命|提名|选举|决定)$", before)
            or re.match(r"(?:同志)?(?:任|为|当选|担任)", after)
        )
    return False


_PERSON = re.compile(
    rf"[,;。、和与及](?:[^,;。、\"]{{1,24}}?{words.TITLE_END}、)*[^,;。、\"]{{0,24}}?{words.TITLE_END}[{''.join(sorted(words.SURNAMES))}][\u4e00-\u9fff]{{1,2}}"
    rf"|[、和与及][{''.join(sorted(words.SURNAMES))}][\u4e00-\u9fff]{{1,2}}(?=[、,和与及等])"
)


def _next_person(text: str, place: int) -> int:
    """Return where the next titled person of the sentence begins, else its end.

    People in one list share what is said after it: A、B先后发言.
    """
    while listed := _PERSON.match(text, place):
        place = listed.end()
    found = _PERSON.search(text, place)
    return found.start() if found else len(text)
