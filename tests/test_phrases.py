"""Words of facts as they are printed: full-width marks, groups, columns, no word twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import sample_briefing
from stories import Story, figure

from briefing.render import grouping, typography
from briefing.render.lines import Group, Line
from briefing.render.view import View
from briefing.settings import Settings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("加快项目进度,强化项目储备", "加快项目进度，强化项目储备"),
        ("增长5.2%,增速第一;目标:再快些!", "增长5.2%，增速第一；目标：再快些！"),
        ("新增就业(含返乡人员)1,200人", "新增就业（含返乡人员）1,200人"),
        ("会议定于10:30召开", "会议定于10:30召开"),
        ("按GDP(PPP)计,居前", "按GDP(PPP)计，居前"),
        ("《方案》,“清单”", "《方案》，“清单”"),
        ("a,b; c: d", "a,b; c: d"),
        ("(一)建(二)管", "（一）建（二）管"),
        ("缺一半(括号,不动", "缺一半(括号，不动"),
        ("并入(原(旧)村)者", "并入（原（旧）村）者"),
    ],
)
def test_half_width_marks_between_chinese_are_printed_in_full_width(typed, printed):
    assert typography.full_width(typed) == printed


@given(st.text("甲乙A1%,:;?!()（），。 《》", max_size=30))
@settings(max_examples=200, deadline=None)
def test_setting_keeps_the_length_and_is_done_once(text):
    once = typography.full_width(text)
    assert len(once) == len(text)
    assert typography.full_width(once) == once


@given(st.lists(st.text("甲乙A1,:()", max_size=4), max_size=6))
@settings(max_examples=200, deadline=None)
def test_parts_are_set_as_the_text_they_make(texts):
    assert "".join(typography.parts(texts)) == typography.full_width("".join(texts))


def line(ref, **more):
    return Line(ref=ref, kind="figure", kind_word="数据", said="", **more)


def test_a_level_and_its_change_are_one_row_and_no_two_values_of_a_kind_share_a_cell():
    level = line("F1", metric="产值", subject="东区", value="3亿元")
    change = line("F2", metric="产值", subject="东区", value="增长5%", basis="同比", is_change=True)
    other = line("F3", metric="产值", subject="西区", value="4亿元")
    again = line("F4", metric="产值", subject="西区", value="5亿元")
    rows = grouping.indicators(Group("东区", (level, other, change, again)))
    assert [(x.subject, x.levels, x.changes) for x in rows] == [
        ("", (level,), (change,)),
        ("西区", (other,), ()),
        ("西区", (again,), ()),
    ]


def test_people_of_whom_the_same_is_said_are_one_row():
    def person(ref, titles=("区领导",)):
        return line(ref, name=ref, titles=titles, roles=("参加",))

    teams = grouping.teams([person("甲"), person("乙", ("区长",)), person("丙")])
    assert [[x.name for x in team.lines] for team in teams] == [["甲", "丙"], ["乙"]]


def test_a_unit_that_the_title_names_is_not_said_twice():
    [team] = grouping.teams([line("O1", name="甲", titles=("区住建局局长",), org="区住建局")])
    assert team.org == ""


def test_a_few_lines_are_not_split_by_topic_and_the_rest_comes_last():
    lines = [line(f"T{n}", topic="其他" if n < 4 else "农业农村") for n in range(8)]
    assert [group.title for group in grouping.by_topic(lines, "其他")] == ["农业农村", "其他"]
    assert [group.title for group in grouping.by_topic(lines[:5], "其他")] == [""]


def test_every_line_stands_in_exactly_one_group():
    doc = View(sample_briefing())
    by_region = doc.by_region(doc.figures)
    shown = [x.ref for g in by_region for it in doc.indicators(g) for x in it.lines]
    assert sorted(shown) == sorted(x.ref for x in doc.figures)
    shown = [x.ref for g in doc.by_topic(doc.next_steps) for x in g.lines]
    assert sorted(shown) == sorted(x.ref for x in doc.next_steps)


def test_quotations_stay_letter_for_letter():
    briefing = sample_briefing()
    source = briefing.sources[0]
    text = source.article.text.replace("，", ",")
    article = source.article.model_copy(update={"text": text})
    changed = briefing.model_copy(
        update={"sources": (source.model_copy(update={"article": article}), *briefing.sources[1:])}
    )
    quoted = "".join(x.text for x in View(changed).sources[0].quotations)
    assert "," in quoted
    assert "，" not in quoted


def test_the_ledger_says_its_limits_once_and_how_many_targets_it_leaves_out():
    briefing = sample_briefing()
    entry = briefing.ledger[0].model_copy(update={"limits": "落后不超过5个百分点为绿"})
    changed = briefing.model_copy(update={"ledger": (entry,), "ledger_folded": 7})
    lead = View(changed).ledger_lead
    assert lead.count("落后不超过5个百分点为绿") == 1
    assert "7项" in lead


def test_an_english_row_begins_large_and_its_verb_is_not_said_twice():
    story = Story()
    story.tell(
        "2024-03-04",
        "Retail sales jumped 17.4 percent.",
        figure("retail sales", "jumped 17.4 percent"),
        region=("江苏省", "南京市"),
    )
    story.settings = Settings(lang="en")
    (line,) = View(story.brief("2024-03-04")).figures
    assert (line.metric, line.basis, line.region) == ("Retail sales", "", "Nanjing")


def test_facts_of_sources_that_name_no_place_stand_under_their_own_headlines():
    lines = [line("F0"), line("F1", region="甲县"), line("F2")]
    groups = grouping.by_region(lines, lambda one: f"《{one.ref}》")
    assert [group.title for group in groups] == ["甲县", "《F0》", "《F2》"]
    assert [group.title for group in grouping.by_region(lines[:1], lambda _: "《F0》")] == [""]
