"""HTML pages: the article and nothing else, every character tied to its place in the page."""

import json
import time
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cleaning.html import Linear, linear

BODY = [
    "7月13日，示例区召开产业大会，集中签约项目36个，总投资210亿元，同比增长8.6%。",
    "“项目建设不能只停留在纸上。”区长李某说，全区将压实责任，确保年底前全部开工。",
    "一、抓项目强支撑",
    "下一步，示例区将持续优化营商环境，力争全年新增规上企业20家以上；推动经济高质量发展。",
]
TITLE = "示例区召开产业大会"
LINKS = "".join(f'<li><a href="/{n}">某地召开第{n}次重点工作调度会议</a></li>' for n in range(30))
NAV = '<div><a href="/">首页</a> <a href="/n">新闻</a> <a href="/v">视频</a></div>'
BRIEF = (
    "记者7月14日从区发改局获悉，上半年全区完成固定资产投资98.2亿元，同比增长6.3%，其中工业投资"
    "41.5亿元，增长12.7%；新开工亿元以上项目27个，开工率达到85%，为全年目标打下基础。"
)


def body(page: Linear) -> list[str]:
    return [page.text[block.start : block.end] for block in page.body]


def paragraphs(texts=BODY) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def html(inside: str, title: str = TITLE) -> str:
    return f"<!DOCTYPE html><html><head><title>{title}-示例网</title></head><body>{inside}</body></html>"


def comments(count: int) -> str:
    return "".join(
        f"<div class='k'><b>网友{n}</b> <i>2023-7-1{n % 9} 10:0{n % 9}</i><div>支持家乡建设，希望这样的好事越来越多，老百姓盼了很多年。</div>"
        f"<a>回复</a></div>"
        for n in range(count)
    )


def assert_tied(page: Linear) -> None:
    """Every piece of the text stands where the page says, folded only as a browser folds."""
    covered = 0
    for start, length, raw_start, raw_length in page.pieces:
        text = page.text[start : start + length]
        raw = page.page[raw_start : raw_start + raw_length]
        assert raw
        if length == raw_length:
            assert [c if not c.isspace() else " " for c in raw] == [
                c if not c.isspace() else " " for c in text
            ]
        else:
            assert text in (" ", unescape(raw)) or raw.startswith("\\") or "&" in raw
        assert start >= covered
        assert not page.text[covered:start].strip("\n")
        covered = start + length
    assert not page.text[covered:].strip("\n")


# --- kinds of pages ----------------------------------------------------------------------------


def test_a_government_portal_gives_title_header_body_and_kinds_of_the_rest():
    page = linear(
        html(
            f'<div class="nav">{NAV}</div><div class="dqwz">当前位置：<a>首页</a> &gt; <a>要闻</a></div><h1>{TITLE}</h1>'
            f'<div class="info">发布日期：2021-07-14 16:40 来源：示例日报</div><div class="TRS_Editor">{paragraphs()}<p>责任编辑：某某</p></div>'
            f'<h3>相关新闻</h3><ul>{LINKS}</ul><div class="footer">主办单位：某某 ICP备1号</div>'
        )
    )
    roles = {page.text[b.start : b.end]: b.role for b in page.blocks}
    assert body(page) == BODY
    assert roles[TITLE] == "title"
    assert roles["发布日期：2021-07-14 16:40 来源：示例日报"] == "header"
    assert roles["责任编辑：某某"] == "editor"
    assert page.hint("title") == f"{TITLE}-示例网"


def test_a_forum_thread_gives_the_first_post_without_jammers():
    first = "<br>".join(
        f'{text}<font class="jammer">{{& W; V K% ~&amp; Y*</font><br><span style="display:none">1 A3 b. D</span>'
        for text in BODY
    )
    posts = ""
    for n in range(5):
        said = (
            f'<i class="pstatus">本帖最后由 某人 于 2021-7-14 编辑</i><br>{first}'
            if n == 0
            else "路过看看，说得好，支持一下楼主的家乡建设。"
        )
        posts += (
            f'<div id="post_{n}"><table><tr><td class="pls"><a>用户{n}</a><p>积分 {n}</p></td><td class="plc"><div><em>发表于 2021-7-14 1{n}:00</em> <a>{n + 1}楼</a></div>'
            f'<table><tr><td class="t_f" id="postmessage_{n}">{said}</td></tr></table><div class="sign">诚信经营，薄利多销，欢迎各位新老朋友来店里坐坐。</div></td></tr></table></div>'
        )
    page = linear(html(f'{NAV}<h1>{TITLE}</h1><div id="postlist">{posts}</div>'))
    assert body(page) == BODY
    assert {part.kind for part in page.dropped} == {"jammer", "hidden"}
    assert_tied(page)


def test_a_forum_thread_gives_the_day_of_its_first_post_and_its_title_without_label():
    def post(number: int, said: str) -> str:
        return (
            f'<div id="post_{number}"><table><tr><td class="pls"><div class="authi"><a>用户{number}</a></div></td><td class="plc"><div class="pi"><div class="pti">'
            f'<div class="authi">&nbsp;楼主<span class="pipe">|</span><em id="authorposton{number}">发表于 2021-7-1{number} 22:18:01</em></div></div></div>'
            f'<div class="t_fsz"><table><tr><td class="t_f" id="postmessage_{number}">{said}</td></tr></table></div></td></tr></table></div>'
        )

    page = linear(
        html(
            f'<div id="postlist"><h1 class="ts"><a href="f">[求助]</a> <span id="thread_subject">{TITLE}</span></h1>{post(4, "<br>".join(BODY))}{post(5, "路过，支持一下。")}</div>'
        )
    )
    assert body(page) == BODY
    assert [page.text[b.start : b.end] for b in page.blocks if b.role == "title"] == [TITLE]
    assert [
        "2021-7-14" in page.text[b.start : b.end] for b in page.blocks if b.role == "header"
    ] == [True]


def test_a_misleading_name_around_the_only_text_does_not_hide_it():
    for name in ("pinglun comment-box", "share-page", "hot-news", "search-result"):
        page = linear(
            html(f'<ul>{LINKS}</ul><div class="{name}"><h1>{TITLE}</h1>{paragraphs()}</div>')
        )
        assert body(page) == BODY, name


def test_an_invisible_wechat_body_is_kept_and_its_original_title_dropped():
    page = linear(
        '<html><body><h1 id="activity-name">新标题看这里</h1><h2 data-role="original-title" style="display:none">原来的标题，不再显示。</h2>'
        f'<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{paragraphs()}</div></body></html>'
    )
    assert body(page) == BODY
    assert "原来的标题" not in page.text


def test_comments_longer_than_the_article_stay_out():
    for label in ("<div>网友评论（25）</div>", ""):
        page = linear(
            html(
                f"{NAV}<div><h1>{TITLE}</h1><div>{paragraphs()}</div></div><div>{label}{comments(25)}</div>"
            )
        )
        assert body(page) == BODY


def test_a_brief_under_sixty_links_is_the_brief():
    page = linear(
        html(f"<ul>{LINKS}</ul><div><h1>上半年投资增长</h1><p>{BRIEF}</p></div><ul>{LINKS}</ul>")
    )
    assert body(page) == [BRIEF]


@pytest.mark.parametrize(
    "teaser", ["", "<p>日前，某地召开会议，总结上半年工作，部署下半年任务，要求各级各部门……</p>"]
)
def test_a_page_of_links_has_no_article(teaser):
    rows = "".join(
        f'<li><a href="/{n}">某地召开第{n}次重点工作调度会议</a>{teaser}<span>2023-07-0{n}</span></li>'
        for n in range(9)
    )
    for name in ("x", "newslist", "hot"):
        source = f'{NAV}<ul class="{name}">{rows}</ul><div>版权所有：示例区人民政府</div>'
        page = linear(html(source, "新闻列表"))
        assert page.problem == "index_page"
        assert page.body == []


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_body_in_script_data_is_recovered_with_its_offsets(ascii_only):
    data = json.dumps(
        {"title": TITLE, "content": paragraphs(), "url": "/1"}, ensure_ascii=ascii_only
    )
    page = linear(html(f'<div id="app"></div><script>window.__STATE__={data};</script>'))
    assert body(page) == BODY
    assert page.notes
    assert_tied(page)
    start = page.text.index("210亿元")
    first, last = page.raw(start, start + 5)
    raw = page.page[first:last]
    assert (json.loads(f'"{raw}"') if ascii_only else raw) == "210亿元"


def test_escapes_of_script_data_are_undone_one_by_one():
    source = html(
        '<script>var d={"content":"<p>'
        + BODY[0]
        + '\\ud83d\\ude00\\u00b7\\x41\\/\\"\\ud83d。</p><p>'
        + BODY[1]
        + '"}</script>'
    )
    page = linear(source)
    assert body(page)[0] == BODY[0] + '😀·A/"\ufffd。'
    assert_tied(page)


def test_paragraphs_given_one_by_one_in_script_data_are_recovered():
    data = json.dumps(
        {"blocks": [{"type": "p", "text": text} for text in BODY]}, ensure_ascii=False
    )
    page = linear(html(f'<div id="__next"></div><script type="application/json">{data}</script>'))
    assert body(page) == BODY


def test_a_page_that_a_script_would_fill_needs_rendering():
    page = linear(
        html(
            '<div id="app">加载中</div><script src="/app.js"></script><script>'
            + "var a=1;" * 60
            + "</script>"
        )
    )
    assert page.problem == "needs_render"


def test_a_page_in_traditional_characters_is_read_too():
    texts = [
        "七月十三日，示範區召開產業大會，總投資二百一十億元，較上年增長百分之八點六。",
        "下一步，全區將持續優化營商環境，確保完成全年目標任務，讓羣眾得到實惠。",
    ]
    rows = "".join(
        f'<li class="k{n}">某地召開第{n}次會議，研究部署重點工作，要求各單位抓好落實。</li>'
        for n in range(3)
    )
    page = linear(
        html(
            f"{NAV}<div><h1>示範區召開產業大會</h1><p>發佈時間：2021-07-14 來源：示範日報</p>{paragraphs(texts)}<p>責任編輯：某某</p></div><div><h3>相關新聞</h3><ul>{rows}</ul></div>",
            "示範區召開產業大會",
        )
    )
    assert body(page) == texts
    assert [b.role for b in page.blocks if b.role in ("header", "editor")] == ["header", "editor"]


def test_an_english_page_is_read_too():
    texts = [
        "Investment in the district reached 21 billion yuan in the first half of the year.",
        'The mayor said that the plan was on track. "All projects will start by December."',
        "Retail sales rose by 8.6 percent",
        "Work on the new line will begin in October and end in 2025.",
    ]
    page = linear(
        html(
            f"{NAV}<h1>District on track</h1><p>2021-07-14</p><div>{paragraphs(texts)}</div><ul>{LINKS}</ul>",
            "District on track",
        )
    )
    assert body(page) == texts


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p>", "error_page"),
        ("<p>您需要登录后才可以查看本页内容，请先登录或注册。</p>", "login_wall"),
        ("<noscript>请开启 JavaScript</noscript><p>正在加载……</p>", "needs_render"),
        ("<p>某某</p>", "no_article"),
        ("", "empty"),
    ],
)
def test_a_page_without_an_article_says_why(inside, reason):
    page = linear(html(f"<div>{inside}</div>", "示例"))
    assert (page.problem, page.body) == (reason, [])


def test_a_body_that_waits_hidden_for_a_script_is_found():
    assert body(linear(html(f'<div style="display:none">{paragraphs()}</div>'))) == BODY


def test_two_articles_are_two_parts_each_with_its_title():
    other = [
        "8月2日，示例市召开座谈会，听取企业意见建议四十余条，逐条研究办理。",
        "会议要求，各部门要主动上门服务，限时答复，让企业安心发展。",
    ]
    parts = "".join(
        f'<div class="art"><h2>{title}</h2><p class="by">2021-08-0{n} 来源：示例日报</p>{paragraphs(texts)}</div>'
        for n, (title, texts) in enumerate([(TITLE, BODY), ("示例市听取企业意见", other)], 1)
    )
    page = linear(html(f"{NAV}<div>{parts}</div>"))
    assert [(b.part, page.text[b.start : b.end]) for b in page.blocks if b.role == "title"] == [
        (0, TITLE),
        (1, "示例市听取企业意见"),
    ]
    assert [page.text[b.start : b.end] for b in page.body if b.part == 1] == other


def test_a_row_of_figures_is_one_line_and_a_layout_table_is_none():
    grid = "<table><tr><td>指标</td><td>完成额</td></tr><tr><td>工业投资</td><td><p>41.5</p></td></tr></table>"
    page = linear(
        html(
            f"<table><tr><td>{NAV}</td></tr><tr><td><h1>{TITLE}</h1>{paragraphs()}{grid}</td></tr></table>"
        )
    )
    assert body(page) == [*BODY, "指标 完成额", "工业投资 41.5"]
    assert_tied(page)


@pytest.mark.parametrize("tag", ["h1", "div", "p"])
@pytest.mark.parametrize("title", ["抓项目，强支撑，促发展：示例区吹响冲锋号", "好日子在后头！"])
def test_a_title_with_marks_is_no_paragraph(tag, title):
    page = linear(
        html(
            f"<div><{tag}>{title}</{tag}><p>2021-07-14 来源：示例日报</p>{paragraphs()}</div>",
            title,
        )
    )
    assert body(page) == BODY
    assert [page.text[b.start : b.end] for b in page.blocks if b.role == "title"] == [title]
    assert [page.text[b.start : b.end] for b in page.blocks if b.role == "header"] == [
        "2021-07-14 来源：示例日报"
    ]


def test_a_subhead_before_the_first_paragraph_stays_and_a_subtitle_goes():
    page = linear(
        html(
            f"<div><h1>{TITLE}</h1><h2>——副题在这里</h2><p>2021-07-14 来源：示例日报</p><div><h3>总体情况</h3>{paragraphs()}</div></div>"
        )
    )
    assert body(page) == ["总体情况", *BODY]


def test_a_page_that_is_a_table_of_figures_is_that_table():
    rows = [
        ("指标", "完成额(亿元)", "同比增长"),
        ("工业增加值", "210.5", "8.6%"),
        ("固定资产投资", "98.2", "3.1%"),
        ("社会消费品零售总额", "77.0", "5.4%"),
    ]
    grid = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = linear(
        html(
            f"{NAV}<h1>上半年主要经济指标</h1><p>发布日期：2021-07-14</p><table>{grid}</table><ul>{LINKS}</ul>",
            "上半年主要经济指标",
        )
    )
    assert page.problem is None
    assert body(page) == [" ".join(row) for row in rows]


def test_a_signature_under_a_notice_stays_and_tools_go():
    sign = ["示例区人民政府办公室", "2021年7月14日"]
    page = linear(
        html(
            f"<h1>{TITLE}</h1><div>{paragraphs(BODY + sign)}<p>【打印本页】【关闭窗口】</p><p>上一篇：<a href=x>{TITLE}</a></p></div>"
        )
    )
    assert body(page) == BODY + sign


# --- text and offsets --------------------------------------------------------------------------


def test_white_space_and_entities_are_folded_as_a_browser_does():
    page = linear(
        html(
            f"<div><p>&nbsp;&nbsp;　　总投资&ldquo;210&rdquo;亿元，\n    同比增长8.6&#37;，其中A &amp; B\n公司占三成。</p>{paragraphs()}</div>"
        )
    )
    assert body(page)[0] == "总投资“210”亿元，同比增长8.6%，其中A & B公司占三成。"
    assert_tied(page)


def test_a_quote_leads_back_to_its_place():
    source = html(f"<h1>{TITLE}</h1><div>{paragraphs()}</div>")
    page = linear(source)
    for text in ("210亿元", "36个，总投资", "20家以上"):
        start = page.text.index(text)
        first, last = page.raw(start, start + len(text))
        assert source[first:last] == text


def test_old_pages_with_upper_case_tags_and_loose_ends_are_read():
    page = linear(
        f"<HTML><TITLE>{TITLE}</TITLE><TABLE><TR><TD><FONT SIZE=5>{TITLE}</FONT><BR>"
        + "<BR><BR>".join("　　" + text for text in BODY)
        + "</TABLE>"
    )
    assert body(page) == BODY


def test_an_angle_bracket_in_a_value_or_text_breaks_nothing():
    page = linear(
        html(
            f'<div data-x="a > b"><p title=">">若 a < b，则增长。{BODY[0]}</p>{paragraphs(BODY[1:])}</div>'
        )
    )
    assert body(page)[0] == f"若 a < b，则增长。{BODY[0]}"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ('<meta name="PubDate" content="2021-07-14 16:40">', "published"),
        ('<meta property="og:release_date" content="2021-07-14 16:40">', "published"),
    ],
)
def test_hints_of_the_page_keep_their_place(tag, name):
    source = html(paragraphs()).replace("<title>", f"{tag}<title>")
    page = linear(source)
    [hint] = [hint for hint in page.hints if hint.name == name]
    assert source[hint.start : hint.end] == hint.value == "2021-07-14 16:40"


_SNIPPETS = st.sampled_from(
    ["<p>", "</p>", "<div class='comment'>", "</div>", "<td>", "<table>", "<tr>", "</table>", "<a href=x>", "</a>", "<br>", "<script>", "</script>", "<!--", "-->",
     "<span style='display:none'>", "</span>", "&nbsp;", "&#8220;", "&#x0;", "&unknown;", "\n", "　　", " ", "<", ">", '"', "'", "<title>", "</title>", '{"content":"', '\\u4e2d\\n', BODY[0], BODY[1], "😀", "\x00", "\ud800"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_SNIPPETS, st.text(max_size=8)), max_size=40).map("".join))
def test_any_page_is_read_and_tied(source):
    page = linear(source)
    assert_tied(page)
    assert all(0 <= b.start < b.end <= len(page.text) for b in page.blocks)


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 40_000, "<p>" * 40_000, "<a>" * 40_000, "</span>" * 40_000, "<div></span>" * 20_000, "<table><tr><td>" * 12_000,
        "<" * 120_000, "<a " * 40_000, "<a \"" * 40_000, "<a '\"" * 40_000, "<!--" * 40_000, "<script>" * 20_000, "<select>" * 8_000, "&" * 120_000,
        "&amp" * 40_000, " \n" * 120_000, "中" * 4_000_000, "一。<br>" * 8_000, "<b style='display:none'>" * 20_000, "<td>甲</td>" * 8_000,
        "<script>" + "\"" * 120_000, "<script>" + "'\\" * 40_000, "<script>" + "a:" * 40_000, "<script>" + '"中,",' * 20_000, "<li>相关阅读</li>" * 4_000,
    ],
    ids=lambda source: source[:12],
)  # fmt: skip
def test_hostile_pages_end_in_time(source):
    started = time.process_time()
    linear(source)
    assert time.process_time() - started < 4


@settings(max_examples=60, deadline=None)
@given(st.lists(_SNIPPETS, max_size=30).map("".join), st.integers(0, 200), st.integers(1, 60))
def test_the_place_of_a_range_is_that_of_its_pieces(source, start, length):
    page = linear(source)
    pieces = list(page.slices(start, start + length))
    found = page.raw(start, start + length)
    if not pieces:
        assert found is None
    else:
        (*_, first, _), (*_, last, size) = pieces[0], pieces[-1]
        assert found == (first, last + size)
