"""What an error of a server means for the call, the article and the run.

In:  the status, headers and text of an answer that is none.
Out: an exception that says what to do: try again, split, leave the article, or stop.

No message holds a key: whatever a server wrote passes `redact` first.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from briefing.errors import ModelUnavailable

MAX_WAIT_S = 600.0
_TRANSIENT = (408, 409, 425, 429)
_QUOTA = re.compile(
    r"insufficient_quota|exceeded your current quota|insufficient balance|billing|arrear"
    r"|credit balance|余额不足|欠费"
)
_NO_MODEL = re.compile(
    r"model.{0,80}(?:not found|not exist|does not exist|not available|invalid)|invalid model"
    r"|unknown model|no such model|model_not_found|模型不存在"
)
_FILTER = re.compile(
    r"content_filter|content management policy|data_inspection_failed|敏感|sensitive"
)
_KEY = re.compile(r"(?:sk|pk|key|tok)[-_][A-Za-z0-9*_\-]{6,}|(?i:bearer)\s+[^\s\"']+")
_SPAN = re.compile(r"(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?!s))?(?:(\d+(?:\.\d+)?)s)?")


class Transient(Exception):
    """Worth another try. `wait_s` is what the server asked for; `refused`: it is too busy.

    `absent`: nothing listens at the address.
    """

    def __init__(
        self, why: str, *, wait_s: float | None = None, refused: bool = False, absent: bool = False
    ) -> None:
        super().__init__(why)
        self.wait_s = wait_s
        self.refused = refused
        self.absent = absent


class TooLong(Exception):
    """The prompt does not fit: its article is asked about in halves."""


class Filtered(Exception):
    """The server would not read this text. The next article may pass."""


class Rejected(ModelUnavailable):
    """The server refused this request for a reason we cannot mend; others may pass."""


class Stop(ModelUnavailable):
    """No call to this server can succeed before someone changes something."""


def judge(
    status: int, text: str, headers: Mapping[str, str], *, model: str, host: str, now: datetime
) -> Exception:
    """Return the exception that an error answer calls for."""
    said = text.lower()
    short = shown(redact(text))
    if (status == 429 and _QUOTA.search(said)) or status == 402:
        return Stop(
            f"the account at {host} has no credit left: {short}",
            hint="pay or raise the quota there, then run the same command again",
        )
    if status in _TRANSIENT or status >= 500:
        wait_s = retry_after_s(headers, now)
        if wait_s is not None and wait_s > MAX_WAIT_S:
            return Stop(
                f"{host} asks to wait {wait_s:.0f} s",
                hint="run the same command again later; what was answered is kept",
            )
        return Transient(
            f"{host} answered {status}: {short}", wait_s=wait_s, refused=status in (429, 503, 529)
        )
    if status == 401:
        return Stop(
            f"{host} does not accept the key (401): {short}",
            hint="set OPENAI_API_KEY to a key that is valid there",
        )
    if status == 404 or (status in (400, 422) and _NO_MODEL.search(said)):
        return Stop(
            f"{host} has no model {model!r}, or the address is wrong ({status}): {short}",
            hint="check endpoint.model and endpoint.base_url; the address usually ends in /v1",
        )
    if 300 <= status < 400:
        return Stop(
            f"{host} redirects to {redact(headers.get('location', 'another place'))}",
            hint="set endpoint.base_url to the address it redirects to",
        )
    if _FILTER.search(said):
        return Filtered(short)
    hint = "briefing doctor shows what this server accepts"
    if status == 403:
        hint = "the key may lack rights for this model, or the address block this place"
    return Rejected(f"{host} refused the request ({status}): {short}", hint=hint)


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that a server asks to wait: Retry-After, its -ms form or a date."""
    if (in_ms := _number(headers.get("retry-after-ms"))) is not None:
        return in_ms / 1000
    written = headers.get("retry-after")
    if not written:
        return None
    if (in_s := _number(written)) is not None:
        return in_s
    try:
        at = parsedate_to_datetime(written)
    except (ValueError, TypeError):
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return max(0.0, (at - now).total_seconds())


def rate_left(headers: Mapping[str, str]) -> tuple[int, float] | None:
    """Return requests left and seconds to the reset, where the server says both."""
    left = _number(headers.get("x-ratelimit-remaining-requests"))
    reset = headers.get("x-ratelimit-reset-requests", "")
    if left is None or not reset:
        return None
    if (plain := _number(reset)) is not None:
        return int(left), plain
    if reset.endswith("ms") and (in_ms := _number(reset[:-2])) is not None:
        return int(left), in_ms / 1000
    span = _SPAN.fullmatch(reset)
    if not span or not any(span.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in span.groups())
    return int(left), hours * 3600 + minutes * 60 + seconds


def readable(content: bytes) -> str:
    """Return an error body as text, JSON escapes undone."""
    text = content.decode("utf-8", "replace")
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return text


def shown(text: str) -> str:
    """Return what of an error body is for people: its message, where it has one."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text[:300]
    for name in ("error", "message", "detail"):
        if isinstance(found, dict) and found.get(name):
            found = found[name]
    return str(found)[:300]


def redact(text: str, key: str = "") -> str:
    """Return `text` on one line without anything that looks like a key."""
    if key:
        text = text.replace(key, "***")
    return " ".join(_KEY.sub("***", text).split())


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and 0 <= value < 1e9 else None
