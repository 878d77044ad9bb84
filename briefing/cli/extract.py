"""`briefing extract`."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import BaseUrl, Database, Dates, Engine, Model
from briefing.cli.setup import given_dates, here, now, progress
from briefing.errors import Exit, InputError
from briefing.reasons import say

if TYPE_CHECKING:
    from briefing.records import Article, Extraction, Finding

app = command_app()


@app.command()
def extract(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, zips, or - for standard input.")
    ],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object an article.")] = False,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    dates: Dates = None,
    database: Database = None,
    strict: Annotated[
        bool, typer.Option(help="Leave with 4 if anything was skipped or doubted.")
    ] = False,
) -> None:
    """Print the proven facts and the doubts of pages."""
    from briefing import pipeline
    from briefing.records import Skip

    flags = {
        "engine": engine,
        "endpoint.model": model,
        "endpoint.base_url": base_url,
        "database": database,
    }
    used = troubled = False
    with progress() as watch:
        found = pipeline.extract(here(flags), paths, given_dates(dates or []), watch=watch, now=now)
        for item in found:
            if isinstance(item, Skip):
                troubled = True
                print(f"skipped {item.source}: {say(item.reason, 'en')}", file=sys.stderr)
                continue
            used = True
            troubled = troubled or bool(item[1].doubts)
            print(_json_line(*item) if jsonl else _page(*item))
    if not used:
        raise InputError("no page could be used", hint="see the reasons above")
    raise typer.Exit(Exit.STRICT if strict and troubled else Exit.DONE)


def _json_line(article: "Article", extraction: "Extraction") -> str:
    """Return the line that other programs read; its names are a promise."""
    line = {
        "article": article.model_dump(mode="json"),
        "findings": [finding.model_dump(mode="json") for finding in extraction.findings],
        "doubts": [finding.model_dump(mode="json") for finding in extraction.doubts],
        "omissions": [finding.model_dump(mode="json") for finding in extraction.omissions],
        "engine": extraction.engine,
    }
    return json.dumps(line, ensure_ascii=False)


def _page(article: "Article", extraction: "Extraction") -> str:
    day = article.published.first.isoformat() if article.published else "no date"
    lines = [f"# {article.headline}", f"({article.source}, {day}, by {extraction.engine})"]
    lines += [f"  {found.claim.kind:<10} {_words(found)}" for found in extraction.findings]
    for finding in extraction.doubts:
        evidence = finding.evidence
        lines.append(f"  DOUBT      {_words(finding)} [{evidence.verdict}: {evidence.note}]")
    return "\n".join([*lines, ""])


def _words(finding: "Finding") -> str:
    claim = finding.claim
    match claim.kind:
        case "figure":
            return " ".join(filter(None, (claim.period, claim.subject, claim.metric, claim.raw)))
        case "official":
            return " ".join(("、".join(claim.titles), claim.name, "、".join(claim.roles))).strip()
        case "target":
            return " ".join(filter(None, (claim.owner, claim.deadline, claim.what)))
        case "next_step":
            return " ".join(filter(None, (claim.owner, claim.deadline, claim.action)))
        case _:
            return claim.what
