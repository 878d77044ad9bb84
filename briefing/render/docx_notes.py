"""Endnotes for Word: one note a cited sentence, later mentions refer to the first.

python-docx knows no notes, so that their part is written here: ISO/IEC 29500-1, 17.11 (notes)
and 17.16.5.40 (NOTEREF). A template's own endnotes go with its text.
"""

from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from briefing.render.plain import visible

if TYPE_CHECKING:
    from docx.document import Document

_EDGE = '<w:endnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:endnote>'


def element(tag: str, **attributes: str) -> Any:
    """Return a WordprocessingML element such as `w:fldChar`; attributes are of that namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def run(*children: Any, style: str = "") -> Any:
    """Return a `w:r` that holds `children`, raised when it has a reference style."""
    made = element("w:r")
    if style:
        properties = element("w:rPr")
        properties.append(element("w:rStyle", val=style))
        properties.append(element("w:vertAlign", val="superscript"))
        made.append(properties)
    for child in children:
        made.append(child)
    return made


def field(instruction: str, shown: str, style: str = "") -> list[Any]:
    """Return the runs of a field: what Word computes, and what is shown until it does."""
    begin, end = field_ends(instruction, style)
    text = element("w:t")
    text.text = shown
    return [*begin, run(text, style=style), *end]


def field_ends(instruction: str, style: str = "") -> tuple[list[Any], list[Any]]:
    """Return the runs before and after what a field shows."""
    code = element("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    begin, middle, end = (element("w:fldChar", fldCharType=k) for k in ("begin", "separate", "end"))
    return [run(part, style=style) for part in (begin, code, middle)], [run(end, style=style)]


def words(text: str, *, bold: bool = False) -> Any:
    """Return a run of plain text; what XML cannot hold is written as its code."""
    shown = element("w:t")
    shown.set(qn("xml:space"), "preserve")
    shown.text = visible(text)
    made = run(shown)
    if bold:
        properties = element("w:rPr")
        properties.append(element("w:b"))
        made.insert(0, properties)
    return made


def raised(text: str) -> Any:
    """Return a run of raised text, such as the comma between two notes."""
    made, properties = words(text), element("w:rPr")
    properties.append(element("w:vertAlign", val="superscript"))
    made.insert(0, properties)
    return made


class Notes:
    """The endnotes of one document. Call `close` when all are made."""

    def __init__(self, document: "Document", style: str) -> None:
        self._document = document
        self._style = style
        self._texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def reference(self, key: str, text: str) -> list[Any]:
        """Return the runs that refer to the note of `key`, which is made of `text` at first."""
        if key in self._numbers:
            number = self._numbers[key]
            return field(f"NOTEREF _note{number} \\f \\h", str(number), self._style)
        number = self._numbers[key] = len(self._numbers) + 1
        self._texts.append(text)
        return [
            element("w:bookmarkStart", id=str(1000 + number), name=f"_note{number}"),
            run(element("w:endnoteReference", id=str(number)), style=self._style),
            element("w:bookmarkEnd", id=str(1000 + number)),
        ]

    def close(self) -> None:
        """Write the part that holds the notes."""
        edges = (
            _EDGE.format(kind="separator", id=-1),
            _EDGE.format(kind="continuationSeparator", id=0),
        )
        notes = (self._note(number, text) for number, text in enumerate(self._texts, 1))
        body = "".join((*edges, *notes))
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:endnotes {nsdecls("w")}>{body}</w:endnotes>'
        package, kind = self._document.part, RELATIONSHIP_TYPE.ENDNOTES
        for relation in list(package.rels.values()):
            if relation.reltype == kind:
                del package.rels[relation.rId]
        name = PackURI("/word/endnotes.xml")
        part = Part(name, CONTENT_TYPE.WML_ENDNOTES, xml.encode(), package.package)
        package.relate_to(part, kind)
        for section in self._document.sections:
            place = section._sectPr
            if place.find(qn("w:endnotePr")) is None:
                decimal = element("w:endnotePr")
                decimal.append(element("w:numFmt", val="decimal"))
                heads = [
                    c for c in place if c.tag.endswith(("}headerReference", "}footerReference"))
                ]
                place.insert(len(heads), decimal)
        settings = self._document.settings.element
        if settings.find(qn("w:endnotePr")) is None:
            listed = element("w:endnotePr")
            listed.append(element("w:endnote", id="-1"))
            listed.append(element("w:endnote", id="0"))
            before = settings.find(qn("w:compat"))
            settings.insert(len(settings) if before is None else settings.index(before), listed)

    def _note(self, number: int, text: str) -> str:
        shown = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        mark = (
            f'<w:r><w:rPr><w:rStyle w:val="{self._style}"/><w:vertAlign w:val="superscript"/></w:rPr>'
            "<w:endnoteRef/></w:r>"
        )
        return (
            f'<w:endnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="EndnoteText"/></w:pPr>{mark}'
            f'<w:r><w:t xml:space="preserve"> {shown}</w:t></w:r></w:p></w:endnote>'
        )
