"""Ask a loopback server with fixed latency about many articles: this program, and what else its
users would take, in one run.

    .venv/bin/python benchmarks/endpoint.py [--articles 200] [--peers PYTHON] [--only cpu,wall]

U is a plain AsyncOpenAI with a pydantic model, its schema built once, gathered under a semaphore.
I is instructor with its defaults, L is langextract; both live in an environment of their own, for
they want an older openai: python -m venv peers && peers/bin/pip install -r benchmarks/peers.txt.

Each contender runs in a process of its own; its CPU is that process's, its memory that process's
peak. The server is another process. Ratios are what counts: the machine is not yours.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "tests"), str(HERE)]

# In per cent. half: JSON cut off inside a whole answer; invalid: commas too many and prose after;
# schema: an object of another form.
DICE = (1, 2, 3, 4, 5)
FAULTS = "429:5 500:5 503:3 reset:3 half:3 invalid:3 fenced:5 schema:3 empty:2"


def measured(contender: str, python: str = sys.executable, **given: object) -> dict[str, float]:
    """Run one contender in a process of its own and return what it measured."""
    script = str(HERE / "contenders.py")
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in given.items()]
    done = subprocess.run(
        [python, script, contender, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
    )
    if done.returncode:
        return {"failed": 1.0, "why": done.stderr.strip()[-300:]}  # type: ignore[dict-item]
    return dict(json.loads(done.stdout.splitlines()[-1]))


class Server:
    """The loopback server in a process of its own."""

    def __init__(
        self, *, latency_s: float = 0.0, faults: str = "", refuse: str = "", seed: int = 7
    ) -> None:
        self.arguments = [
            f"--latency={latency_s}",
            f"--faults={faults}",
            f"--refuse={refuse}",
            f"--seed={seed}",
        ]

    def __enter__(self) -> "Server":
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "loopback_server.py"), *self.arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.base_url = self.process.stdout.readline().strip()
        return self

    def __exit__(self, *_: object) -> None:
        self.count()
        self.process.kill()
        self.process.wait()

    def count(self) -> dict[str, float]:
        """Return calls and the most that were under way since the last count."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("count\n")
        self.process.stdin.flush()
        return dict(json.loads(self.process.stdout.readline()))


def cpu(articles: int, peers: str) -> None:
    """CPU an article of the whole step, and of an unchanged second run."""
    with Server() as server:
        shared = {"base_url": server.base_url, "articles": articles, "concurrency": 8}
        u = measured("plain", **shared)
        client = measured("client", **shared)
        ours = measured("ours", **shared, no_second_look=1)
        second = measured("ours", **shared, no_second_look=1, database=ours["database"])
        calls_second = server.count()["calls"] - 3 * articles
        i = measured("instructor", peers, **shared)
        lang = measured("langextract", peers, **shared)
    row("CPU an article, U", f"{u['cpu_ms']:.2f} ms", "")
    row("CPU an article, ours / U", ours["cpu_ms"] / u["cpu_ms"], "<= 1.0, stretch 0.6")
    row("CPU an article, ours / I", ratio(ours, i, "cpu_ms"), "<= 0.4")
    row("of it prompt, call and reading / U", client["cpu_ms"] / u["cpu_ms"], "")
    row("of it grounding and filling / U", ours["grounding_ms"] / u["cpu_ms"], "")
    row("the rules' second look, afterwards / U", ours["second_look_ms"] / u["cpu_ms"], "")
    row("CPU an article, ours / L", ratio(ours, lang, "cpu_ms"), "")
    row("second run, CPU an article / U", second["cpu_ms"] / u["cpu_ms"], "<= 0.05")
    row("second run, calls", calls_second, "0")


def wall(articles: int, peers: str) -> None:
    """Wall time against what the latency alone would take, or against U."""
    for latency_s, at_once, must in (
        (0.5, 8, "<= 1.08, stretch 1.03"),
        (0.5, 32, "<= 1.12, stretch 1.05"),
    ):
        with Server(latency_s=latency_s) as server:
            count = at_once * 12
            ours = measured(
                "ours",
                base_url=server.base_url,
                articles=count,
                concurrency=at_once,
                no_second_look=1,
            )
            seen = server.count()
            u = measured("plain", base_url=server.base_url, articles=count, concurrency=at_once)
        ideal = count * latency_s / at_once
        row(f"wall at 500 ms, C={at_once} / N*L/C", ours["wall_s"] / ideal, must)
        row(f"the same, U, C={at_once}", u["wall_s"] / ideal, "")
        row(f"most under way, C={at_once}", seen["peak"], f"exactly {at_once}")
    for at_once in (32, 128):
        with Server(latency_s=0.05) as server:
            shared = {"base_url": server.base_url, "articles": 1_000, "concurrency": at_once}
            u, ours = measured("plain", **shared), measured("ours", **shared, no_second_look=1)
        row(
            f"wall at 50 ms, C={at_once}, ours / U",
            ours["wall_s"] / u["wall_s"],
            "<= 1.0, stretch 0.5",
        )


def memory(articles: int, peers: str) -> None:
    """Peak memory at a thousand articles, and how it grows."""
    with Server() as server:
        shared = {"base_url": server.base_url, "concurrency": 8}
        u = measured("plain", articles=1_000, **shared)
        few = measured("ours", articles=1_000, **shared, no_second_look=1, lazy=1)
        many = measured("ours", articles=3_000, **shared, no_second_look=1, lazy=1)
    row("peak memory at 1,000 articles, ours / U", few["rss_kib"] / u["rss_kib"], "<= 1.2")
    row(
        "growth an article", f"{(many['rss_kib'] - few['rss_kib']) / 2_000:.2f} KiB", "stretch <= 4"
    )


def faults(articles: int, peers: str) -> None:
    """A mix of faults, at most two an article; ours with five throws of the dice."""
    calls, played, missing = 0.0, 0.0, 0.0
    for seed in DICE:
        with Server(faults=FAULTS, seed=seed) as server:
            got = measured("ours", base_url=server.base_url, articles=200, concurrency=8)
            seen = server.count()
        calls, played = calls + seen["calls"], played + seen["faults"]
        missing += got.get("lost", 200)
    asked = 200 * len(DICE)
    row(
        "fault mix, ours",
        f"{missing:.0f} of {asked} lost, {calls / asked:.3f} calls an article",
        "0 lost, <= 1.3 calls",
    )
    row("calls beyond one an article and one a fault", calls - played - asked, "0")
    for name, python in (("plain", sys.executable), ("instructor", peers)):
        with Server(faults=FAULTS) as server:
            got = measured(name, python, base_url=server.base_url, articles=200, concurrency=8)
            seen = server.count()
        row(
            f"fault mix, {name}",
            f"{lost(got)} of 200 lost, {seen['calls'] / 200:.2f} calls an article",
            "",
        )


def refused(articles: int, peers: str) -> None:
    """A server that refuses json_schema with a 400."""
    count, at_once = 200, 8
    for name, python in (
        ("ours", sys.executable),
        ("plain", sys.executable),
        ("instructor", peers),
    ):
        with Server(refuse="json_schema") as server:
            got = measured(
                name, python, base_url=server.base_url, articles=count, concurrency=at_once
            )
            calls = server.count()["calls"]
        must = f"0 lost, <= {count + at_once} calls" if name == "ours" else ""
        row(f"json_schema refused, {name}", f"{lost(got)} lost, {calls:.0f} calls", must)


def ratio(one: dict[str, float], other: dict[str, float], name: str) -> float | str:
    """Return one contender's figure over another's, or why the other has none."""
    return one[name] / other[name] if name in other else f"did not run: {other.get('why', '')}"


def lost(got: dict[str, float]) -> str:
    """Return how many articles a contender lost."""
    return f"{got['lost']:.0f}" if "lost" in got else f"did not run: {got.get('why', '')}"


def row(what: str, value: object, must: str) -> None:
    """Print a row of the table in benchmarks/README.md."""
    shown = f"{value:.3f}" if isinstance(value, float) else str(value)
    print(f"| {what} | {shown} | {must} |", flush=True)


PARTS: dict[str, Callable[[int, str], None]] = {
    "cpu": cpu,
    "wall": wall,
    "memory": memory,
    "faults": faults,
    "refused": refused,
}


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument(
        "--peers", default=sys.executable, help="Python with instructor, langextract"
    )
    parser.add_argument("--only", default=",".join(PARTS))
    given = parser.parse_args()
    print("| measure | measured | must |\n|---|---|---|")
    for name in given.only.split(","):
        PARTS[name](given.articles, given.peers)


if __name__ == "__main__":
    main()
