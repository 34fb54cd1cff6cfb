"""Writes German pages of 3 to 25 KB into a folder, the same on every machine; argv: FOLDER MB."""

import os
import random
import sys

folder, limit = sys.argv[1], float(sys.argv[2]) * 1e6
pick = random.Random(2009)
LETTERS = "abcdefghiklmnoprstuvwzäöüß"
words = ["".join(pick.choice(LETTERS) for _ in range(pick.randrange(2, 13))) for _ in range(20_000)]


def paragraph():
    chosen = (words[min(int(pick.expovariate(1 / 2500)), len(words) - 1)] for _ in range(pick.randrange(20, 90)))
    return f'<p class="absatz">{" ".join(chosen)}.</p>\n'


total = number = 0
while total < limit:
    place = os.path.join(folder, str(2005 + number % 15), f"{number % 12 + 1:02}")
    os.makedirs(place, exist_ok=True)
    text = "".join(paragraph() for _ in range(pick.randrange(6, 50)))
    page = (
        f'<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8"><title>Beitrag {number}</title></head>\n'
        f'<body><article><h1>Beitrag {number}</h1>\n{text}</article></body></html>\n'
    ).encode()
    with open(os.path.join(place, f"beitrag-{number}.html"), "wb") as file:
        file.write(page)
    total += len(page)
    number += 1
