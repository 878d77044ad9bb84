"""Cleaning against its peers: quality on made pages, CPU ratios, speed, memory, false hits.

    pip install --group bench
    python benchmarks/cleaning.py [quality] [speed] [text] [memory] [jammers]

Without an argument every part runs. Peers are given decoded text, which spares them the guess of
the encoding; ours starts from bytes. All times are CPU times of this process. A line that misses its
limit ends with MISSED, and the script leaves with 1.
"""

import gc
import os
import random
import string
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from layouts_kept_back import KEPT_BACK
from layouts_late import LATE
from layouts_shown import SHOWN, nav
from made_text import Story, headline, jammer, paragraph, story
from scoring_text import average, compare

from briefing.cleaning import clean, jammers
from briefing.cleaning.html import Linear, linear
from briefing.cleaning.spans import pieces
from briefing.records import Piece, Raw

SEEDS = range(3)
missed: list[str] = []


def check(name: str, value: float, limit: float, *, most: bool = False, unit: str = "") -> None:
    """Print a figure beside its limit, and remember a miss."""
    good = value <= limit if most else value >= limit
    if not good:
        missed.append(name)
    sign = "<=" if most else ">="
    print(f"  {name:<52} {value:9.3f}{unit} ({sign} {limit:g}){'' if good else '  MISSED'}")


def cpu_s(work: Callable[[], Any]) -> float:
    """Return the CPU seconds of one call."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def best_s(work: Callable[[], Any], runs: int) -> float:
    """Return the CPU seconds of the fastest of some calls: the least disturbed."""
    return min(cpu_s(work) for _ in range(runs))


def made(layouts: Any) -> list[tuple[str, Story, bytes]]:
    """Return (page, story, bytes) of each layout and seed, every second page in GB18030."""
    pages = []
    for layout in layouts:
        for seed in SEEDS:
            page, told = layout(random.Random(f"{layout.__name__} {seed}"))
            pages.append((page, told, page.encode("gb18030" if seed % 2 else "utf-8")))
    return pages


def ours(data: bytes) -> str:
    """Return the text of all articles of a page."""
    return "\n".join(
        article.text for article in clean(Raw("page.html", data, "text/html")).articles
    )


def peers() -> dict[str, Callable[[str], str]]:
    """Return the peers that are installed, by name."""
    found: dict[str, Callable[[str], str]] = {}
    try:
        import trafilatura

        found["trafilatura precision"] = lambda p: (
            trafilatura.extract(p, favor_precision=True) or ""
        )
        found["trafilatura default"] = lambda p: trafilatura.extract(p) or ""
    except ImportError:
        print("  trafilatura is not installed")
    try:
        from lxml import html as lxml_html
        from readability import Document

        def readability(page: str) -> str:
            return str(lxml_html.fromstring(Document(page).summary()).text_content())

        found["readability-lxml"] = readability
    except ImportError:
        print("  readability-lxml is not installed")
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse main"] = lambda p: extract_plain_text(p, main_content=True)
    except ImportError:
        print("  resiliparse is not installed")
    return found


def quality() -> None:
    """Body F1 of ours and of each peer, by family of layouts."""
    families = {"shown": made(SHOWN), "kept back": made(KEPT_BACK), "late": made(LATE)}
    print(f"quality: {sum(map(len, families.values()))} pages, P / R / F1 (characters in 6-grams)")
    best = 0.0
    for name, extract in peers().items():
        rows = []
        for family, pages in families.items():
            scored = [
                compare(_quiet(extract, page), "\n".join(told.body)) for page, told, _ in pages
            ]
            rows += scored
            print(f"  {name:<24} {family:<10} " + " / ".join(f"{v:.3f}" for v in average(scored)))
        best = max(best, average(rows)[2])
    own = []
    for family, pages in families.items():
        scored = [compare(ours(data), "\n".join(told.body)) for _, told, data in pages]
        own += scored
        print(f"  {'ours':<24} {family:<10} " + " / ".join(f"{v:.3f}" for v in average(scored)))
    check("F1 of ours, all pages", average(own)[2], 0.95)
    check("F1 of ours less that of the best peer", average(own)[2] - best, 0.0)


def _quiet(extract: Callable[[str], str], page: str) -> str:
    try:
        return extract(page)
    except Exception as error:  # noqa: BLE001, a peer may fail on a page; that is its score
        print(f"    ({type(error).__name__}: {str(error)[:60]})")
        return ""


def padded(page: str, rng: random.Random) -> str:
    """Return a page of about 170,000 characters, made up as big portals are.

    About 2,000 elements: menus of links with long attributes, picture teasers, a list of older texts;
    two fifths of the characters are scripts and styles.
    """
    script = (
        "<script>"
        + "".join(
            f"var v{n}='{n * 37 % 1013}';function f{n}(a,b){{return a?b:v{n};}}" for n in range(500)
        )
        + "</script>"
    )
    style = (
        "<style>"
        + "".join(f".c{n}{{margin:{n % 9}px;color:#fff}}" for n in range(600))
        + "</style>"
    )

    def link() -> str:
        day = f"2023/{rng.randint(1, 12)}/{rng.randint(1, 28)}/art_{rng.randint(1, 9999)}_{rng.randint(1, 999999)}"
        return f'<a class="link c{rng.randint(1, 60)}" href="http://www.wangchuan.example.cn/{day}.html" target="_blank" title="{headline(rng)}">{headline(rng)}</a>'

    menus = "".join(
        f'<div class="menu m{n}" id="menu{n}" data-index="{n}"><h4><span>{nav(rng)}</span></h4><ul class="list">'
        + "".join(
            f'<li class="item"><i class="dot"></i>{link()}<span class="date">07-{rng.randint(10, 28)}</span></li>\n'
            for _ in range(16)
        )
        + "</ul></div>"
        for n in range(14)
    )
    cards = "".join(
        f'<div class="card"><div class="pic">{link()}<img src="http://img.example.cn/{n}.jpg" alt="" width="120" height="90"></div><div class="say">{link()}</div></div>'
        for n in range(40)
    )
    page = page.replace("</head>", style + script + "</head>", 1)
    return page.replace("</body>", f'<div class="feed">{cards}</div>{menus}{script}</body>', 1)


def speed() -> None:
    """CPU of ours against the peers, on pages as they are and padded to the size of portals."""
    rng = random.Random("padded")
    plain = [page for page, _, _ in made((*SHOWN, *KEPT_BACK, *LATE))]
    big = [padded(page, rng) for page, _, _ in made(SHOWN)[::4] if "</body>" in page]
    for kind, pages in (("made", plain), ("padded", big)):
        _compare_speed(kind, pages)


def _compare_speed(kind: str, pages: list[str]) -> None:
    count = len(pages)
    data = [page.encode() for page in pages]
    print(
        f"speed: {count} {kind} pages of {sum(map(len, pages)) / count:,.0f} characters, CPU ms a page"
    )
    own_html = best_s(partial(_all, linear, pages), 4) / count
    own = best_s(partial(_all, ours, data), 3) / count
    print(f"  ours, HTML to marked text      {own_html * 1000:8.2f}")
    print(f"  ours, bytes to articles        {own * 1000:8.2f}")
    for name, extract in peers().items():
        used = best_s(partial(_all, partial(_quiet, extract), pages), 2) / count
        print(f"  {name:<30} {used * 1000:8.2f}")
        if name.startswith("trafilatura"):
            check(f"{name} / HTML to marked text", used / own_html, 8, unit=" x")
            check(f"{name} / bytes to articles", used / own, 8, unit=" x")
    if kind == "padded":
        share = best_s(partial(_offsets, [linear(page) for page in pages]), 3) / count / own
        check("cost of the offset map, share of cleaning", share, 0.05, most=True)


def _all(work: Callable[[Any], Any], pages: list[Any]) -> None:
    for page in pages:
        work(page)


def _offsets(read: list[Linear]) -> list[tuple[Piece, ...]]:
    """Make the records that lead the body of each page back to it."""
    return [
        pieces(part for block in page.body for part in page.slices(block.start, block.end))
        for page in read
    ]


def text() -> None:
    """Plain text to article, and the scan for jammers."""
    rng = random.Random("text")
    pages = []
    for _ in range(60):
        told = story(rng, paragraphs=(8, 30))
        head = f"首页 > 新闻\n{told.title}\n发布时间:{told.stamp} 来源:{told.outlet}\n"
        pages.append(
            head
            + "\n".join(told.body)
            + f"\n责任编辑:{told.editor}\n上一篇:无 下一篇:无\n版权所有 ICP备1号\n"
        )
    size = sum(map(len, pages))
    raws = [Raw(f"{n}.txt", page.encode(), "text/plain") for n, page in enumerate(pages)]
    clean(raws[0])
    used = best_s(partial(_all, clean, raws), 3)
    print(f"text: {len(pages)} pages, {size:,} characters")
    check("plain text to article", size / used / 1e6, 1.0, unit=" Mchar/s")
    joined = "\n".join(pages)
    noisy = "\n".join(
        jammer(rng) + line if rng.random() < 0.1 else line for line in joined.split("\n")
    )
    check(
        "jammer scan, clean text",
        len(joined) / cpu_s(lambda: jammers.find(joined)) / 1e6,
        3.0,
        unit=" Mchar/s",
    )
    check(
        "jammer scan, a tenth of the lines jammed",
        len(noisy) / cpu_s(lambda: jammers.find(noisy)) / 1e6,
        3.0,
        unit=" Mchar/s",
    )


def memory(count: int = 10_000) -> None:
    """Growth of the resident memory over many pages."""
    pages = [data for _, _, data in made(SHOWN + KEPT_BACK)]

    def resident_mb() -> float:
        with open("/proc/self/statm") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    first = 0.0
    used = cpu_s(lambda: [ours(pages[n % len(pages)]) for n in range(count // 10)])
    first = resident_mb()
    used += cpu_s(
        lambda: [ours(pages[n % len(pages)]) and None for n in range(count - count // 10)]
    )
    print(f"memory: {count:,} pages in {used:.0f} s of CPU, {resident_mb():.0f} MB at the end")
    check("growth over the last nine tenths, MB", resident_mb() - first, 8, most=True)


def _lines(rng: random.Random) -> Iterator[str]:
    """Yield lines of code, English, HTML, formulas and Chinese that hold no jammer."""
    words = [
        "the",
        "market",
        "report",
        "said",
        "that",
        "growth",
        "in",
        "prices",
        "was",
        "slow",
        "while",
        "output",
        "rose",
        "by",
        "a",
        "third",
    ]
    names = ["total", "count", "self.value", "i", "x", "n", "result", "data[0]", "f(x)", "a", "b"]
    while True:
        a, b, c = (rng.choice(names) for _ in range(3))
        yield f"    if {a} < {b} and {c} != {rng.randint(0, 99)}: {a} += {b} * {c}  # {rng.choice(words)}"
        yield " ".join(rng.choice(words) for _ in range(14)) + rng.choice(".,;:!?")
        yield f'<td class="{a}" style="width:{rng.randint(1, 99)}px"><a href="/{b}?{c}=1&amp;x=2">{rng.choice(words)}</a></td>'
        yield f"{a}={b}; {c}|=({a}&{b})>>{rng.randint(1, 9)}; for(;;){{ {b}--; }} // {rng.choice(string.punctuation)} {c}"
        yield paragraph(rng, 1, 2)
        yield f"答案:1 {rng.choice('ABCD')}2 {rng.choice('ABCD')}3 {rng.choice('ABCD')}4 {rng.choice('ABCD')}5 {rng.choice('ABCD')}6 {rng.choice('ABCD')}"
        yield f"方案{', '.join(string.ascii_uppercase[: rng.randint(3, 9)])}共{rng.randint(3, 9)}类,x + y = z, {rng.randint(1, 9)} H 2 O + C O 2"
        yield f"{rng.randint(1, 9)} {rng.randint(1, 99)}.{rng.randint(1, 9)}% {rng.randint(1, 9)} {rng.randint(100, 999)} {rng.choice('+-')}{rng.randint(1, 9)}.{rng.randint(0, 9)}"


def false_hits(count: int = 200_000) -> None:
    """Jammer hits in text without jammers, line by line and as whole documents."""
    source = _lines(random.Random("lines"))
    lines = [next(source) for _ in range(count)]
    hits = [line for line in lines if jammers.find(line)]
    for line in hits[:3]:
        print(f"    hit: {line[:100]}")
    whole = sum(len(jammers.find("\n".join(lines[at : at + 200]))) for at in range(0, count, 200))
    print(f"jammers: {count:,} lines of code, English, HTML and Chinese")
    check("false hits, line by line", len(hits), 0, most=True)
    check("false hits, in documents of 200 lines", whole, 0, most=True)


PARTS = {"quality": quality, "speed": speed, "text": text, "memory": memory, "jammers": false_hits}


def main() -> None:
    """Run the parts that are named, or all."""
    chosen = sys.argv[1:] or list(PARTS)
    for name in chosen:
        PARTS[name]()
    if missed:
        print(f"missed: {', '.join(missed)}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
