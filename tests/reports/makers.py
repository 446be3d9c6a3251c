"""Small files of formats that take some building."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines of Latin text on its pages."""
    shown = [" T* ".join(f"({line}) Tj" for line in lines) for lines in pages]
    return _pdf([f"BT /F1 12 Tf 14 TL 50 750 Td {lines} ET".encode() for lines in shown])


def pdf_bomb() -> bytes:
    """A PDF of some hundred kilobytes whose only page unpacks to 200 MB of text."""
    packer = zlib.compressobj(9)
    packed = [packer.compress(b"BT /F1 12 Tf 50 750 Td "), *(packer.compress(b"(ab)Tj " * 10**6) for _ in range(30))]
    return _pdf([b"".join([*packed, packer.flush()])], "/Filter /FlateDecode")


def _pdf(streams: Sequence[bytes], how: str = "") -> bytes:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} {how} >>\nstream\n".encode() + stream + b"\nendstream")
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with one sheet of texts."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    cells = "".join(
        f'<row r="{r}">'
        + "".join(
            f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for c, cell in enumerate(row)
            if cell
        )
        + "</row>"
        for r, row in enumerate(rows, 1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def far_apart() -> bytes:
    """A spreadsheet of two cells in opposite corners: as a table it would have 17 thousand million."""
    last = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx([["url"]]))) as packed, zipfile.ZipFile(out, "w") as spread:
        for name in packed.namelist():
            spread.writestr(name, packed.read(name).replace(b"</sheetData>", last.encode()))
    return out.getvalue()


def bomb() -> bytes:
    """A spreadsheet that unpacks to a thousand times its size."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 30_000_000)
    return out.getvalue()
