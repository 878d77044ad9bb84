"""Who is named in a sentence, to the whole length of the name, and how it stands there."""

import pytest
from fakes import article

from briefing.grounding import own_place
from briefing.grounding.holders import ASIDE, AT, HEAD, holders, opens
from briefing.grounding.reading import Reading


def named(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.stands) for one in holders(Reading(article(text)).sentence(1))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今年以来，枫林村流转土地900亩。", [("枫林村", HEAD)]),
        (
            "滨河大道由市城投集团投资建设，总投资3亿元。",
            [("滨河大道", HEAD), ("市城投集团", ASIDE)],
        ),
        ("小分队奔赴江州市，与江口县签订协议5份。", [("江州市", ASIDE), ("江口县", ASIDE)]),
        ("园区在云岭县完成投资3亿元。", [("园区", HEAD), ("云岭县", AT)]),
        ("华信精工（望江）有限公司二期项目投产。", [("华信精工(望江)有限公司二期项目", HEAD)]),
        ("云岭县疾控中心建设项目完工。", [("云岭县疾控中心建设项目", HEAD)]),
        ("占地120亩的冷链物流园已经开工。", [("冷链物流园", HEAD)]),
        ("增速高于全省2个百分点。", [("全省", ASIDE)]),
        ("和顺苑是2009年建成的安置小区。", [("和顺苑", HEAD), ("安置小区", ASIDE)]),
        ("市住建局局长秦川汇报情况。", [("市住建局", HEAD)]),
    ],
)
def test_a_name_is_read_to_its_whole_length(text: str, found: list[tuple[str, str]]):
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "城区新增停车位1200个，贫困村全部出列。",
        "新建学校3所、重点项目12个，引进企业38家。",
        "要抓好重大项目，做强规上企业。",
        "坚持“项目强镇、产业富镇”，距离县城60公里。",
    ],
)
def test_what_is_counted_and_what_is_only_a_class_is_no_holder(text: str):
    assert named(text) == []


def test_a_smaller_place_that_the_page_begins_with_goes_before_its_region():
    text = "云岭区安乐桥街道以党建为抓手推进改造。今年以来，铺设管网265米。"
    own = own_place.own_names(Reading(article(text, region=("沂城市", "云岭区"))))
    assert "安乐桥街道" in own and "云岭区" not in own


def test_a_page_without_a_region_is_of_the_place_that_it_calls_its_county():
    text = "云岭县召开推进会。全县完成投资3亿元。江口县代表参加。"
    own = own_place.own_names(Reading(article(text)))
    assert {"云岭县", "全县"} <= own and "江口县" not in own


def test_a_run_of_days_is_read_in_one_way_only():
    days = "1月2日" * 20
    assert opens(f"{days}全区增长", len(days))
    assert not opens(f"{days}在全区增长", len(days) + 1)
