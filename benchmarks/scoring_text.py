"""Compare a text with the text it should be, by runs of six characters, white space removed."""

from statistics import mean


def compare(found: str, wanted: str, size: int = 6) -> tuple[float, float, float]:
    """Return (precision, recall, F1): a character is right if it lies in a run of `size` characters
    of the other text."""
    found, wanted = "".join(found.split()), "".join(wanted.split())
    if not found or not wanted:
        return (0.0, 0.0, 0.0)
    right = _covered(found, wanted, size)
    precision, recall = right, _covered(wanted, found, size)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _covered(text: str, other: str, size: int) -> float:
    size = min(size, len(text), len(other))
    grams = {other[at : at + size] for at in range(len(other) - size + 1)}
    covered = bytearray(len(text))
    for at in range(len(text) - size + 1):
        if text[at : at + size] in grams:
            covered[at : at + size] = b"\1" * size
    return sum(covered) / len(text)


def average(rows: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Return the means of precision, recall and F1."""
    return mean(r[0] for r in rows), mean(r[1] for r in rows), mean(r[2] for r in rows)
