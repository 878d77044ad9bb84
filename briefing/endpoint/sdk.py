"""The SDK's client, as one run needs it. Import it with the first call: loading the SDK takes 0.3 s.

The SDK builds options, URL, headers and time-outs anew for each request, which costs more than
sending it. All chat requests of a run differ in their content alone, so that the rest is taken from
the first.
"""

import logging
from typing import Any
from urllib.parse import urlsplit

import httpx2  # noqa: TID253 - loaded late with this module
import openai  # noqa: TID253

from briefing.endpoint import faults
from briefing.endpoint.transport import http_client
from briefing.settings import Endpoint

CHAT = "/chat/completions"


_OPTIONS: Any = {"headers": {"Content-Type": "application/json"}, "follow_redirects": False}


class Sdk(openai.AsyncOpenAI):
    """Builds the first chat request as the SDK does, and the others after its pattern."""

    _pattern: httpx2.Request | None = None
    _options: Any = None

    async def ask(self, content: bytes) -> httpx2.Response:
        """Post a chat request, given as JSON, and return the answer as it came."""
        if self._options is None:
            return await self.post(CHAT, cast_to=httpx2.Response, content=content, options=_OPTIONS)
        changed = {"content": content, "idempotency_key": None}
        return await self.request(httpx2.Response, self._options.model_copy(update=changed))

    def _build_request(self, options: Any, **more: Any) -> httpx2.Request:
        pattern = self._pattern
        if pattern is None or options.url != CHAT or not isinstance(options.content, bytes):
            built = super()._build_request(options, **more)
            if options.url == CHAT and isinstance(options.content, bytes):
                self._pattern = httpx2.Request(
                    built.method, built.url, headers=built.headers, extensions=built.extensions
                )
                self._pattern.headers.pop("content-length", None)
                self._options = options
            return built
        return httpx2.Request(
            pattern.method,
            pattern.url,
            headers=pattern.headers,
            content=options.content,
            extensions=dict(pattern.extensions),
        )


def client(endpoint: Endpoint, key: str, address: str) -> Sdk:
    """Return the SDK's client for `address`, made once a run: setting up TLS costs 40 ms."""
    for name in ("openai", "httpx2", "httpcore2"):  # their debug lines show what servers echo
        logging.getLogger(name).setLevel(logging.WARNING)
    host = urlsplit(address).netloc
    if "@" in host:
        raise faults.Stop(
            f"the address of {host.rpartition('@')[2]} holds a user or a password",
            hint="take them out of endpoint.base_url and give the key as OPENAI_API_KEY",
        )
    return Sdk(
        api_key=key or "none",  # local servers want none, the SDK wants one
        base_url=address,
        timeout=openai.Timeout(endpoint.timeout_s, connect=endpoint.connect_timeout_s),
        max_retries=0,  # one retrier, or five tries become fifteen
        http_client=http_client(address),  # half the CPU of the default; no slower as lines grow
    )
