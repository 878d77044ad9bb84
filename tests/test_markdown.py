"""The Markdown edition: stable, and read by a CommonMark parser it shows article text as text."""

import os
from collections import Counter
from pathlib import Path

import pytest
from hostile_week import week_of
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from samples import sample_briefing

from briefing.render import render
from briefing.render.environments import markdown as escape
from briefing.render.environments import markdown_url
from briefing.render.plain import one_line

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = [
    "# 标题 ## 二级",
    "- 一 + 二 * 三 1. 四 1) 五",
    "=== --- *** ___",
    "**粗** *斜* _斜_ __粗__ ~~删~~ `码` ``码``",
    "[文](http://evil.cn) ![图](http://evil.cn/x.png) <http://evil.cn> http://evil.cn www.evil.cn",
    "[^1-1] [^1-1]: 注 [1]: http://evil.cn",
    "<script>alert(1)</script><br><!-- x --> &lt; &amp;",
    "| 甲 | 乙 | --- | $x^2$ \\| \\\\",
    "> 引 > 文    代码",
    "a\rb\u2028c\u0085d\u202ee\x07f\tg",
    "{{ 7*7 }} {% set x = 1 %} {# x #}",
]


def parsed(text):
    """Return every token of the document, those inside lines included."""
    tokens = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        tokens.append(token)
        tokens.extend(token.children or ())
    return tokens


def shown(tokens):
    return "".join(t.content for t in tokens if t.type in ("text", "text_special"))


def kinds(tokens):
    """Count the tokens by kind; how many runs a text falls into does not matter."""
    kept = (t for t in tokens if t.type not in ("text", "text_special", "softbreak"))
    return Counter(t.type for t in kept)


def of(briefing):
    return render(briefing, "md").decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sample_week_is_printed_as_its_golden_text(lang):
    """`make golden` rewrites it."""
    text = of(sample_briefing().model_copy(update={"lang": lang}))
    file = GOLDEN / f"sample.{lang}.md"
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_markup(text):
    tokens, plain = parsed(of(week_of(text))), parsed(of(week_of("甲")))
    assert kinds(tokens) == kinds(plain)
    assert {t.content for t in tokens if t.type == "html_inline"} == {"<br>"}
    assert shown(tokens).count(one_line(text)) >= shown(plain).count("甲") - 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_is_shown_letter_for_letter_in_a_line_a_list_and_a_table(text):
    words = one_line(text).strip()
    escaped = escape(text)
    for before, after in (("", ""), ("- ", ""), ("| a |\n| --- |\n| ", " |"), ("## ", "")):
        tokens = parsed(f"{before}{escaped}{after}")
        kept = shown(tokens).removeprefix("a") if before.startswith("|") else shown(tokens)
        assert kept.strip() == words
        assert not {t.type for t in tokens} & {"link_open", "image", "html_inline", "em_open"}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_address_ends_its_link(path):
    tokens = parsed(f"[x](https://a.cn/{markdown_url(path)}) y")
    assert [t.type for t in tokens].count("link_open") == 1
    assert shown(tokens) == "x y"


def test_every_mark_has_one_footnote_and_every_footnote_a_mark():
    text = of(sample_briefing())
    lines = text.splitlines()
    notes = [line.split("]:")[0][2:] for line in lines if line.startswith("[^")]
    body = "\n".join(line for line in lines if not line.startswith("[^"))
    assert len(notes) == len(set(notes))
    assert {part.split("]")[0] for part in body.split("[^")[1:]} == set(notes)


def test_a_changed_figure_changes_only_the_lines_that_state_it():
    briefing = sample_briefing()
    row = briefing.figures[2]
    claim = row.finding.claim.model_copy(update={"raw": "近46.4亿元"})
    other = row.model_copy(update={"finding": row.finding.model_copy(update={"claim": claim})})
    changed = briefing.model_copy(
        update={"figures": (*briefing.figures[:2], other, *briefing.figures[3:])}
    )
    before, after = of(briefing).splitlines(), of(changed).splitlines()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
