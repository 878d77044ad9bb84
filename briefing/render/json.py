"""The whole briefing as JSON: what every other format is made of."""

from briefing.records import Briefing
from briefing.render import Options


def json(briefing: Briefing, options: Options) -> bytes:
    """Return the record as indented JSON in UTF-8, with a line feed at the end."""
    return briefing.model_dump_json(indent=2).encode("utf-8", "replace") + b"\n"
