"""What PDF/A-2b (ISO 19005-2) asks for, read back from the finished file by another program.

typst checks the standard while it writes; we change bytes after it (links inside the document), so
that the file as it leaves is looked at here: structure, metadata, colour, fonts, actions.
"""

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject
from samples import sample_briefing

from briefing.render import LAYOUTS, render

FORBIDDEN_ACTIONS = {
    "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState",
    "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript",
}  # fmt: skip


@cache
def made(layout):
    return render(sample_briefing(), "pdf", layout=layout)


@cache
def reader(layout):
    return PdfReader(io.BytesIO(made(layout)), strict=True)


@cache
def everything(layout):
    """Return every object of the file that is reachable from its trailer."""
    seen, found, waiting = set(), [], [reader(layout).trailer]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            found.append(one)
            waiting += [dict.__getitem__(one, key) for key in one]
        elif isinstance(one, ArrayObject):
            waiting += list.__iter__(one)
    return found


def fonts(layout):
    return [one for one in everything(layout) if one.get("/Type") == "/Font"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_object_stands_where_the_table_of_the_file_says(layout):
    data = made(layout)
    start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF", data)[1])
    lines = data[start:].split(b"trailer")[0].splitlines()[2:]
    offsets = {n: int(line[:10]) for n, line in enumerate(lines) if line[17:18] == b"n"}
    assert len(offsets) > 50
    assert all(data[at:].startswith(b"%d 0 obj" % n) for n, at in offsets.items())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_file_names_itself_and_is_locked_to_nobody(layout):
    data, trailer = made(layout), reader(layout).trailer
    assert data.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in data[10:14])
    assert "/Encrypt" not in trailer
    assert len(trailer["/ID"]) == 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_its_metadata_name_the_standard_and_agree_with_each_other(layout):
    catalogue = reader(layout).trailer["/Root"]
    xmp = catalogue["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part(?:>|=\")2", xmp)
    assert re.search(r"pdfaid:conformance(?:>|=\")B", xmp)
    assert reader(layout).metadata.title in xmp
    assert catalogue["/Lang"].lower().startswith("zh")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_colours_are_told_by_an_embedded_profile(layout):
    [intent] = reader(layout).trailer["/Root"]["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data()[36:40] == b"acsp"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_font_is_embedded_and_gives_its_letters_back(layout):
    whole = [font for font in fonts(layout) if font["/Subtype"] == "/Type0"]
    assert whole
    for font in fonts(layout):
        if font["/Subtype"] == "/Type0":
            assert font["/ToUnicode"].get_data()
            assert font["/Encoding"] == "/Identity-H"
            [descendant] = font["/DescendantFonts"]
            described = descendant.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)
        else:
            assert font["/Subtype"] in ("/CIDFontType0", "/CIDFontType2", "/Type3")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_in_it_acts_plays_or_hides(layout):
    for one in everything(layout):
        assert one.get("/S") not in FORBIDDEN_ACTIONS
        assert not {"/AA", "/OpenAction", "/JS", "/XFA", "/EF", "/Alternates", "/OPI"} & set(one)
        if one.get("/Type") == "/Annot":
            assert one["/Subtype"] == "/Link"
            assert one["/F"] & 4  # printed
            assert not one["/F"] & (1 | 2 | 32)  # neither invisible nor hidden nor only seen
        if isinstance(one, StreamObject):
            assert "LZW" not in str(one.get("/Filter", ""))
            assert one.get("/Interpolate") in (None, False)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_reader_who_does_not_see_it_is_led_through_it(layout):
    catalogue = reader(layout).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    kinds = [one.get("/S") for one in everything(layout) if one.get("/Type") == "/StructElem"]
    assert {"/H1", "/Table", "/TH", "/TD", "/Link"} <= set(kinds)
    assert "/H6" not in kinds  # the places of marks are no headings
    pictures = [one for one in everything(layout) if one.get("/S") == "/Figure"]
    assert bool(pictures) == (layout == "analyst")
    assert all(picture["/Alt"] for picture in pictures)
