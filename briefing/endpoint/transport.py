"""How the SDK's requests travel: over aiohttp, each answer read in one piece.

The SDK's own aiohttp transport hands every answer on as a stream of chunks, which nobody here
reads as one: it costs a tenth of a call. Import this with the first call.
"""

from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp  # loaded late with this module
import httpx2  # noqa: TID253
import openai  # noqa: TID253

_HERE = ("localhost", "127.0.0.1", "::1")


def http_client(address: str) -> httpx2.AsyncClient:
    """Return the HTTP client for an address.

    Without TLS there is nothing to verify, and loading the certificates takes 40 ms. Behind a proxy
    the SDK's own transport is used, which knows how to ask one; a server on this machine is
    never asked through a proxy.
    """
    secure = not address.startswith("http://")
    host = urlsplit(address).hostname or ""
    if getproxies() and host not in _HERE and not proxy_bypass(host):
        return openai.DefaultAioHttpClient(verify=secure)
    return httpx2.AsyncClient(transport=Transport(secure=secure))


class Transport(httpx2.AsyncBaseTransport):
    """Sends what it is given and returns what comes back, whole."""

    def __init__(self, *, secure: bool) -> None:
        self._trust: Any = httpx2.create_ssl_context() if secure else True
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the answer to `request`; faults are those of httpx, with their causes."""
        if self._session is None:  # made where the loop runs; the limiter bounds its connections
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, ssl=self._trust),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        limits = request.extensions.get("timeout", {})
        content = await request.aread()
        request.headers.pop("transfer-encoding", None)  # the content is whole now
        try:
            async with self._session.request(
                request.method,
                str(request.url),
                headers=request.headers,
                data=content or None,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    sock_connect=limits.get("connect"), sock_read=limits.get("read")
                ),
            ) as response:
                return httpx2.Response(
                    response.status, headers=response.raw_headers, content=await response.read()
                )
        except TimeoutError as error:
            raise httpx2.ReadTimeout(str(error)) from error
        except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError) as error:
            raise httpx2.UnsupportedProtocol(str(error)) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise httpx2.ReadError(str(error)) from error

    async def aclose(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
