"""cdxj-indexer indexes the file; where an index lies beside it (FILE.cdxj), both must say the same; argv: FILE."""

import json
import os
import subprocess
import sys

path = sys.argv[1]
WHAT = ("url", "mime", "digest", "filename", "offset", "length")


def lines(text):
    for line in text.splitlines():
        key, time, rest = line.split(" ", 2)
        entry = json.loads(rest)
        yield (key, time, *(str(entry.get(name)) for name in WHAT))


theirs = subprocess.run(["cdxj-indexer", "--sort", path], check=True, capture_output=True, text=True).stdout
assert list(lines(theirs)) == sorted(lines(theirs), key=lambda line: line[:2])
if not os.path.exists(path + ".cdxj"):
    print(len(theirs.splitlines()), "lines; no index beside the file")
    sys.exit()
with open(path + ".cdxj", encoding="utf-8") as file:
    ours = file.read()
assert ours.encode().splitlines() == sorted(ours.encode().splitlines()), "not in the order of bytes"
differing = set(lines(ours)) ^ set(lines(theirs))
for line in sorted(differing):
    print("ours  " if line in set(lines(ours)) else "theirs", *line)
assert not differing
print(len(ours.splitlines()), "lines, the same as cdxj-indexer's")
