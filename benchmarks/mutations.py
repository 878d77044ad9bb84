"""Corrupt true claims and count which checkers let them pass.

    python benchmarks/mutations.py [--peers] [--show N] [--seed N]

Truth: the gold of tests/data/gold and tests/data/corpus, turned into claims by copying: of a gold
metric, owner or role those words are kept that stand in the article, pieces of two letters or
more; a metric that gold paraphrases is left out; raw numbers get the bound words that touch them. Articles are the gold's
paragraphs, so that cleaning plays no part.

Corruption: one operator at a time, each a function from a true claim to false ones. A mutant
that happens to be true (another true claim of the article says it) is no mutant and is left out.

Printed: for each operator the mutants and how many were accepted, then true claims refused, CPU
an article. With --peers the same for langextract, Instructor's citations and rapidfuzz, each
shown the clause with the corrupted words in it; a peer that is not installed is named and skipped.
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing import grounding  # noqa: E402
from briefing.cleaning import sentences  # noqa: E402
from briefing.facts import dates  # noqa: E402
from briefing.facts.folding import squeeze  # noqa: E402
from briefing.records import (  # noqa: E402
    Article,
    Claim,
    Dated,
    DateRange,
    Figure,
    NextStep,
    Official,
    Piece,
    Shortfall,
    Span,
    Target,
)

DATA = ROOT / "tests" / "data"


@dataclass
class Page:
    """An article with its true claims. `clauses` are the gold's quotes, claim by claim."""

    name: str
    article: Article
    claims: list[Claim] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    """Gold metrics without words for change and rank, to tell a coincidence from a corruption."""
    periods: list[DateRange | None] = field(default_factory=list)
    """Gold periods, as days."""


# --- truth ---------------------------------------------------------------------------------


def pages(folder: str = "*") -> Iterator[Page]:
    """Yield every relevant page of the gold."""
    for path in sorted((DATA / "gold" / "facts").glob("*.json")):
        clean = json.loads((DATA / "gold" / "clean" / path.name).read_text("utf-8"))
        gold = json.loads(path.read_text("utf-8"))
        main = clean["articles"][0]
        yield _page(path.stem, gold, main["paragraphs"], clean.get("title"))
    for path in sorted((DATA / "corpus").glob(f"{folder}/*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold.get("relevant") and gold.get("paragraphs"):
            yield _page(path.stem, gold, gold["paragraphs"], gold.get("title"))


def _page(name: str, gold: dict[str, Any], paragraphs: list[str], title: str | None) -> Page:
    day = gold.get("published") or (gold.get("event") or {}).get("date_start")
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start=start, end=start + len(paragraph)))
        start += len(paragraph) + 1
    digest = sha256(text.encode()).hexdigest()
    dated = date.fromisoformat(day) if day else None
    article = Article(
        id=digest[:16],
        source=name,
        title=title,
        published=Dated(first=dated, last=dated, basis="stamp") if dated else None,
        region=tuple(gold.get("region") or ()),
        text=text,
        paragraphs=tuple(spans),
        sentences=sentences.split(text),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256=digest,
        encoding="utf-8",
    )
    page = Page(name, article)
    for kind in ("figures", "officials", "targets", "next_steps", "shortfalls"):
        for item in gold.get(kind, ()):
            claim = _claim(kind, item, article)
            for told in (claim, *_told_fully(claim, item, article)) if claim else ():
                page.claims.append(told)
                page.clauses.append(squeeze(item["quote"]))
                page.stems.append(_stem(item.get("metric", "")))
                page.periods.append(dates.resolve(item.get("period") or "", anchor=dated))
    return page


def _claim(kind: str, item: dict[str, Any], article: Article) -> Claim | None:
    number = _sentence(article, item["quote"])
    if number is None:
        return None
    context = squeeze(article.sentence(number))
    if kind == "figures":
        metric = copied(item["metric"], context)
        raw = _with_bound(item["raw"], context)
        if not metric or squeeze(raw) not in context:
            return None
        return Figure(
            sentence=number,
            metric=metric,
            raw=_older(raw, context),
            period=_since(raw, context),
            change_kind=item["change_kind"],
            is_rank=item["is_rank"],
        )
    if kind == "officials":
        roles = item.get("roles_all") or [item.get("role_in_event")]
        kept = tuple(
            role
            for role in roles
            if role and (squeeze(role) in context or role in ("免职", "离任"))
        )
        return Official(
            sentence=number, name=item["name"], titles=tuple(item["titles"]), roles=kept
        )
    words = _within(item["quote"], article.sentence(number))
    if words is None:
        return None
    if kind == "shortfalls":
        return Shortfall(sentence=number, what=words)
    deadline = item.get("deadline")
    if deadline and squeeze(deadline) not in context:
        deadline = None
    owner = item.get("owner")
    if owner and squeeze(owner) not in _paragraph(article, number):
        owner = None
    if kind == "next_steps":
        return NextStep(sentence=number, action=words, deadline=deadline, owner=owner)
    return Target(sentence=number, what=words, deadline=deadline, owner=owner)


def _sentence(article: Article, quote: str) -> int | None:
    """Return the sentence that holds the quote, or the start of one that runs on."""
    wanted = squeeze(quote)
    texts = [squeeze(article.sentence(n)) for n in range(1, len(article.sentences) + 1)]
    for part in (wanted, wanted[:10]):
        for number, text in enumerate(texts, 1):
            if part in text:
                return number
    return None


def _within(quote: str, sentence: str) -> str | None:
    """Return the part of a quote that its first sentence holds."""
    if squeeze(quote) in squeeze(sentence):
        return quote
    head = re.split(r"(?<=[。!?！？;；])", quote)[0]
    return head if squeeze(head) in squeeze(sentence) and len(head) > 5 else None


def _paragraph(article: Article, number: int) -> str:
    place = article.sentences[number - 1].start
    for span in article.paragraphs:
        if span.start <= place < span.end:
            return squeeze(span.of(article.text))
    return ""


_GENERAL = re.compile(r"完成率|占比|比重|比例|增幅|增速|增长率|排名|率|数|额|面积|的|等|及")


def copied(words: str, context: str, shortest: int = 2) -> str:
    """Keep of `words` the pieces of at least `shortest` letters that stand in `context`.

    General words of gold (占比, 数) stay, 的 goes. "" where a letter is left over: then gold
    paraphrases, and nobody could copy it.
    """
    wanted = squeeze(words)
    if wanted.isascii():
        kept_words = [
            word for word in wanted.split() if re.search(rf"\b{re.escape(word)}\b", context)
        ]
        kept, letters = " ".join(kept_words), sum(map(len, kept_words))
    else:
        wanted = re.sub(r"(?:同比|环比)?(?:增幅|增速|增长率|涨幅|降幅|成长率|变化)$", "", wanted)
        ending = re.search(rf"(?:{_GENERAL.pattern})+$", wanted)
        suffix = ending[0] if ending else ""
        wanted = wanted.removesuffix(suffix)
        kept, letters, place = "", 0, 0
        while place < len(wanted):
            size = next(
                (
                    n
                    for n in range(len(wanted) - place, shortest - 1, -1)
                    if wanted[place : place + n] in context
                ),
                0,
            )
            general = _GENERAL.match(wanted, place)
            if not size and general:
                size = len(general[0])
            kept += wanted[place : place + size]
            letters += size
            place += size or 1
        kept += suffix if kept else ""
    return kept if letters >= len(wanted.replace(" ", "")) else ""


_BOUND_WORDS = r"(?:超过|超出|超|逾|突破|不到|不足|不低于|不超过|约为|约|近|将近|接近|至少)"


def _with_bound(raw: str, context: str) -> str:
    """Add to a gold number the bound words that touch it in the sentence."""
    found = re.search(
        rf"({_BOUND_WORDS}?){re.escape(squeeze(raw))}((?:以上|以内|左右|以下|余|多|强)?)", context
    )
    return found[0] if found else raw


_FROM = re.compile(r"([由从])((?:去年|上年|20\d\d年|上半年)(?:同期)?)?[^,;。由从]{0,8}$")
_GREW_TO = re.compile(r"[^,;。\d]{0,4}[增减提升降扩缩攀][^,;。\d]{0,4}[到至为]")


def _from(raw: str, context: str) -> re.Match[str] | None:
    """Find 由 or 从 before a value that something grew or fell from."""
    start = context.find(squeeze(raw))
    grew = _GREW_TO.match(context, start + len(squeeze(raw))) if start >= 0 else None
    return _FROM.search(context[:start]) if grew else None


def _older(raw: str, context: str) -> str:
    """Return an older value without a date with the 由 that makes it one, as a model copies it."""
    found = _from(raw, context)
    whole = (found[0] if found else "") + squeeze(raw)
    return whole if found and not found[2] and whole in context else raw


def _told_fully(claim: Claim, item: dict[str, Any], article: Article) -> Iterator[Claim]:
    """Yield a figure with the period words of its own sentence, where they name gold's days, and one
    with the article's own place as its subject, where its clause names that place and no other owner.
    """
    if not isinstance(claim, Figure):
        return
    sentence = article.sentence(claim.sentence)
    lead = squeeze(sentence).partition(squeeze(claim.raw))[0]
    days = dates.resolve(item.get("period") or "", anchor=article.day)
    for mention in reversed(dates.find(sentence)):
        same = days is not None and dates.resolve(mention, anchor=article.day) == days
        if same and squeeze(mention.raw) in lead and not claim.period:
            yield _with(claim, period=mention.raw)
            break
    place = squeeze(article.region[-1]) if article.region else ""
    own = (
        re.search(
            rf"(?:^|[,;。])({place}|全{place[-1]}|我{place[-1]})(?!的|[^,;。]*{_OWNERS})", lead
        )
        if place
        else None
    )
    if own and not re.search("[;。]", lead[own.end() :]):
        yield _with(claim, subject=own[1])


_OWNERS = "(?:区|县|镇|乡|街道|村|公司|集团|企业|项目|园|院|校|局|办)"
"""What may own a figure beside the article's own place."""


def _since(raw: str, context: str) -> str | None:
    """Return the date of an older value (由上年的198万亩扩大到)."""
    found = _from(raw, context)
    return found[2] if found else None


def _stem(metric: str) -> str:
    return re.sub(
        r"(?:同比|环比|较.*?)?(?:增幅|增速|增长率|增长|涨幅|降幅|成长率|增加数?|减少数?|变化|全[省市区国县]排名|排名|数|额|量|占.*)",
        "",
        metric,
    )


# --- corruption ----------------------------------------------------------------------------

Mutants = Iterator[Claim]
Operator = Callable[[Claim, Page, Page, random.Random], Mutants]
OPERATORS: dict[str, Operator] = {}


def operator(function: Operator) -> Operator:
    """Register an operator under its name."""
    OPERATORS[function.__name__] = function
    return function


def _raw(claim: Claim) -> str:
    return getattr(claim, "raw", None) or ""


def _with(claim: Claim, **changes: Any) -> Claim:
    return claim.model_copy(update=changes)


def _edits(claim: Claim, edit: Callable[[str], str | None]) -> Mutants:
    """Yield the claim with its number-bearing words edited."""
    name = (
        "raw"
        if isinstance(claim, Figure)
        else "what"
        if isinstance(claim, Target)
        else "action"
        if isinstance(claim, NextStep)
        else ""
    )
    if not name:
        return
    old = getattr(claim, name)
    new = edit(old)
    if new and squeeze(new) != squeeze(old):
        yield _with(claim, **{name: new})


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _on_number(change: Callable[[str], str | None]) -> Callable[[str], str | None]:
    def edit(words: str) -> str | None:
        found = _NUMBER.search(words)
        new = change(found[0]) if found else None
        return words[: found.start()] + new + words[found.end() :] if found and new else None

    return edit


@operator
def digit_changed(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Replace one digit: 36.4 -> 36.9."""

    def change(number: str) -> str:
        place = rng.choice([i for i, char in enumerate(number) if char.isdigit()])
        return (
            number[:place]
            + rng.choice([d for d in "123456789" if d != number[place]])
            + number[place + 1 :]
        )

    yield from _edits(claim, _on_number(change))


@operator
def digits_swapped(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Swap two neighbouring digits: 36.4 -> 63.4."""

    def change(number: str) -> str | None:
        pairs = [
            i
            for i in range(len(number) - 1)
            if number[i : i + 2].isdigit() and number[i] != number[i + 1] and number[i + 1] != "0"
        ]
        if not pairs:
            return None
        i = rng.choice(pairs)
        return number[:i] + number[i + 1] + number[i] + number[i + 2 :]

    yield from _edits(claim, _on_number(change))


@operator
def digit_dropped(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave out a digit: 36.4 -> 6.4."""

    def change(number: str) -> str | None:
        if sum(char.isdigit() for char in number) < 2:
            return None
        place = rng.choice([0, len(number) - 1])
        return (number[:place] + number[place + 1 :]).strip(",.") or None

    yield from _edits(claim, _on_number(change))


@operator
def digit_added(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Put a digit in: 36.4 -> 136.4 or 36.44."""

    def change(number: str) -> str:
        digit = rng.choice("123456789")
        return digit + number if rng.random() < 0.5 else number + digit

    yield from _edits(claim, _on_number(change))


@operator
def decimal_moved(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Move the point: 36.4 -> 3.64; 364 -> 36.4."""

    def change(number: str) -> str | None:
        plain = number.replace(",", "")
        whole, _, rest = plain.partition(".")
        if len(whole) > 1:
            return f"{whole[:-1]}.{whole[-1]}{rest}"
        return f"{whole}{rest}" if rest and whole != "0" else None

    yield from _edits(claim, _on_number(change))


@operator
def scale_changed(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Exchange 亿 and 万, or leave it out."""

    def edit(words: str) -> str | None:
        found = re.search(r"(?<=[\d十百千余多])[万亿萬億]", words)
        if not found:
            return None
        new = rng.choice([{"万": "亿", "亿": "万", "萬": "億", "億": "萬"}[found[0]], ""])
        return words[: found.start()] + new + words[found.end() :]

    yield from _edits(claim, edit)


@operator
def percent_and_points(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Exchange % and 百分点."""

    def edit(words: str) -> str | None:
        if re.search(r"\d个?百分点", words):
            return re.sub(r"(\d)个?百分点", r"\1%", words, count=1)
        if re.search(r"\d[%％]", words):
            return re.sub(r"(\d)[%％]", r"\1个百分点", words, count=1)
        return None

    yield from _edits(claim, edit)


_OTHER_UNIT = {
    "个": "家",
    "家": "个",
    "元": "美元",
    "户": "人",
    "人": "户",
    "亩": "平方米",
    "公里": "米",
    "平方米": "亩",
    "吨": "公斤",
    "项": "个",
    "名": "个",
    "件": "项",
    "条": "个",
}


@operator
def unit_changed(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Exchange the unit: 个 -> 家, 元 -> 美元."""
    if isinstance(claim, Figure):
        for unit, new in _OTHER_UNIT.items():
            if re.search(rf"[\d万亿余多千百十]{unit}$", claim.raw):
                yield _with(claim, raw=claim.raw[: -len(unit)] + new)
                return


@operator
def unit_dropped(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave the unit out: 1787亿元 -> 1787亿, 36.4% -> 36.4."""
    if isinstance(claim, Figure) and (
        found := re.search(r"(?<=[\d万亿])(?:元|美元|%|个百分点|吨|户|家|公里)$", claim.raw)
    ):
        yield _with(claim, raw=claim.raw[: found.start()])


@operator
def sign_turned(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Turn a rise into a fall and back, in the copied words."""
    if not isinstance(claim, Figure):
        return
    context = squeeze(page.article.sentence(claim.sentence))
    raw = squeeze(claim.raw)
    place = context.find(raw)
    before = context[max(0, place - 4) : place]
    if found := re.search(r"(增长|增加|上升|提高|上涨)$", before):
        yield _with(claim, raw="下降" + claim.raw)
    elif re.search(r"(下降|减少|回落|下滑)$", before):
        yield _with(claim, raw="增长" + claim.raw)
    elif found := re.match(r"(下降|减少|回落|下滑|增长|增加|上升)", raw):
        turned = "增长" if found[1] in "下降减少回落下滑" else "下降"
        yield _with(claim, raw=turned + raw[len(found[1]) :])


@operator
def metric_turned(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Name a rise a fall in the metric: 增幅 -> 降幅."""
    if isinstance(claim, Figure) and claim.change_kind:
        context = squeeze(page.article.sentence(claim.sentence))
        if re.search(r"-\d|偏|减|降|增|跌|挫", claim.raw + claim.metric):
            return
        fall = re.search(
            r"[降减落滑跌挫]",
            context[max(0, context.find(squeeze(claim.raw)) - 4) :][: len(claim.raw) + 4],
        )
        yield _with(claim, metric=claim.metric + ("增加" if fall else "下降"))


@operator
def base_exchanged(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Exchange 同比 and 环比."""
    if isinstance(claim, Figure) and claim.change_kind in ("同比", "环比"):
        yield _with(claim, change_kind="环比" if claim.change_kind == "同比" else "同比")


@operator
def bound_dropped(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave 近, 超, 余, 以上 out."""

    def edit(words: str) -> str | None:
        for form in (
            rf"{_BOUND_WORDS}(?=\d)",
            r"(?<=\d)[余多](?=[万亿个家人名公户吨亩])",
            r"(?:以上|左右|以内)",
        ):
            if re.search(form, words):
                return re.sub(form, "", words, count=1)
        return None

    yield from _edits(claim, edit)


@operator
def bound_added(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Put 近, 超 or 约 before an exact number."""
    if isinstance(claim, Figure) and re.match(r"\d", claim.raw):
        yield _with(claim, raw=rng.choice(["近", "超", "约", "不到"]) + claim.raw)


def _figures(page: Page) -> list[tuple[Figure, str]]:
    return [(c, s) for c, s in zip(page.claims, page.stems, strict=True) if isinstance(c, Figure)]


@operator
def neighbours_figure(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give the metric the number of a neighbour in the same sentence."""
    if isinstance(claim, Figure):
        own = page.stems[page.claims.index(claim)]
        near = [
            f
            for f, stem in _figures(page)
            if f.sentence == claim.sentence
            and f.raw != claim.raw
            and not _same_matter(own, stem)
            and not f.change_kind
            and not _beside(claim.metric, f, page)
        ]
        for neighbour in rng.sample(near, min(2, len(near))):
            yield _with(
                claim,
                raw=neighbour.raw,
                is_rank=neighbour.is_rank,
                change_kind=neighbour.change_kind,
            )


_DEALT = re.compile("分别|各为|各达")
_UNIT = re.compile(r"[^\d.,]+$")


@operator
def dealt_exchanged(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give the metric the number that 分别 deals to another of its list, changes too."""
    if not isinstance(claim, Figure) or not _DEALT.search(page.article.sentence(claim.sentence)):
        return
    own = page.stems[page.claims.index(claim)]
    unit = _UNIT.search(claim.raw)
    listed = [
        f
        for f, stem in _figures(page)
        if f.sentence == claim.sentence
        and f.raw != claim.raw
        and f.change_kind == claim.change_kind
        and unit
        and f.raw.endswith(unit[0])
        and not _same_matter(own, stem)
    ]
    for neighbour in rng.sample(listed, min(3, len(listed))):
        yield _with(claim, raw=neighbour.raw)


@operator
def neighbours_metric(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give the number the metric of another figure of the article."""
    if isinstance(claim, Figure):
        own = page.stems[page.claims.index(claim)]
        far = [
            f
            for f, stem in _figures(page)
            if f.raw != claim.raw
            and not _same_matter(own, stem)
            and squeeze(f.metric) != squeeze(claim.metric)
            and not _beside(f.metric, claim, page)
        ]
        for neighbour in rng.sample(far, min(2, len(far))):
            yield _with(claim, metric=neighbour.metric)


def _same_matter(one: str, two: str) -> bool:
    """Tell whether two gold metrics speak of one thing (its level, its growth, its rank)."""
    short, long = sorted((one, two), key=len)
    return bool(short) and (short in long or len(set(short) & set(long)) >= 0.7 * len(set(short)))


def _beside(metric: str, figure: Figure, page: Page) -> bool:
    """Tell whether `metric` stands whole in the figure's own comma-free words: then it may be true."""
    text = squeeze(page.article.sentence(figure.sentence))
    place = text.find(squeeze(figure.raw))
    first = max(text.rfind(mark, 0, place) for mark in ",;、:(") + 1
    last = min(
        (text.find(mark, place) for mark in ",;、。" if text.find(mark, place) >= 0),
        default=len(text),
    )
    return squeeze(metric) in text[first:last]


_PLACES = ("临江市", "东平县", "高新区", "云山县", "海州区", "省财政厅", "青山集团")


@operator
def other_subject(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Say it of a place or unit that the article does not speak of there."""
    if isinstance(claim, Figure):
        names = [name for name in _PLACES if name not in page.article.text]
        names += [
            name
            for name in other.article.region[-1:]
            if name[:2] not in page.article.text and name[:2] not in (page.article.title or "")
        ]
        yield _with(claim, subject=rng.choice(names))


@operator
def neighbours_subject(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Say it of another place that the same article names in another sentence."""
    if not isinstance(claim, Figure):
        return
    own = squeeze(page.article.sentence(claim.sentence))
    title = squeeze(page.article.title or "")
    found = set(
        re.findall(
            r"(?<=[、,。对和与在])[\u4e00-\u9fff]{2}(?:区|县|镇|市|街道)(?=[、,要的加完在新实])",
            squeeze(page.article.text),
        )
    )
    names = [
        name
        for name in sorted(found)
        if name not in own
        and name not in title
        and name not in _paragraph(page.article, claim.sentence)
        and not any(name in place or place in name for place in page.article.region)
    ]
    if names:
        yield _with(claim, subject=rng.choice(names))


@operator
def own_place_for_anothers(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Say of the article's own place what a clause says of a town or a company in it."""
    if not isinstance(claim, Figure) or not page.article.region:
        return
    place = squeeze(page.article.region[-1])
    lead = squeeze(page.article.sentence(claim.sentence)).partition(squeeze(claim.raw))[0]
    clause = re.split("[;。:]", lead)[-1]
    named = re.match(
        r"(?:[^,]{1,10}[日月季年],)?([\u4e00-\u9fff]{2,6}?(?:(?<![城乡])镇|街道|公司|集团|(?<![园城市灾小社景山新各全])区|(?<![各全])县|(?<![农各全])村|银行|合作社))"
        r"(?=[\u4e00-\u9fff]*(?:完成|实现|达|新增|投资|增长|签约|收入|产值))",
        clause,
    )
    ours = place in clause or any(f"{who}{place[-1]}" in clause for who in "全我")
    if named and not ours and named[1] not in place:
        yield _with(claim, subject=place)
        yield _with(claim, subject=f"全{place[-1]}")


_PERIODS = ("一季度", "上半年", "前三季度", "1-11月", "2019年", "去年全年", "10月当月")


@operator
def other_period(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give it a period that the article does not name."""
    if isinstance(claim, Figure):
        text = squeeze(page.article.text + (page.article.title or ""))
        day = page.article.day
        names = [
            p
            for p in _PERIODS
            if squeeze(p) not in text and (day is None or str(day.year - 1) not in text)
        ]
        said = {
            dates.resolve(m, anchor=day)
            for m in dates.find(page.article.text + (page.article.title or ""))
        }
        names = [p for p in names if p[:2] not in text and dates.resolve(p, anchor=day) not in said]
        names = [p for p in names if not (p == "2019年" and day and day.year in (2019, 2020))]
        if day and day.month in (1, 2, 3):  # 去年 and 全年 name the same days then
            names = [p for p in names if p not in ("去年全年", "1-11月", "前三季度", "上半年")]
        if names:
            yield _with(claim, period=rng.choice(names))


@operator
def neighbours_period(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give it a period that the article names later and that has no day in common with gold's."""
    if not isinstance(claim, Figure):
        return
    true = page.periods[page.claims.index(claim)]
    if true is None:
        return
    far, context = [], squeeze(page.article.sentence(claim.sentence))
    start = page.article.sentences[claim.sentence - 1].end
    earlier = {
        dates.resolve(m, anchor=page.article.day)
        for m in dates.find(page.article.text[:start] + (page.article.title or ""))
    }
    for mention in dates.find(page.article.text):
        if mention.start < start:
            continue  # an earlier one may hold for a sentence that names none
        days = dates.resolve(mention, anchor=page.article.day)
        beside = squeeze(mention.raw) in context.partition(squeeze(claim.raw))[0]
        if (
            days
            and days not in earlier
            and not beside
            and (days.last < true.first or days.first > true.last)
        ):
            far.append(mention.raw)
    if far:
        yield _with(claim, period=rng.choice(far))


@operator
def other_rank(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Name another place in the ranking, or a wider scope."""
    if isinstance(claim, Figure) and claim.is_rank:
        raw = claim.raw
        for old, new in (
            ("第一", "第二"),
            ("首位", "第二位"),
            ("第3", "第2"),
            ("第二", "第一"),
            ("第四", "第三"),
            ("第4", "第1"),
            ("全市", "全省"),
            ("第1", "第3"),
            ("前三", "前二"),
        ):
            if old in raw:
                yield _with(claim, raw=raw.replace(old, new, 1))


@operator
def invented_metric(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Keep the true number, name what another article counts."""
    if isinstance(claim, Figure):
        names = [
            f.metric
            for f, _ in _figures(other)
            if squeeze(f.metric) not in squeeze(page.article.text)
        ]
        names += ["高速铁路建设里程", "留学归国人员数", "粮食储备总量"]
        context = squeeze(page.article.sentence(claim.sentence))
        names = [n for n in names if not any(n[i : i + 2] in context for i in range(len(n) - 1))]
        if names:
            yield _with(claim, metric=rng.choice(names))


_OPPOSITE = (("出口", "进口"), ("城镇", "农村"), ("收入", "支出"), ("省级", "市级"), ("第二产业", "第三产业"), ("第一产业", "第二产业"), ("工业", "农业"), ("签约", "竣工"), ("开工", "投产"), ("存款", "贷款"), ("内资", "外资"), ("上半年", "下半年"), ("总投资", "年产值"), ("完成", "未完成"), ("项目", "企业"), ("新增", "累计"))  # fmt: skip


@operator
def metric_opposite(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Exchange a word of the metric for its opposite: 出口 -> 进口."""
    if isinstance(claim, Figure):
        context = squeeze(page.article.sentence(claim.sentence))
        for pair in _OPPOSITE:
            for old, new in (pair, pair[::-1]):
                if (
                    old in claim.metric
                    and new not in claim.metric
                    and claim.metric.replace(old, new) not in context
                ):
                    yield _with(claim, metric=claim.metric.replace(old, new, 1))
                    return


@operator
def target_as_fact(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State a target's number as reached."""
    if isinstance(claim, Target) and (
        found := re.search(
            r"\d[\d,.]*(?:万|亿|万亿)?(?:%|元|家|个|亿元|公里|户|人|吨|亩|万|个百分点)", claim.what
        )
    ):
        metric = claim.what[max(0, found.start() - 8) : found.start()]
        metric = re.split(r"[,,、;]", metric)[-1]
        done = re.search(r"已|完成|超额|累计|同比|实际", page.article.sentence(claim.sentence))
        stated = any(
            f.sentence == claim.sentence and f.raw in claim.what for f, _ in _figures(page)
        )
        gap = re.search(r"还差|缺口|余下|剩下", claim.what)  # a fact all the same
        if len(metric) >= 2 and not gap and not done and not stated:
            yield Figure(sentence=claim.sentence, metric=metric, raw=found[0])


_SIMILAR = {"伟": "炜", "海": "梅", "明": "名", "波": "坡", "艳": "燕", "红": "虹", "军": "君", "华": "桦", "云": "芸", "建": "健", "国": "园", "文": "汶", "志": "智", "平": "萍", "永": "勇", "刚": "钢", "丽": "莉", "峰": "锋", "强": "墙", "东": "冬", "立": "力", "玉": "王", "晓": "小", "林": "琳", "新": "欣", "庆": "厌", "清": "请", "德": "得", "大": "太", "敏": "闽", "静": "净", "涛": "滔", "超": "趄", "辉": "晖", "斌": "彬", "杰": "洁", "安": "按", "春": "舂", "雪": "雷"}  # fmt: skip


@operator
def name_letter(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Change a letter of the name for one that sounds or looks alike."""
    if isinstance(claim, Official):
        places = [i for i, char in enumerate(claim.name) if char in _SIMILAR]
        place = rng.choice(places) if places else len(claim.name) - 1
        new = _SIMILAR.get(claim.name[place], "某")
        name = claim.name[:place] + new + claim.name[place + 1 :]
        if name not in page.article.text:
            yield _with(claim, name=name)


@operator
def name_cut(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave the last or first letter of the name out."""
    if isinstance(claim, Official) and len(claim.name) >= 3 and not claim.name.isascii():
        yield _with(claim, name=claim.name[:-1].rstrip("· "))
        yield _with(claim, name=claim.name[1:].lstrip("· "))


@operator
def name_longer(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Take the letter after the name into it: 高敏|强调 -> 高敏强."""
    if isinstance(claim, Official):
        text = squeeze(page.article.sentence(claim.sentence))
        end = text.find(squeeze(claim.name)) + len(squeeze(claim.name))
        if re.match(r"[\u4e00-\u9fff]", text[end : end + 1]):
            yield _with(claim, name=squeeze(claim.name) + text[end])


def _officials(page: Page) -> list[Official]:
    return [claim for claim in page.claims if isinstance(claim, Official)]


@operator
def names_exchanged(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give the person the titles of another."""
    if isinstance(claim, Official):
        people = [o for o in _officials(page) if o.titles and o.name != claim.name]
        own = {t for o in _officials(page) if o.name == claim.name for t in o.titles}
        titles = [
            t
            for o in people
            for t in o.titles
            if t not in own and not any(mine.endswith(t) for mine in own)
        ]
        for title in rng.sample(titles, min(2, len(titles))):
            yield _with(claim, titles=(title,), roles=())


@operator
def title_raised(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave 副, 原, 代 out of a title, or name the next rank up."""
    if isinstance(claim, Official):
        for title in claim.titles:
            higher = re.sub(
                r"副(?=[书主区市县局部省镇校院总秘处科理会董队所站])|^[原代]|常务副?",
                "",
                title,
                count=1,
            )
            if higher == title:
                higher = re.sub(r"科长$", "处长", re.sub(r"^区", "市", re.sub(r"^县", "市", title)))
            if higher != title and higher not in claim.titles:
                yield _with(claim, titles=(higher,), roles=())


@operator
def title_lowered(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Put 副, 原 or 代 into a title."""
    if isinstance(claim, Official):
        for title in claim.titles:
            lower = re.sub(
                r"(书记|主任|主席|局长|部长|区长|市长|县长|镇长|院长|科长|秘书长)$",
                rng.choice(["副", "原", "代"]) + r"\1",
                title,
            )
            if lower != title and "副副" not in lower:
                yield _with(claim, titles=(lower,), roles=())


_ROLES = ("主持", "调研", "督导", "签约")


@operator
def role_exchanged(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Say of a person what the article does not say of them."""
    if isinstance(claim, Official):
        text = squeeze(page.article.text)
        roles = [role for role in _ROLES if role not in text]
        if roles:
            yield _with(claim, roles=(rng.choice(roles),))


_DEADLINES = ("2035年底前", "明年6月底前", "三年内", "下周五前", "本月底前", "年底前", "到2027年")


@operator
def deadline_moved(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give it another deadline."""
    if isinstance(claim, Target | NextStep) and claim.deadline:
        text = squeeze(page.article.sentence(claim.sentence))
        names = [
            d
            for d in _DEADLINES
            if re.sub(r"底?前$|^到", "", d) not in text
            and re.sub(r"^到|前$", "", d) not in squeeze(claim.deadline)
        ]
        yield _with(claim, deadline=rng.choice(names))
    elif isinstance(claim, Target | NextStep):
        text = _paragraph(page.article, claim.sentence)
        names = [d for d in _DEADLINES if re.sub(r"底?前$|^到", "", d) not in text]
        yield _with(claim, deadline=rng.choice(names))


@operator
def owner_exchanged(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give it an owner from elsewhere."""
    if isinstance(claim, Target | NextStep):
        owners = {c.owner for c in page.claims if isinstance(c, Target | NextStep) and c.owner}
        far = [
            o
            for o in sorted(owners)
            if o != claim.owner
            and squeeze(o) not in _paragraph(page.article, claim.sentence)
            and o not in (page.article.title or "")
            and not any(o in r or r in o for r in page.article.region)
        ]
        yield _with(claim, owner=rng.choice(far or ["省自然资源厅"]))


_WORDS = (("加快", "暂停"), ("推进", "取消"), ("建成", "拆除"), ("完善", "废止"), ("提升", "降低"), ("加强", "减少"), ("增长", "下降"), ("开展", "停止"), ("强化", "弱化"), ("做好", "放弃"), ("确保", "不再"), ("实现", "放弃"), ("不足", "充足"), ("滞后", "提前"), ("缺口", "盈余"), ("较慢", "较快"))  # fmt: skip


@operator
def words_turned(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Turn a word of a target, step or shortfall into its opposite."""
    if isinstance(claim, Target | NextStep | Shortfall):
        name = "action" if isinstance(claim, NextStep) else "what"
        words = getattr(claim, name)
        for old, new in _WORDS:
            if old in words:
                yield _with(claim, **{name: words.replace(old, new, 1)})
                return


@operator
def from_another_article(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State what another article states."""
    text = squeeze(page.article.text)
    foreign = [c for c in other.claims if type(c) is type(claim) and not _stands(c, text)]
    if foreign:
        yield _with(rng.choice(foreign), sentence=claim.sentence)


def _stands(claim: Claim, text: str) -> bool:
    words = (
        claim.raw
        if isinstance(claim, Figure)
        else claim.name
        if isinstance(claim, Official)
        else claim.action
        if isinstance(claim, NextStep)
        else claim.what
    )
    return squeeze(words) in text


@operator
def invented_whole(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Make a claim up."""
    number = f"{rng.randint(11, 98)}.{rng.randint(1, 9)}{rng.randint(1, 9)}"
    if number in page.article.text:
        return
    if isinstance(claim, Figure):
        yield Figure(sentence=claim.sentence, metric="数字经济核心产业增加值", raw=f"{number}亿元")
    elif isinstance(claim, Official):
        yield Official(sentence=claim.sentence, name="欧阳致远", titles=("常务副市长",))
    elif isinstance(claim, Target):
        yield Target(sentence=claim.sentence, what=f"新增产值{number}亿元", raw=f"{number}亿元")
    elif isinstance(claim, NextStep):
        yield NextStep(sentence=claim.sentence, action="组建低空经济投资公司并启动首批航线")
    else:
        yield Shortfall(sentence=claim.sentence, what="跨境结算通道严重拥堵")


# --- what a careless reader mixes up -------------------------------------------------------

_WISH = re.compile(
    r"将|要|拟|力争|确保|争取|努力|目标|任务|计划|预计|下一步|下步|到20\d\d|明年|年底|月底|前$|前完成|余下|剩余|打算|限|必须|should|will|aim|plan|by "
)
_FACT = re.compile(
    r"同比|环比|已[完建开达实累投]|累计|截至|去年|上年|上半年|前[一二三]季度|1[-—至]\d+月|今年以来"
)


def _clause_of(raw: str, context: str) -> str:
    """Return the words between commas that hold `raw`, "" where they are not to be had."""
    place = context.find(squeeze(raw))
    if place < 0:
        return ""
    first = max(context.rfind(mark, 0, place) for mark in ',;。:!?"') + 1
    stops = [context.find(mark, place) for mark in ',;。!?"']
    return context[first : min((stop for stop in stops if stop >= 0), default=len(context))]


def _is_past(claim: Figure, page: Page) -> str:
    """Return the figure's clause where its sentence tells of what is over and wants nothing."""
    context = squeeze(page.article.sentence(claim.sentence))
    clause = _clause_of(claim.raw, context)
    before = context.partition(squeeze(claim.raw))[0]
    planned = any(
        squeeze(getattr(c, "what", "") or getattr(c, "action", ""))[:6] in context
        for c in page.claims
        if isinstance(c, Target | NextStep)
    )
    over = _FACT.search(before) and not _WISH.search(context) and not planned
    return clause if over and len(clause) > 5 and "(" not in clause else ""


@operator
def fact_as_target(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State what is reached as what shall be."""
    if isinstance(claim, Figure) and (clause := _is_past(claim, page)):
        yield Target(sentence=claim.sentence, what=clause)


@operator
def fact_as_step(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State what is done as what will be done."""
    if isinstance(claim, Figure) and (clause := _is_past(claim, page)):
        yield NextStep(sentence=claim.sentence, action=clause)


@operator
def completion_as_goal(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give how much of a target is done as the number to reach."""
    if isinstance(claim, Target) and (
        found := re.search(
            r"(?:完成|占)[^,，。;；]{0,10}(?:目标|任务|计划)的?(\d[\d.]*%)", claim.what
        )
    ):
        yield _with(claim, raw=found[1], completion=None)


@operator
def words_cut(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Break a task or a problem off in the middle of its last words."""
    if isinstance(claim, Target | NextStep | Shortfall):
        name = "action" if isinstance(claim, NextStep) else "what"
        words = squeeze(getattr(claim, name)).rstrip("。;,")
        joins = r"[,;。:、的等和并及与以为后时之()\"'0-9a-z%]"
        if (
            len(words) > 10
            and not re.search(joins, words[-5:])
            and not words.endswith(("工作", "任务", "问题", "活动", "计划", "情况", "目标"))
        ):
            yield _with(claim, **{name: words[:-1]})


@operator
def step_as_problem(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State what will be done as a problem."""
    if isinstance(claim, NextStep) and not re.search(
        r"不|未|难|缺|弱|低|慢|滞|差|问题|隐患|短板|违|困|欠|险|仅|只|但|仍|停|后|偏|重|影响|负|逾|断|乱|旧|老|落|尚|还|延|迟|紧|轻|拖|亏|下降|减少|没|无|灾|旱|堵|虚|末|失|压|脏|薄|才|空|事故|挑战|约谈|落後|lack|not|short|low|problem|gap|weak|slow|remain|drop|fine|still|affect|damage|illegal",
        squeeze(claim.action),
    ):
        yield Shortfall(sentence=claim.sentence, what=claim.action)


@operator
def role_of_another(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Say of a person what the article says of another alone, in another sentence."""
    if not isinstance(claim, Official):
        return
    own = {role for o in _officials(page) if o.name == claim.name for role in o.roles}
    text = squeeze(page.article.text)
    for role in ("主持", "致辞", "汇报", "通报", "宣读"):
        others = [o for o in _officials(page) if role in o.roles and o.name != claim.name]
        alone = text.count(role) == 1 and len(others) == 1
        if alone and role not in own and others[0].sentence != claim.sentence:
            yield _with(claim, roles=(role,))


@operator
def thing_as_person(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Call a counted thing a person: 种植|黄桃|600亩."""
    if isinstance(claim, Figure):
        context = squeeze(page.article.sentence(claim.sentence))
        metric = squeeze(claim.metric)
        for size in (2, 3):
            name = metric[-size:]
            if re.fullmatch(r"[\u4e00-\u9fff]+", name) and name in context and len(metric) >= size:
                yield Official(sentence=claim.sentence, name=name)


@operator
def neighbours_deadline(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give a task the deadline of the next one of its sentence."""
    if isinstance(claim, Target | NextStep) and claim.deadline:
        words = squeeze(getattr(claim, "what", "") or getattr(claim, "action", ""))
        context = squeeze(page.article.sentence(claim.sentence))
        after = context.partition(words)[2]
        for mention in dates.find(after):
            days = dates.resolve(mention, anchor=page.article.day)
            own = dates.resolve(claim.deadline, anchor=page.article.day)
            if days and own and days.last != own.last and squeeze(mention.raw) not in words:
                yield _with(claim, deadline=mention.raw)
                return


@operator
def deadline_cut(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave out of a deadline what moves its day: 明年|6月底, 10月|底前."""
    if isinstance(claim, Target | NextStep) and claim.deadline:
        said = squeeze(claim.deadline)
        for new in (
            re.sub(r"^明年", "", said),
            re.sub(r"[底初]前?$", "", said),
            re.sub(r"[上中下]旬前?$", "", said),
        ):
            if new != said and re.search(r"\d", new):
                yield _with(claim, deadline=new)
                return


@operator
def helper_as_owner(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Give a task the one who helps with it: 由甲局牵头,乙局|配合."""
    if isinstance(claim, Target | NextStep) and claim.owner:
        context = squeeze(page.article.sentence(claim.sentence))
        if found := re.search(
            r"(?:会同|配合|协助)([\u4e00-\u9fff]{2,6}?(?:局|办|委|部门|街道|镇))", context
        ):
            yield _with(claim, owner=found[1])


_SCOPES = ("全国", "全省", "全市", "全区", "全县")


@operator
def scope_exchanged(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Say it of the whole province or country that its sentence compares with."""
    if isinstance(claim, Figure):
        context = squeeze(page.article.sentence(claim.sentence))
        place = context.find(squeeze(claim.raw))
        for scope in _SCOPES:
            compared = re.search(rf"(?:[高低快慢好]于|超过?|占|居|列){scope}", context)
            if compared and compared.start() > place >= 0 and context.count(scope) == 1:
                yield _with(claim, subject=scope)
                return


@operator
def kind_dropped(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Leave out which kind of a thing is counted: 税收|收入, 工业|投资."""
    if isinstance(claim, Figure):
        metric = squeeze(claim.metric)
        found = re.match(
            r"(?:税收|非税|民间|工业|农业|服务业|房地产开发|房地产|基础设施|制造业|城镇居民|农村居民|城镇|农村|新增|净增|高技术|涉农|小微|规上|规模以上)(?=[\u4e00-\u9fff]{2})",
            metric,
        )
        context = squeeze(page.article.sentence(claim.sentence))
        if found and context.count(metric) == 1:
            rest = metric[found.end() :]
            place, raw = context.find(metric), context.find(squeeze(claim.raw))
            own = (
                not re.search(r"[,;、\d]", context[place + len(metric) : raw])
                if raw > place
                else False
            )
            if own and context.count(rest) == 1:
                yield _with(claim, metric=rest)


@operator
def hedge_dropped(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State what a project will yield once it runs as what it yields: 达产后|年产值."""
    if isinstance(claim, Figure):
        metric = squeeze(claim.metric)
        rest = re.sub(r"(?:达产|建成|投产|投用)后", "", metric)
        if rest != metric and not re.search(r"预|可|能力|^[由从]", claim.raw + rest):
            yield _with(claim, metric=rest)


@operator
def sum_of_two(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """Add the next figure of the same unit to it."""
    if isinstance(claim, Figure) and (
        one := re.fullmatch(r"(\d+)([个家项条座所件名户])", claim.raw)
    ):
        for figure, _ in _figures(page):
            two = re.fullmatch(r"(\d+)([个家项条座所件名户])", figure.raw)
            if (
                two
                and two[2] == one[2]
                and figure.sentence == claim.sentence
                and figure is not claim
            ):
                total = f"{int(one[1]) + int(two[1])}{one[2]}"
                if total not in page.article.text:
                    yield _with(claim, raw=total)
                    return


@operator
def older_as_now(claim: Claim, page: Page, other: Page, rng: random.Random) -> Mutants:
    """State the older value that something grew from as the one of now."""
    if isinstance(claim, Figure) and re.match(r"[由从]", squeeze(claim.raw)):
        bare = re.sub(r"^[由从]", "", squeeze(claim.raw))
        yield _with(claim, raw=bare, period=None)


# --- the run -------------------------------------------------------------------------------


def mutants(all_pages: list[Page], rng: random.Random) -> Iterator[tuple[str, Page, Claim, Claim]]:
    """Yield every mutant with its operator, its page and the true claim it comes from."""
    for place, page in enumerate(all_pages):
        other = all_pages[(place + 1) % len(all_pages)]
        truths = {_key(claim) for claim in page.claims}
        for claim in page.claims:
            for name, make in OPERATORS.items():
                for mutant in make(claim, page, other, rng):
                    if _key(mutant) not in truths:
                        yield name, page, claim, mutant


def _key(claim: Claim) -> str:
    values = claim.model_dump(exclude={"sentence"})
    return json.dumps(
        {k: squeeze(v) if isinstance(v, str) else v for k, v in values.items()},
        ensure_ascii=False,
        default=str,
    )


def main() -> int:
    """Run the benchmark; the exit code says whether a mutant passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", action="store_true", help="run the peers too")
    parser.add_argument(
        "--sample", type=int, default=400, help="mutants and truths a peer is shown"
    )
    parser.add_argument(
        "--show", type=int, default=0, help="print that many accepted and refused claims"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", default="*", help="open, heldout or *")
    arguments = parser.parse_args()
    all_pages = [page for page in pages(arguments.folder) if page.claims]
    refused = _truths(all_pages, arguments.show)
    made = list(mutants(all_pages, random.Random(arguments.seed)))
    accepted = _mutants(made, arguments.show)
    _growth(all_pages)
    if arguments.peers:
        import mutation_peers

        mutation_peers.run(all_pages, made, arguments.sample, random.Random(arguments.seed))
    print(
        f"\nours: {accepted} of {len(made)} mutants accepted, {refused[0]} of {refused[1]} true claims refused ({refused[0] / refused[1]:.1%})"
    )
    return int(accepted > 0)


def _growth(all_pages: list[Page]) -> None:
    """Print what grounding costs for articles of 1k, 10k and 100k characters."""
    for size in (1_000, 10_000, 100_000):
        paragraphs: list[str] = []
        claims: list[Claim] = []
        count = chars = 0
        while chars < size:
            for page in all_pages:
                claims += [
                    c.model_copy(update={"sentence": c.sentence + count}) for c in page.claims
                ]
                paragraphs += page.article.text.split("\n")
                count += len(page.article.sentences)
                chars += len(page.article.text)
                if chars >= size:
                    break
        long = _page("long", {}, paragraphs, None).article
        started = time.process_time()
        findings = grounding.ground(long, claims)
        spent = time.process_time() - started
        kept = sum(finding.proven for finding in findings)
        print(
            f"{chars:7} characters: {len(claims):5} claims, {kept:5} proven, {spent * 1000:8.1f} ms, {spent / len(claims) * 1000:.2f} ms a claim"
        )


def _truths(all_pages: list[Page], show: int) -> tuple[int, int]:
    total, refused, seconds = Counter[str](), Counter[str](), []
    shown = 0
    for page in all_pages:
        started = time.process_time()
        findings = grounding.ground(page.article, page.claims)
        seconds.append(time.process_time() - started)
        for finding in findings:
            total[finding.claim.kind] += 1
            if not finding.proven:
                refused[finding.claim.kind] += 1
                if shown < show:
                    shown += 1
                    print(
                        "refused:",
                        page.name[:14],
                        _brief(finding.claim),
                        "|",
                        finding.evidence.verdict.value,
                        finding.evidence.note,
                        "|",
                        page.article.sentence(finding.claim.sentence)[:120],
                    )
    print(
        f"true claims: {sum(total.values())} of {len(all_pages)} articles; refused by kind: {dict(refused)} of {dict(total)}"
    )
    print(
        f"CPU an article: median {sorted(seconds)[len(seconds) // 2] * 1000:.2f} ms, most {max(seconds) * 1000:.2f} ms, for {sum(total.values()) / len(all_pages):.0f} claims"
    )
    return sum(refused.values()), sum(total.values())


def _mutants(made: list[tuple[str, Page, Claim, Claim]], show: int) -> int:
    total, accepted, shown = Counter[str](), Counter[str](), 0
    by_page: dict[int, list[tuple[str, Page, Claim, Claim]]] = {}
    for entry in made:
        by_page.setdefault(id(entry[1]), []).append(entry)
    for entries in by_page.values():
        findings = grounding.ground(entries[0][1].article, [mutant for _, _, _, mutant in entries])
        for (name, page, claim, mutant), finding in zip(entries, findings, strict=True):
            total[name] += 1
            if finding.proven:
                accepted[name] += 1
                if shown < show:
                    shown += 1
                    print(
                        "ACCEPTED:",
                        name,
                        page.name[:14],
                        _brief(mutant),
                        "| true:",
                        _brief(claim),
                        "|",
                        page.article.sentence(mutant.sentence)[:160].replace("\n", " "),
                    )
    width = max(map(len, OPERATORS))
    for name in OPERATORS:
        print(f"{name:{width}} {total[name]:6} mutants {accepted[name]:5} accepted")
    return sum(accepted.values())


def _brief(claim: Claim) -> str:
    return str({k: v for k, v in claim.model_dump().items() if v and k not in ("kind", "sentence")})


if __name__ == "__main__":
    sys.exit(main())
