"""warctools validates each record's structure; argv: FILE. It knows versions up to 1.0, so 1.1 is made known to it."""

import sys

from hanzo import warcvalid
from hanzo.warctools.warc import WarcParser


class Versions(set):
    """Of this set only the members' text is asked for when a message is written."""

    def __iter__(self):
        return iter(["1.0", "1.1"])


WarcParser.KNOWN_VERSIONS = Versions((b"1.0", b"1.1"))
status = warcvalid.main(["warcvalid", sys.argv[1]])
print("valid" if not status else "invalid")
sys.exit(status)
