"""Look things up in the store: the ledger as of a period, one thing over the periods."""

from datetime import date

from briefing.errors import InputError
from briefing.periods import Cadence, Period
from briefing.records import Correction, Light, State, TargetHistory
from briefing.settings import Settings
from briefing.store import Store
from briefing.weeks import lookup


def ledger(
    settings: Settings,
    period: str,
    *,
    state: State | None = None,
    light: Light | None = None,
    words: str = "",
    due_by: date | None = None,
    silent: int = 0,
) -> tuple[TargetHistory, ...]:
    """Return the targets that meet every condition, as of the end of `period` or of the newest week.

    Raises `InputError` when no article is stored.
    """
    with Store(settings.database) as store:
        days = store.days()
        if not days:
            raise InputError(
                f"{settings.database} holds no article", hint="run `briefing weekly` first"
            )
        asked = Period.parse(period) if period else Period.of(days[-1], Cadence.WEEK)
        traces = store.traces(before=asked.after().first, until=date.min)
        rows = lookup.ledger(asked, traces, settings, store.corrections())
    return lookup.select(rows, state=state, light=light, words=words, due_by=due_by, silent=silent)


def correct(settings: Settings, correction: Correction) -> None:
    """Keep a person's correction.

    Raises `InputError` when a key is not in the ledger, or a report is not one of that target's.
    """
    known = {one.key: one for one in ledger(settings, "")}
    for key in (correction.key, correction.other):
        if key and key not in known:
            hint = "`briefing ledger` lists the keys, in brackets at the end of each line"
            raise InputError(f"no target has the key {key!r}", hint=hint)
    if correction.kind == "split":
        told = {
            (point.finding.article_id, point.finding.claim.sentence)
            for point in known[correction.key].points
        }
        if (correction.article_id, correction.sentence) not in told:
            hint = "`briefing ledger show KEY` lists its reports with article and sentence"
            place = f"{correction.article_id} {correction.sentence}"
            raise InputError(f"{correction.key!r} has no report {place}", hint=hint)
    anchors = {
        "anchor": _first_report(known[correction.key]),
        "other_anchor": _first_report(known[correction.other]) if correction.other else None,
    }
    with Store(settings.database) as store:
        store.put_correction(correction.model_copy(update=anchors))


def _first_report(target: TargetHistory) -> tuple[str, int]:
    finding = target.points[0].finding
    return finding.article_id, finding.claim.sentence


def history(settings: Settings, words: str) -> tuple[lookup.Line, ...]:
    """Return what the stored briefings say of a metric, target or person over the periods.

    Raises `InputError` when they say nothing of it.
    """
    with Store(settings.database) as store:
        briefings = [b for name in store.briefings() if (b := store.briefing(name)) is not None]
    if not briefings:
        raise InputError(
            f"{settings.database} holds no briefing", hint="run `briefing weekly` first"
        )
    lines = lookup.history(words, briefings)
    if not lines:
        raise InputError(f"no briefing says anything of {words!r}", hint="try a shorter word")
    return lines
