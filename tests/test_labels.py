"""Labels: a wording becomes a noun phrase that an editor would print, or names nothing."""

import time

import pytest
from fakes import article

from briefing import rules
from briefing.rules import labels

AROUND = "全区经济工作会议召开，推进项目建设。"


def told(*paragraphs: str) -> list[tuple[str, str]]:
    found = rules.read(article(AROUND, *paragraphs)).figures
    return [(figure.metric, figure.raw) for figure in found]


@pytest.mark.parametrize(
    ("words", "unit", "label"),
    [
        ("项目竣工", "个", "竣工项目"),
        ("项目实质性开工建设", "个", "开工建设项目"),
        ("老旧小区改造项目完工", "个", "完工的老旧小区改造项目"),
        ("项目尚未取得用地批复", "个", "尚未取得用地批复的项目"),
        ("幸福院建设已完成", "个", "幸福院建设完成数"),
        ("市级攻坚项目开工建设", "%", "市级攻坚项目开工建设率"),
        ("惠及", "人", "惠及人数"),
        ("立案", "起", "立案数"),
        ("处罚", "元", "处罚金额"),
        ("签约甲药业、乙纸业、丙家居等项目", "个", "签约项目"),
        (
            "由云芯公司投资建设的功率半导体基地计划投资",
            "元",
            "云芯公司投资建设的功率半导体基地计划投资",
        ),
        ("城镇登记失业率控制", "%", "城镇登记失业率"),
        ("我们改造易涝点", "处", "改造易涝点"),
        ("截至8月底仅完成", "公里", "完成里程"),
        ("的游客选择自驾", "%", "游客选择自驾"),
    ],
)
def test_a_wording_becomes_a_noun_phrase(words: str, unit: str, label: str):
    assert labels.of(words, unit)[0] == label


@pytest.mark.parametrize(
    "words",
    ["增幅", "完成率", "实现增加值", "全市", "增长", "路口至桥头等", "“双提升", "项目(一期", "已"],
)
def test_what_names_nothing_is_no_label(words: str):
    assert not labels.is_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "可支配收入",
        "在校学生",
        "其他企业",
        "新开工项目",
        "“一网通办”事项",
        "GDP",
        "居民消费价格(CPI)",
        "固定资产投资",
    ],
)
def test_good_names_stay_as_they_are(words: str):
    assert labels.of(words, "元")[0] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲园等151个项目开工建设，85个项目竣工。", ["开工建设项目", "竣工项目"]),
        (
            "目前有15个项目达到开工标准，18个行业保持正增长。",
            ["达到开工标准的项目", "保持正增长的行业"],
        ),
        ("云湖县集中开工16个项目。我县策划储备了45个项目。", ["集中开工项目", "策划储备项目"]),
        ("新签约项目60个，落地56个，建成投产22个。", ["新签约项目", "落地项目", "建成投产项目"]),
        ("改扩建清河口至柳林等9条85公里县乡道路。", ["县乡道路"]),
        (
            "49.1%的游客选择省内游，88.3%的居民对环境表示满意。",
            ["选择省内游的游客占比", "对环境表示满意的居民占比"],
        ),
        (
            "较大的有投资15亿元的包装材料项目、投资4亿元的智能空调项目。",
            ["包装材料项目投资", "智能空调项目投资"],
        ),
    ],
)
def test_a_label_says_which_of_the_things_are_counted(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "重点项目104个，计划投资93亿元，完成投资44亿元，占年度计划的47%。",
            ["重点项目", "重点项目计划投资", "重点项目完成投资", "重点项目投资年度计划完成率"],
        ),
        ("果用瓜1107公顷，产量28408吨。", ["果用瓜", "果用瓜产量"]),
        ("桥隧比46.5%，概算投资58.6亿元。", ["桥隧比", "概算投资"]),
        ("采矿业增加值增长8%，制造业增长15%。", ["采矿业增加值", "制造业增加值"]),
        ("全县完成工业增加值31亿元，其中，规上企业增长11%。", ["工业增加值", "规上企业工业增加值"]),
        ("固定资产投资增长86%，增幅全省排第9位。", ["固定资产投资", "固定资产投资增幅"]),
        (
            "规上工业增加值增长10%，民间投资增长13%，增速分别居全市第一、第二。",
            ["规上工业增加值", "民间投资", "规上工业增加值增速", "民间投资增速"],
        ),
        ("金融业是占比最大的行业，实现增加值946亿元。", ["金融业增加值"]),
        ("猪、牛出栏分别增长2.2%、25%。", ["猪出栏", "牛出栏"]),
        (
            "全县2个养老机构建设已完成1个（50%）。",
            ["养老机构建设", "养老机构建设完成数", "养老机构建设完成率"],
        ),
        ("桥梁工程完成88%。", ["桥梁工程完成率"]),
        (
            "完成省外到位资金60亿元，完成州政府下达任务数65亿元的91%。",
            ["省外到位资金", "省外到位资金州政府下达任务完成率"],
        ),
    ],
)
def test_a_measure_without_its_thing_takes_that_told_before(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


def test_shares_dealt_to_what_another_sentence_names_are_not_told():
    assert told("对经济增长的贡献率分别为6%、41.4%、52.6%。") == []


def test_a_day_set_for_work_that_is_not_told_as_done_is_no_figure():
    assert told("全县共有易涝点14处，主汛期前完成10处。") == [("易涝点", "14处")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "亨达食品等31个重点项目开工建设，联创表面工程等11个重点项目竣工投产。",
            ["开工建设的重点项目", "竣工投产的重点项目"],
        ),
        (
            "总投资130亿元的云麓整车及发动机项目、总投资50亿元的智能家电产业园项目实现当年签约。",
            ["云麓整车及发动机项目总投资", "智能家电产业园项目总投资"],
        ),
        (
            "第一产业对全县地区生产总值的贡献率为6.6%，拉动GDP增长0.2个百分点。",
            ["第一产业对全县地区生产总值的贡献率", "第一产业拉动GDP"],
        ),
        ("在谈项目16个，包括5个500强企业项目。", ["在谈项目", "500强企业项目"]),
        ("目前仍有过半工程项目没有开工。", ["没有开工的工程项目占比"]),
        (
            "食品、建材、家电五大主导产业实现营业收入783亿元。",
            ["食品、建材、家电五大主导产业营业收入"],
        ),
        (
            "食品、建材、家电三大行业增加值分别增长2.1%、1.3%和6.2%。",
            ["食品增加值", "建材增加值", "家电增加值"],
        ),
        ("门诊费、住院费分别下降15元、180元。", ["门诊费", "住院费下降"]),
        (
            "建设工程有5个未达计划进度，占比21.7%。",
            ["未达计划进度的建设工程", "未达计划进度的建设工程占比"],
        ),
        ("30个行业大类中有17个实现正增长。", ["行业大类", "实现正增长的行业大类"]),
    ],
)
def test_a_label_is_as_full_as_the_sentence_lets_it_be(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


def test_what_is_dealt_to_several_by_one_number_is_not_told():
    assert told("云湖区、雾山区、柳河县分别上榜1个项目。") == []


def test_points_dealt_to_rates_are_not_those_of_what_was_counted():
    found = told(
        "已开工45个，开工率达75%，完成投资占年度计划投资的19.97%，分别提高了9.87、6.58个百分点。"
    )
    assert all("百分点" not in raw and raw != "提高了9.87" for _, raw in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开行中欧班列805列，运送货物77168个标准箱。", ["开行中欧班列", "运送货物"]),
        (
            "投资4000万元的云麓佳园正在建设，投资1.1亿元云麓广场项目推进。",
            ["云麓佳园投资", "云麓广场项目投资"],
        ),
        ("围绕24条产业链中的11条重点发力。", ["产业链", "重点发力的产业链"]),
        (
            "累计完成6万平方米违建治理任务，超额200%完成全年任务。",
            ["违建治理任务", "违建治理任务超额完成比例"],
        ),
        (
            "先后完成50亿大项目云瑞能源、20亿大项目诺成的引进与落地工作。",
            ["大项目云瑞能源", "大项目诺成"],
        ),
        (
            "过夜游客31万人次，占比由去年的14.5%提高到22.5%。",
            ["过夜游客", "过夜游客占比", "过夜游客占比"],
        ),
        ("工业增加值增速由一季度的6.3%回落到3.8%。", ["工业增加值增速", "工业增加值增速"]),
        ("项目已完成总工程量的90%。", ["项目总工程量完成率"]),
        ("成功加装3.6万台电梯，惠及2236户居民。", ["加装电梯", "惠及居民"]),
        (
            "云光GDP、固定资产投资分别贡献了全市增量的21%、39.5%。",
            ["云光GDP贡献率", "固定资产投资贡献率"],
        ),
    ],
)
def test_labels_of_news_in_plain_words(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "中国出口卡车每10辆就有1辆产自云城。",
        "班列可通达欧洲5个国家，覆盖国内25个城市。",
        "今年，云城计划增设400部电梯。",
        "班列从2017年的178列，到今天已是常态。",
    ],
)
def test_ratios_fields_plans_and_where_it_started_are_no_key_figures(text: str):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "化工、医药、家居分别实现产值156亿元、28亿元、39亿元，分别下降9%、26.3%、3.9%。",
            ["化工产值", "医药产值", "家居产值", "化工产值", "医药产值下降", "家居产值下降"],
        ),
        (
            "全区实现地区生产总值453亿元、增长6.1%，分别高于全市、全国1.5、0.6个百分点。",
            [
                "地区生产总值",
                "地区生产总值",
                "地区生产总值增速高于全市",
                "地区生产总值增速高于全国",
            ],
        ),
        (
            "第二产业增加值增长6.8%，对经济增长的贡献率达65.1%。",
            ["第二产业增加值", "第二产业对经济增长的贡献率"],
        ),
        ("1至2月社会消费品零售总额以7.2%的增速开局。", ["社会消费品零售总额增速"]),
        ("督察反馈问题144个，验收销号143个。", ["督察反馈问题", "验收销号问题"]),
        ("全省74个国控断面水质优良比例95.9%。", ["国控断面水质优良比例"]),
        ("5个行业同比实现两位数增长。", ["实现两位数增长的行业"]),
    ],
)
def test_labels_of_statistics_dealt_to_trades_and_sides(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


def test_a_part_of_the_whole_owns_nothing_after_its_sentence():
    found = rules.read(
        article(AROUND, "规上工业产值779亿元，其中，经开区产值635亿元。钢铁行业产值268亿元。")
    ).figures
    assert [figure.subject for figure in found] == [None, "经开区", None]


def test_a_cost_below_others_says_so():
    assert told("每百元收入成本低于全国平均水平7.5元。") == [
        ("每百元收入成本", "低于全国平均水平7.5元")
    ]


def test_parts_told_in_a_sentence_of_their_own_take_the_measure_of_the_one_before():
    assert told("全县固定资产投资增长9.7%。分产业看，第一产业增长12.2%。") == [
        ("固定资产投资", "增长9.7%"),
        ("第一产业固定资产投资", "增长12.2%"),
    ]


@pytest.mark.parametrize("unit", ["签约落地", "均已", "排名列", "甲、乙等", "项目已经"])
def test_repeated_words_are_read_in_bounded_time(unit: str):
    started = time.process_time()
    for words in (unit * 15, unit * 200):
        labels.of(words, "个"), labels.is_name(words), labels.is_verb(words)
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新建项目21个，到位资金5.9亿元；续建项目13个，到位资金9.5亿元。",
            ["新建项目", "新建项目到位资金", "续建项目", "续建项目到位资金"],
        ),
        ("诉求按时办结率99.5%，满意率93.2%。", ["诉求按时办结率", "满意率"]),
        ("已纳入统计的33家企业预计完成产值8亿元。", ["企业", "预计企业产值"]),
    ],
)
def test_one_label_is_not_given_to_two_things(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


def test_an_outline_of_the_year_to_come_is_not_told_as_done():
    assert told("全年开票销售突破480亿元，新签约亿元项目18个以上，新竣工项目11个。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "茶山县重点项目40个，年度投资计划21亿元，1-5月完成投资9亿元。",
            ["重点项目", "重点项目年度投资计划", "重点项目完成投资"],
        ),
        (
            "23个新开工项目（已开工9个），完成投资12亿元。",
            ["新开工项目", "开工数", "新开工项目完成投资"],
        ),
        ("亿元以上企业31户，完成产值96亿元。", ["亿元以上企业", "亿元以上企业产值"]),
        ("其中，茶叶加工业增长最快，完成产值7亿元。", ["茶叶加工业产值"]),
        ("四大主导产业竞相发展，完成规模工业产值62亿元。", ["四大主导产业规模工业产值"]),
        ("为46家商户贴息，帮助27家企业整理材料。", ["商户", "整理材料的企业"]),
        ("上半年，限上企业新增13家。", ["新增限上企业"]),
        ("组织走访困难家庭320户。", ["走访困难家庭"]),
    ],
)
def test_what_follows_a_group_is_told_of_the_group(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


def test_a_planned_group_lends_its_name_to_what_is_done():
    found = told("其中：计划新开工项目26项，总投资50亿元，1-6月累计完成投资9.6亿元。")
    assert ("计划新开工项目完成投资", "9.6亿元") in found


def test_a_class_of_ranks_is_nobodys_rank():
    assert "前十强" not in [raw for _, raw in told("全省有4个园区位列前十强。")]


@pytest.mark.parametrize("words", ["第三批", "持续", "增量"])
def test_words_that_count_nothing_alone_are_no_label(words: str):
    assert labels.of(words, "户") == []


def test_a_rank_is_named_without_the_verb_that_tells_it():
    assert labels.of("跻身县域投资潜力百强榜单", "位", rank=True) == ["县域投资潜力百强榜单"]
    assert labels.of("位居城市新区", "位", rank=True) == []


def test_the_first_state_of_a_thing_and_a_count_of_names_are_no_figures():
    assert told("贫困户由最初的128户降至现在的29户。") == [("贫困户", "29户")]
    assert told("工程涉及上河村、下河村2个村。") == []


def test_another_place_of_the_paragraph_owns_what_goes_on_with_it():
    text = "云栖高新区生产总值实现106亿元。其中，第一产业增加值实现3亿元。"
    found = rules.read(article("茶山高新区等园区晒出成绩单", text)).figures
    assert len(found) == 2
    assert "茶山高新区" not in [figure.subject for figure in found]


def test_the_sectors_of_an_economy_keep_its_name():
    text = "全年民营经济增加值122亿元。其中，第一产业增加值44亿元，第二产业增加值29亿元。"
    assert [metric for metric, _ in told(text)] == [
        "民营经济增加值",
        "民营经济第一产业增加值",
        "民营经济第二产业增加值",
    ]


@pytest.mark.parametrize(
    "text",
    ["硬化乡镇通村道路17公里。", "此次茶山镇共有重点工程8个。", "途经泉水镇的道路全长3公里。"],
)
def test_a_deed_before_a_place_is_no_owner(text: str):
    found = rules.read(article(AROUND, text)).figures
    assert {figure.subject for figure in found} <= {None, "茶山镇"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新批千万美元以上的大项目31个，合同外资额6.2亿美元。",
            ["新批千万美元以上的大项目", "新批千万美元以上的大项目合同外资额"],
        ),
        ("制造业利用外资大幅增长，合同外资额为3.1亿美元。", ["制造业合同外资额"]),
        ("总投资4.6亿元的“云麓文化园”商业街完成主体工程。", []),
        ("现已开工项目27个。", ["开工项目"]),
        ("顺利地实现了创百亿元区的目标。", []),
    ],
)
def test_a_bare_word_is_given_its_thing_or_not_printed(text: str, expected: list[str]):
    assert [metric for metric, _ in told(text)] == expected


def test_zones_of_a_city_are_not_the_city():
    found = rules.read(article("全市开发区晒出成绩单", "一季度，完成固定资产投资59亿元。")).figures
    assert [figure.subject for figure in found] == [None]
