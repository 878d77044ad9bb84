"""Entry point: answer `--version` before anything heavy is imported."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from briefing import __version__

        print(f"briefing {__version__}")
        return
    from briefing.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
