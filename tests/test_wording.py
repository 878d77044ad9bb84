"""The words of a briefing: labels in both languages, days and periods, letters that fonts have."""

import io
from datetime import date
from typing import get_args

import pypdf
import pytest
from fakes import article
from hostile_week import week_of

from briefing import grounding, rules
from briefing.records import (
    Change,
    Direction,
    Issued,
    Light,
    Masthead,
    Row,
    Skip,
    State,
    TargetPoint,
    Verdict,
)
from briefing.render import dates, glyphs, labels, render
from briefing.resources import data

RARE = (
    "喆赟翀旻玥璟瑄犇淼焱垚堃甯昶晟骉骞媛祎祯赜頔斅暐旸昀昳晞杲枞栩桢棣榘槿樾毓沄沅泓洙洵浠涵淏淳"
    "湜溦漪潆潇澍濛瀚灏炅炆炜烜焓焜煊煜熠燊爔玎玙珅珏珞珩琚琛琨琬琮瑀瑗瑭璇璐璠璩瓒甦畛皓砚磊祺禛稷"
    "竑筠篪綦缜羿翊翕翥芃芊芮茜荃莙菁萱葳蓁蔚薇诒谌跞邈郦鄢钊钖钰铄铖铠闫闿阆隽霁霈霏韫颉颋颢飏馥骁骐"
    "麒黉䶮㛃㬎𫖯𫖳𬀩𬱖𫘦𬸪𬸦𬬻"
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_value_of_the_records_has_a_word(lang):
    kinds = {
        "light": Light,
        "state": State,
        "verdict": Verdict,
        "status": get_args(Row.model_fields["status"].annotation),
        "change": get_args(Change.model_fields["kind"].annotation),
        "event": get_args(TargetPoint.model_fields["event"].annotation),
        "stage": get_args(Skip.model_fields["stage"].annotation),
        "kind": ("figure", "official", "target", "next_step", "shortfall"),
        "basis": ("同比", "环比", "比年初", "其他"),
    }
    for kind, values in kinds.items():
        for value in values:
            assert labels.word(lang, kind, value) or value == ""


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        ((2026, 3, 2), (2026, 3, 2), "2026年3月2日", "2 March 2026"),
        ((2026, 3, 2), (2026, 3, 8), "2026年3月2日—8日", "2–8 March 2026"),
        ((2026, 3, 30), (2026, 4, 5), "2026年3月30日—4月5日", "30 March – 5 April 2026"),
        (
            (2025, 12, 29),
            (2026, 1, 4),
            "2025年12月29日—2026年1月4日",
            "29 December 2025 – 4 January 2026",
        ),
    ],
)
def test_a_range_of_days_does_not_repeat_what_its_ends_share(first, last, zh, en):
    ends = date(*first), date(*last)
    assert dates.days(*ends, "zh") == zh
    assert dates.days(*ends, "en") == en


@pytest.mark.parametrize(
    ("name", "cadence", "first", "last", "zh", "en"),
    [
        ("2026-03-02", "day", (3, 2), (3, 2), "2026年3月2日", "2 March 2026"),
        (
            "2026-W10",
            "week",
            (3, 2),
            (3, 8),
            "2026年第10周（3月2日—8日）",
            "Week 10 of 2026 (2–8 March 2026)",
        ),
        ("2026-03", "month", (3, 1), (3, 31), "2026年3月", "March 2026"),
        ("2026-Q1", "quarter", (1, 1), (3, 31), "2026年第1季度", "Quarter 1 of 2026"),
        ("2026-Q4", "quarter", (10, 1), (12, 31), "2026年第4季度", "Quarter 4 of 2026"),
    ],
)
def test_a_period_has_a_name_in_both_languages(name, cadence, first, last, zh, en):
    issued = Issued(name=name, cadence=cadence, first=date(2026, *first), last=date(2026, *last))
    assert dates.period(issued, "zh") == zh
    assert dates.period(issued, "en") == en


def test_a_hundred_and_more_rare_names_are_printed_with_the_shipped_fonts():
    names = "、".join(f"张{letter}" for letter in RARE)
    head = Masthead(name="简报", editor_note=names)
    briefing = week_of("甲").model_copy(update={"masthead": head})
    reader = pypdf.PdfReader(io.BytesIO(render(briefing, "pdf")))
    text = "".join(page.extract_text() for page in reader.pages)
    assert len(set(RARE)) > 150
    assert not set(RARE) - set(text)
    assert "〓" not in text


def test_the_shipped_fonts_have_every_common_han_letter():
    known = glyphs.coverage([data("fonts")])
    assert sum(code in known for code in range(0x4E00, 0x9FFF)) > 20_900
    assert 0x20000 not in known


@pytest.mark.parametrize(
    "content", [b"", b"no font", b"ttcf\0\0\0\0\xff\xff\xff\xff", b"\0\1\0\0\xff\xff" + b"\0" * 40]
)
def test_a_damaged_font_has_no_letters(tmp_path, content):
    (tmp_path / "broken.ttf").write_bytes(content)
    assert glyphs.coverage([tmp_path]) == frozenset()


def test_a_direction_that_stands_apart_from_its_number_is_said_beside_it():
    page = article("全区完成工业投资98.3亿元，其中技改投资41.5亿元，分别增长15.7%、28.9%。")
    claims = rules.read(page)
    ways = {f.claim.raw: f.unsaid for f in grounding.ground(page, claims.figures)}
    assert ways["28.9%"] is Direction.UP
    assert ways["增长15.7%"] is Direction.NONE
    assert ways["98.3亿元"] is Direction.NONE


def test_a_letter_of_a_thing_s_name_says_no_direction():
    page = article(
        "上半年，全区工业投资、高技术产业投资分别增长17.3%、29.4%，采矿业、制造业增加值分别增长3.8%、2.6%。"
    )
    figures = grounding.ground(page, rules.read(page).figures)
    ways = {f.claim.raw: f.unsaid for f in figures}
    assert (ways["29.4%"], ways["2.6%"]) == (Direction.UP, Direction.UP)
