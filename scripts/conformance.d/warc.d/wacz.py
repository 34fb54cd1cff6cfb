"""py-wacz validates a WACZ file; the zip file is read whole, each checksum compared; argv: FILE."""

import subprocess
import sys
import zipfile

path = sys.argv[1]
with zipfile.ZipFile(path) as file:
    assert file.testzip() is None
    for entry in file.infolist():
        if entry.filename.startswith("archive/") or entry.filename.endswith(".cdx.gz"):
            assert entry.compress_type == zipfile.ZIP_STORED, entry.filename
run = subprocess.run(["wacz", "validate", "-f", path], capture_output=True, text=True)
print(run.stdout, run.stderr)
assert run.returncode == 0 and "is valid" in run.stdout + run.stderr
print(len(file.infolist()), "entries, valid")
