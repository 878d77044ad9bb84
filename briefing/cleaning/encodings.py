"""Bytes to text: which encoding a page is really in, whatever it says of itself.

In:  the bytes of a text file.
Out: `Decoded`, or None when the bytes are no text.

Order of trust: byte order mark, strict UTF-8, the best score of the Chinese families, then
charset-normalizer. What a page declares is not asked: pages that say gb2312 hold characters
that only GB18030 has, and pages that say UTF-8 are often GBK. The score is the share of
characters that are common in Chinese writing; a wrong decoding gives rare ones.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cache

from briefing.cleaning.characters import COMMON

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FAMILIES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE_BYTES = 16_384
_SHORT_BYTES = 12  # so few bytes can be valid UTF-8 by chance: 路 么 目 in GBK are
_SURE = 0.5
_MAX_ERRORS = 200


@dataclass(frozen=True)
class Decoded:
    """`bad` counts the places that could not be read; `first_bad` is the first one's byte."""

    text: str
    encoding: str
    bad: int = 0
    first_bad: int | None = None


def decode(data: bytes) -> Decoded | None:
    """Return the text of `data`; None when it is binary. Empty bytes are empty text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding, offset=len(mark))
    if b"\0" not in data:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if len(data) >= _SHORT_BYTES or text.isascii():
                return None if _binary(text) else Decoded(text, "utf-8")
    encoding, score = _best(data)
    if score < _SURE and (other := _foreign(data)) is not None:
        return other
    found = _read(data, encoding)
    return None if _binary(found.text) else found


def _best(data: bytes) -> tuple[str, float]:
    """Return the family whose reading of a sample has the most common characters."""
    sample = data[:_SAMPLE_BYTES]
    families = _FAMILIES if _may_be_utf16(data) else _FAMILIES[:3]
    scores = {family: share_common(sample.decode(family, "replace")) for family in families}
    best = max(families, key=lambda family: scores[family])
    return best, scores[best]


def _may_be_utf16(data: bytes) -> bool:
    return len(data) >= 2 and (b"\0" in data or not data[:64].isascii())


def share_common(text: str) -> float:
    """Return how many of the characters beyond ASCII are common Chinese ones, 0 to 1.

    NUL and other control characters count against a reading; plain ASCII alone scores 0.4.
    """
    counted = len(text) - len(text.encode("ascii", "ignore")) + _controls(text)
    return len("".join(_COMMON.findall(text))) / counted if counted else 0.4


def _read(data: bytes, encoding: str, offset: int = 0) -> Decoded:
    """Decode, with one U+FFFD for each damaged place."""
    view = memoryview(data)
    parts: list[str] = []
    at, first, bad = 0, None, 0
    while True:
        try:
            parts.append(str(view[at:], encoding))
            break
        except UnicodeDecodeError as error:
            bad += 1
            place = at + error.start
            first = place + offset if first is None else first
            parts += [str(view[at:place], encoding), "\ufffd"]
            at = _resume(data, place, max(error.end - error.start, 1), encoding)
            if bad >= _MAX_ERRORS:
                rest = str(view[at:], encoding, "replace")
                parts.append(rest)
                bad += rest.count("\ufffd")
                break
    return Decoded("".join(parts), encoding, bad, first)


def _resume(data: bytes, place: int, width: int, encoding: str) -> int:
    """Return where to read on after a damaged place: the step that gives the best text.

    A lost byte shifts all double-byte characters after it, so both steps are tried.
    """
    steps = (width,) if encoding.startswith("utf") else (1, 2)
    return max(
        (place + step for step in steps),
        key=lambda at: share_common(data[at : at + 40].decode(encoding, "replace")[:12]),
    )


def _binary(text: str) -> bool:
    """True when control characters say that this was never text."""
    sample = text[:_SAMPLE_BYTES]
    return _controls(sample) * 100 > len(sample) or sample.count("\ufffd") * 5 > len(sample)


def _controls(text: str) -> int:
    """Return how many control characters a text has that no text should have."""
    return len(_CONTROL.findall(text))


_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON = re.compile(f"[{''.join(sorted(COMMON))}]+")


def _foreign(data: bytes) -> Decoded | None:
    """Ask charset-normalizer about encodings beyond the Chinese families."""
    match = _guess(data[: _SAMPLE_BYTES * 4])
    if match is None:
        return None
    text = data.decode(match, "replace")
    return None if _binary(text) else Decoded(text, match, text.count("\ufffd"))


@cache
def _normalizer():  # type: ignore[no-untyped-def]
    import charset_normalizer

    return charset_normalizer


def _guess(sample: bytes) -> str | None:
    best = _normalizer().from_bytes(sample).best()
    encoding = best.encoding if best is not None else None
    if encoding in {None, "ascii", "gb2312", "gbk", "gb18030", "big5", "big5hkscs", "cp950"}:
        return None
    return str(encoding)
