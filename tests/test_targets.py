"""The ledger: keys, events, states, silence, extension, corrections by a person."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Story, figure, target

from briefing.periods import Cadence
from briefing.records import Correction, Light, NextStep, State


def parks(day: str = "2023-09-05") -> Story:
    story = Story()
    story.tell(
        day,
        "会议明确，云湖区年底前新建口袋公园30个。",
        target("云湖区年底前新建口袋公园30个", raw="30个", deadline="年底前"),
    )
    return story


def test_a_promise_is_open_with_a_key_of_place_object_and_year():
    history = parks().only("2023-09-05")
    assert (history.key, history.state) == ("云湖区·口袋公园·2023", State.OPEN)
    assert history.light is Light.GREY
    assert history.first_seen == date(2023, 9, 5)


def test_a_level_below_the_target_is_progress_with_the_sum_printed():
    story = parks()
    story.tell(
        "2023-09-12",
        "截至9月11日，云湖区已建成口袋公园24个。",
        figure("口袋公园", "24个", subject="云湖区", period="截至9月11日"),
    )
    history = story.only("2023-09-12")
    assert history.state is State.OPEN
    assert history.completion == Decimal("80.0")
    assert history.completion_rule == "24个÷30个=80.0%"
    assert [point.event for point in history.points] == ["stated", "progress"]
    assert history.light is Light.GREEN


def test_the_whole_task_done_is_met_and_stays_met():
    story = parks()
    story.tell(
        "2023-10-07",
        "10月7日，云湖区年度新建30个口袋公园的任务已全部完成。",
        target("云湖区年度新建30个口袋公园的任务已全部完成", raw="30个"),
    )
    assert story.only("2023-10-07").state is State.MET
    later = story.only("2023-10-25")
    assert (later.state, later.light, later.silent_periods) == (State.MET, Light.GREEN, 3)


def test_a_sentence_that_nobody_claimed_still_counts():
    story = parks()
    story.tell("2023-10-07", "云湖区年度新建口袋公园30个的任务已提前全部完成。")
    assert story.only("2023-10-07").state is State.MET


def test_no_article_after_the_deadline_means_overdue_and_not_missed():
    story = parks()
    assert story.only("2023-12-31").state is State.OPEN
    history = story.only("2024-01-03")
    assert (history.state, history.light) == (State.OVERDUE, Light.GREY)


def test_missed_needs_a_sentence_after_the_deadline():
    story = Story()
    road = "滨湖路改造工程9月底前竣工通车"
    story.tell("2023-09-05", f"{road}。", target(road, deadline="9月底前"))
    story.tell("2023-09-20", "滨湖路改造工程尚未竣工，正在扫尾。")
    assert story.only("2023-09-20").state is State.OPEN
    story.tell("2023-10-06", "原定9月底前完工的滨湖路改造工程未能按期竣工。")
    assert story.only("2023-10-06").state is State.MISSED


def test_a_new_deadline_after_a_miss_is_kept_as_extension():
    story = Story()
    road = "滨湖路改造工程9月底前竣工通车"
    story.tell("2023-09-05", f"{road}。", target(road, deadline="9月底前"))
    story.tell("2023-10-06", "滨湖路改造工程未能按期竣工，竣工时间延期至11月底。")
    history = story.only("2023-10-06")
    assert history.state is State.MISSED
    assert [point.event for point in history.points] == ["stated", "missed", "extended"]
    assert history.extended is not None
    assert history.extended.last == date(2023, 11, 30)


def test_a_deadline_put_off_before_it_passed_leaves_the_target_open():
    story = Story()
    road = "滨湖路改造工程9月底前竣工通车"
    story.tell("2023-09-05", f"{road}。", target(road, deadline="9月底前"))
    story.tell("2023-09-20", "受汛期影响，滨湖路改造工程竣工时间推迟至11月底。")
    assert story.only("2023-10-06").state is State.OPEN
    assert story.only("2023-12-06").state is State.OVERDUE


def test_a_changed_value_is_revised_with_both_kept():
    story = parks()
    story.tell(
        "2023-09-19",
        "会议决定，将年底前新建口袋公园的目标由30个调整为36个。",
        target("将年底前新建口袋公园的目标由30个调整为36个", raw="36个", deadline="年底前"),
    )
    history = story.only("2023-09-19")
    assert history.state is State.REVISED
    assert history.value is not None
    assert history.first_value is not None
    assert (history.value.value, history.first_value.value) == (36, 30)


def test_silence_is_counted_beside_the_state():
    story = parks()
    assert [
        story.only(day).silent_periods for day in ("2023-09-10", "2023-09-11", "2023-09-30")
    ] == [0, 1, 3]
    assert story.only("2023-11-15", Cadence.MONTH).silent_periods == 2


def test_articles_of_the_future_do_not_leak():
    story = parks()
    before = story.only("2023-09-26")
    story.tell("2023-10-07", "云湖区年度新建口袋公园30个的任务已提前全部完成。")
    assert story.only("2023-09-26") == before


def test_the_same_words_of_a_neighbour_are_another_target():
    story = parks()
    story.tell(
        "2023-09-07",
        "松陵区年底前新建口袋公园20个。",
        target("松陵区年底前新建口袋公园20个", raw="20个", deadline="年底前"),
        region=("岚江省", "青岚市", "松陵区"),
    )
    keys = {one.key for one in story.brief("2023-09-07").ledger}
    assert keys == {"云湖区·口袋公园·2023", "松陵区·口袋公园·2023"}


@pytest.mark.parametrize(
    "sentence",
    [
        "云湖区力争年底前全部建成30个口袋公园。",
        "云湖区口袋公园建设已完成前期选址工作。",
        "云湖区口袋公园30个点位已全部开工。",
        "云湖区将确保30个口袋公园如期完成。",
        "云湖区口袋公园建设已完成年度任务的80%。",
        "云湖区已有24个口袋公园全部建成，占目标的80%。",
        "云湖区新建口袋公园即将全部完成。",
        "去年，云湖区建成口袋公园30个的任务全部完成。",
        "如果30个口袋公园未按期完成，云湖区将启动问责。",
    ],
)
def test_a_wish_a_part_or_a_share_is_never_met(sentence: str):
    story = parks()
    story.tell("2023-09-12", sentence)
    assert story.only("2023-09-12").state is State.OPEN


@pytest.mark.parametrize(
    ("target_words", "report", "same"),
    [
        ("全年外贸进出口总额达到120亿元", ("外贸进出口总额", "82.5亿元"), True),
        ("全年外贸进出口总额达到120亿元", ("外贸出口总额", "61.5亿元"), False),
        ("全年一般公共预算收入达到120亿元", ("一般公共预算支出", "61.5亿元"), False),
    ],
)
def test_contrasting_indicators_are_not_mixed(
    target_words: str, report: tuple[str, str], same: bool
):
    story = Story()
    story.tell(
        "2023-09-05", f"{target_words}。", target(target_words, raw="120亿元", deadline="全年")
    )
    metric, raw = report
    story.tell(
        "2023-09-13",
        f"1-8月，云湖区{metric}{raw}。",
        figure(metric, raw, subject="云湖区", period="1-8月"),
    )
    history = story.only("2023-09-13")
    assert (len(history.points) == 2) is same


def test_a_figure_of_last_year_is_no_progress():
    story = Story()
    words = "全年外贸进出口总额达到120亿元"
    story.tell("2023-09-05", f"{words}。", target(words, raw="120亿元", deadline="全年"))
    story.tell(
        "2023-09-13",
        "2022年，云湖区外贸进出口总额131亿元。",
        figure("外贸进出口总额", "131亿元", subject="云湖区", period="2022年"),
    )
    assert story.only("2023-09-13").state is State.OPEN


def test_a_dated_next_step_is_in_the_ledger():
    story = Story()
    action = "区住建局将于9月20日前出台停车收费实施方案"
    story.tell(
        "2023-09-05", f"{action}。", NextStep(sentence=1, action=action, deadline="9月20日前")
    )
    assert story.only("2023-09-05").state is State.OPEN
    story.tell("2023-09-19", "区住建局已正式出台停车收费实施方案。")
    assert story.only("2023-09-27").state in (State.MET, State.OVERDUE)


def test_a_person_can_link_two_targets_and_split_a_report_off():
    story = parks()
    page = story.tell(
        "2023-09-12",
        "云湖区年底前建成街角游园30处。",
        target("云湖区年底前建成街角游园30处", raw="30处", deadline="年底前"),
    )
    keys = [one.key for one in story.brief("2023-09-12").ledger]
    assert len(keys) == 2
    first, other = sorted(keys, reverse=True) if keys[0].endswith("x") else keys
    linked = story.brief(
        "2023-09-12", corrections=[Correction(kind="link", key=first, other=other)]
    )
    assert len(linked.ledger) == 1
    assert linked.ledger[0].confirmed
    story.tell("2023-09-13", "云湖区口袋公园30个的年度任务已全部完成。")
    met = next(one for one in story.brief("2023-09-13").ledger if one.state is State.MET)
    cut = met.points[-1].finding
    split = Correction(
        kind="split", key=met.key, article_id=cut.article_id, sentence=cut.claim.sentence
    )
    after = story.brief("2023-09-13", corrections=[split])
    assert all(one.state is State.OPEN for one in after.ledger)
    assert page.id


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_order_of_arrival_changes_nothing(order: list[int]):
    story = parks()
    story.tell(
        "2023-09-12",
        "截至9月11日，云湖区已建成口袋公园24个。",
        figure("口袋公园", "24个", subject="云湖区"),
    )
    story.tell(
        "2023-09-12",
        "云湖区年底前建成街角游园30处。",
        target("云湖区年底前建成街角游园30处", raw="30处"),
    )
    story.tell("2023-09-14", "云湖区年度新建30个口袋公园的任务已全部完成。")
    expected = story.brief("2023-09-14")
    story.sources = [story.sources[place] for place in order]
    assert story.brief("2023-09-14") == expected


def test_two_counts_in_one_sentence_are_no_progress_on_one_another():
    story = Story()
    words = "17个省级重点项目、38个市级重大项目已经超额完成年度投资计划"
    story.tell(
        "2021-10-26",
        f"{words}。",
        figure("省级重点项目", "17个"),
        figure("市级重大项目", "38个"),
        target(words, raw="17个"),
    )
    for history in story.brief("2021-10-26").ledger:
        assert history.completion in (None, Decimal(100))
        assert "÷" not in history.completion_rule


def test_a_level_of_another_object_is_no_progress():
    story = parks()
    story.tell(
        "2023-09-12",
        "云湖区已建成口袋公园和街角游园，其中体育公园24个。",
        figure("体育公园", "24个", subject="云湖区"),
    )
    assert story.only("2023-09-12").completion is None


@pytest.mark.parametrize(
    "worry",
    ["完成全年目标仍有不小压力", "距离完成全年目标还有差距", "围绕实现全年外贸目标，狠抓落实"],
)
def test_a_worry_about_a_target_is_never_met(worry: str):
    story = parks()
    story.tell("2023-09-12", f"云湖区口袋公园建设进度偏慢，{worry}。")
    assert all(one.state is State.OPEN for one in story.brief("2023-09-12").ledger)


def test_the_output_of_one_unknown_place_is_not_that_of_another():
    story = Story()
    words = "全年产值达到40亿元"
    story.tell("2023-09-05", f"{words}。", target(words, raw="40亿元", deadline="全年"), region=())
    story.tell(
        "2023-09-12",
        "该公司累计完成产值30亿元。",
        figure("产值", "30亿元"),
        region=(),
        outlet="岚江新闻网",
    )
    assert story.only("2023-09-12").completion is None


def test_a_correction_finds_its_target_under_another_key():
    story = parks()
    other = story.tell(
        "2023-09-12",
        "云湖区年底前建成街角游园30处。",
        target("云湖区年底前建成街角游园30处", raw="30处", deadline="年底前"),
    )
    first = story.sources[0].article
    link = Correction(
        kind="link",
        key="云湖区·口袋公园·2023",
        other="云湖区·街角游园·2023",
        anchor=(first.id, 1),
        other_anchor=(other.id, 1),
    )
    assert len(story.brief("2023-09-12", corrections=[link]).ledger) == 1
    story.tell(
        "2023-08-29",
        "云湖区年底前新建城市口袋公园30个。",
        target("云湖区年底前新建城市口袋公园30个", raw="30个", deadline="年底前"),
    )
    (late,) = story.brief("2023-09-12", corrections=[link]).ledger
    assert late.key == "云湖区·城市口袋公园·2023"
    assert late.confirmed


def test_a_late_article_that_gives_another_key_makes_no_target_new_or_gone():
    story = parks()
    before = story.brief("2023-09-05")
    story.tell(
        "2023-08-29",
        "云湖区年底前新建城市口袋公园30个。",
        target("云湖区年底前新建城市口袋公园30个", raw="30个", deadline="年底前"),
    )
    after = story.brief("2023-09-12", previous=before)
    assert [one.key for one in after.ledger] == ["云湖区·城市口袋公园·2023"]
    assert not after.changes


def test_two_outlets_with_two_numbers_disagree_and_change_nothing():
    story = parks()
    words = "云湖区年底前新建口袋公园35个"
    page = story.tell(
        "2023-09-07",
        f"{words}。",
        target(words, raw="35个", deadline="年底前"),
        outlet="岚江新闻网",
    )
    briefing = story.brief("2023-09-07")
    (history,) = briefing.ledger
    assert history.state is State.OPEN
    assert [point.event for point in history.points] == ["stated", "disputed"]
    (conflict,) = briefing.conflicts
    assert {row.finding.article_id for row in conflict.rows} == {
        page.id,
        story.sources[0].article.id,
    }
    assert (conflict.subject, conflict.metric) == ("云湖区", "口袋公园")
    assert not briefing.targets


def test_a_word_of_change_makes_it_a_revision_within_the_same_days():
    story = parks()
    words = "将年底前新建口袋公园的目标由30个调整为35个"
    story.tell(
        "2023-09-07",
        f"云湖区决定，{words}。",
        target(words, raw="35个", deadline="年底前"),
        outlet="岚江新闻网",
    )
    assert story.only("2023-09-07").state is State.REVISED


@pytest.mark.parametrize(
    "fact",
    [
        "一季度，云湖区实现产值412亿元。",
        "云湖区已建成体育公园24个。",
        "上半年云湖区完成投资32.6亿元。",
    ],
)
def test_a_plain_fact_opens_no_row(fact: str):
    story = Story()
    story.tell("2023-09-05", fact, target(fact.rstrip("。"), raw=None))
    assert story.brief("2023-09-05").ledger == ()
