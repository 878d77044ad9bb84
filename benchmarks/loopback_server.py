"""The loopback server in a process of its own: fixed latency, a mix of faults, refusals.

Prints its address; answers each line on standard input with its counts as JSON.
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from loopback import Answer, Behaviour, Call, Loopback, completion, cuts, fails, resets, says

_MOST_FAULTS = 2
PLAYED: list[str] = []  # faults that no client can mend without another call


def answering(reply: str) -> Behaviour:
    """Answer in the form that was asked for, with the same claims each time."""

    def behave(call: Call) -> Answer:
        if "tools" in call.body:
            name = call.body["tools"][0]["function"]["name"]
            made = {"id": "t", "type": "function", "function": {"name": name, "arguments": reply}}
            return Answer(body=completion(None, call, finish="tool_calls", tool_calls=[made]))
        return Answer(body=completion(reply, call))

    return behave


def faulty(good: Behaviour, mix: str, reply: str, seed: int) -> Behaviour:
    """Play faults with the given chances in per cent, at most two about one article."""
    kinds: dict[str, Behaviour] = {
        "429": fails(429, retry_after_ms="20"),
        "500": fails(500),
        "503": fails(503),
        "reset": resets,
        "cut": cuts(good),
        "invalid": says(reply.replace("]", ",]") + " 以上。"),
        "half": says(reply[: len(reply) // 2]),
        "fenced": says(f"```json\n{reply}\n```"),
        "schema": says('{"facts": [{"value": 1}]}'),
        "empty": says(""),
    }
    chances = [(kind, int(chance)) for kind, chance in (part.split(":") for part in mix.split())]
    dice = random.Random(seed)
    seen: Counter[str] = Counter()

    def behave(call: Call) -> Answer:
        rolled = dice.uniform(0, 100)
        for kind, chance in chances:
            rolled -= chance
            if rolled < 0:
                if seen[call.article] >= _MOST_FAULTS:
                    break
                seen[call.article] += kind != "fenced"
                if kind not in ("fenced", "invalid"):
                    PLAYED.append(kind)
                return kinds[kind](call)
        return good(call)

    return behave


def main() -> None:
    """Serve until standard input is closed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--latency", type=float, default=0)
    parser.add_argument("--faults", default="")
    parser.add_argument("--refuse", default="")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    from workload import REPLY

    good = answering(REPLY)
    behave = faulty(good, given.faults, REPLY, given.seed) if given.faults else good
    if given.refuse:
        refusal = fails(400, "This response_format type is unavailable now")

        def behave(call: Call) -> Answer:
            form = call.body.get("response_format", {}).get("type")
            return (refusal if form == given.refuse else good)(call)

    with Loopback(behave, latency_s=given.latency) as server:
        print(server.base_url, flush=True)
        for _ in sys.stdin:
            counts = {"calls": len(server.calls), "peak": server.peak, "faults": len(PLAYED)}
            print(json.dumps(counts), flush=True)


if __name__ == "__main__":
    main()
