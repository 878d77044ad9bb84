"""`briefing cost`."""

import json
from decimal import Decimal
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Database
from briefing.cli.setup import here

app = command_app()


@app.command()
def cost(
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Print what past runs asked, used and cost."""
    from briefing.store import Store

    with Store(here({"database": database}).settings.database) as store:
        runs = store.runs()
    if as_json:
        rows = [
            {"name": name, "finished_at": at.isoformat(), **run.model_dump(mode="json")}
            for name, at, run in runs
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    sums: dict[str, Decimal] = {}
    for name, at, run in runs:
        spent = "-" if run.cost is None else f"{run.cost:.4f} {run.currency}"
        if run.cost is not None:
            sums[run.currency] = sums.get(run.currency, Decimal(0)) + run.cost
        print(
            f"{at:%Y-%m-%d %H:%M}  {run.engine:<20} {run.calls:>5} calls {run.cached_calls:>5} kept "
            f"{run.tokens_in:>9} in {run.tokens_cached:>9} cached {run.tokens_out:>8} out  {spent}  {name}"
        )
    total = ", ".join(f"{amount:.4f} {currency}" for currency, amount in sums.items())
    print(f"{len(runs)} runs" + (f", {total}" if total else ""))
