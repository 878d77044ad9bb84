"""Bytes to text, and text that was decoded wrongly before it was saved."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cleaning import clean
from briefing.cleaning.encodings import decode, share_common
from briefing.cleaning.mojibake import repair
from briefing.records import Raw

SIMPLIFIED = "全区高质量发展项目推进会召开,区委书记主持会议并讲话,今年一季度完成投资50亿元。"
TRADITIONAL = "全區高質量發展項目推進會召開,區委書記主持會議並講話,今年一季度完成投資50億元。"
RARE = "镕喆堃㐂𠀀"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("length", [6, 13, 40])
def test_chinese_text_is_read_in_any_family(encoding, length):
    data = SIMPLIFIED[:length].encode(encoding)
    assert decode(data).text == SIMPLIFIED[:length]


@pytest.mark.parametrize("encoding", ["big5", "utf-8", "gb18030", "utf-16-le"])
def test_traditional_text_is_read_in_any_family(encoding):
    text = TRADITIONAL if encoding != "big5" else TRADITIONAL.replace("㐂", "")
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("word", ["路", "么", "目", "平前", "路么目平前"])
def test_short_gbk_that_is_valid_utf8_by_chance_is_read_as_chinese(word):
    assert decode(word.encode("gb18030")).text == word


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark, encoding):
    found = decode(mark + SIMPLIFIED.encode(encoding))
    assert (found.text, found.encoding) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_text_cut_inside_a_character_keeps_the_rest(encoding):
    found = decode((SIMPLIFIED * 3).encode(encoding)[:-1])
    assert found.bad == 1
    assert found.text == (SIMPLIFIED * 3)[:-1] + "\ufffd"


@pytest.mark.parametrize("at", [20, 21, 30, 31])
def test_one_bad_byte_in_gbk_costs_one_letter(at):
    data = bytearray((SIMPLIFIED * 3).encode("gb18030"))
    data[at] = 0xFF
    found = decode(bytes(data))
    assert found.text.count("\ufffd") == 1
    assert abs(found.first_bad - at) <= 1
    assert found.text.endswith(SIMPLIFIED * 2)


def test_many_bad_bytes_are_still_read():
    data = b"\xff".join([SIMPLIFIED.encode()] * 400)
    found = decode(data)
    assert found.bad >= 399
    assert found.text.count(SIMPLIFIED) == 400


def test_a_page_that_declares_gb2312_or_utf8_wrongly_is_read_alike():
    body = f"4月3日,{RARE}出席临河区高质量发展项目推进会并讲话。会议指出,一季度完成投资50亿元,同比增长12.5%。"
    made = set()
    for meta in ('<meta charset="gb2312">', '<meta charset="utf-8">', ""):
        page = f"<html><head>{meta}<title>推进会</title></head><body><h1>项目推进会</h1><p>{body}</p></body></html>"
        cleaned = clean(Raw(source="page.html", data=page.encode("gb18030"), media="text/html"))
        made.add(cleaned.articles[0].text)
    assert made == {body}


def test_other_languages_are_left_to_the_library():
    text = "Café au lait est très bon, dit-il à sa mère. " * 5
    assert "Caf" in decode(text.encode("cp1252")).text


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 99])
def test_binary_is_no_text(data):
    assert decode(data) is None


def test_the_share_of_common_characters_tells_right_from_wrong():
    right = share_common(SIMPLIFIED)
    assert right > 0.6
    for wrong in ("big5hkscs", "utf-16-le", "latin-1"):
        assert share_common(SIMPLIFIED.encode("gb18030").decode(wrong, "replace")) < right - 0.3


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_decoding_fail(data):
    found = decode(data)
    assert found is None or isinstance(found.text, str)


@pytest.mark.parametrize(
    ("right", "wrong"), [("utf-8", "latin-1"), ("gb18030", "latin-1"), ("gb18030", "cp1252")]
)
def test_text_read_in_the_wrong_encoding_is_mended_and_noted(right, wrong):
    spoiled = SIMPLIFIED.encode(right).decode("latin-1")
    if wrong == "cp1252":
        spoiled = "".join(bytes([ord(char)]).decode("cp1252", "ignore") or char for char in spoiled)
    mended, notes = repair(spoiled)
    assert mended == SIMPLIFIED
    assert "mended" in notes[0]


def test_text_encoded_twice_is_mended():
    once = SIMPLIFIED.encode().decode("latin-1")
    twice = once.encode().decode("latin-1")
    assert repair(twice)[0] == SIMPLIFIED


@pytest.mark.parametrize("spoiled", [SIMPLIFIED + "é’å²›å¸‚å—åŒº", SIMPLIFIED + "锟斤拷锟斤拷"])
def test_mojibake_beside_intact_text_is_flagged_and_left(spoiled):
    text, notes = repair(spoiled)
    assert text == spoiled
    assert notes[0].startswith("encoding_damage")


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        TRADITIONAL,
        "Café à la crème",
        "“引号”——１３１……①½℃",
        "naïve coöperation",
        "25℃±2℃×3÷4·°",
    ],
)
def test_clean_text_is_left_letter_for_letter(text):
    assert repair(text) == (text, ())
