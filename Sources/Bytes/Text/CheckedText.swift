/// Bytes that were looked at once and found to be UTF-8, so that strings can be made of them without another look.
///
/// Of bytes that are no UTF-8 strings are made all the same, repaired as the standard library does it.
public struct CheckedText: Sendable {
  /// The bytes.
  public let bytes: [UInt8]
  /// What the look told.
  public let check: TextCheck

  /// Looks at `bytes` and keeps them.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    check = TextCheck(bytes.span)
  }

  /// The whole text.
  public var string: String { string(ByteRange(offset: 0, length: bytes.count)) }

  /// The bytes of the whole text, repaired where they are no UTF-8.
  public var validBytes: [UInt8] { check.isValidUTF8 ? bytes : Array(string.utf8) }

  /// The text at `range`.
  public func string(_ range: ByteRange) -> String {
    let text = bytes.span.extracting(range.offset..<range.end)
    // What begins and ends between two characters of valid text is valid by itself.
    guard check.isValidUTF8, isBetweenCharacters(range.offset), isBetweenCharacters(range.end) else {
      return String(decoding: bytes[range.offset..<range.end], as: UTF8.self)
    }
    return String(copying: unsafe UTF8Span(unchecked: text, isKnownASCII: check.isASCII || text.isASCII))
  }

  private func isBetweenCharacters(_ index: Int) -> Bool {
    index == bytes.count || bytes[index] & 0xC0 != 0x80
  }
}

extension Span<UInt8> {
  /// Whether no byte is above 0x7F; eight bytes a step.
  fileprivate var isASCII: Bool {
    unsafe withUnsafeBytes { bytes in
      var position = 0
      while position + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { return false }
        position += 8
      }
      while position < bytes.count {
        if unsafe bytes[position] >= 0x80 { return false }
        position += 1
      }
      return true
    }
  }
}
