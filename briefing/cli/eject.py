"""`briefing eject`."""

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.setup import here
from briefing.errors import InputError

app = command_app()


@app.command()
def eject(
    name: Annotated[str, typer.Argument(help="Like weekly.md.j2 or zh/system.md.j2.")],
    folder: Annotated[Path | None, typer.Option(help="Where to; default: as configured.")] = None,
    force: Annotated[bool, typer.Option(help="Write over a file that is there.")] = False,
) -> None:
    """Copy a shipped template or prompt into your own folder, to change it there."""
    from briefing import resources

    settings = here().settings
    known = {used.name: used for used in resources.overridable(None, None)}
    if name not in known:
        raise InputError(f"there is no template {name!r}", hint="there are: " + ", ".join(known))
    kind = known[name].kind
    configured = settings.prompts if kind == "prompts" else settings.templates
    target = (folder or configured or Path(f"my-{kind}")) / name
    if target.exists() and not force:
        raise InputError(f"{target} is there already", hint="use --force to write over it")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(known[name].shipped.read_bytes())
    print(f"{target} is yours to change")
    if not configured and not folder:
        print(f'put {kind} = "my-{kind}" into briefing.toml to use it')
