"""What printing a made week of 60 articles costs, in every format, and against WeasyPrint.

    python benchmarks/rendering.py [--articles 60] [--runs 5]

Every article brings two figures, a person, a target and a next step; the targets stand in the
ledger too. CPU time of the process, the lowest of some runs after one to warm up (of PDF, the lowest over
other weeks, since the same week again costs next to nothing): first runs
also load libraries and fonts, and are shown apart. Peaks of memory are those of a process that
does nothing else. WeasyPrint, when it is installed, makes a PDF of the same tables and prose
with the same fonts; it is a peer, never imported by the package.

    pip install weasyprint      # and Pango from the system: libpango-1.0-0, libpangoft2-1.0-0
"""

import argparse
import importlib.util
import io
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from made_text import _METRICS, _NAMES, _PLACES, _TAILS, _THINGS

from briefing.periods import Period
from briefing.records import (
    Amount,
    Article,
    Basis,
    Briefing,
    Claim,
    Dated,
    DateRange,
    Direction,
    Evidence,
    Extraction,
    Figure,
    Finding,
    Masthead,
    NextStep,
    Official,
    Part,
    Passage,
    Piece,
    Run,
    Source,
    Span,
    Target,
    Verdict,
)
from briefing.render import FORMATS, LAYOUTS, Options, pdf, render
from briefing.resources import data
from briefing.settings import Settings
from briefing.weeks import weekly

ALL_LIMIT_S = 2.0
PDF_LIMIT_S = 0.5
MEMORY_LIMIT_MB = 300
FIRST = date(2026, 3, 2)


def _words_of(claim: Claim) -> str:
    return next(v for k in ("raw", "name", "action", "what") if (v := getattr(claim, k, None)))


def _finding(page: Article, claim: Claim, amount: Amount | None, due: DateRange | None) -> Finding:
    span, words = page.sentences[claim.sentence - 1], _words_of(claim)
    start = page.text.index(words, span.start)
    evidence = Evidence(
        verdict=Verdict.EXACT,
        quote=span.of(page.text),
        start=span.start,
        end=span.end,
        raw_start=span.start,
        raw_end=span.end,
        mark=Span(start=start, end=start + len(words)),
    )
    return Finding(
        article_id=page.id, claim=claim, amount=amount, deadline_range=due, evidence=evidence
    )


def _article(draw: random.Random, number: int) -> tuple[Source, Extraction]:
    place, name = draw.choice(_PLACES), draw.choice(_NAMES)
    metric, thing = draw.choice(_METRICS), draw.choice(_THINGS)
    level, change = draw.randint(100, 9000) / 10, draw.randint(10, 190) / 10
    count, day = draw.randint(5, 400), FIRST + timedelta(days=number % 7)
    sentences = [
        f"{day.month}月{day.day}日，{place}召开{thing}工作推进会，区长{name}主持会议并讲话。",
        f"1至2月，{place}{metric}完成{level}亿元，同比增长{change}%。",
        f"会议要求，{place}年底前新建第{number}批{thing}项目{count}个。",
        f"下一步，{place}发展改革局将在6月底前完成{thing}第{number}批方案编制。",
        *(f"要{draw.choice(_THINGS)}，{draw.choice(_TAILS)}。" for _ in range(12)),
    ]
    text = "".join(sentences)
    ends = [at + 1 for at, char in enumerate(text) if char == "。"]
    spans = [Span(start=a, end=b) for a, b in zip([0, *ends], ends, strict=False)]
    page = Article(
        id=f"{number:016x}",
        source=f"inbox/{number:03}.html",
        title=f"{place}召开{thing}工作推进会",
        outlet=f"{place}融媒体中心",
        url=f"https://news.example.cn/{number}/2026/03/content_{number}.html",
        published=Dated(first=day, last=day, basis="stamp"),
        region=("东江省", "安州市", place),
        text=text,
        paragraphs=(Span(start=0, end=len(text)),),
        sentences=tuple(spans),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256="0" * 64,
        encoding="utf-8",
    )
    year = DateRange(first=date(2026, 1, 1), last=date(2026, 12, 31))
    june = DateRange(first=date(2026, 6, 1), last=date(2026, 6, 30))
    up = Amount(value=Decimal(str(change)), unit="%", basis=Basis.CHANGE, direction=Direction.UP)
    period = "1至2月"
    findings = (
        _finding(
            page,
            Figure(sentence=2, metric=metric, subject=place, raw=f"{level}亿元", period=period),
            Amount(value=Decimal(str(level)) * 100_000_000, unit="元"),
            None,
        ),
        _finding(
            page,
            Figure(sentence=2, metric=metric, subject=place, raw=f"增长{change}%", period=period,
                   change_kind="同比"),
            up,
            None,
        ),
        _finding(
            page,
            Official(sentence=1, name=name, titles=("区长",), org=place, roles=("主持", "讲话")),
            None,
            None,
        ),
        _finding(
            page,
            Target(sentence=3, what=f"新建第{number}批{thing}项目{count}个", raw=f"{count}个",
                   deadline="年底前", owner=place),
            Amount(value=Decimal(count), unit="个"),
            year,
        ),
        _finding(
            page,
            NextStep(sentence=4, action=f"完成{thing}第{number}批方案编制",
                     owner=f"{place}发展改革局", deadline="6月底前"),
            None,
            june,
        ),
    )  # fmt: skip
    summary = Passage(parts=(Part(text=sentences[1]), Part(text=sentences[2])), cites=("1-2",))
    source = Source(
        number=number, article=page, dated=day, dated_by="published", raw=f"<p>{text}</p>"
    )
    found = Extraction(article_id=page.id, engine="rules", findings=findings, summary=summary)
    return source, found


@cache
def made_week(articles: int, seed: int = 1) -> Briefing:
    """Return the briefing of a week of made articles, five rows each."""
    draw = random.Random(seed)
    told = [_article(draw, number) for number in range(1, articles + 1)]
    settings = Settings(
        masthead=Masthead(name="安州工作简报", unit="安州市人民政府办公室", issue=10)
    )
    return weekly.compose(
        Period.of(FIRST),
        [source for source, _ in told],
        {found.article_id: found for _, found in told},
        settings=settings,
        run=Run(engine="rules", version="0"),
    )


def cpu_s(action: Callable[[], bytes], runs: int) -> tuple[float, float, bytes]:
    """Return CPU seconds of the first run and of the best later one, and what was made."""
    times = []
    made = b""
    for _ in range(runs + 1):
        begin = time.process_time()
        made = action()
        times.append(time.process_time() - begin)
    return times[0], min(times[1:]), made


def another_week_s(articles: int, layout: str, runs: int) -> tuple[float, float]:
    """Return CPU seconds of the PDF of a week not printed before, and typst's part; the best."""
    times = []
    for seed in range(2, 2 + runs):
        briefing = made_week(articles, seed)
        begin = time.process_time()
        pdf.markup(briefing, Options(layout=layout))
        filled = time.process_time()
        render(briefing, "pdf", layout=layout)
        whole = time.process_time() - filled
        times.append((whole, whole - (filled - begin)))
    return min(times)


def peak_mb(what: str, articles: int) -> tuple[float, float]:
    """Return CPU seconds and peak MB of a fresh process that makes `what` (formats, or none).

    Run it before anything large: a new process counts its parent's size as its first peak.
    """
    command = [sys.executable, __file__, "--articles", str(articles), "--only", what]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return cpu, float(told)


def peer(briefing: Briefing) -> Callable[[], bytes]:
    """Return WeasyPrint at work on the tables and prose of the HTML edition."""
    import weasyprint

    page = render(briefing, "html").decode()
    page = re.sub(r"<(script|style)\b.*?</\1>|<pre class=\"raw\".*?</pre>", "", page, flags=re.S)
    page = re.sub(r'<div class="text">.*?</div>', "", page, flags=re.S)
    page = re.sub(r'<div class="tools".*?</div>|<aside.*?</aside>', "", page, flags=re.S)
    faces = "".join(
        f"@font-face {{ font-family: F; src: url({(data('fonts') / file).as_uri()});"
        f" font-weight: {weight} }}"
        for file, weight in (("NotoSansSC-Regular.ttf", 400), ("NotoSansSC-Bold.ttf", 700))
    )
    style = faces + (
        "@page { size: A4; margin: 25mm } body { font: 10pt F } table { width: 100%;"
        " border-collapse: collapse } td, th { border: 0.3pt solid; padding: 2pt }"
    )

    def work() -> bytes:
        out = io.BytesIO()
        fonts = weasyprint.text.fonts.FontConfiguration()
        sheet = weasyprint.CSS(string=style, font_config=fonts)
        weasyprint.HTML(string=page).write_pdf(out, stylesheets=[sheet], font_config=fonts)
        return out.getvalue()

    return work


def pages(made: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(made))


def measure(articles: int, runs: int) -> bool:
    """Print all figures beside their limits; return whether all are kept."""
    idle, base = peak_mb("none", articles)
    whole, peak = peak_mb(",".join(FORMATS), articles)
    cold = whole - idle
    briefing = made_week(articles)
    rows = sum(len(getattr(briefing, k)) for k in ("figures", "officials", "targets", "next_steps"))
    print(f"{articles} articles, {rows} rows, {len(briefing.ledger)} targets in the ledger")
    total, another, official = 0.0, {}, b""
    for fmt in FORMATS:
        first, warm, made = cpu_s(lambda fmt=fmt: render(briefing, fmt), runs)
        if fmt == "pdf":
            print(f"pdf, same {warm:6.3f} s CPU: the same week again, as the preview prints it")
            another["official"] = another_week_s(articles, "official", runs)
            warm, official = another["official"][0], made
        total += warm
        print(f"{fmt:<9} {warm:6.3f} s CPU ({first:.3f} s first)  {len(made) / 1024:8.0f} KiB")
    print(f"all six   {total:6.3f} s CPU warm, the PDF of another week")
    for layout in LAYOUTS[1:]:
        another[layout] = another_week_s(articles, layout, runs)
    for layout, (warm, typst) in another.items():
        print(
            f"PDF of another week, {layout}: {warm:.3f} s CPU, "
            f"of it typst {typst:.3f} s (limit {PDF_LIMIT_S} s)"
        )
    print(f"all six once in a new process: {cold:.2f} s CPU (limit {ALL_LIMIT_S} s)")
    print(
        f"peak memory {peak:.0f} MB, of it {base:.0f} before printing (limit {MEMORY_LIMIT_MB} MB)"
    )
    compare(briefing, another["official"][0], official, runs)
    kept = max(typst for _, typst in another.values()) <= PDF_LIMIT_S and total <= ALL_LIMIT_S
    return kept and cold <= ALL_LIMIT_S and peak <= MEMORY_LIMIT_MB


def compare(briefing: Briefing, ours: float, made: bytes, runs: int) -> None:
    """Print what WeasyPrint needs for the same content, when it is installed."""
    if importlib.util.find_spec("weasyprint") is None:
        print("WeasyPrint is not installed: no comparison")
        return
    _, warm, theirs = cpu_s(peer(briefing), min(runs, 2))
    print(
        f"WeasyPrint: {warm:.2f} s CPU for {pages(theirs)} pages, ours {ours:.2f} s for "
        f"{pages(made)} (PDF/A): {warm / ours:.1f} x"
    )


def main() -> None:
    """Run; leave with 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        briefing = made_week(options.articles)
        for fmt in options.only.split(","):
            if fmt in FORMATS:
                render(briefing, fmt)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    sys.exit(0 if measure(options.articles, options.runs) else 1)


if __name__ == "__main__":
    main()
