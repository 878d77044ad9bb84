"""Figures: metric, subject, period and change in the words of the text, and what is none."""

import pytest
from fakes import article

from briefing import rules
from briefing.records import Figure

AROUND = "全区经济工作会议召开，推进项目建设。"


def figures(*paragraphs: str) -> tuple[Figure, ...]:
    return rules.read(article(AROUND, *paragraphs)).figures


def told(*paragraphs: str) -> list[tuple[str, str]]:
    return [(figure.metric, figure.raw) for figure in figures(*paragraphs)]


def test_a_metric_goes_on_over_the_comma():
    assert told("全区文化娱乐企业实现营业收入6.7亿元，增速高于全市35.9个百分点。") == [
        ("营业收入", "6.7亿元"),
        ("营业收入增速", "高于全市35.9个百分点"),
    ]


def test_a_change_without_a_noun_belongs_to_the_metric_before_it():
    one, other = figures("前三季度，云湖区实际利用外资4.75亿美元，同比增长39.43%。")
    assert (one.metric, one.subject, one.period, one.change_kind) == (
        "实际利用外资",
        "云湖区",
        "前三季度",
        None,
    )
    assert (other.metric, other.raw, other.change_kind) == ("实际利用外资", "增长39.43%", "同比")


def test_a_list_is_dealt_out_in_order():
    assert told("工业投资、基础设施投资、房地产开发投资分别增长18.7%、7.5%和2.4%。") == [
        ("工业投资", "增长18.7%"),
        ("基础设施投资", "7.5%"),
        ("房地产开发投资", "2.4%"),
    ]


def test_things_that_are_counted_stand_after_their_number():
    assert told("17个省级重点项目、38个市级重大项目已经开工。") == [
        ("省级重点项目", "17个"),
        ("市级重大项目", "38个"),
    ]


def test_bounds_stay_with_the_number():
    assert [raw for _, raw in told("储备在谈项目93个，总投资额超过800亿元，惠及群众近8万人。")] == [
        "93个",
        "超过800亿元",
        "近8万人",
    ]


def test_a_rank_is_a_figure_and_its_field_of_rivals_is_none():
    found = figures("全区人均可支配收入居全市第一。")
    assert [(figure.raw, figure.is_rank) for figure in found] == [("第一", True)]
    (rank,) = figures("新区综合实力在19个国家级新区中排名第3。")
    assert rank.raw == "第3"
    assert rank.metric in ("综合实力", "综合实力在国家级新区中排名")


def test_levels_from_and_to_are_two_figures():
    assert [raw for _, raw in told("跨境电商出口占全市出口的比重由上年的3.1%提高到4.6%。")] == [
        "3.1%",
        "4.6%",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "7月4日至5日，2021年全区“攻坚突破年”现场观摩会举行。",
        "抓牢抓实“131”工程任务，第三期“摘星夺旗”擂台举行。",
        "组织开展历史城区保护更新等八大行动，坚持三个倒逼、四项机制。",
        "全力冲刺四季度，服务“十四五”开局，监督电话：0370-0000000。",
        "观摩会利用两天的时间，从上午9:00开到11:30。",
        "要确保全年新引进项目60个，力争投资增长8%。",
        "到2025年，刺梨种植面积稳定在30万亩，综合产值突破100亿元。",
        "有网友说我市去年民间投资“下降了15%”，是否属实？",
        "消费者可通过小程序摇号，满100元减30元。",
    ],
)
def test_what_is_no_figure(text: str):
    assert told(text) == []


def test_a_threshold_names_a_class_and_counts_nothing():
    assert [raw for _, raw in told("新注册亿元以上内资项目85个，50亿元以上项目2个。")] == [
        "85个",
        "2个",
    ]


def test_what_a_project_will_bring_is_a_figure():
    raws = [raw for _, raw in told("该项目总投资58亿元，占地420亩，达产后年产值将超过90亿元。")]
    assert raws[:2] == ["58亿元", "420亩"]


def test_a_comparison_is_not_taken_for_the_period():
    found = figures("前三季度，云湖区新招引企业23家，比上年增加4家。")
    assert {figure.period for figure in found} <= {"前三季度", None}


def test_a_correction_gives_both_numbers():
    assert told("本网刊发的文章中，1-8月云湖区固定资产投资165.3亿元应为156.3亿元。特此更正。") == [
        ("固定资产投资", "165.3亿元"),
        ("固定资产投资", "156.3亿元"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "净增高新技术企业156家，达到812家。",
            [("净增高新技术企业", "156家"), ("高新技术企业", "812家")],
        ),
        (
            "引进亿元以上项目83个，同比净增19个。",
            [("引进亿元以上项目", "83个"), ("引进亿元以上项目", "净增19个")],
        ),
        (
            "新能源产业产值达312亿元，占规上工业总产值的45.4%，较去年同期提高7.1个百分点。",
            [
                ("新能源产业产值", "312亿元"),
                ("新能源产业产值占规上工业总产值的比重", "45.4%"),
                ("新能源产业产值占规上工业总产值的比重", "提高7.1个百分点"),
            ],
        ),
        (
            "区本级重点项目已开工43个，开工率68%。",
            [("开工的区本级重点项目", "43个"), ("区本级重点项目开工率", "68%")],
        ),
        (
            "项目总建筑面积12万平方米，总投资7.9亿元。",
            [("项目总建筑面积", "12万平方米"), ("项目总投资", "7.9亿元")],
        ),
        ("规模工业增加值负增长7.3%。", [("规模工业增加值", "负增长7.3%")]),
    ],
)
def test_changes_stocks_shares_and_rates_keep_their_own_metric(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


def test_a_list_of_places_shares_the_metric_before_it():
    found = figures("到位资金完成率：临水县82.4%、高坪区79.1%。")
    assert [(figure.subject, figure.raw) for figure in found] == [
        ("临水县", "82.4%"),
        ("高坪区", "79.1%"),
    ]
    assert all("到位资金完成率" in figure.metric for figure in found)


def test_a_period_stays_in_its_paragraph():
    first, second = figures("8月份，全县接待游客12万人次。", "全县新识别监测对象31户。")
    assert first.period == "8月份"
    assert second.period is None


def test_a_share_of_a_goal_names_the_thing_and_the_goal():
    page = article("前三季度，青川区外贸进出口总额同比增长36.4%，完成全年目标的77.4%。")
    metrics = {figure.raw: figure.metric for figure in rules.read(page).figures}
    assert metrics["77.4%"] == "外贸进出口总额全年目标完成率"


def test_an_expected_number_says_that_it_is_expected():
    page = article("推动全区货物进出口额预计增长14.1%。")
    assert [figure.raw for figure in rules.read(page).figures] == ["预计增长14.1%"]


def test_a_blank_does_not_part_a_direction_from_its_number():
    page = article("全区规模以上工业增加值增长 6.1%。")
    assert [figure.raw for figure in rules.read(page).figures] == ["增长 6.1%"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "4个省级项目完成投资11.6亿元，占年度计划投资的99.2%，超序时进度24.2个百分点。",
            [
                ("省级项目", "4个"),
                ("省级项目完成投资", "11.6亿元"),
                ("省级项目年度计划投资完成率", "99.2%"),
                ("省级项目完成投资", "超序时进度24.2个百分点"),
            ],
        ),
        (
            "产业项目有77项，总投资101.23亿元，同比增长8%，年度投资20亿元。",
            [
                ("产业项目", "77项"),
                ("产业项目总投资", "101.23亿元"),
                ("产业项目总投资", "增长8%"),
                ("产业项目年度投资", "20亿元"),
            ],
        ),
        (
            "规上工业总产值21亿元，同比增长33.3%，两年平均增长10.9%。",
            [
                ("规上工业总产值", "21亿元"),
                ("规上工业总产值", "增长33.3%"),
                ("规上工业总产值两年平均增速", "增长10.9%"),
            ],
        ),
        (
            "工业投资增长5%，民间投资增长4%，分别低于全市15个百分点、16.8个百分点。",
            [
                ("工业投资", "增长5%"),
                ("民间投资", "增长4%"),
                ("工业投资增速", "低于全市15个百分点"),
                ("民间投资增速低于全市", "16.8个百分点"),
            ],
        ),
        (
            "甲产业收入5亿元，乙产业收入4亿元，分别占全区的5%和4%。",
            [
                ("甲产业收入", "5亿元"),
                ("乙产业收入", "4亿元"),
                ("甲产业收入占全区的比重", "5%"),
                ("乙产业收入占全区的比重", "4%"),
            ],
        ),
        (
            "采矿业增加值占比达96.05%，同比下降15.6%。",
            [("采矿业增加值占比", "96.05%"), ("采矿业增加值", "下降15.6%")],
        ),
        (
            "固定资产投资同比增长5%，增速从上半年的全市第6位攀升至第2位。",
            [
                ("固定资产投资", "增长5%"),
                ("固定资产投资增速", "第6位"),
                ("固定资产投资增速", "第2位"),
            ],
        ),
        (
            "开发区业务总收入420亿元，是2005年的5.2倍，年均增长38%。",
            [
                ("业务总收入", "420亿元"),
                ("业务总收入", "是2005年的5.2倍"),
                ("业务总收入年均增速", "增长38%"),
            ],
        ),
        (
            "蔬菜播种面积3938公顷，产量106551吨。",
            [("蔬菜播种面积", "3938公顷"), ("蔬菜产量", "106551吨")],
        ),
        (
            "新材料产值达到618亿元，比重达到60%。",
            [("新材料产值", "618亿元"), ("新材料产值比重", "60%")],
        ),
        (
            "规上工业增加值同比增长10.1%，高于目标2.1个百分点。",
            [
                ("规上工业增加值", "增长10.1%"),
                ("规上工业增加值增速", "高于目标2.1个百分点"),
            ],
        ),
        (
            "批发零售业增长5.3%，较去年同期下降2.9个百分点。",
            [("批发零售业", "增长5.3%"), ("批发零售业增速", "下降2.9个百分点")],
        ),
    ],
)
def test_what_a_number_says_of_the_one_before_names_both(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("交通运输、仓储和邮政业增长6.7%。", "交通运输、仓储和邮政业"),
        ("蔬菜及食用菌、瓜果产量分别增长39.3%、12%。", "蔬菜及食用菌产量"),
        ("生猪、肉牛分别出栏6.4万头、1342头。", "生猪出栏"),
        ("第二、第三产业占比分别回落2.16和1.66个百分点。", "第二产业占比"),
        ("城镇和农村居民收入分别完成29092元、17191元。", "城镇居民收入"),
        ("创造2.75亿元税收。", "税收"),
        ("流转土地1800余亩发展秋葵种植。", "流转土地"),
        ("（三）全区困难群众保障率达89.33%。", "困难群众保障率"),
        ("二、工业恢复加快上半年，全区工业增加值增长3%。", "工业增加值"),
        ("全区在库投资项目187个。", "在库投资项目"),
        ("首日接待人次较疫情前的2019年同期相比仍下降11.3%。", "首日接待人次"),
        ("日用品类零售额增长1.6%。", "日用品类零售额"),
        ("新增 51家 “银龄之家”。", "“银龄之家”"),
        ("市级重大项目共完成投资986亿元。", "市级重大项目完成投资"),
        ("已建成“宁静小区”64个。", "建成“宁静小区”"),
    ],
)
def test_a_metric_is_a_whole_noun_and_nothing_else(text: str, metric: str):
    assert told(text)[0][0] == metric


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("今年安排全区重点项目444项。", "全区"),
        ("累计集中开工和县区自行开工重点项目1031个。", None),
        ("39个云湖市级重点项目完成投资7亿元。", None),
        ("实际到位外省资金447亿元。", None),
        ("云湖区外贸进出口增长3%。", "云湖区"),
    ],
)
def test_only_who_can_own_a_figure_is_its_subject(text: str, subject: str | None):
    assert {figure.subject for figure in figures(text)} == {subject}


@pytest.mark.parametrize(
    "text",
    [
        "引进优强企业（任务数18家）。",
        "其中，上亿元项目正在洽谈。",
        "生产总值情况较一季度（-10.8%）回升。",
        "全省各市旅游收入，云湖市以631亿元位居首位。",
    ],
)
def test_targets_older_values_and_classes_are_no_figures_of_their_own(text: str):
    assert [raw for _, raw in told(text) if "位" not in raw] == []


def test_one_number_cut_in_two_by_a_slip_is_not_read():
    assert told("原煤产量1657万吨，同比下降14..3%；焦炭产量下降2%。")[1:] == [
        ("焦炭产量", "下降2%")
    ]


def test_a_period_with_blanks_and_an_ordinal_quarter_are_periods():
    assert figures("今年第一季度，全区集中开工项目12个。")[0].period == "今年第一季度"
    assert (
        figures("1—10 月份，全区新签约亿元以上项目219 个，总投资1115.2 亿元。")[1].raw
        == "1115.2 亿元"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "为13位引才顾问颁发聘书，推介4个“工改”地块。",
            [("引才顾问", "13位"), ("“工改”地块", "4个")],
        ),
        (
            "总投资625.6亿元的137个项目集中签约。",
            [("总投资", "625.6亿元"), ("集中签约的项目", "137个")],
        ),
        ("投入3053万元改造供水管网。", [("供水管网投入", "3053万元")]),
        (
            "全区63个新开工项目已复工，10个计划投产项目顺利推进。",
            [("复工的新开工项目", "63个"), ("计划投产项目", "10个")],
        ),
        (
            "综合产值超过35亿元，服务4.8万户。",
            [("综合产值", "超过35亿元"), ("服务户数", "4.8万户")],
        ),
        ("开工建设160个，开工率为86.5%。", [("开工建设数", "160个"), ("开工率", "86.5%")]),
        ("预算达成率94.69%，高于上年的93.82%。", [("预算达成率", "94.69%")]),
        ("全区竣工率为40.7%，甲镇、乙镇竣工率较高，分别为100%、65%。", [("竣工率", "40.7%")]),
        ("甲、乙两类项目进展较好，完成率分别高于总体进度的9.8、6.2个百分点。", []),
        ("全部园区完成率达100%及以上。", [("全部园区完成率", "100%及以上")]),
    ],
)
def test_what_is_counted_given_or_paid_for_stands_after_the_number(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


def test_persons_take_no_place_in_a_ranking():
    assert not any(figure.is_rank for figure in figures("为13位引才顾问颁发聘书。"))


def test_the_time_of_a_goal_is_not_that_of_the_figure():
    done = figures("一季度，全区新增就业2.8万人，完成全年目标任务的26%。")
    assert {figure.period for figure in done} == {"一季度"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "规上工业拉动全市经济增长2.7个百分点。",
            [("规上工业拉动全市经济", "增长2.7个百分点")],
        ),
        (
            "工业企业282家，增加12家，产值83.5亿元。",
            [("工业企业", "282家"), ("工业企业", "增加12家"), ("工业企业产值", "83.5亿元")],
        ),
        ("产值超10亿元企业有6家。", [("产值超10亿元企业", "6家")]),
        ("外资项目在新签约项目中的占比达到18%。", [("外资项目在新签约项目中的占比", "18%")]),
        ("17个的。", []),
    ],
)
def test_who_pulls_what_and_of_which_class_is_in_the_metric(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


def test_a_month_within_a_period_is_that_of_its_own_sentence():
    done = figures(
        "1-6月，全区工业投资增长9.1%。其中，6月份增长6.9%。固定资产投资增长4.2%。",
    )
    assert [(figure.raw, figure.period) for figure in done] == [
        ("增长9.1%", "1-6月"),
        ("增长6.9%", "6月份"),
        ("增长4.2%", "1-6月"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第一产业、第三产业投资分别增长6.3%、4.5%。",
            [("第一产业投资", "增长6.3%"), ("第三产业投资", "4.5%")],
        ),
        (
            "总投资15亿元的云湖产业园和总投资12亿元的冷链枢纽开工。",
            [("云湖产业园总投资", "15亿元"), ("冷链枢纽总投资", "12亿元")],
        ),
        (
            "签约项目18个，10亿级项目5个、1至10亿级项目12个，总投资92.4亿元。",
            [
                ("签约项目", "18个"),
                ("10亿级项目", "5个"),
                ("1至10亿级项目", "12个"),
                ("总投资", "92.4亿元"),
            ],
        ),
        (
            "零售额同比由上半年的下降3.0%转为增长0.4%。",
            [("零售额", "下降3.0%"), ("零售额", "增长0.4%")],
        ),
        ("居民收入29870元，名义增长4.8%。", [("居民收入", "29870元"), ("居民收入", "增长4.8%")]),
        (
            "15项省级指标完成9项，占60%。",
            [("省级指标", "15项"), ("省级指标完成", "9项"), ("省级指标占比", "60%")],
        ),
        ("达到或超过序时的有131项。", [("达到或超过序时", "131项")]),
        ("亿元以上项目占比下降了6个百分点。", [("亿元以上项目占比", "下降了6个百分点")]),
        ("全县12个重点项目目前开工9个。", [("重点项目", "12个"), ("重点项目目前开工", "9个")]),
        ("实际到账外资1126万元，不足全年任务的三成。", [("实际到账外资", "1126万元")]),
        ("常年开展的有4项，其余18项中，已完成11项。", [("常年开展", "4项")]),
        ("总楼地板面积1,386平方公尺。", [("总楼地板面积", "1,386平方公尺")]),
        ("存贷比65.7%。", [("存贷比", "65.7%")]),
    ],
)
def test_words_beside_the_number_that_name_nothing_stay_out_of_the_metric(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "城乡居民人均可支配收入达到23465元。",
        "320场送戏进乡村已演出287场。",
        "县市区排名中，规上工业增速位居第一。",
        "该县签约亿元以上项目64个。",
    ],
)
def test_words_that_only_look_like_a_place_own_no_figure(text: str):
    assert {figure.subject for figure in figures(text)} <= {None, "全区"}


def test_a_range_from_the_first_month_is_one_period():
    assert {figure.period for figure in figures("元至十月，云湖区工业产值187.6亿元。")} == {
        "元至十月"
    }


@pytest.mark.parametrize(
    ("text", "metric", "raw"),
    [
        (
            "市级重点项目完成投资9.5亿元，占年度投资计划的97%。",
            "市级重点项目年度投资计划完成率",
            "97%",
        ),
        ("完成投资3.1亿元，完成年度投资计划的90.3%。", "年度投资计划完成率", "90.3%"),
        (
            "高标准农田已建成4.4万亩，占年度任务的88%。",
            "高标准农田年度任务完成率",
            "88%",
        ),
        ("工业投资增长5%，居全市第7位，较上月上升3位。", "工业投资增速", "上升3位"),
    ],
)
def test_what_a_plan_names_itself_is_told_once(text: str, metric: str, raw: str):
    assert (metric, raw) in told(text)


def test_a_rule_of_scoring_is_no_figure():
    assert told("重大项目在综合目标考核中单列10分。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("环比事故起数下降24.5%。", [("事故起数", "下降24.5%")]),
        (
            "高新产业完成投资3.1亿元，在工业投资中的占比为42.2%。",
            [("高新产业完成投资", "3.1亿元"), ("高新产业完成投资在工业投资中的占比", "42.2%")],
        ),
    ],
)
def test_what_stands_before_a_name_is_cut_and_the_whole_keeps_its_part(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


def test_fewer_cases_are_not_fewer_dead():
    assert ("死亡", "增加1起") not in told("重大事故17起、死亡225人，同比增加1起。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("精制茶增长21.7%，纱增长15.8%。", [("精制茶", "增长21.7%")]),
        (
            "第一、第二產業增加值佔GDP的比重分別為6.5%、41.2%。",
            [
                ("第一產業增加值佔GDP的比重", "6.5%"),
                ("第二產業增加值佔GDP的比重", "41.2%"),
            ],
        ),
        (
            "生产总值增长4.4%，增速分别高于全国、全省1.3个、0.6个百分点。",
            [
                ("生产总值", "增长4.4%"),
                ("生产总值增速高于全国", "1.3个"),
                ("生产总值增速高于全省", "0.6个百分点"),
            ],
        ),
        (
            "已开工项目31个，未开工项目17个，开工率为64.6%。",
            [("开工项目", "31个"), ("未开工项目", "17个"), ("开工率", "64.6%")],
        ),
        (
            "72个重点项目按期达产，达产面91.1%。",
            [("达产的重点项目", "72个"), ("达产面", "91.1%")],
        ),
    ],
)
def test_a_number_never_takes_the_name_of_its_neighbour(text: str, expected: list[tuple[str, str]]):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全区旅游收入19.2亿元，恢复至2019年的103.8%。",
            [("旅游收入", "19.2亿元"), ("旅游收入恢复至2019年", "103.8%")],
        ),
        (
            "12家A级景区接待游客96.4万人次。",
            [("A级景区", "12家"), ("A级景区接待游客", "96.4万人次")],
        ),
        ("贸易顺差12.2亿元，扩大29.1%。", [("贸易顺差", "12.2亿元"), ("贸易顺差", "扩大29.1%")]),
        ("32个项目已全部开工，完工21个。", [("开工项目", "32个"), ("完工项目", "21个")]),
        ("3个县的资金支出率低于80%。", []),
    ],
)
def test_what_a_number_is_of_and_what_some_have_in_common(
    text: str, expected: list[tuple[str, str]]
):
    assert told(text) == expected


def test_the_year_something_is_back_at_is_no_period():
    done = figures("今年国庆假期，旅游收入19.2亿元，恢复至2019年的103.8%。", "门票收入2310万元。")
    assert not any("2019" in (figure.period or "") for figure in done)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资3.2亿元建设的二期厂房已封顶。", [("二期厂房投资", "3.2亿元")]),
        (
            "公共工程共計86件，總經費48億元，已完工51件。",
            [("公共工程", "86件"), ("總經費", "48億元"), ("完工工程", "51件")],
        ),
    ],
)
def test_things_done_are_of_the_things_counted(text: str, expected: list[tuple[str, str]]):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳河小区等4个小区水压不达标。", [("小区水压不达标", "4个")]),
        ("核查发现，有6个项目至今未开工。", [("至今未开工的项目", "6个")]),
        ("柳河水库等7个项目因征地滞后、资金不足尚未开工。", []),
        ("全区重点任务80项；进展滞后9项。", [("进展滞后", "9项")]),
        ("园区仍有8家企业设备利用率不到一半。", []),
    ],
)
def test_a_metric_never_loses_the_word_that_denies_it(text: str, expected: list[tuple[str, str]]):
    found = told(text)
    assert [one for one in found if one in expected] == expected
    assert not any(metric in ("项目", "进展", "企业设备利用") for metric, _ in found)


def test_a_yearly_task_is_no_figure_but_what_was_done_of_it_is():
    assert told("年度任务：改造口袋公园12个。目前开工9个，完工4个。")[0] == (
        "改造口袋公园开工",
        "9个",
    )


def test_numbers_in_a_list_of_plans_are_no_figures():
    assert (
        told(
            "今年工作要点如下：",
            "一、稳定粮食生产",
            "1. 新建高标准农田8.5万亩。",
            "二、建设乡村",
            "改造农村户厕3800座。",
        )
        == []
    )


def test_what_was_done_is_told_in_a_list_of_plans():
    assert told(
        "今年工作要点如下：",
        "一、去年工作回顾",
        "全县新建高标准农田6万亩。",
    ) == [("新建高标准农田", "6万亩")]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年，第一产业实现增加值72亿元，同比增长3.8%。", "第一产业增加值"),
        ("限上住宿业实现营业额7.3亿元，同比增长3.8%。", "限上住宿业营业额"),
        ("公路、水路完成货运量1.3亿吨，同比增长3.8%。", "公路、水路货运量"),
    ],
)
def test_a_trade_that_achieves_something_is_the_head_of_its_measure(text: str, metric: str):
    assert {(figure.metric, figure.subject) for figure in figures(text)} == {(metric, None)}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("累计利用省外资金33亿元。", None),
        ("完成棚户区改造4.35万平方米。", None),
        ("8月下旬全市电力缺口35万千瓦。", "全市"),
        ("全年送戏进万村263场。", None),
        ("云湖县集中开工16个项目。", "云湖县"),
    ],
)
def test_a_place_is_neither_a_verb_nor_a_kind_of_quarter(text: str, subject: str | None):
    assert {figure.subject for figure in figures(text)} == {subject}


def test_a_place_that_opens_a_clause_owns_what_is_counted_up_to_the_next_place():
    found = figures(
        "云湖县集中开工16个项目，其中工业项目14个；雾山区集中开工11个项目，其中工业项目9个。"
    )
    assert [(figure.subject, figure.raw) for figure in found] == [
        ("云湖县", "16个"),
        ("云湖县", "14个"),
        ("雾山区", "11个"),
        ("雾山区", "9个"),
    ]


def test_an_older_year_told_in_passing_is_not_the_period_of_what_follows():
    found = figures(
        "一季度，全市接待游客5.1亿人次，同比增长1.5%，2019年接待游客7.8亿人次；旅游收入3890亿元。"
    )
    assert [(figure.raw, figure.period) for figure in found] == [
        ("5.1亿人次", "一季度"),
        ("增长1.5%", "一季度"),
        ("7.8亿人次", "2019年"),
        ("3890亿元", "一季度"),
    ]


def test_what_others_reached_stands_in_brackets_and_is_no_figure():
    assert told("全县固定资产投资增长39.5%，增速高于全市(18.6%)20.9个百分点，居全市第6位。")[
        :2
    ] == [
        ("固定资产投资", "增长39.5%"),
        ("固定资产投资增速高于全市", "20.9个百分点"),
    ]


def test_a_distance_is_told_against_a_place_and_not_against_last_year():
    _, distance = figures("生猪出栏同比增长1.4%，低于全市平均0.3个百分点。")
    assert (distance.raw, distance.change_kind) == ("低于全市平均0.3个百分点", None)


def test_the_capacity_in_a_projects_name_is_no_figure():
    assert told("签约项目8个，分别为轴承锻件生产项目、年产400吨薄荷油生产项目等。") == [
        ("签约项目", "8个")
    ]


def test_the_place_that_something_is_ranked_in_owns_nothing():
    found = figures("1至4月，全县规上工业总产值完成15亿元，全市排名第十位；制造业12亿元。")
    assert [(figure.subject, figure.raw) for figure in found] == [
        ("全县", "15亿元"),
        ("全县", "第十位"),
        ("全县", "12亿元"),
    ]


def test_a_change_against_an_earlier_stretch_is_not_one_against_last_year():
    one, other = figures("全县工业增加值同比增长4.5%，比1至10月提高0.5个百分点。")
    assert (one.change_kind, other.change_kind) == ("同比", None)


@pytest.mark.parametrize(
    "text",
    [
        "前三季度，全区延续了上半年良好的发展态势，工业增加值完成246亿元。",
        "前三季度，财政收入在去年高基数的基础上完成41270万元。",
    ],
)
def test_a_time_that_only_says_what_went_before_is_no_period(text: str):
    assert {figure.period for figure in figures(text)} <= {"前三季度", None}
