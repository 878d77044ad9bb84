"""`briefing doctor`."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.setup import here
from briefing.errors import Exit

app = command_app()


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Say what is missing and how to mend it."""
    from briefing.pipeline.checking import check

    checks = list(check(here()))
    if as_json:
        print(json.dumps([asdict(seen) for seen in checks], ensure_ascii=False, indent=2))
    else:
        for seen in checks:
            mark = {True: "ok", False: "BAD", None: "-"}[seen.good]
            print(f"{mark:<4}{seen.name:<12} {seen.saw}")
            if seen.good is not True and seen.fix:
                print(f"{'':<17}→ {seen.fix}")
    bad = any(seen.good is False for seen in checks)
    raise typer.Exit(Exit.FAILED if bad else Exit.DONE)
