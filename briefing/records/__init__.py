"""The records: whatever is stored, sent or exported.

Each is immutable and refuses unknown fields. A record is named after the stage it has
reached: a page becomes an `Article`, a model makes `Claim`s about it, grounding turns each
into a `Finding`, a period's findings become a `Briefing`. Offsets count code points and
ranges are half-open: text[start:end]. Amounts are `Decimal`, never float.
"""

from briefing.records.base import Record
from briefing.records.briefings import (
    Briefing,
    Change,
    Conflict,
    Digest,
    Issued,
    League,
    Masthead,
    PastValue,
    Remark,
    Row,
    Run,
    Section,
    Source,
    StoredReply,
)
from briefing.records.claims import Claim, Claims, Figure, NextStep, Official, Shortfall, Target
from briefing.records.findings import (
    Amount,
    Basis,
    Bound,
    DateRange,
    Direction,
    Evidence,
    Extraction,
    Finding,
    Part,
    Passage,
    Verdict,
)
from briefing.records.ledger import (
    Correction,
    Light,
    OfficialRecord,
    Report,
    State,
    TargetHistory,
    TargetPoint,
    Trace,
)
from briefing.records.pages import Article, Dated, Piece, Precision, Raw, Removed, Skip, Span

__all__ = [
    "Amount",
    "Article",
    "Basis",
    "Bound",
    "Briefing",
    "Change",
    "Claim",
    "Claims",
    "Conflict",
    "Correction",
    "DateRange",
    "Dated",
    "Digest",
    "Direction",
    "Evidence",
    "Extraction",
    "Figure",
    "Finding",
    "Issued",
    "League",
    "Light",
    "Masthead",
    "NextStep",
    "Official",
    "OfficialRecord",
    "Part",
    "Passage",
    "PastValue",
    "Piece",
    "Precision",
    "Raw",
    "Record",
    "Remark",
    "Removed",
    "Report",
    "Row",
    "Run",
    "Section",
    "Shortfall",
    "Skip",
    "Source",
    "Span",
    "State",
    "StoredReply",
    "Target",
    "TargetHistory",
    "TargetPoint",
    "Trace",
    "Verdict",
]
