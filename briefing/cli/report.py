"""What a run prints when it is done: problems to standard error, results to standard output."""

import json
import sys
from typing import TYPE_CHECKING

from briefing.errors import Exit
from briefing.reasons import say

if TYPE_CHECKING:
    from briefing.asking.pricing import Plan
    from briefing.pipeline import Report
    from briefing.records import Briefing


def announce(report: "Report", *, as_json: bool, strict: bool) -> int:
    """Print `report` and return the exit code it deserves."""
    for line in _problems(report):
        print(line, file=sys.stderr)
    if as_json:
        print(json.dumps(_as_dict(report), ensure_ascii=False, indent=2))
    else:
        for line in _results(report):
            print(line)
    doubted = any(briefing.doubts for briefing in report.briefings)
    if report.unfinished:
        return Exit.FAILED
    return Exit.STRICT if strict and (report.skips or doubted) else Exit.DONE


def _problems(report: "Report") -> list[str]:
    lines = [f"note: {note}" for note in report.notes]
    lines += [f"skipped {skip.source}: {say(skip.reason, 'en')}" for skip in report.skips]
    if report.unfinished:
        names = ", ".join(report.unfinished)
        lines.append(f"no briefing yet of {names}: the model has not answered about all articles")
    hints = dict.fromkeys(failure.hint for failure in report.failures if failure.hint)
    lines += [f"  → {hint}" for hint in hints]
    lines += [f"{name}: no articles, no briefing" for name in report.empty]
    for name, count in report.late.items():
        noun = "article has" if count == 1 else "articles have"
        lines.append(
            f"{name}: {count} {noun} come since its briefing; name the period to remake it"
        )
    return lines


def _results(report: "Report") -> list[str]:
    if report.plan:
        return [_plan_line(report.plan)]
    if not report.briefings:
        made = ", ".join(report.current)
        return [f"nothing new: {made} stand already" if made else "nothing to write"]
    lines = [_line(briefing) for briefing in report.briefings]
    folder = report.written[0].parent
    kinds = sorted({path.suffix[1:] for path in report.written})
    noun = "briefing" if len(report.briefings) == 1 else "briefings"
    return [*lines, f"{len(report.briefings)} {noun} ({', '.join(kinds)}) in {folder}/"]


def _plan_line(plan: "Plan") -> str:
    """Say what a run would take at most."""
    money = "cost unknown: give `prices` in briefing.toml"
    if plan.cost is not None and plan.price is not None:
        money = (
            f"{plan.cost:.4f} {plan.price.currency} (prices of {plan.price.as_of or 'settings'})"
        )
    return (
        f"would ask {plan.calls} calls about {plan.articles} articles: {plan.tokens_in} tokens in, "
        f"up to {plan.tokens_out} out, {money}"
    )


def _line(briefing: "Briefing") -> str:
    counts = {
        "articles": briefing.sources,
        "figures": briefing.figures,
        "officials": briefing.officials,
        "targets": briefing.targets,
        "next steps": briefing.next_steps,
        "shortfalls": briefing.shortfalls,
        "doubts": briefing.doubts,
    }
    return f"{briefing.period.name}: " + ", ".join(
        f"{len(rows)} {name.removesuffix('s') if len(rows) == 1 else name}"
        for name, rows in counts.items()
    )


def _as_dict(report: "Report") -> dict[str, object]:
    run = report.briefings[-1].run.model_dump(mode="json") if report.briefings else None
    return {
        "briefings": [briefing.period.name for briefing in report.briefings],
        "written": [str(path) for path in report.written],
        "skipped": [skip.model_dump(mode="json") for skip in report.skips],
        "doubts": sum(len(briefing.doubts) for briefing in report.briefings),
        "current": report.current,
        "unfinished": report.unfinished,
        "empty": report.empty,
        "late": dict(report.late),
        "notes": report.notes,
        "run": run,
    }
