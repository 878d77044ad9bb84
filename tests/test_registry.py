"""The registry of officials and its flags."""

from datetime import date

from stories import Story, official

from briefing.records import OfficialRecord


def known(story: Story, day: str) -> dict[str, OfficialRecord]:
    return {record.name: record for record in story.brief(day).registry}


def test_first_and_last_seen_span_the_weeks():
    story = Story()
    story.tell("2023-09-05", "区长周启明主持会议。", official("周启明", "区长"))
    story.tell("2023-09-28", "区长周启明出席活动。", official("周启明", "区长"))
    record = known(story, "2023-09-28")["周启明"]
    assert (record.first_seen, record.last_seen) == (date(2023, 9, 5), date(2023, 9, 28))
    assert record.flags == ()


def test_a_title_not_read_before_is_flagged():
    story = Story()
    story.tell("2023-09-05", "区长周启明主持会议。", official("周启明", "区长"))
    story.tell(
        "2023-09-28", "区委副书记、区长周启明出席。", official("周启明", "区委副书记", "区长")
    )
    assert known(story, "2023-09-28")["周启明"].flags == ("新职务：区委副书记",)


def test_the_place_before_a_title_makes_no_new_title():
    story = Story()
    story.tell("2023-09-05", "云湖区教育局局长方远说。", official("方远", "云湖区教育局局长"))
    story.tell("2023-09-12", "区教育局局长方远说，准备就绪。", official("方远", "区教育局局长"))
    assert known(story, "2023-09-12")["方远"].flags == ()


def test_one_post_with_two_spellings_of_a_name_is_flagged():
    story = Story()
    story.tell("2023-09-05", "云湖区城管局局长陈牧说。", official("陈牧", "云湖区城管局局长"))
    story.tell("2023-09-12", "区城管局局长陈沐参加。", official("陈沐", "区城管局局长"))
    assert known(story, "2023-09-12")["陈沐"].flags == ("疑似同一人的两种写法：陈牧",)


def test_one_name_in_two_places_is_flagged():
    story = Story()
    story.tell("2023-09-05", "区长王磊出席。", official("王磊", "区长"))
    story.tell(
        "2023-09-12",
        "县长王磊出席。",
        official("王磊", "县长"),
        region=("岚江省", "青岚市", "海棠县"),
    )
    assert known(story, "2023-09-12")["王磊"].flags == ("同名任职于两地：云湖区",)


def test_future_articles_are_not_known():
    story = Story()
    story.tell("2023-09-05", "区长周启明主持会议。", official("周启明", "区长"))
    story.tell("2023-09-28", "区长周启明出席活动。", official("周启明", "区长"))
    assert known(story, "2023-09-05")["周启明"].last_seen == date(2023, 9, 5)


def test_one_name_at_the_head_of_two_offices_is_flagged():
    story = Story()
    story.tell("2023-09-05", "区教育局局长方远出席。", official("方远", "区教育局局长"))
    story.tell(
        "2023-09-06",
        "云湖区财政局局长方远介绍，预算执行良好。",
        official("方远", "云湖区财政局局长"),
        outlet="岚江新闻网",
    )
    flags = known(story, "2023-09-06")["方远"].flags
    assert flags == ("同名任职于两处：区教育局局长、云湖区财政局局长",)
