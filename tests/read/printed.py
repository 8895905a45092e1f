"""Paragraphs in, PDF files out: printed as newspapers are, or broken as files are."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDE, HIGH = 600, 800
Placed = tuple[float, float, float, str]


def printed(*pages: Sequence[Placed], password: str = "", bold: bool = False, picture: Sequence[int] = ()) -> bytes:
    """Pages of lines, each with its left edge, its distance from the top, its size and its text."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    onto = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(onto, pagesize=(WIDE, HIGH), invariant=True, encrypt=encrypt)
    for number, page in enumerate(pages, 1):
        for left, top, size, text in page:
            canvas.setFont(FONT, size)
            canvas.drawString(left, HIGH - top - size, text)
            if bold:
                canvas.drawString(left + size / 30, HIGH - top - size, text)
        if number in picture:
            canvas.drawInlineImage(_dot(), 0, 0, WIDE, HIGH)
        canvas.showPage()
    canvas.save()
    return onto.getvalue()


def _dot() -> object:
    from PIL import Image

    return Image.new("RGB", (4, 4), "gray")


def column(paragraphs: Sequence[str], width: int) -> list[str]:
    """Paragraphs as lines of so many characters, the first of each set in by two."""
    return [
        text[start : start + width]
        for text in (f"\u3000\u3000{paragraph}" for paragraph in paragraphs)
        for start in range(0, len(text), width)
    ]


def in_columns(
    lines: Sequence[str], count: int, left: float = 40, top: float = 100, size: float = 10, width: float = 180
) -> list[Placed]:
    """Lines set in columns of equal length."""
    high = -(-len(lines) // count)
    return [
        (left + index // high * (width + 2 * size), top + index % high * 1.5 * size, size, line)
        for index, line in enumerate(lines)
    ]


# ---- files written by hand ----------------------------------------------------------------


def raw(objects: Sequence[bytes]) -> bytes:
    """A PDF file of these objects, the first of them its catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def shapes_only(text: str, means: str = "") -> bytes:
    """A page whose font says of no shape what it means, or says these characters."""
    codes = "".join(f"{code:04x}" for code in range(1, len(text) + 1)).encode()
    rows = "".join(f"<{code:04x}> <{ord(char):04x}>\n" for code, char in enumerate(means, 1))
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(means)} beginbfchar\n{rows}endbfchar endcmap end"
    ).encode()
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]"
    return raw(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            stream(b"BT /F 10 Tf 40 700 Td <" + codes + b"> Tj ET"),
            font + (b"/ToUnicode 7 0 R>>" if means else b">>"),
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/DW 1000/FontDescriptor 8 0 R>>",
            stream(cmap),
            b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
            b"/Descent -200/CapHeight 700/StemV 80>>",
        ]
    )


def bomb(size: int) -> bytes:
    """A page whose content unpacks to so many bytes."""
    pack = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join(pack.compress(block) for _ in range(size // len(block))) + pack.flush()
    return raw(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
            stream(data, b"/Filter/FlateDecode"),
        ]
    )


def one_colour(side: int) -> bytes:
    """A PNG picture, for documents that hold nothing else."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * side for _ in range(side)))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
