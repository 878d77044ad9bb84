"""Records made fast are the records that the checks make."""

import pytest

from briefing.cleaning.spans import pieces, removed, spans
from briefing.records import Piece, Removed, Span


@pytest.mark.parametrize(
    ("made", "checked"),
    [
        (spans([(0, 3), (4, 9)]), (Span(start=0, end=3), Span(start=4, end=9))),
        (
            pieces([(0, 3, 5, 3), (3, 1, 8, 6)]),
            (
                Piece(start=0, length=3, raw_start=5, raw_length=3),
                Piece(start=3, length=1, raw_start=8, raw_length=6),
            ),
        ),
        (
            removed([(0, 3, "crumb"), (9, 12, "editor")]),
            (Removed(start=0, end=3, kind="crumb"), Removed(start=9, end=12, kind="editor")),
        ),
    ],
)
def test_they_equal_checked_ones_in_every_way(made, checked):
    assert made == checked
    assert [one.model_dump() for one in made] == [one.model_dump() for one in checked]
    assert hash(made[0]) == hash(checked[0])
    assert repr(made[1]) == repr(checked[1])
    assert made[0].model_copy(update={"start": 1}) == checked[0].model_copy(update={"start": 1})


def test_a_span_made_fast_cuts_its_text():
    assert spans([(4, 9)])[0].of("abcdefghij") == "efghi"
