"""`briefing templates`."""

import difflib
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.setup import here

app = command_app()


@app.command()
def templates(
    show_diff: Annotated[
        bool, typer.Option("--diff", help="Show where your files differ.")
    ] = False,
) -> None:
    """Say for each template and prompt which file is used, and where yours differ from ours."""
    from briefing import resources

    settings = here().settings
    for used in resources.overridable(settings.templates, settings.prompts):
        if used.own is None:
            print(f"  {used.name}  (shipped)")
            continue
        ours, yours = used.shipped.read_text("utf-8"), used.own.read_text("utf-8-sig")
        lines = list(
            difflib.unified_diff(
                ours.splitlines(), yours.splitlines(), "shipped", str(used.own), lineterm=""
            )
        )
        changed = sum(line[:1] in "+-" for line in lines[2:])
        print(
            f"* {used.name}  {used.own}  ({changed} lines differ)"
            if lines
            else f"= {used.name}  {used.own}"
        )
        if show_diff:
            print("\n".join(lines))
