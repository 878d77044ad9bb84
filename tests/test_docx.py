"""Word documents: what a reader sees is read, what was deleted is not."""

import time

from pages import docx as made

from briefing.cleaning import docx


def p(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def lines(body: str, **more: str) -> list[str]:
    return docx.linear(made(body, **more)).text.split("\n")


def test_split_runs_are_one_text():
    assert lines(p("全区", "生产", "总值")) == ["全区生产总值"]


def test_inserted_text_is_read_and_deleted_text_is_not():
    body = (
        "<w:p><w:r><w:t>完成</w:t></w:r><w:del><w:r><w:delText>十</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>二十</w:t></w:r></w:ins><w:r><w:t>亿元</w:t></w:r></w:p>"
    )
    assert lines(body) == ["完成二十亿元"]


def test_moved_text_stands_where_it_went_and_hidden_text_nowhere():
    body = (
        "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:r><w:t>甲</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
        "<w:p><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>"
    )
    assert lines(body) == ["甲", "新"]


def test_a_text_box_follows_its_paragraph_and_is_read_once():
    box = f"<w:txbxContent>{p('框内文字')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(body) == ["正文", "框内文字"]


def test_a_row_of_short_cells_is_one_line_and_long_cells_are_texts():
    row = "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("指标", "完成额")) + "</w:tr>"
    long = f"<w:tr><w:tc>{p('长' * 80)}{p('第二段')}</w:tc><w:tc>{p('旁')}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{row}</w:tbl><w:tbl>{long}</w:tbl>") == [
        "指标\t完成额", "长" * 80, "第二段", "旁",
    ]  # fmt: skip


def test_field_codes_are_no_text_and_breaks_end_a_line():
    body = "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
    assert lines(body) == ["上", "下"]


def test_the_page_is_the_text_itself():
    page = docx.linear(made(p("甲") + p("乙")))
    assert page.page == page.text == "甲\n乙"
    assert page.raw(2, 3) == (2, 3)


def test_entities_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert docx.linear(made(p("&b;"), declaration=bomb)).problem == "damaged"


def test_broken_locked_and_empty_documents_say_so():
    assert docx.linear(b"PK\x03\x04 broken").problem == "damaged"
    assert docx.linear(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600).problem == "encrypted"
    assert docx.linear(made("")).problem == "empty"


def test_deep_nesting_ends_in_time():
    started = time.process_time()
    deep = "<w:sdt>" * 20_000 + p("深") + "</w:sdt>" * 20_000
    assert docx.linear(made(deep)).text in ("深", "")
    assert time.process_time() - started < 2
