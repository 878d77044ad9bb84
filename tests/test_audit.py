"""The audit remarks on what no rounding can mend, and on nothing else."""

import re

import pytest
from stories import Story, figure, target

from briefing.records import Briefing


def remarks(*told: tuple[str, tuple], lang: str = "zh") -> list[str]:
    story = Story()
    for number, (text, claims) in enumerate(told):
        story.tell(f"2023-09-{12 + number}", text, *claims)
    return [remark.text for remark in story.brief("2023-09-12").remarks]


def parts(total: str, first: str, second: str) -> tuple[str, tuple]:
    text = f"全区共有项目{total}，其中工业项目{first}、农业项目{second}。"
    claims = (
        figure("项目", total),
        figure("工业项目", first),
        figure("农业项目", second),
    )
    return text, claims


def test_parts_above_the_total_are_remarked_on():
    assert remarks(parts("20个", "15个", "8个"))
    assert not remarks(parts("23个", "15个", "8个"))
    assert not remarks(parts("30个", "15个", "8个"))


def test_rounded_parts_may_exceed_a_rounded_total_by_their_last_digit():
    assert not remarks(parts("2.3亿元", "1.5亿元", "0.84亿元"))
    assert remarks(parts("2.3亿元", "1.5亿元", "0.94亿元"))


@pytest.mark.parametrize(("share", "wrong"), [("41.7%", False), ("42%", False), ("51.7%", True)])
def test_a_share_must_be_able_to_come_from_its_parts(share: str, wrong: bool):
    text = f"项目总投资48亿元，其中工业项目投资20亿元，占总投资的{share}。"
    claims = (
        figure("项目总投资", "48亿元"),
        figure("工业项目投资", "20亿元"),
        figure("占总投资", share),
    )
    assert bool(remarks((text, claims))) is wrong


@pytest.mark.parametrize(
    ("growth", "wrong"), [("增长3.0%", False), ("增长2.9%", False), ("增长8.0%", True)]
)
def test_growth_must_fit_the_two_levels(growth: str, wrong: bool):
    now = "2023年1-8月，云湖区外贸进出口总额82.5亿元，同比" + growth + "。"
    then = "2022年1-8月，云湖区外贸进出口总额80.1亿元。"
    this = {"subject": "云湖区", "period": "2023年1-8月"}
    told = (
        (
            now,
            (
                figure("外贸进出口总额", "82.5亿元", **this),
                figure("外贸进出口总额", growth, change_kind="同比", **this),
            ),
        ),
        (
            then,
            (figure("外贸进出口总额", "80.1亿元", subject="云湖区", period="2022年1-8月"),),
        ),
    )
    assert bool(remarks(*told)) is wrong


def test_a_first_place_with_a_higher_rival_is_remarked_on():
    this = {"period": "1-8月"}
    text = "1-8月，云湖区进出口总额82.5亿元，居全市第1位；松陵区进出口总额91.2亿元。"
    claims = (
        figure("进出口总额", "82.5亿元", subject="云湖区", **this),
        figure("进出口总额", "第1位", subject="云湖区", is_rank=True, **this),
        figure("进出口总额", "91.2亿元", subject="松陵区", **this),
    )
    assert any("松陵" in text for text in remarks((text, claims)))


def test_a_running_total_does_not_shrink_between_weeks():
    story = Story()
    for day, value in (("2023-09-05", "86个"), ("2023-09-12", "79个")):
        story.tell(
            day,
            f"今年以来，云湖区累计开工项目{value}。",
            figure("开工项目", value, subject="云湖区", period="今年以来"),
        )
    before: Briefing = story.brief("2023-09-05")
    assert any("79个" in one.text for one in story.brief("2023-09-12", previous=before).remarks)


@pytest.mark.parametrize(("share", "wrong"), [("80%", False), ("90%", True)])
def test_a_stated_completion_must_fit_level_and_target(share: str, wrong: bool):
    story = Story()
    story.tell(
        "2023-09-05",
        "云湖区年底前新建口袋公园30个。",
        target("云湖区年底前新建口袋公园30个", raw="30个", deadline="年底前"),
    )
    story.tell(
        "2023-09-12",
        f"云湖区已建成口袋公园24个，占年度任务的{share}。",
        figure("口袋公园", "24个", subject="云湖区"),
        figure("占年度任务", share, subject="云湖区"),
    )
    assert bool(story.brief("2023-09-12").remarks) is wrong


def test_a_share_of_the_city_and_parts_of_another_measure_are_no_slip():
    text = "全县重点项目总投资362亿元，其中在建项目年度计划投资400亿元，机构12家，占全市34.3%。"
    claims = (
        figure("重点项目总投资", "362亿元"),
        figure("在建项目年度计划投资", "400亿元"),
        figure("机构", "12家"),
        figure("占全市的比重", "34.3%"),
    )
    assert not remarks((text, claims))


def test_first_in_one_city_is_not_first_in_another():
    first = ("1-8月，海棠县出口总额3亿元，居全市第1位。", ("岚江省", "青岚市", "海棠县"))
    other = ("1-8月，北塘区出口总额9亿元。", ("岚江省", "东川市", "北塘区"))
    near = ("1-8月，云湖区出口总额9亿元。", ("岚江省", "青岚市", "云湖区"))
    for rival, wrong in ((other, False), (near, True)):
        story = Story()
        for text, region in (first, rival):
            period, raw = "1-8月", re.search(r"\d亿元", text)[0]
            claims = [figure("出口总额", raw, period=period)]
            if "第1位" in text:
                claims.append(figure("出口总额", "第1位", period=period, is_rank=True))
            story.tell("2023-09-12", text, *claims, region=region)
        assert bool(story.brief("2023-09-12").remarks) is wrong
