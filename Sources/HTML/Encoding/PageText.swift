public import Bytes
public import Model

/// A saved page in UTF-8, whatever it was written in.
public struct PageText: Sendable {
  /// How the encoding was found out.
  public enum Evidence: Sendable {
    /// A byte order mark.
    case byteOrderMark
    /// The content type it was served or stored with.
    case contentType
    /// A `meta` in the page.
    case declaration
    /// The bytes: valid UTF-8, or else windows-1252.
    case guess
  }

  /// The page in UTF-8, without a byte order mark.
  public private(set) var bytes: [UInt8]
  /// The encoding it was read in.
  public private(set) var encoding: TextEncoding
  /// What told so.
  public let evidence: Evidence
  /// What had to be mended.
  public private(set) var findings: [Finding] = []

  /// Finds out the encoding of a page as browsers do (section 13.2.3.2) and turns it into UTF-8.
  ///
  /// A page that names no encoding is UTF-8 if it can be, else windows-1252. In a page of UTF-8, bytes that are none are read as
  /// windows-1252, as pasted text often is.
  public init(decoding source: [UInt8], contentType: String? = nil) {
    (encoding, evidence) = Self.encoding(of: source, contentType: contentType)
    bytes = []
    if encoding == .utf8 {
      decodeUTF8(source)
    } else if TextCheck(source.span).isValidUTF8, evidence != .byteOrderMark, encoding.keepsASCII {
      noteContradiction(source)
      bytes = source
    } else if encoding == .windows1252 {
      bytes.reserveCapacity(source.count + source.count / 16)
      for byte in source { append(Windows1252.scalar(byte)) }
    } else {
      let decoded = Transcoder.utf8(of: source.span, in: encoding)
      bytes = decoded.text
      if decoded.replacements > 0 {
        findings.append(
          Finding(
            .invalidBytes, .loss, "bytes \(encoding.name) has no character for, now U+FFFD",
            count: decoded.replacements))
      }
    }
  }

  private static func encoding(of bytes: [UInt8], contentType: String?) -> (TextEncoding, Evidence) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, .byteOrderMark) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, .byteOrderMark) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, .byteOrderMark) }
    if let contentType, let label = MetaPrescan.charset(inContentType: Array(contentType.utf8)),
      let encoding = EncodingLabel.encoding(of: label)
    {
      return (encoding, .contentType)
    }
    if let encoding = TextEncoding.detected(from: bytes.span) { return (encoding, .guess) }
    if let encoding = MetaPrescan.encoding(of: bytes) { return (encoding, .declaration) }
    return (TextCheck(bytes.span).isValidUTF8 ? .utf8 : .windows1252, .guess)
  }

  /// Text that is valid UTF-8 was written as such, whatever it says: no other text is so by chance.
  private mutating func noteContradiction(_ source: [UInt8]) {
    guard !TextCheck(source.span).isASCII else { return }
    findings.append(
      Finding(.contradictedEncoding, .repair, "declared as \(encoding.name), but UTF-8 and read as such"))
    encoding = .utf8
  }

  private mutating func decodeUTF8(_ source: [UInt8]) {
    let span = source.span
    var position = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var mended = 0
    var firstMended: Int?
    bytes.reserveCapacity(source.count)
    while position < span.count {
      let rest = span.extracting(position..<span.count)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: rest)
        bytes.append(copying: rest)
        break
      } catch {
        let bad = error.byteOffsets
        bytes.append(copying: rest.extracting(0..<bad.lowerBound))
        for index in bad { append(Windows1252.scalar(rest[index])) }
        firstMended = firstMended ?? position + bad.lowerBound
        mended += bad.count
        position += bad.upperBound
      }
    }
    if mended > 0 {
      findings.append(
        Finding(
          .invalidUTF8, .repair, at: firstMended, "bytes that are no UTF-8, read as windows-1252",
          count: mended))
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
