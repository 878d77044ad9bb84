"""`briefing history`."""

import json
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Database
from briefing.cli.setup import here

app = command_app()


@app.command()
def history(
    words: Annotated[str, typer.Argument(help="Part of a metric, a target or a name.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
    database: Database = None,
) -> None:
    """Show what the briefings say of a metric, a target or a person over the periods."""
    from briefing.pipeline.looking import history as find

    lines = find(here({"database": database}).settings, words)
    if as_json:
        rows = [
            {
                "name": line.name,
                "kind": line.kind,
                "moments": [
                    {"period": m.period, "text": m.text, "value": str(m.value or "")}
                    for m in line.moments
                ],
            }
            for line in lines
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for line in lines:
        print(f"{line.name} ({line.kind})  {line.sparkline}".rstrip())
        for moment in line.moments:
            source = f"  {moment.source}" if moment.source else ""
            print(f"  {moment.period}  {moment.text}{source}")
