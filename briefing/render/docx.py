"""DOCX: a document that an office edits in Word or WPS.

Real styles with East-Asian fonts, heading levels, repeated table heads, an endnote for each cited
sentence, header and footer with page numbers, a contents field. A file `weekly.docx` in the user's
templates folder takes the place of our page and styles: its text is dropped, its look is kept.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import TemplateError
from briefing.records import Briefing
from briefing.render import Options
from briefing.render.lines import Cite, Line, Paragraph
from briefing.render.plain import one_line
from briefing.render.view import View
from briefing.render.zips import steady

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as WordParagraph

    from briefing.render.docx_notes import Notes

TEMPLATE = "weekly.docx"
_BODY, _HEADING, _TITLE, _LATIN = "仿宋", "黑体", "宋体", "Times New Roman"
_RED = "B3131B"
_REFERENCE, _NOTE = "EndnoteReference", "EndnoteText"
_CELL, _CELL_ID = "Table Text", "TableText"
_TEXT_WIDTH_CM = 15.6
_DXA_PER_CM = 567  # twentieths of a point
_CONTENTS_FROM = 30  # rows from which a contents list helps


def docx(briefing: Briefing, options: Options) -> bytes:
    """Return the briefing as a Word document. Raises `TemplateError` for a damaged template."""
    from briefing.render.docx_notes import Notes

    view = View(briefing)
    document = _blank(options.templates)
    writer = _Writer(document, view, Notes(document, _REFERENCE))
    writer.write()
    moment = datetime.combine(briefing.period.last, time())
    properties = document.core_properties
    properties.title, properties.author = one_line(view.title)[:255], "briefing"
    properties.created = properties.modified = moment
    properties.keywords = view.t.ai_keyword if view.ai_label else ""
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue(), briefing.period.last)


def _blank(templates: Path | None) -> "Document":
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
    document.styles["Title"].font.color.rgb = RGBColor.from_string(_RED)
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

    present = {style.style_id for style in document.styles}
    named = {style.name for style in document.styles}
    if _REFERENCE not in present:
        style = document.styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER)
        style.element.set(_w("styleId"), _REFERENCE)
        style.font.superscript = True
    if _NOTE not in present:
        style = document.styles.add_style("endnote text", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(_w("styleId"), _NOTE)
        _look(style, _BODY, 9)
    if _CELL not in named:
        from docx.shared import Pt

        style = document.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(_w("styleId"), _CELL_ID)
        _look(style, _BODY, 10)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.15
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


Cell = str | tuple[str, Sequence[Cite]]
"""A cell's text, with the marks that stand behind it."""


class _Writer:
    """Writes the sections one after the other, in the order of every format."""

    def __init__(self, document: "Document", view: View, notes: "Notes") -> None:
        self.document = document
        self.view = view
        self.t = view.t
        self.notes = notes
        self.style_ids: dict[str, str | None] = {}
        self.quotes = {
            quotation.mark: f"〔{quotation.mark}〕{origin.title}，{origin.day}：{quotation.text}"
            for origin in view.sources
            for quotation in origin.quotations
        }

    def write(self) -> None:
        """Write the whole document."""
        v, t = self.view, self.t
        self._furniture()
        self._masthead()
        self._heading(v.overview)
        for it in v.summary or ():
            self._prose(it)
        if not v.summary:
            self._text(t.no_summary)
        self._bullets(t.changes, ((f"{x.kind_word}{t.colon}{x.text}", ()) for x in v.changes))
        self._figures()
        self._leagues()
        self._ledger()
        self._rows(t.targets, v.targets, (t.what, t.owner, t.deadline, t.done), lambda x: (
            x.what, x.owner, _due(x), x.completion or t.dash))  # fmt: skip
        self._rows(t.officials, v.officials, (t.name, t.titles, t.org, t.roles), lambda x: (
            x.name, t.comma.join(x.titles), x.org, t.comma.join(x.roles)),
            shares=(0.14, 0.4, 0.26, 0.2))  # fmt: skip
        self._rows(t.next_steps, v.next_steps, (t.action, t.owner, t.deadline), lambda x: (
            x.action, x.owner, _due(x)), shares=(0.6, 0.2, 0.2))  # fmt: skip
        self._bullets(t.shortfalls, ((_placed(x, t.colon), x.cites) for x in v.shortfalls))
        self._conflicts()
        self._bullets(t.remarks, ((x.text, ()) for x in v.briefing.remarks))
        self._digests()
        self._rows(t.doubts, v.doubts, (t.kind, t.said, t.reason, t.quote), lambda x: (
            x.kind_word, x.said, " ".join(filter(None, (x.verdict, x.note))), x.quote),
            lead=t.doubts_lead, shares=(0.08, 0.32, 0.24, 0.36))  # fmt: skip
        self._bullets(
            t.omissions, ((f"{x.kind_word}{t.colon}{x.said}", x.cites) for x in v.omissions)
        )
        self._bullets(
            t.skipped,
            ((f"{x.item}{t.left}{x.stage}{t.right}{t.colon}{x.reason}", ()) for x in v.skipped),
        )
        self._sources()
        self._foot()
        self.notes.close()

    # --- parts -----------------------------------------------------------------------------

    def _furniture(self) -> None:
        from briefing.render.docx_notes import field

        section = self.document.sections[0]
        section.header.paragraphs[0].text = one_line(self.view.title)
        foot = section.footer.paragraphs[0]
        foot.text = ""
        foot.alignment = _centre()
        foot.add_run("— ")
        for part in field("PAGE", "1"):
            foot._p.append(part)
        foot.add_run(" —")

    def _masthead(self) -> None:
        head, v = self.view.briefing.masthead, self.view
        if head.secrecy:
            self._text(head.secrecy)
        self._text(v.name, "Title").alignment = _centre()
        if v.issue:
            self._text(v.issue).alignment = _centre()
        line = "　".join(filter(None, (head.unit, v.period, v.day)))
        rule = self._text(line)
        rule.alignment = _centre()
        _underline(rule)
        if v.ai_label:
            self._text(v.ai_label, "Caption").alignment = _centre()
        if head.editor_note:
            self._text(f"{self.t.editor_note}{self.t.colon}{head.editor_note}")
        if len(v.rows) >= _CONTENTS_FROM:
            from briefing.render.docx_notes import field

            self._text(self.t.contents, "Caption")
            contents = self.document.add_paragraph()
            for part in field('TOC \\o "1-2" \\h \\z \\u', self.t.contents_hint):
                contents._p.append(part)

    def _figures(self) -> None:
        t = self.t
        if not self.view.figures:
            return
        self._heading(t.figures)
        for group in self.view.by_region(self.view.figures):
            if group.title:
                self._heading(group.title, 2)
            heads = (t.metric, t.subject, t.value, t.basis, t.period)
            self._table(
                heads,
                (
                    (*self._cells(x, x.metric, x.subject, x.value, x.basis), (x.period, x.cites))
                    for x in group.lines
                ),
                (5, 3, 3.4, 1.6, 2.6),
            )

    def _leagues(self) -> None:
        t = self.t
        if self.view.leagues:
            self._heading(t.leagues)
        for league in self.view.leagues:
            self._heading(f"{league.metric} {league.period}".strip(), 2)
            self._table(
                (t.rank, t.subject, t.value),
                ((str(n), x.subject, (x.value, x.cites)) for n, x in enumerate(league.lines, 1)),
                (2, 7, 6),
            )

    def _ledger(self) -> None:
        t = self.t
        if not self.view.ledger:
            return
        self._heading(t.ledger)
        self._text(t.ledger_lead, "Caption")
        rows = []
        for it in self.view.ledger:
            latest = it.latest
            said = f"{latest.day} {latest.event}" if latest else ""
            cites = [latest.cite] if latest and latest.cite else []
            rows.append(
                (
                    f"{it.sign} {it.light_word}",
                    it.what,
                    it.owner,
                    " ".join(filter(None, (it.deadline, it.deadline_day))),
                    f"{it.done or t.dash} / {it.elapsed or t.dash}",
                    " ".join(filter(None, (it.state_word, it.silent))),
                    (said, cites),
                )
            )
        heads = (t.light, t.what, t.owner, t.deadline, f"{t.done}/{t.elapsed}", t.state, t.latest)
        self._table(heads, rows, (1.7, 4.2, 2, 2.2, 2, 1.7, 2))

    def _conflicts(self) -> None:
        rows = [
            (
                f"{it.subject} {it.metric} {it.period}{self.t.colon}{x.basis}{x.value}",
                x.cites,
            )
            for it in self.view.conflicts
            for x in it.lines
        ]
        self._bullets(self.t.conflicts, rows)

    def _digests(self) -> None:
        if self.view.digests:
            self._heading(self.t.digests)
        for it in self.view.digests:
            self._heading(f"{it.source}. {it.title}", 2)
            self._prose(it.summary)

    def _sources(self) -> None:
        t = self.t
        if self.view.sources:
            self._heading(t.sources)
        for it in self.view.sources:
            pieces = (it.title, it.outlet, f"{it.day} {it.dated_by}", it.region, it.place, it.url)
            same = [f"{t.same_as} {other}" for other in it.same_as]
            self._text(f"{it.number}. " + "，".join(filter(None, (*pieces, *same))))

    def _foot(self) -> None:
        head, t = self.view.briefing.masthead, self.t
        for label, names in (
            (t.report_to, head.report_to),
            (t.send_to, head.send_to),
            (t.distribute_to, head.distribute_to),
        ):
            if names:
                self._text(label + t.comma.join(names))
        self._text(f"{t.run}{t.colon}{self.view.run}", "Caption")

    # --- pieces ----------------------------------------------------------------------------

    def _heading(self, text: str, level: int = 1) -> None:
        self._text(text, f"Heading {level}")

    def _text(self, text: str, style: str = "Normal") -> "WordParagraph":
        paragraph = self.document.add_paragraph(one_line(text))
        paragraph._p.style = self._style_id(style)
        return paragraph

    def _style_id(self, name: str) -> str | None:
        """Return the id of a style, None for the default; python-docx looks through all of them."""
        from docx.enum.style import WD_STYLE_TYPE

        if name not in self.style_ids:
            part: Any = self.document.part
            self.style_ids[name] = part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
        return self.style_ids[name]

    def _prose(self, it: Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = _indent()
        for text, ref in it.parts:
            paragraph.add_run(one_line(text)).bold = bool(ref)
        self._mark(paragraph._p, it.cites)

    def _bullets(self, title: str, items: Iterable[tuple[str, Sequence[Cite]]]) -> None:
        listed = list(items)
        if listed:
            self._heading(title)
        for text, cites in listed:
            self._mark(self._text(text, "List Bullet")._p, cites)

    def _rows(
        self,
        title: str,
        lines: Sequence[Line],
        heads: Sequence[str],
        cells: Callable[[Line], Sequence[str]],
        *,
        lead: str = "",
        shares: Sequence[float] = (0.4, 0.22, 0.19, 0.19),
    ) -> None:
        if not lines:
            return
        self._heading(title)
        if lead:
            self._text(lead, "Caption")
        rows = [[*self._cells(x, *cells(x)[:-1]), (cells(x)[-1], x.cites)] for x in lines]
        self._table(heads, rows, [_TEXT_WIDTH_CM * share for share in shares])

    def _cells(self, line: Line, first: str, *others: str) -> list[Cell]:
        """Return cells; the first says too what is new and what others say."""
        status = f"〔{line.status}〕" if line.status else ""
        other = "".join(f" {self.t.otherwise}{self.t.colon}{said}" for said in line.otherwise)
        return [first + status + other, *others]

    def _table(
        self, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths_cm: Sequence[float]
    ) -> None:
        from briefing.render.docx_notes import element

        table = element("w:tbl")
        properties = element("w:tblPr")
        properties.append(element("w:tblStyle", val="TableGrid"))
        properties.append(element("w:tblW", w="0", type="auto"))
        properties.append(element("w:tblLayout", type="fixed"))
        table.append(properties)
        widths = [str(int(width * _DXA_PER_CM)) for width in widths_cm]
        grid = element("w:tblGrid")
        for width in widths:
            grid.append(element("w:gridCol", w=width))
        table.append(grid)
        table.append(self._row(heads, widths, head=True))
        for row in rows:
            table.append(self._row(row, widths))
        body = self.document.element.body
        body.insert(len(body) - 1, table)
        self._text("", _CELL)

    def _row(self, cells: Sequence[Cell], widths: Sequence[str], *, head: bool = False) -> Any:
        """Return a row that no page breaks; a head stands on every page of its table."""
        from briefing.render.docx_notes import element, words

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
            style.append(element("w:pStyle", val=_CELL_ID))
            paragraph.append(style)
            paragraph.append(words(one_line(text), bold=head))
            self._mark(paragraph, cites)
            cell.append(size)
            cell.append(paragraph)
            row.append(cell)
        return row

    def _mark(self, paragraph: Any, cites: Sequence[Cite]) -> None:
        """End a `w:p` with the notes of its marks; a mark that leads nowhere is plain text."""
        from briefing.render.docx_notes import raised, words

        for number, cite in enumerate(cites):
            if number:
                paragraph.append(raised(","))
            if cite.mark in self.quotes:
                for part in self.notes.reference(cite.mark, self.quotes[cite.mark]):
                    paragraph.append(part)
            else:
                paragraph.append(words(f" {cite.mark}"))


def _due(line: Line) -> str:
    return " ".join(dict.fromkeys(filter(None, (line.deadline, line.deadline_day))))


def _placed(line: Line, colon: str) -> str:
    return f"{line.region}{colon}{line.what}" if line.region else line.what


def _centre() -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return WD_ALIGN_PARAGRAPH.CENTER


def _indent() -> Any:
    from docx.shared import Pt

    return Pt(24)


def _underline(paragraph: "WordParagraph") -> None:
    """Draw the red rule of the masthead under a paragraph."""
    from briefing.render.docx_notes import element

    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="18", space="4", color=_RED))
    paragraph._p.get_or_add_pPr().append(borders)
