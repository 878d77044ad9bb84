"""Take the page out of a web archive (`.mhtml`, `.mht`).

In:  the bytes of the archive. Out: the `Part` that is the page itself, not its frames; pictures and
     styles are passed over. None when there is no page in it.

What the part holds is decoded and cleaned like an HTML file; offsets count in it. The archive's
date is the day it was saved and is ignored.
"""

from briefing.cleaning.eml import Part, header, parsed, texts
from briefing.cleaning.linear import Hint


def unwrap(data: bytes) -> Part | None:
    """Return the page that was saved: the part at the archive's own address, else the first."""
    top = parsed(data)
    if top is None:
        return None
    address = header(top, "Snapshot-Content-Location") or header(top, "Content-Location")
    found = list(texts(data))
    pages = [item for item in found if item[0].get_content_type() == "text/html"] or found
    if not pages:
        return None
    named = [item for item in pages if address and header(item[0], "Content-Location") == address]
    message, page = (named or pages)[0]
    url = address or header(message, "Content-Location")
    subject = header(top, "Subject")
    url = url if url and url.startswith(("http://", "https://")) else None
    hints = [Hint(name, text, "mail") for name, text in (("title", subject), ("url", url)) if text]
    return Part(
        data=page,
        media=message.get_content_type(),
        charset=message.get_content_charset(),
        url=url,
        hints=tuple(hints),
    )
