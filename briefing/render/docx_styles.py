"""The Word document before anything is written: page, styles, or the office's own template."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import TemplateError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

TEMPLATE = "weekly.docx"
RED = "B3131B"
REFERENCE, NOTE = "EndnoteReference", "EndnoteText"
CELL, CELL_ID = "Table Text", "TableText"
CONTENTS, CONTENTS_ID = "toc 1", "TOC1"
TEXT_WIDTH_CM = 15.6
_BODY, _HEADING, _TITLE, _LATIN = "仿宋", "黑体", "宋体", "Times New Roman"


def blank(templates: Path | None) -> "Document":
    """Return an empty document; raises `TemplateError` for a damaged template of the user."""
    import docx as word

    own = templates / TEMPLATE if templates else None
    if own is None or not own.is_file():
        document = word.Document()
        _page(document)
        _styles(document)
        return document
    try:
        document = word.Document(str(own))
    except Exception as error:
        raise TemplateError(
            f"{own} is no Word document: {error}", hint="save it as .docx again, or remove it"
        ) from error
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
    _missing_styles(document)
    return document


def _page(document: "Document") -> None:
    """A4 in the manner of GB/T 9704: top 37 mm, left 28 mm, text block 156 by 225 mm."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _styles(document: "Document") -> None:
    from docx.shared import Pt, RGBColor

    for lang in document.styles.element.iter(_w("lang")):
        lang.set(_w("eastAsia"), "zh-CN")  # else marks are set as in traditional type
    _look(document.styles["Normal"], _BODY, 12)
    document.styles["Normal"].paragraph_format.line_spacing = 1.4
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    for level, size in ((1, 16), (2, 14), (3, 12)):
        style = document.styles[f"Heading {level}"]
        _look(style, _HEADING, size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(14 if level == 1 else 8)
        style.paragraph_format.space_after = Pt(4)
    _look(document.styles["Title"], _TITLE, 30)
    document.styles["Title"].font.bold = True
    document.styles["Title"].font.color.rgb = RGBColor.from_string(RED)
    borders = document.styles["Title"].element.pPr.find(_w("pBdr"))
    if borders is not None:
        document.styles["Title"].element.pPr.remove(borders)
    for name in ("Header", "Footer", "List Bullet", "Caption"):
        _look(document.styles[name], _BODY, 12 if name == "List Bullet" else 10)
    document.styles["Caption"].font.bold = False
    document.styles["Caption"].font.color.rgb = RGBColor(0x55, 0x55, 0x5F)
    _missing_styles(document)


def _missing_styles(document: "Document") -> None:
    """Add the styles that are used and that a template may lack."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    present = {style.style_id for style in document.styles}
    named = {style.name for style in document.styles}
    if REFERENCE not in present:
        style = document.styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER)
        style.element.set(_w("styleId"), REFERENCE)
        style.font.superscript = True
    if NOTE not in present:
        style = document.styles.add_style("endnote text", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(_w("styleId"), NOTE)
        _look(style, _BODY, 9)
    if CELL not in named:
        style = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(_w("styleId"), CELL_ID)
        _look(style, _BODY, 10)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.15
    if CONTENTS_ID not in present:
        style = document.styles.add_style(CONTENTS, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(_w("styleId"), CONTENTS_ID)
        _look(style, _BODY, 11)
        style.paragraph_format.space_after = Pt(0)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title", "List Bullet", "Caption"):
        if name not in named:
            _look(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), _BODY, 12)


def _look(style: "ParagraphStyle", east: str, size: int) -> None:
    """Set a style's fonts for Chinese and Latin letters; theme fonts would win over names."""
    from docx.shared import Pt

    style.font.name, style.font.size = _LATIN, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(_w("eastAsia"), east)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_w(theme), None)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
