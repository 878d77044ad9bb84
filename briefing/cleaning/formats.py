"""From bytes to the linear text of a page, whatever the format.

In:  a `Raw`. Its media type is believed only where the bytes agree.
Out: `Linear`, the encoding and notes; or the reason why the bytes are no page.

The engines for PDF, Word and HTML are loaded when first needed.
"""

import re
from dataclasses import replace

from briefing.cleaning import entities
from briefing.cleaning import linear as lines
from briefing.cleaning.encodings import decode
from briefing.cleaning.linear import Linear
from briefing.cleaning.mojibake import repair, suspect
from briefing.records import Raw

Found = tuple[Linear, str, tuple[str, ...]]

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|table|meta|script|article|span|br)\b", re.I
)
_HTML_TAGS = re.compile(
    r"</?(?:p|div|br|span|td|tr|li|a|h[1-6]|table|font|strong|b|center)\b[^>]{0,300}>", re.I
)
_MAIL_HEAD = re.compile(rb"\A(?:[\w-]{2,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.A)
_HEAD_CHARS = 4_000
_FEW_TAGS, _MANY_TAGS = 3, 12
_PROSE = 40


def linear_of(raw: Raw) -> Found | str:
    """Return the linear text of a page with encoding and notes, or why there is none."""
    data, media = raw.data, raw.media
    if not data.strip(b" \t\r\n\0"):
        return "empty"
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from briefing.cleaning import pdf

        return pdf.linear(data), "pdf", ()
    if data.startswith(b"PK\x03\x04"):
        if b"word/" not in data:
            return "unknown_format"
        from briefing.cleaning import docx

        return docx.linear(data), "docx", ()
    if (part := _unwrapped(data, media)) is not None:
        return part
    return _text(data, media)


def _unwrapped(data: bytes, media: str) -> Found | str | None:
    """Open a web archive or mail; None when the bytes are neither."""
    told = media in ("multipart/related", "message/rfc822", "application/x-mimearchive")
    if not told and not (_MAIL_HEAD.match(data[:4096]) and b"MIME-Version:" in data[:4096]):
        return None
    from briefing.cleaning import eml, mhtml

    archive = media == "multipart/related" or b"multipart/related" in data[:4096]
    part = mhtml.unwrap(data) if archive else eml.unwrap(data)
    part = part or eml.unwrap(data)
    if part is None:
        return None
    found = _text(part.data, part.media)
    if isinstance(found, str):
        return found
    linear, encoding, notes = found
    hinted = replace(linear, hints=(*linear.hints, *part.hints))
    return hinted, encoding, (*notes, *part.notes)


def _text(data: bytes, media: str) -> Found | str:
    """Decode text or HTML."""
    decoded = decode(data)
    if decoded is None:
        return "binary"
    if not decoded.text.strip(" \t\r\n\ufeff\u3000\xa0"):
        return "empty"
    damage: tuple[str, ...] = ()
    if decoded.bad:
        places = f"{decoded.bad} places could not be read, the first at byte {decoded.first_bad}"
        damage = (f"damage: {places}",)
    if _is_html(decoded.text, media):
        linear, notes = _html(decoded.text)
        return linear, decoded.encoding, notes + damage
    text, notes = repair(decoded.text)
    return entities.linear(text) or lines.plain(text), decoded.encoding, notes + damage


def _html(text: str) -> tuple[Linear, tuple[str, ...]]:
    """Read markup. What is shown of it tells whether the whole was decoded wrongly before."""
    from briefing.cleaning import html

    linear = html.linear(text)
    if not suspect(text if linear.problem else linear.text):
        return linear, ()
    mended, notes = repair(text)
    return linear if mended == text else html.linear(mended), notes


def _is_html(text: str, media: str) -> bool:
    """True for markup. A text that only talks about tags is none, whatever its suffix."""
    head = text[:_HEAD_CHARS].lstrip("\ufeff \t\r\n")
    if re.match(r"<(?:!doctype\s+html|\?xml|html|head|body|meta|!--)", head, re.I):
        return True
    if "html" in media:
        return bool(_HTML.search(text))
    if media == "text/markdown":
        return False
    least = _FEW_TAGS if head.startswith("<") else _MANY_TAGS  # a title may stand in front
    return len(_HTML_TAGS.findall(head)) >= least and not _mostly_text(head)


def _mostly_text(head: str) -> bool:
    """True for text with a few lines of markup left in it: lines of prose have no tag."""
    long = [line for line in head.splitlines() if len(line.strip()) >= _PROSE]
    return sum("<" not in line for line in long) * 2 > len(long)
