"""The five sample pages against their hand-made gold."""

import json
from pathlib import Path

import pytest

from briefing.cleaning import clean
from briefing.origin import slices
from briefing.records import Raw

_DATA = Path(__file__).parent / "data" / "gold" / "clean"
_SEEDS = Path(__file__).parent.parent / "seeds"
STEMS = sorted(path.stem for path in _DATA.glob("*.json"))


def gold(stem):
    return json.loads((_DATA / f"{stem}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def cleaned():
    return {
        stem: clean(Raw(source=stem, data=(_SEEDS / f"{stem}.txt").read_bytes())) for stem in STEMS
    }


@pytest.mark.parametrize("stem", STEMS)
def test_every_paragraph_is_exact_and_nothing_else_is_in_the_body(cleaned, stem):
    assert [article.text.split("\n") for article in cleaned[stem].articles] == [
        article["paragraphs"] for article in gold(stem)["articles"]
    ]


@pytest.mark.parametrize("stem", STEMS)
def test_every_paragraph_is_made_of_the_same_places_of_the_page(cleaned, stem):
    for article, expected in zip(cleaned[stem].articles, gold(stem)["articles"], strict=True):
        made = [
            [list(part) for part in slices(article.origin, span.start, span.end)]
            for span in article.paragraphs
        ]
        assert made == expected["spans"]


@pytest.mark.parametrize("stem", STEMS)
def test_what_the_page_says_of_itself(cleaned, stem):
    expected = gold(stem)
    article = cleaned[stem].articles[0]
    assert article.title == expected["title"]
    assert article.derived_title == expected.get("title_derived")
    assert list(article.subtitle) == expected["subtitle"]
    assert article.outlet == expected["source"]
    assert article.byline == expected["byline"]
    assert article.editor == expected["editor"]
    assert article.url == expected["url"]
    assert (article.republisher or "") in (expected["republisher"] or "")
    assert list(article.region) == expected["region"]


@pytest.mark.parametrize("stem", STEMS)
def test_publication_is_dated_as_the_page_dates_it(cleaned, stem):
    published, expected = cleaned[stem].articles[0].published, gold(stem)["published"]
    if expected["value"] is None:
        assert published is None
        return
    day = published.first.isoformat()
    assert expected["value"] == (f"{day}T{published.clock}" if published.clock else day)
    assert published.quote == expected["evidence"].removeprefix("发布时间:")
    page = cleaned[stem].page
    assert page[published.raw_start : published.raw_end] == published.quote


@pytest.mark.parametrize("stem", STEMS)
def test_days_and_periods_have_the_year_that_the_page_gives(cleaned, stem):
    found = {(e.first.isoformat(), e.last.isoformat()) for e in cleaned[stem].articles[0].events}
    for event in gold(stem)["event_dates"]:
        first, _, last = event["value"].partition("/")
        if len(first) == 10:
            assert (first, last or first) in found


@pytest.mark.parametrize("stem", STEMS)
def test_everything_left_out_is_listed_with_its_kind(cleaned, stem):
    page = cleaned[stem].page
    seen = bytearray(len(page))
    for article in cleaned[stem].articles:
        for piece in article.origin:
            seen[piece.raw_start : piece.raw_start + piece.raw_length] = b"1" * piece.raw_length
        for part in article.removed:
            seen[part.start : part.end] = b"1" * (part.end - part.start)
    assert "".join(char for char, was in zip(page, seen, strict=True) if not was).split() == []


def test_the_year_without_a_stamp_has_its_reason(cleaned):
    event = cleaned["000_d6ad8a88ec919153"].articles[0].events[0]
    assert (event.first.isoformat(), event.basis) == ("2021-10-26", "inferred")
    assert "十四五" in event.reason


def test_a_fragment_says_where_it_goes_on(cleaned):
    first, second = cleaned["001_c6710cc7ae2753f8"].articles
    assert first.complete and not second.complete
    assert second.title == "坚定不移抓牢抓实项目建设"
    assert second.byline == "本报评论员"
    assert any("下转第二版" in note for note in second.notes)


def test_subheads_are_marked_as_headings(cleaned):
    assert cleaned["002_fe311a785a35335d"].articles[0].headings == (1, 7)


def test_a_lost_full_stop_is_noted_and_still_ends_the_sentence(cleaned):
    article = cleaned["003_33e5ef454fc9eb75"].articles[0]
    assert "11:30.打擂" in article.text
    assert any("排名第3." in note for note in article.notes)
    ends = [span.of(article.text) for span in article.sentences]
    assert any(sentence.endswith("排名第3.") for sentence in ends)
