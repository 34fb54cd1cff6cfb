import Bytes
import HTML
import Model

/// A saved page in any of the forms in which pages are saved, told from its bytes.
public enum SavedPage {
  /// Reads a page: HTML of any encoding, MHTML, or a page's text.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, as they stand.
  ///   - source: where they come from.
  ///   - contentType: the type it was served with, where a web archive kept that.
  ///   - reader: the reader, with its theme profile.
  /// - Returns: what the page says.
  public static func read(
    _ bytes: [UInt8], source: PageSource, contentType: String? = nil, reader: PageReader = PageReader()
  ) -> PageReading {
    if isMHTML(bytes) { return readMHTML(bytes, source: source, reader: reader) }
    let text = PageText(decoding: bytes, contentType: contentType)
    guard isHTML(text.bytes) else {
      var reading = TextPage.read(text.bytes, source: source, words: reader.profile.moreWords)
      reading.findings += text.findings
      return reading
    }
    var reading = reader.read(text.bytes, source: source)
    reading.findings = text.findings + reading.findings
    return reading
  }

  private static func readMHTML(_ bytes: [UInt8], source: PageSource, reader: PageReader) -> PageReading {
    let file = MHTML(bytes)
    guard let page = file.page else {
      var reading = PageReading(source: source)
      reading.findings.append(
        Finding(
          .damagedPage, .loss, "the file has no part that is a page; open it in a browser and save it anew"))
      return reading
    }
    var inner = source
    inner.address = source.address ?? file.address ?? page.address
    inner.captured = source.captured ?? file.time
    let text = PageText(decoding: page.body, contentType: page.contentType)
    var reading = reader.read(text.bytes, source: inner)
    // Offsets into decoded text mean nothing in the file: the part's own place does.
    for index in reading.entries.indices {
      reading.entries[index].item.provenance.range = page.range
      for finding in reading.entries[index].item.findings.indices {
        reading.entries[index].item.findings[finding].offset = page.range.offset
      }
    }
    reading.findings = (text.findings + reading.findings).map { finding in
      var finding = finding
      finding.offset = finding.offset == nil ? nil : page.range.offset
      return finding
    }
    return reading
  }

  private static func isMHTML(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return head.span.firstIndex(of: "mime-version:") != nil
      && head.span.firstIndex(of: "multipart/related") != nil
      && head.first != UInt8(ascii: "<")
  }

  /// Whether the text has markup: a page's text may well hold a cut-off tag or two.
  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(65_536).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let marks: [StaticString] = [
      "<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<table", "<article", "<a href", "<title",
    ]
    return marks.contains { head.span.firstIndex(of: $0) != nil }
  }
}
