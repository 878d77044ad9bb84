"""`briefing preview`."""

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Database
from briefing.cli.setup import here

app = command_app()


@app.command()
def preview(
    period: Annotated[str, typer.Argument(help="Like 2022-W31. Default: the newest.")] = "",
    fmt: Annotated[str, typer.Option("--format", "-f", help="html, pdf or md.")] = "html",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8765,
    templates: Annotated[str | None, typer.Option(help="Folder of your own templates.")] = None,
    lang: Annotated[str | None, typer.Option(help="zh or en.")] = None,
    layout: Annotated[str | None, typer.Option(help="official or analyst.")] = None,
    database: Database = None,
) -> None:
    """Show a stored briefing on this machine and renew it when a template or setting changes."""
    from briefing import pipeline, web
    from briefing.errors import ConfigError
    from briefing.resources import shipped

    if fmt not in ("html", "pdf", "md"):
        raise ConfigError(f"a browser cannot show {fmt!r}", hint="choose html, pdf or md")
    flags = {"templates": templates, "lang": lang, "layout": layout, "database": database}

    def watched() -> list[Path]:
        config = here(flags)
        return [p for p in (config.file, config.settings.templates, shipped("templates")) if p]

    pipeline.render_one(here(flags), period, fmt)
    serving = web.server(
        web.Preview(lambda kind: pipeline.render_one(here(flags), period, kind), watched), port, fmt
    )
    print(f"http://127.0.0.1:{serving.server_address[1]}/  (Ctrl-C ends)")
    serving.serve_forever()
