"""Puts a WARC file into a pywb collection, asks for pages and looks at them in a browser.

argv: BIN WORK SCREENSHOTS FILE (URL TEXT)...; BIN is where pywb's commands are, TEXT what must be on the page.
"""

import html
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

bin_folder, work, screenshots, archive, *rest = sys.argv[1:]
pages = list(zip(rest[::2], rest[1::2]))
commands = {name: os.path.abspath(os.path.join(bin_folder, name)) for name in ("wb-manager", "wayback")}
archive = os.path.abspath(archive)
screenshots = os.path.abspath(screenshots)
os.makedirs(screenshots, exist_ok=True)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def fetch(url):
    """The status and the text of an answer, redirects followed."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", "replace")


def wait_for(server, address):
    for _ in range(240):
        if server.poll() is not None:
            sys.exit("pywb ended before it served anything")
        try:
            return urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.25)
    sys.exit("pywb does not answer")


def look_at(url, picture, number):
    """The page as a browser shows it: its elements after scripts ran, and screenshots, wide, on a phone and dark."""
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               f"--user-data-dir={work}/browser-{number}", "--window-size=1000,700", "--virtual-time-budget=8000"]
    quiet = {"stderr": subprocess.DEVNULL, "timeout": 120}
    subprocess.run([*browser, f"--screenshot={picture}", url], stdout=subprocess.DEVNULL, check=True, **quiet)
    for name, options in (("phone", ["--window-size=500,900"]),
                          ("dark", ["--blink-settings=preferredColorScheme=0"])):
        subprocess.run([*browser, *options, f"--screenshot={picture.replace('.png', f'-{name}.png')}", url],
                       stdout=subprocess.DEVNULL, check=True, **quiet)
    return subprocess.run([*browser, "--dump-dom", url], stdout=subprocess.PIPE, text=True, check=True, **quiet).stdout


def problems(base, url, text, number):
    page_address = f"{base}/{url}"
    status, page = fetch(page_address)
    if status != 200:
        yield f"answered with {status}"
    if text not in page:
        yield "the text is not on the page"
    for source in re.findall(r'<img[^>]* src="([^"]+)"', page):
        if "qm-musterkiez" in source and fetch(urllib.parse.urljoin(page_address, html.unescape(source)))[0] != 200:
            yield f"the picture {source} is not there"
    picture = os.path.join(screenshots, f"{number}.png")
    shown = look_at(page_address, picture, number)
    if text not in shown:
        yield "the text is not what the browser shows"
    if not os.path.exists(picture) or os.path.getsize(picture) < 1000:
        yield "there is no screenshot"


# The page itself instead of one that frames it, so that the browser shows its elements.
with open(os.path.join(work, "config.yaml"), "w") as config:
    config.write("framed_replay: false\n")
for arguments in (["init", "archive"], ["add", "archive", archive]):
    subprocess.run([commands["wb-manager"], *arguments], cwd=work, check=True, capture_output=True)
port = free_port()
server = subprocess.Popen([commands["wayback"], "-b", "127.0.0.1", "-p", str(port)], cwd=work,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
failures = 0
try:
    base = f"http://127.0.0.1:{port}/archive"
    wait_for(server, base + "/")
    for number, (url, text) in enumerate(pages, 1):
        found = list(problems(base, url, text, number))
        failures += bool(found)
        print("FAILED " if found else "ok     ", url, *found, sep="  ")
finally:
    server.terminate()
    server.wait()
sys.exit(1 if failures or not pages else 0)
