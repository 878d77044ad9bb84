"""Batches: rows by key, jobs remembered, results joined, failures asked directly."""

import asyncio
import json
from datetime import UTC, datetime

import pytest
from fakes import ScriptedLLM, article
from loopback import EMPTY, Answer, Loopback, completion

from briefing import resources
from briefing.asking import batch, extract, wire
from briefing.asking.journal import Journal
from briefing.asking.prompting import Limits, Prompts
from briefing.endpoint import Client, Meter, envelope
from briefing.endpoint.batches import Batches
from briefing.errors import BudgetReached, ModelUnavailable
from briefing.llm import JobState
from briefing.settings import Budget, Endpoint
from briefing.store import Store

PAGES = [article(f"全区实现地区生产总值{n}.5亿元。") for n in range(1, 6)]
PROMPTS = Prompts.of(resources.prompt_texts("zh"))
LIMITS = Limits()
GOOD = json.dumps(EMPTY)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "b.db") as opened:
        yield opened


def journal(store, *replies):
    return Journal(
        ScriptedLLM(*replies),
        {"model": "m"},
        store,
        check=wire.problem,
        now=lambda: datetime(2022, 8, 5, tzinfo=UTC),
    )


def body(prompt):
    return {"model": "m", "messages": [{"role": "user", "content": prompt.user}]}


def rows(store, pages=PAGES):
    return list(batch.rows(pages, PROMPTS, LIMITS, journal(store), body))


def result(key, text=GOOD, status=200):
    answer = json.loads(completion(text))
    response = {"status_code": status, "body": answer if status == 200 else {"error": "x"}}
    return json.dumps({"id": "r", "custom_id": key, "response": response, "error": None})


class PaperDesk:
    """A desk that answers a job after some looks at it, and loses the rows it is told to."""

    def __init__(self, looks=2, state="completed", lose=()):
        self.files = []
        self.jobs = {}
        self.looks = looks
        self.state_at_end = state
        self.lose = lose

    async def upload(self, content):
        self.files.append(content)
        return f"file{len(self.files) - 1}"

    async def start(self, file_id):
        number = file_id.removeprefix("file")
        self.jobs[f"job{number}"] = [self.files[int(number)], self.looks]
        return f"job{number}"

    async def started(self, file_id):
        job_id = file_id.replace("file", "job")
        return job_id if job_id in self.jobs else None

    async def state(self, job_id):
        job = self.jobs[job_id]
        job[1] -= 1
        done = job[1] <= 0
        return JobState(done, self.state_at_end if done else "in_progress", 0, 5, (job_id,))

    async def fetch(self, file_id):
        keys = [json.loads(line)["custom_id"] for line in self.jobs[file_id][0].splitlines()]
        kept = [key for number, key in enumerate(keys) if number not in self.lose]
        return "\n".join(result(key) for key in reversed(kept)).encode()


def ask(store, desk, pages=PAGES, waits=None):
    async def sleep(seconds):
        (waits if waits is not None else []).append(seconds)

    return asyncio.run(
        batch.ask(
            pages,
            PROMPTS,
            LIMITS,
            journal(store),
            desk,
            store,
            body=body,
            read=envelope.read,
            sleep=sleep,
        )
    )


def test_a_row_is_a_request_with_the_key_of_its_question(store):
    [row, *_] = rows(store)
    sent = json.loads(row.line)
    assert sent["custom_id"] == row.key
    assert len(row.key) <= 64
    assert (sent["method"], sent["url"]) == ("POST", "/v1/chat/completions")
    assert row.line.count(b"\n") == 0


def test_files_keep_to_the_limits_and_hold_every_row_once(store):
    given = rows(store)
    packed = list(batch.files([*given, given[0]], max_rows=2))
    assert [len(ids) for _, ids in packed] == [2, 2, 1]
    assert {key for _, ids in packed for key in ids} == {row.key for row in given}
    size = len(given[0].line) + 1
    assert [len(ids) for _, ids in batch.files(given, max_bytes=2 * size + 9)] == [2, 2, 1]


def test_answers_of_a_batch_are_remembered_and_cost_no_call(store):
    waits = []
    taken = ask(store, PaperDesk(), waits=waits)
    assert (taken.answered, taken.failed, taken.unknown) == (5, [], 0)
    assert len(waits) == 1
    for page in PAGES:  # results came in reverse: joined by key
        asyncio.run(extract.extract(page, journal(store).of(page.id), PROMPTS))
    assert store.batches() == {}
    assert rows(store) == []


def test_rows_that_failed_are_asked_directly(store):
    ask(store, PaperDesk(lose=(1,)))
    [left] = rows(store)
    page = next(page for page in PAGES if page.id == left.article_id)
    asked = journal(store, GOOD)
    asyncio.run(extract.extract(page, asked.of(page.id), PROMPTS))
    assert len(asked.llm.asked) == 1


def test_a_run_that_was_stopped_collects_its_job_and_hands_in_nothing_twice(store):
    desk = PaperDesk()

    class Stopped(PaperDesk):
        async def state(self, job_id):
            raise KeyboardInterrupt

    stopped = Stopped()
    with pytest.raises(KeyboardInterrupt):
        ask(store, stopped)
    desk.jobs = stopped.jobs
    assert len(store.batches()) == 1
    taken = ask(store, desk)
    assert taken.answered == 5
    assert len(desk.jobs) == 1


@pytest.mark.parametrize("moment", ["before the job is started", "after the job is started"])
def test_a_run_that_dies_between_file_and_job_starts_one_job_and_no_second(store, moment):
    class Dying(PaperDesk):
        async def start(self, file_id):
            if moment == "after the job is started":
                await super().start(file_id)
            raise KeyboardInterrupt

    dying = Dying()
    with pytest.raises(KeyboardInterrupt):
        ask(store, dying)
    desk = PaperDesk()
    desk.files, desk.jobs = dying.files, dying.jobs
    assert ask(store, desk).answered == 5
    assert (len(desk.files), len(desk.jobs)) == (1, 1)


@pytest.mark.parametrize("state", ["expired", "failed", "cancelled"])
def test_a_job_that_ended_badly_gives_what_it_has(store, state):
    taken = ask(store, PaperDesk(state=state, lose=(0, 1, 2)))
    assert taken.answered == 2
    assert store.batches() == {}
    assert len(rows(store)) == 3


def test_a_damaged_result_costs_its_row_alone(store):
    given = rows(store)
    ids = {row.key: row.article_id for row in given}
    lines = [
        result(given[0].key),
        "{not json",
        "[]",
        "",
        result(given[1].key, status=500),
        result("0" * 64),
        json.dumps({"custom_id": given[2].key, "response": None, "error": {"code": "expired"}}),
        json.dumps({"custom_id": given[3].key, "response": {"status_code": 200, "body": {}}}),
        "[" * 100_000,
    ]
    taken = batch.take(lines, ids, journal(store), envelope.read)
    assert (taken.answered, len(taken.failed), taken.unknown) == (1, 6, 1)
    assert len(rows(store)) == 4


def test_taking_a_file_twice_keeps_and_counts_each_answer_once(store):
    given = rows(store)
    ids = {row.key: row.article_id for row in given}
    paid = []
    for _ in range(2):
        lines = [result(row.key) for row in given]
        taken = batch.take(lines, ids, journal(store), envelope.read, paid.append)
        assert taken.answered == 5
    assert len(paid) == 5
    assert all(len(store.replies(page.id)) == 1 for page in PAGES)


def batch_server(method, path, content, headers):
    """Play the files and batches part of the protocol, with one job that is done at once."""
    kind = path.split("/v1", 1)[1]
    if kind == "/files":
        batch_server.content = content
        return Answer(body=b'{"id": "file-1", "object": "file"}')
    if kind == "/files/out-1/content":
        lines = [line for line in batch_server.content.splitlines() if b"custom_id" in line]
        keys = [json.loads(line)["custom_id"] for line in lines]
        return Answer(body="\n".join(result(key) for key in keys).encode())
    if kind.startswith("/batches"):
        return Answer(
            body=json.dumps(
                {
                    "id": "batch-1",
                    "object": "batch",
                    "status": "completed",
                    "output_file_id": "out-1",
                    "error_file_id": None,
                    "request_counts": {"completed": 5, "failed": 0, "total": 5},
                }
            ).encode()
        )
    return Answer(status=404, body=b'{"error": {"message": "no such thing"}}')


def test_the_common_batch_protocol_is_spoken(store):
    async def run(server):
        endpoint = Endpoint(base_url=server.base_url, model="m")
        async with Client(endpoint, "sk-x") as client:
            asked = journal(store)
            return await batch.ask(
                PAGES,
                PROMPTS,
                LIMITS,
                asked,
                Batches(client),
                store,
                body=client.body,
                read=envelope.read,
                sleep=asyncio.sleep,
            )

    with Loopback(other=batch_server) as server:
        taken = asyncio.run(run(server))
    assert taken.answered == 5
    assert server.calls == []
    assert b'name="purpose"' in batch_server.content


def test_a_batch_that_could_pass_the_limit_is_not_handed_in():
    meter = Meter(budget=Budget(max_tokens=1_000))
    meter.allow(1_000, None)
    with pytest.raises(BudgetReached, match="1001 tokens"):
        meter.allow(1_001, None)


def test_a_server_without_batches_says_so():
    async def run(server):
        async with Client(Endpoint(base_url=server.base_url, model="m"), "sk-x") as client:
            await Batches(client).upload(b"{}")

    missing = Answer(status=404, body=b'{"error": {"message": "Not Found"}}')
    with (
        Loopback(other=lambda *_: missing) as server,
        pytest.raises(ModelUnavailable, match="takes no batch files"),
    ):
        asyncio.run(run(server))
