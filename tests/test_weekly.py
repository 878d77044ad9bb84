"""Composing a period: order, topics, changes, digests, and what must never change it."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Story, figure, official, target

from briefing.periods import Cadence
from briefing.records import Part, Passage, Source
from briefing.settings import Order, Settings
from briefing.weeks import topics


def economy() -> Story:
    story = Story()
    story.tell(
        "2023-09-12",
        "1-8月，云湖区固定资产投资156.3亿元，同比增长7.2%。",
        figure("固定资产投资", "156.3亿元", subject="云湖区", period="1-8月"),
        figure("固定资产投资", "增长7.2%", subject="云湖区", period="1-8月", change_kind="同比"),
    )
    story.tell(
        "2023-09-13",
        "云湖区外贸进出口总额增速居全市第1位。区委书记林知远出席。",
        figure("外贸进出口总额增速", "第1位", subject="云湖区", is_rank=True),
        official("林知远", "区委书记", roles=("出席",)),
        outlet="云湖发布",
    )
    return story


def test_a_first_place_comes_before_growth_and_a_level_beside_its_growth():
    rows = economy().brief("2023-09-13").figures
    assert [getattr(row.finding.claim, "raw", "") for row in rows] == [
        "第1位",
        "156.3亿元",
        "增长7.2%",
    ]
    assert [row.ref for row in rows] == ["F1", "F2", "F3"]


def test_the_weights_of_the_settings_turn_the_order_around():
    story = economy()
    story.settings = Settings(order=Order(rank=Decimal(0), change=Decimal(9)))
    rows = story.brief("2023-09-13").figures
    assert getattr(rows[0].finding.claim, "raw", "") == "156.3亿元"


def test_topics_are_told_by_their_words():
    assert topics.topic("外贸进出口总额") == "招商外贸"
    assert topics.topic("老旧小区改造") == "城市建设"
    assert topics.topic("天气") == "其他"
    assert topics.topic("新增城镇就业", "en") == "Social affairs"


def test_articles_of_other_weeks_and_of_the_future_are_left_out():
    story = economy()
    story.tell("2023-09-20", "云湖区新签约项目9个。", figure("新签约项目", "9个"))
    story.tell("2023-09-05", "云湖区新开工项目7个。", figure("新开工项目", "7个"))
    briefing = story.brief("2023-09-13")
    assert {one.dated for one in briefing.sources} == {date(2023, 9, 12), date(2023, 9, 13)}


def test_an_empty_week_is_a_briefing_that_says_so():
    briefing = Story().brief("2023-09-13")
    assert briefing.sources == ()
    assert briefing.summary[0].text == "本期没有可用的报道。"


def test_running_a_week_twice_changes_nothing():
    story = economy()
    first = story.brief("2023-09-13")
    again = story.brief("2023-09-13")
    assert first.model_dump_json() == again.model_dump_json()


def test_a_late_article_changes_only_its_own_rows():
    story = economy()
    before = story.brief("2023-09-13")
    story.tell("2023-09-14", "松陵区新签约项目9个。", figure("新签约项目", "9个", subject="松陵区"))
    after = story.brief("2023-09-13")
    kept = {row.finding.article_id: row.finding for row in after.figures}
    assert all(row.finding in [one.finding for one in after.figures] for row in before.figures)
    assert len(kept) == 3


@settings(max_examples=25, deadline=None)
@given(
    order=st.permutations(range(5)), numbers=st.lists(st.integers(1, 99), min_size=5, max_size=5)
)
def test_neither_arrival_nor_given_numbers_change_a_briefing(order: list[int], numbers: list[int]):
    story = economy()
    text = (
        "云湖区年底前新建口袋公园30个。城市管理局将逐个点位验收，逐月通报进度，接受群众监督。" * 2
    )
    promise = target("云湖区年底前新建口袋公园30个", raw="30个", deadline="年底前")
    story.tell("2023-09-12", text, promise)
    story.tell("2023-09-13", f"首页 {text}", promise, outlet="岚江新闻网")
    story.tell("2023-09-13", "松陵区口袋公园12个。", figure("口袋公园", "12个", subject="松陵区"))
    expected = story.brief("2023-09-13")
    moved: list[Source] = [
        story.sources[place].model_copy(update={"number": number})
        for place, number in zip(order, numbers, strict=True)
    ]
    assert story.brief("2023-09-13", sources=moved) == expected


def test_days_weeks_months_and_quarters_are_one_engine():
    story = economy()
    counts = [
        len(story.brief("2023-09-13", cadence).sources)
        for cadence in (Cadence.DAY, Cadence.WEEK, Cadence.MONTH, Cadence.QUARTER)
    ]
    assert counts == [1, 2, 2, 2]
    assert story.brief("2023-09-13", Cadence.QUARTER).period.name == "2023-Q3"


def test_what_is_new_changed_and_gone_is_said():
    story = economy()
    promise = "云湖区年底前新建口袋公园30个"
    first = story.brief("2023-09-13")
    story.tell("2023-09-19", f"{promise}。", target(promise, raw="30个", deadline="年底前"))
    story.tell(
        "2023-09-20",
        "1-8月，云湖区固定资产投资157.0亿元。",
        figure("固定资产投资", "157.0亿元", subject="云湖区", period="1-8月"),
    )
    second = story.brief("2023-09-19", previous=first)
    told = {(one.kind, one.text) for one in second.changes}
    assert ("new", f"目标“{promise}”") in told
    assert any(kind == "changed" and "157.0亿元" in text for kind, text in told)
    assert [row.status for row in second.figures] == ["changed"]


def test_a_digest_ties_its_words_to_the_rows_of_the_briefing():
    story = economy()
    page = story.sources[0].article
    summary = Passage(parts=(Part(text="投资"), Part(text="156.3亿元", ref="F1")))
    story.extractions[page.id] = story.extractions[page.id].model_copy(update={"summary": summary})
    briefing = story.brief("2023-09-13")
    digest = briefing.digests[0]
    assert digest.summary.parts[1].ref == "F2"
    assert digest.summary.cites == ("1-1",)
    assert set(digest.rows) == {"F2", "F3"}


def test_an_english_briefing_has_english_words_of_ours():
    story = economy()
    story.settings = Settings(lang="en")
    briefing = story.brief("2023-09-13")
    assert briefing.summary[0].text.startswith("Articles read: 2")
    assert {section.title for section in briefing.topics} <= {
        "Projects",
        "Trade and investment",
        "Industry",
    }


def test_slogans_that_fell_silent_are_counted_and_not_printed():
    story = Story()
    story.tell("2023-09-05", "会议要求，力争营商环境走在前列。", target("力争营商环境走在前列"))
    assert len(story.brief("2023-09-05").ledger) == 1
    later = story.brief("2023-11-20")
    assert later.ledger == ()
    assert later.ledger_folded == 1


def test_a_promise_is_marked_new_once_and_what_came_of_it_as_a_change():
    story = Story()
    words = "云湖区年底前新建口袋公园30个"
    story.tell("2023-09-05", f"{words}。", target(words, raw="30个", deadline="年底前"))
    done = "云湖区年度新建30个口袋公园的任务已全部完成"
    story.tell("2023-09-12", f"会议重申，{words}。", target(words, raw="30个", deadline="年底前"))
    story.tell("2023-10-07", f"{done}。", target(done, raw="30个"))
    marks = [
        [row.status for row in story.brief(day).targets]
        for day in ("2023-09-05", "2023-09-12", "2023-10-07")
    ]
    assert marks == [["new"], [""], ["changed"]]


def test_a_page_that_names_no_place_is_of_the_one_that_its_paper_is_named_after():
    story = Story()
    for outlet, region in (("青岚发布", ("青岚市", "松陵区")), ("松陵日报", ())):
        text = f"1-8月，我区出口总额{9 if region else 8}亿元，同比增长5.7%。"
        claim = figure("出口总额", f"{9 if region else 8}亿元", subject="我区", period="1-8月")
        story.tell("2023-09-12", text, claim, region=region, outlet=outlet)
    conflict = story.brief("2023-09-12").conflicts
    assert [row.region for one in conflict for row in one.rows] == ["松陵区", "松陵区"]
