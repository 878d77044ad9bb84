"""An invented week, rich enough for every format: all kinds of rows, states and lights.

No place, person or figure is real. `sample_briefing()` is the whole record; `article()`,
`finding()` and `row()` build single pieces for other tests.
"""

import calendar
import hashlib
import re
from datetime import date
from decimal import Decimal
from functools import cache

from briefing.records import (
    Amount,
    Article,
    Basis,
    Bound,
    Briefing,
    Change,
    Claim,
    Conflict,
    Dated,
    DateRange,
    Digest,
    Direction,
    Evidence,
    Figure,
    Finding,
    Issued,
    League,
    Light,
    Masthead,
    NextStep,
    Official,
    OfficialRecord,
    Part,
    Passage,
    Piece,
    Remark,
    Row,
    Run,
    Section,
    Shortfall,
    Skip,
    Source,
    Span,
    State,
    Target,
    TargetHistory,
    TargetPoint,
    Verdict,
)


def article(
    title: str | None,
    *paragraphs: str,
    source: str = "inbox/page.txt",
    day: date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    region: tuple[str, ...] = (),
) -> Article:
    """Return an article of these paragraphs, its page equal to its text."""
    text = "\n".join(paragraphs)
    starts = [sum(len(p) + 1 for p in paragraphs[:i]) for i in range(len(paragraphs))]
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        source=source,
        title=title,
        derived_title=None if title else text[:20],
        outlet=outlet,
        url=url,
        published=Dated(first=day, last=day, basis="stamp", quote=str(day)) if day else None,
        events=() if day else (_event(),),
        region=region,
        text=text,
        paragraphs=tuple(
            Span(start=s, end=s + len(p)) for s, p in zip(starts, paragraphs, strict=True)
        ),
        sentences=tuple(
            Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^。！？\n]+[。！？]?", text)
        ),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
    )


def _event() -> Dated:
    day = date(2026, 3, 4)
    return Dated(first=day, last=day, basis="sentence", quote="3月4日", reason="period")


def finding(
    page: Article,
    claim: Claim,
    amount: Amount | None = None,
    deadline: DateRange | None = None,
    verdict: Verdict = Verdict.EXACT,
    note: str = "",
) -> Finding:
    """Return the claim with the whole sentence it names as evidence."""
    span = page.sentences[claim.sentence - 1]
    words = next(
        (v for k in ("raw", "name", "action", "what") if (v := getattr(claim, k, None))), ""
    )
    at = span.of(page.text).find(words)
    evidence = Evidence(
        verdict=verdict,
        quote=span.of(page.text),
        start=span.start,
        end=span.end,
        raw_start=span.start,
        raw_end=span.end,
        mark=Span(start=span.start + at, end=span.start + at + len(words)) if at >= 0 else None,
        note=note,
    )
    return Finding(
        article_id=page.id, claim=claim, amount=amount, deadline_range=deadline, evidence=evidence
    )


def amount(value: str, unit: str, basis: Basis = Basis.LEVEL, bound: Bound = Bound.EXACT) -> Amount:
    """Return an amount; changes get their direction from the sign."""
    number = Decimal(value)
    way = Direction.NONE
    if basis is not Basis.LEVEL:
        way = Direction.UP if number >= 0 else Direction.DOWN
    return Amount(value=number, unit=unit, basis=basis, bound=bound, direction=way)


def by_end_of(year: int, month: int = 12) -> DateRange:
    """Return the days of a year up to the end of a month."""
    return DateRange(
        first=date(year, 1, 1), last=date(year, month, calendar.monthrange(year, month)[1])
    )


@cache
def _pages() -> tuple[Article, ...]:
    return (
        article(
            "临江新区召开一季度经济运行调度会",
            "3月5日，临江新区召开一季度经济运行调度会。新区党工委书记周岚出席并讲话，管委会主任陆长河主持会议。",
            "1至2月，临江新区规模以上工业增加值同比增长8.6%，高于全市2.1个百分点。固定资产投资完成近46.3亿元，同比增长12.4%。外贸进出口总额18.2亿元，同比下降3.7%。",
            "会议要求，确保全年固定资产投资突破300亿元，力争12月底前建成智能装备产业园一期。截至目前，固定资产投资完成年度目标的15.4%。",
            "会议指出，外贸订单不足、要素保障不够有力的问题依然突出。下一步，区商务局将开展“百企出海”专项行动，6月底前新增外贸备案企业50家。",
            source="inbox/000_linjiang.txt",
            day=date(2026, 3, 6),
            outlet="临江日报",
            url="https://news.example.cn/linjiang/2026/03/06/content_1024.html",
            region=("东江省", "安州市", "临江新区"),
        ),
        article(
            "安州高新区12个重大项目集中开工 总投资超百亿元",
            "3月3日上午，安州高新区举行2026年一季度重大项目集中开工活动，12个项目总投资105.6亿元。市委常委、高新区党工委书记欧阳文澜宣布开工。",
            "1至2月，高新区规模以上工业增加值同比增长11.2%，增速居全市第1位。新签约项目23个，其中超10亿元项目4个。",
            "高新区管委会副主任韩雪表示，力争全年新开工亿元以上项目60个，年底前完成工业投资180亿元。",
            "记者了解到，项目用地报批周期长仍是制约开工的主要因素。高新区自然资源分局将于4月底前完成全部地块的土地报批。",
            source="inbox/001_gaoxin.html",
            day=date(2026, 3, 4),
            outlet="安州发布",
            url="https://www.anzhou.example.gov.cn/zwgk/xwdt/2026-03/04/a-very-long-address-that-must-be-broken-somewhere-because-it-does-not-fit-into-one-line-of-any-table/content_98765432.html?from=singlemessage&isappinstalled=0",
            region=("东江省", "安州市", "高新区"),
        ),
        article(
            None,
            "3月4日，青石县乡村振兴现场推进会召开。县委书记马向前强调，要守住不发生规模性返贫底线。",
            "目前全县已建成高标准农田32.5万亩，完成年度任务的41%。1至2月，全县规模以上工业增加值同比增长5.3%，固定资产投资同比下降2.8%。",
            "到2026年底，全县高标准农田面积达到79万亩。县农业农村局将在3月底前完成春耕物资储备核查。",
            "会议认为，部分乡镇产业基础薄弱，村集体经济收入偏低。",
            source="inbox/002_qingshi.txt",
            region=("东江省", "安州市", "青石县"),
        ),
        article(
            "安州市1至2月主要经济指标公布",
            "3月7日，市统计局发布1至2月主要经济指标。全市规模以上工业增加值同比增长6.5%。",
            "分区域看，临江新区固定资产投资完成45.8亿元，高新区完成38.9亿元，青石县完成12.1亿元。",
            "全市社会消费品零售总额152.7亿元，同比增长4.9%。全市新增城镇就业约1.2万人。市统计局局长崔立新介绍了有关情况。",
            source="inbox/003_tongji.pdf",
            day=date(2026, 3, 7),
            outlet="安州市统计局",
            url="https://tjj.anzhou.example.gov.cn/202603/t1.html",
            region=("东江省", "安州市"),
        ),
    )


@cache
def _rows() -> dict[str, tuple[Row, ...]]:
    linjiang, gaoxin, qingshi, tongji = _pages()
    up, points = Basis.CHANGE, Basis.POINTS

    def figure(
        ref: int,
        page: Article,
        number: int,
        metric: str,
        subject: str,
        raw: str,
        value: Amount,
        period: str | None = None,
        kind: str | None = None,
        region: str = "",
        topic: str = "",
        rank: bool = False,
        status: str = "",
        also: tuple[Finding, ...] = (),
    ) -> Row:
        claim = Figure(
            sentence=number,
            metric=metric,
            subject=subject,
            raw=raw,
            period=period,
            change_kind=kind,
            is_rank=rank,
        )
        marks = [f"{_pages().index(page) + 1}-{number}"]
        for other in also:
            index = next(i for i, p in enumerate(_pages(), 1) if p.id == other.article_id)
            marks.append(f"{index}-{other.claim.sentence}")
        return Row(
            ref=f"F{ref}",
            finding=finding(page, claim, value),
            also=also,
            cites=tuple(marks),
            region=region,
            topic=topic,
            status=status,
        )

    early = "1至2月"
    value_added = "规模以上工业增加值"
    said_again = finding(
        tongji,
        Figure(
            sentence=2,
            metric=value_added,
            subject="全市",
            raw="6.5%",
            period=early,
            change_kind="同比",
        ),
        amount("6.5", "%", up),
    )
    figures = (
        figure(
            1,
            linjiang,
            3,
            value_added,
            "临江新区",
            "增长8.6%",
            amount("8.6", "%", up),
            early,
            "同比",
            "临江新区",
            "工业",
            status="new",
            also=(said_again,),
        ),
        figure(
            2,
            linjiang,
            3,
            value_added + "高于全市",
            "临江新区",
            "2.1个百分点",
            amount("2.1", "百分点", points),
            early,
            None,
            "临江新区",
            "工业",
        ),
        figure(
            3,
            linjiang,
            4,
            "固定资产投资",
            "临江新区",
            "近46.3亿元",
            amount("4630000000", "元", bound=Bound.ABOUT),
            early,
            None,
            "临江新区",
            "投资",
            status="changed",
        ),
        figure(
            4,
            linjiang,
            4,
            "固定资产投资",
            "临江新区",
            "增长12.4%",
            amount("12.4", "%", up),
            early,
            "同比",
            "临江新区",
            "投资",
        ),
        figure(
            5,
            linjiang,
            5,
            "外贸进出口总额",
            "临江新区",
            "18.2亿元",
            amount("1820000000", "元"),
            early,
            None,
            "临江新区",
            "外贸",
        ),
        figure(
            6,
            linjiang,
            5,
            "外贸进出口总额",
            "临江新区",
            "下降3.7%",
            amount("-3.7", "%", up),
            early,
            "同比",
            "临江新区",
            "外贸",
            status="new",
        ),
        figure(
            7,
            gaoxin,
            1,
            "集中开工项目总投资",
            "安州高新区",
            "105.6亿元",
            amount("10560000000", "元"),
            "一季度",
            None,
            "高新区",
            "项目",
        ),
        figure(
            8,
            gaoxin,
            3,
            value_added,
            "高新区",
            "增长11.2%",
            amount("11.2", "%", up),
            early,
            "同比",
            "高新区",
            "工业",
        ),
        figure(
            9,
            gaoxin,
            3,
            "规模以上工业增加值增速",
            "高新区",
            "第1位",
            amount("1", "位"),
            early,
            None,
            "高新区",
            "工业",
            rank=True,
        ),
        figure(
            10,
            gaoxin,
            4,
            "新签约项目",
            "高新区",
            "23个",
            amount("23", "个"),
            None,
            None,
            "高新区",
            "项目",
        ),
        figure(
            11,
            qingshi,
            3,
            "已建成高标准农田",
            "青石县",
            "32.5万亩",
            amount("325000", "亩"),
            None,
            None,
            "青石县",
            "农业",
        ),
        figure(
            12,
            qingshi,
            4,
            value_added,
            "青石县",
            "增长5.3%",
            amount("5.3", "%", up),
            early,
            "同比",
            "青石县",
            "工业",
        ),
        figure(
            13,
            qingshi,
            4,
            "固定资产投资",
            "青石县",
            "下降2.8%",
            amount("-2.8", "%", up),
            early,
            "同比",
            "青石县",
            "投资",
        ),
        figure(
            14,
            tongji,
            2,
            value_added,
            "全市",
            "增长6.5%",
            amount("6.5", "%", up),
            early,
            "同比",
            "安州市",
            "工业",
        ),
        figure(
            15,
            tongji,
            4,
            "社会消费品零售总额",
            "全市",
            "152.7亿元",
            amount("15270000000", "元"),
            early,
            None,
            "安州市",
            "消费",
        ),
        figure(
            16,
            tongji,
            5,
            "新增城镇就业",
            "全市",
            "约1.2万人",
            amount("12000", "人", bound=Bound.ABOUT),
            early,
            None,
            "安州市",
            "民生",
        ),
    )

    def official(
        ref: int,
        page: Article,
        number: int,
        name: str,
        titles: tuple[str, ...],
        org: str,
        roles: tuple[str, ...],
        region: str,
        status: str = "",
    ) -> Row:
        claim = Official(sentence=number, name=name, titles=titles, org=org, roles=roles)
        return Row(
            ref=f"O{ref}",
            finding=finding(page, claim),
            region=region,
            status=status,
            cites=(f"{_pages().index(page) + 1}-{number}",),
        )

    officials = (
        official(
            1,
            linjiang,
            2,
            "周岚",
            ("新区党工委书记",),
            "临江新区党工委",
            ("出席", "讲话"),
            "临江新区",
        ),
        official(
            2, linjiang, 2, "陆长河", ("管委会主任",), "临江新区管委会", ("主持",), "临江新区"
        ),
        official(
            3,
            gaoxin,
            2,
            "欧阳文澜",
            ("市委常委", "高新区党工委书记"),
            "高新区党工委",
            ("宣布开工",),
            "高新区",
            "new",
        ),
        official(
            4, gaoxin, 5, "韩雪", ("高新区管委会副主任",), "高新区管委会", ("表示",), "高新区"
        ),
        official(5, qingshi, 2, "马向前", ("县委书记",), "青石县委", ("强调",), "青石县"),
        official(6, tongji, 6, "崔立新", ("市统计局局长",), "市统计局", ("介绍",), "安州市"),
    )
    targets = (
        Row(
            ref="T1",
            cites=("1-6",),
            region="临江新区",
            topic="投资",
            finding=finding(
                linjiang,
                Target(
                    sentence=6,
                    what="全年固定资产投资突破300亿元",
                    raw="突破300亿元",
                    deadline="全年",
                    owner="临江新区",
                    completion="15.4%",
                ),
                amount("30000000000", "元", bound=Bound.OVER),
                by_end_of(2026),
            ),
        ),
        Row(
            ref="T2",
            cites=("1-6",),
            region="临江新区",
            topic="项目",
            finding=finding(
                linjiang,
                Target(
                    sentence=6, what="建成智能装备产业园一期", deadline="12月底前", owner="临江新区"
                ),
                None,
                by_end_of(2026),
            ),
        ),
        Row(
            ref="T3",
            cites=("2-5",),
            region="高新区",
            topic="项目",
            status="new",
            finding=finding(
                gaoxin,
                Target(
                    sentence=5,
                    what="全年新开工亿元以上项目60个",
                    raw="60个",
                    deadline="全年",
                    owner="高新区",
                ),
                amount("60", "个"),
                by_end_of(2026),
            ),
        ),
        Row(
            ref="T4",
            cites=("3-5",),
            region="青石县",
            topic="农业",
            finding=finding(
                qingshi,
                Target(
                    sentence=5,
                    what="全县高标准农田面积达到79万亩",
                    raw="79万亩",
                    deadline="到2026年底",
                    owner="青石县",
                ),
                amount("790000", "亩"),
                by_end_of(2026),
            ),
        ),
    )
    steps = (
        Row(
            ref="N1",
            cites=("1-9",),
            region="临江新区",
            finding=finding(
                linjiang,
                NextStep(
                    sentence=9,
                    action="开展“百企出海”专项行动",
                    owner="区商务局",
                    deadline="6月底前",
                ),
                None,
                by_end_of(2026, 6),
            ),
        ),
        Row(
            ref="N2",
            cites=("2-7",),
            region="高新区",
            finding=finding(
                gaoxin,
                NextStep(
                    sentence=7,
                    action="完成全部地块的土地报批",
                    owner="高新区自然资源分局",
                    deadline="4月底前",
                ),
                None,
                by_end_of(2026, 4),
            ),
        ),
        Row(
            ref="N3",
            cites=("3-6",),
            region="青石县",
            finding=finding(
                qingshi,
                NextStep(
                    sentence=6,
                    action="完成春耕物资储备核查",
                    owner="县农业农村局",
                    deadline="3月底前",
                ),
                None,
                by_end_of(2026, 3),
            ),
        ),
    )
    shortfalls = (
        Row(
            ref="S1",
            cites=("1-8",),
            region="临江新区",
            finding=finding(
                linjiang, Shortfall(sentence=8, what="外贸订单不足、要素保障不够有力的问题依然突出")
            ),
        ),
        Row(
            ref="S2",
            cites=("2-6",),
            region="高新区",
            finding=finding(gaoxin, Shortfall(sentence=6, what="项目用地报批周期长")),
        ),
        Row(
            ref="S3",
            cites=("3-7",),
            region="青石县",
            finding=finding(
                qingshi, Shortfall(sentence=7, what="部分乡镇产业基础薄弱，村集体经济收入偏低")
            ),
        ),
    )
    doubts = (
        Row(
            ref="D1",
            cites=("1-4",),
            region="临江新区",
            finding=finding(
                linjiang,
                Figure(sentence=4, metric="固定资产投资", subject="临江新区", raw="46.8亿元"),
                verdict=Verdict.NUMBER_DIFFERS,
                note="原文为近46.3亿元",
            ),
        ),
        Row(
            ref="D2",
            cites=("2-2",),
            region="高新区",
            finding=finding(
                gaoxin,
                Official(sentence=2, name="欧阳文斓", titles=("市委常委",)),
                verdict=Verdict.NAME_DIFFERS,
                note="原文为欧阳文澜",
            ),
        ),
        Row(
            ref="D3",
            cites=("3-4",),
            region="青石县",
            finding=finding(
                qingshi,
                Figure(
                    sentence=4,
                    metric="固定资产投资",
                    subject="青石县",
                    raw="增长2.8%",
                    change_kind="同比",
                ),
                verdict=Verdict.DIRECTION_DIFFERS,
                note="原文为下降",
            ),
        ),
    )
    omissions = (
        Row(
            ref="M1",
            cites=("2-4",),
            region="高新区",
            finding=finding(
                gaoxin,
                Figure(sentence=4, metric="超10亿元项目", subject="高新区", raw="4个"),
                amount("4", "个"),
            ),
        ),
    )
    return {
        "figures": figures,
        "officials": officials,
        "targets": targets,
        "next_steps": steps,
        "shortfalls": shortfalls,
        "doubts": doubts,
        "omissions": omissions,
    }


def _conflicts() -> tuple[Conflict, ...]:
    tongji = _pages()[3]
    other = Row(
        ref="F17",
        cites=("4-3",),
        region="临江新区",
        topic="投资",
        finding=finding(
            tongji,
            Figure(
                sentence=3,
                metric="固定资产投资",
                subject="临江新区",
                raw="45.8亿元",
                period="1至2月",
            ),
            amount("4580000000", "元"),
        ),
    )
    mine = _rows()["figures"][2]
    return (
        Conflict(metric="固定资产投资", subject="临江新区", period="1至2月", rows=(mine, other)),
    )


def _ledger() -> tuple[TargetHistory, ...]:
    targets = _rows()["targets"]

    def history(
        key: str,
        row: Row,
        state: State,
        light: Light,
        done: str | None,
        elapsed: str | None,
        silent: int = 0,
        rule: str = "",
        deadline: DateRange | None = None,
        points: tuple = (),
    ) -> TargetHistory:
        claim = row.finding.claim
        assert isinstance(claim, Target)
        first = TargetPoint(
            day=date(2026, 1, 15), event="stated", finding=row.finding, cite=row.cites[0]
        )
        return TargetHistory(
            key=key,
            what=claim.what,
            owner=claim.owner or "",
            deadline=claim.deadline or "",
            deadline_range=deadline or row.finding.deadline_range,
            value=row.finding.amount,
            first_seen=date(2026, 1, 15),
            points=(first, *points),
            state=state,
            silent_periods=silent,
            completion=Decimal(done) if done else None,
            completion_rule="文中所述完成比例" if done else "",
            elapsed=Decimal(elapsed) if elapsed else None,
            light=light,
            light_rule=rule,
        )

    def point(row: Row, event: str, day: date) -> TargetPoint:
        return TargetPoint(day=day, event=event, finding=row.finding, cite=row.cites[0])

    on_time = "进度不落后于时间为绿灯"
    behind = "落后时间进度0至10个百分点为黄灯"
    far = "落后时间进度10个百分点以上为红灯"
    ended = DateRange(first=date(2026, 1, 1), last=date(2026, 2, 28))
    return (
        history(
            "a",
            targets[0],
            State.OPEN,
            Light.YELLOW,
            "15.4",
            "18.1",
            rule=behind,
            points=(point(targets[0], "progress", date(2026, 3, 6)),),
        ),
        history(
            "b", targets[1], State.OPEN, Light.GREY, None, "18.1", silent=3, rule="无可计量的进展"
        ),
        history(
            "c",
            targets[2],
            State.OPEN,
            Light.RED,
            "5",
            "18.1",
            rule=far,
            points=(point(targets[2], "progress", date(2026, 2, 20)),),
        ),
        history(
            "d",
            targets[3],
            State.OPEN,
            Light.GREEN,
            "41",
            "18.1",
            rule=on_time,
            points=(point(targets[3], "progress", date(2026, 3, 4)),),
        ),
        history(
            "e",
            targets[3],
            State.MET,
            Light.GREEN,
            "100",
            "100",
            deadline=ended,
            rule=on_time,
            points=(point(targets[3], "met", date(2026, 3, 4)),),
        ),
        history(
            "f",
            targets[2],
            State.MISSED,
            Light.RED,
            "83.3",
            "100",
            deadline=ended,
            rule=far,
            points=(point(targets[2], "missed", date(2026, 3, 4)),),
        ),
        history(
            "g",
            targets[1],
            State.REVISED,
            Light.YELLOW,
            "10",
            "18.1",
            rule=behind,
            points=(point(targets[1], "extended", date(2026, 3, 5)),),
        ),
        history(
            "h",
            targets[0],
            State.OVERDUE,
            Light.RED,
            "62",
            "100",
            silent=2,
            deadline=ended,
            rule=far,
        ),
    )


def _digests() -> tuple[Digest, ...]:
    def part(ref: str, text: str) -> Part:
        return Part(text=text, ref=ref)

    plain = Part
    return (
        Digest(
            source=1,
            title="临江新区召开一季度经济运行调度会",
            rows=("F1", "F3", "F4", "O1", "T1"),
            summary=Passage(
                cites=("1-3", "1-6"),
                parts=(
                    part("O1", "周岚"),
                    plain(text="出席会议并讲话。临江新区规模以上工业增加值"),
                    part("F1", "增长8.6%"),
                    plain(text="，固定资产投资完成"),
                    part("F3", "近46.3亿元"),
                    plain(text="；会议提出"),
                    part("T1", "全年固定资产投资突破300亿元"),
                    plain(text="。"),
                ),
            ),
        ),
        Digest(
            source=2,
            title="安州高新区12个重大项目集中开工 总投资超百亿元",
            rows=("F7", "F8", "F9"),
            summary=Passage(
                cites=("2-1", "2-3"),
                parts=(
                    plain(text="高新区集中开工项目总投资"),
                    part("F7", "105.6亿元"),
                    plain(text="，规模以上工业增加值"),
                    part("F8", "增长11.2%"),
                    plain(text="。"),
                ),
            ),
        ),
        Digest(
            source=3,
            title="3月4日，青石县乡村振兴现场推进会召",
            rows=("F11", "S3"),
            summary=Passage(
                cites=("3-3",),
                parts=(
                    plain(text="青石县已建成高标准农田"),
                    part("F11", "32.5万亩"),
                    plain(text="。"),
                ),
            ),
        ),
        Digest(
            source=4,
            title="安州市1至2月主要经济指标公布",
            rows=("F14", "F15"),
            summary=Passage(
                cites=("4-2",),
                parts=(
                    plain(text="全市规模以上工业增加值"),
                    part("F14", "增长6.5%"),
                    plain(text="，社会消费品零售总额"),
                    part("F15", "152.7亿元"),
                    plain(text="。"),
                ),
            ),
        ),
    )


def _registry() -> tuple[OfficialRecord, ...]:
    seen = {"first_seen": date(2026, 1, 15), "last_seen": date(2026, 3, 6)}
    return (
        OfficialRecord(
            name="周岚", titles=("新区党工委书记",), orgs=("临江新区党工委",), ref="O1", **seen
        ),
        OfficialRecord(
            name="陆长河", titles=("管委会主任",), orgs=("临江新区管委会",), ref="O2", **seen
        ),
        OfficialRecord(
            name="欧阳文澜",
            titles=("市委常委", "高新区党工委书记"),
            ref="O3",
            flags=("职务有变化",),
            **seen,
        ),
    )


@cache
def sample_briefing() -> Briefing:
    """Return the invented week 2026-W10 with something in every field."""
    rows = _rows()
    figures = rows["figures"]

    def at(key: str) -> tuple[str, ...]:
        every = [row for kind in rows.values() for row in kind]
        return tuple(
            row.ref for row in every if key in (row.region, row.topic) and row.ref[0] in "FTNS"
        )

    growth = (figures[7], figures[0], figures[13], figures[11])
    pages = _pages()
    days = (date(2026, 3, 6), date(2026, 3, 4), date(2026, 3, 4), date(2026, 3, 7))
    return Briefing(
        period=Issued(
            name="2026-W10", cadence="week", first=date(2026, 3, 2), last=date(2026, 3, 8)
        ),
        masthead=Masthead(
            name="安州工作简报",
            unit="安州市人民政府办公室",
            issue=10,
            total=226,
            secrecy="内部资料",
            editor_note="本期反映各区县年初经济运行和重大项目建设情况，供领导同志参阅。",
            report_to=("市委、市政府领导同志",),
            send_to=("市人大、市政协办公室",),
            distribute_to=("各区县人民政府", "市直有关部门"),
        ),
        summary=(
            Passage(
                cites=("1-3", "2-3"),
                parts=(
                    Part(text="本周收到材料4篇。工业运行平稳：高新区规模以上工业增加值"),
                    Part(text="增长11.2%", ref="F8"),
                    Part(text="，临江新区"),
                    Part(text="增长8.6%", ref="F1"),
                    Part(text="。"),
                ),
            ),
            Passage(
                cites=("1-5", "3-4"),
                parts=(
                    Part(text="外贸和县域投资承压：临江新区外贸进出口总额"),
                    Part(text="下降3.7%", ref="F6"),
                    Part(text="，青石县固定资产投资"),
                    Part(text="下降2.8%", ref="F13"),
                    Part(text="。"),
                ),
            ),
        ),
        figures=figures,
        officials=rows["officials"],
        targets=rows["targets"],
        next_steps=rows["next_steps"],
        shortfalls=rows["shortfalls"],
        regions=tuple(
            Section(title=name, refs=at(name))
            for name in ("临江新区", "高新区", "青石县", "安州市")
        ),
        topics=tuple(
            Section(title=name, refs=at(name)) for name in ("工业", "投资", "项目", "外贸")
        ),
        conflicts=_conflicts(),
        leagues=(League(metric="规模以上工业增加值同比增速", period="1至2月", rows=growth),),
        ledger=_ledger(),
        registry=_registry(),
        remarks=(
            Remark(
                refs=("F3", "T1"), text="46.3亿元占300亿元的15.43%，与文中15.4%相符（按四舍五入）。"
            ),
        ),
        changes=(
            Change(kind="new", text="高新区提出全年新开工亿元以上项目60个", ref="T3"),
            Change(kind="changed", text="临江新区固定资产投资由近20.1亿元变为近46.3亿元", ref="F3"),
            Change(kind="gone", text="上期的“滨江大道改造工程”本期未再提及"),
        ),
        digests=_digests(),
        doubts=rows["doubts"],
        omissions=rows["omissions"],
        skipped=(
            Skip(source="inbox/004_broken.pdf", stage="read", reason="文件加密，无法读取"),
            Skip(source="inbox/005_nodate.txt", stage="date", reason="找不到日期，未归入任何一周"),
        ),
        sources=tuple(
            Source(
                number=i,
                article=page,
                dated=day,
                dated_by="published" if page.published else "event",
                same_as=("https://wx.example.cn/s/abc",) if i == 1 else (),
                raw=page.text,
            )
            for i, (page, day) in enumerate(zip(pages, days, strict=True), 1)
        ),
        run=Run(
            engine="qwen-plus",
            endpoint="dashscope.example.com",
            prompts_hash="3f2a9c1d0b7e",
            version="0.1.0",
            calls=9,
            cached_calls=4,
            tokens_in=18230,
            tokens_out=3411,
            tokens_cached=2048,
            cost=Decimal("0.083"),
            currency="CNY",
        ),
    )
