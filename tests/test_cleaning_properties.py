"""What holds for every page, whatever is in it."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cleaning import clean
from briefing.origin import slices
from briefing.records import Raw

_ROOT = Path(__file__).parent.parent
_PAGES = [*sorted((_ROOT / "seeds").glob("*.txt")), *sorted((_ROOT / "tests/data").rglob("*.txt"))]
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\x0b\x0c\x85\u2028\u2029"), " ")

_LINES = st.sampled_from(
    [
        "4月3日,临河区召开项目推进会。区委书记王明主持会议并讲话。",
        "会议指出,今年一季度,全区签约项目17个,总投资50亿元,同比增长12.5%。",
        "“我们将全力以赴,确保年底前建成投产。”王明说。",
        "会议强调,要压实责任,狠抓落实,确保",
        "实现全年目标。",
        "一、主要做法",
        "(一)强化招商引资",
        "临河区召开高质量发展项目推进会",
        "发布时间:2023-04-07 来源:临河日报 作者:张三",
        "□记者 李四 报道",
        "本报4月3日讯 (记者 李四)今天,临河区签约项目9个。",
        "(下转第二版)",
        "编辑:王五 责任编辑:赵六",
        "首页 > 新闻 > 正文",
        "上一篇:甲 下一篇:乙",
        "相关阅读",
        "版权所有:临河网 ICP备123号",
        "免责声明:本网转载内容版权归原作者所有,如有侵权请联系删除。",
        ", B! Q% r6 B% m# H% h8 S' k",
        "\u3000\u3000",
        "",
        "\u200b",
        "打印 关闭",
        "1",
        "。",
        "区",
        "会议,,指出,。区长,、书记,;要,。抓,。紧,。",
        "區(qū)委書(shū)記,常(chang)(chang)住(zhu)人口(kou)(kou)1265万(wan)人。",
        "全区经 济增 速居全市第 3 位,社 会消费品零售总额 27 .4 亿元,解决 131 个,增长 9 %。 |",
        "date 2025-11-11 4月3日,临河区召开项目推进会,区委书记王明主持会议并讲话,区长李芳部署,各镇参加。",
        "王明在督查工作时强调",
        "临河区人民政府办公室",
        "2021年3月15日",
        "附件:",
        "第258章 焦点(第3/3页)",
        "(区融媒体中心 宋俍 龚依)",
        "  • 发布单位: 临河区公所",
    ]
)


def check(cleaned):
    """Every letter of every article stands in the page, and what does not is listed."""
    page = cleaned.page
    seen = bytearray(len(page))
    for article in cleaned.articles:
        spelled = list(article.text)
        for piece in article.origin:
            part = page[piece.raw_start : piece.raw_start + piece.raw_length]
            text = article.text[piece.start : piece.start + piece.length]
            if piece.length == piece.raw_length:
                assert part.translate(_BLANKS) == text
            for at in range(piece.start, piece.start + piece.length):
                spelled[at] = ""
            seen[piece.raw_start : piece.raw_start + piece.raw_length] = b"1" * piece.raw_length
        assert set("".join(spelled)) <= {"\n"}
        for removed in article.removed:
            seen[removed.start : removed.end] = b"1" * (removed.end - removed.start)
        assert [span.of(article.text) for span in article.paragraphs] == article.text.split("\n")
        for sentence in article.sentences:
            assert "\n" not in sentence.of(article.text)
            assert sentence.of(article.text).strip()
    return seen


@settings(max_examples=50, deadline=None)
@given(st.lists(_LINES, max_size=30).map("\n".join))
def test_every_letter_of_a_page_is_kept_or_listed_as_removed(text):
    cleaned = clean(Raw(source="page", data=text.encode()))
    seen = check(cleaned)
    if cleaned.articles:
        left = "".join(char for char, was in zip(cleaned.page, seen, strict=True) if not was)
        assert left.strip("\u200b \u3000\n\t") == ""


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data):
    check(clean(Raw(source="bytes", data=data)))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-8-sig"]))
def test_no_text_makes_it_fail(text, encoding):
    check(clean(Raw(source="text", data=text.encode(encoding, "replace"))))


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_pages_can_be_traced_and_cleaning_is_idempotent(path):
    cleaned = clean(Raw(source=str(path), data=path.read_bytes()))
    check(cleaned)
    for article in cleaned.articles:
        again = clean(Raw(source="again", data=article.text.encode()))
        assert [part.text for part in again.articles] == [article.text]


@pytest.mark.parametrize("path", _PAGES[:5], ids=lambda path: path.stem)
def test_every_sentence_can_be_found_in_the_page_by_its_place(path):
    cleaned = clean(Raw(source=str(path), data=path.read_bytes()))
    for article in cleaned.articles:
        for sentence in article.sentences:
            parts = slices(article.origin, sentence.start, sentence.end)
            assert "".join(cleaned.page[a:b] for a, b in parts) == sentence.of(article.text)


def _hostile():
    prose = "4月3日,临河区召开项目推进会。王明主持会议并讲话,增长8.5%。"
    rng = random.Random(5)
    yield "one long line", lambda n: prose * (3 * n)
    yield "no marks", lambda n: "项" * (80 * n)
    yield "short lines", lambda n: "项目\n" * (25 * n)
    yield "jammers", lambda n: "! a" * (25 * n)
    yield "lists", lambda n: "1.项" * (25 * n)
    yield "brackets", lambda n: "(" * (60 * n)
    yield "quotes", lambda n: "“a。”说" * (10 * n)
    yield "labels", lambda n: "发布时间:\n" * (15 * n)
    yield "places", lambda n: "青岛市市南区" * (15 * n)
    yield "broken lines", lambda n: (prose[:-1] + "\n") * (2 * n)
    yield "names in brackets", lambda n: ("好。(" + "报" * 60 + "记者张三" * 8 + "x)\n") * n
    yield "marks and blanks", lambda n: ("□" + " " * 70 + "记者 。\n") * n
    yield "blank lines", lambda n: "\n" * (200 * n) + prose
    yield "noise", lambda n: "".join(chr(rng.randrange(32, 40_000)) for _ in range(25 * n))


@pytest.mark.parametrize(("name", "made"), list(_hostile()), ids=[name for name, _ in _hostile()])
def test_time_grows_with_length_alone(name, made):
    def seconds(n):
        data = made(n).encode("utf-8", "replace")
        best = 9.9
        for _ in range(2):
            start = time.process_time()
            clean(Raw(source=name, data=data))
            best = min(best, time.process_time() - start)
        return best

    seconds(10)
    small, large = seconds(40), seconds(320)
    assert large < 0.2 or large < 8 * 3 * small
