"""Take the readable part out of a mail message.

In:  the bytes of an `.eml` file. Out: a `Part`, whose bytes are decoded and cleaned like a file of
     its own media type; offsets count in that part. None when the message holds no text.

Standard library only. A `Date:` header tells when a mail was sent, not when news was published, so it
is never offered as a date of publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from briefing.cleaning.linear import Hint

_MAX_PARTS = 2_000


@dataclass(frozen=True)
class Part:
    """A text part of a message: `charset` as declared (it may lie), `media` text/html or text/plain."""

    data: bytes
    media: str
    charset: str | None = None
    url: str | None = None
    hints: tuple[Hint, ...] = ()
    notes: tuple[str, ...] = ()


def unwrap(data: bytes) -> Part | None:
    """Return the body of a mail: its HTML where it has one, else its plain text."""
    found = list(texts(data))
    best = max(
        found,
        key=lambda item: (item[0].get_content_type() == "text/html", len(item[1])),
        default=None,
    )
    if best is None:
        return None
    message, part = best
    top = parsed(data)
    subject = header(top, "Subject") if top else None
    attached = sum(1 for item in top.walk() if item.get_filename()) if top else 0
    return Part(
        data=part,
        media=message.get_content_type(),
        charset=message.get_content_charset(),
        hints=(Hint("title", subject, "mail"),) if subject else (),
        notes=(f"{attached} attached files were not read",) if attached else (),
    )


def texts(data: bytes) -> Iterator[tuple[Message, bytes]]:
    """Yield each text part that is not an attachment, with its bytes, transfer encoding undone."""
    top = parsed(data)
    if top is None:
        return
    for number, part in enumerate(top.walk()):
        if number > _MAX_PARTS:
            return
        if part.is_multipart() or part.get_content_type() not in ("text/html", "text/plain"):
            continue
        if part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            yield part, payload


def parsed(data: bytes) -> Message | None:
    """Return the message, None when the bytes are none. compat32 reads broken headers without raising."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
    except (MessageError, RecursionError, ValueError, LookupError):
        return None
    return message if message.keys() else None


def header(message: Message, name: str) -> str | None:
    """Return a header with its encoded words decoded, None when it is missing or broken."""
    value = message.get(name)
    if value is None:
        return None
    try:
        text = str(make_header(decode_header(value)))
    except (MessageError, LookupError, UnicodeError, ValueError):
        return None
    return " ".join(text.split()) or None
