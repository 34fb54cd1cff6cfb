#!/usr/bin/env python3
"""Compares the trees `nachlass tree` prints with those of html5lib-tests: conformance.py NACHLASS FOLDER [NUMBER TO SHOW]

Cases that need scripting are left out, for nothing is ever run here; all others count, those in SVG and MathML contexts too.
"""
import os
import re
import subprocess
import sys

SECTION = re.compile(r"#(data|errors|new-errors|document-fragment|document|script-on|script-off)$")


def cases(folder):
    for path in sorted(os.listdir(folder)):
        if not path.endswith(".dat"):
            continue
        with open(os.path.join(folder, path), encoding="utf-8", errors="surrogatepass", newline="") as file:
            text = file.read()
        for block in re.split(r"(?:^|\n\n)(?=#data\n)", text):
            if not block.startswith("#data\n"):
                continue
            sections, current = {}, None
            for line in block.split("\n"):
                if SECTION.match(line) and current != "#document":
                    current = line
                    sections[current] = []
                else:
                    sections[current].append(line)
            yield path, {name: "\n".join(lines) for name, lines in sections.items()}


nachlass, folder = sys.argv[1:3]
show = int(sys.argv[3]) if len(sys.argv) > 3 else 3
right = wrong = skipped = 0
for path, case in cases(folder):
    if "#script-on" in case:
        skipped += 1
        continue
    context = case.get("#document-fragment", "").strip()
    command = [nachlass, "tree"] + (["--fragment", context] if context else [])
    data = case["#data"].encode("utf-8", "surrogatepass")
    run = subprocess.run(command, input=data, capture_output=True, timeout=60)
    got = run.stdout.decode("utf-8", "replace").rstrip("\n")
    if got == case["#document"].rstrip("\n"):
        right += 1
        continue
    wrong += 1
    if wrong <= show:
        print(f"--- {path} {context}\n{case['#data']}\n-- expected\n{case['#document']}\n-- got\n{got}\n{run.stderr.decode()}")
print(f"html5lib: {right} of {right + wrong} trees right, {skipped} cases that need scripting left out")
sys.exit(0 if wrong == 0 and right > 0 else 1)
