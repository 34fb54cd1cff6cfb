import Bytes
public import Model
import XML

/// Reads the header of an export: the site, its authors and terms, and how the items below are to be read.
public enum HeaderReader {
  /// Reads the header whose bytes, from the XML declaration to the first item, stand at `provenance` in the input.
  ///
  /// Each author and term gets a provenance of its own. Nothing is thrown: what cannot be read is said in the
  /// site's findings.
  public static func read(_ bytes: [UInt8], provenance: Provenance) -> (site: Site, dialect: Dialect) {
    let declaration = XMLDeclaration(bytes)
    var dialect = Dialect(namespaces: [], declaredEncoding: declaration.encoding)
    var findings: [Finding] = []
    if let label = declaration.encoding {
      if let encoding = TextEncoding(label: label) {
        dialect.encoding = encoding.keepsASCII ? encoding : .utf8
        if dialect.encoding != .utf8 {
          findings.append(
            Finding(
              .transcoded, .note, at: provenance.range.offset,
              "declared as “\(label.prefix(40))” and read as such"))
        }
      } else {
        findings.append(
          Finding(
            .unknownEncoding, .repair, at: provenance.range.offset,
            "the declared encoding “\(label.prefix(40))” is not known, read as UTF-8"))
      }
    }
    var text = Repair.prepare(bytes, at: provenance.range.offset, dialect.encoding, isHeader: true)
    let parser = EventParser()
    parser.read(text.markup().span)
    if !text.isRepaired, !parser.events.faults.isEmpty || parser.events.sectionCount != text.sections.count {
      text = Repair.mend(text, isHeader: true)
      parser.read(text.markup().span)
    }
    text.findings = findings + text.findings
    if let fault = parser.events.faults.first {
      text.findings.append(
        Finding(
          .unreadableMarkup, .loss, at: text.map.offset(of: text.offset(ofMarkup: fault.offset)),
          "the XML parser stopped here: \(fault.message)"))
    }
    var vocabulary = Vocabulary()
    vocabulary.learn(from: parser)
    var builder = SiteBuilder(EventCursor(text, parser.events, vocabulary), provenance: provenance)
    var site = builder.build()
    site.createdComment = declaration.created
    dialect.namespaces = parser.events.namespaces
    dialect.wxrVersion = site.wxrVersion
    dialect.wordPressVersion = site.wordPressVersion
    return (site, dialect)
  }
}

/// What a header says before its first element.
private struct XMLDeclaration {
  /// The encoding that the XML declaration names.
  var encoding: String?
  /// When WordPress says it made the export, in a comment.
  var created: String?

  init(_ bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if start.hasPrefix("<?xml"), let declaration = start.firstRange(of: "?>") {
      encoding = Self.value(of: "encoding", in: start[..<declaration.lowerBound])
    }
    created = Self.value(of: "created", in: start[...])
  }

  private static func value(of name: String, in text: Substring) -> String? {
    guard let range = text.firstRange(of: name) else { return nil }
    let rest = text[range.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    let quoted = rest.dropFirst().drop { $0 == " " }
    guard let quote = quoted.first, quote == "\"" || quote == "'",
      let end = quoted.dropFirst().firstIndex(of: quote)
    else { return nil }
    return String(quoted[quoted.index(after: quoted.startIndex)..<end])
  }
}
