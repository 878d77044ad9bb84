"""From the clean text back to the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.origin import compose, slices, to_bytes, to_clean, to_raw
from briefing.records import Piece


def table(*spans: tuple[int, int]) -> list[Piece]:
    """Pieces for page slices that are put together without anything between them."""
    made, at = [], 0
    for start, end in spans:
        made.append(Piece(start=at, length=end - start, raw_start=start, raw_length=end - start))
        at += end - start
    return made


def test_a_range_inside_one_piece_moves_with_it():
    assert to_raw(table((10, 20)), 2, 5) == (12, 15)


def test_a_range_over_a_seam_covers_what_was_dropped_between():
    pieces = table((10, 20), (25, 30))
    assert to_raw(pieces, 8, 12) == (18, 27)
    assert list(slices(pieces, 8, 12)) == [(18, 20), (25, 27)]


def test_a_line_feed_between_paragraphs_leads_to_the_letters_beside_it():
    pieces = [
        Piece(start=0, length=4, raw_start=3, raw_length=4),
        Piece(start=5, length=4, raw_start=20, raw_length=4),
    ]
    assert to_raw(pieces, 4, 6) == (20, 21)
    assert to_raw(pieces, 2, 5) == (5, 7)
    with pytest.raises(ValueError, match="from 4 to 5"):
        to_raw(pieces, 4, 5)


def test_an_entity_is_one_letter_of_the_text():
    pieces = [
        Piece(start=0, length=2, raw_start=0, raw_length=2),
        Piece(start=2, length=1, raw_start=2, raw_length=5),
        Piece(start=3, length=2, raw_start=7, raw_length=2),
    ]
    assert to_raw(pieces, 2, 3) == (2, 7)
    assert to_raw(pieces, 1, 4) == (1, 8)
    assert to_clean(pieces, 4) == 2
    assert to_clean(pieces, 8) == 4
    assert to_clean(pieces, 9) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-8-sig"])
def test_a_place_in_the_page_leads_to_its_bytes(encoding):
    page = "全区项目𠀀推进会\n签约17个。"
    data = page.encode(encoding)
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    first, last = to_bytes(data, page, name, 5, 8)
    assert data[first:last].decode(name) == page[5:8]


def test_bytes_behind_damage_or_in_a_pdf_are_not_told():
    page = "全区\ufffd项目推进会"
    data = "全区".encode() + b"\xff" + "项目推进会".encode()
    assert to_bytes(data, page, "utf-8", 4, 6) is None
    assert to_bytes(data, page, "utf-8", 0, 2) == (0, 6)
    assert to_bytes(b"%PDF-1.7", "项目", "pdf", 0, 1) is None


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=30, max_size=60), st.data())
def test_slices_spell_the_clean_text(page, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(page)), min_size=4, max_size=10)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    pieces = table(*spans)
    text = "".join(page[a:b] for a, b in spans)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert "".join(page[a:b] for a, b in slices(pieces, start, end)) == text[start:end]
    low, high = to_raw(pieces, start, end)
    assert page[low] == text[start]
    assert page[high - 1] == text[end - 1]


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=40, max_size=60), st.data())
def test_two_tables_one_after_the_other_make_one(page, data):
    def draw(text):
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=4, max_size=10)))
        return table(*zip(cuts[::2], cuts[1::2], strict=False))

    inner = draw(page)
    middle = "".join(page[p.raw_start : p.raw_start + p.raw_length] for p in inner)
    if len(middle) < 10:
        return
    outer = draw(middle)
    text = "".join(middle[p.raw_start : p.raw_start + p.raw_length] for p in outer)
    made = compose(outer, inner)
    assert "".join(page[p.raw_start : p.raw_start + p.raw_length] for p in made) == text
