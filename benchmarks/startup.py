"""What `briefing --help` and `--version` cost, as multiples of a bare interpreter.

    python benchmarks/startup.py

CPU time of whole processes (user and system, as the kernel counts it), the median of paired
runs: each run of ours is divided by a run of `python -c pass` right before it.
"""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 15
LIMITS = {"--help": 8.0, "--version": 1.5}


def cpu_s(command: list[str]) -> float:
    """Return the CPU seconds of one run of `command`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print one line a flag; leave with 1 when a limit is passed."""
    bare = [sys.executable, "-c", "pass"]
    missed = False
    for flag, limit in LIMITS.items():
        ours = [str(Path(sys.executable).parent / "briefing"), flag]
        cpu_s(ours)
        pairs = [(cpu_s(bare), cpu_s(ours)) for _ in range(RUNS)]
        ratio = statistics.median(own / max(base, 0.001) for base, own in pairs)
        base, own = (statistics.median(column) for column in zip(*pairs, strict=True))
        missed = missed or ratio > limit
        print(
            f"{flag:<10} {own * 1000:6.1f} ms, bare {base * 1000:5.1f} ms: {ratio:.2f} x (limit {limit})"
        )
    sys.exit(missed)


if __name__ == "__main__":
    main()
