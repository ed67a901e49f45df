"""Rows as files for a spreadsheet: CSV that Excel opens right, XLSX in constant memory; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Sequence
from typing import IO, Any

BOM = "\ufeff"
CELL = 32_767  # characters that Excel takes in one cell
SPOOLED = 5_000_000  # bytes of a file that stay in memory
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = re.compile(r"[\s\0\"'“”]*[=+\-@＝＋－＠]|[\t\r\n]")
csv.field_size_limit(16_000_000)  # a body may be one cell of what Datasette writes
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # which XML cannot hold


def inert(value: Any) -> Any:
    """A cell's value; a text that a spreadsheet would compute gets an apostrophe in front, which makes it text."""
    if isinstance(value, str) and FORMULA.match(value) and not NUMBER.fullmatch(value):
        return "'" + value
    return value


def csv_text(rows: Iterable[Sequence[Any]], first: bool = False) -> str:
    """Rows as CSV lines; the first part of a file begins with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([inert(value) for value in row] for row in rows)
    return (BOM if first else "") + out.getvalue().encode("utf-8", "replace").decode("utf-8")


def xlsx_file(header: Sequence[str], rows: Iterable[Sequence[Any]], title: str = "jianxun") -> IO[bytes]:
    """A workbook with one sheet, at its beginning; closing it deletes it. Every text is stored as text, whatever it begins with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/?*\[\]:]", " ", title)[:31] or "jianxun")
    sheet.freeze_panes = "A2"
    for column, name in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", header, strict=False):
        sheet.column_dimensions[column].width = {"标题": 48, "正文": 60, "地址": 40}.get(name, 14)

    def cells(row: Sequence[Any]) -> list[Any]:
        made = []
        for value in row:
            cell: Any = WriteOnlyCell(sheet)
            if isinstance(value, (int, float)):
                cell.value = value
            elif value is not None:
                cell.value = ILLEGAL.sub("\ufffd", str(value))[:CELL]
                cell.data_type = "s"  # openpyxl takes what begins with = for a formula
            made.append(cell)
        return made

    sheet.append(cells(header))
    for row in rows:
        sheet.append(cells(row))
    file = tempfile.SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115
    book.save(file)
    file.seek(0)
    return file


class ForExcel:
    """Rewrites CSV that comes in pieces, as Datasette streams it: the mark in front, formulas made text."""

    def __init__(self) -> None:
        self._rest = ""
        self._first = True

    def feed(self, piece: str, last: bool = False) -> str:
        """What of the CSV so far can be passed on; `last` passes on all."""
        text = self._rest + piece
        end = len(text) if last else _whole_rows(text)
        self._rest = text[end:]
        if not end:
            return ""
        made = csv_text(csv.reader(io.StringIO(text[:end], newline="")), self._first)
        self._first = False
        return made


def _whole_rows(text: str) -> int:
    """Where the last row ends that is complete: at a line end outside quotes."""
    end = text.rfind("\n") + 1
    while end and text.count('"', 0, end) % 2:
        end = text.rfind("\n", 0, end - 1) + 1
    return end
