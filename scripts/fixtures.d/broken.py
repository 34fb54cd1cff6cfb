"""Makes Fixtures/broken/: one small export a defect, named after it, and expected.jsonl, what a reader should find."""

import json
import sys
from pathlib import Path

SITE = "https://qm-musterkiez.example"
NAMESPACES = """
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/"
"""
POSTS = [
    ("Aushang im Treppenhaus", "aushang", "<p>Der Fahrstuhl fährt wieder. Danke für die Geduld!</p>"),
    ("Bücherschrank eröffnet", "buecherschrank", "Am Musterplatz steht jetzt ein Bücherschrank.\n\nBringen und nehmen, was gefällt."),
    ("Chor sucht Stimmen", "chor", "Jeden Freitag um 19 Uhr – auch ohne Notenkenntnis."),
    ("Dachgarten in Planung", "dachgarten", "Über den Garagen könnte es bald <em>grünen</em>."),
    ("Ergebnisse der Umfrage", "umfrage", "212 Bögen kamen zurück; die Auswertung folgt."),
]


def item(number: int, title: str, slug: str, text: str, /, **change: str) -> str:
    """One post. `change` replaces the named element's whole line, or adds to it where the name ends in `_after`."""
    lines = {
        "title": f"<title><![CDATA[{title}]]></title>",
        "link": f"<link>{SITE}/2021/0{number}/{slug}/</link>",
        "pub_date": f"<pubDate>Mon, 0{number} Feb 2021 10:00:00 +0000</pubDate>",
        "creator": "<dc:creator><![CDATA[redaktion]]></dc:creator>",
        "guid": f'<guid isPermaLink="false">{SITE}/?p={number}</guid>',
        "description": "<description></description>",
        "content": f"<content:encoded><![CDATA[{text}]]></content:encoded>",
        "excerpt": "<excerpt:encoded><![CDATA[]]></excerpt:encoded>",
        "post_id": f"<wp:post_id>{number}</wp:post_id>",
        "post_date": f"<wp:post_date><![CDATA[2021-02-0{number} 11:00:00]]></wp:post_date>",
        "post_date_gmt": f"<wp:post_date_gmt><![CDATA[2021-02-0{number} 10:00:00]]></wp:post_date_gmt>",
        "comment_status": "<wp:comment_status><![CDATA[open]]></wp:comment_status>",
        "ping_status": "<wp:ping_status><![CDATA[open]]></wp:ping_status>",
        "post_name": f"<wp:post_name><![CDATA[{slug}]]></wp:post_name>",
        "status": "<wp:status><![CDATA[publish]]></wp:status>",
        "post_parent": "<wp:post_parent>0</wp:post_parent>",
        "menu_order": "<wp:menu_order>0</wp:menu_order>",
        "post_type": "<wp:post_type><![CDATA[post]]></wp:post_type>",
        "post_password": "<wp:post_password><![CDATA[]]></wp:post_password>",
        "is_sticky": "<wp:is_sticky>0</wp:is_sticky>",
        "category": '<category domain="category" nicename="aktuelles"><![CDATA[Aktuelles]]></category>',
    }
    for name, value in change.items():
        if name.endswith("_after"):
            lines[name.removesuffix("_after")] += "\n\t\t" + value
        else:
            lines[name] = value
    return "\t<item>\n" + "".join(f"\t\t{line}\n" for line in lines.values() if line) + "\t</item>\n"


def export(items: list[str], *, declaration='<?xml version="1.0" encoding="UTF-8" ?>\n', namespaces=NAMESPACES,
           head="", generator="https://wordpress.org/?v=6.1.9", version="<wp:wxr_version>1.2</wp:wxr_version>") -> str:
    return (
        f'{declaration}<rss version="2.0"{namespaces.rstrip()}\n>\n<channel>\n\t<title>Quartiersmanagement Musterkiez</title>\n'
        f"\t<link>{SITE}</link>\n\t<description>Gemeinsam für den Kiez</description>\n\t<language>de-DE</language>\n"
        + (f"\t{version}\n" if version else "")
        + f"\t<wp:base_site_url>{SITE}</wp:base_site_url>\n\t<wp:base_blog_url>{SITE}</wp:base_blog_url>\n"
        "\t<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[redaktion]]></wp:author_login>"
        "<wp:author_email><![CDATA[redaktion@qm-musterkiez.example]]></wp:author_email>"
        "<wp:author_display_name><![CDATA[Redaktion]]></wp:author_display_name></wp:author>\n"
        "\t<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename><![CDATA[aktuelles]]></wp:category_nicename>"
        "<wp:category_parent><![CDATA[]]></wp:category_parent><wp:cat_name><![CDATA[Aktuelles]]></wp:cat_name></wp:category>\n"
        f"{head}\t<generator>{generator}</generator>\n\n" + "".join(items) + "</channel>\n</rss>\n"
    )


def five(position: int = 3, **change: str) -> list[str]:
    """Five posts, the one at `position` changed."""
    return [item(n, *post, **(change if n == position else {})) for n, post in enumerate(POSTS, 1)]


def content(text: str) -> str:
    return f"<content:encoded><![CDATA[{text}]]></content:encoded>"


COMMENT = """<wp:comment>
\t\t\t<wp:comment_id>1</wp:comment_id>
\t\t\t<wp:comment_author><![CDATA[Änne]]></wp:comment_author>
\t\t\t<wp:comment_author_url>https://blog.example/?a=1&b=2&c</wp:comment_author_url>
\t\t\t<wp:comment_date><![CDATA[2021-02-04 08:00:00]]></wp:comment_date>
\t\t\t<wp:comment_content><![CDATA[Wir kommen!]]></wp:comment_content>
\t\t\t<wp:comment_approved><![CDATA[1]]></wp:comment_approved>
\t\t</wp:comment>"""
META = "<wp:postmeta><wp:meta_key><![CDATA[{}]]></wp:meta_key><wp:meta_value><![CDATA[{}]]></wp:meta_value></wp:postmeta>"
plain = export(five())
ALL = [1, 2, 3, 4, 5]
CASES: list[tuple[str, str, bytes, list[int]]] = []


def case(name: str, defect: str, document: str | bytes, ids: list[int] = ALL) -> None:
    CASES.append((name, defect, document.encode() if isinstance(document, str) else document, ids))


# What WordPress itself writes.
case("control-characters", "Characters that XML forbids stand in the text, NUL among them.",
     export(five(content=content("Vor\x0b dem\x08 Chor\x00 und\x1f danach."), title="<title><![CDATA[Chor\x07 sucht Stimmen]]></title>")))
case("bare-ampersand", "A comment author's address is not escaped.", export(five(category_after=COMMENT)))
case("unescaped-attribute", "A term's slug and taxonomy are not escaped in the attributes.",
     export(five(category='<category domain="tag&art" nicename="haus&hof"><![CDATA[Haus & Hof]]></category>')))
case("split-cdata-end", "The end of CDATA in the text, split in two as WordPress does.",
     export(five(content=content("a[b[0]]]]><![CDATA[> und weiter im Text."))))
case("zero-dates", "No date at all: zeros, and a publication date before the year 1.",
     export(five(pub_date="<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>", post_date="<wp:post_date><![CDATA[0000-00-00 00:00:00]]></wp:post_date>",
                 post_date_gmt="<wp:post_date_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_date_gmt>")))
case("draft-without-gmt", "A draft has a local date, none in GMT and no publication date.",
     export(five(pub_date="<pubDate></pubDate>", post_date_gmt="<wp:post_date_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_date_gmt>",
                 status="<wp:status><![CDATA[draft]]></wp:status>")))
case("missing-creator", "The author's account was deleted.", export(five(creator="<dc:creator><![CDATA[]]></dc:creator>")))
case("encoded-titles-before-5.7", "Before WordPress 5.7 titles are HTML-encoded.",
     export(five(title="<title>Chor &amp;amp; Orchester &amp;#8211; &#8222;Stimmen&#8220;</title>"), generator="https://wordpress.org/?v=4.9.8"))
case("encoded-term-names", "Names of terms carry entities inside CDATA.",
     export(five(category='<category domain="category" nicename="haus-hof"><![CDATA[Haus &amp; Hof]]></category>')))
case("carriage-returns", "Line ends of three kinds.", export(five(content=content("Zeile eins\r\nZeile zwei\rZeile drei\nZeile vier"))))
case("serialized-wrong-length", "The byte counts of a serialized value are wrong.",
     export(five(category_after=META.format("ort", 'a:2:{s:4:"name";s:3:"Straße 1";s:2:"nr";i:1;}'))))
case("trashed-slug", "A post in the bin, as WordPress renames it.",
     export(five(post_name="<wp:post_name><![CDATA[chor__trashed]]></wp:post_name>", status="<wp:status><![CDATA[trash]]></wp:status>")))

# What happens to exports on their way.
case("stray-cdata-end", "An end of CDATA in the text that nobody split.", export(five(content=content("if (a[b[0]]>1) { x } und noch ]]> etwas."))))
case("truncated-in-item", "The export ends in the middle of a post.", plain[: plain.index("Ergebnisse der Umfrage") + 200])
case("truncated-in-content", "The export ends in the middle of a text and of a character.",
     plain.encode()[: plain.encode().index("Über den Garagen".encode()) + 1], [1, 2, 3, 4])
case("truncated-with-error-page", "The export ends in PHP's error message and an error page.",
     plain[: plain.index("<wp:post_name><![CDATA[umfrage")] + "<br />\n<b>Fatal error</b>:  Maximum execution time of 30 seconds exceeded in <b>/var/www/wp-includes/wp-db.php</b> on line <b>1924</b><br />\n<!DOCTYPE html><html><body>Es gab einen kritischen Fehler.</body></html>\n")
case("warnings-before-declaration", "PHP warnings stand before the XML declaration.",
     "<br />\n<b>Warning</b>:  Undefined variable $a in <b>/var/www/export.php</b> on line <b>7</b><br />\n\n" + plain)
case("mark-and-blank-lines-first", "A byte order mark and blank lines stand before the XML declaration.", "\ufeff\n\n  \n" + plain)
case("junk-after-end", "A statistics comment and markup stand after the end.", plain + "\n<!-- 123 queries -->\n<div>Ende</div>\n\x00\x00")
case("missing-item-end", "A post is not closed.", plain.replace("\t</item>\n\t<item>\n\t\t<title><![CDATA[Chor", "\t<item>\n\t\t<title><![CDATA[Chor"))
case("unclosed-element", "An element of a post is not closed.", export(five(description="<description>")))
case("declared-utf-8-but-windows-1252", "The declaration says UTF-8, the bytes are windows-1252.", plain.encode("cp1252"))
case("declared-windows-1252", "Honestly declared windows-1252.", plain.replace('encoding="UTF-8"', 'encoding="windows-1252"').encode("cp1252"))
case("declared-iso-8859-15", "Honestly declared ISO-8859-15.",
     plain.replace("–", "-").replace('encoding="UTF-8"', 'encoding="ISO-8859-15"').replace("212 Bögen", "212 Bögen und 5 €").encode("iso-8859-15"))
case("utf-16", "UTF-16, little-endian, with a byte order mark.", b"\xff\xfe" + plain.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-le"))
case("utf-8-encoded-twice", "UTF-8 was taken for windows-1252 and encoded again.",
     plain.encode().decode("cp1252").encode())
case("invalid-bytes", "A few bytes are no UTF-8: a lone windows-1252 letter, a cut sequence, a surrogate.",
     export(five(content=content("Gr@1@n und Stra@2@e und @3@ Ende."))).encode().replace(b"@1@", b"\xfc").replace(b"@2@", b"\xc3").replace(b"@3@", b"\xed\xa0\x80"))
case("duplicate-ids", "Two posts have one id, as after concatenation.", export(five(post_id="<wp:post_id>2</wp:post_id>")), [1, 2, 2, 4, 5])
case("duplicate-slugs", "Two posts have one slug and one date.",
     export(five(link=f"<link>{SITE}/2021/02/buecherschrank/</link>", post_name="<wp:post_name><![CDATA[buecherschrank]]></wp:post_name>")))
case("empty-slug", "A published post has no slug.", export(five(link=f"<link>{SITE}/?p=3</link>", post_name="<wp:post_name><![CDATA[]]></wp:post_name>")))
case("cut-percent-slug", "A slug ends in the middle of a character.",
     export(five(link=f"<link>{SITE}/2021/03/%e5%8c%97%e5%8c/</link>", post_name="<wp:post_name><![CDATA[%e5%8c%97%e5%8c]]></wp:post_name>")))
case("path-in-slug", "A slug leads out of its folder.",
     export(five(link=f"<link>{SITE}/../../../etc/passwd</link>", post_name="<wp:post_name><![CDATA[../../../etc/passwd]]></wp:post_name>")))
case("long-slug", "A slug has 300 bytes.", export(five(link=f"<link>{SITE}/2021/03/{'lang' * 75}/</link>", post_name=f"<wp:post_name><![CDATA[{'lang' * 75}]]></wp:post_name>")))
case("no-type-no-status", "Another system's export: neither type nor status, creator, excerpt or parent.",
     export([item(n, *post, post_type="", status="", creator="", excerpt="", post_parent="") for n, post in enumerate(POSTS, 1)], generator="Site-Baukasten"))
case("undeclared-prefix", "A plugin's elements have a prefix that nobody declared.",
     export(five(category_after="<yoast:focus>Chor</yoast:focus>\n\t\t<wp:postmeta><wp:meta_key>a</wp:meta_key><wp:meta_value><cloud:x>1</cloud:x></wp:meta_value></wp:postmeta>")))
case("https-namespaces", "The namespaces begin with https.", export(five(), namespaces=NAMESPACES.replace("http://wordpress.org", "https://wordpress.org")))
case("no-namespaces", "No namespace is declared and no version given.", export(five(), namespaces="", version=""))
case("other-order", "Meta and comments stand before the id.",
     export(five(title=META.format("vorher", "ja") + "\n\t\t" + COMMENT.replace("?a=1&b=2&c", "?a=1") + "\n\t\t<title>Chor sucht Stimmen</title>")))
case("undefined-entity", "An HTML entity stands outside CDATA.", export(five(title="<title>Chor&nbsp;sucht &bdquo;Stimmen&ldquo;</title>")))
case("two-exports-in-one-file", "Two exports were put one behind the other.",
     export(five()[:3]) + export(five()[3:]))
case("item-tags-in-text", "The text itself speaks of items.", export(five(content=content("So sieht es aus: <item><title>Kein Beitrag</title></item> und </channel></rss>."))))
case("item-in-comment", "An item was commented out.", export(five()[:2] + ["\t<!-- <item><title>Weg</title></item> -->\n"] + five()[2:]))
case("entity-declarations", "A document type declares entities that grow and that read files.",
     export(five(title="<title>Chor &gross; &datei;</title>"), declaration='<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY gross "&a;&a;&a;&a;&a;"><!ENTITY datei SYSTEM "file:///etc/hostname">]>\n'))
case("unknown-elements", "Elements that no version of the format has.",
     export(five(category_after='<wp:neu><wp:tief art="x">Wert &amp; mehr</wp:tief></wp:neu>\n\t\t<georss:point xmlns:georss="http://www.georss.org/georss">52.5 13.2</georss:point>')))
case("nested-cdata-in-meta", "A serialized value holds markup, quotes and an end of CDATA.",
     export(five(category_after=META.format("bau", '<a href="x">]]]]><![CDATA[></a> "zitat" &amp; &lt;'))))
case("single-line", "The whole export stands on one line.", plain.replace("\n", "").replace("\t", ""))
case("empty-channel", "An export without a single post.", export([]), [])
case("empty-file", "Nothing at all.", "", [])
case("not-an-export", "A log-in page was saved in place of the export.", "<!DOCTYPE html>\n<html><head><title>Anmelden</title></head><body><form action=\"/wp-login.php\"></form></body></html>\n", [])


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.xml"):
        old.unlink()
    with (folder / "expected.jsonl").open("w") as expected:
        for name, defect, data, ids in CASES:
            (folder / f"{name}.xml").write_bytes(data)
            expected.write(json.dumps({"file": f"{name}.xml", "defect": defect, "items": ids}, ensure_ascii=False) + "\n")


main(Path(sys.argv[1]))
