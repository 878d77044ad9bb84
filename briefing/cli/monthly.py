"""`briefing monthly`."""

from briefing.cli.issue import issue_app
from briefing.periods import Cadence

app = issue_app(Cadence.MONTH, "a month")
