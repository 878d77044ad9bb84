"""DOCX: a document that an office edits in Word or WPS.

Real styles with East-Asian fonts, heading levels, repeated table heads, an endnote for each cited
sentence, header and footer with page numbers, a contents field. A file `weekly.docx` in the user's
templates folder takes the place of our page and styles: its text is dropped, its look is kept.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from briefing.records import Briefing
from briefing.render import Options
from briefing.render.lines import Cite, Line
from briefing.render.plain import one_line
from briefing.render.view import View
from briefing.render.zips import steady

if TYPE_CHECKING:
    from docx.document import Document

    from briefing.render.docx_page import Page

_CONTENTS_FROM = 30  # rows from which a contents list helps


def docx(briefing: Briefing, options: Options) -> bytes:
    """Return the briefing as a Word document. Raises `TemplateError` for a damaged template."""
    from briefing.render.docx_notes import Notes
    from briefing.render.docx_page import Page
    from briefing.render.docx_styles import REFERENCE, blank

    view = View(briefing)
    document = blank(options.templates)
    notes = Notes(document, REFERENCE)
    _Writer(Page(document, notes, _quotes(view)), view).write()
    notes.close()
    moment = datetime.combine(briefing.period.last, time())
    properties = document.core_properties
    properties.title, properties.author = one_line(view.title)[:255], "briefing"
    properties.created = properties.modified = moment
    properties.keywords = view.t.ai_keyword if view.ai_label else ""
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue(), briefing.period.last)


def _quotes(view: View) -> dict[str, str]:
    """Return the text of each note by its mark."""
    t = view.t
    return {
        quotation.mark: f"{t.mark_left}{quotation.mark}{t.mark_right}"
        f"{origin.title}{t.clause}{origin.day}{t.colon}{quotation.text}"
        for origin in view.sources
        for quotation in origin.quotations
    }


class _Writer:
    """Writes the sections one after the other, in the order of every format."""

    def __init__(self, page: "Page", view: View) -> None:
        from briefing.render.docx_tables import Tables

        self.page = page
        self.tables = Tables(page, view)
        self.view = view
        self.t = view.t

    def write(self) -> None:
        """Write the whole document."""
        v, t = self.view, self.t
        self._furniture(self.page.document)
        self._masthead()
        self.page.heading(v.overview)
        for it in v.summary:
            self.page.prose(it)
        if not v.summary:
            self.page.text(t.no_summary)
        self._list(t.changes, ((f"{x.kind_word}{t.colon}{x.text}", ()) for x in v.changes))
        self.tables.figures()
        self.tables.leagues()
        self.tables.ledger()
        self.tables.targets()
        self.tables.officials()
        self.tables.steps()
        self._list(t.shortfalls, ((self._placed(x), x.cites) for x in v.shortfalls))
        self._conflicts()
        self._list(t.remarks, ((x.text, ()) for x in v.briefing.remarks))
        self._digests()
        self.tables.doubts()
        said = ((f"{x.kind_word}{t.colon}{x.said}", x.cites) for x in v.omissions)
        self._list(t.omissions, said, lead=t.omissions_lead)
        lost = (f"{x.item}{t.left}{x.stage}{t.right}{t.colon}{x.reason}" for x in v.skipped)
        self._list(t.skipped, ((text, ()) for text in lost))
        self._sources()
        self._foot()
        self.page.close()

    # --- head and foot ---------------------------------------------------------------------

    def _furniture(self, document: "Document") -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        from briefing.render.docx_notes import field

        section = document.sections[0]
        section.header.paragraphs[0].text = one_line(self.view.title)
        foot = section.footer.paragraphs[0]
        foot.text = ""
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        foot.add_run("— ")
        for part in field("PAGE", "1"):
            foot._p.append(part)
        foot.add_run(" —")

    def _masthead(self) -> None:
        head, v, page = self.view.briefing.masthead, self.view, self.page
        if head.secrecy:
            page.text(head.secrecy)
        page.text(v.name, "Title", centred=True)
        if v.issue:
            page.text(v.issue, centred=True)
        page.ruled(" · ".join(dict.fromkeys(filter(None, (head.unit, v.period, v.day)))))
        if v.ai_label:
            page.text(v.ai_label, "Caption", centred=True)
        if head.editor_note:
            page.text(f"{self.t.editor_note}{self.t.colon}{head.editor_note}")
        if len(v.rows) >= _CONTENTS_FROM:
            page.text(self.t.contents, "Caption")
            page.contents()

    def _sources(self) -> None:
        t = self.t
        if self.view.sources:
            self.page.heading(t.sources)
        for it in self.view.sources:
            again = f"{t.reprint_of}{t.colon}{it.reprint_of}" if it.reprint_of else ""
            same = [f"{t.same_as}{t.colon}{other}" for other in it.same_as]
            pieces = (it.title, it.outlet, it.when, it.region, it.place, it.url, again, *same)
            self.page.text(f"{it.number}. " + t.clause.join(filter(None, pieces)))

    def _foot(self) -> None:
        head, t = self.view.briefing.masthead, self.t
        for label, names in (
            (t.report_to, head.report_to),
            (t.send_to, head.send_to),
            (t.distribute_to, head.distribute_to),
        ):
            if names:
                self.page.text(label + t.comma.join(names))
        self.page.text(f"{t.run}{t.colon}{self.view.run}", "Caption")

    # --- sections --------------------------------------------------------------------------

    def _conflicts(self) -> None:
        t = self.t
        said = (
            (
                " ".join(filter(None, (it.subject, it.metric, it.period))) + f"{t.colon}{x.stated}",
                x.cites,
            )
            for it in self.view.conflicts
            for x in it.lines
        )
        self._list(t.conflicts, said, lead=t.conflicts_lead)

    def _digests(self) -> None:
        if self.view.digests:
            self.page.heading(self.t.digests)
        for it in self.view.digests:
            self.page.heading(f"{it.source}. {it.title}", 2)
            self.page.prose(it.summary)

    # --- pieces ----------------------------------------------------------------------------

    def _list(
        self, title: str, items: Iterable[tuple[str, Sequence[Cite]]], *, lead: str = ""
    ) -> None:
        listed = list(items)
        if listed:
            self.page.heading(title)
            if lead:
                self.page.text(lead, "Caption")
            self.page.bullets(listed)

    def _placed(self, line: Line) -> str:
        return f"{line.region}{self.t.colon}{line.what}" if line.region else line.what
