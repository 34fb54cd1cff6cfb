"""fastwarc compares every block's digest, and the payload's where it can: of HTTP messages; argv: FILE."""

import sys

sys.path.pop(0)
from fastwarc.warc import ArchiveIterator

records = payloads = 0
with open(sys.argv[1], "rb") as file:
    for record in ArchiveIterator(file, parse_http=False):
        records += 1
        assert record.verify_block_digest(), f"block digest of {record.record_id}"
with open(sys.argv[1], "rb") as file:
    for record in ArchiveIterator(file, parse_http=True):
        if record.is_http and "WARC-Payload-Digest" in record.headers:
            payloads += 1
            assert record.verify_payload_digest(), f"payload digest of {record.record_id}"
assert records, "no record"
print(records, "block digests,", payloads, "payload digests")
