"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cleaning.sentences import damaged, split

CASES = {
    "a quote and who said it": (
        "“力争早建成。”部长于远说。后面还有。",
        ["“力争早建成。”部长于远说。", "后面还有。"],
    ),
    "sentences within a quote": ("“第一句。第二句。”", ["“第一句。", "第二句。”"]),
    "the clauses of a long sentence": (
        "签约项目17个;开工38个;竣工5个。",
        ["签约项目17个;", "开工38个;", "竣工5个。"],
    ),
    "a semicolon in brackets or quotes": (
        "强化“招商;服务”两个抓手(甲;乙)。",
        ["强化“招商;服务”两个抓手(甲;乙)。"],
    ),
    "dots that trail off": (
        "总投资800亿元……这些数字很亮眼。",
        ["总投资800亿元……", "这些数字很亮眼。"],
    ),
    "decimal numbers and addresses": (
        "见www.52ocean.cn,增长6.7亿元、39.43%。完。",
        ["见www.52ocean.cn,增长6.7亿元、39.43%。", "完。"],
    ),
    "a full stop lost behind a digit": (
        "从9:00到11:30.打擂,排名第3.地区生产总值创新高。",
        ["从9:00到11:30.", "打擂,排名第3.", "地区生产总值创新高。"],
    ),
    "numbers of a list": (
        "1.推进项目。2.抓好落实;3.强化服务。",
        ["1.推进项目。", "2.抓好落实;", "3.强化服务。"],
    ),
    "numerals of a list": ("一.总体要求", ["一.总体要求"]),
    "a title with a mark in it": (
        "《奔跑吧!青岛》开播。收视很好!",
        ["《奔跑吧!青岛》开播。", "收视很好!"],
    ),
    "an exclamation that is a name": ("开展“加油!”主题活动三次。", ["开展“加油!”主题活动三次。"]),
    "a source in brackets at the end": ("再创辉煌。(王一婷 刘畅)", ["再创辉煌。(王一婷 刘畅)"]),
    "brackets that close": (
        "获评强县(区)。船舶基地获五星。",
        ["获评强县(区)。", "船舶基地获五星。"],
    ),
    "English": (
        "Mr. Wang said the U.S. economy grew 3.5 percent. It ranked No. 1 in 2023! Is it true? Yes.",
        [
            "Mr. Wang said the U.S. economy grew 3.5 percent.",
            "It ranked No. 1 in 2023!",
            "Is it true?",
            "Yes.",
        ],
    ),
    "English beside Chinese": (
        "新区入选DCMM贯标试点.下一步推进AEO认证。SPAC中心入驻。",
        ["新区入选DCMM贯标试点.", "下一步推进AEO认证。", "SPAC中心入驻。"],
    ),
    "paragraphs": ("第一段没有句号\n第二段。", ["第一段没有句号", "第二段。"]),
    "several marks": ("真的吗?!是的!!!", ["真的吗?!", "是的!!!"]),
    "corner brackets": (
        "他說：「二期完成。」市府表示肯定。",
        ["他說：「二期完成。」", "市府表示肯定。"],
    ),
    "full width": ("一季度增长５％。二季度呢？好！", ["一季度增长５％。", "二季度呢？", "好！"]),
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_end_where_a_reader_ends_them(name):
    text, expected = CASES[name]
    assert [span.of(text) for span in split(text)] == expected


def test_lost_full_stops_are_found_and_list_numbers_are_not():
    text = "排名第3.地区生产总值创新高。1.推进项目。\n2.抓落实"
    assert [text[dot - 2 : dot + 1] for dot in damaged(text)] == ["第3."]


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet="项目。;!?….,“”()《》1a \n说:", max_size=60))
def test_sentences_cover_all_but_blanks_and_never_cross_a_paragraph(text):
    spans = split(text)
    covered = "".join(span.of(text) for span in spans)
    assert [char for char in covered if char not in " \n"] == [
        char for char in text if char not in " \n"
    ]
    assert all("\n" not in span.of(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
