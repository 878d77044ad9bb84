"""The one port: a language model that answers a prompt.

`endpoint.py` speaks to a real server; tests script a fake. Stages know only this.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol


@dataclass(frozen=True)
class Prompt:
    """What a model is told. `system` is byte-identical over articles, so that servers cache it.

    `schema` is the JSON schema the answer must meet, `schema_name` its name on the wire.
    `turns` are later (assistant, user) texts: a repair goes on in the same conversation.
    """

    system: str
    user: str
    schema: Mapping[str, Any] = field(default_factory=dict)
    schema_name: str = "claims"
    turns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Reply:
    """What a model answered. Tokens are those that the server counted, 0 where it was silent.

    `finish` is the server's word: "stop", "length" and so on.
    """

    text: str
    finish: str = "stop"
    model: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0


class LLM(Protocol):
    """Anything that completes a prompt. Raises `ModelUnavailable` when it cannot."""

    async def complete(self, prompt: Prompt) -> Reply:
        """Return the model's answer to `prompt`."""
        ...


CHAT_URL: Final = "/v1/chat/completions"


@dataclass(frozen=True)
class JobState:
    """How far a batch job is. `results` are the ids of the files that hold answers and errors."""

    done: bool
    state: str
    answered: int = 0
    total: int = 0
    results: tuple[str, ...] = ()


class Desk(Protocol):
    """Where batch jobs are handed in. Every call may raise `ModelUnavailable`."""

    async def upload(self, content: bytes) -> str:
        """Hand over a file of requests, a JSON line each, and return the file's id."""
        ...

    async def start(self, file_id: str) -> str:
        """Start a job on an uploaded file and return the job's id. From here it costs money."""
        ...

    async def started(self, file_id: str) -> str | None:
        """Return the job that was started on an uploaded file, None when none was."""
        ...

    async def state(self, job_id: str) -> JobState:
        """Return how far a job is."""
        ...

    async def fetch(self, file_id: str) -> bytes:
        """Return a file of results, a JSON line a request."""
        ...
