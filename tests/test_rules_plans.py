"""Targets, next steps and shortfalls, told from facts, from slogans and from each other."""

from datetime import date

import pytest
from fakes import article

from briefing import rules
from briefing.grounding import ground
from briefing.records import Dated, Precision

AROUND = "全区项目建设工作会议召开。"


def targets(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    found = rules.read(article(AROUND, *paragraphs)).targets
    return [(target.what, target.raw, target.deadline) for target in found]


def steps(*paragraphs: str) -> list[str]:
    return [step.action for step in rules.read(article(AROUND, *paragraphs)).next_steps]


def gaps(*paragraphs: str) -> list[str]:
    return [gap.what for gap in rules.read(article(AROUND, *paragraphs)).shortfalls]


@pytest.mark.parametrize(
    ("text", "raw", "deadline"),
    [
        ("力争全年进出口增长3%左右。", "3%左右", "全年"),
        ("会议提出，年底前新建口袋公园30个。", "30个", "年底前"),
        ("滨湖路改造工程9月底前竣工通车。", None, "9月底前"),
        ("滨湖路改造工程延期至11月底竣工。", None, "11月底"),
        ("到2025年，种植面积稳定在30万亩。", "30万亩", "2025年"),
        ("今年将新建中小学校6所。", "6所", "今年"),
        ("争创全国营商环境创新试点。", None, None),
        ("确保10月底前建成通车。", None, "10月底前"),
        ("二期厂房将于明年6月底竣工。", None, "明年6月底"),
    ],
)
def test_a_state_to_reach_is_a_target(text: str, raw: str | None, deadline: str | None):
    found = targets(text)
    assert len(found) == 1
    assert (found[0][1], deadline is None or deadline in (found[0][2] or deadline)) == (raw, True)


def test_one_sentence_may_promise_several_things():
    found = targets(
        "报告提出，2024年全市工业增加值增长7%以上，固定资产投资增长8%，新增城镇就业2.5万人。"
    )
    assert [raw for _, raw, _ in found] == ["7%以上", "8%", "2.5万人"]


def test_a_share_of_the_yearly_goal_is_a_target_with_its_completion():
    (found,) = rules.read(article(AROUND, "高标准农田建设已完成年度任务的72%。")).targets
    assert found.completion == "72%"


def test_a_changed_goal_keeps_its_last_value():
    assert [raw for _, raw, _ in targets("全年新增停车泊位目标由3000个调整为3600个。")] == [
        "3600个"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "要坚持敢字当头、干字当先。",
        "要提高政治站位，增强责任感使命感。",
        "奋力谱写高质量发展新篇章，为全市发展贡献更大力量。",
        "深入学习贯彻党的二十大精神，凝心聚力、砥砺前行。",
    ],
)
def test_a_slogan_is_neither_target_nor_step(text: str):
    assert targets(text) == []
    assert steps(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("要完善企业梯次培育机制，健全协同创新体系。", "完善企业梯次培育机制，健全协同创新体系"),
        ("下一步，将编制三张产业链招商图谱。", "编制三张产业链招商图谱"),
        ("“我们将全力做好对接服务。”区招商局局长李锋说。", "全力做好对接服务"),
        ("区住建局要加快推进滨江路二期等市政项目。", "加快推进滨江路二期等市政项目"),
        ("接下来，还将建立“周报告”挂牌制度。", "建立“周报告”挂牌制度"),
    ],
)
def test_an_action_with_an_object_is_a_step(text: str, action: str):
    assert steps(text) == [action]


def test_a_step_names_who_is_to_act():
    (step,) = rules.read(article(AROUND, "区住建局要在9月20日前出台停车收费实施方案。")).next_steps
    assert (step.owner, step.deadline) == ("区住建局", "9月20日前")


def test_what_was_done_is_no_step():
    assert steps("全区已建立项目清单，推进了12个项目建设，组织了3场招商活动。") == []


def test_a_heading_sets_the_mood_of_what_follows():
    plans = ("二、下一步工作安排", "深化改革试点，培育高新技术企业。")
    assert steps(*plans) == ["深化改革试点，培育高新技术企业"]
    assert steps("一、工作回顾", "深化改革试点，培育高新技术企业。") == []


@pytest.mark.parametrize(
    "text",
    [
        "在工业经济、固定资产投资等方面存在一定缺口。",
        "链主型、龙头型项目偏少。",
        "项目落地率只有45%，低于全市平均水平12个百分点。",
        "民间投资信心不足的问题确实存在。",
        "但工业投资同比下降4.2%。",
        "部分项目资金拨付不及时。",
        "开挖工作还未能实现预期目标。",
        "进度与县委的要求有很大差距。",
        "上个月厂商完全没有进场施工。",
    ],
)
def test_an_admitted_problem_is_a_shortfall(text: str):
    assert len(gaps(text)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "要补齐短板，破解融资难题。",
        "分析短板、拿出举措。",
        "单位能耗下降2.3%，PM2.5平均浓度下降5.6%。",
        "进一步排查整治安全隐患。",
        "2项科学技术填补国内空白。",
    ],
)
def test_mending_a_problem_or_a_good_fall_is_no_shortfall(text: str):
    assert gaps(text) == []


def test_a_section_on_problems_is_read_as_such():
    assert gaps("三、存在的主要问题", "财政增收基础不牢；部分部门绩效意识不强。") == [
        "财政增收基础不牢",
        "部分部门绩效意识不强",
    ]


def test_a_speaker_speaks_for_their_own_office():
    (step,) = rules.read(
        article(AROUND, "区商务局局长李锋表示，将开展企业信用培育工作。")
    ).next_steps
    assert (step.owner, step.action) == ("区商务局", "开展企业信用培育工作")


def test_a_bare_milestone_takes_along_what_it_is_of():
    assert (
        targets("G356青原绕城段路基完工，计划今年12月通车。")[0][0]
        == "G356青原绕城段路基完工，计划今年12月通车"
    )


def test_a_day_set_off_by_a_comma_holds_for_what_follows():
    found = targets("明年6月底前，污水处理厂二期建成投运，新增标准厂房50万平方米。")
    assert [day for _, _, day in found] == ["明年6月底前", "明年6月底前"]


def test_a_word_that_begins_like_a_cue_is_none():
    assert steps("要做好资金、土地等要素保障，推进城市更新。") == [
        "做好资金、土地等要素保障，推进城市更新"
    ]


def test_a_signature_and_a_label_say_nothing():
    assert steps("二、下一步工作安排", "宁溪市政府督查室") == []
    assert gaps("存在问题：一是冷链设施不足。") == ["冷链设施不足"]


@pytest.mark.parametrize(
    "text",
    [
        "要加强组织领导，强化责任担当，狠抓工作落实。",
        "要加强对接协调，抓好各项工作落实。",
        "要聚焦稳增长、促改革、惠民生。",
        "要深刻认识这项工作的重要性，提高对项目工作的认识。",
        "要把这次会议开成一次团结务实的重要会议。",
        "这是实施规划承上启下的关键一年，要奋力争先。",
        "要把产业发展作为头等大问题，树立系统思维。",
    ],
)
def test_words_that_fit_every_meeting_are_no_step(text: str):
    assert steps(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("会议强调，一要建立企业走访台账。", "建立企业走访台账"),
        ("二是要清退闲置厂房，强化责任担当。", "清退闲置厂房"),
        ("下一步，要强化担当作为，推进青溪河清淤疏浚。", "推进青溪河清淤疏浚"),
    ],
)
def test_ordinals_and_empty_words_are_left_out_of_a_step(text: str, action: str):
    assert steps(text) == [action]


def test_who_is_told_to_act_acts_up_to_the_next_cue():
    found = rules.read(
        article(
            AROUND,
            "各镇街要摸清闲置土地底数，逐宗登记造册，区商务局要梳理在谈外资项目，建立跟踪台账。",
        )
    ).next_steps
    assert [(step.owner, "台账" in step.action) for step in found] == [
        ("各镇街", False),
        ("区商务局", True),
    ]


def test_a_list_of_tasks_names_who_is_charged():
    found = rules.read(
        article(
            "二、今年主要工作安排",
            "3.启动滨河大桥建设，推进物流园二期项目。（责任领导：陈浩；牵头单位：区交通局）",
            "4.粮食产量稳定在23万吨。（牵头单位：区农业农村局；责任单位：各乡镇）",
        )
    )
    assert [step.owner for step in found.next_steps] == ["区交通局"]
    assert [target.owner for target in found.targets] == ["区农业农村局"]


def test_a_heading_without_a_number_leaves_the_section_as_it_is():
    plans = ("二、今年主要工作安排", "加强基础设施建设", "启动滨河大桥建设，推进物流园二期项目。")
    found = rules.read(article(AROUND, *plans, headings=(1, 2))).next_steps
    assert [step.action for step in found] == ["启动滨河大桥建设，推进物流园二期项目"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("要结合第四季度“逐村观摩”活动，编制观摩线路。", None),
        ("要谋划好明年工作，编制明年重点项目清单。", None),
        ("四季度，我们将新开工建设3条农村公路。", "四季度"),
        ("要于10月15日前编制观摩线路。", "10月15日前"),
    ],
)
def test_a_time_that_names_a_thing_is_no_deadline(text: str, deadline: str | None):
    found = rules.read(article(AROUND, text))
    assert [item.deadline for item in (*found.next_steps, *found.targets)] == [deadline]


@pytest.mark.parametrize(
    "text",
    [
        "各单位负责人就项目谋划、项目争取等问题进行发言。",
        "大家要凝聚共识、锚定目标、汇聚合力。",
        "力争实现全区项目工作“开门红”。",
    ],
)
def test_words_of_striving_without_a_state_are_no_target(text: str):
    assert targets(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "会议也揭了短板。",
        "我们也清醒地认识到存在的问题和不足。",
        "为及时解决项目推进中存在的堵点难点，区里建立了专班。",
        "区里建立了滞后项目督办制度。",
    ],
)
def test_problems_that_are_not_named_are_no_shortfall(text: str):
    assert gaps(text) == []


@pytest.mark.parametrize(
    ("text", "what", "raw"),
    [
        (
            "12个区级项目完成投资9.6亿元，占年度计划投资的88.6%。",
            "12个区级项目完成投资9.6亿元，占年度计划投资的88.6%",
            None,
        ),
        (
            "完成投资90.5亿元，同比增长16%，完成年度投资计划的69%。",
            "完成投资90.5亿元，同比增长16%，完成年度投资计划的69%",
            None,
        ),
        ("新增378张养老床位，超额完成年度任务。", "新增378张养老床位，超额完成年度任务", None),
        (
            "今年财政总收入预期14.1亿元，力争14.9亿元。",
            "今年财政总收入预期14.1亿元，力争14.9亿元",
            "14.9亿元",
        ),
        (
            "本年度计划开工项目255项（其中1-10月份223项）。",
            "本年度计划开工项目255项（其中1-10月份223项）",
            "255项",
        ),
    ],
)
def test_a_target_takes_along_what_it_is_of(text: str, what: str, raw: str | None):
    assert (what, raw) in [(found, value) for found, value, _ in targets(text)]


@pytest.mark.parametrize(
    "text",
    [
        "6个指标达到确保目标序时进度，工业增加值较一季度回落2.9个百分点。",
        "他把目标概括为“五个翻番、两个突破”。",
        "力争到2025年，工作再上台阶。",
    ],
)
def test_what_only_sounds_like_a_target_is_none(text: str):
    assert targets(text) == []


def test_what_comes_of_a_project_is_no_step():
    assert steps("该水库建成后，将解决8.4万人饮水问题，推动乡村旅游发展。") == []


def test_who_tells_others_to_act_is_left_out_of_the_step():
    assert steps("指挥部要求要形成滞后项目推进方案。") == ["形成滞后项目推进方案"]


def test_renovation_for_the_old_is_no_shortfall():
    assert gaps("完成518户居家环境适老化改造。") == []
    assert gaps("实施困难老年人家庭改造项目。") == []


def test_the_day_of_the_event_is_no_deadline():
    (step,) = rules.read(
        article("4月10日，市委书记严晨强调，要建立项目首席服务员制度。")
    ).next_steps
    assert step.deadline is None


def test_hearing_of_problems_is_no_shortfall():
    assert gaps("区长马明先后听取了14个项目的进展情况及存在问题。") == []


def test_the_share_of_a_goal_leads_back_over_growth_to_its_thing():
    text = "完成工业投资77亿元，同比增长16%，增速比年初提升6.4个百分点，完成年度目标任务的50.7%。"
    assert targets(text)[0][0] == text.rstrip("。")


def test_a_day_set_wide_is_kept_whole():
    ((_, _, deadline),) = targets("滨湖路改造工程9 月底前竣工通车。")
    assert deadline == "9 月底前"


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("并要求确保国庆前竣工一批重点项目。", "国庆前"),
        ("确保高质量完成滨湖路环境提升、云龙公路等城建项目。", None),
        ("实质完工日从明年9月调整至后年3月底。", "后年3月底"),
    ],
)
def test_what_is_assured_to_be_finished_is_a_target(text: str, deadline: str | None):
    assert [day for _, _, day in targets(text)] == [deadline]


@pytest.mark.parametrize(
    "text",
    [
        "商会将做好“引进来，走出去”文章。",
        "在推进项目进度的过程中，要通过以商招商。",
        "要把“招商大使”作为合作“牵线人”。",
        "要抢抓时代机遇，解决根本问题。",
        "要围绕五年规划编制，坚定信心。",
    ],
)
def test_a_piece_of_a_phrase_is_no_step(text: str):
    assert steps(text) == []


def test_a_topic_is_no_shortfall():
    assert gaps("建设进度较慢的项目，要加大设备投入力度。") == []


def test_whom_an_action_is_about_stays_with_it():
    assert steps("对未按时间节点推进的项目，要通报曝光责任单位。") == [
        "对未按时间节点推进的项目，要通报曝光责任单位"
    ]
    assert steps("对推进不力的项目，要克服困难。") == []


def test_a_list_set_off_by_semicolons_keeps_the_year():
    found = targets("今年主要预期目标是：工业增加值增长8%左右；城镇新增就业1.2万人。")
    assert [(raw, day) for _, raw, day in found] == [("8%左右", "今年"), ("1.2万人", "今年")]


def test_a_span_of_time_is_a_deadline_and_no_amount():
    assert targets("力争在两个月内完成征地拆迁任务。")[0][1:] == (None, "两个月内")


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇比亮点、晒成绩、说不足、看差距。",
        "发展的紧迫感令人丝毫不敢懈怠。",
        "会议通报了经济指标，分析存在问题。",
        "区领导了解小区加装电梯过程中存在的难点问题。",
        "街道修复破损路面1830余米。",
        "经济下行压力下，更需要项目推动。",
    ],
)
def test_looking_at_problems_or_mending_them_is_no_shortfall(text: str):
    assert gaps(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("并要求进一步做好接种点保障服务。", "进一步做好接种点保障服务"),
        ("书记针对下步工作指出，常态化开展环境卫生大清理。", "常态化开展环境卫生大清理"),
    ],
)
def test_what_is_asked_for_without_must_is_a_step(text: str, action: str):
    assert steps(text) == [action]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("县财政局要优先保障民生实事资金。", "优先保障民生实事资金"),
        ("會議指出，將於年底前辦理第三次協議價購。", "年底前辦理第三次協議價購"),
        ("市府会建立管考预警制度。", "建立管考预警制度"),
        ("县长当场要求企业限期3天整改到位。", "限期3天整改到位"),
    ],
)
def test_an_order_to_a_named_office_is_a_step(text: str, action: str):
    assert any(action in step for step in steps(text))


@pytest.mark.parametrize(
    "text",
    [
        "5家规上企业停产。",
        "农产品仓储、汽车维修中心等26个项目滞后。",
        "剩余86套因电梯验收未通过暂未交付。",
        "离年度目标还差9家。",
        "部分乡镇靠旧盆景应付观摩、重建轻管。",
        "实际到账外资列全市第7位，差距不容回避。",
        "其中新增停车位仅完成年度任务的35.5%。",
    ],
)
def test_a_plain_problem_is_a_shortfall(text: str):
    assert len(gaps(text)) >= 1


@pytest.mark.parametrize(
    "text",
    ["消费市场缓慢恢复。", "项目从签约到开工仅用108天。", "各部门亮实绩、揭短板、谈打算。"],
)
def test_what_goes_well_is_no_shortfall(text: str):
    assert gaps(text) == []


@pytest.mark.parametrize(
    "text",
    ["8月20日前必须进场施工。", "11月20日前所有指标必须完成。", "12月15日前完成全部签约任务。"],
)
def test_a_task_to_be_done_by_a_day_is_a_target(text: str):
    assert len(targets("会议要求，要逐个会诊项目。", text)) == 1


@pytest.mark.parametrize(
    ("before", "text", "action"),
    [
        (
            "要加强调度。",
            "对滞后项目，责任单位一把手要驻点督办。",
            "对滞后项目，责任单位一把手要驻点督办",
        ),
        (
            "要编制项目清单；",
            "县督查办对进度靠后的事项挂牌督办。",
            "县督查办对进度靠后的事项挂牌督办",
        ),
        ("会议开始。", "县长要求景区用好分时预约。", "用好分时预约"),
        (
            "会议开始。",
            "要压实责任，节前对景区开展一轮拉网式检查。",
            "节前对景区开展一轮拉网式检查",
        ),
        ("会议开始。", "亮红灯的责任单位要向领导小组书面说明情况。", "向领导小组书面说明情况"),
    ],
)
def test_orders_without_must_at_their_head_are_steps(before: str, text: str, action: str):
    assert any(action in step for step in steps(before + text))


@pytest.mark.parametrize(
    "text",
    [
        "县政府督查室对分解的任务进行了督查。",
        "要在督导问效上动真格。",
        "请各单位抢抓时间。",
        "辖区有15个小区建于2000年前，加强管理。",
    ],
)
def test_what_was_done_or_only_exhorts_is_no_step(text: str):
    assert steps(text) == []


def test_a_clause_may_set_two_values():
    found = targets("确保3月底前项目开工率100%、投资完成率不低于25%。")
    assert [raw for _, raw, _ in found] == ["100%", "不低于25%"]


def test_english_orders_are_steps_and_listening_is_no_problem():
    page = article(
        "The mayor visited the district economy zone and met company people to hear their difficulties.",
        "He stressed that the zone should set up a task force for each project.",
        "The mayor asked the housing bureau to report a solution within two weeks.",
    )
    found = rules.read(page)
    assert [step.sentence for step in found.next_steps] == [2, 3]
    assert found.shortfalls == ()


@pytest.mark.parametrize(
    "text",
    [
        "要争取步伐迈得再大一些，争取领跑到底。",
        "各地力争释放最强吸引力。",
        "项目建设事关民生福祉、事关东区发展。",
        "要在新征程上勇立潮头、加速奔跑。",
        "并明确了将按照方案对各地开展督查。",
    ],
)
def test_running_ahead_is_neither_target_nor_step(text: str):
    assert targets(text) == []
    assert steps(text) == []


@pytest.mark.parametrize(
    ("text", "what", "raw", "deadline"),
    [
        ("要持续发劲，确保全年目标任务圆满完成。", "确保全年目标任务圆满完成", None, "全年"),
        (
            "另外2个项目，考虑到交通组织等因素，计划于下半年开工。",
            "另外2个项目，考虑到交通组织等因素，计划于下半年开工",
            None,
            "下半年",
        ),
        (
            "力争年内在10亿元以上大项目上取得突破。",
            "力争年内在10亿元以上大项目上取得突破",
            None,
            "年内",
        ),
        ("今年计划新开工5亿元以上项目6个。", "今年计划新开工5亿元以上项目6个", "6个", "今年"),
        (
            "力争完成2000年底前建成的小区改造任务。",
            "力争完成2000年底前建成的小区改造任务",
            None,
            None,
        ),
    ],
)
def test_a_target_holds_its_own_value_and_day(
    text: str, what: str, raw: str | None, deadline: str | None
):
    assert (what, raw, deadline) in targets(text)


@pytest.mark.parametrize(
    "text",
    [
        "应急管理部12日举行新闻发布会。",
        "县长对下一步推进措施提出具体要求。",
        "要精准施策、攻坚冲刺，用创新破难题。",
        "要以增加人民福祉为目的。",
    ],
)
def test_what_asks_for_nothing_is_no_step(text: str):
    assert steps(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "但这不是终点。",
        "县政推展也没有停滞。",
        "但经费投入却有增无减。",
        "工业能耗仅为全国的25%。",
        "强化薄弱环节垃圾清理。",
    ],
)
def test_good_news_with_a_sad_word_is_no_shortfall(text: str):
    assert gaps(text) == []


def test_a_problem_begins_after_who_speaks_of_it():
    assert gaps("林议员另关心公托名额不足。") == ["公托名额不足"]


def test_of_many_falls_only_the_great_ones_are_problems():
    falls = "甲产业下降2.1%，乙产业下降3.4%，丙产业下降5.2%，丁产业下降4.4%，戊产业投资下降21.4%。"
    assert gaps(falls) == ["戊产业投资下降21.4%"]


def test_a_quarter_set_off_by_a_comma_is_the_deadline_of_the_goals():
    found = targets("四季度，要全力冲刺，力争实现产值增长6.5%、收入增长5%的目标。")
    assert [(raw, day) for _, raw, day in found] == [("6.5%", "四季度"), ("5%", "四季度")]


def test_what_will_be_built_again_is_a_target():
    found = targets("明年将再建20所学校，新增学位2万个。")
    assert [(raw, day) for _, raw, day in found] == [("20所", "明年"), ("2万个", "明年")]


@pytest.mark.parametrize(
    "text",
    [
        "但与先进地区相比，我区在产业层次方面还有较大差距。",
        "投资增速排名全市第9位，较上月后退2位。",
    ],
)
def test_distance_and_lost_places_are_shortfalls(text: str):
    assert len(gaps(text)) == 1


def test_a_case_and_a_government_say_what_they_will_do():
    assert steps("局長強調，本案將於明年3月底前完成發包。") == ["明年3月底前完成發包"]
    assert steps("发言人表示，政府会在下半年推出5幅住宅用地。") == ["在下半年推出5幅住宅用地"]
    assert targets("市委要求，年底前基本消除劣五类水体。")[0][2] == "年底前"


@pytest.mark.parametrize(
    "text",
    [
        "惠企政策知晓率低，兑现周期长。",
        "龙头企业少，产业链条短，产品附加值低。",
        "高层次人才引不进、留不住。",
        "有3个项目因征地问题无法进场。",
        "资金到位率不足五成，影响工程进度。",
        "工程因雨季停工，进度比计划晚了两个月。",
        "部分干部抓落实的力度不够。",
        "群众对物业服务的投诉量居高不下。",
    ],
)
def test_what_is_low_late_or_lacking_is_a_shortfall(text: str):
    assert len(gaps(text)) >= 1


def test_a_goal_with_a_thing_of_its_own_stands_alone():
    what = targets("要加快推进绕城公路工程，确保12月底前完成路基施工。")[0][0]
    assert what == "确保12月底前完成路基施工"


def test_wanting_to_be_given_is_no_order():
    assert steps("部分干部存在等靠要思想，抓落实的力度不够。") == []


def test_what_was_planned_and_missed_is_a_shortfall_and_no_target():
    text = "计划开工的60个项目中，仅开工38个。"
    assert targets(text) == []
    assert gaps(text) == ["计划开工的60个项目中，仅开工38个"]


def test_a_label_of_goals_sets_the_mood():
    found = targets("目标任务：全年完成造林3万亩，森林覆盖率提高到42%。")
    assert [raw for _, raw, _ in found] == ["3万亩", "42%"]


def test_a_report_promises_investment_and_service():
    assert targets("今年，我们将投资60亿元，新建学校8所。")[0][1] == "60亿元"
    assert targets("要推进一网通办，年内实现高频事项全程网办。")[0][2] == "年内"


def test_a_label_is_neither_step_nor_shortfall():
    assert steps("我们将重点做好三方面工作。") == []
    assert gaps("未完成原因：资金未到位。") == ["资金未到位"]


def test_what_an_office_says_it_will_do_is_a_step():
    assert steps("市府秘书长方安定表示，会建立管考预警制度。") == ["建立管考预警制度"]
    assert steps("市府秘书长方安定表示，也会建立通报制度。") == ["建立通报制度"]


def test_who_is_told_to_act_at_once_has_a_step():
    assert steps("市長張通明指示相關單位儘速完成管線遷移。") == ["儘速完成管線遷移"]


def test_a_lack_that_is_to_be_mended_is_no_shortfall():
    assert gaps("市長張通明指示相關單位儘速改善照明不足問題。") == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "将对列入清单的36个片区，逐一开展燃气管网体检。",
            "对列入清单的36个片区，逐一开展燃气管网体检",
        ),
        ("各街道对排查出的险房，要落实临时安置。", "对排查出的险房，要落实临时安置"),
        ("要围绕绿色建材产业链，招引上下游企业。", "围绕绿色建材产业链，招引上下游企业"),
        ("要台账化管理闲置厂房。", "台账化管理闲置厂房"),
        ("要求一是要深入车间开展用电安全检查。", "深入车间开展用电安全检查"),
        ("将8项审批事项下放至镇街。", "将8项审批事项下放至镇街"),
    ],
)
def test_a_step_keeps_whom_it_is_about(text: str, action: str):
    assert steps(text) == [action]


@pytest.mark.parametrize(
    "text",
    [
        "李锋强调，推动园区建设是全区产业升级的重要抓手。",
        "要紧绷防汛这根弦，全面行动起来。",
        "各部门要从保民生的高度，在区委的领导下。",
        "要深刻汲取事故教训，大力弘扬严细作风。",
    ],
)
def test_what_something_means_and_how_to_feel_is_no_step(text: str):
    assert steps(text) == []


def test_who_is_told_is_no_part_of_the_telling():
    (step,) = rules.read(article(AROUND, "会议要求企业要加装燃气报警装置。")).next_steps
    assert (step.owner, step.action) == ("企业", "加装燃气报警装置")


@pytest.mark.parametrize(
    "text",
    [
        "对项目推进中存在的困难进行了研究。",
        "各镇街对检查中发现的隐患，要建立台账。",
        "通报了未按期完工的主要原因。",
        "当前严峻的经济形势。",
        "城镇登记失业率2.6%，比去年同期下降0.3个百分点。",
        "签约率97.5%，仅剩21户未签约。",
        "企业最怕审批慢。",
    ],
)
def test_bare_words_for_problems_are_no_shortfall(text: str):
    assert gaps(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是部门协同不够，二是资金保障有难度。", ["部门协同不够", "资金保障有难度"]),
        ("在引导群众参与环境整治上宣传不够。", ["在引导群众参与环境整治上宣传不够"]),
        ("外贸出口仅完成3.2亿美元，下滑14.5%。", ["外贸出口仅完成3.2亿美元，下滑14.5%"]),
        ("完成投资18亿元，欠目标进度6.2个百分点。", ["欠目标进度6.2个百分点"]),
        ("要清醒认识税收增长乏力、人才流失等问题。", ["税收增长乏力、人才流失等问题"]),
        ("投资完成率比时序进度慢0.8个百分点。", ["投资完成率比时序进度慢0.8个百分点"]),
        ("两条燃气管线到现在没有迁改计划。", ["两条燃气管线到现在没有迁改计划"]),
        ("2.6万人饮水困难。", ["2.6万人饮水困难"]),
    ],
)
def test_a_shortfall_says_what_lacks(text: str, found: list[str]):
    assert gaps(text) == found


def test_a_lack_in_the_heading_of_a_list_keeps_the_list_of_problems():
    page = (
        "二、存在的主要问题",
        "1.工程进度落后于年度计划。台账更新不勤。",
        "2.推动力度不大，氛围不浓。",
    )
    assert gaps(*page) == ["工程进度落后于年度计划", "台账更新不勤", "推动力度不大", "氛围不浓"]


def test_items_of_a_plan_that_count_an_outcome_are_targets():
    found = targets("二、2024年工作安排", "新增规上企业12家。招引物流企业25家，完善园区路网。")
    assert [raw for _, raw, _ in found] == ["12家", "25家"]


def test_a_page_that_is_a_plan_needs_no_word_of_plans():
    page = article(
        "建立房屋体检制度，再改造一批老旧小区。",
        "打造口袋公园，推进供水管网更新。",
        title="区住建局2024年重点任务",
    )
    assert len(rules.read(page).next_steps) == 2


def test_a_target_takes_along_how_much_more_that_is():
    found = targets(
        "全年预期目标：全乡总产值达2.6亿元，比上年增加0.2亿元，增长8%；人口增长率控制在6‰以内。"
    )
    assert [(what, raw) for what, raw, _ in found] == [
        ("全乡总产值达2.6亿元，比上年增加0.2亿元，增长8%", "2.6亿元"),
        ("人口增长率控制在6‰以内", "6‰以内"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "要以总目标为引领。",
        "大家要咬紧牙关、奋力拼搏。",
        "力争各项工作出色、出彩。",
        "为确保实现全年红，班子成员分头包保。",
    ],
)
def test_an_exhortation_is_no_target(text: str):
    assert targets(text) == []


def test_a_number_in_quotation_marks_is_a_name():
    assert [raw for _, raw, _ in targets("确保上半年实现“双过半”。")] == [None]


@pytest.mark.parametrize(
    ("text", "owner", "action"),
    [
        ("区水务集团要同步备料。", "区水务集团", "同步备料"),
        ("各专班要倒排工期、挂图作战。", "各专班", "倒排工期、挂图作战"),
        ("请区交通局会同各镇街于8月20日前完成排查。", "区交通局", "会同各镇街于8月20日前完成排查"),
        (
            "各责任单位于9月5日前向县政府作出书面说明。",
            "各责任单位",
            "于9月5日前向县政府作出书面说明",
        ),
        ("对6个滞后项目，由区督查室挂牌督办。", None, "对6个滞后项目，由区督查室挂牌督办"),
        ("对新评五星级酒店给予最高80万元奖励。", None, "对新评五星级酒店给予最高80万元奖励"),
        ("李林当场要求企业停产整改、补办消防手续。", None, "停产整改、补办消防手续"),
    ],
)
def test_who_acts_without_a_cue_has_a_step_too(text: str, owner: str | None, action: str):
    (step,) = rules.read(article(AROUND, text)).next_steps
    assert (step.owner, step.action) == (owner, action)


@pytest.mark.parametrize(
    ("text", "raw", "deadline"),
    [
        ("固定资产投资增速年底前转正。", None, "年底前"),
        ("“一件事”要从12件增加到30件。", "30件", None),
        ("在全省园区考评中要再进2位。", "2位", None),
        ("主汛期前完成8处，年底前全部完成。", None, "年底前"),
        ("年底前新建1500吨冷库1座。", "1座", "年底前"),
        ("年内可投产项目18个。", "18个", "年内"),
    ],
)
def test_an_outcome_by_a_day_is_a_target(text: str, raw: str | None, deadline: str | None):
    assert targets(text)[-1][1:] == (raw, deadline)


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        (
            "四季度，全市要新开工亿元以上项目55个，完成重点项目投资420亿元以上。",
            ["55个", "420亿元以上"],
        ),
        (
            "开发区将实现新增签约项目10个，洽谈项目35个，储备项目90个的目标任务。",
            ["10个", "35个", "90个"],
        ),
        ("力争全年实现固定资产投资48亿元，工业销售超90亿元。", ["48亿元", "超90亿元"]),
        (
            "3、确保全年实到外资3.5亿美元、市外实到内资45亿元。",
            ["3.5亿美元", "45亿元"],
        ),
        ("9月底前建成日处理2万吨的污水处理厂二期。", [None]),
    ],
)
def test_each_item_of_a_list_of_goals_is_a_target(text: str, raws: list[str | None]):
    found = targets(text)
    assert [raw for _, raw, _ in found] == raws
    assert not any(what.startswith("3、") for what, _, _ in found)


def test_a_post_of_the_party_keeps_its_department():
    (person,) = rules.read(article(AROUND, "县委常委、组织部长萧定宁主持会议。")).officials
    assert person.titles == ("县委常委", "组织部长")


def due(day: date, *paragraphs: str, title: str | None = None) -> list[str | None]:
    """Return the last days of the targets of a page of `day`."""
    stamp = Dated(
        first=day,
        last=day,
        precision=Precision.DAY,
        basis="stamp",
        quote=day.isoformat(),
        raw_start=0,
        raw_end=1,
    )
    page = article(AROUND, *paragraphs, title=title, published=stamp)
    found = ground(page, rules.read(page).targets)
    return [one.deadline_range.last.isoformat() if one.deadline_range else None for one in found]


def test_what_is_promised_for_a_year_is_due_in_the_year_to_come():
    assert due(date(2025, 4, 22), "要锚定全年增长6%左右的目标不动摇。") == ["2025-12-31"]
    assert due(date(2024, 1, 11), "争取全年过夜游客占比提高5个百分点。") == ["2024-12-31"]


def test_a_year_named_in_the_sentence_or_over_it_is_the_year_of_its_deadline():
    told = "2018年将围绕新材料产业，再引进亿元以上项目3个，力争全年完成招商引资20亿元。"
    assert due(date(2017, 12, 18), told) == ["2018-12-31", "2018-12-31"]
    plan = ("二、2023年工作安排", "推动物流园项目上半年投产。新增规上企业10家。")
    assert due(date(2023, 1, 12), *plan) == ["2023-06-30", "2023-12-31"]


def test_a_span_of_time_that_is_the_goal_is_not_its_deadline():
    told = "到2025年6月底，基本实现审批时间压缩至30个工作日以内。"
    assert due(date(2024, 6, 11), told) == ["2025-06-30"]


@pytest.mark.parametrize(
    "text",
    [
        "要紧盯预期目标任务。",
        "认真梳理上半年未按期开工的项目。",
        "为实现全年发展目标奠定坚实基础。",
        "要加强对上争取。",
        "区长高明带队推进今年10亿元以上计划开竣工项目建设。",
        "要以“精准落子”锚定赛道方向。",
        "云岭街76号院落改造项目即将竣工。",
    ],
)
def test_words_of_goals_alone_set_no_target(text: str):
    assert targets(text) == []


def test_after_a_feast_is_not_before_it():
    assert [day for *_, day in targets("剩余8个小区有望春节前后全部改造到位。")] == [None]


def test_a_share_that_is_done_leads_to_the_day_of_the_rest():
    found = targets("一期项目已完成总工程量的80%，将于6月末竣工。")
    assert found == [("一期项目已完成总工程量的80%，将于6月末竣工", None, "6月末")]


@pytest.mark.parametrize(
    "text",
    [
        "全区要认清招商引资的严峻形势。",
    ],
)
def test_hearing_and_telling_of_problems_is_no_shortfall(text: str):
    assert gaps(text) == []


def test_a_list_of_actions_goes_on_behind_manner_and_means():
    found = steps(
        "高明要求：一是专班靠前服务，建立周调度制度。继续实行领导分包项目制度，成立征迁专班。"
        "按照季度安排，按期开展集中签约。"
    )
    assert found == [
        "建立周调度制度",
        "继续实行领导分包项目制度，成立征迁专班",
        "按期开展集中签约",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "对清扫不及时、物料乱堆乱放等问题逐一提出整改意见。",
            ["清扫不及时、物料乱堆乱放"],
        ),
        (
            "但我县环境整治工作中还存在标准不高、长效机制不完善的问题。",
            ["我县环境整治工作中还存在标准不高、长效机制不完善的问题"],
        ),
        ("一是群众没能充分发动。", ["群众没能充分发动"]),
        ("全区工业发展态势不容乐观。", ["全区工业发展态势不容乐观"]),
        ("园区按照“攻难点、上档次”的思路提档升级。", []),
    ],
)
def test_a_problem_is_named_even_where_it_is_dealt_with(text: str, found: list[str]):
    assert gaps(text) == found


def test_what_is_finished_by_the_end_of_the_month_is_a_target():
    found = targets("一号厂房进入砌筑阶段，月底主体完工；食堂年底二层封顶。")
    assert [day for *_, day in found] == ["月底", "年底"]
    assert targets("一号厂房去年底主体完工，二号厂房6月底竣工。") == []


def test_what_a_plant_can_hold_is_no_target_of_its_own():
    found = targets("园区计划三年内建设厂房20万平方米，可容纳企业30家，产值达35亿元以上。")
    assert [raw for _, raw, _ in found] == ["20万平方米"]


def test_a_connective_breaks_no_list_and_the_form_of_today_no_plan():
    assert steps("会议要求，要严查占道摊点。同时，集中整治道路两侧乱停乱放。") == [
        "严查占道摊点",
        "集中整治道路两侧乱停乱放",
    ]
    assert steps("高明强调，要认清当前形势，建立产销对接库。") == ["建立产销对接库"]


def test_a_notice_tells_what_is_to_be_done():
    page = (
        "现将有关事项通知如下：",
        "一、各牵头单位要将本单位的任务做好细化，于4月20日前上报区督查组。",
        "各村委会须在12月3日上午前将汇总表报各乡镇。",
        "各部门每月10日前要将上月进展书面报送区政府办公室。",
        "班子成员分片包干，组织工作人员进村入户开展摸底。",
    )
    found = rules.read(article(AROUND, *page)).next_steps
    assert [(step.owner, step.action) for step in found] == [
        ("各牵头单位", "于4月20日前上报区督查组"),
        ("各村委会", "在12月3日上午前将汇总表报各乡镇"),
        ("各部门", "每月10日前要将上月进展书面报送区政府办公室"),
        (None, "组织工作人员进村入户开展摸底"),
    ]


def test_a_building_finished_by_a_day_is_no_signature():
    assert targets("加快推进田园综合体建设，年底前建成游客中心。")[0][2] == "年底前"
    assert targets("要扩大萝卜种植面积至2000亩。")[0][1] == "2000亩"


def test_busy_work_is_no_lack():
    assert gaps("工人正在紧张栽植绿化。", "用地紧张。") == ["用地紧张"]


def test_a_thing_applied_for_is_a_step_and_a_debt_to_lower_a_target():
    assert targets("并持续争取邮轮停靠。") == []
    assert steps("并持续争取国际邮轮停靠。") == ["持续争取国际邮轮停靠"]
    assert targets("目标117年底前将长期债务降至45亿元以下。")[0][1:] == ("45亿元以下", "117年底前")
    assert steps("当局计划今年第四季实施分时段收费。") == ["今年第四季实施分时段收费"]


def test_what_falls_short_or_comes_later_is_a_shortfall_and_fewer_complaints_are_none():
    assert gaps("税款较预期短收约2亿元。", "有4个项目须延期约9个月。") == [
        "税款较预期短收约2亿元",
        "有4个项目须延期约9个月",
    ]
    assert gaps("漏水报告较2023年的131宗减少34%。", "被问到工程滞后，他说会跟进。") == []


def test_what_must_turn_for_the_better_is_named():
    found = targets("工业投资是今年的短腿，必须尽快实现整体好转。")
    assert found[0][0] == "工业投资是今年的短腿，必须尽快实现整体好转"


def test_by_how_much_a_task_was_exceeded_is_not_its_goal():
    page = article(AROUND, "累计完成4万平方米拆违任务，超额180%完成全年任务。")
    (found,) = ground(page, rules.read(page).targets)
    assert (found.claim.raw, found.amount) == (None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("部分窗口人员对业务不熟悉。", ["部分窗口人员对业务不熟悉"]),
        ("沿河企业存在多处违规排污。", ["沿河企业存在多处违规排污"]),
        ("部分数据因四舍五入与合计不等。", []),
        ("电网故障率由万分之八降至万分之三。", []),
    ],
)
def test_some_who_fail_are_a_shortfall_and_a_falling_fault_rate_none(text: str, found: list[str]):
    assert gaps(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "确保学校工程如期完成并投入使用。",
        "幼儿园计划9月7日开班。",
        "酒店项目将于年底前投入营业。",
    ],
)
def test_what_opens_is_a_target(text: str):
    assert len(targets(text)) == 1


def test_before_school_begins_is_no_opening():
    assert targets("要做好开学前准备工作。") == []


def test_a_page_of_goals_sets_goals():
    page = article(
        "实现接待游客超386万人次。旅游业增加值占比达7.5%。",
        "全年开展乡村旅游活动40场以上。",
        title="云岭县2018年旅游工作目标",
    )
    assert [one.raw for one in rules.read(page).targets] == ["超386万人次", "7.5%", "40场以上"]


def test_whom_a_goal_serves_breaks_no_list_of_goals():
    found = targets("云岫区计划改造老旧小区38个，惠及居民1.2万户，加装电梯50部，新增停车位1500个。")
    assert [raw for _, raw, _ in found] == ["38个", "50部", "1500个"]


def test_what_is_better_than_its_goal_is_no_new_goal():
    assert targets("PM2.5平均浓度34微克/立方米，优于36微克/立方米的控制目标。") == []


def test_what_a_meeting_decides_and_assures_is_a_target():
    assert [raw for _, raw, _ in targets("会议决定新建中小学14所，新增学位1.3万个。")] == [
        "14所",
        "1.3万个",
    ]
    assert len(targets("确保水库安全度汛。")) == 1


def test_a_service_made_better_is_no_step():
    assert steps("将结合亲商活动，不断创新工作方式，提高服务水平。") == []
    assert steps("区委要求各单位摸清底数，每天下午5点前向指挥部报告进度。") == [
        "摸清底数，每天下午5点前向指挥部报告进度"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "对标先进地区，更发现了短板和不足。",
        "我们还面临很多困难和问题。",
        "各镇就存在的工作短板作表态发言。",
        "我县营商环境依然存在诸多问题和不足。",
    ],
)
def test_problems_admitted_without_a_name_are_a_shortfall(text: str):
    assert len(gaps(text)) == 1


def test_a_word_for_problems_before_their_list_is_its_heading():
    found = gaps("但工作中还存在一些问题：审批偏慢，窗口人手不足。")
    assert found == ["审批偏慢", "窗口人手不足"]


def test_a_project_named_before_is_printed_with_its_milestones():
    found = targets("投资6000万元的配件制造项目，该项目占地60亩，计划于2025年3月开工，年底建成。")
    assert [what.split("，")[0] for what, _, _ in found] == ["投资6000万元的配件制造项目"] * 2


def test_what_a_meeting_finds_hard_is_no_target():
    assert targets("会议强调，我区今年住房建设工作依然任务艰巨。") == []


@pytest.mark.parametrize(
    "text", ["要同步落实教具进场，做好开学前准备工作。", "要抓紧项目前期，科学设置明年目标任务。"]
)
def test_a_time_that_belongs_to_a_noun_is_no_deadline_of_a_step(text: str):
    (step,) = rules.read(article(AROUND, text)).next_steps
    assert step.deadline is None


@pytest.mark.parametrize(
    ("text", "completion"),
    [
        ("新改建农村公路56公里，占市下考核任务的112%。", "112%"),
        ("续建项目完成投资55亿元，占确保目标103亿元的53.3%。", "53.3%"),
        ("东客站提前完成目标任务。", None),
    ],
)
def test_what_is_done_of_a_task_is_a_target(text: str, completion: str | None):
    (found,) = rules.read(article(AROUND, text)).targets
    assert found.completion == completion


def test_an_office_told_to_act_goes_on_in_the_next_sentence():
    found = steps("高明指出，要优化招商机制。相关部门积极搭建银企合作平台，完善月度沟通机制。")
    assert found[-1] == "积极搭建银企合作平台，完善月度沟通机制"


@pytest.mark.parametrize(
    "text",
    [
        "水压上不去。",
        "高峰时楼上没水。",
        "企业招不到工。",
        "订单少了三成。",
        "工期拖了三个月。",
        "税收入库只有全年任务的四成。",
        "医疗资源分布不均。",
        "基层治理能力有待加强。",
        "专业技术人员不足30%。",
    ],
)
def test_a_lack_told_in_plain_words_is_a_shortfall(text: str):
    assert len(gaps(text)) == 1


def test_each_day_makes_a_step_of_its_own():
    page = article(AROUND, "要求各镇街8月底前完成危房鉴定，9月15日前上报结果。")
    found = [(step.action, step.deadline) for step in rules.read(page).next_steps]
    assert found == [("8月底前完成危房鉴定", "8月底前"), ("9月15日前上报结果", "9月15日前")]


def test_a_label_gives_its_goals_their_time():
    found = targets("一季度目标：开工率100%；二季度目标：投产12个。")
    assert [(raw, day) for _, raw, day in found] == [("100%", "一季度"), ("12个", "二季度")]
    assert targets("年底前，所有村实现快递直达。")[0][2] == "年底前"
    assert [raw for _, raw, _ in targets("计划用两年时间，建成30公里绿道。")] == ["30公里"]


def test_a_plan_that_is_late_is_a_shortfall_and_a_radius_no_value():
    assert gaps("原计划6月底完工的桥梁至今未开工。") == ["原计划6月底完工的桥梁至今未开工"]
    assert targets("到2027年底，公交站点500米覆盖率达100%。")[0][1] == "100%"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("县里决定拿出500万元奖补资金，支持茶企技改。", "拿出500万元奖补资金，支持茶企技改"),
        ("我们打算请省里的专家来会诊。", "请省里的专家来会诊"),
    ],
)
def test_who_means_to_act_has_a_step(text: str, action: str):
    assert steps(text) == [action]


def test_a_number_planned_for_next_year_is_a_target():
    assert targets("全镇已流转土地3200亩，计划明年再流转1500亩。")[-1][1:] == ("1500亩", "明年")


def test_nobody_in_charge_and_few_who_help_are_shortfalls():
    assert gaps("3个镇的台账不全，2个镇没有专人负责。", "年轻人参与少。") == [
        "3个镇的台账不全",
        "2个镇没有专人负责",
        "年轻人参与少",
    ]


def test_a_milestone_is_of_the_project_and_not_of_what_it_adds():
    found = targets("今年，还将启动东城小学扩建，新增学位1080个，预计明年8月竣工。")
    assert [what for what, _, _ in found] == [
        "新增学位1080个",
        "还将启动东城小学扩建，新增学位1080个，预计明年8月竣工",
    ]


def test_those_who_are_dealt_with_are_no_shortfall_of_their_own():
    assert gaps("对整改不到位的，一律停业整顿。") == []


def test_a_promise_is_a_step_and_a_goal_with_its_year_a_target():
    assert len(steps("副县长允诺明年增聘12名馆员。")) == 1
    found = targets("政府目标2028年前恢复收支平衡。")
    assert [by for _, _, by in found] == ["2028年前"]


def test_what_is_cleared_away_is_no_shortfall_but_a_step():
    text = "王磊要求:完善包村制度。拆除乱搭乱建,做好垃圾清运工作。"
    assert gaps(text) == []
    assert steps("王磊要求:完善包村制度。彻底清理河道垃圾。") == [
        "完善包村制度",
        "彻底清理河道垃圾",
    ]


def test_what_is_asked_for_after_a_report_of_problems_goes_on_in_a_list():
    text = "会上,王磊分析指出了各村存在问题,要求列出问题清单。一是全面治理河道垃圾。二是统筹开展夜间巡查。"
    assert steps(text) == ["全面治理河道垃圾", "统筹开展夜间巡查"]
    assert gaps(text) == []


def test_a_question_and_a_count_of_problems_name_no_lack():
    assert gaps("上半年进展如何?还存在哪些问题?", "会议提出存在问题,并要求及时整改。") == []
    assert gaps("全区也存在三个问题,即与序时进度有差距、乡镇间不平衡。") == [
        "与序时进度有差距、乡镇间不平衡"
    ]


def test_what_fits_every_meeting_is_no_step():
    assert steps("镇长王磊要求,要结合墙面清洁、河道清淤等工作重点,补齐短板。") == []
    assert steps("全区上下要齐心协力把项目工作做得更好、更扎实、更有成效。") == []
    assert steps("各村要结合实际,制定清扫方案。") == ["制定清扫方案"]


JULY = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("10个计划一季度开工的项目没有如期开工。", None),
        ("会上，各乡镇立下军令状：今年新签约项目80个以上，开工率达到70%。", "开工率达到70%"),
        ("主体车间已封顶，8月份可试生产。", "8月份可试生产"),
        ("县长表示，2028年底通车的目标不变。", "2028年底通车的目标不变"),
        ("县政府计划2027年底前清偿债务30亿元。", "计划2027年底前清偿债务30亿元"),
        ("6月底前取缔黑作坊4处。", "6月底前取缔黑作坊4处"),
        ("年度计划投资194.5亿元，累计完成投资101.9亿元。", None),
        ("市领导要每周上门不少于1次。", None),
    ],
)
def test_what_is_a_target(text: str, what: str | None):
    page = article(AROUND, text, published=Dated(first=JULY, last=JULY, basis="given"))
    found = [target.what for target in rules.read(page).targets]
    assert any(what in one for one in found) if what else not found


@pytest.mark.parametrize(
    "text",
    [
        "重点项目关系到全县经济发展。",
        "我市始终将发展壮大园区作为推动全市经济发展的重要支撑。",
        "整治办将问题梳理汇总，列出清单并下发。",
        "雨季将至，镇应急办牵头成立检查小组。",
        "集中签约只是合作的起点。",
    ],
)
def test_what_is_no_step(text: str):
    assert not list(steps("近日，" + text))


def test_a_heading_of_one_item_is_no_step():
    found = list(steps("一要盯住企业抓服务。对12家停产企业要实行局领导包联。"))
    assert not any("抓服务" in step for step in found)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("相关部门履职缓慢、应对乏力。", True),
        ("承诺整改的问题没有落实。", True),
        ("5个乡镇“零签约”。", True),
        ("排名末两位的是两个镇，全县增速居全市倒数第一。", True),
        ("仅销号19项。", True),
        ("不是技术上做不到。", False),
        ("来年要是还垫底，怎么交代？", False),
        ("对52家停产企业建立台账。", False),
        ("已因履职不力约谈干部23人次。", False),
        ("投诉件97件，比上月减少31件。", False),
        ("31宗未开工项目中，省重点有6宗。", False),
    ],
)
def test_what_is_a_shortfall(text: str, lacks: bool):
    assert bool(gaps(text)) is lacks


def test_a_leaning_lack_takes_along_whose_it_is():
    found = gaps("实际到位外资1.2亿美元，下降38%，排全市倒数第二。")
    assert found == ["实际到位外资1.2亿美元，下降38%，排全市倒数第二"]
