import Bytes
import Model

/// Reads a page that reached us as nothing but its text, as one gets by selecting a page and copying it.
public enum TextPage {
  /// Reads the entries of a listing, or the one post of a single page, out of UTF-8 text.
  public static func read(_ bytes: [UInt8], source: PageSource, words: [String] = []) -> PageReading {
    var reading = PageReading(source: source)
    let lines = lines(of: bytes)
    var reader = FlowReader(lines: lines, source: source)
    reader.words = reader.words.adding(words)
    let outcome = reader.read()
    reading.entries = outcome.entries
    let template = lines.first.flatMap { MetaLine.isTemplateName($0.text) ? $0.text : nil }
    if let template {
      reading.kindEvidence.append(Evidence(source: "template-name", value: template, offset: 0))
    }
    if outcome.entries.isEmpty {
      readSingle(lines, template: template, into: &reading)
    } else {
      reading.kind = .listing
      reading.kindEvidence.append(
        Evidence(source: "more-links", value: "\(outcome.entries.count) entries end in a more-link"))
      for entry in outcome.entries {
        reading.explain(
          "more-link", "“\(entry.item.title ?? "")”: an entry that ends in “\(entry.moreLink?.label ?? "")”",
          at: entry.item.provenance.range.offset)
      }
      leave(outcome.leftOver, in: &reading)
    }
    if let base = source.address ?? source.baseURL {
      reading.address = base
      reading.addressEvidence = [Evidence(source: "given", value: base)]
    } else {
      reading.findings.append(Finding(.unknownAddress, .note, "a page's text does not tell its address"))
    }
    return reading
  }

  /// The lines of the text that are not empty; bytes that are no UTF-8 become U+FFFD.
  static func lines(of bytes: [UInt8]) -> [FlowLine] {
    var lines: [FlowLine] = []
    var isParagraph = true
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let text = String(decoding: bytes[start..<end], as: UTF8.self).collapsed
      if text.isEmpty {
        // A line feed after a carriage return ends no further line.
        let isPair = start > 0 && end == start && bytes[start] == 0x0A && bytes[start - 1] == 0x0D
        if !isPair { isParagraph = true }
      } else {
        lines.append(
          FlowLine(text: text, range: ByteRange(from: start, to: end), beginsParagraph: isParagraph))
        isParagraph = false
      }
      start = end + 1
    }
    return lines
  }

  private static func leave(_ lines: [FlowLine], in reading: inout PageReading) {
    for line in lines {
      reading.explain("left", line.text, at: line.range.offset)
      if !MetaLine.isMeta(line.text), !MetaLine.isTemplateName(line.text) {
        reading.findings.append(
          Finding(
            .leftOver, .note, at: reading.source.offset + line.range.offset,
            "a line of the page belongs to no entry: “\(line.text.prefix(80))”"))
      }
    }
  }

  /// One post: perhaps a kicker, its title, perhaps a date, its text.
  private static func readSingle(_ lines: [FlowLine], template: String?, into reading: inout PageReading) {
    let own = template == nil ? lines[...] : lines.dropFirst()
    guard let first = own.first, let last = own.last else {
      reading.findings.append(Finding(.damagedPage, .loss, "the page has no text"))
      return
    }
    var headline = own.prefix(4).prefix { MetaLine.isHeadline($0.text) && !MetaLine.isMeta($0.text) }
    // Without a date under them, only the first line can be told to be the title.
    let hasDate = own.dropFirst(headline.count).first.map { MetaLine.date(of: $0.text) != nil } ?? false
    headline = headline.prefix(hasDate ? 2 : 1)
    var item = Item(
      provenance: Provenance(
        input: reading.source.input, inputIndex: reading.source.inputIndex,
        range: ByteRange(from: first.range.offset, to: last.range.end)))
    item.title = headline.last?.text
    item.kicker = headline.count > 1 ? headline.first?.text : nil
    var paragraphs: [String] = []
    for line in own.dropFirst(headline.count) {
      if paragraphs.isEmpty, let date = MetaLine.date(of: line.text) {
        item.date = date.sourceDate
      } else if line.beginsParagraph || paragraphs.isEmpty {
        paragraphs.append(line.text)
      } else {
        paragraphs[paragraphs.count - 1] += "\n" + line.text
      }
    }
    item.content = HTMLText.paragraphs(paragraphs)
    reading.kind = template == "page.php" ? .page : .single
    item.type = template == "page.php" ? "page" : "post"
    reading.kindEvidence.append(Evidence(source: "text", value: "no line ends in a more-link"))
    reading.entries = [PageEntry(item: item)]
  }
}
