#!/usr/bin/env python3
"""Writes generated post bodies: bodies.py COUNT FILE. The same bytes for the same count on every machine.

Each body is preceded by a line with its length in bytes. Half are classic, half written with blocks; some are broken the way old
posts are: unclosed and misnested tags, what Word leaves, references without a semicolon.
"""
import random
import sys

SITE = "https://qm-musterkiez.example"
WORDS = """der die das im Kiez Quartier Nachbarschaft gemeinsam Straßenfest Hofgarten Bürgerinnen Bürger laden herzlich ein zum
am Samstag um Uhr Kinder Jugendliche Eltern Beratung Sprechstunde Projekt gefördert Mitteln Städtebau Förderung Kaffee Kuchen
Musik Bühne Platz Müllsammelaktion Beete Pflanzen Workshop kostenlos Anmeldung erforderlich telefonisch persönlich Büro geöffnet
montags donnerstags Fotos Rückblick Ausstellung eröffnet wird wurde haben konnten viele Gäste freuen sich auf Ihren Besuch und
mit für von über unter während Gespräch Austausch Ideen Wünsche Ergebnisse Protokoll Sitzung Quartiersrat Vergabebeirat""".split()


def words(rng, count):
    return " ".join(rng.choice(WORDS) for _ in range(count))


def sentence(rng):
    text = words(rng, rng.randint(6, 18)).capitalize()
    roll = rng.random()
    if roll < 0.10:
        text += f' <a href="{SITE}/{rng.choice(WORDS).lower()}/?p={rng.randint(1, 9999)}&amp;seite=2" target="_blank">{words(rng, 2)}</a>'
    elif roll < 0.20:
        text += f" <strong>{words(rng, 2)}</strong> {words(rng, 3)}"
    elif roll < 0.25:
        text += f" <em>{words(rng, 2)}</em>"
    elif roll < 0.30:
        text += f" &#8222;{words(rng, 3)}&#8220; &amp; {words(rng, 2)}&nbsp;&euro;"
    elif roll < 0.33:
        text += f" <b>{words(rng, 2)}<i> {words(rng, 1)}</b> {words(rng, 1)}</i>"
    return text + ". "


def paragraph(rng):
    return "".join(sentence(rng) for _ in range(rng.randint(2, 6)))


def image(rng):
    number = rng.randint(1, 9999)
    return (
        f'<a href="{SITE}/wp-content/uploads/2014/05/bild-{number}.jpg"><img class="alignleft size-medium wp-image-{number}" '
        f'title="{words(rng, 3)}" src="{SITE}/wp-content/uploads/2014/05/bild-{number}-300x225.jpg" alt="{words(rng, 2)}" '
        'width="300" height="225" /></a>'
    )


def listing(rng):
    return "<ul>\n" + "".join(f"<li>{words(rng, 8)}</li>\n" for _ in range(rng.randint(3, 7))) + "</ul>"


def table(rng):
    rows = "".join(f"<tr><td>{words(rng, 2)}</td><td>{rng.randint(8, 20)} Uhr</td></tr>\n" for _ in range(5))
    return f"<table><tbody>\n{rows}</tbody></table>"


def classic(rng):
    roll = rng.random()
    if roll < 0.6:
        return paragraph(rng)
    if roll < 0.7:
        return f"<h3>{words(rng, 4)}</h3>"
    if roll < 0.8:
        return image(rng)
    if roll < 0.88:
        return listing(rng)
    if roll < 0.92:
        return table(rng)
    if roll < 0.96:
        return (
            f'<p class="MsoNormal" style="margin: 0cm 0cm 0pt;"><span style="font-family: Calibri;"><font size="3">{paragraph(rng)}'
            "<o:p></o:p></font></span></p>"
        )
    return f"<div align=center><font color=red>{words(rng, 5)}<br>{words(rng, 5)}<p>{sentence(rng)}</div>"


def block(rng):
    roll = rng.random()
    if roll < 0.65:
        return f"<!-- wp:paragraph -->\n<p>{paragraph(rng)}</p>\n<!-- /wp:paragraph -->"
    if roll < 0.75:
        return f'<!-- wp:heading {{"level":3}} -->\n<h3 class="wp-block-heading">{words(rng, 4)}</h3>\n<!-- /wp:heading -->'
    if roll < 0.88:
        number = rng.randint(1, 9999)
        return (
            f'<!-- wp:image {{"id":{number},"sizeSlug":"large"}} -->\n<figure class="wp-block-image size-large">'
            f'<img src="{SITE}/wp-content/uploads/2021/03/bild-{number}-1024x768.jpg" alt="{words(rng, 2)}" '
            f'class="wp-image-{number}"/><figcaption>{words(rng, 5)}</figcaption></figure>\n<!-- /wp:image -->'
        )
    return f"<!-- wp:list -->\n{listing(rng)}\n<!-- /wp:list -->"


def body(rng):
    part = block if rng.random() < 0.5 else classic
    size = rng.randint(2000, 10000)
    text = ""
    while len(text) < size:
        text += part(rng) + "\n\n"
    return text.encode()


count, path = int(sys.argv[1]), sys.argv[2]
# A thousand different ones, then again: the parsers keep nothing from one to the next.
rng = random.Random(20140501)
different = [body(rng) for _ in range(min(count, 1000))]
with open(path, "wb") as out:
    for index in range(count):
        text = different[index % len(different)]
        out.write(b"%d\n" % len(text) + text)
