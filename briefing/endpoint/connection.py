"""The connection to one server: requests out, answers or faults in.

Made late: setting up TLS costs 40 ms, and a run that is answered from memory needs none. The key
is given to the SDK and stays here: every text that leaves is redacted.
"""

import errno
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from briefing.endpoint import faults
from briefing.endpoint.profile import encoded
from briefing.settings import Endpoint

if TYPE_CHECKING:
    from briefing.endpoint.sdk import Sdk


DEFAULT_ADDRESS = "https://api.openai.com/v1"


class Connection:
    """One SDK client for a whole run. It retries nothing."""

    def __init__(self, endpoint: Endpoint, key: str) -> None:
        self.endpoint = endpoint
        self._key = key
        self._openai: Sdk | None = None

    @property
    def address(self) -> str:
        """The address without credentials, for keys and for people."""
        return public(self.endpoint.base_url or DEFAULT_ADDRESS)

    @property
    def host(self) -> str:
        """Host and port of the server, for people."""
        return urlsplit(self.address).netloc or self.address

    @property
    def sdk(self) -> "Sdk":
        """The SDK's client, made with the first call."""
        if self._openai is None:
            from briefing.endpoint import sdk

            address = self.endpoint.base_url or DEFAULT_ADDRESS
            self._openai = sdk.client(self.endpoint, self._key, address)
        return self._openai

    async def close(self) -> None:
        """Close what was opened."""
        if self._openai is not None:
            await self._openai.close()

    async def send(self, request: Mapping[str, Any]) -> tuple[int, bytes, Mapping[str, str]]:
        """Send one request; return status, body and headers. Network faults are `Transient`."""
        import httpx2
        import openai

        try:
            response = await self.sdk.ask(encoded(request))
        except openai.APIStatusError as error:
            return error.status_code, error.response.content, error.response.headers
        except (
            openai.OpenAIError,
            httpx2.HTTPError,
            httpx2.StreamError,
            httpx2.InvalidURL,
        ) as error:
            raise self.network_fault(error) from None
        return response.status_code, response.content, response.headers

    def judged(self, status: int, text: str, headers: Mapping[str, str]) -> Exception:
        """Return the exception that an error answer of this server calls for."""
        return faults.judge(
            status,
            faults.redact(text, self._key),
            headers,
            model=self.endpoint.model,
            host=self.host,
            now=datetime.now(UTC),
        )

    def network_fault(self, error: Exception) -> Exception:
        """Return what a failure below HTTP means. Its text never holds the key."""
        import httpx2

        chain: list[BaseException] = [error]
        while chain[-1].__cause__ is not None and len(chain) < 8:
            chain.append(chain[-1].__cause__)
        why = faults.redact(str(chain[-1]) or type(chain[-1]).__name__, self._key)
        if any(isinstance(cause, TimeoutError) for cause in chain):
            return faults.Transient(
                f"{self.host} did not answer within {self.endpoint.timeout_s:g} s"
            )
        bad_address = (httpx2.InvalidURL, httpx2.UnsupportedProtocol)
        if any(isinstance(cause, bad_address) for cause in chain):
            return faults.Stop(
                f"the address {self.host!r} cannot be asked: {why}",
                hint="set endpoint.base_url to something like https://host/v1",
            )
        if "certificate verify failed" in why.lower():
            return faults.Stop(
                f"the certificate of {self.host} cannot be trusted: {why}",
                hint="SSL_CERT_FILE may name the certificates of your house; "
                "a server on this machine is asked by http://",
            )
        if any(f"[Errno {errno.ECONNREFUSED}]" in str(cause) for cause in chain):
            return faults.Transient(f"nothing listens at {self.host}", absent=True)
        return faults.Transient(f"no connection to {self.host}: {why}")


def public(address: str) -> str:
    """Return an address without the user and password it may carry."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
