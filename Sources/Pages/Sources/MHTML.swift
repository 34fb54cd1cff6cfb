public import Bytes

/// A page saved as one file of mail parts (RFC 2557): the page, its frames, pictures and styles.
public struct MHTML: Sendable {
  /// One part.
  public struct Part: Sendable {
    /// Where it was on the web, from `Content-Location`.
    public var address: String?
    /// Its media type with parameters, such as `text/html; charset=utf-8`.
    public var contentType: String
    /// Its bytes, decoded.
    public var body: [UInt8]
    /// Where its body stands in the file, still encoded.
    public var range: ByteRange
  }

  /// The parts, in order.
  public private(set) var parts: [Part] = []
  /// When the page was saved.
  public private(set) var time: UTCTime?
  /// The page's address, from `Snapshot-Content-Location`.
  public private(set) var address: String?

  /// The page itself: the first part that is HTML.
  public var page: Part? { parts.first { $0.contentType.lowercased().hasPrefix("text/html") } }

  /// Reads a file; one that is cut off gives the parts it still has.
  public init(_ bytes: [UInt8]) {
    let header = MailHeader(bytes[...])
    time = header["date"].flatMap { MailDate.time(in: $0) }
    address = header["snapshot-content-location"]
    let type = header["content-type"] ?? ""
    guard let boundary = MailHeader.parameter("boundary", of: type) else {
      add(header, body: bytes[header.end...])
      return
    }
    var start: Int?
    for line in Self.delimiters("--" + boundary, in: bytes, from: header.end) {
      if let start {
        let part = MailHeader(bytes[start..<line.lowerBound])
        add(part, body: bytes[part.end..<line.lowerBound])
      }
      start = line.upperBound
    }
    if let start, start < bytes.count {
      let part = MailHeader(bytes[start...])
      if !part.isEmpty { add(part, body: bytes[part.end...]) }
    }
  }

  private mutating func add(_ header: MailHeader, body: ArraySlice<UInt8>) {
    let encoding = header["content-transfer-encoding"] ?? ""
    parts.append(
      Part(
        address: header["content-location"], contentType: header["content-type"] ?? "text/plain",
        body: TransferEncoding.decoded(body, named: encoding.trimmed),
        range: ByteRange(from: body.startIndex, to: body.endIndex)))
  }

  /// The lines that begin with `mark`, each from the line break before it to its end.
  private static func delimiters(_ mark: String, in bytes: [UInt8], from start: Int) -> [Range<Int>] {
    let mark = Array(mark.utf8)
    var found: [Range<Int>] = []
    var index = start
    while let dash = bytes[index...].firstIndex(of: UInt8(ascii: "-")) {
      index = dash + 1
      guard dash == 0 || bytes[dash - 1] == 0x0A, bytes[dash...].starts(with: mark) else { continue }
      let end = bytes[dash...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let isAfterReturn = dash > 1 && bytes[dash - 2] == 0x0D
      found.append(max(start, dash - (isAfterReturn ? 2 : 1))..<end)
      index = end
    }
    return found
  }
}

/// The header of a mail or of one of its parts (RFC 5322, section 2.2).
struct MailHeader {
  private var fields: [String: String] = [:]
  /// Where the body begins.
  private(set) var end: Int

  var isEmpty: Bool { fields.isEmpty }

  init(_ bytes: ArraySlice<UInt8>) {
    end = bytes.startIndex
    var name: String?
    while end < bytes.endIndex {
      let lineEnd = bytes[end...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let text = String(decoding: bytes[end..<lineEnd], as: UTF8.self)
      end = min(lineEnd + 1, bytes.endIndex)
      if text.trimmed.isEmpty {
        if fields.isEmpty { continue }
        return
      }
      if text.first?.isWhitespace == true, let name {
        fields[name, default: ""] += " " + text.trimmed
      } else if let colon = text.firstIndex(of: ":") {
        let field = text[..<colon].lowercased().trimmed
        fields[field] = text[text.index(after: colon)...].trimmed
        name = field
      }
    }
  }

  subscript(name: String) -> String? { fields[name] }

  /// A parameter of a field's value, such as `boundary` of a content type.
  static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].trimmed.lowercased() == name else { continue }
      let text = sides[1].trimmed
      return text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1
        ? String(text.dropFirst().dropLast()) : text
    }
    return nil
  }
}
