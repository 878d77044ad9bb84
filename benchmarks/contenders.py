"""One contender of the endpoint benchmark, in its own process; prints one JSON line.

python contenders.py NAME --base-url=URL --articles=200 --concurrency=8 [--database=PATH]
"""

import argparse
import asyncio
import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from workload import CLAIMS, REPLY, sentences

SYSTEM = "You copy facts out of the article into JSON that meets the schema. " * 60


def numbered(number: int) -> str:
    """Return an article as numbered sentences."""
    return "\n".join(f"[{place}] {text}" for place, text in enumerate(sentences(number), 1))


def claims_model() -> Any:
    """Return a pydantic model of the answer, as a user would write it."""
    from pydantic import BaseModel

    class Figure(BaseModel):
        sentence: int
        metric: str
        subject: str | None
        raw: str
        period: str | None
        change_kind: str | None
        is_rank: bool

    class Official(BaseModel):
        sentence: int
        name: str
        titles: list[str]
        org: str | None
        roles: list[str]
        nongov: bool

    class Target(BaseModel):
        sentence: int
        what: str
        raw: str | None
        deadline: str | None
        owner: str | None
        completion: str | None

    class NextStep(BaseModel):
        sentence: int
        action: str
        owner: str | None
        deadline: str | None

    class Shortfall(BaseModel):
        sentence: int
        what: str

    class Claims(BaseModel):
        figures: list[Figure]
        officials: list[Official]
        targets: list[Target]
        next_steps: list[NextStep]
        shortfalls: list[Shortfall]
        summary: str

    return Claims


async def plain(given: argparse.Namespace) -> dict[str, float]:
    """U: AsyncOpenAI and pydantic, the schema built once, gathered under a semaphore."""
    from openai import AsyncOpenAI
    from openai.lib._pydantic import to_strict_json_schema

    model = claims_model()
    schema = to_strict_json_schema(model)
    form = {"type": "json_schema", "json_schema": {"name": "c", "strict": True, "schema": schema}}
    gate = asyncio.Semaphore(given.concurrency)
    async with AsyncOpenAI(base_url=given.base_url, api_key="sk-x") as client:

        async def one(number: int) -> bool:
            async with gate:
                try:
                    answer = await client.chat.completions.create(
                        model="m",
                        temperature=0,
                        max_tokens=4096,
                        messages=[
                            {"role": "system", "content": SYSTEM},
                            {"role": "user", "content": numbered(number)},
                        ],
                        response_format=form,
                    )
                    model.model_validate_json(answer.choices[0].message.content)
                except Exception:  # noqa: BLE001 - whatever goes wrong, the document is lost
                    return False
                return True

        results = await asyncio.gather(*(one(number) for number in range(given.articles)))
    return {"lost": results.count(False)}


async def instructor(given: argparse.Namespace) -> dict[str, float]:
    """I: instructor as its first page shows it."""
    import instructor as peer
    from openai import AsyncOpenAI

    model = claims_model()
    gate = asyncio.Semaphore(given.concurrency)
    client = peer.from_openai(AsyncOpenAI(base_url=given.base_url, api_key="sk-x"))

    async def one(number: int) -> bool:
        async with gate:
            try:
                await client.chat.completions.create(
                    model="m",
                    temperature=0,
                    max_tokens=4096,
                    response_model=model,
                    messages=[
                        {"role": "system", "content": SYSTEM},
                        {"role": "user", "content": numbered(number)},
                    ],
                )
            except Exception:  # noqa: BLE001 - whatever goes wrong, the document is lost
                return False
            return True

    results = await asyncio.gather(*(one(number) for number in range(given.articles)))
    return {"lost": results.count(False)}


async def langextract(given: argparse.Namespace) -> dict[str, float]:
    """L: langextract with its OpenAI provider, given the whole list of documents."""
    import langextract as peer
    from langextract.providers.openai import OpenAILanguageModel

    example = peer.data.ExampleData(
        text="[1] 产值12亿元。",
        extractions=[peer.data.Extraction(extraction_class="figure", extraction_text="12亿元")],
    )
    documents = [
        peer.data.Document(text=numbered(number), document_id=str(number))
        for number in range(given.articles)
    ]
    model = OpenAILanguageModel(
        model_id="m", api_key="sk-x", base_url=given.base_url, max_workers=given.concurrency
    )
    found = await asyncio.to_thread(
        lambda: list(
            peer.extract(
                documents,
                prompt_description=SYSTEM,
                examples=[example],
                model=model,
                max_char_buffer=4_000,
                max_workers=given.concurrency,
                batch_length=given.concurrency,
                show_progress=False,
                resolver_params={"suppress_parse_errors": True},
            )
        )
    )
    return {"lost": sum(not document.extractions for document in found)}


async def ours(given: argparse.Namespace) -> dict[str, float | str]:
    """The whole step: prompt, call, validation, grounding, journal, and the rules' second look."""
    from datetime import UTC, datetime

    from fakes import article

    from briefing import __main__ as program
    from briefing import grounding, resources
    from briefing.asking import extract, prompting, wire
    from briefing.asking.journal import Journal
    from briefing.endpoint import Client, each
    from briefing.records import Extraction
    from briefing.settings import Endpoint
    from briefing.store import Extracted, Store

    endpoint = Endpoint(base_url=given.base_url, model="m", max_concurrency=given.concurrency)
    prompts = prompting.Prompts.of(resources.prompt_texts("zh"))
    database = given.database or str(Path(tempfile.mkdtemp()) / "b.db")
    made = (article(*sentences(number)) for number in range(given.articles))
    pages = made if given.lazy else list(made)
    begin(given)
    program.collect_rarely()
    lost = 0
    with Store(database) as store, Extracted(store, "m") as before:
        async with Client(endpoint, "sk-x", check=wire.problem, tokens_of=prompting.cost) as client:
            journal = Journal(
                client, client.identity, store, check=wire.problem, now=lambda: datetime.now(UTC)
            )

            async def one(page: Any) -> Extraction:
                found = await extract.extract(
                    page, journal.of(page.id), prompts, second_look=not given.no_second_look
                )
                before.put(found)
                return found

            new = (page for page in pages if before.get(page.id) is None)
            async for _, found in each(new, one, at_once=2 * given.concurrency):
                proven = isinstance(found, Extraction) and len(found.findings) > len(CLAIMS)
                lost += not proven
    ended(given)
    sample = [article(*sentences(number)) for number in range(50)]
    looked = time.process_time()
    for page in sample:
        extract.by_rules(page)
    looked_ms = (time.process_time() - looked) * 1000 / len(sample)
    claims = wire.read(REPLY).claims
    sample = [article(*sentences(number)) for number in range(1_000, 1_050)]
    proved = time.process_time()
    for page in sample:
        grounding.fill(page, claims.summary, grounding.ground(page, claims))
    proved_ms = (time.process_time() - proved) * 1000 / len(sample)
    return {
        "lost": lost,
        "database": database,
        "second_look_ms": looked_ms,
        "grounding_ms": proved_ms,
    }


async def client(given: argparse.Namespace) -> dict[str, float]:
    """Our client alone: prompt, call, reading and checking the answer."""
    from fakes import article

    from briefing import resources
    from briefing.asking import prompting, wire
    from briefing.endpoint import Client, each
    from briefing.settings import Endpoint

    endpoint = Endpoint(base_url=given.base_url, model="m", max_concurrency=given.concurrency)
    prompts = prompting.Prompts.of(resources.prompt_texts("zh"))
    pages = [article(*sentences(number)) for number in range(given.articles)]
    begin(given)
    async with Client(endpoint, "sk-x", check=wire.problem, tokens_of=prompting.cost) as asked:

        async def one(page: Any) -> bool:
            [piece] = prompting.split(page, prompts, prompting.Limits())
            return bool((await asked.complete(prompts.extraction(piece))).text)

        flow = each(pages, one, at_once=2 * given.concurrency)
        return {"lost": sum([found is not True async for _, found in flow])}


_started = {"cpu": 0.0, "wall": 0.0}


def begin(given: argparse.Namespace) -> None:
    """Start the clocks: imports and made-up articles are not the contender's work."""
    _started.update(cpu=time.process_time(), wall=time.perf_counter())


_ended: dict[str, float] = {}


def ended(given: argparse.Namespace) -> None:
    """Stop the clocks."""
    _ended["wall_s"] = time.perf_counter() - _started["wall"]
    _ended["cpu_ms"] = (time.process_time() - _started["cpu"]) * 1000 / given.articles
    _ended["rss_kib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Run one contender."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=["plain", "instructor", "langextract", "client", "ours"])
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--concurrency", type=int, default=8)
    parser.add_argument("--database", default="")
    parser.add_argument("--lazy", type=int, default=0, help="make articles as they are taken")
    parser.add_argument("--no-second-look", type=int, default=0)
    given = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
    if given.name not in ("ours", "client"):
        __import__({"plain": "openai"}.get(given.name, given.name))
    else:
        import httpx2  # noqa: F401
        import openai  # noqa: F401
    begin(given)
    result: dict[str, Any] = asyncio.run(globals()[given.name](given))
    if not _ended:
        ended(given)
    print(json.dumps(result | _ended))


if __name__ == "__main__":
    main()
