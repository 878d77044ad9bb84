"""A week in which every text that came from outside is one given string."""

from datetime import date
from functools import cache

from samples import amount, article, by_end_of, finding

from briefing.records import (
    Briefing,
    Change,
    Conflict,
    Digest,
    Figure,
    Issued,
    League,
    Light,
    Masthead,
    NextStep,
    Official,
    OfficialRecord,
    Part,
    Passage,
    Remark,
    Row,
    Run,
    Section,
    Shortfall,
    Skip,
    Source,
    State,
    Target,
    TargetHistory,
    TargetPoint,
    Verdict,
)

DAY = date(2026, 3, 4)


@cache
def week_of(text: str) -> Briefing:
    """Return a week whose masthead, rows, quotes, titles, addresses and reasons are `text`."""
    page = article(
        text, f"会上提到{text}。", source=text, outlet=text, url=text, region=(text,), day=DAY
    )
    figure = Figure(sentence=1, metric=text, subject=text, raw=text, period=text)
    target = Target(sentence=1, what=text, raw=text, deadline=text, owner=text, completion=text)
    claims = {
        "F1": figure,
        "O1": Official(sentence=1, name=text, titles=(text,), org=text, roles=(text,)),
        "T1": target,
        "N1": NextStep(sentence=1, action=text, owner=text, deadline=text),
        "S1": Shortfall(sentence=1, what=text),
        "M1": figure,
    }
    other = finding(page, figure)
    rows = {
        ref: Row(
            ref=ref,
            finding=finding(page, claim, amount("1", "个"), by_end_of(2026)),
            otherwise=(other,),
            cites=("1-1",),
            region=text,
            topic=text,
            status="new",
        )
        for ref, claim in claims.items()
    }
    wrong = finding(page, figure, verdict=Verdict.NUMBER_DIFFERS, note=text)
    prose = Passage(parts=(Part(text=text), Part(text=text, ref="F1")), cites=("1-1", text))
    return Briefing(
        period=Issued(
            name="2026-W10", cadence="week", first=date(2026, 3, 2), last=date(2026, 3, 8)
        ),
        masthead=Masthead(
            name=text, unit=text, secrecy=text, editor_note=text,
            report_to=(text,), send_to=(text,), distribute_to=(text, text),
        ),
        summary=(prose,),
        figures=(rows["F1"],),
        officials=(rows["O1"],),
        targets=(rows["T1"],),
        next_steps=(rows["N1"],),
        shortfalls=(rows["S1"],),
        regions=(Section(title=text, refs=("F1",)),),
        topics=(Section(title=text, refs=("F1",)),),
        conflicts=(Conflict(metric=text, subject=text, period=text, rows=(rows["F1"],) * 2),),
        leagues=(League(metric=text, period=text, rows=(rows["F1"],)),),
        ledger=(
            TargetHistory(
                key="k",
                what=text,
                owner=text,
                deadline=text,
                deadline_range=by_end_of(2026),
                first_seen=DAY,
                points=(TargetPoint(day=DAY, event="stated", finding=other, cite="1-1"),),
                state=State.OPEN,
                light=Light.RED,
                light_rule=text,
            ),
        ),
        registry=(
            OfficialRecord(
                name=text, titles=(text,), first_seen=DAY, last_seen=DAY, flags=(text,), ref="O1"
            ),
        ),
        remarks=(Remark(refs=("F1",), text=text),),
        changes=(Change(kind="new", text=text, ref="F1"),),
        digests=(Digest(source=1, title=text, summary=prose, rows=("F1",)),),
        doubts=(Row(ref="D1", finding=wrong, cites=("1-1",), region=text),),
        omissions=(rows["M1"],),
        skipped=(Skip(source=text, stage="read", reason=text),),
        sources=(
            Source(
                number=1, article=page, dated=DAY, dated_by="published", same_as=(text,), raw=text
            ),
        ),
        run=Run(engine=text, endpoint=text, version="0.1.0", notes=(text,)),
    )  # fmt: skip
