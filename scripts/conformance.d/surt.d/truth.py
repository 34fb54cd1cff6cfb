"""Writes generated addresses and their keys by PyPI's surt as JSON: [[address, key], ...]; argv: CASES SEED.

The addresses mix what blogs have with what breaks parsers. Key null: surt refuses the address.
"""

import json
import random
import sys

import surt

cases, random_seed = int(sys.argv[1]), int(sys.argv[2])
pick = random.Random(random_seed)

SCHEMES = ["http://", "https://", "HTTP://", "ftp://", "", "http:", "http:////", "http://https://", "urn:", "dns:",
           "mailto:", "screenshot:", "metadata://"]
HOSTS = ["qm.example", "www.qm.example", "www2.QM.example", "wwwqm.example", "www.www.example", "müller.example",
         "BÜCHER.example", "straße.example", "xn--mller-kva.example", "m%C3%BCller.example", "qm..example",
         ".qm.example.", "127.0.0.1", "10.1", "0300.0250.0.1", "3232235521", "1.2.3.4.example", "user:pass@qm.example",
         "[2001:db8::1]", "a_b.example", "qm.example%2e", "日本.example", "-"]
PORTS = ["", "", "", "", ":80", ":443", ":8080", ":", ":0", ":21"]
SEGMENTS = ["", "2009", "05", "Fest", "straßenfest", "stra%C3%9Fenfest", "a b", "a%20b", "a%2520b", "100%", "%zz", ".",
            "..", "%2e%2e", "%2F", "index.php", "Seite.aspx", "a(b)", "(s(abcdefghijklmnopqrstuvwx))",
            "(abcdefghijklmnopqrstuvwx)", "~mueller", "+", "a;b=c", "x,y", "'q'", "[1]", "|", "\\", "%23", "^", "{}"]
QUERIES = ["p=12", "b=2", "a=1", "a", "a=", "A=1", "page_id=3", "q=straße", "q=stra%C3%9Fe", "q=a+b", "x=%26", "sid=9",
           "PHPSESSID=0123456789abcdef0123456789ABCDEF", "jsessionid=0123456789abcdef0123456789ABCDEF",
           "sid=0123456789abcdef0123456789ABCDEF", "ASPSESSIONIDabcdefgh=abcdefghijklmnopqrstuvwx",
           "cfid=12&cftoken=34", "CFID=&cftoken=34", "", "=", "a=b=c", "replytocom=7"]


def address():
    url = pick.choice(SCHEMES) + pick.choice(HOSTS) + pick.choice(PORTS)
    for _ in range(pick.randrange(5)):
        url += "/" + pick.choice(SEGMENTS)
    if pick.random() < 0.5:
        url += "/"
    if pick.random() < 0.5:
        url += "?" + "&".join(pick.choice(QUERIES) for _ in range(pick.randrange(4)))
    if pick.random() < 0.2:
        url += "#" + pick.choice(["", "more-12", "a#b"])
    if pick.random() < 0.03:
        url = " " + url + "\n"
    return url


def key(url):
    try:
        return surt.surt(url)
    except Exception:
        return None


truth = {url: key(url) for url in (address() for _ in range(cases))}
json.dump(list(truth.items()), sys.stdout, ensure_ascii=False)
