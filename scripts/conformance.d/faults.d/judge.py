"""Asks verify about every WARC and WACZ file of a folder, all of them faulty, and tells what it found and where.

A file expected.json in the folder may tell by a file's name which kind of fault must be found, in which member, and
whether it is only worth a warning.
"""

import json
import pathlib
import subprocess
import sys

nachlass, folder = sys.argv[1], pathlib.Path(sys.argv[2])
told = folder / "expected.json"
expected = json.loads(told.read_text()) if told.exists() else {}
files = sorted(path for path in folder.iterdir() if path.name.endswith((".warc", ".warc.gz", ".wacz")))
wrong = 0
for path in files:
    run = subprocess.run([nachlass, "verify", "--json", path], capture_output=True, text=True)
    wanted = expected.get(path.name, {})
    severity = wanted.get("severity", "fault")
    faults = [fault for fault in json.loads(run.stdout)["faults"] if fault["severity"] == severity]
    if "kind" in wanted:
        faults = [fault for fault in faults if fault["kind"] == wanted["kind"]]
    faults = [fault for fault in faults if fault["file"].endswith(wanted.get("file", ""))]
    # A fault has a place: the file by its name, the byte in it, what should be there and what is.
    faults = [
        fault
        for fault in faults
        if path.name in fault["file"] and fault.get("expected") and fault.get("found") and "offset" in fault
    ]
    status = 1 if severity == "fault" else 0
    if not faults or run.returncode != status:
        wrong += 1
        print(f"MISSED  {path.name}: status {run.returncode}; wanted {wanted or 'any fault'}; got {run.stdout[:600]}")
        continue
    first = faults[0]
    record = first.get("record", "").split(" <")[0]
    place = f"{first['file'].rsplit('/', 1)[-1] if not record else record}, byte {first['offset']}"
    print(f"found   {path.name}: {first['kind']} ({place})")
print(f"{len(files) - wrong} of {len(files)} faulty files found out")
sys.exit(1 if wrong or not files else 0)
