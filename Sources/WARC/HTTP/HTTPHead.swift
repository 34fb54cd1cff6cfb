internal import Bytes

/// The start line and fields of an HTTP/1 message that was captured.
struct HTTPHead: Sendable, Hashable {
  /// The status code; nil in a request.
  let status: Int?
  /// The fields in their order.
  let fields: [HeaderField]

  /// The value of the first field of that name, in whatever case.
  subscript(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body's media type in lower case, without parameters.
  var mediaType: String? { self["content-type"].map { $0.prefix { $0 != ";" }.lowercased().trimmed } }

  /// Whether the body is in the chunked coding.
  var isChunked: Bool { self["transfer-encoding"]?.lowercased().contains("chunked") == true }

  /// Reads the head of a message; nil where the first line is none of HTTP/1's.
  init?(_ bytes: Span<UInt8>) {
    let lines = String(decoding: bytes.copied, as: UTF8.self).split(
      omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    guard let first = lines.first else { return nil }
    let words = first.split(separator: " ", maxSplits: 2)
    if first.hasPrefix("HTTP/"), words.count >= 2, words[1].count == 3, let code = Int(words[1]) {
      status = code
    } else if words.count == 3, words[2].hasPrefix("HTTP/") {
      status = nil
    } else {
      return nil
    }
    fields = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return HeaderField(
        name: String(line[..<colon]).trimmed, value: String(line[line.index(after: colon)...]).trimmed)
    }
  }
}
