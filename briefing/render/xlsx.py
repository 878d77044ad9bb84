"""XLSX: ledger, figures, people, steps, shortfalls, doubts and sources as sheets to work with.

Numbers are numbers with their unit beside them, days are days, marks are links to the source's
row. Every text is stored as text: what begins with = + - @ is shown and never computed.
"""

import io
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.records import Amount, Briefing, DateRange, Row
from briefing.render import Options
from briefing.render.lines import Cite, Line
from briefing.render.plain import visible
from briefing.render.view import View
from briefing.render.zips import steady

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LIMIT = 32_767
"""Characters that a cell can hold, by the file format."""
_NAME_LIMIT = 31


@dataclass(frozen=True)
class Link:
    """A text that leads to a row of the source sheet, or to an address."""

    text: str
    source: int = 0
    url: str = ""


Value = str | Decimal | int | date | Link | None


@dataclass(frozen=True)
class Sheet:
    """A table: its name, its columns with their width in characters, its rows."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Value, ...], ...]


def xlsx(briefing: Briefing, options: Options) -> bytes:
    """Return the briefing as a workbook; sheets without rows are left out."""
    import openpyxl
    from openpyxl.packaging.core import DocumentProperties

    view = View(briefing, verbatim=True)
    day = briefing.period.last
    book = openpyxl.Workbook()
    book.remove(book.active)
    moment = datetime.combine(day, time())
    book.properties = DocumentProperties(
        title=visible(view.title), creator="briefing", created=moment, modified=moment
    )
    if view.ai_label:
        book.properties.keywords = view.t.ai_keyword
    for sheet in _sheets(view):
        if sheet.rows or sheet.name == view.t.sources:
            _write(book.create_sheet(sheet.name[:_NAME_LIMIT]), sheet, view.t.sources)
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue(), day)


def _sheets(view: View) -> Iterable[Sheet]:
    yield _ledger(view)
    yield _figures(view)
    yield from _claims(view)
    yield _doubts(view)
    yield _sources(view)


def _ledger(view: View) -> Sheet:
    t = view.t
    names = (
        (t.no, 6), (t.light, 8), (t.what, 44), (t.owner, 18), (t.deadline, 14), (t.due, 12),
        (t.value, 14), (t.unit, 8), (t.done, 9), (t.elapsed, 9), (t.state, 10), (t.silent_for, 10),
        (t.latest, 24), (t.rule, 40), (t.cite, 10),
    )  # fmt: skip
    rows = []
    for number, it in enumerate(view.ledger, 1):
        latest, history = it.latest, it.history
        last = history.deadline_range.last if history.deadline_range else None
        value = history.value
        rows.append(
            (
                number, f"{it.sign} {it.light_word}", it.what, it.owner, it.deadline, last,
                value.value if value else None, value.unit if value else "",
                history.completion, history.elapsed, it.state_word, history.silent_periods,
                f"{latest.day} {latest.event}" if latest else "", it.light_rule,
                _link([latest.cite] if latest and latest.cite else []),
            )
        )  # fmt: skip
    return Sheet(t.ledger, names, tuple(rows))


def _figures(view: View) -> Sheet:
    t = view.t
    names = (
        (t.no, 6), (t.region, 14), (t.topic, 12), (t.subject, 18), (t.metric, 28), (t.as_written, 18),
        (t.value, 16), (t.upper, 12), (t.unit, 9), (t.basis, 8), (t.period, 14), (t.status, 8),
        (t.cite, 10), (t.quote, 60),
    )  # fmt: skip
    rows = (
        (
            line.ref, line.region, line.topic, line.subject, line.metric, line.value, *_number(row),
            line.basis, line.period, line.status, _link(line.cites), line.quote,
        )
        for row, line in zip(view.briefing.figures, view.figures, strict=True)
    )  # fmt: skip
    return Sheet(t.figures, names, tuple(rows))


def _claims(view: View) -> Iterable[Sheet]:
    t, b = view.t, view.briefing
    tail = ((t.cite, 10), (t.quote, 60))
    people = ((t.no, 6), (t.region, 14), (t.name, 12), (t.titles, 40), (t.org, 24), (t.roles, 24))
    yield Sheet(
        t.officials,
        (*people, *tail),
        tuple(
            (
                x.ref,
                x.region,
                x.name,
                t.comma.join(x.titles),
                x.org,
                t.comma.join(x.roles),
                *_end(x),
            )
            for x in view.officials
        ),
    )
    dated = ((t.owner, 20), (t.deadline, 14), (t.due, 12))
    pairs = zip(b.targets, view.targets, strict=True)
    yield Sheet(
        t.targets,
        ((t.no, 6), (t.region, 14), (t.topic, 12), (t.what, 44), *dated, (t.done, 9), *tail),
        tuple(
            (
                x.ref,
                x.region,
                x.topic,
                x.what,
                x.owner,
                x.deadline,
                _due(row),
                x.completion,
                *_end(x),
            )
            for row, x in pairs
        ),
    )
    pairs = zip(b.next_steps, view.next_steps, strict=True)
    yield Sheet(
        t.next_steps,
        ((t.no, 6), (t.region, 14), (t.topic, 12), (t.action, 44), *dated, *tail),
        tuple(
            (x.ref, x.region, x.topic, x.action, x.owner, x.deadline, _due(row), *_end(x))
            for row, x in pairs
        ),
    )
    yield Sheet(
        t.shortfalls,
        ((t.no, 6), (t.region, 14), (t.topic, 12), (t.problem, 44), *tail),
        tuple((x.ref, x.region, x.topic, x.what, *_end(x)) for x in view.shortfalls),
    )


def _doubts(view: View) -> Sheet:
    t = view.t
    names = (
        (t.no, 6), (t.kind, 10), (t.said, 44), (t.reason, 18), (t.note, 30), (t.cite, 10),
        (t.quote, 60),
    )  # fmt: skip
    rows = tuple((x.ref, x.kind_word, x.said, x.verdict, x.note, *_end(x)) for x in view.doubts)
    return Sheet(t.doubts, names, rows)


def _sources(view: View) -> Sheet:
    t = view.t
    names = (
        (t.no, 6), (t.heading, 50), (t.outlet, 18), (t.day, 12), (t.basis, 8), (t.region, 24),
        (t.original, 40), (t.item, 40),
    )  # fmt: skip
    rows = tuple(
        (
            it.number, it.title, it.outlet, source.dated, it.dated_by, it.region,
            Link(it.url, url=it.url) if it.url else "", it.place,
        )
        for source, it in zip(view.briefing.sources, view.sources, strict=True)
    )  # fmt: skip
    return Sheet(t.sources, names, rows)


def _end(line: Line) -> tuple[Value, Value]:
    return _link(line.cites), line.quote


def _link(cites: Sequence[Cite]) -> Link | str:
    """Return all marks as one text that leads to the first mark's source."""
    first = next((cite for cite in cites if cite.known), None)
    text = " ".join(cite.mark for cite in cites)
    return Link(text, source=first.source) if first else text


def _number(row: Row) -> tuple[Value, Value, Value]:
    amount: Amount | None = row.finding.amount
    return (amount.value, amount.value_max, amount.unit) if amount else (None, None, "")


def _due(row: Row) -> date | None:
    span: DateRange | None = row.finding.deadline_range
    return span.last if span else None


def _write(page: "Worksheet", sheet: Sheet, sources: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    head, wash = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="9E1B1B")
    first = page.cell(2, 1)
    first.alignment = Alignment(vertical="top", wrap_text=True)
    wrapped = copy(first._style)  # given to each cell: openpyxl compares every alignment it is told
    for column, (name, width) in enumerate(sheet.columns, 1):
        cell = page.cell(1, column)
        _put(cell, name, sources)
        cell.font, cell.fill = head, wash
        page.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(sheet.rows, 2):
        for column, value in enumerate(row, 1):
            cell = page.cell(number, column)
            cell._style = copy(wrapped)
            _put(cell, value, sources)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: "Cell", value: Value, sources: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    match value:
        case None | "":
            return
        case Link():
            _text(cell, value.text)
            if value.url:
                cell.hyperlink = value.url
            else:
                goal = f"'{sources[:_NAME_LIMIT]}'!A{value.source + 1}"
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=goal)
            cell.font = Font(color="0B57A4", underline="single")
        case date():
            cell.value, cell.number_format = value, "yyyy-mm-dd"
        case Decimal():
            cell.value, cell.number_format = value, "#,##0.########"
        case int():
            cell.value = value
        case str():
            _text(cell, value)


def _text(cell: "Cell", text: str) -> None:
    """Store a text as text. A formula would need another type, so that none can arise."""
    shown = visible(text)
    cell.value = shown if len(shown) <= _LIMIT else shown[: _LIMIT - 1] + "…"
    cell.data_type = "s"
    cell.quotePrefix = shown[:1] in "=+-@"
