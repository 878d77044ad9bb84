"""Ask in bulk and wait: half the price at most hosts, and the way of servers that run files.

    await batch.ask(articles, prompts, limits, journal, desk, store, body=client.body, ...)
    # then extract as always: what the batch answered is remembered, what failed is asked directly

or, for a server that runs batch files offline:

    rows = batch.rows(articles, prompts, limits, journal, body=client.body)
    job  = batch.write(rows, file)                  # one JSON line a request
    taken, left = batch.take(lines, jobs, journal)  # lines of the result file

A row's `custom_id` is the key of its question, so that a batch sent twice is recognised and
results are joined by key, never by order. Only first questions travel in batches: repairs and
corrections follow as direct calls.

No I/O of its own: the desk, where jobs are handed in, and the keep, where they are remembered,
are given.
"""

import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from briefing.asking import prompting
from briefing.asking.journal import Journal
from briefing.asking.prompting import Limits, Prompts
from briefing.llm import CHAT_URL, Desk, Prompt, Reply
from briefing.records import Article

# The common limits are 50,000 requests and 200 MB; half the bytes leaves room for other counts.
MAX_ROWS = 50_000
MAX_BYTES = 100_000_000
_FIRST_POLL_S, _LAST_POLL_S = 10.0, 300.0
_UPLOADED = "uploaded"  # a file lies there, and no job is known that works on it


@dataclass(frozen=True)
class Row:
    """One request of a batch: the key of the question, its article, the line to send."""

    key: str
    article_id: str
    line: bytes


class Jobs(Protocol):
    """Where jobs are remembered: the part of the store that batches need."""

    def put_batch(self, batch_id: str, state: str, job: Mapping[str, Any]) -> None:
        """Remember a job and its state."""
        ...

    def batches(self, state: str = "open") -> dict[str, dict[str, Any]]:
        """Return the remembered jobs of a state by id."""
        ...


@dataclass
class Taken:
    """What a result file gave: answers kept, rows that failed, rows of nobody here."""

    answered: int = 0
    failed: list[str] = field(default_factory=list)
    unknown: int = 0


Body = Callable[[Prompt], Mapping[str, Any]]
Read = Callable[[bytes], Reply]
Paid = Callable[[Reply], None]


def rows(
    articles: Iterable[Article], prompts: Prompts, limits: Limits, journal: Journal, body: Body
) -> Iterator[Row]:
    """Yield a request for every question about `articles` that is not answered yet."""
    for article in articles:
        for piece in prompting.split(article, prompts, limits):
            prompt = prompts.extraction(piece)
            key = journal.key(prompt)
            if journal.remembered(key) is None:
                request = {
                    "custom_id": key,
                    "method": "POST",
                    "url": CHAT_URL,
                    "body": body(prompt),
                }
                line = json.dumps(request, ensure_ascii=False, separators=(",", ":"))
                yield Row(key, article.id, line.encode("utf-8", "replace"))


def files(
    given: Iterable[Row], *, max_rows: int = MAX_ROWS, max_bytes: int = MAX_BYTES
) -> Iterator[tuple[bytes, dict[str, str]]]:
    """Yield files of requests within the limits, each with its article ids by key."""
    lines: list[bytes] = []
    ids: dict[str, str] = {}
    seen: set[str] = set()
    size = 0
    for row in given:
        if row.key in seen:
            continue
        seen.add(row.key)
        if lines and (len(lines) >= max_rows or size + len(row.line) + 1 > max_bytes):
            yield b"\n".join(lines) + b"\n", ids
            lines, ids, size = [], {}, 0
        lines.append(row.line)
        ids[row.key] = row.article_id
        size += len(row.line) + 1
    if lines:
        yield b"\n".join(lines) + b"\n", ids


def take(
    lines: Iterable[bytes | str],
    articles_by_key: Mapping[str, str],
    journal: Journal,
    read: Read,
    paid: Paid = lambda reply: None,
) -> Taken:
    """Keep the answers of a result file in the journal.

    `read` turns the body of a chat completion into a `Reply` and may raise. `paid` is told of each
    answer that is new here. A line that is damaged, or an error, is counted and named; it never
    costs the others.
    """
    taken = Taken()
    for line in lines:
        if not line.strip():
            continue
        try:
            result = json.loads(line)
            key = result["custom_id"]
            response = result.get("response") or {}
            answer = response.get("body")
            status = response.get("status_code", 200)
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            taken.failed.append("a damaged line")
            continue
        article_id = articles_by_key.get(key)
        if article_id is None:
            taken.unknown += 1
        elif status != 200 or not isinstance(answer, dict):
            reason = json.dumps(result.get("error") or answer, ensure_ascii=False)
            taken.failed.append(f"{status}: {reason[:200]}")
        else:
            try:
                reply = read(json.dumps(answer).encode())
            except Exception as error:  # noqa: BLE001 - a foreign file: any damage is one row's
                taken.failed.append(f"{type(error).__name__}: {error}")
                continue
            if journal.keep.reply(key) is None:  # importing a file twice counts nothing twice
                journal.put(key, reply, article_id)
                paid(reply)
            taken.answered += 1
    return taken


async def ask(
    articles: Sequence[Article],
    prompts: Prompts,
    limits: Limits,
    journal: Journal,
    desk: Desk,
    jobs: Jobs,
    *,
    body: Body,
    read: Read,
    sleep: Callable[[float], Awaitable[None]],
    paid: Paid = lambda reply: None,
    watch: Callable[[int, int], None] = lambda answered, total: None,
) -> Taken:
    """Hand in what is not answered yet, wait for every open job and keep the answers.

    A file is remembered before a job is started on it, and the job before it is waited for: a run
    that is stopped at any moment collects it later and hands in nothing twice. Expired and
    failed jobs give what they have.
    """
    for file_id, job in jobs.batches(_UPLOADED).items():  # a run died between the two
        await _start(desk, jobs, file_id, job, await desk.started(file_id))
    pending = {key for job in jobs.batches().values() for key in job["articles"]}
    asked = rows(articles, prompts, limits, journal, body)
    for content, ids in files(row for row in asked if row.key not in pending):
        file_id = await desk.upload(content)
        jobs.put_batch(file_id, _UPLOADED, {"articles": ids})
        await _start(desk, jobs, file_id, {"articles": ids})
    total = Taken()
    wait_s = _FIRST_POLL_S
    while waiting := jobs.batches():
        states = {job_id: await desk.state(job_id) for job_id in waiting}
        for job_id, state in states.items():
            if not state.done:
                continue
            for file_id in state.results:
                content = await desk.fetch(file_id)
                ids = waiting[job_id]["articles"]
                taken = take(content.splitlines(), ids, journal, read, paid)
                total.answered += taken.answered
                total.failed += taken.failed
                total.unknown += taken.unknown
            jobs.put_batch(job_id, state.state, waiting[job_id])
        watch(
            sum(state.answered for state in states.values()),
            sum(state.total for state in states.values()),
        )
        if all(state.done for state in states.values()):
            break
        await sleep(wait_s)
        wait_s = min(_LAST_POLL_S, wait_s * 1.5)
    return total


async def _start(
    desk: Desk, jobs: Jobs, file_id: str, job: Mapping[str, Any], job_id: str | None = None
) -> None:
    """Start a job on an uploaded file, unless one was, and remember it."""
    job_id = job_id or await desk.start(file_id)
    jobs.put_batch(job_id, "open", job)
    jobs.put_batch(file_id, "started", {"job": job_id})
