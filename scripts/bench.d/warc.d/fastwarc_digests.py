"""Reads WARC files with fastwarc and compares every block's digest; argv: FILE..."""

import sys

from fastwarc.warc import ArchiveIterator

records = bad = 0
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            records += 1
            bad += not record.verify_block_digest()
print(records, "records,", bad, "bad")
sys.exit(1 if bad else 0)
