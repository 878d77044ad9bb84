"""Entry point: answer `--version` before anything heavy is imported."""


def main() -> None:
    """Run the command line."""
    from briefing.cli import main as run

    run()


if __name__ == "__main__":
    main()
