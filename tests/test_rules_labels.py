"""Labels of figures: names an editor would print beside a number, and whose the number is."""

import pytest
from fakes import article

from briefing import rules
from briefing.records import Figure

AROUND = "全区经济工作会议召开，推进项目建设。"


def figures(*paragraphs: str) -> tuple[Figure, ...]:
    return rules.read(article(AROUND, *paragraphs)).figures


def told(*paragraphs: str) -> list[tuple[str, str]]:
    return [(figure.metric, figure.raw) for figure in figures(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        (
            "总投资4亿元的云麓公司年产90万吨饲料项目已开工。",
            "云麓公司年产90万吨饲料项目总投资",
            "4亿元",
        ),
        ("投资近2亿元、占地600亩的云麓农业园开园。", "云麓农业园投资", "近2亿元"),
        ("投资3.2亿元云麓广场正在建设。", "云麓广场投资", "3.2亿元"),
        ("此次集中开工共计8个项目，总投资9亿元。", "集中开工项目总投资", "9亿元"),
        ("该项目占地36亩，总投资额3.3亿元。", "项目总投资额", "3.3亿元"),
    ],
)
def test_an_investment_says_whose_it_is(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        ("8台电梯已完工，4台电梯已启动前期工作。", "启动前期工作的电梯", "4台"),
        ("云麓大厦等6个项目准备年底开工，北园等20个项目正抓紧施工。", "正抓紧施工的项目", "20个"),
        ("20亿元以上投资项目开工7个。", "开工的20亿元以上投资项目", "7个"),
        ("云湖镇全长5公里的云麓隧道贯通。", "云麓隧道全长", "5公里"),
        ("我区完成东河、西巷等42座二类及以下公厕改造。", "二类及以下公厕改造", "42座"),
        ("已办理疏通水沟、修建道路等类工单645件。", "办理疏通水沟、修建道路等类工单", "645件"),
        (
            "全区图书馆、文化馆、博物馆累计接待群众30万人次。",
            "图书馆、文化馆、博物馆累计接待群众",
            "30万人次",
        ),
        ("今年依然交出了新签约项目45个的成绩。", "新签约项目", "45个"),
    ],
)
def test_a_counted_thing_keeps_its_state_and_its_whole_name(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        (
            "固定资产投资同比增长9%，比上月提高0.5个百分点，居全市第4位。",
            "固定资产投资增速",
            "第4位",
        ),
        (
            "公共财政收入4亿元，增长26%，增收7364万元，总量居全市第二位。",
            "公共财政收入",
            "增收7364万元",
        ),
        ("社会消费品零售总额49亿元，比增3%。", "社会消费品零售总额", "比增3%"),
        (
            "工业增加值增长28%，分别高于全市、全省平均增速0.3、6.6个百分点，增速居全市第4位。",
            "工业增加值增速",
            "第4位",
        ),
    ],
)
def test_a_change_and_its_rank_are_of_the_metric_told(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


def test_what_is_expected_of_a_project_says_so_and_has_no_period():
    found = figures("今年，云麓项目签约，全部达产后，年可实现税收2亿元、亩均税收40万元。")
    assert [(figure.metric, figure.subject, figure.period) for figure in found] == [
        ("全部达产后税收", None, None),
        ("全部达产后亩均税收", None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "当地整合省财政资金36万元。",
        "全区投资2.1亿元的67个壮大村集体经济项目开工。",
        "交办中心办理市热线转办来电20件。",
    ],
)
def test_a_verb_before_a_place_is_no_subject(text: str):
    assert {figure.subject for figure in figures(text)} <= {None, "全区"}


def test_what_members_of_a_kind_have_is_not_the_places():
    found = figures("全县培育合作社51家。培育家庭农场34家，经营总收入924万元。")
    assert [(figure.metric, figure.subject) for figure in found][-1] == ("经营总收入", None)


def test_what_began_in_a_year_is_not_of_that_year():
    found = figures("自2019年起，当地扩大梨树种植。如今，梨园覆盖6个村庄，面积900亩。")
    assert {figure.period for figure in found} == {None}


def test_those_above_a_bound_are_not_all_of_them():
    assert told("在库项目252个，其中5千万以上的78个，完成投资同比增长34%。") == [
        ("在库项目", "252个"),
        ("完成投资", "增长34%"),
    ]


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        ("全县重点项目20个，其中1个已完工、8个在建、1个未开工。", "未开工项目", "1个"),
        (
            "2、十大招商兴工项目：今年计划投资30亿元，已完成投资6亿元。",
            "十大招商兴工项目完成投资",
            "6亿元",
        ),
        ("3万名农民抱团经营增收致富。", "抱团经营增收致富的农民", "3万名"),
        ("大棚每亩产量均在6000公斤以上，一亩地收入3万多元。", "一亩地收入", "3万多元"),
        ("招商引资签约25亿元。", "招商引资签约", "25亿元"),
        ("年末在院人数6980人。", "在院人数", "6980人"),
        ("国内市场占有率超过80%。", "国内市场占有率", "超过80%"),
        ("全县举办40多场农技、电商等专题培训。", "农技、电商等专题培训", "40多场"),
        ("发现一般隐患469项、整改398项，整改率90%。", "一般隐患整改率", "90%"),
        ("督查83个重点项目。其中，按序时推进的62个，未开工的5个。", "按序时推进的项目", "62个"),
        ("从规模看，60亿元以上项目2个，20-50亿元项目3个。", "20-50亿元项目", "3个"),
        ("固定资产投资同比下降9%，较上月收窄2.6个百分点。", "固定资产投资降幅", "收窄2.6个百分点"),
    ],
)
def test_a_label_is_a_noun_that_says_what_is_counted(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "东岗街道上半年招引过亿元工业项目为零。",
        "与“时间过三分之一、任务过三分之一”的要求还有差距。",
        "工业投资连续4个月负增长。",
        "在全省28家高新区综合评价中前移4位。",
    ],
)
def test_classes_calls_stretches_and_rivals_are_no_figures(text: str):
    assert told(text) == [] or told(text)[0][1].endswith("位")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("云湖县书记擂台赛（第二季）开擂", "固定资产投资2亿元。"),
        ("“大干一百天 决胜下半年”调度会召开", "规上工业总产值59亿元。"),
        ("云湖县举行2023年春季集中签约仪式", "签约项目总投资59亿元。"),
    ],
)
def test_the_name_of_an_event_is_no_period(title: str, text: str):
    page = article("县里召开会议，推进项目建设。", text, title=title)
    assert {figure.period for figure in rules.read(page).figures} == {None}


def test_unlike_values_of_one_bare_name_are_told_apart():
    assert told(
        "新开工项目33个，新增投资3亿元；新投产项目7个，新增投资9620万元。",
        "营养餐补助资助学生261人，发放资金24万元；交通补助资助学生309人，发放资金53万元。",
    )[1::2] == [
        ("新开工项目新增投资", "3亿元"),
        ("新投产项目新增投资", "9620万元"),
        ("营养餐补助资助学生发放资金", "24万元"),
        ("交通补助资助学生发放资金", "53万元"),
    ]


@pytest.mark.parametrize("head", ["农业局", "西城办事处", "云湖镇"])
def test_what_stands_before_a_colon_owns_the_numbers_after_it(head: str):
    found = figures(f"{head}：招商引进项目到位内资3500万元，占全年目标任务的230%。")
    assert [figure.subject for figure in found] == [head, head]


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        ("云湖大坝工程通过竣工验收，完成投资3490万元。", "云湖大坝工程完成投资", "3490万元"),
        (
            "签约项目共计9个，包括：创新类项目5个，智能类项目4个，计划总投资26亿元。",
            "签约项目计划总投资",
            "26亿元",
        ),
        (
            "231座重点小（二）型病险水库除险加固工程开工建设。",
            "重点小（二）型病险水库除险加固工程",
            "231座",
        ),
        ("1至6月，共计完成投资4亿元。", "完成投资", "4亿元"),
        ("其中包括3个新签约项目到位资金5040万元。", "新签约项目", "3个"),
    ],
)
def test_the_thing_that_a_clause_tells_of_is_part_of_the_label(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        ("新建公厕2座，改厕38座改圈52个。", "改厕", "38座"),
        (
            "固定资产投资增长3%。其中房地产开发投资继续快速增长，完成投资35亿元。",
            "房地产开发投资",
            "35亿元",
        ),
        (
            "其中制造业投资增长21%，占固定资产投资比重首次突破四成，达到52.3%。",
            "制造业投资占固定资产投资的比重",
            "52.3%",
        ),
        ("固定资产投资83亿元，增长36%，总量居全市第二位。", "固定资产投资总量", "第二位"),
        ("列入省、市重点项目47宗，年度投资计划347亿元。", "省、市重点项目年度投资计划", "347亿元"),
    ],
)
def test_a_number_takes_the_noun_that_is_its_own(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


def test_villages_counted_are_not_the_place_named_before_them():
    assert ("全乡", "35个") not in told("全乡35个村实现了通村硬化路。")


def test_metrics_dealt_in_their_own_clause_are_not_those_of_the_sentence_before():
    assert told(
        "地区生产总值384亿元，同比增长7.9%，分别比全国、全省高3.0个和2.4个百分点；规上工业增加值、固定资产投资、社会消费品零售总额同比分别增长1.2%、5.8%、7.3%。"
    )[-3:] == [
        ("规上工业增加值", "增长1.2%"),
        ("固定资产投资", "5.8%"),
        ("社会消费品零售总额", "7.3%"),
    ]


def test_goals_dealt_keep_the_names_told_before():
    assert told(
        "新增就业5万人，失业人员再就业2万人，困难人员再就业8100人，分别完成全年目标任务的208%、222%、220%。"
    )[3:] == [
        ("新增就业全年目标完成率", "208%"),
        ("失业人员再就业全年目标完成率", "222%"),
        ("困难人员再就业全年目标完成率", "220%"),
    ]


def test_the_head_of_an_item_names_what_its_attributes_are_of():
    assert told(
        "1.年产20万吨磷酸盐项目。由云湖公司投资建设，总投资67亿元，占地540亩。",
        "2.云湖智造总部基地项目。投资方为云岭集团，总投资40亿元。",
    ) == [
        ("年产20万吨磷酸盐项目总投资", "67亿元"),
        ("年产20万吨磷酸盐项目占地", "540亩"),
        ("云湖智造总部基地项目总投资", "40亿元"),
    ]


def test_an_aspect_named_before_its_clause_is_part_of_the_label():
    assert told("在高速公路方面，上半年完成投资1亿元。客运方面完成营业性客运量98万人次。") == [
        ("高速公路完成投资", "1亿元"),
        ("营业性客运量", "98万人次"),
    ]
