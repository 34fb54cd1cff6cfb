#!/usr/bin/env python3
"""Writes post bodies as HTML, the same on every machine: bodies.py FOLDER COUNT. Texts as in bench.d/generate, with the
inline markup, lists, images and tables that posts have."""

import importlib.machinery
import importlib.util
import os
import random
import sys

here = os.path.dirname(os.path.abspath(__file__))
loader = importlib.machinery.SourceFileLoader("generate", os.path.join(here, "..", "generate"))
spec = importlib.util.spec_from_loader("generate", loader)
sys.dont_write_bytecode = True
generate = importlib.util.module_from_spec(spec)
loader.exec_module(generate)


def marked(chance: random.Random) -> str:
    """A sentence, now and then with a link, emphasis or an entity in it."""
    words = generate.sentence(chance).split(" ")
    kind = chance.random()
    place = chance.randrange(len(words))
    if kind < 0.15:
        words[place] = f'<a href="{generate.SITE}/2019/0{chance.randint(1, 9)}/beitrag-{chance.randint(1, 999)}/">{words[place]}</a>'
    elif kind < 0.25:
        words[place] = f"<strong>{words[place]}</strong>"
    elif kind < 0.32:
        words[place] = f"<em>{words[place]}</em>"
    elif kind < 0.36:
        words[place] += " &amp; &#8222;Freunde&#8220;"
    return " ".join(words)


def block(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.72:
        return "<p>" + " ".join(marked(chance) for _ in range(chance.randint(2, 6))) + "</p>"
    if kind < 0.80:
        return f"<h2>{generate.sentence(chance)}</h2>"
    if kind < 0.88:
        return "<ul>\n" + "\n".join(f"<li>{marked(chance)}</li>" for _ in range(chance.randint(2, 6))) + "\n</ul>"
    if kind < 0.92:
        return f"<blockquote>\n<p>{marked(chance)}</p>\n</blockquote>"
    if kind < 0.98:
        return (
            f'<figure class="wp-block-image"><img src="{generate.SITE}/wp-content/uploads/bild-{chance.randint(1, 99)}.jpg" '
            f'alt="{generate.noun(chance)}" width="480" height="320" /><figcaption>{generate.sentence(chance)}</figcaption></figure>'
        )
    rows = "".join(f"<tr><td>20{year}</td><td>{chance.randint(1000, 90000)}</td></tr>" for year in range(14, 20))
    return f"<table><thead><tr><th>Jahr</th><th>Euro</th></tr></thead><tbody>{rows}</tbody></table>"


def main() -> None:
    folder, count = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(17)
    for number in range(count):
        body = "\n\n".join(block(chance) for _ in range(chance.randint(5, 22))) + "\n"
        with open(f"{folder}/{number:05}.html", "w", encoding="utf-8", newline="") as file:
            file.write(body)


main()
