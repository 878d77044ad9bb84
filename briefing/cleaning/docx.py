"""Read the text of a Word document, one line a paragraph.

In:  the bytes of a `.docx` file. Out: a `Linear` whose page is the text itself.

Standard library: a zip with XML in it. Inserted text is read, deleted and hidden text is not; text
boxes follow the paragraph that anchors them; a row of short table cells is one line, with a tab
between cells. Page headers and footers live in other parts of the zip and are not read. XML that
declares entities is refused, sizes are capped.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from briefing.cleaning.linear import Hint, Linear, plain, unusable

_MAX_XML = 12_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "txbxContent"}
)
_CELL = 60


def linear(data: bytes) -> Linear:
    """Return the text of a document; `problem` is damaged, encrypted or empty where it has none."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":  # an OLE container: locked, or an old .doc
        return unusable("encrypted")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = _xml(archive, "word/document.xml")
            titles = _title_styles(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        RuntimeError,
        EOFError,
        NotImplementedError,
    ):
        return unusable("damaged")
    lines = [(text, is_title) for text, is_title in _lines(root, titles) if text.strip()]
    if not lines:
        return unusable("empty")
    title = next((text.strip() for text, is_title in lines if is_title), None)
    hints = (Hint("title", title, "style"),) if title else ()
    return plain("\n".join(text for text, _ in lines), hints=hints)


def _xml(archive: zipfile.ZipFile, name: str) -> ET.Element:
    """Parse one part. Raises `ValueError` when it is too large, declares entities or is no XML."""
    with archive.open(name) as stream:
        data = stream.read(_MAX_XML + 1)
    if len(data) > _MAX_XML or b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:200]:
        raise ValueError("refused")
    try:
        return ET.fromstring(data)  # noqa: S314, entities are refused above
    except ET.ParseError as error:
        raise ValueError(str(error)) from error


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: ET.Element, name: str) -> str:
    return element.get(_W + name) or element.get(_STRICT + name) or ""


def _title_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """Return the ids of the paragraph styles that are called Title."""
    try:
        root = _xml(archive, "word/styles.xml")
    except (KeyError, ValueError):
        return frozenset()
    return frozenset(
        _value(style, "styleId")
        for style in root
        if any(
            _name(child) == "name" and _value(child, "val").lower() == "title" for child in style
        )
    )


def _lines(root: ET.Element, titles: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield (text, is it the title) of each paragraph and table row, in document order.

    Works on a stack, not by recursion: nesting is the document's choice.
    """
    stack = [iter(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        match _name(element):
            case "p":
                boxes: list[ET.Element] = []
                is_title = bool(titles) and _style(element) in titles
                for line in _paragraph(element, boxes).split("\n"):
                    yield line, is_title
                stack.append(iter(boxes))
            case "tr" if (row := _row(element)) is not None:
                yield row, False
            case name if name not in _SKIPPED or name == "txbxContent":
                stack.append(iter(element))


def _row(row: ET.Element) -> str | None:
    """Return a table row as one line; None when its cells are texts of their own."""
    cells = []
    for cell in row:
        if _name(cell) != "tc":
            continue
        boxes: list[ET.Element] = []
        texts = [_paragraph(part, boxes).strip() for part in cell if _name(part) == "p"]
        text = "".join(texts)
        if boxes or len(text) > _CELL or any(_name(part) == "tbl" for part in cell):
            return None
        cells.append(text.replace("\n", ""))
    return "\t".join(cells).rstrip("\t") if len(cells) > 1 else None


def _style(paragraph: ET.Element) -> str:
    """Return the id of a paragraph's style, "" where it names none."""
    for part in paragraph:
        if _name(part) == "pPr":
            return next((_value(child, "val") for child in part if _name(child) == "pStyle"), "")
    return ""


def _paragraph(paragraph: ET.Element, boxes: list[ET.Element]) -> str:
    """Return the text of a paragraph; its text boxes are added to `boxes`."""
    out: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        match _name(element):
            case "t":
                out.append(element.text or "")
            case "tab" | "ptab":
                out.append("\t")
            case "br" | "cr":
                out.append("\n")
            case "noBreakHyphen":
                out.append("-")
            case "txbxContent":
                boxes.append(element)
            case "r" if _hidden(element):
                pass
            case name if name not in _SKIPPED:
                stack.append(iter(element))
    return "".join(out)


def _hidden(run: ET.Element) -> bool:
    for part in run:
        if _name(part) == "rPr":
            return any(
                _name(child) == "vanish" and _value(child, "val") not in ("0", "false")
                for child in part
            )
    return False
