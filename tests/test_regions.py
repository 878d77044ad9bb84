"""Where an article is from."""

import pytest

from briefing.cleaning.gazetteer import PROVINCES
from briefing.cleaning.places import _places, known
from briefing.cleaning.places_english import WRITTEN
from briefing.cleaning.regions import Weighted, locate
from briefing.cleaning.renamed import CHANGED
from briefing.cleaning.zones import find


def place(title="", outlet="", crumb="", lead="", rest=""):
    return locate(
        (
            Weighted(title, 6),
            Weighted(outlet, 5),
            Weighted(crumb, 4),
            Weighted(lead, 2, prose=True),
            Weighted(rest, 1, prose=True),
        )
    )


CASES = [
    ({"title": "青岛市市南区:以奔跑之姿再创辉煌"}, ("山东省", "青岛市", "市南区")),
    ({"outlet": "亭湖区人民政府办公室"}, ("江苏省", "盐城市", "亭湖区")),
    ({"title": "威海获批国家级试点"}, ("山东省", "威海市")),
    ({"lead": "4月3日,平阴县召开项目推进会。"}, ("山东省", "济南市", "平阴县")),
    (
        {"title": "朝阳区推进老旧小区改造", "lead": "北京市朝阳区今年改造小区27个。"},
        ("北京市", "朝阳区"),
    ),
    (
        {"title": "恩施州召开招商大会", "outlet": "恩施土家族苗族自治州政府网"},
        ("湖北省", "恩施土家族苗族自治州"),
    ),
    ({"outlet": "章丘发布"}, ("山东省", "济南市", "章丘区")),
    ({"outlet": "莱西新闻"}, ("山东省", "青岛市", "莱西市")),
    ({"title": "臺中市轉運中心動工".replace("臺", "台")}, ("台湾省", "台中市")),
    ({"title": "济宁高新区签约10个项目"}, ("山东省", "济宁市", "高新区")),
    (
        {"title": "青岛西海岸新区获评工业强区", "rest": "西海岸新区工委。西海岸新区管委。"},
        ("山东省", "青岛市", "西海岸新区"),
    ),
    (
        {
            "title": "南海新区召开动员大会",
            "lead": "视察山东重要指示。南海新区工委。",
            "rest": "吉林大学威海仿生研究院、威海国际海洋科技城,南海新区管委。",
        },
        ("山东省", "威海市", "南海新区"),
    ),
]


@pytest.mark.parametrize(("parts", "path"), CASES, ids=lambda value: str(value)[:40])
def test_the_longest_names_lead_to_the_path(parts, path):
    assert place(**parts) == path


@pytest.mark.parametrize(
    "text",
    [
        "会议在中山路举行,恒信东方、吉林大学等单位参加。",
        "邓楚雄强调,区长濮阳静主持,县委常委樊玉树参加。",
        "任命她为副县长,代理县长职务,加强合作交流。",
        "鼓楼区、新华区、城关区都有。",
    ],
)
def test_streets_schools_people_and_names_shared_by_many_are_no_places(text):
    assert place(lead=text, rest=text) == ()


def test_a_place_named_once_in_the_body_is_not_where_the_article_is_from():
    assert place(rest="考察团将赴湖南省学习。") == ()


def test_one_county_of_many_is_not_the_county_of_the_article():
    rest = "市南区、市北区、李沧区、崂山区签约项目各3个。"
    assert place(title="青岛市召开项目推进会", rest=rest) == ("山东省", "青岛市")


def test_a_county_that_no_register_has_stands_alone():
    assert place(title="芦塘区召开推进会", outlet="芦塘区应急管理局") == ("芦塘区",)


def test_a_zone_is_read_off_the_page_without_the_words_before_it():
    told = ("推动临港新城高质量发展", "在临港新城举行", "临港新城管委会")
    assert find([(text, 1.0, True) for text in told], []) == "临港新城"
    assert find([("国家级新区", 6.0, False)], []) is None


def test_places_on_a_tour_and_names_inside_words_are_no_regions():
    assert place(lead="县长柳青到东沙新区展馆、东沙新区车站督导项目建设工作。") == ()
    assert place(title="园区简讯_云江门高新区", lead="云江门高新区签约9个项目。")[:1] != ("广东省",)
    assert place(lead="柳长春、夏开封、戴向峰参加。") == ()
    assert place(title="对话县委书记:铜做得多大") == ()
    assert place(lead="连年提高,为城市的发展注入动力。") == ()
    assert place(lead="全省七大新区里,滨海新区签约最多。省委要求各地学习。")[:1] != ("天津市",)


def test_a_township_is_a_region_where_title_and_text_name_it():
    assert place(title="柳湾镇召开推进会", lead="7月23日,柳湾镇召开推进会。") == ("柳湾镇",)
    assert place(title="横溪街道召开座谈会", lead="1月13日,横溪街道召开座谈会。") == ("横溪街道",)


def test_a_county_is_meant_by_its_short_name_where_the_page_names_it():
    lead = "嘉义县长柳章今天报告,嘉义科学园区明年招商。"
    assert place(lead=lead) == ("台湾省", "嘉义县")


@pytest.mark.parametrize(
    "lead",
    [
        "2月20日,苇县集中签约25个项目,由江苏苇源集团投资52亿元建设。",
        "今年以来,他多次带队赴深圳、宁波、合肥等地招商,签约9个。",
        "第一档:苇水县82.4%、高坪区79.1%、苇华市76.5%;第二档:石棉县66.2%。",
        "区里与浙江大学签约,来自江苏的客商也来了,烟台、威海、潍坊都在比。",
    ],
)
def test_firms_journeys_and_lists_name_places_elsewhere(lead):
    assert place(lead=lead, rest=lead)[:1] in ((), ("苇县",))


def test_a_district_named_like_a_common_noun_needs_its_city():
    assert place(title="老城区停车难", lead="老城区选址难,新城区也难。") == ()
    assert place(title="洛阳市老城区签约12个项目") == ("河南省", "洛阳市", "老城区")


def test_a_journey_within_its_own_place_is_no_journey_elsewhere():
    lead = "4月3日,市长到青岛市市南区招商局调研。"
    assert place(lead=lead) == ("山东省", "青岛市", "市南区")


@pytest.mark.parametrize(
    "parts",
    [
        {"lead": "11月30日,历时三年建设的苇湖区第二人民医院启用。"},
        {"lead": "5月7日,苇湖区委书记到项目一线督导。"},
        {"crumb": "苇湖区人民政府"},
        {"title": "苇湖区：25个项目签约".replace("：", ":")},
    ],
)
def test_the_only_county_of_title_lead_and_host_stands_alone(parts):
    assert place(**parts) == ("苇湖区",)


@pytest.mark.parametrize(
    "lead",
    ["老城区交通改造。", "建设智慧城市,打造示范区。", "各园区、全市各县区,农业大县,实现地区"],
)
def test_common_nouns_are_no_counties(lead):
    assert place(title=lead, lead=lead) == ()


def test_a_township_stands_alone_where_title_and_office_name_it():
    assert place(title="苇塘乡推进乡村振兴", outlet="中共苇塘乡委员会办公室") == ("苇塘乡",)


@pytest.mark.parametrize(
    "title", ["镇江苇区召开推进会", "许昌苇区签约", "陇川市召开推进会 陇川发布"]
)
def test_the_head_of_a_longer_name_is_not_the_place(title):
    assert place(title=title, outlet=title[-4:])[:1] not in [("江苏省",), ("河南省",), ("云南省",)]


@pytest.mark.parametrize(
    ("title", "city"),
    [("烟台港区扩建", "烟台市"), ("苏州全市动员", "苏州市"), ("济宁高新区签约", "济宁市")],
)
def test_common_nouns_behind_a_city_leave_it_the_place(title, city):
    assert place(title=title)[1] == city


def test_a_title_outweighs_a_place_that_only_running_text_names():
    rest = "学习浙江经验,绍兴枫桥经验,绍兴做法。"
    assert place(title="苇湖市委理论学习中心组学习", lead=rest, rest=rest) == ("苇湖市",)


def test_a_district_of_a_city_that_no_register_has_is_not_the_one_that_a_register_has():
    lead = "4月3日,云溪市东港区召开推进会。云溪市东港区签约项目17个。"
    assert place(title="东港区召开推进会", lead=lead) == ("云溪市", "东港区")
    lead = "4月3日,日照市东港区召开推进会。"
    assert place(title="东港区召开推进会", lead=lead) == ("山东省", "日照市", "东港区")


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("海门市召开招商大会", ("江苏省", "南通市", "海门市")),
        ("禄丰市签约17个项目", ("云南省", "楚雄彝族自治州", "禄丰市")),
        ("龙海区推进重点项目", ("福建省", "漳州市", "龙海区")),
        ("密云县召开招商大会", ("北京市", "密云县")),
        ("云霄全县签约17个项目", ("福建省", "漳州市", "云霄县")),
    ],
)
def test_counties_are_known_by_former_and_by_newer_names(title, path):
    assert place(title=title) == path


def test_no_name_is_changed_that_the_gazetteer_has():
    listed = {path[-1] for path, _ in _places()}
    names = [name for written in CHANGED.values() for name in written.split()]
    assert not listed.intersection(names)
    assert len(names) == len(set(names))
    for parent in CHANGED:
        province, *city = parent.split()
        assert province in PROVINCES
        assert all(known(name)[0] == (province, name) for name in city)


def test_a_tour_through_several_counties_is_of_their_city():
    tour = "5月29日,副市长深入大荔县、澄城县、蒲城县督查。澄城县烟厂技改、大荔县急救中心、澄城县中学、蒲城县公路等7个项目。"
    assert place(lead=tour) == ("陕西省", "渭南市")
    assert place(title="澄城县督查重点项目", lead=tour) == ("陕西省", "渭南市", "澄城县")


def test_a_supermarket_is_of_no_place():
    assert place(lead="北京华联超市项目开工,总投资2亿元。北京华联超市将于年底开业。") == ()


def test_a_new_town_in_a_new_area_is_named_without_it():
    lead = "程民调研福州新区,到福州新区滨海新城规划馆、福州新区滨海新城。"
    assert place(title="程民调研福州新区", lead=lead, rest=lead)[-1] == "滨海新城"


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        (
            {"lead": "Factories in Yantai in East China's Shandong province grew."},
            ("山东省", "烟台市"),
        ),
        ({"title": "Suzhou signs 12 projects"}, ("江苏省", "苏州市")),
        (
            {"title": "Suzhou signs 12 projects", "lead": "Suzhou in Anhui grew."},
            ("安徽省", "宿州市"),
        ),
        ({"title": "Yulin opens a port"}, ()),
        ({"title": "Ports in the north", "lead": "Mayor Li Jinan opened a port."}, ()),
        ({"title": "Prices rise", "lead": "BEIJING, Nov. 3 (Xinhua) -- Prices rose."}, ()),
        ({"title": "QINGDAO opens a port"}, ("山东省", "青岛市")),
        ({"title": "Hohhot, Inner Mongolia, plants trees"}, ("内蒙古自治区", "呼和浩特市")),
    ],
)
def test_english_pages_name_provinces_and_cities_too(parts, path):
    assert place(**parts) == path


def test_every_place_written_in_english_is_one_of_the_gazetteer():
    for province, (_, prefectures) in WRITTEN.items():
        assert known(province) == [(province,)]
        for pair in prefectures.split():
            name = pair.partition(":")[2]
            assert (province, name) in known(name)


@pytest.mark.parametrize(
    "lead",
    [
        "5月10日,黄石岭水库除险加固工程开工建设。",  # a hill
        "5月10日,县委常委龙海东到开发区走访企业。",  # a person
        "原陕西馆31号院老旧小区改造完成。",  # a house
    ],
)
def test_names_that_hold_a_place_are_none(lead):
    assert place(lead=lead, rest=lead) == ()


def test_the_end_of_a_longer_name_is_no_place():
    assert place(title="津沙市上半年经济运行平稳", outlet="津沙市发布") == ("津沙市",)


def test_one_of_several_unlisted_counties_is_not_the_place():
    assert place(lead="在南芦区、叮镇、长安路街道、北芦区,市委书记听取汇报。") == ()
    assert place(lead="自治区党委常委、雪原市委书记出席会议。") == ("雪原市",)


@pytest.mark.parametrize(
    "words", ["另据市卫健委消息,", "县委书记代表县委讲话,", "本网走近区委书记,"]
)
def test_verbs_in_front_of_an_office_are_no_names(words):
    assert place(lead=words + "全市建成医联体5个。") == ()


def test_a_county_that_no_register_has_stands_under_the_province_that_title_or_crumb_names():
    parts = {
        "title": "栗川县召开县务会议",
        "crumb": "台湾 > 栗川县政府",
        "lead": "栗川县长王明说,今年收成增加。",
    }
    assert place(**parts) == ("台湾省", "栗川县")
