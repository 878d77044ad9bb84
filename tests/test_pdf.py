"""PDF: reading order by boxes, page furniture dropped, no guess where there is no text."""

import time

from pages import pdf as made

from briefing.cleaning import pdf

LEFT = ["今年以来全区坚持稳中求进工作总基调扎实", "推进招商引资项目建设等各项重点工作经济", "运行总体平稳稳中有进前三季度完成投资二", "百一十亿元。"]  # fmt: skip
RIGHT = ["　　下一步全区将继续优化营商环境加快重", "点项目建设进度力争年底前全部开工确保完", "成全年目标任务为明年发展打下坚实的基础", "再上新台阶。"]  # fmt: skip
BODY = "今年以来全区坚持稳中求进工作总基调扎实推进各项工作经济运行总体平稳"


def columns(order):
    marks = [(180, 780, "前三季度经济运行情况通报会在示例区政府召开")]
    for left, right in order:
        marks += [(60, 740 - 18 * left, LEFT[left]), (320, 740 - 18 * right, RIGHT[right])]
    return pdf.linear(made([marks])).text.split("\n")


def test_columns_drawn_row_by_row_are_read_one_after_the_other():
    assert columns([(n, n) for n in range(4)]) == [
        "前三季度经济运行情况通报会在示例区政府召开",
        "".join(LEFT),
        "".join(RIGHT).strip("　"),
    ]


def test_the_order_of_drawing_does_not_matter():
    assert columns([(3, 0), (1, 2), (0, 3), (2, 1)]) == columns([(n, n) for n in range(4)])


def test_a_table_is_read_row_by_row():
    rows = [
        ("指标", "完成额", "增长"),
        ("工业", "210.5", "8.6%"),
        ("投资", "98.2", "3.1%"),
        ("消费", "77.0", "5.4%"),
    ]
    marks = [
        (60 + 160 * x, 700 - 20 * y, cell)
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
    ]
    assert pdf.linear(made([marks])).text.split("\n") == [" ".join(row) for row in rows]


def test_a_sentence_goes_on_across_a_page_break():
    first = [(60, 800, "示例市人民政府文件"), (84, 760, BODY[:33])]
    first += [(60, 740 - 20 * n, BODY[n : n + 1] + BODY + "啊") for n in range(3)] + [
        (290, 40, "- 1 -")
    ]
    second = [(60, 800, "示例市人民政府文件"), (60, 760, "这一句到此为止。")]
    second += [(84, 740, "新的一段开始了。"), (290, 40, "- 2 -")]
    text = pdf.linear(made([first, second])).text
    assert text.endswith("啊这一句到此为止。\n新的一段开始了。")
    assert "示例市人民政府文件" not in text
    assert "- 1 -" not in text


def test_a_page_header_tells_the_day_and_the_paper():
    head = [(60, 800, "示例日报"), (420, 800, "2023年7月14日　第2版")]
    page = pdf.linear(made([[*head, (60, 700, BODY)], [*head, (60, 700, BODY)]]))
    assert page.text == BODY * 2
    assert {hint.name: hint.value for hint in page.hints} == {
        "published": "2023年7月14日", "outlet": "示例日报",
    }  # fmt: skip


def test_a_blank_of_the_file_stays_between_names():
    assert pdf.linear(made([[(60, 760, f"记者 王磊 {BODY}")]])).text == f"记者 王磊 {BODY}"


def test_a_line_that_ends_early_ends_its_paragraph():
    marks = [(60, 760, BODY), (60, 740, "短行。"), (60, 720, BODY)]
    assert pdf.linear(made([marks])).text == f"{BODY}短行。\n{BODY}"


def test_a_scan_and_a_font_without_unicode_need_ocr():
    assert pdf.linear(made([[]])).problem == "needs_ocr"
    assert pdf.linear(made([[(60, 760, BODY)]], unicode_map=False)).problem == "needs_ocr"


def test_pages_without_text_among_others_are_noted():
    page = pdf.linear(made([[(60, 760 - 20 * n, BODY) for n in range(3)], []]))
    assert page.problem is None
    assert page.notes == ("page 2 has no readable text",)


def test_broken_files_say_so():
    assert pdf.linear(b"%PDF-1.5 broken").problem == "damaged"


def test_the_page_is_the_text_itself():
    page = pdf.linear(made([[(60, 760, BODY)]]))
    assert page.page == page.text == BODY


def test_a_page_of_too_many_pieces_ends_in_time():
    started = time.process_time()
    marks = [(60 + n % 40 * 12, 10 + n // 40 * 0.5, "中") for n in range(30_000)]
    assert pdf.linear(made([marks])).problem == "needs_ocr"
    assert time.process_time() - started < 3
