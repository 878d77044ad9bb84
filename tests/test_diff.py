"""The picture of what cleaning did to a page."""

from fakes import article

from briefing.cleaning import clean
from briefing.cleaning.diff import render_diff
from briefing.records import Piece, Raw, Removed

PAGE = "首页 > 新闻\n　　全区经济较好的镇\n街完成投资210亿元。\n责任编辑：某某\n"


def made(page: str = PAGE):
    text = "全区经济较好的镇街完成投资210亿元。"
    first, second = page.index("全区"), page.index("街完成")
    return article(text, title="标题").model_copy(
        update={
            "origin": (
                Piece(start=0, length=8, raw_start=first, raw_length=8),
                Piece(start=8, length=len(text) - 8, raw_start=second, raw_length=len(text) - 8),
            ),
            "removed": (Removed(start=0, end=7, kind="crumb"), Removed(start=page.index("责任"), end=page.index("责任") + 7, kind="editor")),
        }
    )  # fmt: skip


def test_kept_joined_and_dropped_parts_are_told_apart():
    shown = render_diff(PAGE, [made()], colour=False)
    assert "⟦crumb: 首页 > 新闻⟧" in shown
    assert "── 标题 ──" in shown
    assert "全区经济较好的镇⏎街完成投资210亿元。" in shown
    assert "⟦editor: 责任编辑：某某⟧" in shown


def test_colours_say_the_same():
    shown = render_diff(PAGE, [made()])
    assert "\x1b[31m⟦crumb: 首页 > 新闻⟧\x1b[0m" in shown
    assert "\x1b[36;1m⏎\x1b[0m" in shown


def test_what_a_page_says_never_commands_the_terminal():
    page = PAGE.replace("首页", "\x1b]0;x\x07\x9b2J")
    shown = render_diff(page, [made(page)], colour=False)
    assert not any(char < " " and char != "\n" for char in shown)
    assert "\x9b" not in shown


def test_every_letter_of_the_page_is_shown_once():
    shown = render_diff(PAGE, [made()], colour=False)
    for word in ("首页", "全区经济", "街完成投资", "责任编辑"):
        assert shown.count(word) == 1


def test_a_cleaned_html_page_shows_its_markup_shortened():
    body = "<p>前三季度，全区完成固定资产投资210亿元，同比增长8.6%，增速居全市第二位。</p>" * 1
    page = f"<html><head><title>t</title><style>{'.a{b:c}' * 99}</style></head><body>{body}<p>下一步，全区将持续优化营商环境，全力完成全年目标任务。</p></body></html>"
    cleaned = clean(Raw("a.html", page.encode(), "text/html"))
    shown = render_diff(cleaned.page, cleaned.articles, colour=False)
    assert "前三季度，全区完成固定资产投资210亿元" in shown
    assert len(shown) < 400
