"""`briefing config`."""

import json
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.setup import here

app = command_app()


@app.command()
def config(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Print every setting, its value and where it comes from."""
    found = here()
    if as_json:
        rows = [{"key": k, "value": json.loads(v), "origin": o} for k, v, o in found.lines()]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(len(key) for key, _, _ in found.lines())
    for key, value, origin in found.lines():
        mark = " " if origin == "default" else "*"
        print(f"{mark} {key:<{width}} = {value}  # {origin}")
    print(f"\nsettings file: {found.file or 'none (defaults, variables and flags only)'}")
    print(f"endpoint key: {'set' if found.key else 'not set'}")
