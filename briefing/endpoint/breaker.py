"""Notice that a server is down, or will never answer, and stop asking it.

Ten failures in a row: pause, then one call at a time. Twenty: it is down for this run. The same
for sixty refusals in a row (429, 503), for ten connections in a row to where nothing listens and
nothing ever did, for a wrong key at once, and for three requests in a row that were rejected for
reasons we cannot mend.
"""

from briefing.endpoint import faults
from briefing.endpoint.limiter import Limiter
from briefing.errors import ModelUnavailable

PAUSE_AFTER, PAUSE_S = 10, 15.0
DEAD_AFTER = 20
REFUSED_AFTER = 60
REJECTED_AFTER = 3


class Breaker:
    """Counts what fails in a row. An answer sets every count back."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter
        self._failed = self._refused = self._rejected = 0
        self._answered = False
        self._stopped: ModelUnavailable | None = None

    def check(self) -> None:
        """Raise what stopped the run, if anything did."""
        if self._stopped is not None:
            raise self._stopped

    def stop(self, why: ModelUnavailable) -> None:
        """Let no call start any more."""
        self._stopped = why

    def answered(self) -> None:
        """Take note of an answer."""
        self._answered = True
        self._failed = self._refused = self._rejected = 0

    def failed(self, fault: faults.Transient) -> None:
        """Take note of a failure that another try may mend."""
        if fault.refused:
            self._limiter.refused(fault.wait_s)
            self._refused += 1
        else:
            self._failed += 1
        never_there = fault.absent and not self._answered and self._failed >= PAUSE_AFTER
        if never_there or self._failed >= DEAD_AFTER or self._refused >= REFUSED_AFTER:
            self._stopped = faults.Stop(
                f"{fault}; {max(self._failed, self._refused)} tries in a row failed",
                hint="see that the server runs and can be reached, then run the same command again",
            )
        elif self._failed == PAUSE_AFTER:
            self._limiter.probe()
            self._limiter.pause(PAUSE_S)

    def rejected(self, fault: ModelUnavailable) -> None:
        """Take note of a refusal that no other try can mend."""
        self._rejected += 1
        if isinstance(fault, faults.Stop) or self._rejected >= REJECTED_AFTER:
            self._stopped = faults.Stop(fault.problem, hint=fault.hint)
