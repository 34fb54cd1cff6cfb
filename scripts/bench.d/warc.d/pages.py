"""Writes German pages as a theme shows posts into a folder, the same on every machine; argv: FOLDER MB."""

import importlib.machinery
import importlib.util
import os
import random
import sys

sys.dont_write_bytecode = True
generator = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "generate")
loader = importlib.machinery.SourceFileLoader("generate", generator)
generate = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
loader.exec_module(generate)

folder, limit = sys.argv[1], float(sys.argv[2]) * 1e6
chance = random.Random(2009)
SITE = generate.SITE
MONTHS = [(year, month) for year in range(2005, 2020) for month in range(1, 13)]
HEAD = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>{title} – QM Musterkiez</title>
<link rel="stylesheet" href="{site}/wp-content/themes/kiez/style.css" media="all">
<link rel="alternate" type="application/rss+xml" title="QM Musterkiez &raquo; Feed" href="{site}/feed/">
<link rel="canonical" href="{site}/{place}/">
</head>
<body class="post-template-default single single-post postid-{number} single-format-standard">
<header id="masthead"><h1><a href="{site}/" rel="home">QM Musterkiez</a></h1></header>
"""
SIDEBAR = '<aside id="archives" class="widget"><h2>Archiv</h2>\n<ul>\n' + "".join(
    f"\t<li><a href='{SITE}/{year}/{month:02}/'>{month}/{year}</a></li>\n" for year, month in MONTHS
) + "</ul></aside>\n"
FOOTER = '<footer><p>Stolz präsentiert von einem Blog</p></footer>\n</body>\n</html>\n'

total = number = 0
while total < limit:
    year, month = MONTHS[number % len(MONTHS)]
    place = f"{year}/{month:02}/beitrag-{number}"
    title = " ".join(generate.noun(chance) for _ in range(3))
    paragraphs = (
        "<p>" + " ".join(generate.sentence(chance) for _ in range(chance.randint(2, 6))) + "</p>\n"
        for _ in range(chance.randint(5, 40))
    )
    page = (
        HEAD.format(title=title, site=SITE, place=place, number=number)
        + f'<article id="post-{number}"><h1 class="entry-title">{title}</h1>\n<div class="entry-content">\n'
        + "".join(paragraphs) + "</div></article>\n" + SIDEBAR + FOOTER
    ).encode()
    os.makedirs(os.path.join(folder, f"{year}/{month:02}"), exist_ok=True)
    with open(os.path.join(folder, place + ".html"), "wb") as file:
        file.write(page)
    total += len(page)
    number += 1
