#!/usr/bin/env python3
"""Converts all files of a folder in one process, one core: peers.py NAME FOLDER; prints bytes and CPU seconds."""

import os
import sys
import time

name, folder = sys.argv[1:3]
bodies = []
for entry in sorted(os.listdir(folder)):
    with open(f"{folder}/{entry}", encoding="utf-8", newline="") as file:
        bodies.append(file.read())
size = sum(len(body.encode()) for body in bodies)
if name == "markdownify":
    from markdownify import markdownify as convert
else:
    from html_to_markdown import convert
convert(bodies[0])
start = time.process_time()
for body in bodies:
    convert(body)
print(size, time.process_time() - start)
