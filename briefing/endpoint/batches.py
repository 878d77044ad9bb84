"""The batch interface of a server: hand in a file, ask how it is, fetch the results.

    desk = Batches(client)
    await batch.ask(..., desk, store, body=client.body, read=envelope.read, sleep=asyncio.sleep)

The common protocol: files with purpose "batch", then batches with a window of 24 hours.
"""

import json
from typing import Any
from urllib.parse import quote

from briefing.endpoint import faults
from briefing.endpoint.client import Client
from briefing.errors import ModelUnavailable
from briefing.llm import CHAT_URL, JobState

# An expired or cancelled job may still hold answers that were paid for.
_ENDED = ("completed", "failed", "expired", "cancelled")


class Batches:
    """Implements `llm.Desk` with the connection, retries and messages of a `Client`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def upload(self, content: bytes) -> str:
        """Hand over a file of requests and return the file's id. Nothing is asked by it yet."""

        def form() -> Any:
            import aiohttp

            made = aiohttp.FormData()
            made.add_field("purpose", "batch")
            made.add_field(
                "file", content, filename="briefing.jsonl", content_type="application/jsonl"
            )
            return made

        try:
            return _text(await self._object("POST", "/files", form), "id")
        except faults.Stop as fault:
            if "(404)" not in fault.problem and "(405)" not in fault.problem:
                raise
            raise ModelUnavailable(
                f"{self._client.host} takes no batch files",
                hint="leave out --batch, or write files for it by `briefing batch export`",
            ) from None

    async def start(self, file_id: str) -> str:
        """Start a job on an uploaded file and return the job's id."""
        asked = {"input_file_id": file_id, "endpoint": CHAT_URL, "completion_window": "24h"}
        return _text(
            await self._object("POST", "/batches", lambda: json.dumps(asked).encode()), "id"
        )

    async def started(self, file_id: str) -> str | None:
        """Return the job that works on an uploaded file, None when none is among the latest."""
        latest = (await self._object("GET", "/batches?limit=100")).get("data")
        jobs = [job for job in latest if isinstance(job, dict)] if isinstance(latest, list) else []
        return next((_text(job, "id") for job in jobs if job.get("input_file_id") == file_id), None)

    async def state(self, job_id: str) -> JobState:
        """Return how far a job is."""
        job = await self._object("GET", f"/batches/{quote(job_id, safe='')}")
        counts = job.get("request_counts")
        counts = counts if isinstance(counts, dict) else {}
        files = (job.get("output_file_id"), job.get("error_file_id"))
        state = str(job.get("status") or "unknown")
        return JobState(
            done=state in _ENDED,
            state=state,
            answered=int(counts.get("completed") or 0),
            total=int(counts.get("total") or 0),
            results=tuple(str(file) for file in files if file),
        )

    async def fetch(self, file_id: str) -> bytes:
        """Return a file of results."""
        return await self._client.fetched("GET", f"/files/{quote(file_id, safe='')}/content")

    async def _object(self, *call: Any) -> dict[str, Any]:
        content = await self._client.fetched(*call)
        try:
            found = json.loads(content)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise ModelUnavailable(
                f"{self._client.host} answers batch calls with something else than JSON",
                hint="leave out --batch",
            )
        return found


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not value:
        raise ModelUnavailable(
            f"the server's answer to a batch call holds no {name}", hint="leave out --batch"
        )
    return value
