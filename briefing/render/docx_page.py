"""The pieces a Word document is written with: headings, paragraphs, lists, tables, marks.

Tables are built as XML: python-docx looks a style up and copies a cell for every one it makes.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from briefing.render.docx_notes import Notes, element, field_ends, raised, words
from briefing.render.docx_styles import CELL, CELL_ID, CONTENTS_ID, RED, TEXT_WIDTH_CM
from briefing.render.lines import Cite, Paragraph
from briefing.render.plain import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_DXA_PER_CM = 567  # twentieths of a point

Cell = str | tuple[str, Sequence[Cite]]
"""A cell's text, with the marks that stand behind it."""

Row = Sequence[Cell] | str
"""The cells of a row, or a title across the table."""

Column = tuple[str, float, bool]
"""A column's head, its share of the width, and whether any row fills it."""


class Page:
    """Adds to the end of a document. `quotes` are the texts of the notes by mark."""

    def __init__(self, document: "Document", notes: Notes, quotes: dict[str, str]) -> None:
        self.document = document
        self._notes = notes
        self._quotes = quotes
        self._style_ids: dict[str, str | None] = {}
        self._headings: list[tuple[str, int]] = []
        self._contents: WordParagraph | None = None

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading, which the contents name and lead to."""
        paragraph = self.text(text, f"Heading {level}")._p
        self._headings.append((text, level))
        number = len(self._headings)
        start = element("w:bookmarkStart", id=str(number), name=f"_heading{number}")
        paragraph.insert(paragraph.index(paragraph.r_lst[0]), start)
        paragraph.append(element("w:bookmarkEnd", id=str(number)))

    def contents(self) -> None:
        """Add the place of the contents; `close` fills it."""
        self._contents = self.document.add_paragraph()

    def close(self) -> None:
        """Write the contents: a field that Word fills anew, with the main headings until it does.

        Pages are known to Word alone, so that until then each line leads to its heading without
        a page number. Sixty articles by name would fill pages before the first word.
        """
        if self._contents is None:
            return
        begin, end = field_ends('TOC \\o "1-1" \\h \\z \\u')
        place = self._contents._p
        main = [(at, text) for at, (text, level) in enumerate(self._headings, 1) if level == 1]
        for number, text in main:
            line, style = element("w:p"), element("w:pPr")
            style.append(element("w:pStyle", val=CONTENTS_ID))
            line.append(style)
            for part in begin if number == main[0][0] else ():
                line.append(part)
            link = element("w:hyperlink", anchor=f"_heading{number}", history="1")
            link.append(words(one_line(text)))
            line.append(link)
            place.addprevious(line)
        for part in end:
            place.append(part)

    def text(self, text: str, style: str = "Normal", *, centred: bool = False) -> "WordParagraph":
        """Add a paragraph of plain text and return it."""
        paragraph = self.document.add_paragraph(one_line(text))
        paragraph._p.style = self._style_id(style)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def ruled(self, text: str) -> None:
        """Add the last line of a masthead: centred, with a red rule under it."""
        borders = element("w:pBdr")
        borders.append(element("w:bottom", val="single", sz="18", space="4", color=RED))
        self.text(text, centred=True)._p.get_or_add_pPr().append(borders)

    def prose(self, it: Paragraph) -> None:
        """Add a paragraph of a summary; what a row proves is bold."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(24)
        for text, ref in it.parts:
            paragraph.add_run(one_line(text)).bold = bool(ref)
        self._mark(paragraph._p, it.cites)

    def bullets(self, items: Iterable[tuple[str, Sequence[Cite]]]) -> None:
        """Add a list, each item with its marks."""
        for text, cites in items:
            self._mark(self.text(text, "List Bullet")._p, cites)

    def table(self, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        """Add a table of those columns that any row fills, as wide as the text."""
        kept = [at for at, (_, _, filled) in enumerate(columns) if filled]
        whole = sum(columns[at][1] for at in kept)
        scale = TEXT_WIDTH_CM * _DXA_PER_CM / whole
        widths = [str(int(columns[at][1] * scale)) for at in kept]
        table, properties = element("w:tbl"), element("w:tblPr")
        properties.append(element("w:tblStyle", val="TableGrid"))
        properties.append(element("w:tblW", w="0", type="auto"))
        properties.append(element("w:tblLayout", type="fixed"))
        table.append(properties)
        grid = element("w:tblGrid")
        for width in widths:
            grid.append(element("w:gridCol", w=width))
        table.append(grid)
        table.append(self._row([columns[at][0] for at in kept], widths, head=True))
        for row in rows:
            if isinstance(row, str):
                table.append(self._band(row, len(kept)))
            else:
                table.append(self._row([row[at] for at in kept], widths))
        body = self.document.element.body
        body.insert(len(body) - 1, table)
        self.text("", CELL)

    def _band(self, title: str, columns: int) -> Any:
        """Return a row with a title across the table, kept with the row after it."""
        row = self._row([title], [str(int(TEXT_WIDTH_CM * _DXA_PER_CM))], head=False)
        size = row.find(qn("w:tc")).find(qn("w:tcPr"))
        size.append(element("w:gridSpan", val=str(columns)))
        size.append(element("w:shd", val="clear", color="auto", fill="F2F2F2"))
        row.find(qn("w:tc")).find(qn("w:p")).find(qn("w:pPr")).append(element("w:keepNext"))
        return row

    def _row(self, cells: Sequence[Cell], widths: Sequence[str], *, head: bool = False) -> Any:
        """Return a row that no page breaks; a head stands on every page of its table."""
        row, properties = element("w:tr"), element("w:trPr")
        properties.append(element("w:cantSplit", val="true"))
        if head:
            properties.append(element("w:tblHeader", val="true"))
        row.append(properties)
        for content, width in zip(cells, widths, strict=True):
            text, cites = content if isinstance(content, tuple) else (content, ())
            cell, size, paragraph = element("w:tc"), element("w:tcPr"), element("w:p")
            size.append(element("w:tcW", w=width, type="dxa"))
            style = element("w:pPr")
            style.append(element("w:pStyle", val=CELL_ID))
            paragraph.append(style)
            paragraph.append(words(one_line(text), bold=head))
            self._mark(paragraph, cites)
            cell.append(size)
            cell.append(paragraph)
            row.append(cell)
        return row

    def _mark(self, paragraph: Any, cites: Sequence[Cite]) -> None:
        """End a `w:p` with the notes of its marks; a mark that leads nowhere is plain text."""
        for number, cite in enumerate(cites):
            if number:
                paragraph.append(raised(","))
            if cite.mark in self._quotes:
                for part in self._notes.reference(cite.mark, self._quotes[cite.mark]):
                    paragraph.append(part)
            else:
                paragraph.append(words(f" {cite.mark}"))

    def _style_id(self, name: str) -> str | None:
        """Return the id of a style, None for the default; python-docx looks through all of them."""
        if name not in self._style_ids:
            part: Any = self.document.part
            self._style_ids[name] = part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
        return self._style_ids[name]
