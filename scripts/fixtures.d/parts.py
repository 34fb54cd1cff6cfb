"""Makes the other forms of an export: several parts (as large sites get), gzip, zip. Same bytes at every run."""

import gzip
import re
import sys
import zipfile
from pathlib import Path

PARTS = 3
STAMP = (2022, 12, 5, 9, 0, 0)


def main(path: Path) -> None:
    whole = path.read_bytes()
    spans = [match.span() for match in re.finditer(rb"\t<item>.*?</item>\r?\n", whole, re.DOTALL)]
    head, tail = whole[: spans[0][0]], whole[spans[-1][1] :]
    # Dealt out in turn: children come before their parents and in other parts.
    parts = {
        f"{path.stem}.WordPress.2022-12-05.{number:03}.xml": head
        + b"".join(whole[start:end] for start, end in spans[PARTS - 1 - number :: PARTS])
        + tail
        for number in range(PARTS)
    }
    folder = path.parent
    (folder / f"{path.stem}.xml.gz").write_bytes(gzip.compress(whole, 9, mtime=0))
    with zipfile.ZipFile(folder / f"{path.stem}-parts.zip", "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=9)
    (folder / "parts").mkdir(exist_ok=True)
    for name, data in parts.items():
        (folder / "parts" / name).write_bytes(data)


main(Path(sys.argv[1]))
