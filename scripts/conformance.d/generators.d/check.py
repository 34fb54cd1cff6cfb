#!/usr/bin/env python3
"""Looks for every post of a converted export in the site a generator built: check.py PRESET CONVERTED SITE.

A post is found when a page with its title holds all of its longer words."""

import html
import json
import os
import re
import sys

preset, converted, site = sys.argv[1:4]
DRAFT = re.compile(r"^(draft: true|published: false|Status: draft)$", re.M)
TITLE = re.compile(r'^title: "(.*)"$|^Title: (.*)$', re.M)


def files(folder: str, ending: str) -> list[str]:
    found = []
    for path, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(path, name) for name in sorted(names) if name.endswith(ending)]
    return found


def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def folded(text: str) -> str:
    """Letters and digits only: generators put quotation marks and dashes in their own way."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def visible(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", page))


def split(text: str) -> tuple[str, str]:
    if text.startswith("---\n"):
        head, _, body = text[4:].partition("\n---\n")
        return head + "\n", body
    head, _, body = text.partition("\n\n")
    return head + "\n", body


def words(body: str) -> set[str]:
    """The longer words of the text, without code, markup and addresses."""
    body = re.sub(r"(?s)```.*?```|`[^`]*`|<[^>]*>", " ", body)
    for _ in range(2):  # an image may stand in a link
        body = re.sub(r"!?\[(?:[^\[\]\\]|\\.)*\]\((?:[^()]|\([^()]*\))*\)", " ", body)
    body = re.sub(r"https?://\S+|&\w+;", " ", body)
    body = re.sub(r"\\(?=[^\w\s])", "", body)
    return {word for word in re.findall(r"[^\W\d_]{7,}", body)}


pages = [(read(path), path) for path in files(site, ".html")]
shown = [(re.search(r"(?s)<title>(.*?)</title>", page), visible(page)) for page, _ in pages]
titles = [folded(html.unescape(match[1])) if match else "" for match, _ in shown]
texts = [set(re.findall(r"[^\W\d_]{7,}", text.replace("\u00ad", ""))) for _, text in shown]

posts = drafts = missing = 0
for path in files(converted, ".md"):
    head, body = split(read(path))
    if DRAFT.search(head) or "/_drafts/" in path:
        drafts += 1
        continue
    match = TITLE.search(head)
    if not match:
        continue
    posts += 1
    title = json.loads(f'"{match[1]}"') if match[1] is not None else match[2]
    # Generators show markup in a title, read it or leave it out.
    forms = {folded(title), folded(html.unescape(title)), folded(visible(title))}
    wanted = words(body.replace("\u00ad", ""))
    best = None
    for number, name in enumerate(titles):
        if any(form in name for form in forms):
            lost = wanted - texts[number]
            best = lost if best is None or len(lost) < len(best) else best
    if best is None or best:
        missing += 1
        what = "no page has its title" if best is None else "missing " + ", ".join(sorted(best)[:5])
        print(f"  {os.path.relpath(path, converted)}: {what}")
print(f"{preset}: {posts - missing} of {posts} posts found in {len(pages)} pages; {drafts} drafts left out")
sys.exit(1 if missing or not posts else 0)
