"""Invented pages of many kinds against what a careful reader takes from them."""

import json
from pathlib import Path

import pytest

from briefing.cleaning import clean
from briefing.records import Raw

_PAGES = sorted(
    path
    for path in (Path(__file__).parent / "data" / "cleaning").iterdir()
    if path.suffix in (".txt", ".md") and path.name != "README.md"
)


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_the_article_is_taken_out_whole_and_alone(path):
    media = "text/markdown" if path.suffix == ".md" else ""
    cleaned = clean(Raw(source=path.stem, data=path.read_bytes(), media=media))
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["articles"]
    assert [article.text.split("\n") for article in cleaned.articles] == [
        article["paragraphs"] for article in expected
    ]
    for article, gold in zip(cleaned.articles, expected, strict=True):
        published = article.published
        clock = f"T{published.clock}" if published and published.clock else ""
        assert {
            "title": article.title,
            "subtitle": list(article.subtitle),
            "outlet": article.outlet,
            "byline": article.byline,
            "editor": article.editor,
            "region": list(article.region),
            "published": published.first.isoformat() + clock if published else None,
        } == {key: value for key, value in gold.items() if key not in _ELSEWHERE}
        assert article.derived_title == gold.get("derived_title")


_ELSEWHERE = {"paragraphs", "derived_title"}


def test_the_same_page_in_another_encoding_is_the_same_article():
    path = next(path for path in _PAGES if path.stem == "county_portal")
    text = path.read_text(encoding="utf-8")
    made = {
        encoding: clean(Raw(source="page", data=text.encode(encoding))).articles[0].id
        for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
    }
    assert len(set(made.values())) == 1
