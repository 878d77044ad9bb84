"""What a scan for amounts finds: an amount in its place, or something like one with a doubt."""

from dataclasses import dataclass
from typing import NamedTuple

from briefing.records import Amount


@dataclass(frozen=True)
class Unreadable:
    """Why a phrase is no amount that can be read in one way only."""

    reason: str


class Sighting(NamedTuple):
    """An amount in a text: text[start:end] is `raw`, number, unit and qualifiers."""

    start: int
    end: int
    raw: str
    amount: Amount


class Doubt(NamedTuple):
    """Something like an amount at [start, end) that cannot be read safely."""

    start: int
    end: int
    reason: str


Seen = Sighting | Doubt
