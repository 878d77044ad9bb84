"""The score: how much of a hand-made gold an extraction found, and what it got wrong.

In:  gold dictionaries (facts of one page: figures, officials, targets, next_steps,
     shortfalls), and the extractions of the page's articles.
Out: a `Score` per page and kind, their sum, a text table, JSON and a gate.

Matching, after NFKC and without white space:
figures    equal value and unit (0.5 % tolerance) and overlapping quotes; a match with the
           other sign is a sign error; the same words read as another number is a wrong value.
officials  the same name; titles that the gold does not give are wrong titles.
texts      (targets, next steps, shortfalls) shared characters over the shorter quote >= 0.5;
           where one gold quote holds several targets, the value agrees too. A target met by
           a next step, or the reverse, is half a match.
A further prediction of a figure or name already matched is a repeat: neither right nor false.
Texts may be cut finer or coarser than the gold; `strict_f1` counts each item at most once.

Pure: no files. Positions are compared where both quotes stand in the same article.
"""

from briefing.scoring.gate import Gate, failures, parse_gates
from briefing.scoring.match import score, score_page
from briefing.scoring.report import evaluate, table, to_json
from briefing.scoring.tally import KINDS, Miss, Score, Tally, total

__all__ = [
    "KINDS",
    "Gate",
    "Miss",
    "Score",
    "Tally",
    "evaluate",
    "failures",
    "parse_gates",
    "score",
    "score_page",
    "table",
    "to_json",
    "total",
]
