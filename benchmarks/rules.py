"""The rules: CPU time from text to proven findings, by length, and hostile sentences.

    python benchmarks/rules.py

Articles are put together from the paragraphs of the invented pages. Times are CPU times of
this process. A line that misses its limit ends with MISSED, and the script leaves with 1.
"""

import json
import sys
import time
from hashlib import sha256
from itertools import cycle
from pathlib import Path

from briefing import grounding, rules
from briefing.cleaning import sentences
from briefing.records import Article, Piece, Span

PAGES = Path(__file__).parent.parent / "tests" / "data" / "corpus" / "open"
LENGTHS = (1_000, 10_000, 20_000, 100_000)
MOST_S = {20_000: 1.0}
HOSTILE = ("5.2%", "投资增长5%、", "区委书记李明、", "（", "亿", "要推进项目建设，")


def article(paragraphs: list[str]) -> Article:
    """Build an article as cleaning would leave it."""
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start=start, end=start + len(paragraph)))
        start += len(paragraph) + 1
    digest = sha256(text.encode()).hexdigest()
    return Article(
        id=digest[:16],
        source="benchmark",
        text=text,
        paragraphs=tuple(spans),
        sentences=sentences.split(text),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256=digest,
        encoding="utf-8",
    )


def corpus() -> list[str]:
    """Return the paragraphs of the relevant Chinese pages."""
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.json"))]
    return [
        paragraph
        for page in pages
        if page["relevant"]
        for paragraph in page.get("paragraphs", ())
        if not paragraph.isascii()
    ]


def cut(paragraphs: list[str], length: int) -> list[str]:
    """Return paragraphs, over and over, until they hold `length` characters."""
    taken: list[str] = []
    total = 0
    for paragraph in cycle(paragraphs):
        if total >= length:
            return taken
        taken.append(paragraph)
        total += len(paragraph)
    return taken


def timed(page: Article) -> tuple[float, int]:
    """Return CPU seconds and the number of proven findings."""
    started = time.process_time()
    findings = grounding.ground(page, list(rules.read(page)))
    return time.process_time() - started, sum(finding.proven for finding in findings)


def main() -> int:
    """Print the table; return 1 when a limit is missed."""
    paragraphs, missed = corpus(), False
    rates: list[float] = []
    print(f"{'characters':>12}  {'CPU s':>7}  {'us/char':>7}  findings")
    for length in LENGTHS:
        page = article(cut(paragraphs, length))
        seconds, found = timed(page)
        rates.append(seconds / len(page.text) * 1e6)
        late = seconds > MOST_S.get(length, float("inf"))
        missed |= late
        print(
            f"{len(page.text):>12,}  {seconds:>7.3f}  {rates[-1]:>7.1f}  {found}{'  MISSED' if late else ''}"
        )
    growth = rates[-1] / rates[1]
    missed |= growth > 2
    print(
        f"cost a character, 100,000 to 10,000: {growth:.2f} (limit 2){'  MISSED' if growth > 2 else ''}"
    )
    for unit in HOSTILE:
        seconds, _ = timed(article([paragraphs[0], unit * (20_000 // len(unit))]))
        missed |= seconds > 1
        print(f"20,000 characters of {unit!r}: {seconds:.3f} s{'  MISSED' if seconds > 1 else ''}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
