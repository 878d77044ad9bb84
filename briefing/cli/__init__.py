"""The command line: thin and lazy.

Each command is a module of this package, imported when it is called; `--help` prints from
the table below and imports none of them, so that it costs little more than typer itself.
"""

import sys
import traceback
from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperGroup

from briefing import __version__
from briefing.errors import BriefingError, Exit

COMMANDS: dict[str, dict[str, str]] = {
    "Briefings": {
        "weekly": "Write the briefings of one or more weeks.",
        "daily": "Write the briefings of one or more days.",
        "monthly": "Write the briefings of one or more months.",
        "quarterly": "Write the briefings of one or more quarters.",
        "rebuild": "Make all findings and briefings anew from what is stored.",
        "render": "Write stored briefings again in any format; asks no model.",
    },
    "Promises": {
        "ledger": "List, export and correct the ledger of targets.",
        "history": "Show a metric, a target or a person over the periods.",
    },
    "Looks": {
        "preview": "Show a briefing and renew it when a template changes.",
        "templates": "Say which template files are used and where yours differ.",
        "eject": "Copy a shipped template or prompt to change it.",
    },
    "Pages and facts": {
        "fetch": "Fetch pages and the items of feeds into the inbox.",
        "clean": "Print the clean articles of pages.",
        "extract": "Print the proven facts and the doubts of pages.",
        "eval": "Score extraction against hand-made gold.",
    },
    "Setting up": {
        "batch": "Write and read batch files for servers that run them offline.",
        "cost": "Print what past runs asked, used and cost.",
        "config": "Print every setting, its value and where it comes from.",
        "doctor": "Say what is missing and how to mend it.",
        "version": "Print the version.",
    },
}


class _LazyGroup(TyperGroup):
    """Knows its commands by name; imports one when it is called."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return [name for commands in COMMANDS.values() for name in commands]

    def get_command(self, ctx: typer.Context, cmd_name: str):  # type: ignore[no-untyped-def, override]
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"briefing.cli.{cmd_name}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx, formatter) -> None:  # type: ignore[no-untyped-def]
        for title, commands in COMMANDS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))


app = typer.Typer(
    cls=_LazyGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    """Weekly briefings from messy news pages, every fact proven against its source."""


def command_app() -> typer.Typer:
    """Return an empty app for one command's module, with the settings all of them share."""
    return typer.Typer(rich_markup_mode=None, add_completion=False)


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code; expected failures print no traceback."""
    try:
        command = typer.main.get_command(app)
        result = command.main(args=arguments, prog_name="briefing", standalone_mode=False)
        if result == Exit.INTERRUPTED:  # typer makes Ctrl-C an exit without a word
            raise KeyboardInterrupt
        return result if isinstance(result, int) else Exit.DONE
    except BriefingError as error:
        _complain(error.problem, error.hint)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _complain("interrupted; what was paid for and stored is kept", "run the command again")
        return Exit.INTERRUPTED
    except typer.Exit as stop:
        return stop.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return Exit.DONE
    except Exception as error:  # noqa: BLE001 - the outermost border: a bug must leave with its code
        if (show := getattr(error, "show", None)) and hasattr(error, "exit_code"):
            show()  # a usage error of the command line parser
            return Exit.USAGE
        traceback.print_exc()
        _complain("this is a bug in briefing, not in your input", "report it with the lines above")
        return Exit.BUG


def _complain(problem: str, hint: str) -> None:
    print(f"briefing: {problem}", file=sys.stderr)
    if hint:
        print(f"  → {hint}", file=sys.stderr)
