"""Flips one bit at random places of a package, one at a time, and asks verify to find and locate it."""

import collections
import json
import pathlib
import random
import subprocess
import sys

nachlass, package, places, seed = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
chance = random.Random(seed)
files = sorted(path for path in package.rglob("*") if path.is_file() and path.stat().st_size)
sizes = [path.stat().st_size for path in files]
missed = 0
# By kind of file: how many places, and how many of them were found closer than the file.
flipped, located = collections.Counter(), collections.Counter()


def is_close(fault, name, place):
    """Whether a fault tells a record, row or line that begins at or before the place, or the file within a file."""
    if fault["file"].startswith(name + "/"):
        return True
    return fault["file"] == name and fault.get("offset", place + 1) <= place


for number in range(places):
    # Every second place in a file chosen regardless of its size, so that the small tag files get their share.
    path = chance.choice(files) if number % 2 else chance.choices(files, sizes)[0]
    name = str(path.relative_to(package))
    sound = path.read_bytes()
    place, bit = chance.randrange(len(sound)), chance.randrange(8)
    damaged = bytearray(sound)
    damaged[place] ^= 1 << bit
    path.write_bytes(damaged)
    run = subprocess.run([nachlass, "verify", "--json", package], capture_output=True)
    path.write_bytes(sound)
    faults = [fault for fault in json.loads(run.stdout)["faults"] if fault["severity"] == "fault"]
    naming = [
        fault
        for fault in faults
        if fault["file"] == name or fault["file"].startswith(name + "/") or name in fault.get("expected", "")
    ]
    kind = "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix
    if path.name in ("ledger.jsonl", "items.jsonl") or path.parent == package:
        kind = path.name
    flipped[kind] += 1
    if run.returncode != 1 or not naming:
        missed += 1
        print(f"MISSED bit {bit} of byte {place} of {name}: status {run.returncode}, {len(faults)} faults")
    located[kind] += any(is_close(fault, name, place) for fault in faults)
sound = subprocess.run([nachlass, "verify", package], capture_output=True).returncode == 0
for kind in sorted(flipped):
    print(f"  {flipped[kind]:4} in {kind}: {located[kind]} found at their record, row or line")
print(
    f"{places - missed} of {places} flipped bits found in their file, "
    f"{sum(located.values())} also at their record or line"
)
sys.exit(0 if not missed and sound else 1)
