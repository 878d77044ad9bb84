"""`briefing weekly`."""

from briefing.cli.issue import issue_app
from briefing.periods import Cadence

app = issue_app(Cadence.WEEK, "an ISO week")
