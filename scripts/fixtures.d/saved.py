"""Makes Fixtures/pages/saved/: rendered pages as browsers and copying tools leave them on disk, with truth.jsonl."""

import email.utils
import json
import quopri
import re
import shutil
import sys
from datetime import datetime, timezone
from pathlib import Path
from posixpath import relpath

HOST = "qm-musterkiez.example"
SITE = f"https://{HOST}"
MOMENT = datetime(2022, 12, 5, 9, 0, tzinfo=timezone.utc)
MIRRORED = ["home", "home-2", "category", "search", "post-classic", "post-paged", "post-paged-2", "page"]


class Saver:
    """Writes saved pages and remembers where each came from."""

    def __init__(self, pages: Path) -> None:
        self.rendered, self.folder = pages / "rendered", pages / "saved"
        self.address = {}
        for line in (pages / "truth.jsonl").read_text().splitlines():
            truth = json.loads(line)
            self.address[truth["file"]] = truth["url"]
        shutil.rmtree(self.folder, ignore_errors=True)
        self.truth = []

    def page(self, name: str) -> tuple[str, str]:
        return (self.rendered / f"{name}.html").read_bytes().decode(), self.address[f"{name}.html"]

    def write(self, path: str, data: str | bytes, tool: str = "", page: str = "") -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
        if page:
            self.truth.append({"file": path, "tool": tool, "page": f"{page}.html", "url": self.address[f"{page}.html"]})


def after_doctype(html: str, text: str) -> str:
    return re.sub(r"(?i)(<!doctype[^>]*>)\s*", lambda match: match[1] + "\n" + text + "\n", html, count=1)


def mirror_path(url: str) -> str:
    """Where wget -E puts an address: folders get an index.html, queries stay in the name (`@` is what it writes for the
    question mark where Windows shall read the files)."""
    path, _, query = url.removeprefix(SITE).lstrip("/").partition("?")
    path += "index.html" if path == "" or path.endswith("/") else ""
    return f"{path}@{query}.html" if query else path


def relative_links(html: str, here: str, known: dict[str, str]) -> str:
    def change(match: re.Match) -> str:
        target, _, fragment = match[2].partition("#")
        if target not in known:
            return match[0]
        path = relpath(known[target], start=str(Path(here).parent))
        return f"{match[1]}{path}{'#' + fragment if fragment else ''}"
    return re.sub(rf"""((?:href|src)=["']?)({re.escape(SITE)}[^"'\s>]*)""", change, html)


def mirrors(saver: Saver) -> None:
    """wget -m, wget -m -k -E -K, and HTTrack."""
    known = {saver.address[f"quartier/{name}.html"]: mirror_path(saver.address[f"quartier/{name}.html"]) for name in MIRRORED}
    for name in MIRRORED:
        html, url = saver.page(f"quartier/{name}")
        path = known[url]
        saver.write(f"wget/{HOST}/{path.removesuffix('.html') if '@' in path else path}", html, "wget -m", f"quartier/{name}")
        changed = relative_links(html, path, known)
        saver.write(f"wget-converted/{HOST}/{path}", changed, "wget -m -k -E -K", f"quartier/{name}")
        if changed != html and name in ("home", "category"):
            saver.write(f"wget-converted/{HOST}/{path}.orig", html, "wget -m -k -E -K, the original", f"quartier/{name}")
        when = MOMENT.strftime("%a, %d %b %Y %H:%M:%S GMT")
        place = f"{HOST}/{path}".replace("index.html@s=garten.html", "indexc0de.html")
        mark = f"<!-- Mirrored from {url.removeprefix('https://')} by HTTrack Website Copier/3.x [XR&CO'2014], {when} -->\n"
        added = '<!-- Added by HTTrack --><meta http-equiv="content-type" content="text/html;charset=UTF-8" /><!-- /Added by HTTrack -->\n'
        saver.write(f"httrack/{place}", after_doctype(changed, "\n" + mark + added), "HTTrack", f"quartier/{name}")
    picture = "wp-content/uploads/2022/03/kiezpanorama-60x60.jpg"
    bytes_ = (saver.folder.parent.parent / "uploads" / picture.removeprefix("wp-content/uploads/")).read_bytes()
    saver.write(f"wget-converted/{HOST}/{picture}", bytes_)


def single_files(saver: Saver) -> None:
    """What browsers and their extensions leave."""
    html, url = saver.page("laterne/category")
    mark = f"<!-- saved from url=({len(url):04}){url} -->"
    local = re.sub(rf"{re.escape(SITE)}/wp-[^\"' ]*/([^/\"' ?]+)(\?[^\"' ]*)?", r"./Aktuelles_files/\1", html)
    saver.write("browser/Aktuelles.html", after_doctype(local, mark), "browser, complete page", "laterne/category")
    saver.write("browser/Aktuelles_files/style.css", "/* Stile */\n")

    html, url = saver.page("fackel/home")
    note = f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: Mon Dec 05 2022 10:00:00 GMT+0100 (Mitteleuropäische Normalzeit)\n-->"
    html = re.sub(r'src="[^"]*\.jpg"', 'src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="', html)
    saver.write("singlefile/home.html", re.sub(r"(<html[^>]*>)", lambda match: match[1] + note, html, count=1), "SingleFile", "fackel/home")

    html, url = saver.page("kiezblatt/post-classic")
    boundary = "----MultipartBoundary--musterkiez----"
    body = quopri.encodestring(html.encode()).decode().replace("\n", "\r\n")
    saver.write("mhtml/post.mhtml", (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: Der Nachbarschaftsgarten\r\n"
        f"Date: {email.utils.format_datetime(MOMENT)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n\r\n--{boundary}\r\nContent-Type: text/html\r\n'
        f"Content-ID: <frame-0@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {url}\r\n\r\n"
        f"{body}\r\n--{boundary}\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {SITE}/style.css\r\n\r\nbody {{ color: =23000 }}\r\n--{boundary}--\r\n"), "browser, MHTML", "kiezblatt/post-classic")


def encodings(saver: Saver) -> None:
    html, _ = saver.page("tafel/category")
    latin = html.encode("cp1252", errors="xmlcharrefreplace")
    saver.write("encodings/declared.html", latin.replace(b"charset=UTF-8", b"charset=iso-8859-1"), "windows-1252, declared as ISO-8859-1", "tafel/category")
    saver.write("encodings/undeclared.html", re.sub(rb"(?i)<META HTTP-EQUIV[^>]*>\n", b"", latin), "windows-1252, undeclared", "tafel/category")
    saver.write("encodings/wrong.html", latin, "windows-1252, declared as UTF-8", "tafel/category")
    saver.write("encodings/marked.html", b"\xef\xbb\xbf" + html.replace("charset=UTF-8", "charset=iso-8859-1").encode(), "UTF-8 with a byte order mark, declared as ISO-8859-1", "tafel/category")


def main(pages: Path) -> None:
    saver = Saver(pages)
    mirrors(saver)
    single_files(saver)
    encodings(saver)
    lines = [json.dumps(entry, ensure_ascii=False) + "\n" for entry in saver.truth]
    (saver.folder / "truth.jsonl").write_text("".join(lines))


main(Path(sys.argv[1]))
