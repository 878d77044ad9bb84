"""Word and spreadsheet editions: read back, they hold what the briefing holds, and do nothing."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import docx
import openpyxl
import pytest
from samples import sample_briefing

from briefing.errors import TemplateError
from briefing.records import Masthead
from briefing.render import render

EVIL = [
    '=cmd|"/c calc"!A1',
    "+1+1",
    "-1",
    "@SUM(A1)",
    '<w:p/>&"]]>',
    "{{7*7}}",
    "a\x07b\u202ec",
    "长" * 40_000,
    "😀",
]


def book(briefing):
    return openpyxl.load_workbook(io.BytesIO(render(briefing, "xlsx")))


def document(briefing, templates=None):
    return docx.Document(io.BytesIO(render(briefing, "docx", templates=templates)))


def words(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def with_raw(text):
    briefing = sample_briefing()
    row = briefing.figures[0]
    claim = row.finding.claim.model_copy(update={"raw": text, "metric": text})
    changed = row.model_copy(update={"finding": row.finding.model_copy(update={"claim": claim})})
    return briefing.model_copy(
        update={"figures": (changed, *briefing.figures[1:]), "masthead": Masthead(name=text)}
    )


def test_a_sheet_of_figures_has_numbers_with_units_beside_them():
    briefing = sample_briefing()
    sheet = book(briefing)["关键数据"]
    heads = [cell.value for cell in sheet[1]]
    for row, cells in zip(
        briefing.figures, sheet.iter_rows(min_row=2, values_only=True), strict=True
    ):
        found = dict(zip(heads, cells, strict=True))
        assert found["原文写法"] == row.finding.claim.raw
        assert Decimal(str(found["数值"])) == row.finding.amount.value
        assert (found["计量单位"] or "") == row.finding.amount.unit


def test_sheets_have_filters_frozen_heads_days_and_links():
    sheets = book(sample_briefing())
    for sheet in sheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
    ledger = sheets["目标台账"]
    due = next(cell for cell in ledger[1] if cell.value == "最迟日期").column
    assert any(
        cell.is_date for row in ledger.iter_rows(min_row=2) for cell in row if cell.column == due
    )
    figures = sheets["关键数据"]
    place = next(cell for cell in figures[1] if cell.value == "出处").column
    cite = figures.cell(2, place)
    assert cite.hyperlink.location.startswith("'来源与原文'!A")


@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_a_formula_or_markup(text):
    briefing = with_raw(text)
    for sheet in book(briefing):
        assert not [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert text[:5].replace("\x07", "〔U+0007〕")[:3] in words(document(briefing))


def test_the_document_holds_every_figure_name_target_and_doubt():
    briefing = sample_briefing()
    text = words(document(briefing))
    for row in briefing.figures:
        assert row.finding.claim.raw in text
    for row in briefing.officials:
        assert row.finding.claim.name in text
    for entry in briefing.ledger:
        assert entry.what in text
    for row in briefing.doubts:
        assert row.finding.evidence.quote in text


def test_each_cited_sentence_is_one_endnote():
    archive = zipfile.ZipFile(io.BytesIO(render(sample_briefing(), "docx")))
    notes = archive.read("word/endnotes.xml").decode()
    body = archive.read("word/document.xml").decode()
    assert notes.count("<w:endnote ") - 2 == body.count("<w:endnoteReference ")
    sentence = sample_briefing().sources[0].article.sentence(3)
    assert notes.count(sentence) == 1


def test_styles_name_east_asian_fonts_and_tables_repeat_their_heads():
    made = document(sample_briefing())
    for name in ("Normal", "Heading 1", "Title"):
        fonts = made.styles[name].element.rPr.rFonts
        assert fonts.get(docx.oxml.ns.qn("w:eastAsia"))
        assert not fonts.get(docx.oxml.ns.qn("w:eastAsiaTheme"))
    for table in made.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:cantSplit" in table.rows[1]._tr.xml


def test_an_office_can_bring_its_own_document(tmp_path):
    own = docx.Document()
    own.sections[0].top_margin = docx.shared.Mm(50)
    own.add_paragraph("本单位旧文")
    own.save(tmp_path / "weekly.docx")
    made = document(sample_briefing(), tmp_path)
    assert round(made.sections[0].top_margin.mm) == 50
    assert "本单位旧文" not in words(made)


def test_a_damaged_own_document_is_named(tmp_path):
    (tmp_path / "weekly.docx").write_bytes(b"no zip")
    with pytest.raises(TemplateError, match=r"weekly\.docx"):
        render(sample_briefing(), "docx", templates=tmp_path)


def test_a_long_document_has_contents_that_lead_to_its_headings_before_word_fills_them():
    briefing = sample_briefing()
    many = [briefing.officials[0].model_copy(update={"ref": f"O{n}"}) for n in range(40)]
    long = document(briefing.model_copy(update={"officials": tuple(many)}))
    listed = [one for one in long.paragraphs if one.style.name == "toc 1"]
    headings = [one for one in long.paragraphs if one.style.name == "Heading 1"]
    assert [one.text for one in listed] == [one.text for one in headings]
    for line, heading in zip(listed, headings, strict=True):
        (place,) = heading._p.findall(docx.oxml.ns.qn("w:bookmarkStart"))
        assert line.hyperlinks[0].fragment == place.get(docx.oxml.ns.qn("w:name"))
    short = document(briefing.model_copy(update={"figures": (), "officials": ()}))
    assert not [one for one in short.paragraphs if one.style.name == "toc 1"]


@pytest.mark.parametrize("fmt", ["docx", "xlsx"])
def test_the_same_briefing_gives_the_same_bytes_and_the_day_of_the_period(fmt):
    briefing = sample_briefing()
    made = render(briefing, fmt)
    assert made == render(briefing, fmt)
    [stamp] = {member.date_time[:3] for member in zipfile.ZipFile(io.BytesIO(made)).infolist()}
    assert date(*stamp) == briefing.period.last
