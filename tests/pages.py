"""Small files of each format, made in memory for tests: PDF, DOCX, web archive."""

import io
import zipfile
from collections.abc import Sequence

Mark = tuple[float, float, str]  # x, y in points from the lower left corner, text


def pdf(pages: Sequence[Sequence[Mark]], *, size: float = 12, unicode_map: bool = True) -> bytes:
    """Return a PDF that draws the marks of each page in their order, in a Chinese font of its own.

    The font is not embedded; its characters are one em wide. Without `unicode_map` a reader cannot
    know which characters they are.
    """
    cmap = "UniGB-UCS2-H" if unicode_map else "Identity-H"
    collection = "GB1" if unicode_map else "Identity"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count {}/Kids[{}]>>".format(
            len(pages), " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
        ),
        f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{cmap}/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering({collection})/Supplement 2>>>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/ItalicAngle 0/Ascent 880/Descent -120"
        "/CapHeight 880/StemV 93/FontBBox[-25 -254 1000 880]>>",
    ]
    for number, marks in enumerate(pages):
        if not unicode_map:
            marks = [(x, y, "".join(chr(ord(c) % 997 + 1) for c in text)) for x, y, text in marks]
        drawn = "".join(
            f"BT /F {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, text in marks
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}endstream")
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    trailer += f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + trailer.encode()


def docx(body: str, *, declaration: str = "") -> bytes:
    """Return a Word document whose `w:body` holds the given XML."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        xml = f"{declaration}<w:document {spaces}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", xml)
    return out.getvalue()
