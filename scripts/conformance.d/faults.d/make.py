"""Makes faulty WARC and WACZ files of sound ones: make.py SAMPLE-FOLDER FOLDER. Each breaks one rule."""

import gzip
import hashlib
import json
import pathlib
import re
import struct
import sys
import warnings
import zipfile
import zlib

sample, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
expected = {}
# A name that a zip file has twice is one of the faults.
warnings.simplefilter("ignore")


def put(name, content, kind, file="", severity="fault"):
    (out / name).write_bytes(content)
    expected[name] = {"kind": kind, "file": file, "severity": severity}


# --- WARC: the records of a sound file, each its own gzip member


def members(data):
    records = []
    while data:
        inflater = zlib.decompressobj(31)
        records.append(inflater.decompress(data))
        data = inflater.unused_data
    return records


archive = next(sample.glob("*-00000.warc.gz"))
records = members(archive.read_bytes())
page = next(index for index, record in enumerate(records) if b"Content-Type: text/html" in record)


def packed(records):
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def edited(pattern, replacement, index=page):
    changed = re.sub(pattern, replacement, records[index], count=1)
    assert changed != records[index], pattern
    return packed(records[:index] + [changed] + records[index + 1 :])


def length_plus(difference):
    return lambda match: b"Content-Length: %d\r\n" % (int(match[1]) + difference)


LENGTH = rb"Content-Length: (\d+)\r\n"
put("block-changed.warc.gz", edited(rb"<title>.", b"<title>!"), "block-digest")
put("length-too-long.warc.gz", edited(LENGTH, length_plus(2)), "block-digest")
put("length-too-short.warc.gz", edited(LENGTH, length_plus(-2)), "record-end")
bare = re.sub(rb"WARC-(Block|Payload)-Digest: [^\r]*\r\n", b"", records[page])
bare = re.sub(LENGTH, length_plus(-2), bare, count=1)
put("length-too-short-no-digest.warc.gz", packed(records[:page] + [bare] + records[page + 1 :]), "record-end")
for field, kind in [
    ("WARC-Date", "missing-field"),
    ("WARC-Record-ID", "missing-field"),
    ("WARC-Type", "missing-field"),
    ("WARC-Target-URI", "missing-field"),
    ("Content-Length", "missing-field"),
    ("Content-Type", "missing-field"),
]:
    put(f"no-{field.lower()}.warc.gz", edited(field.encode() + rb": [^\r]*\r\n", b""), kind)
put("space-in-uri.warc.gz", edited(rb"(WARC-Target-URI: [^\r]*)\r", rb"\1 a\r"), "field-value")
put("date-without-zone.warc.gz", edited(rb"(WARC-Date: [^\r]*)Z\r", rb"\1\r"), "field-value")
put("identifier-without-brackets.warc.gz", edited(rb"WARC-Record-ID: <([^>]*)>", rb"WARC-Record-ID: \1"), "field-value")
other = re.search(rb"WARC-Record-ID: ([^\r]*)\r", records[1])[1]
put("identifier-twice.warc.gz", edited(rb"WARC-Record-ID: [^\r]*", b"WARC-Record-ID: " + other), "duplicate-id")
put("field-twice.warc.gz", edited(rb"(WARC-Date: [^\r]*\r\n)", rb"\1\1"), "repeated-field")
refers = b"WARC-Type: resource\r\nWARC-Refers-To: " + other + b"\r\n"
put("resource-that-refers.warc.gz", edited(rb"WARC-Type: resource\r\n", refers), "forbidden-field")
put("folded-line.warc.gz", edited(rb"(WARC-Target-URI: [^\r]*)\r\n", rb"\1\r\n more\r\n"), "field-value")
put("wrong-version.warc.gz", edited(rb"^WARC/1.1", b"WARC/1.2"), "version")
put("no-empty-line.warc.gz", edited(rb"\r\n\r\n$", b"\r\n"), "record-end")
put("one-member.warc.gz", gzip.compress(b"".join(records), mtime=0), "many-records-in-member")
put("line-feeds-alone.warc", b"".join(records).replace(b"\r\n", b"\n"), "line-end")
sound = archive.read_bytes()
put("cut-off.warc.gz", sound[:-150], "gzip-cut")
put("cut-off.warc", b"".join(records)[:-150], "header-cut")
flipped = bytearray(packed(records))
flipped[len(packed(records[:page])) + 60] ^= 0x10
put("flipped-bit.warc.gz", bytes(flipped), "gzip-damaged")
put("junk-between.warc.gz", packed(records[:page]) + b"junk" + packed(records[page:]), "gzip-damaged")
put("empty.warc.gz", gzip.compress(b"WARC/", mtime=0), "header-cut")

# --- WACZ: the members of a sound file


def contents(path):
    with zipfile.ZipFile(path) as file:
        return {entry: file.read(entry) for entry in file.namelist()}


entries = contents(sample / "musterkiez.wacz")
warc = next(name for name in entries if name.startswith("archive/"))
PACKAGE, DIGEST, INDEX, PAGES = "datapackage.json", "datapackage-digest.json", "indexes/index.cdx", "pages/pages.jsonl"


def sealed(entries):
    """The entries with lengths and digests made to fit, so that only the fault meant is there."""
    entries = dict(entries)
    package = json.loads(entries[PACKAGE])
    own = (PACKAGE, DIGEST)
    package["resources"] = [
        {"name": name, "path": name, "hash": "sha256:" + hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in entries.items()
        if name not in own
    ]
    entries[PACKAGE] = json.dumps(package, ensure_ascii=False).encode()
    return digested(entries)


def digested(entries):
    digest = {"path": PACKAGE, "hash": "sha256:" + hashlib.sha256(entries[PACKAGE]).hexdigest()}
    return {**entries, DIGEST: json.dumps(digest).encode()}


def zipped(entries, deflated=(), extra=()):
    path = out / "zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, data in list(entries.items()) + list(extra):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED if name in deflated else zipfile.ZIP_STORED
            file.writestr(info, data)
    data = path.read_bytes()
    path.unlink()
    return data


def without(*names):
    return {name: data for name, data in entries.items() if name not in names}


def renamed(old, new):
    return {new if name == old else name: data for name, data in entries.items()}


def package(change):
    parsed = json.loads(entries[PACKAGE])
    change(parsed)
    return digested({**entries, PACKAGE: json.dumps(parsed).encode()})


def lines(name, change):
    return sealed({**entries, name: b"".join(change(entries[name].splitlines(keepends=True)))})


def index_member(member, value):
    """The index with a member of its second line set, or taken away where the value is None."""

    def change(all_lines):
        key, time, data = all_lines[1].split(b" ", 2)
        parsed = json.loads(data)
        if value is None:
            del parsed[member]
        else:
            parsed[member] = value
        return [all_lines[0], b" ".join([key, time, json.dumps(parsed).encode()]) + b"\n"] + all_lines[2:]

    return lines(INDEX, change)


good = zipped(sealed(entries))
put("cut-off.wacz", good[:-200], "zip-damaged")
put("no-zip-file.wacz", b"PK\3\4" + b"no" * 50, "zip-damaged")
flipped = bytearray(good)
flipped[good.index(entries[PAGES]) + 150] ^= 1
put("flipped-bit.wacz", bytes(flipped), "entry-differs", PAGES)
locked = bytearray(zipped(sealed(entries), deflated=[PAGES]))
for signature, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
    at = locked.rindex(signature, 0, locked.rindex(PAGES.encode()) if signature == b"PK\1\2" else locked.index(PAGES.encode()))
    struct.pack_into("<H", locked, at + place, struct.unpack_from("<H", locked, at + place)[0] | 1)
put("encrypted-entry.wacz", bytes(locked), "zip-entry", PAGES)
put("repeated-entry.wacz", zipped(sealed(entries), extra=[(PAGES, entries[PAGES])]), "zip-entry", PAGES)
for number, name in enumerate(["/absolute.txt", "../above.txt", "archive/../../above.txt", "back\\slash.txt"]):
    # The library that reads the zip file turns the last kind of slash round, and so the entry is missed.
    kind, file = ("missing-entry", "") if "\\" in name else ("zip-entry", name)
    put(f"unsafe-path-{number}.wacz", zipped(sealed({**entries, name: b"x"})), kind, file)
put("deflated-warc.wacz", zipped(sealed(entries), deflated=[warc]), "zip-entry", warc)
blocks = gzip.compress(entries[INDEX], mtime=0)
block = {"offset": 0, "length": len(blocks), "digest": "sha256:" + hashlib.sha256(blocks).hexdigest()}
start = b" ".join(entries[INDEX].split(b" ")[:2])
meta = b'!meta 0 {"format":"cdxj-gzip-1.0","filename":"index.cdx.gz"}\n'


def blocked(data=blocks, **changes):
    idx = meta + start + b" " + json.dumps({**block, **changes}).encode() + b"\n"
    return sealed({**without(INDEX), "indexes/index.cdx.gz": data, "indexes/index.idx": idx})


put("deflated-index.wacz", zipped(blocked(), deflated=["indexes/index.cdx.gz"]), "zip-entry", "index.cdx.gz")
put("block-elsewhere.wacz", zipped(blocked(offset=1)), "index-block", "index.idx")
put("block-of-other-length.wacz", zipped(blocked(length=len(blocks) - 1)), "index-block", "index.idx")
put("block-digest.wacz", zipped(blocked(digest="sha256:" + "0" * 64)), "index-block", "index.idx")
put("index-no-gzip.wacz", zipped(blocked(b"\x1f\x8b" + b"x" * 60)), "index-block", "index.cdx.gz")

put("no-datapackage.wacz", zipped(without(PACKAGE)), "missing-entry")
put("no-datapackage-digest.wacz", zipped(without(DIGEST)), "missing-entry", severity="warning")
put("datapackage-no-json.wacz", zipped(digested({**entries, PACKAGE: b"{"})), "data-package", PACKAGE)
put("other-profile.wacz", zipped(package(lambda p: p.update(profile="tabular"))), "data-package", PACKAGE)
put("no-wacz-version.wacz", zipped(package(lambda p: p.pop("wacz_version"))), "data-package", PACKAGE)
put("created-yesterday.wacz", zipped(package(lambda p: p.update(created="gestern"))), "data-package", PACKAGE)
put("modified-without-zone.wacz", zipped(package(lambda p: p.update(modified="2026-11-18T11:06:40"))), "data-package", PACKAGE)
put("no-title.wacz", zipped(package(lambda p: p.pop("title"))), "data-package", PACKAGE, "warning")
for member in ("name", "path", "hash", "bytes"):
    put(f"resource-without-{member}.wacz", zipped(package(lambda p: p["resources"][1].pop(member))), "data-package", PACKAGE)
put("listed-but-absent.wacz", zipped(digested(without(INDEX))), "missing-entry")
put("hash-differs.wacz", zipped(package(lambda p: p["resources"][1].update(hash="sha256:" + "0" * 64))), "entry-differs", INDEX)
put("hash-of-no-algorithm.wacz", zipped(package(lambda p: p["resources"][1].update(hash="crc:12"))), "data-package", PACKAGE)
put("bytes-differ.wacz", zipped(package(lambda p: p["resources"][1].update(bytes=7))), "entry-differs", INDEX)
put("not-listed.wacz", zipped({**entries, "extra.txt": b"x"}), "foreign-entry", "extra.txt")
put("digest-of-other-path.wacz", zipped({**entries, DIGEST: entries[DIGEST].replace(PACKAGE.encode(), b"other.json")}), "data-package", DIGEST)
put("digest-differs.wacz", zipped({**entries, DIGEST: re.sub(rb"sha256:.", b"sha256:x", entries[DIGEST])}), "data-package", DIGEST)
put("digest-no-json.wacz", zipped({**entries, DIGEST: b"[]"}), "data-package", DIGEST)
put("main-page-unknown.wacz", zipped(package(lambda p: p.update(mainPageUrl="https://example.org/"))), "page", PACKAGE)

put("no-warc.wacz", zipped(sealed(without(warc))), "missing-entry")
for name in ("archive/readme.txt", "pages/list.txt", "indexes/notes.md"):
    put(f"foreign-in-{name.split('/')[0]}.wacz", zipped(sealed({**entries, name: b"x"})), "foreign-entry", name)
damaged = {**entries, warc: packed(records[:page] + [records[page].replace(b"<title>", b"<TITLE>")] + records[page + 1 :])}
put("record-changed.wacz", zipped(sealed(damaged)), "block-digest", warc)

put("no-index.wacz", zipped(sealed(without(INDEX))), "missing-entry")
put("empty-index.wacz", zipped(lines(INDEX, lambda l: [])), "index-missing")
put("index-not-sorted.wacz", zipped(lines(INDEX, lambda l: l[::-1])), "index-order", INDEX)
put("index-line-lost.wacz", zipped(lines(INDEX, lambda l: l[:1] + l[2:])), "index-missing", warc)
put("index-line-twice.wacz", zipped(lines(INDEX, lambda l: l[:2] + l[1:])), "index-record", INDEX)
put("index-line-no-json.wacz", zipped(lines(INDEX, lambda l: l[:1] + [l[1][:-9] + b"\n"] + l[2:])), "index-line", INDEX)
for member in ("url", "mime", "digest", "filename", "offset", "length"):
    put(f"index-without-{member}.wacz", zipped(index_member(member, None)), "index-line", INDEX)
put("index-of-other-file.wacz", zipped(index_member("filename", "other.warc.gz")), "index-record", INDEX)
put("index-offset-within.wacz", zipped(index_member("offset", "1")), "index-record", INDEX)
put("index-offset-of-warcinfo.wacz", zipped(index_member("offset", "0")), "index-record", INDEX)
place = json.loads(entries[INDEX].splitlines()[0].split(b" ", 2)[2])["offset"]
put("index-offset-of-other.wacz", zipped(index_member("offset", place)), "index-differs", INDEX)
put("index-length.wacz", zipped(index_member("length", "9")), "index-differs", INDEX)
put("index-url.wacz", zipped(index_member("url", "https://example.org/")), "index-differs", INDEX)
put("index-digest.wacz", zipped(index_member("digest", "sha256:" + "0" * 64)), "index-differs", INDEX)
put("index-mime.wacz", zipped(index_member("mime", "image/png")), "index-differs", INDEX)
put("index-status.wacz", zipped(index_member("status", "404")), "index-differs", INDEX)
put("index-key.wacz", zipped(lines(INDEX, lambda l: [l[0].replace(b")/ ", b")/! ")] + l[1:])), "index-key", INDEX)
put("index-time.wacz", zipped(lines(INDEX, lambda l: [re.sub(rb" \d{14} ", b" 19990101000000 ", l[0])] + l[1:])), "index-differs", INDEX)

put("no-pages.wacz", zipped(sealed(without(PAGES))), "missing-entry")
put("page-no-json.wacz", zipped(lines(PAGES, lambda l: [l[0], b"page\n"] + l[2:])), "page", PAGES)
for member in (b"url", b"ts"):
    change = lambda l: [l[0], l[1].replace(b'"%s":' % member, b'"x":')] + l[2:]
    put(f"page-without-{member.decode()}.wacz", zipped(lines(PAGES, change)), "page", PAGES)
put("page-not-captured.wacz", zipped(lines(PAGES, lambda l: l[:2] + [l[2].replace(b"qm-", b"QM-")] + l[3:])), "page", PAGES)
put("page-at-other-time.wacz", zipped(lines(PAGES, lambda l: l[:2] + [l[2].replace(b'"ts":"2026', b'"ts":"2025')] + l[3:])), "page", PAGES)
put("page-of-no-time.wacz", zipped(lines(PAGES, lambda l: l[:2] + [l[2].replace(b'"ts":"2026', b'"ts":"26')] + l[3:])), "page", PAGES)
put("pages-without-format.wacz", zipped(lines(PAGES, lambda l: l[1:])), "page", PAGES, "warning")

(out / "expected.json").write_text(json.dumps(expected, indent=1))
