internal import Bytes
internal import Model
internal import Pages
internal import WARC

/// Finds the pages of a web archive, one after another: answers with status 200 and resources that are HTML.
///
/// What else the archive holds is counted, and said when its end is reached.
final class ArchivedPages {
  /// A page as the archive keeps it.
  struct Page: Sendable {
    var address: String
    var captured: UTCTime?
    var contentType: String
    var body: [UInt8]
  }

  /// What must be said of the archive so far.
  private(set) var findings: [Finding] = []
  private var archive: WARCReader<FileSource>
  private var others: [String: Int] = [:]
  private var pageCount = 0
  /// A page of more bytes is no page.
  private static let longestPage = 64 << 20

  /// Opens the archive that a document is.
  init(_ document: SourceDocument) throws(FileError) {
    archive = WARCReader(try FileSource(document.path), name: document.name, checks: [])
  }

  /// The next page, or nil at the end.
  func next() throws -> Page? {
    while let head = try archive.next() {
      noteFaults()
      if let page = try page(head) {
        pageCount += 1
        return page
      }
    }
    noteFaults()
    noteOthers()
    return nil
  }

  private func page(_ head: RecordHead) throws -> Page? {
    guard head.type == .response || head.type == .resource else {
      count(head[.type] ?? "without a type")
      return nil
    }
    guard let address = head.targetURI, (head.contentLength ?? 0) <= Self.longestPage else {
      count("of more than \(Self.longestPage >> 20) MB or without an address")
      return nil
    }
    let content: CapturedContent
    do {
      content = try CapturedContent(head, block: try archive.block(upTo: Self.longestPage))
    } catch let error as CapturedContentError {
      // A lookup of a name is a response record too.
      guard error != .hasNoContent else {
        count("of other protocols")
        return nil
      }
      findings.append(
        Finding(
          .unreadableCapture, .loss, at: head.offset,
          "what the web archive has of \(address) cannot be read: \(error)"))
      return nil
    }
    if let status = content.status, status != 200 {
      count("status \(status)")
      return nil
    }
    let type = content.contentType ?? ""
    guard Self.isPage(type) else {
      count(type.isEmpty ? "without a media type" : String(type.prefix { $0 != ";" }).lowercased())
      return nil
    }
    return Page(
      address: address, captured: head[.date].flatMap { UTCTime($0) }, contentType: type, body: content.body)
  }

  private static func isPage(_ type: String) -> Bool {
    let essence = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    return essence == "text/html" || essence == "application/xhtml+xml"
  }

  private func count(_ what: String) { others[what, default: 0] += 1 }

  private func noteFaults() {
    for fault in archive.takeFaults() where fault.severity == .error {
      findings.append(Finding(.damagedArchive, .loss, at: fault.offset, fault.description))
    }
  }

  private func noteOthers() {
    guard !others.isEmpty else { return }
    let kinds = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = kinds.prefix(12).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    let count = others.values.reduce(0, +)
    findings.append(
      Finding(
        .otherRecords, .note,
        "besides \(pageCount) pages the web archive holds \(count) records that are none, kept as they are: \(named)"
          + (kinds.count > 12 ? " and others" : "")))
    others = [:]
  }
}

extension Finding.Code {
  /// Records of a web archive that are no pages: pictures, styles, redirects, revisits.
  static let otherRecords = Self("other-records")
  /// A page that a web archive has, but in a form that cannot be read.
  static let unreadableCapture = Self("unreadable-capture")
  /// A web archive that is damaged or cut off.
  static let damagedArchive = Self("damaged-archive")
}
