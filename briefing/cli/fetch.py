"""`briefing fetch`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.setup import here, now
from briefing.errors import Exit

app = command_app()


@app.command()
def fetch(
    addresses: Annotated[list[str], typer.Argument(help="Addresses of pages, RSS or Atom feeds.")],
    inbox: Annotated[Path | None, typer.Option(help="Folder to put the pages into.")] = None,
    max_items: Annotated[int, typer.Option(help="Items to take of one feed.")] = 100,
) -> None:
    """Fetch pages and the items of feeds into the inbox.

    Robots rules hold, one host is asked once a second, and addresses inside private networks
    are refused.
    """
    from briefing.fetch import fetch as fetch_all
    from briefing.records import Skip

    target = inbox or here().settings.inbox
    got = failed = 0
    for item in fetch_all(addresses, target, max_items=max_items, now=now):
        if isinstance(item, Skip):
            failed += 1
            print(f"skipped {item.source}: {item.reason}", file=sys.stderr)
        else:
            got += 1
            print(item.path)
    print(f"{got} pages in {target}/" + (f", {failed} not fetched" if failed else ""))
    raise typer.Exit(Exit.FAILED if failed and not got else Exit.DONE)
