"""Spans made fast are the spans that the record makes."""

from briefing.cleaning.spans import spans
from briefing.records import Span


def test_they_equal_checked_ones_in_every_way():
    made = spans([(0, 3), (4, 9)])
    checked = (Span(start=0, end=3), Span(start=4, end=9))
    assert made == checked
    assert [span.model_dump() for span in made] == [span.model_dump() for span in checked]
    assert hash(made[0]) == hash(checked[0])
    assert repr(made[1]) == repr(checked[1])
    assert made[1].of("abcdefghij") == "efghi"
    assert made[0].model_copy(update={"end": 5}) == Span(start=0, end=5)
