"""Copies are found, template twins are not."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.weeks import duplicates

STORY = (
    "9月4日，云湖区召开四季度攻坚推进会。区委书记林知远出席会议并讲话，区长周启明主持会议。"
    "会议明确，云湖区年底前新建口袋公园30个，全年外贸进出口总额达到120亿元，滨湖路改造工程9月底前竣工通车。"
    "林知远指出，当前全区重点项目建设进度不平衡，部分项目用地保障不足，各部门要把责任扛在肩上。"
    "周启明表示，下一步，区住建局将于9月20日前出台停车收费实施方案，并向社会公开征求意见，欢迎市民参与。"
)


def kinds(**texts: str) -> set[tuple[str, str, str]]:
    sketches = duplicates.sketches(texts)
    return {(pair.one, pair.other, pair.kind) for pair in duplicates.pairs(sketches)}


def test_a_reprint_with_other_chrome_and_width_is_the_same_text():
    reprint = "首页 > 要闻\n" + STORY.replace("，", ",") + "\n责任编辑：甲"
    assert kinds(a=STORY, b=reprint) == {("b", "a", "same")}


def test_a_cut_version_is_an_excerpt():
    assert kinds(a=STORY, b=STORY[: len(STORY) // 3]) == {("a", "b", "excerpt")}


def test_a_round_up_contains_its_parts():
    other = (
        "松陵区口袋公园建设过半，城市管理局负责人表示，个别点位因管线迁改进度滞后，正在抓紧协调解决。"
        * 3
    )
    found = kinds(whole=STORY + other, part=STORY)
    assert {(one, two) for one, two, _ in found} == {("whole", "part")}


def test_reports_from_one_template_are_not_copies():
    twin = (
        STORY.replace("9月4日", "10月11日")
        .replace("云湖区", "松陵区")
        .replace("30", "45")
        .replace("120", "88")
        .replace("9月20日", "10月31日")
        .replace("9月底", "11月底")
    )
    assert kinds(a=STORY, b=twin) == set()


def test_a_changed_digit_makes_two_texts():
    assert kinds(a=STORY, b=STORY.replace("120亿元", "128亿元")) == set()
    assert kinds(a=STORY.replace("30个", "三十个"), b=STORY.replace("30个", "四十个")) == set()


def test_a_cut_from_the_middle_is_an_excerpt():
    sentences = STORY.split("。")
    assert kinds(a=STORY, b="。".join(sentences[1:3])) == {("a", "b", "excerpt")}


def test_another_title_and_a_few_new_words_do_not_hide_a_copy():
    reprint = "云湖区打响四季度攻坚战\n" + STORY.replace("召开", "举行").replace("指出", "强调")
    assert kinds(a=STORY, b=reprint) == {("b", "a", "same")}


def test_a_cut_version_says_nothing_of_its_own():
    whole, cut, more = duplicates.sketches(
        {"a": STORY, "b": STORY[: len(STORY) // 2], "c": STORY + "全区新增市场主体456户。" * 9}
    ).values()
    assert duplicates.repeats(whole, cut)
    assert not duplicates.repeats(cut, whole)
    assert not duplicates.repeats(whole, more)


def test_many_copies_cost_one_comparison_each():
    texts = {f"{number:03}": f"{STORY}责任编辑：{chr(0x4E10 + number)}" for number in range(300)}
    found = list(duplicates.pairs(duplicates.sketches(texts)))
    assert len(found) == 299


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), share=st.floats(0, 0.02))
def test_a_few_changed_letters_do_not_hide_a_copy(seed: int, share: float):
    draw = random.Random(seed)
    letters = [
        draw.choice("的一是在") if draw.random() < share and not char.isdigit() else char
        for char in STORY
    ]
    assert kinds(a=STORY, b="".join(letters))


def test_empty_and_latin_texts_are_no_trouble():
    assert kinds(a="", b="", c="no Han here at all 123") == set()
