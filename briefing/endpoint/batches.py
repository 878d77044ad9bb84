"""The batch interface of a server: hand in a file, ask how it is, fetch the results.

    desk = Batches(client)
    await batch.ask(..., desk, store, body=client.body, read=envelope.read, sleep=asyncio.sleep)

The common protocol: files with purpose "batch", then batches with a window of 24 hours.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from briefing.endpoint import faults
from briefing.endpoint.client import Client
from briefing.errors import ModelUnavailable
from briefing.llm import CHAT_URL, JobState

R = TypeVar("R")
# An expired or cancelled job may still hold answers that were paid for.
_ENDED = ("completed", "failed", "expired", "cancelled")


class Batches:
    """Implements `llm.Desk` with the connection, retries and messages of a `Client`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def upload(self, content: bytes) -> str:
        """Hand over a file of requests and return the file's id. Nothing is asked by it yet."""
        sdk = self._client.connection.sdk
        try:
            upload = await self._tried(
                lambda: sdk.files.create(file=("briefing.jsonl", content), purpose="batch")
            )
        except faults.Stop as fault:
            if "(404)" not in fault.problem:
                raise
            raise ModelUnavailable(
                f"{self._client.host} takes no batch files",
                hint="leave out --batch, or write files for it by `briefing batch export`",
            ) from None
        return upload.id

    async def start(self, file_id: str) -> str:
        """Start a job on an uploaded file and return the job's id."""
        sdk = self._client.connection.sdk
        made = await self._tried(
            lambda: sdk.batches.create(
                input_file_id=file_id, endpoint=CHAT_URL, completion_window="24h"
            )
        )
        return made.id

    async def started(self, file_id: str) -> str | None:
        """Return the job that works on an uploaded file, None when none is among the latest."""
        sdk = self._client.connection.sdk

        async def latest() -> list[tuple[str, str]]:
            page = await sdk.batches.list(limit=100)
            return [(job.input_file_id, job.id) for job in page.data]

        return dict(await self._tried(latest)).get(file_id)

    async def state(self, job_id: str) -> JobState:
        """Return how far a job is."""
        job = await self._tried(lambda: self._client.connection.sdk.batches.retrieve(job_id))
        counts = job.request_counts
        return JobState(
            done=job.status in _ENDED,
            state=job.status,
            answered=counts.completed if counts else 0,
            total=counts.total if counts else 0,
            results=tuple(file for file in (job.output_file_id, job.error_file_id) if file),
        )

    async def fetch(self, file_id: str) -> bytes:
        """Return a file of results."""
        found = await self._tried(lambda: self._client.connection.sdk.files.content(file_id))
        return found.content

    async def _tried(self, call: Callable[[], Awaitable[R]]) -> R:
        return await self._client.guarded(call)
