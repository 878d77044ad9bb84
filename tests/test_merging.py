"""Merging: who says the same, who says otherwise, what was corrected."""

from stories import Story, figure, official

from briefing.records import Amount, Bound
from briefing.weeks.intervals import agree, interval

INVEST = "1-8月，云湖区固定资产投资156.3亿元。"


def invest(raw: str = "156.3亿元"):
    return figure("固定资产投资", raw, subject="云湖区", period="1-8月")


def amount(value: int, bound: Bound = Bound.EXACT) -> Amount:
    return Amount(value=value, unit="元", bound=bound)


def test_what_two_outlets_say_alike_is_one_row_with_both_sources():
    story = Story()
    story.tell("2023-09-12", INVEST, invest())
    story.tell("2023-09-13", f"据统计，{INVEST}项目建设加快。", invest(), outlet="岚江新闻网")
    briefing = story.brief("2023-09-13")
    (row,) = briefing.figures
    assert len(row.also) == 1
    assert row.cites == ("1-1", "2-1")
    assert briefing.conflicts == ()


def test_values_that_exclude_each_other_stand_in_the_conflict_table_only():
    story = Story()
    story.tell("2023-09-12", INVEST, invest())
    story.tell(
        "2023-09-13",
        "1-8月，云湖区固定资产投资165.3亿元。",
        invest("165.3亿元"),
        outlet="岚江新闻网",
    )
    briefing = story.brief("2023-09-13")
    (conflict,) = briefing.conflicts
    assert [row.finding.claim.raw for row in conflict.rows] == ["156.3亿元", "165.3亿元"]
    assert briefing.figures == ()
    assert not any("156.3" in passage.text for passage in briefing.summary)


def test_a_rounded_number_agrees_with_the_exact_one_which_is_shown():
    story = Story()
    story.tell("2023-09-12", "1-8月，云湖区固定资产投资156.34亿元。", invest("156.34亿元"))
    story.tell("2023-09-13", INVEST, invest(), outlet="岚江新闻网")
    (row,) = story.brief("2023-09-13").figures
    assert row.finding.claim.raw == "156.34亿元"


def test_other_places_and_periods_are_other_figures():
    story = Story()
    story.tell("2023-09-12", INVEST, invest())
    story.tell(
        "2023-09-12",
        "1-8月，松陵区固定资产投资99.1亿元。",
        figure("固定资产投资", "99.1亿元", subject="松陵区", period="1-8月"),
    )
    story.tell(
        "2023-09-12",
        "1-7月，云湖区固定资产投资139.8亿元。",
        figure("固定资产投资", "139.8亿元", subject="云湖区", period="1-7月"),
    )
    briefing = story.brief("2023-09-12")
    assert len(briefing.figures) == 3
    assert briefing.conflicts == ()


def test_two_values_in_one_article_are_no_conflict():
    story = Story()
    story.tell(
        "2023-09-12",
        "1-8月，云湖区新增项目12个，其中新增项目7个已开工。",
        figure("新增项目", "12个", period="1-8月"),
        figure("新增项目", "7个", period="1-8月"),
    )
    assert story.brief("2023-09-12").conflicts == ()


def test_a_correction_supersedes_and_both_are_shown():
    story = Story()
    story.tell(
        "2023-09-13",
        "1-8月，云湖区固定资产投资165.3亿元。",
        invest("165.3亿元"),
        outlet="岚江新闻网",
    )
    story.tell(
        "2023-09-15",
        "本网9月13日稿件中，1-8月云湖区固定资产投资165.3亿元应为156.3亿元，特此更正。",
        invest("165.3亿元"),
        invest(),
        outlet="岚江新闻网",
        title="更正",
    )
    briefing = story.brief("2023-09-15")
    (row,) = briefing.figures
    assert row.finding.claim.raw == "156.3亿元"
    assert row.status == "corrected"
    assert {item.claim.raw for item in row.otherwise} == {"165.3亿元"}
    assert briefing.conflicts == ()


def test_one_person_is_one_row_with_all_titles_and_roles():
    story = Story()
    story.tell(
        "2023-09-12",
        "区委书记林知远出席会议。林知远讲话。",
        official("林知远", "区委书记", roles=("出席",)),
    )
    story.tell(
        "2023-09-13",
        "市委常委、区委书记林知远调研。",
        official("林知远", "市委常委", "区委书记", roles=("调研",)),
    )
    (row,) = story.brief("2023-09-13").officials
    assert row.finding.claim.titles == ("区委书记", "市委常委")
    assert row.finding.claim.roles == ("出席", "调研")
    assert len(row.also) == 1


def test_one_name_in_two_places_is_two_persons():
    story = Story()
    story.tell("2023-09-12", "区长王磊出席。", official("王磊", "区长"))
    story.tell(
        "2023-09-12",
        "县长王磊出席。",
        official("王磊", "县长"),
        region=("岚江省", "青岚市", "海棠县"),
    )
    assert len(story.brief("2023-09-12").officials) == 2


def test_a_reprint_that_adds_nothing_is_folded_and_named():
    text = (
        INVEST
        + "一批先进制造业项目加快落地，为全年发展打下坚实基础，全区上下正在抢抓施工黄金期。" * 3
    )
    story = Story()
    story.tell("2023-09-12", text, invest())
    story.tell("2023-09-13", "首页 要闻 " + text, invest(), outlet="岚江新闻网", title="稳步增长")
    briefing = story.brief("2023-09-13")
    (source,) = briefing.sources
    assert len(source.folded) == 1
    assert len(source.same_as) == 1


def test_a_reprint_with_another_number_is_kept_and_disagrees():
    text = (
        INVEST
        + "一批先进制造业项目加快落地，为全年发展打下坚实基础，全区上下正在抢抓施工黄金期。" * 3
    )
    story = Story()
    story.tell("2023-09-12", text, invest())
    story.tell(
        "2023-09-13", text.replace("156.3", "165.3"), invest("165.3亿元"), outlet="岚江新闻网"
    )
    briefing = story.brief("2023-09-13")
    assert len(briefing.sources) == 2
    assert len(briefing.conflicts) == 1


def test_intervals_are_what_the_printed_digits_allow():
    one = interval("12.3亿元", amount(1_230_000_000))
    assert (one.low, one.high) == (1_225_000_000, 1_235_000_000)
    count = interval("30个", Amount(value=30, unit="个"))
    assert (count.low, count.high) == (30, 30)


def test_numbers_agree_within_their_rounding_and_bounds_only():
    assert agree("12.3亿元", amount(1_230_000_000), "12.34亿元", amount(1_234_000_000))
    assert not agree("12.3亿元", amount(1_230_000_000), "12.4亿元", amount(1_240_000_000))
    assert agree("超12亿元", amount(1_200_000_000, Bound.OVER), "12.3亿元", amount(1_230_000_000))
    assert not agree(
        "近12亿元", amount(1_200_000_000, Bound.UNDER), "12.3亿元", amount(1_230_000_000)
    )


def test_reports_equal_but_for_the_district_are_kept_apart():
    text = (
        INVEST
        + "一批先进制造业项目加快落地，为全年发展打下坚实基础，全区上下正在抢抓施工黄金期。" * 3
    )
    story = Story()
    story.tell("2023-09-12", text, invest())
    story.tell(
        "2023-09-12",
        text.replace("云湖区", "松陵区"),
        figure("固定资产投资", "156.3亿元", subject="松陵区", period="1-8月"),
        region=("岚江省", "青岚市", "松陵区"),
    )
    assert len(story.brief("2023-09-12").sources) == 2


def test_one_thing_told_in_other_words_by_two_outlets_is_one_row():
    story = Story()
    story.tell("2023-09-05", "观摩团行程800公里。", figure("行程", "800公里"))
    story.tell(
        "2023-09-06",
        "两天时间，观摩行程800公里，观摩项目106个。",
        figure("观摩行程", "800公里", period="两天时间"),
        figure("观摩项目", "106个"),
        outlet="岚江新闻网",
    )
    rows = story.brief("2023-09-06").figures
    assert sorted(len(row.cites) for row in rows) == [1, 2]


def test_equal_numbers_of_two_periods_or_of_one_article_stay_apart():
    story = Story()
    story.tell(
        "2023-09-05",
        "8月新开工项目12个，1-8月新开工工业项目12个。",
        figure("新开工项目", "12个", period="8月"),
        figure("新开工工业项目", "12个", period="1-8月"),
    )
    story.tell(
        "2023-09-06",
        "7月新开工项目12个。",
        figure("新开工项目", "12个", period="7月"),
        outlet="岚江新闻网",
    )
    assert len(story.brief("2023-09-06").figures) == 3


def test_a_person_is_listed_once_with_whole_titles():
    story = Story()
    story.tell("2023-09-12", "镇长高远通报情况。", official("高远", "镇长"), region=("望海镇",))
    told = official("高远", "区领导", "望海镇镇长")
    story.tell("2023-09-13", "区领导、望海镇镇长高远汇报。", told, region=("青岚市", "松陵区"))
    (person,) = story.brief("2023-09-12").officials
    assert person.finding.claim.titles == ("望海镇镇长",)


def test_a_deputy_s_post_is_another_than_the_chief_s():
    story = Story()
    told = official("高远", "县委副书记", "书记")
    story.tell("2023-09-12", "县委副书记、书记高远参加。", told, region=("海棠县",))
    (person,) = story.brief("2023-09-12").officials
    assert person.finding.claim.titles == ("县委副书记", "书记")


def test_a_growth_told_once_as_year_on_year_and_once_without_is_one_row():
    story = Story()
    for day, raw, kind in (("2023-09-12", "增长6.8%", None), ("2023-09-13", "增长6.8%", "同比")):
        text = f"1-8月，海棠县出口总额{kind or ''}{raw}。"
        claim = figure("出口总额", raw, period="1-8月", change_kind=kind)
        story.tell(day, text, claim, region=("海棠县",))
    (row,) = story.brief("2023-09-12").figures
    assert row.finding.claim.change_kind == "同比"
    assert len(row.also) == 1
