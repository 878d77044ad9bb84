"""Text that a page shows twice: the portal's summary above the article, the body again below.

In:  lines of the chosen run.
Out: nothing; the later or cut copy gets a kind.
"""

from collections.abc import Sequence

from briefing.cleaning.lines import Line

_HEAD = 20
_LONG = 30


def mark(lines: Sequence[Line]) -> None:
    """Mark cut copies as "summary" and repeated paragraphs as "copy"."""
    heads: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line.key) >= _HEAD and line.kind in ("", "copy"):
            heads.setdefault(line.key[:_HEAD], []).append(number)
    for numbers in heads.values():
        if len(numbers) > 1:
            _compare([lines[number] for number in numbers[:50]])


def _compare(lines: Sequence[Line]) -> None:
    """Compare lines that begin alike."""
    seen: set[str] = set()
    for number, line in enumerate(lines):
        stem = line.key.rstrip(".…· ")
        stem = stem[:-4].rstrip() if stem.endswith("[详细]") else stem
        cut = (
            len(stem) < len(line.key.rstrip())
            and not line.key.endswith(".")
            or "..." in line.key[-6:]
        )
        longer = any(
            len(other.key) > len(stem) and other.key.startswith(stem)
            for at, other in enumerate(lines)
            if at != number and other.kind != "summary"
        )
        if cut and longer:
            line.kind = "summary"
        elif line.key in seen and len(line.key) >= _LONG:
            line.kind = "copy"
        seen.add(line.key)
