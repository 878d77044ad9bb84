"""A number stays what the sentence makes of it: a level, a change, a distance, an older value."""

import pytest
from fakes import article

from briefing import grounding
from briefing.records import Article, Figure, Verdict

TOURISM = article(
    "今年上半年,全县旅游接待人数达到135.2万人次,去年同期为98.7万人次,旅游收入由去年的6.1亿元增加到8.4亿元。"
)
INCOME = article("去年全镇农民人均纯收入18600元,比2020年的15200元增加3400元。")
STAFF = article("该公司员工由320人减至260人。")
RATES = article(
    "全市工业投资降幅收窄5.2个百分点。高校毕业生就业率比去年同期低2.7个百分点。fixed-asset investment fell 3.1 percent."
)


@pytest.mark.parametrize(
    ("where", "metric", "raw", "period", "sentence"),
    [
        (TOURISM, "旅游接待人数", "135.2万人次", "今年上半年", 1),
        (TOURISM, "旅游接待人数", "98.7万人次", "去年同期", 1),
        (TOURISM, "旅游收入", "6.1亿元", "去年", 1),
        (TOURISM, "旅游收入", "8.4亿元", None, 1),
        (INCOME, "农民人均纯收入", "18600元", "去年", 1),
        (INCOME, "农民人均纯收入", "15200元", "2020年", 1),
        (INCOME, "农民人均纯收入", "增加3400元", None, 1),
        (STAFF, "员工", "由320人", None, 1),
        (STAFF, "员工", "260人", None, 1),
        (RATES, "工业投资降幅收窄", "5.2个百分点", None, 1),
        (RATES, "高校毕业生就业率", "低2.7个百分点", None, 2),
        (RATES, "fixed-asset investment", "fell 3.1 percent", None, 3),
    ],
)
def test_a_claim_that_keeps_it_is_proven(
    where: Article, metric: str, raw: str, period: str | None, sentence: int
):
    claim = Figure(sentence=sentence, metric=metric, raw=raw, period=period)
    (found,) = grounding.ground(where, [claim])
    assert found.proven, found.evidence


@pytest.mark.parametrize(
    ("where", "metric", "raw", "period", "sentence"),
    [
        (TOURISM, "旅游接待人数", "98.7万人次", "今年上半年", 1),
        (TOURISM, "旅游接待人数", "98.7万人次", None, 1),
        (TOURISM, "旅游收入", "6.1亿元", None, 1),
        (TOURISM, "旅游收入", "8.4亿元", "去年", 1),
        (TOURISM, "旅游收入增加额", "8.4亿元", None, 1),
        (INCOME, "农民人均纯收入", "15200元", "去年", 1),
        (INCOME, "农民人均纯收入", "15200元", None, 1),
        (INCOME, "农民人均纯收入", "3400元", None, 1),
        (STAFF, "员工", "320人", None, 1),
        (STAFF, "员工减少", "260人", None, 1),
        (RATES, "工业投资", "5.2个百分点", None, 1),
        (RATES, "工业投资降幅", "5.2个百分点", None, 1),
        (RATES, "高校毕业生就业率", "2.7个百分点", None, 2),
        (RATES, "fixed-asset investment", "3.1 percent", None, 3),
    ],
)
def test_a_claim_that_takes_it_for_something_else_is_refused(
    where: Article, metric: str, raw: str, period: str | None, sentence: int
):
    claim = Figure(sentence=sentence, metric=metric, raw=raw, period=period)
    (found,) = grounding.ground(where, [claim])
    assert found.evidence.verdict in (
        Verdict.PERIOD_DIFFERS,
        Verdict.DIRECTION_DIFFERS,
        Verdict.METRIC_DIFFERS,
    )


@pytest.mark.parametrize(
    ("sentence", "metric", "raw"),
    [
        ("目前是否真的已有80%的群众受益?", "群众受益", "80%"),
        ("情况并非如网帖所说拖欠工资3个月。", "拖欠工资", "3个月"),
        ("园区本不应出现15%的空置率。", "空置率", "15%"),
        ("目標114年公園覆蓋率達85%。", "公園覆蓋率", "85%"),
        ("85 percent of the funds had not been paid.", "funds paid", "85 percent"),
        ("全镇80%的农户没有参保。", "农户参保", "80%"),
    ],
)
def test_what_is_asked_denied_or_wanted_is_no_fact(sentence: str, metric: str, raw: str):
    claim = Figure(sentence=1, metric=metric, raw=raw)
    (found,) = grounding.ground(article(sentence), [claim])
    assert found.evidence.verdict in (Verdict.NOT_ASSERTED, Verdict.METRIC_DIFFERS)
