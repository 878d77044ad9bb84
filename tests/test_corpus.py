"""The invented pages and their gold agree: nothing is quoted that the page does not say.

In:  every page of tests/data/corpus with its gold.
Out: a failure that names the page and the item.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parent / "data" / "corpus"
PAGES = sorted(CORPUS.glob("*/*.txt"))
KINDS = ("figures", "officials", "targets", "next_steps", "shortfalls")
FIELDS = {
    "figures": {"metric", "value", "unit", "raw", "qualifier", "period", "change_kind"}
    | {"is_rank", "quote", "key"},
    "officials": {"name", "titles", "org", "role_in_event", "quote"},
    "targets": {"what", "value", "unit", "deadline", "deadline_iso", "owner", "quote", "key"},
    "next_steps": {"action", "owner", "deadline", "quote", "key"},
    "shortfalls": {"what", "quote"},
}
SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "千": 10**3, "百": 10**2}
ENGLISH = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")}
DIGITS |= {"〇": 0, "两": 2, "兩": 2}
FALLS = re.compile(r"^(同比)?(下降|减少|減少|下滑|回落|降低|衰退|减产|負成長|-|减)")
SPECIAL = re.compile(
    r"番|倍|过半|過半|首|末|半|榜|third|quarter|half|doubl|tripl"
    r"|(?i:\b(one|two|three|four|five|six|seven|eight|nine|ten|first|second|fourth|fifth))"
)


def page_of(path: Path) -> str:
    """Return the text of a page, whatever it is encoded in."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def gold_of(path: Path) -> dict[str, Any]:
    """Return the gold beside a page."""
    gold: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return gold


def items(gold: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every item of the gold with its kind."""
    for kind in KINDS:
        for item in gold[kind]:
            yield kind, item


def han_number(text: str) -> Decimal:
    """Read 三百二十亿 or 十二点五 as a number."""
    whole, _, fraction = text.partition("点")
    total = section = digit = 0
    for character in whole:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "十百千":
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        else:
            total += (section + digit or 1) * SCALES[character]
            section = digit = 0
    number = Decimal(total + section + digit)
    if fraction:
        number += Decimal("0." + "".join(str(DIGITS[character]) for character in fraction))
    return number


def possible_values(raw: str) -> set[Decimal]:
    """Return the numbers that `raw` may mean by simple rules, all of them without a sign."""
    text = unicodedata.normalize("NFKC", raw).replace(" ", "").replace(",", "").lower()
    found = set()
    runs = re.findall(r"((?:\d+(?:\.\d+)?[余餘多]?(?:[万亿萬億百]|千(?![瓦克米伏]))*)+)", text)
    for run in runs:
        value = Decimal(0)
        for number, scale in re.findall(
            r"(\d+(?:\.\d+)?)[余餘多]?((?:[万亿萬億百]|千(?![瓦克米伏]))*)", run
        ):
            part = Decimal(number)
            for character in scale:
                part *= SCALES[character]
            value += part
        found.add(value)
    tail = re.search(r"\d([万亿萬億]+)\D*$", text)
    if len(runs) > 1 and tail:
        for run in runs:
            if run[-1].isdigit():
                found.add(Decimal(run) * 10 ** sum({"万": 4, "萬": 4}.get(c, 8) for c in tail[1]))
    for number, word in re.findall(
        r"(\d+(?:\.\d+)?)-?(thousand|million|billion|trillion|bn|m)", text
    ):
        found.add(Decimal(number) * ENGLISH.get(word, 10**9 if word == "bn" else 10**6))
    for run in re.findall(r"[零〇一二两兩三四五六七八九十百千万亿萬億点]+", text):
        if run.strip("百千万亿萬億点") or (run.strip("点") and run[0] in "百千"):
            found.add(han_number(run))
    parts = re.search(r"([二三四五六七八九十百千万]+)分之([零一二三四五六七八九十百点]+)", text)
    if parts:
        found.add(round(han_number(parts[2]) / han_number(parts[1]) * 100, 2))
    if "成" in text or "折" in text:
        found |= {value * 10 + rest for value in set(found) for rest in range(10)}
    return found


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """One page after the other."""
    found: Path = request.param
    return found


def test_every_page_has_gold_with_the_agreed_fields(path: Path) -> None:
    gold = gold_of(path)
    assert gold["id"] == path.stem
    assert {"relevant", "region", "published", "event", "title", "paragraphs", "notes"} <= set(gold)
    for kind, item in items(gold):
        assert FIELDS[kind] <= set(item), item
    if not gold["relevant"]:
        assert not list(items(gold))


def test_every_quote_stands_on_one_line_of_its_page(path: Path) -> None:
    page, gold = page_of(path), gold_of(path)
    for _, item in items(gold):
        for quote in [item["quote"], *item.get("alt_quotes", [])]:
            assert quote and "\n" not in quote and quote in page, item


def test_names_titles_and_raw_numbers_are_copied_letter_for_letter(path: Path) -> None:
    page, gold = page_of(path), gold_of(path)
    for figure in gold["figures"]:
        assert figure["raw"] and figure["raw"] in figure["quote"], figure
    names = [official["name"] for official in gold["officials"]]
    assert len(names) == len(set(names))
    for official in gold["officials"]:
        assert official["name"] in official["quote"], official
        assert all(title in page for title in official["titles"]), official
    for item in [*gold["targets"], *gold["next_steps"]]:
        assert item["deadline"] is None or item["deadline"] in page, item


def test_values_agree_with_the_words_they_were_read_from(path: Path) -> None:
    for figure in gold_of(path)["figures"]:
        raw = unicodedata.normalize("NFKC", figure["raw"])
        value = Decimal(str(figure["value"]))
        assert figure["unit"], figure
        if SPECIAL.search(raw) and not possible_values(raw) & {abs(value)}:
            continue
        assert abs(value) in possible_values(raw), figure
        if "value_max" in figure:
            assert abs(Decimal(str(figure["value_max"]))) in possible_values(raw), figure
        if FALLS.search(raw):
            assert value < 0, figure


def test_deadlines_are_dates(path: Path) -> None:
    gold = gold_of(path)
    for item in [*gold["targets"], *gold["next_steps"]]:
        if item.get("deadline_iso"):
            assert re.fullmatch(r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])", item["deadline_iso"]), item
    if gold["published"]:
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}(T[\d:]+)?", gold["published"])


def test_paragraphs_are_made_from_the_page_by_deletions(path: Path) -> None:
    page = iter(page_of(path))
    for paragraph in gold_of(path)["paragraphs"]:
        assert all(character in page for character in paragraph), paragraph[:40]


def test_the_corpus_is_large_and_varied_enough_to_judge_by() -> None:
    golds = [gold_of(path) for path in PAGES]
    assert len(golds) >= 66
    assert sum(not gold["relevant"] for gold in golds) >= 8
    assert len({gold["id"] for gold in golds}) == len(golds)
