"""A corrupted claim is refused with its reason, a true one is kept with its place."""

import time
from datetime import date

import pytest
from fakes import article
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import grounding
from briefing.grounding import reading
from briefing.records import (
    Article,
    Claim,
    Dated,
    DateRange,
    Direction,
    Evidence,
    Figure,
    Finding,
    NextStep,
    Official,
    Shortfall,
    Target,
    Verdict,
)

DAY = Dated(first=date(2022, 8, 1), last=date(2022, 8, 1), basis="stamp")
ECONOMY = article(
    "1-6月份,全区文化娱乐企业实现营业收入6.7亿元,增速高于全市35.9个百分点;限上住宿业实现营业额7.3亿元,同比增长11%,环比下降2.4%。",
    "新注册项目85个,总投资额超过800亿元,其中17个省级重点项目、38个市级重大项目已经开工。",
    "到2025年,全区产值力争达到500亿元。房价没有上涨8%。网传失业率达12%,并不属实。",
    title="青石市云岭区经济运行情况",
    published=DAY,
    region=("青石市", "云岭区"),
)
MEETING = article(
    "区委书记高敏主持会议并讲话。区委副书记、区长何立新部署工作。副区长许晴受何立新委托作报告。",
    "高敏强调,要抓好项目。区领导沈兰、陈云云、欧 阳晴参加。原区长罗平、代区长王立出席。",
    "(记者 吴文彬 编辑 李想)",
    title="全区项目推进会召开",
)


def verdict(where: Article, claim: Claim) -> Verdict:
    return grounding.ground(where, [claim])[0].evidence.verdict


def figure(metric: str, raw: str, sentence: int = 1, **more: object) -> Figure:
    return Figure.model_validate({"metric": metric, "raw": raw, "sentence": sentence, **more})


TRUE = [
    figure("文化娱乐企业营业收入", "6.7亿元", period="1-6月", subject="全区"),
    figure("营业收入增速高于全市", "35.9个百分点"),
    figure("限上住宿业营业额", "7.3亿元", sentence=2),
    figure("限上住宿业营业额", "同比增长11%", sentence=2, change_kind="同比"),
    figure("限上住宿业营业额", "下降2.4%", sentence=2, change_kind="环比"),
    figure("新注册项目数", "85个", sentence=3),
    figure("总投资额", "超过800亿元", sentence=3),
    figure("省级重点项目", "17个", sentence=3),
    figure("市级重大项目", "38个", sentence=3, subject="云岭区"),
]
FALSE = [
    (figure("文化娱乐企业营业收入", "6.8亿元"), Verdict.NUMBER_DIFFERS),
    (figure("文化娱乐企业营业收入", "6.7万元"), Verdict.NUMBER_DIFFERS),
    (figure("文化娱乐企业营业收入", "6.7亿"), Verdict.UNIT_DIFFERS),
    (figure("文化娱乐企业营业收入", ".7亿元"), Verdict.NUMBER_DIFFERS),
    (figure("营业收入增速高于全市", "35.9%"), Verdict.UNIT_DIFFERS),
    (
        figure("限上住宿业营业额", "同比下降11%", sentence=2, change_kind="同比"),
        Verdict.DIRECTION_DIFFERS,
    ),
    (figure("限上住宿业营业额", "增长11%", sentence=2, change_kind="环比"), Verdict.PERIOD_DIFFERS),
    (figure("限上住宿业营业额", "6.7亿元"), Verdict.METRIC_DIFFERS),
    (figure("文化娱乐企业营业收入", "7.3亿元", sentence=2), Verdict.METRIC_DIFFERS),
    (figure("文化娱乐企业营业收入", "6.7亿元", period="前三季度"), Verdict.PERIOD_DIFFERS),
    (figure("文化娱乐企业营业收入", "6.7亿元", subject="临江市"), Verdict.SUBJECT_DIFFERS),
    (figure("总投资额", "800亿元", sentence=3), Verdict.BOUND_DIFFERS),
    (figure("省级重点项目", "38个", sentence=3), Verdict.METRIC_DIFFERS),
    (figure("市级重点项目", "17个", sentence=3), Verdict.METRIC_DIFFERS),
    (figure("全区产值", "500亿元", sentence=4), Verdict.NOT_ASSERTED),
    (figure("房价", "8%", sentence=5), Verdict.NOT_ASSERTED),
    (figure("失业率", "12%", sentence=6), Verdict.NOT_ASSERTED),
    (figure("粮食产量", "36万吨"), Verdict.MISSING),
]


@pytest.mark.parametrize("claim", TRUE, ids=lambda c: c.metric + c.raw)
def test_a_true_figure_is_proven(claim: Figure):
    finding = grounding.ground(ECONOMY, [claim])[0]
    assert finding.proven, finding.evidence
    assert finding.amount is not None


@pytest.mark.parametrize(("claim", "expected"), FALSE, ids=[f"{c.metric}{c.raw}" for c, _ in FALSE])
def test_a_corrupted_figure_is_refused_for_its_reason(claim: Figure, expected: Verdict):
    assert verdict(ECONOMY, claim) is expected


DISTRICTS = article(
    "云岭区实现地区生产总值129.8亿元,同比增长7.4%。青田区实现地区生产总值99.1亿元,增长5.2%;星河县固定资产投资20亿元,下降3.1%。",
    "东湖区实现地区生产总值312.5亿元,增长6.2%,西山区实现地区生产总值287.9亿元,增长8.1%,增速居全市第2位。",
    "云岭区、青田区、星河县工业投资分别增长1.1%、2.2%和3.3%。",
    "云岭区工业投资增长4.4%、青田区增长5.5%、星河县下降6.6%。",
    "甲公司产值1.7亿元,增长11%,乙公司产值2.7亿元,增长12%。",
    title="全市经济运行情况",
)
GDP, INPUT, MADE = "地区生产总值", "工业投资", "产值"
OWN_SUBJECTS = [
    (1, "云岭区", GDP, "129.8亿元"),
    (1, "云岭区", GDP, "增长7.4%"),
    (2, "青田区", GDP, "增长5.2%"),
    (3, "星河县", "固定资产投资", "下降3.1%"),
    (4, "东湖区", GDP, "增长6.2%"),
    (4, "西山区", GDP, "287.9亿元"),
    (4, "西山区", GDP, "增长8.1%"),
    (5, "云岭区", INPUT, "1.1%"),
    (5, "青田区", INPUT, "2.2%"),
    (5, "星河县", INPUT, "3.3%"),
    (6, "云岭区", INPUT, "增长4.4%"),
    (7, "甲公司", MADE, "增长11%"),
    (7, "乙公司", MADE, "增长12%"),
]


@pytest.mark.parametrize(("number", "subject", "metric", "raw"), OWN_SUBJECTS)
def test_a_subject_governs_the_level_and_the_changes_after_it(
    number: int, subject: str, metric: str, raw: str
):
    found = grounding.ground(DISTRICTS, [figure(metric, raw, number, subject=subject)])[0]
    assert found.proven, found.evidence


@pytest.mark.parametrize(("number", "subject", "metric", "raw"), OWN_SUBJECTS)
def test_no_neighbour_takes_a_figure(number: int, subject: str, metric: str, raw: str):
    others = {row[1] for row in OWN_SUBJECTS} - {subject}
    claims = [figure(metric, raw, number, subject=other) for other in sorted(others)]
    assert not any(found.proven for found in grounding.ground(DISTRICTS, claims))


def official(name: str, *titles: str, sentence: int = 1, roles: tuple[str, ...] = ()) -> Official:
    return Official(name=name, titles=titles, sentence=sentence, roles=roles)


@pytest.mark.parametrize(
    "claim",
    [
        official("高敏", "区委书记", roles=("主持", "讲话")),
        official("高敏", "区委书记", sentence=4, roles=("强调",)),
        official("何立新", "区委副书记", "区长", sentence=2),
        official("许晴", "副区长", sentence=3),
        official("沈兰", "区领导", sentence=5, roles=("出席",)),
        official("陈云云", "区领导", sentence=5),
        official("欧阳晴", "区领导", sentence=5),
        official("罗平", "原区长", sentence=6),
        official("王立", "代区长", sentence=6),
    ],
    ids=lambda c: f"{c.name}{c.titles}",
)
def test_a_true_official_is_proven(claim: Official):
    finding = grounding.ground(MEETING, [claim])[0]
    assert finding.proven, finding.evidence


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (official("高闵", "区委书记"), Verdict.NAME_DIFFERS),
        (official("高敏强", "区委书记", sentence=4), Verdict.NAME_DIFFERS),
        (official("陈云", "区领导", sentence=5), Verdict.NAME_DIFFERS),
        (official("立新", "区长", sentence=2), Verdict.NAME_DIFFERS),
        (official("高敏", "区长"), Verdict.TITLE_DIFFERS),
        (official("高敏", "区委副书记"), Verdict.TITLE_DIFFERS),
        (official("许晴", "区长", sentence=3), Verdict.TITLE_DIFFERS),
        (official("罗平", "区长", sentence=6), Verdict.TITLE_DIFFERS),
        (official("王立", "区长", sentence=6), Verdict.TITLE_DIFFERS),
        (official("何立新", "区长", sentence=2, roles=("主持",)), Verdict.NOT_ASSERTED),
        (official("吴文彬", sentence=7), Verdict.NOT_ASSERTED),
    ],
    ids=lambda c: f"{c.name}{c.titles}" if isinstance(c, Official) else "",
)
def test_a_corrupted_official_is_refused_for_its_reason(claim: Official, expected: Verdict):
    assert verdict(MEETING, claim) is expected


PLAN = article(
    "区商务局局长、党组书记王娟表示,将开展企业信用培育,9月底前建成3个外贸园区。",
    "区交通局要加快推进道路改造,确保年底前通车。仍存在征地进展较慢的问题。",
    "不再新增化工项目。",
    title="云岭区部署下半年工作",
    published=DAY,
    region=("云岭区",),
)


def test_a_target_keeps_its_number_deadline_and_owner():
    claim = Target(
        sentence=1, what="9月底前建成3个外贸园区", raw="3个", deadline="9月底前", owner="区商务局"
    )
    finding = grounding.ground(PLAN, [claim])[0]
    assert finding.proven, finding.evidence
    assert finding.deadline_range == DateRange(first=date(2022, 9, 26), last=date(2022, 9, 30))
    assert finding.amount is not None and finding.amount.value == 3


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Target(sentence=1, what="9月底前建成5个外贸园区"), Verdict.MISSING),
        (Target(sentence=1, what="9月底前建成3个外贸园区", raw="5个"), Verdict.NUMBER_DIFFERS),
        (Target(sentence=1, what="建成3个外贸园区", deadline="年底前"), Verdict.DEADLINE_DIFFERS),
        (Target(sentence=1, what="建成3个外贸园区", owner="区交通局"), Verdict.OWNER_DIFFERS),
        (NextStep(sentence=2, action="加快推进道路改造", owner="区商务局"), Verdict.OWNER_DIFFERS),
        (NextStep(sentence=2, action="取消道路改造"), Verdict.MISSING),
        (NextStep(sentence=4, action="新增化工项目"), Verdict.NOT_ASSERTED),
        (Shortfall(sentence=3, what="征地进展较快"), Verdict.MISSING),
    ],
)
def test_a_corrupted_intent_is_refused_for_its_reason(claim: Claim, expected: Verdict):
    finding = grounding.ground(PLAN, [claim])[0]
    assert finding.evidence.verdict is expected, finding.evidence


def test_one_sentence_off_is_forgiven_where_one_other_sentence_proves_it():
    finding = grounding.ground(PLAN, [Shortfall(sentence=1, what="征地进展较慢")])[0]
    assert finding.proven
    assert finding.evidence.note == "stands in sentence 3"


def test_the_number_of_another_sentence_does_not_prove_a_metric_of_this_one():
    where = article("甲县签约项目3个。乙县签约项目8个。")
    assert verdict(where, figure("甲县签约项目", "8个")) is not Verdict.EXACT


def test_evidence_is_the_whole_clause_and_leads_to_the_page():
    finding = grounding.ground(ECONOMY, [TRUE[2]])[0]
    evidence = finding.evidence
    assert evidence.quote == "限上住宿业实现营业额7.3亿元"
    assert evidence.start is not None and evidence.mark is not None
    assert ECONOMY.text[evidence.start : evidence.end] == evidence.quote
    assert evidence.mark.of(ECONOMY.text) == "7.3亿元"
    assert (evidence.raw_start, evidence.raw_end) == (evidence.start, evidence.end)


def test_another_width_is_folded_not_exact():
    where = article("全区进出口总额１２０億元，增长５.２％。")
    found = grounding.ground(where, [figure("进出口总额", "120亿元")])[0]
    assert found.evidence.verdict is Verdict.FOLDED


def test_values_are_dealt_out_in_the_order_of_their_names():
    where = article("GDP、投资、消费分别增长5.2%、8.1%和6.3%。")
    assert verdict(where, figure("投资", "8.1%", change_kind="同比")) is Verdict.EXACT
    assert verdict(where, figure("投资", "5.2%", change_kind="同比")) is Verdict.METRIC_DIFFERS


WORK = article(
    "目前,全县已建成高标准农田12万亩,提前一个月完成年度任务。三年来,累计改造危房2600户。",
    "项目支撑不足、产业结构不优等问题依然存在,但营商环境满意度明显提升,没有出现规模性返贫。",
    "如果年底前不能完成,将扣减奖补资金。下一步,将新建口袋公园30个。",
)


@pytest.mark.parametrize(
    "claim",
    [
        Target(what="提前一个月完成年度任务", sentence=1),
        Shortfall(what="项目支撑不足", sentence=3),
        Shortfall(what="产业结构不优", sentence=3),
        NextStep(action="新建口袋公园30个", sentence=5),
    ],
)
def test_a_plan_and_a_problem_are_proven(claim: Claim):
    found = grounding.ground(WORK, [claim])[0]
    assert found.proven, found.evidence


@pytest.mark.parametrize(
    "claim",
    [
        Target(what="建成高标准农田12万亩", raw="12万亩", sentence=1),
        NextStep(action="建成高标准农田12万亩", sentence=1),
        Target(what="累计改造危房2600户", raw="2600户", sentence=2),
        NextStep(action="改造危房2600户", sentence=2),
        Shortfall(what="累计改造危房2600户", sentence=2),
        Shortfall(what="营商环境满意度明显提升", sentence=3),
        Shortfall(what="规模性返贫", sentence=3),
        Shortfall(what="产业结构", sentence=3),
        Shortfall(what="项目支撑不", sentence=3),
        NextStep(action="没有出现规模性返贫", sentence=3),
        NextStep(action="扣减奖补资金", sentence=4),
    ],
)
def test_what_is_done_supposed_praised_or_denied_is_no_plan_and_no_problem(claim: Claim):
    assert verdict(WORK, claim) is Verdict.NOT_ASSERTED


# --- summaries -----------------------------------------------------------------------------

FOUND = grounding.ground(ECONOMY, TRUE) + grounding.ground(
    ECONOMY, [figure("房价", "8%", sentence=5)]
)


def test_a_slot_prints_whose_and_what_and_how_much():
    passage = grounding.fill(ECONOMY, "{{F1}},{{F7}}。其中,{{F9}}", FOUND)
    assert not isinstance(passage, grounding.Refusal), passage
    assert (
        passage.text
        == "全区文化娱乐企业营业收入6.7亿元,总投资额超过800亿元。其中,云岭区市级重大项目38个"
    )
    assert [part.ref for part in passage.parts] == ["F1", None, "F7", None, "F9"]


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("{{F1.metric}}{{F1}}。", "全区文化娱乐企业营业收入6.7亿元。"),
        ("{{F1.subject}}{{F1.metric}}为{{F1}}。", "全区文化娱乐企业营业收入为6.7亿元。"),
        ("{{F3}},{{F4}},{{F5}}。", "限上住宿业营业额7.3亿元,同比增长11%,环比下降2.4%。"),
        ("{{F3}},{{F5}}。", "限上住宿业营业额7.3亿元,限上住宿业营业额环比下降2.4%。"),
    ],
)
def test_the_words_of_one_row_are_printed_once(summary: str, told: str):
    passage = grounding.fill(ECONOMY, summary, FOUND)
    assert not isinstance(passage, grounding.Refusal), passage
    assert passage.text == told


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("营业收入6.7亿元{{F1}}", "营业收入"),
        ("六亿元,{{F1}}", "六亿元"),
        ("上半年{{F1}}", "上半年"),
        ("临江市{{F1}}", "临江市"),
        ("王小明介绍,{{F1}}", "王小明"),
        ("{{F99}}", "names nothing"),
        ("{{F10}}", "not proven"),
        ("下降{{F4}}", "下降"),
        ("工业投资{{F4}}", "as if part of it"),
        ("{{F1}}{{F2}}", "side by side"),
        ("{{F1}}{{F1}}", "side by side"),
        ("{{F1.metric}}为{{F2}}", "must stand before"),
        ("{{F1.metric}}。{{F2}}", "must stand before"),
        ("目标:{{F1}}。", "another kind of row"),
        ("问题:{{F1}}。", "another kind of row"),
        ("{{F1}}未达", "未达"),
        ("第{{F1}}", "第"),
        ("Ⅲ{{F1}}", "III"),
        ("<b>{{F1}}</b>", "<"),
        ("**{{F1}}**", "*"),
        ("{{F1}}\u202e", "u202e"),
        ("{{F1}}\ue000", "ue000"),
        ("营业收入{F1}", "no slot"),
        ("", "empty"),
    ],
)
def test_a_summary_that_states_something_itself_is_refused(summary: str, reason: str):
    refusal = grounding.fill(ECONOMY, summary, FOUND)
    assert isinstance(refusal, grounding.Refusal), refusal.text
    assert reason in refusal.reason


PEOPLE = grounding.ground(
    MEETING,
    [
        official("高敏", "区委书记", roles=("主持", "讲话", "强调")),
        official("何立新", "区委副书记", "区长", sentence=2, roles=("部署",)),
        NextStep(action="抓好项目", sentence=4),
    ],
)


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("{{O1.title}}{{O1}}主持会议并讲话。", "区委书记高敏主持会议并讲话。"),
        ("{{O1}}主持会议,{{O2}}部署工作。", "高敏主持会议,何立新部署工作。"),
        ("{{O1}}强调,{{N1}}。", "高敏强调,下一步：抓好项目。"),
        ("下一步,{{N1}}。", "下一步,抓好项目。"),
        ("{{O1}} chaired and spoke.", "高敏 chaired and spoke."),
    ],
)
def test_a_person_did_what_the_claim_says(summary: str, told: str):
    passage = grounding.fill(MEETING, summary, PEOPLE)
    assert not isinstance(passage, grounding.Refusal), passage
    assert passage.text == told


@pytest.mark.parametrize(
    "summary",
    [
        "{{O2}}主持会议。",
        "{{O1}}、{{O2}}主持会议。",
        "区长{{O2}}。",
        "原{{O1}}。",
        "{{O1.title}}{{O2}}。",
        "{{O1}}{{O1.title}}。",
        "{{O2}}强调,{{N1}}。",
        "{{O1}}被免职。",
        "{{O2}} chaired.",
        "主持会议,{{O1}}。",
    ],
)
def test_no_person_is_given_what_another_did_or_is(summary: str):
    assert isinstance(grounding.fill(MEETING, summary, PEOPLE), grounding.Refusal)


# --- hostile input -------------------------------------------------------------------------

WORDS = st.text(
    alphabet="区委书记长高敏何立新说强调同比增长下降5.8%亿元个项目,。;、分别占到2025年底前()“” \u200b\u202e",
    max_size=60,
)


@settings(max_examples=120, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_no_text_and_no_claim_breaks_grounding(text: str, metric: str, raw: str):
    where = article("甲" + text)
    claims: list[Claim] = [
        Figure(
            sentence=1,
            metric=metric or "x",
            raw=raw or "x",
            subject=text or None,
            period=raw or None,
        ),
        Official(sentence=9, name=raw or "x", titles=(metric,), roles=(text,)),
        Target(
            sentence=1,
            what=metric or "x",
            raw=raw or None,
            deadline=text or None,
            owner=metric or None,
        ),
    ]
    for finding in grounding.ground(where, claims):
        assert isinstance(finding, Finding) and isinstance(finding.evidence, Evidence)
    grounding.fill(where, text + "{{F1}}", [])


@pytest.mark.parametrize(
    "text",
    [
        "9" * 200_000,
        "5%" * 20_000,
        "甲、" * 60_000,
        "(" * 100_000,
        "区长" * 60_000,
        "分别" * 60_000,
        "、乙镇" * 50_000,
        "(丙公司" * 40_000,
    ],
)
def test_hostile_text_takes_bounded_time(text: str):
    where = article("甲" + text)
    claims: list[Claim] = [
        figure("甲" * 50, "5%"),
        figure("甲", "5%", subject="乙镇"),
        official("何立新", "区长"),
        Target(sentence=1, what="甲、甲、乙"),
    ]
    started = time.process_time()
    grounding.ground(where, claims)
    assert time.process_time() - started < 6


POSTS = article(
    "王思齐不再担任市教育局局长,李沐阳拟任市教育局局长。离任的市长郑少华同志讲话。",
    "周明远到临港新区调研,临港新区党工委书记马国栋陪同。",
)


@pytest.mark.parametrize(
    "claim",
    [
        official("王思齐", "市教育局局长"),
        official("李沐阳", "市教育局局长"),
        official("郑少华", "市长", sentence=2),
        official("临港新区", sentence=3),
        official("党工委", sentence=3),
    ],
)
def test_a_post_that_is_left_or_only_meant_and_a_place_are_refused(claim: Official):
    assert verdict(POSTS, claim) in (Verdict.TITLE_DIFFERS, Verdict.NAME_DIFFERS)


def test_a_post_that_is_meant_is_proven_as_such():
    assert verdict(POSTS, official("李沐阳", "拟任市教育局局长")) is Verdict.EXACT


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("2024年6月", Verdict.EXACT),
        ("2024年", Verdict.DEADLINE_DIFFERS),
        ("6月", Verdict.DEADLINE_DIFFERS),
    ],
)
def test_a_deadline_is_a_whole_date(deadline: str, expected: Verdict):
    where = article("项目预计2024年6月建成投产。", published=DAY)
    claim = Target(what="建成投产", deadline=deadline, sentence=1)
    assert verdict(where, claim) is expected


def test_a_deadline_may_stand_between_an_office_and_its_task():
    where = article("区住建局要在10月底前完成改造,区城管局11月15日前新建停车泊位800个。")
    assert verdict(where, NextStep(action="新建停车泊位800个", owner="区住建局", sentence=1)) is (
        Verdict.OWNER_DIFFERS
    )
    claim = NextStep(action="新建停车泊位800个", owner="区城管局", sentence=1)
    assert verdict(where, claim) is Verdict.EXACT


@pytest.mark.parametrize(
    ("metric", "raw"),
    [("出口", "12.5亿元"), ("出口", "增长6.3%"), ("纯收入", "1.8万元"), ("农民纯收入", "1.8万元")],
)
def test_no_metric_is_cut_out_of_a_longer_word(metric: str, raw: str):
    where = article("进出口总额12.5亿元,增长6.3%。农民人均纯收入1.8万元。")
    claims = [figure(metric, raw, number) for number in (1, 2)]
    assert not any(found.proven for found in grounding.ground(where, claims))


PROJECTS = article(
    "甲项目总投资3亿元,占地120亩;乙项目占地88亩,总投资5.6亿元,达产后年产值8亿元。",
    "贷款余额首次突破500亿元,不良率降至1.2%,较年初下降0.3个百分点。",
)


@pytest.mark.parametrize(
    ("number", "metric", "raw", "subject"),
    [
        (1, "总投资", "3亿元", "甲项目"),
        (2, "总投资", "5.6亿元", "乙项目"),
        (2, "达产后年产值", "8亿元", "乙项目"),
        (3, "不良率", "下降0.3个百分点", None),
    ],
)
def test_a_project_keeps_its_figures(number: int, metric: str, raw: str, subject: str | None):
    found = grounding.ground(PROJECTS, [figure(metric, raw, number, subject=subject)])[0]
    assert found.proven, found.evidence


@pytest.mark.parametrize(
    ("number", "metric", "raw", "subject"),
    [
        (2, "总投资", "5.6亿元", "甲项目"),
        (2, "年产值", "8亿元", "甲项目"),
        (2, "甲项目总投资", "5.6亿元", None),
        (3, "贷款余额", "下降0.3个百分点", None),
        (3, "贷款余额下降", "0.3个百分点", None),
    ],
)
def test_no_project_and_no_rate_lends_its_figure(
    number: int, metric: str, raw: str, subject: str | None
):
    found = grounding.ground(PROJECTS, [figure(metric, raw, number, subject=subject)])[0]
    assert not found.proven


def test_a_period_may_leave_out_the_year_of_an_undated_page():
    where = article("2023年1-8月,全区工业投资12亿元。", published=None)
    assert verdict(where, figure("工业投资", "12亿元", period="1-8月")) is Verdict.EXACT
    assert verdict(where, figure("工业投资", "12亿元", period="1-7月")) is Verdict.PERIOD_DIFFERS


@pytest.mark.parametrize(
    "metric",
    [
        "--总投资额",
        "总投资额::::",
        "的总投资额的的",
        "总投资额及其",
        "预计总投资额",
        "(总投资额)",
        "总投资额、",
    ],
)
def test_a_metric_wears_no_ornaments(metric: str):
    assert verdict(ECONOMY, figure(metric, "超过800亿元", 3)) is Verdict.METRIC_DIFFERS


# --- what a careless reader mixes up -------------------------------------------------------

PROGRESS = article(
    "青河大桥计划总投资12.6亿元,今年计划完成投资3.2亿元,截至7月底已完成投资2.1亿元,占年度计划的65.6%。",
    "全市一般公共预算收入48.2亿元,其中税收收入31.5亿元,占比65.4%。",
    "新签约项目42个,总投资318亿元,其中10亿元以上项目9个、总投资206亿元。",
    "全区共有小学12所、初中8所,在校学生1.8万人。",
    "60岁及以上人口18.2万人,平均每千名老人拥有床位33.6张。",
    "截至7月底,10个项目建成投用,246个项目正在建设。",
    "高技术制造业占规模以上工业比重为18.2%,增值税(含留抵退税)21.7亿元。",
    "全区新增减税降费3.2亿元,较上年末增加0.6亿元;意向成交额约15亿元。",
    "项目投产后年缴税1.2亿元;固定资产投资增速排第2位,较上月上升3位。",
    "市交通局要在9月底前完成路基工程,10月15日前完成桥梁架设。",
    published=DAY,
)
MIXED = [
    figure("完成投资", "12.6亿元"),
    figure("完成投资", "3.2亿元"),
    figure("一般公共预算收入", "31.5亿元", 2),
    figure("一般公共预算收入占比", "65.4%", 2),
    figure("收入", "31.5亿元", 2),
    figure("新签约项目总投资", "206亿元", 3),
    figure("小学在校学生", "1.8万人", 4),
    figure("人口", "18.2万人", 5),
    figure("60岁人口", "18.2万人", 5),
    figure("床位", "33.6张", 5),
    figure("建成投用项目", "246个", 6),
    figure("规模以上工业占比", "18.2%", 7),
    figure("留抵退税", "21.7亿元", 7),
    figure("新增减税降费", "0.6亿元", 8),
    figure("成交额", "约15亿元", 9),
    figure("年缴税", "1.2亿元", 10),
    figure("固定资产投资增速", "3位", 11, is_rank=True),
    figure("桥梁架设", "15日", 12),
    Target(what="已完成投资2.1亿元", raw="2.1亿元", sentence=1),
    Target(what="占年度计划的65.6%", raw="65.6%", sentence=1),
    NextStep(action="10个项目建成投用", sentence=6),
    NextStep(action="完成路基工程", deadline="9月", sentence=12),
    NextStep(action="完成路基工程", deadline="10月15日前", sentence=12),
    NextStep(action="完成路基", sentence=12),
]
TOLD = [
    figure("计划总投资", "12.6亿元"),
    figure("完成投资", "2.1亿元"),
    figure("税收收入占比", "65.4%", 2),
    figure("10亿元以上项目总投资", "206亿元", 3),
    figure("初中", "8所", 4),
    figure("每千名老人拥有床位", "33.6张", 5),
    figure("正在建设的项目", "246个", 6),
    figure("高技术制造业占规模以上工业比重", "18.2%", 7),
    figure("意向成交额", "约15亿元", 9),
    figure("投产后年缴税", "1.2亿元", 10),
    Target(what="今年计划完成投资3.2亿元", raw="3.2亿元", sentence=1),
    NextStep(action="完成路基工程", owner="市交通局", deadline="9月底前", sentence=12),
]


@pytest.mark.parametrize("claim", MIXED, ids=lambda c: c.model_dump_json(exclude_defaults=True))
def test_parts_plans_twins_and_days_are_not_exchanged(claim: Claim):
    assert not grounding.ground(PROGRESS, [claim])[0].proven


@pytest.mark.parametrize("claim", TOLD, ids=lambda c: c.model_dump_json(exclude_defaults=True))
def test_what_the_sentence_says_of_its_own_words_is_proven(claim: Claim):
    found = grounding.ground(PROGRESS, [claim])[0]
    assert found.proven, found.evidence


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("去年,全市引进项目98个。", Target(what="全市引进项目98个", sentence=1)),
        ("粮食总产38万吨,同比增长2%。", NextStep(action="粮食总产38万吨", sentence=1)),
        ("草场盖度由47%提高到51%。", Target(what="草场盖度由47%提高到51%", sentence=1)),
        ("与会代表建议,将补贴提高到800元。", Target(what="补贴提高到800元", sentence=1)),
        ("公司从未承诺分红2亿元。", Target(what="分红2亿元", sentence=1)),
        ("东里小区因资金不到位暂停施工。", NextStep(action="暂停施工", sentence=1)),
        ("企业反映问题全部办结。", Shortfall(what="企业反映问题全部办结", sentence=1)),
        ("虽然外部严峻,但经济总体平稳。", Shortfall(what="经济总体平稳", sentence=1)),
        ("要着力补齐民生短板。", Shortfall(what="着力补齐民生短板", sentence=1)),
        ("有网友称,失业率高达18%。", Shortfall(what="失业率高达18%", sentence=1)),
        ("失业率下降0.3个百分点。", Shortfall(what="失业率下降0.3个百分点", sentence=1)),
    ],
)
def test_facts_proposals_and_remedies_are_no_plan_and_no_problem(words: str, claim: Claim):
    assert not grounding.ground(article(words, published=DAY), [claim])[0].proven


def test_what_stands_under_a_heading_is_read_with_it():
    where = article("二、存在问题", "消费复苏缓慢。", "三、下步措施", "开展促消费活动20场。")
    claims = [
        NextStep(action="消费复苏缓慢", sentence=2),
        figure("促消费活动", "20场", 4),
        Shortfall(what="消费复苏缓慢", sentence=2),
        NextStep(action="开展促消费活动20场", sentence=4),
    ]
    assert [f.proven for f in grounding.ground(where, claims)] == [False, False, True, True]


def test_a_helper_and_a_later_speaker_own_no_task():
    where = article(
        "区教体局会同区财政局建成东校区。县委书记高明远强调,要完成各项任务。县长宋佳慧指出问题。"
    )
    found = grounding.ground(
        where,
        [
            NextStep(action="建成东校区", owner="区财政局", sentence=1),
            NextStep(action="要完成各项任务", owner="县长", sentence=2),
            NextStep(action="建成东校区", owner="区教体局", sentence=1),
        ],
    )
    assert [f.proven for f in found] == [False, False, True]


def test_an_article_is_read_once_for_all_who_look_at_it():
    assert reading.of(PROGRESS) is reading.of(PROGRESS)
    assert reading.of(PROGRESS) is not reading.of(ECONOMY)


def test_a_slot_says_each_word_once_and_the_direction_the_sentence_gives():
    where = article("工业投资超序时进度7.3个百分点。甲区、乙区消费分别下降1.1%、2.2%。")
    found = grounding.ground(
        where,
        [
            figure("超序时进度", "超序时进度7.3个百分点", 1),
            figure("消费", "1.1%", 2, subject="甲区", change_kind="同比"),
        ],
    )
    passage = grounding.fill(where, "{{F1}}；{{F2}}。", found)
    assert not isinstance(passage, grounding.Refusal), passage
    assert passage.text == "超序时进度7.3个百分点；甲区消费同比下降1.1%。"


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("10个计划投产项目实现投产7个。", figure("投产", "7个")),
        ("希望社区等6个村获奖。", figure("希望社区等", "6个")),
        ("规划已定,举行了银行授信仪式,共11家银行参与。", figure("银行", "11家")),
        (
            "总产值5亿元,同比增长9%,增速高于全市平均水平1.6个百分点。",
            figure("总产值增速高于全市平均水平", "1.6个百分点"),
        ),
        (
            "总产值21亿元,同比增长33%,两年平均增长10%,全市排名第七。",
            figure("总产值", "第七", is_rank=True),
        ),
        ("营商环境评价列全国35个城市第11名。", figure("营商环境评价", "第11名", is_rank=True)),
        ("猪牛羊禽四种肉产量5989吨。", figure("猪牛羊禽四种肉产量", "5989吨")),
        ("gdp10137亿元,增长8%。", figure("gdp", "10137亿元")),
        ("占比要由目前的60%提高到80%。", figure("占比", "由目前的60%")),
        ("确保圆满完成全年任务,实现良好开局。", Target(what="实现良好开局", sentence=1)),
        ("会上通报了情况:一是加快项目建设。", NextStep(action="加快项目建设", sentence=1)),
    ],
)
def test_what_only_looks_taken_back_is_proven(words: str, claim: Claim):
    found = grounding.ground(article(words, published=DAY), [claim])[0]
    assert found.proven, found.evidence


def test_a_year_is_guessed_at_until_it_is_nearly_over():
    claim = figure("生产总值", "增长8%")
    early = article("预计全年生产总值增长8%。", published=DAY)
    late = Dated(first=date(2022, 12, 29), last=date(2022, 12, 29), basis="stamp")
    assert verdict(early, claim) is Verdict.NOT_ASSERTED
    assert grounding.ground(article("预计全年生产总值增长8%。", published=late), [claim])[0].proven


LABELS = article(
    "民生实事50件,已办结21件,尚未启动2件,开工率96%。滞后的1项为危房改造竣工率,仅为71%。",
    "签约了总投资75亿元的材料产业园和总投资52亿元的冷链枢纽。目前完工11个、在建5个。",
    "零售总额同比由上半年的下降3.0%转为增长0.4%,增速由去年同期的第9位前移至第5位。",
    "签约项目22个,不足全年任务的三成。新签约10亿级项目5个,投资过50亿元的项目2个。",
    "有31家产值下降,存贷比65.7%。208条水体清淤已完成166条。",
    "文化惠民有声,送戏进乡村已演出287场;老年助餐点建成43个。上栗镇、桐木镇分别改厕1260户、980户。",
    "局长拿出了时间表:新建停车场7处。会议要求景区把瞬时客流控制在1.2万人以内。",
    "the value of the primary, secondary and tertiary sectors was 6.9 billion, 80.1 billion and 81.3 billion yuan.",
    published=DAY,
)
ILL_NAMED = [
    figure("尚未启动开工率", "96%", 1),
    figure("危房改造竣工率", "1项", 2),
    figure("材料产业园总投资", "52亿元", 3),
    figure("完工", "5个", 4),
    figure("零售总额", "下降3.0%", 5),
    figure("零售总额增速", "第9位", 5, is_rank=True),
    figure("签约项目占全年任务", "三成", 6),
    figure("级项目", "5个", 7),
    figure("投资过", "50亿元", 7),
    figure("产值", "31家", 8),
    figure("存贷", "65.7%", 8),
    figure("水体清淤", "166条", 9),
    figure("老年助餐点", "43个", 11, subject="送戏进乡村"),
    figure("改厕", "1260户", 12, subject="桐木镇"),
    figure("新建停车场", "7处", 13),
    figure("瞬时客流", "1.2万人以内", 14),
    figure("secondary and tertiary sectors", "80.1 billion", 15),
]
WELL_NAMED = [
    figure("开工率", "96%", 1),
    figure("危房改造竣工率", "71%", 2),
    figure("冷链枢纽总投资", "52亿元", 3),
    figure("在建", "5个", 4),
    figure("零售总额", "增长0.4%", 5),
    figure("零售总额", "下降3.0%", 5, period="上半年"),
    figure("10亿级项目", "5个", 7),
    figure("产值下降", "31家", 8),
    figure("存贷比", "65.7%", 8),
    figure("水体清淤已完成", "166条", 9),
    figure("老年助餐点", "43个", 11),
    figure("改厕", "980户", 12, subject="桐木镇"),
]


@pytest.mark.parametrize("claim", ILL_NAMED, ids=lambda c: c.metric + c.raw)
def test_a_true_number_under_another_things_name_is_refused(claim: Figure):
    assert not grounding.ground(LABELS, [claim])[0].proven


@pytest.mark.parametrize("claim", WELL_NAMED, ids=lambda c: c.metric + c.raw)
def test_the_same_number_under_its_own_name_is_proven(claim: Figure):
    found = grounding.ground(LABELS, [claim])[0]
    assert found.proven, found.evidence


def test_a_change_in_its_own_unit_is_of_the_number_in_that_unit():
    where = article("重大事故17起、死亡225人,同比增加1起。")
    found = grounding.ground(where, [figure("重大事故", "增加1起"), figure("死亡", "增加1起")])
    assert [f.proven for f in found] == [True, False]


TABLE = article(
    "表1 主要指标\n指标名称 单位 1-8月累计 同比增长(%)\n工业增加值 亿元 68.42 5.6\n利润总额 亿元 9.17 -12.4"
)


def test_a_cell_of_a_table_is_handed_on_with_the_unit_of_its_column():
    bare, whole = (
        Figure(sentence=3, metric="工业增加值", raw=raw) for raw in ("68.42", "68.42亿元")
    )
    level, same = grounding.ground(TABLE, [bare, whole])
    assert level.proven and same.proven
    assert level.claim == same.claim and isinstance(level.claim, Figure)
    assert (level.claim.raw, str(level.amount and level.amount.value)) == (
        "68.42亿元",
        "6842000000",
    )
    assert TABLE.text[level.evidence.mark.start : level.evidence.mark.end] == "68.42"  # type: ignore[union-attr]


def test_a_fall_in_a_table_keeps_its_minus_and_needs_no_word_for_it():
    fall = Figure(sentence=4, metric="利润总额", raw="-12.4", change_kind="同比")
    (found,) = grounding.ground(TABLE, [fall])
    assert found.proven and isinstance(found.claim, Figure)
    assert (found.claim.raw, found.unsaid) == ("-12.4%", Direction.NONE)
