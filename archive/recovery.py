"""WARC files whose writer died: how to tell them from those that are being written, and how they are finished."""

from __future__ import annotations

import fcntl
import os
import zlib
from pathlib import Path
from typing import IO

from archive.warc import OPEN


def recover(directory: Path) -> dict[str, int]:
    """Finishes the files whose writer died: cut after the last whole record, renamed. Final name -> bytes kept.

    Files that a living process still writes are left alone.
    """
    kept = {}
    for path in sorted(directory.glob(f"*{OPEN}")):
        with path.open("r+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            length = _whole_members(file)
            file.truncate(length)
            os.fsync(file.fileno())
            name = path.name.removesuffix(OPEN)
            path.rename(path.with_name(name)) if length else path.unlink()
            kept[name] = length
    return kept


def being_written(path: Path) -> bool:
    """Whether a living process holds a file that is not finished yet."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        pass  # finished meanwhile
    return False


def _whole_members(file: IO[bytes]) -> int:
    """Offset behind the last gzip member that is complete."""
    end = position = 0
    inflater = zlib.decompressobj(31)
    file.seek(0)
    chunk = file.read(1 << 16)
    while chunk:
        try:
            while chunk and not inflater.eof:
                inflater.decompress(chunk, 1 << 20)
                used = len(chunk) - len(inflater.unconsumed_tail) - len(inflater.unused_data)
                position += used
                chunk = inflater.unconsumed_tail or inflater.unused_data
        except zlib.error:
            return end
        if inflater.eof:
            end = position
            inflater = zlib.decompressobj(31)
        chunk = chunk or file.read(1 << 16)
    return end
