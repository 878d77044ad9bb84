"""The HTML briefing as source: self-contained, escaped, every mark leads somewhere."""

import base64
import hashlib
import re

import pytest
from samples import sample_briefing

from briefing.records import Masthead
from briefing.render import render


@pytest.fixture(scope="module")
def page():
    return render(sample_briefing(), "html").decode()


def test_every_source_mark_leads_to_a_sentence_of_its_source(page):
    goals = set(re.findall(r'href="#(s\d+-\d+)"', page))
    assert goals
    assert goals <= set(re.findall(r'id="(s\d+-\d+)"', page))


def test_no_id_stands_twice(page):
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_policy_allows_the_style_and_the_script_by_hash_and_nothing_else(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        [body] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_no_handler_or_style_stands_inline(page):
    assert not re.search(r"<(?:link|img|iframe|object|embed)\b", page)
    assert not re.search(r"<[^>]+\s(?:on\w+|style|src)=", page)


def test_hostile_text_is_shown_and_does_nothing():
    evil = '</title><script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}} \u202e "quoted"'
    briefing = sample_briefing()
    source = briefing.sources[0]
    article = source.article.model_copy(update={"title": evil})
    changed = briefing.model_copy(
        update={
            "masthead": Masthead(name=evil, unit=evil, editor_note=evil),
            "sources": (
                source.model_copy(update={"article": article, "raw": evil}),
                *briefing.sources[1:],
            ),
        }
    )
    page = render(changed, "html").decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "{{7*7}}" in page
    assert "\u202e" not in page
    assert len(re.findall(r"<script", page)) == 2


def test_the_words_marked_in_a_sentence_are_the_words_of_the_fact(page):
    sentences = dict(re.findall(r'id="(s\d+-\d+)">([^<]*)<', page))
    facts = re.findall(
        r'<a class="fact" href="#(s\d+-\d+)" data-mark="(\d+)-(\d+)"[^>]*>([^<]*)<', page
    )
    assert len(facts) > 10
    marked = [(sentences[goal][int(a) : int(b)], text) for goal, a, b, text in facts]
    assert sum(words == text for words, text in marked) >= 0.6 * len(marked)


def test_the_same_briefing_gives_the_same_bytes():
    assert render(sample_briefing(), "html") == render(sample_briefing(), "html")


def test_an_english_edition_is_in_english():
    page = render(sample_briefing().model_copy(update={"lang": "en"}), "html").decode()
    assert '<html lang="en">' in page
    assert "Key figures" in page
    assert "关键数据" not in page
