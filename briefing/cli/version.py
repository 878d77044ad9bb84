"""`briefing version`."""

import briefing
from briefing.cli import command_app

app = command_app()


@app.command()
def version() -> None:
    """Print the version."""
    print(f"briefing {briefing.__version__}")
