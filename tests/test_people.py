"""People: what the article says of them, and which words are no person at all."""

import pytest
from fakes import article

from briefing import grounding
from briefing.records import Official, Verdict


def proven(text: str, name: str, *titles: str, role: str = "", sentence: int = 1) -> bool:
    claim = Official(name=name, titles=titles, roles=(role,) if role else (), sentence=sentence)
    verdict = grounding.ground(article(text), [claim])[0].evidence.verdict
    return verdict in (Verdict.EXACT, Verdict.FOLDED)


MEETING = "区委书记林月明出席会议并讲话，区长陆文海主持会议，副区长田甜、阿力木·买买提、能荣参加。林月明强调，要抓好落实。"


@pytest.mark.parametrize(
    ("name", "title", "role"),
    [
        ("林月明", "区委书记", "讲话"),
        ("林月明", "区委书记", "出席"),
        ("林月明", "区委书记", "强调"),
        ("陆文海", "区长", "主持"),
        ("田甜", "副区长", "出席"),
        ("能荣", "副区长", "参加"),
    ],
)
def test_a_role_told_of_the_person_is_proven(name: str, title: str, role: str):
    assert proven(MEETING, name, title, role=role)


@pytest.mark.parametrize(
    ("name", "title", "role"),
    [
        ("林月明", "区委书记", "主持"),
        ("林月明", "区委书记", "指出"),
        ("陆文海", "区长", "出席"),
        ("陆文海", "区长", "讲话"),
        ("田甜", "副区长", "主持"),
    ],
)
def test_a_role_told_of_a_neighbour_is_refused(name: str, title: str, role: str):
    assert not proven(MEETING, name, title, role=role)


def test_who_is_only_named_in_a_quotation_takes_no_part():
    text = "县委书记说：“新任县长陈立群会接着干。”副县长高敏、田甜参加。"
    assert not proven(text, "陈立群", "县长", role="参加")
    assert proven(text, "高敏", "副县长", role="参加", sentence=2)


def test_he_goes_on_speaking_in_the_next_sentence():
    text = "区长陆文海到园区调研。他指出，要加快建设。"
    assert proven(text, "陆文海", "区长", role="指出")
    assert not proven(text, "陆文海", "区长", role="主持")


def test_who_reads_out_a_report_has_given_no_speech():
    text = "局长李强汇报了工作，李强东代表企业发言。"
    assert not proven(text, "李强", "局长", role="发言")
    assert proven(text, "李强", "局长", role="汇报")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全村种植黄桃600亩。", "黄桃"),
        ("黄山毛峰、白茶和红枣畅销。", "白茶"),
        ("白云、金沙两个街道负责人参加。", "白云"),
        ("全镇的金银花、石斛等产业壮大。", "石斛"),
        ("失业人员再就业1.02万人。", "再就业"),
        ("民生支出43亿元，占八成。", "支出"),
        ("增加值占比重为58.2%。", "比重"),
    ],
)
def test_a_word_that_begins_like_a_name_is_no_person(text: str, name: str):
    assert not proven(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王娟、李锋参加调研。", "王娟"),
        ("徐莉、张云云及相关部门负责同志参加。", "徐莉"),
        ("联系人：李锋。", "李锋"),
        ("村民刘二柱笑了。", "刘二柱"),
        ("从科长王岩，到科室的王广洋、吕蓉慧均获奖。", "王广洋"),
        ("林月明同志到会。", "林月明"),
    ],
)
def test_a_person_without_a_title_acts_or_is_labelled(text: str, name: str):
    assert proven(text, name)


def test_an_absent_person_and_a_relative_took_no_part():
    text = "主任顾维、主席邓通因公出差未出席会议。老局长章怀的家属出席。"
    assert not proven(text, "顾维", "主任", role="出席")
    assert not proven(text, "章怀", "局长", role="出席", sentence=2)


def test_a_list_set_off_by_commas_shares_the_deed_at_its_end():
    text = "市委副书记郝建，市委常委、常务副市长宇文浩，副市长贺兰出席会议。"
    assert proven(text, "郝建", "市委副书记", role="出席")


def test_at_a_press_conference_who_speaks_publishes():
    text = "市政府召开新闻发布会，市住建局局长孙宏介绍情况。"
    assert proven(text, "孙宏", "市住建局局长", role="发布")


def test_an_english_title_may_end_with_its_sentence():
    text = "The road opened, according to Hu Qiang, chief engineer of Jianghan Expressway Co."
    assert proven(text, "Hu Qiang", "chief engineer of Jianghan Expressway Co.")
    assert not proven(text, "Hu Qiang", "deputy chief engineer of Jianghan Expressway Co.")


LISTS = [
    ("组  长:郑云春  县委副书记、县长", "郑云春", "县长", True),
    ("副组长:沙 力  常务副县长", "沙力", "常务副县长", True),
    ("李明达，区委常委、副区长；王芳，区长。", "李明达", "副区长", True),
    ("会议由李明达（区委常委、副区长）主持。", "李明达", "副区长", True),
    ("组长:郑云春  县委副书记、县长", "郑云", "县长", False),
    ("李明达，区委常委、副区长；王芳，区长。", "李明达", "区长", False),
    ("李明达，区委常委、副区长；王芳，区长。", "王芳", "副区长", False),
    ("区长 李明达 副区长 王芳", "李明达", "副区长", False),
    ("区长:李明达，副区长:王芳。", "李明达", "副区长", False),
    ("会上，区长李明达，副区长王芳讲话。", "李明达", "副区长", False),
]


@pytest.mark.parametrize(("text", "name", "title", "true"), LISTS)
def test_a_list_gives_posts_to_the_names_before_them(text: str, name: str, title: str, true: bool):
    assert proven(text, name, title) is true


def test_a_short_name_is_not_lengthened_by_a_feeling():
    assert not proven("公司总经理顾祥喜出望外。", "顾祥喜", "公司总经理")
    assert proven("公司总经理顾祥喜出望外。", "顾祥", "公司总经理")


def test_english_leaders_may_be_included():
    text = "Leaders of Qinghe City, including Li Dawen, Zhao Linna and Huang Kun, attended."
    for name in ("Li Dawen", "Zhao Linna", "Huang Kun"):
        assert proven(text, name, "Leaders of Qinghe City")
