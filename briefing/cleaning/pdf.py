"""Read the text of a PDF, in reading order, one line a paragraph.

In:  the bytes of a file. Out: a `Linear` whose page is the text itself.

Columns are told by the boxes of the characters, never by the order of drawing. Lines that repeat at
the top or foot of pages are dropped, so that a sentence runs on across a page break. A scan, or a font
without a map to Unicode, gives no text: `problem` is `needs_ocr`; no guess is made.
"""

import ctypes
import re
import unicodedata

from briefing.cleaning import pdf_layout
from briefing.cleaning.html_marks import STAMP
from briefing.cleaning.linear import Hint, Linear, plain, unusable
from briefing.cleaning.pdf_layout import Char, Lines

_PAPER = re.compile(r"^[\u4e00-\u9fff]{2,8}报(?=\s|$)")
_MAX_PAGES = 1_000
_MAX_CHARS = 1_000_000
_MAX_OBJECTS = 20_000  # on one page: the engine takes quadratic time over them
_SPARSE = 20  # characters a page: fewer, and the text is in pictures


def linear(data: bytes) -> Linear:
    """Return the text of a PDF; `problem` is needs_ocr, encrypted, damaged or empty."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return unusable("encrypted" if "assword" in str(error) else "damaged")
    pages: list[Lines] = []
    heights: list[float] = []
    bare: list[int] = []
    total = broken = 0
    try:
        for number in range(min(len(document), _MAX_PAGES)):
            try:
                chars, height = _chars(document[number])
            except pdfium.PdfiumError:
                bare.append(number + 1)
                continue
            bad = sum(_unreadable(char.text) for char in chars)
            total, broken = total + len(chars), broken + bad
            if len(chars) < _SPARSE or bad > 0.1 * len(chars):
                bare.append(number + 1)
            pages.append(pdf_layout.segments(chars))
            heights.append(height)
            if total > _MAX_CHARS:
                break
    finally:
        document.close()
    if not pages:
        return unusable("damaged" if bare else "empty")
    if total < _SPARSE * len(pages) or broken > 0.1 * total:
        return unusable("needs_ocr")
    kept, margins = pdf_layout.without_margins(pages, heights)
    notes = [f"page {number} has no readable text" for number in bare[:5]]
    rows = [row for page in kept for row in pdf_layout.rows(page)]
    return _written(pdf_layout.paragraphs(rows), margins, tuple(notes))


def _chars(page: object) -> tuple[list[Char], float]:
    """Return the visible characters of a page with their boxes, and its height in points.

    The boxes are those of the type, not of the ink: a full stop fills its place on the line. A page
    of too many objects gives none.
    """
    import pypdfium2.raw as raw

    if raw.FPDFPage_CountObjects(page.raw) > _MAX_OBJECTS:  # type: ignore[attr-defined]
        return [], float(page.get_height())  # type: ignore[attr-defined]
    textpage = page.get_textpage()  # type: ignore[attr-defined]
    handle = textpage.raw
    box = raw.FS_RECTF()
    chars: list[Char] = []
    spaced = False
    for index in range(min(raw.FPDFText_CountChars(handle), _MAX_CHARS)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (0x20, 0x0D, 0x0A, 0x09, 0xA0, 0x3000, 0xAD) or raw.FPDFText_IsGenerated(
            handle, index
        ):
            spaced = spaced or code in (0x20, 0x3000)
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box)):
            continue
        text = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        chars.append(Char(text, box.left, box.bottom, box.right, box.top, spaced))
        spaced = False
    return chars, float(page.get_height())  # type: ignore[attr-defined]


def _unreadable(char: str) -> bool:
    """True for what stands where a font gave no character.

    Glyph numbers taken for characters land on controls, or on scripts that our pages never use.
    """
    return "\u0370" <= char < "\u2000" or _empty(char)


def _empty(char: str) -> bool:
    """True for a code that no font shows."""
    return char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn")


def _written(paragraphs: list[str], margins: list[str], notes: tuple[str, ...]) -> Linear:
    """Join paragraphs to a page, one a line; what a page header tells becomes a hint."""
    lines = ["".join(char for char in text if not _empty(char)).strip() for text in paragraphs]
    text = "\n".join(line for line in lines if line)
    if not text:
        return unusable("empty")
    hints = [
        Hint("published", m[0], "page_header") for part in margins if (m := STAMP.search(part))
    ]
    hints += [Hint("outlet", m[0], "page_header") for part in margins if (m := _PAPER.search(part))]
    return plain(text, notes=notes, hints=tuple(hints))
