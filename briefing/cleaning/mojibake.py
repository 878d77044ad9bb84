"""Text that was decoded wrongly before it was saved: mend it when sure, else say so.

In:  decoded text.
Out: the text (mended or untouched) and notes for the reader.

A repair must turn the whole text back, without loss, into writing whose characters are much
more common. Text that also holds intact Chinese is never half repaired.
"""

import re

from briefing.cleaning.encodings import share_common

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(
    r"(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}){3,}|[\u00a1-\u00ff]{5,}"
)
_RUINED = ("锟斤拷", "锟芥", "烫烫烫", "屯屯屯", "ï»¿")
# What neither strange nor ruined text is without: looked for in one pass, for speed.
_ODD = re.compile(
    r"[\u00a1-\u00ff锟烫屯](?:(?<=[\u00a1-\u00ff])[\u00a1-\u00ff]|(?<=[锟烫屯])[斤芥烫屯])"
)
_READINGS = (
    ("latin", "utf-8"),
    ("latin", "gb18030"),
    ("big5", "gb18030"),
    ("gb18030", "utf-8"),
)
_ENOUGH = 0.55
_GAIN = 0.3
_GLANCE = 600
_SAMPLE = 2_000


def repair(text: str, *, rounds: int = 3) -> tuple[str, tuple[str, ...]]:
    """Return the text and what there is to note; unchanged when nothing is sure.

    Text that was encoded wrongly several times is mended as often, `rounds` times at most.
    """
    if not suspect(text):
        return text, ()
    before = share_common(text[:_GLANCE])
    better = _mended(text, before, rounds) if rounds else None
    if better is not None:
        mended, wrong, right = better
        after, further = repair(mended, rounds=rounds - 1)
        return after, (f"mojibake mended: {right} had been read as {wrong}", *further)
    if _ruined(text) or (_strange(text) and _HAN.search(text)):
        return text, ("encoding_damage: mojibake in the page, left as it is",)
    return text, ()


def suspect(text: str) -> bool:
    """True when a text may have been decoded wrongly: a glance, before all of it is tried."""
    if text.isascii():
        return False
    if share_common(text[:_GLANCE]) < _ENOUGH:
        return True
    first = _ODD.search(text)
    return first is not None and (_strange(text, first.start()) or _ruined(text))


def _strange(text: str, start: int = 0) -> bool:
    """True for accented letters in runs that no European language has."""
    return _LATIN.search(text, start) is not None


def _ruined(text: str) -> bool:
    """True for the remains of letters that no repair can bring back."""
    return any(remains in text for remains in _RUINED)


def _mended(text: str, before: float, rounds: int) -> tuple[str, str, str] | None:
    """Return the better text with the wrong and the right encoding; None if there is none."""
    for wrong, right in _READINGS:
        try:
            data = _latin_bytes(text) if wrong == "latin" else text.encode(wrong)
            found = data.decode(right)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if found == text or found.isascii():
            continue
        after = share_common(found[:_SAMPLE])
        deeper = wrong == "latin" and right == "utf-8" and bool(_LATIN.search(found))
        if after >= max(_ENOUGH, before + _GAIN) or (
            deeper and rounds and _mended(found, before, rounds - 1)
        ):
            return found, wrong, right
    return None


_CP1252 = {
    bytes([code]).decode("cp1252"): code
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def _latin_bytes(text: str) -> bytes:
    """Undo a reading as Windows-1252 or Latin-1, or a mixture of both."""
    swapped = text.translate({ord(char): code for char, code in _CP1252.items()})
    return swapped.encode("latin-1")
