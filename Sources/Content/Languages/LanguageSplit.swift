internal import Bytes

/// A text in several languages at once, as qTranslate keeps it: `[:de]…[:en]…[:]` or `<!--:de-->…<!--:-->`.
public struct LanguageSplit: Sendable, Hashable {
  /// A language's version of the text.
  public struct Version: Sendable, Hashable {
    /// The language's code, such as `de`.
    public var language: String
    /// The text in that language; what stands outside of all languages belongs to each.
    public var text: String
  }

  /// The versions, in the order in which the languages first appear.
  public let versions: [Version]

  /// Splits `text`; nil where it has no marks of languages.
  public init?(_ text: String) {
    guard Self.mayHaveMarks(text.utf8.span) else { return nil }
    self.init(Array(text.utf8))
  }

  /// Splits `bytes`, UTF-8; nil where they have no marks of languages.
  public init?(_ bytes: [UInt8]) {
    let span = bytes.span
    guard Self.mayHaveMarks(span) else { return nil }
    var order: [String] = []
    var pieces: [(language: String?, range: Range<Int>)] = []
    var language: String?
    var pieceStart = 0
    var position = 0
    while position < span.count {
      guard let mark = Self.mark(in: span, at: position) else {
        position += 1
        continue
      }
      pieces.append((language, pieceStart..<position))
      language = mark.language
      if let language, !order.contains(language) { order.append(language) }
      position = mark.end
      pieceStart = position
    }
    guard !order.isEmpty else { return nil }
    pieces.append((language, pieceStart..<span.count))
    versions = order.map { code in
      var text: [UInt8] = []
      for piece in pieces where piece.language == nil || piece.language == code { text += bytes[piece.range] }
      return Version(language: code, text: String(decoding: text, as: UTF8.self))
    }
  }

  /// `text` in one language, for titles and other lines: in that asked for, else in all, divided by a slash.
  public static func line(_ text: String, language: String? = nil) -> String {
    guard let split = LanguageSplit(text) else { return text }
    return split.versions.first { $0.language == language }?.text
      ?? split.versions.map(\.text).joined(separator: " / ")
  }

  private static func mayHaveMarks(_ span: Span<UInt8>) -> Bool {
    span.firstIndex(of: "[:") != nil || span.firstIndex(of: "<!--:") != nil
      || span.firstIndex(of: "{:") != nil
  }

  /// The mark at `start`: a language's beginning, or with nil the end of all, and the index behind it.
  private static func mark(in span: Span<UInt8>, at start: Int) -> (language: String?, end: Int)? {
    switch span[start] {
    case UInt8(ascii: "["): mark(span, start, opening: "[:", closing: "]")
    case UInt8(ascii: "{"): mark(span, start, opening: "{:", closing: "}")
    case UInt8(ascii: "<"): mark(span, start, opening: "<!--:", closing: "-->")
    default: nil
    }
  }

  private static func mark(
    _ span: Span<UInt8>, _ start: Int, opening: StaticString, closing: StaticString
  ) -> (language: String?, end: Int)? {
    guard span.hasBytes(opening, at: start) else { return nil }
    let code = start + opening.utf8CodeUnitCount
    if span.hasBytes(closing, at: code) { return (nil, code + closing.utf8CodeUnitCount) }
    guard code + 2 <= span.count, isLetter(span[code]), isLetter(span[code + 1]),
      span.hasBytes(closing, at: code + 2)
    else { return nil }
    return (asciiLowercased(span.string(code..<code + 2)), code + 2 + closing.utf8CodeUnitCount)
  }
}
