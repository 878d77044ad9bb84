"""The PDF in both layouts: archivable, whole, the same each time, whatever it is made of."""

import io
import re

import pytest
from pypdf import PdfReader
from samples import sample_briefing

from briefing.records import Masthead
from briefing.render import LAYOUTS, render

EMPTY = ("figures", "officials", "targets", "next_steps", "shortfalls", "conflicts", "leagues")
EMPTY += ("ledger", "remarks", "changes", "digests", "doubts", "omissions", "skipped", "summary")


def pages(briefing, layout):
    made = render(briefing, "pdf", layout=layout)
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_name_target_and_mark_can_be_read_again(layout):
    briefing = sample_briefing()
    text = squeezed("".join(pages(briefing, layout)))
    for row in briefing.figures:
        assert squeezed(row.finding.claim.raw) in text
    for row in briefing.officials:
        assert row.finding.claim.name in text
    for entry in briefing.ledger:
        assert squeezed(entry.what) in text
    for row in (*briefing.figures, *briefing.doubts):
        for mark in row.cites:
            assert mark in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_archivable_titled_and_the_same_each_time(layout):
    made = render(sample_briefing(), "pdf", layout=layout)
    assert made == render(sample_briefing(), "pdf", layout=layout)
    assert b"pdfaid" in made
    reader = PdfReader(io.BytesIO(made))
    assert "2026" in reader.metadata.title
    assert reader.outline


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_briefing_with_nothing_in_it_is_a_page(layout, lang):
    nothing = dict.fromkeys(EMPTY, ()) | {"lang": lang}
    assert pages(sample_briefing().model_copy(update=nothing), layout)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_three_hundred_rows_repeat_their_head_on_every_page(layout):
    briefing = sample_briefing()
    rows = tuple(
        row.model_copy(update={"ref": f"F{number}"})
        for number in range(1, 301)
        for row in [briefing.figures[number % len(briefing.figures)]]
    )
    many = briefing.model_copy(
        update={"figures": rows, "leagues": (), "remarks": (), "changes": ()}
    )
    heads = [page for page in pages(many, layout) if "指标" in page and "主体" in page]
    assert len(heads) >= 5


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_of_any_length_and_letters_of_any_kind_find_room(layout):
    name = "某某省某某市某某国家级经济技术开发区管理委员会" * 8 + "镕喆堃㐂𠀀😀\u202e"
    head = Masthead(name=name, unit=name, editor_note=name, report_to=(name,))
    text = squeezed("".join(pages(sample_briefing().model_copy(update={"masthead": head}), layout)))
    assert "镕喆堃" in text
    assert "U+20000" in text


def test_the_analyst_sees_five_numbers_and_every_light_on_the_first_page():
    first = squeezed(pages(sample_briefing(), "analyst")[0])
    for row in sample_briefing().figures[:5]:
        assert squeezed(row.finding.claim.raw) in first
    for word in ("绿灯", "黄灯", "红灯", "灰灯"):
        assert word in first


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_mark_leads_to_its_sentence_and_every_named_row_to_its_place(layout):
    reader = PdfReader(io.BytesIO(render(sample_briefing(), "pdf", layout=layout)))
    goals = set(reader.named_destinations)
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    inside = [str(note["/Dest"]) for note in notes if isinstance(note.get("/Dest"), str)]
    marks = {mark for row in sample_briefing().figures for mark in row.cites}
    assert {f"s{mark}" for mark in marks} <= set(inside)
    assert {goal for goal in inside if goal[0] in "sr"} <= goals
    outside = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert outside
    assert all(address.startswith("http") for address in outside)
