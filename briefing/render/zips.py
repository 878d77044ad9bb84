"""Office files are zip archives; the same content must give the same bytes."""

import io
import re
import zipfile
from datetime import date

_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def steady(archive: bytes, day: date) -> bytes:
    """Return the archive with every member dated `day` and nothing of the machine in it."""
    out = io.BytesIO()
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, stamp)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            content = given.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(f"{day.isoformat()}T00:00:00Z".encode(), content)
            made.writestr(member, content)
    return out.getvalue()
