"""Prove an official: the whole name, the titles that belong to it, what the person did.

A title said once holds for the name through the article.
"""

import re

from briefing.facts.folding import squeeze
from briefing.grounding import name_words as words
from briefing.grounding import offices
from briefing.grounding.deeds import did, is_person
from briefing.grounding.posts import LEAVES, Mention, titles_of
from briefing.grounding.proof import Proof, Refused, nearest
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Official, Verdict


def prove(reading: Reading, sentence: Sentence, official: Official) -> Proof | Refused:
    """Look for `official` in `sentence`; titles may come from any mention in the article."""
    name = squeeze(official.name)
    here = mentions(sentence, name)
    if isinstance(here, Refused):
        return here
    everywhere = [*here, *_elsewhere(reading, sentence, name)]
    if not official.titles and (words.NO_PERSON.search(name) or not is_person(everywhere)):
        return Refused(Verdict.NAME_DIFFERS, f"{name} is not told of as a person", sentence)
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
        else:
            held = _held(sentence, start, end) if _PLAIN.fullmatch(name) else ()
            if held or _whole(text, start, end, name):
                titles, run = titles_of(text, start, end)
                found.append(Mention(sentence, start, end, (*titles, *held), run))
            else:
                partial = (start, end)
        start = text.find(name, start + 1)
    if found:
        return found
    if editor:
        return Refused(Verdict.NOT_ASSERTED, "named only as reporter or editor", sentence, editor)
    if partial:
        return Refused(Verdict.NAME_DIFFERS, f"{name} is part of longer words", sentence, partial)
    return Refused(Verdict.NAME_DIFFERS, f"{name} does not stand in the sentence", sentence)


_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_POST = rf"(?>[\u4e00-\u9fff]{{0,24}}?{words.TITLE_END}(?=[、兼;。)]|$))"
_POSTS = rf"({_POST}(?:[、兼]{_POST})*)"
_IN_BRACKETS = re.compile(rf"\({_POSTS}\)(?!:)")
_IN_LIST = re.compile(rf",?{_POSTS}(?=[;。]|$)")


def _held(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Read the posts that a list gives after a name: 李明(区长); 李明 区长; 李明,副区长;王芳,….

    Without brackets the name begins the line or the item, and a gap or a comma ends it.
    """
    text = sentence.text
    before = text[max(0, start - 1) : start]
    if text[start] not in words.SURNAMES and text[start : start + 2] not in words.COMPOUND:
        return ()
    if posts := _IN_BRACKETS.match(text, end):
        opened = not before or before in ",;:。、由和与及" or _gap(sentence, start)
    else:
        posts = _IN_LIST.match(text, end)
        parted = _gap(sentence, end) and not _gap(sentence, end + 1)
        opened = (parted or text.startswith(",", end)) and (not before or before in ":;。")
    return tuple(re.split(r"、|(?<=[长记任席委员])兼", posts[1])) if posts and opened else ()


def _gap(sentence: Sentence, place: int) -> bool:
    """Tell whether the article sets a blank before text[place]."""
    if not 0 < place < len(sentence.text):
        return False
    first, last = sentence.span(place - 1, place + 1)
    return last - first > 2


def _elsewhere(reading: Reading, sentence: Sentence, name: str) -> list[Mention]:
    found: list[Mention] = []
    for number in reading.holding(name):
        if number != sentence.number:
            there = mentions(reading.sentence(number), name)
            found += there if isinstance(there, list) else []
    return found


def _whole(text: str, start: int, end: int, name: str) -> bool:
    if len(name) < 2 or not re.fullmatch(
        r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff·A-Za-z. '-]+", name
    ):
        return False
    if words.TITLE_RUN.search(name) and len(name) > 3:
        return False
    if name[0] == "任" and re.fullmatch(words.TITLE_END, name[1:]):
        return False  # 书记任|政委
    compound = name[:2] in words.COMPOUND
    before = text[max(0, start - 12) : start]
    long = len(name) > 3 and name[0] in words.SURNAMES and not compound and _is_han(name)
    if long and (not words.TITLE_RUN.search(before) or words.AFTER.match(text, start + 3)):
        return False
    if len(name) >= 3 + compound and name[-1] in words.VERB_LETTERS:
        return False
    ends = words.AFTER.match(text, end) or words.VERB_START.match(text, end)
    if not ends and not _three(text, start, name, before):
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
    titles = tuple(squeeze(title) for title in official.titles)
    if official.org and not offices.belongs(
        reading, mention, everywhere, squeeze(official.org), titles
    ):
        return Refused(
            Verdict.SUBJECT_DIFFERS,
            f"{official.org} is not said of {official.name}",
            sentence,
            mark,
        )
    for role in official.roles:
        if not (_leaves(everywhere, squeeze(role)) or did(reading, everywhere, squeeze(role))):
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


def _leaves(everywhere: list[Mention], role: str) -> bool:
    """Tell whether a person is said to leave a post in the words of `role`: 同志|不再兼任."""
    if not role.startswith("不再"):
        return False
    left = (LEAVES.match(mention.sentence.text, mention.end) for mention in everywhere)
    return any(one is not None and role in one[0] for one in left)


def _carries(mention: Mention, wanted: str, roles: tuple[str, ...] = ()) -> bool:
    """Tell whether a mention carries the title `wanted`, whole or without its office's name.

    Someone removed from a post carries it only where the claim says so (role 免职).
    """
    text = mention.sentence.text
    removed = words.REMOVED.search(text[max(0, mention.start - 6) : mention.start])
    removed = removed or LEAVES.match(text, mention.end)
    if removed and not any(re.search(r"免|离|辞|撤|不再", role) for role in roles):
        return False
    if wanted.isascii():
        return _carries_english(text, mention, wanted)
    for place, title in enumerate(mention.titles):
        if title == wanted:
            return True
        if title.endswith(wanted) and not words.RANK_WORD.search(title[: -len(wanted)]):
            return True
        if _LEVELS.fullmatch(wanted.removesuffix(title)) and wanted in text[: mention.start]:
            return True  # 市、县领导
        if wanted.endswith(title) and any(
            other.startswith(wanted[: -len(title)]) for other in mention.titles[:place]
        ):
            return True
    return False


def _carries_english(text: str, mention: Mention, wanted: str) -> bool:
    """Tell whether an English title stands before the name or its list, or after it between commas.

    `text` is in small letters, without a blank after a comma.
    """
    title = re.escape(wanted.rstrip("."))
    lead = text[: mention.start].rstrip(" ,")
    if _PLURAL.search(wanted):
        among = rf"(?<={title})(?:,? ?(?:including|such as|namely))?"
        lead = re.sub(rf"{among} (?:{_LISTED}(?:,and |,| and ))*$", "", text[: mention.start])
        lead = lead.rstrip(" ,")
    if lead.endswith(wanted):
        return not _RANKED.search(lead[: -len(wanted)])
    apposed = re.match(r",? ?([^.;]{2,160})", text[mention.end :])
    for found in re.finditer(
        rf"(?:^|(?:,and |,| and )|the ){title}(?!\w)", apposed[1] if apposed else ""
    ):
        before = apposed[1][: found.start()] if apposed else ""
        if not before or (_TITLED.match(before) and not before.count(",") > 2):
            return True
    return False


_LEVELS = re.compile(r"(?:[省市县区镇]、)+")
_PLURAL = re.compile(
    r"\b(?:leaders|officials|mayors|secretaries|directors|members|heads|governors|councill?ors|lawmakers|legislators|chiefs)\b"
)
_LISTED = r"[a-z]+(?:[ -][a-z]+){1,2}"
_RANKED = re.compile(r"(?:vice|deputy|former|acting|ex-)[ -]?$")
_TITLED = re.compile(
    r"(?:the )?(?:[\w'’-]+ ){0,4}?(?:secretary|chief|mayor|governor|director|head|chairman|chairwoman|president|manager|commissioner|member|minister|chair)\b"
)
"""How an apposition begins: deputy secretary of … |and mayor."""
