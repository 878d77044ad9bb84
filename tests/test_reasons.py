"""Reasons for people: every code of the stages is known, phrases keep their particulars."""

import re
from pathlib import Path

import pytest

from briefing.reasons import _CODES, say

CLEANING = Path(__file__).parent.parent / "briefing" / "cleaning"


def test_every_reason_of_the_cleaner_has_words_in_both_languages():
    text = "".join(
        (CLEANING / name).read_text(encoding="utf-8")
        for name in ("relevance.py", "formats.py", "__init__.py")
    )
    codes = set(re.findall(r'return "([a-z_]+)"|_skipped\(raw, "([a-z_]+)"', text))
    flat = {code for pair in codes for code in pair if code}
    assert flat <= set(_CODES)
    for code in flat:
        assert re.search(r"[\u4e00-\u9fff]", say(code, "zh"))
        assert not re.search(r"[\u4e00-\u9fff]", say(code, "en"))


@pytest.mark.parametrize(
    ("reason", "zh"),
    [
        ("larger than 20,000,000 bytes", "文件大于20,000,000字节"),
        ("files that are no pages: 19 .json", "不是网页或文稿的文件：19 .json"),
        ("the same text as a.txt, counted once", "与a.txt文字相同，只计一次"),
        ("something new", "something new"),
    ],
)
def test_phrases_are_told_in_chinese_with_their_particulars(reason, zh):
    assert say(reason, "zh") == zh
    assert say(reason, "en") == reason
