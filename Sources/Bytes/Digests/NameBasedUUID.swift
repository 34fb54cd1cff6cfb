/// A version-5 UUID (RFC 9562, section 5.5): the same name in the same namespace always gives the same UUID.
public struct NameBasedUUID: Sendable, Hashable, CustomStringConvertible {
  /// The sixteen bytes.
  public let bytes: [UInt8]

  /// The namespace for names that are URLs (RFC 9562, section 6.6).
  public static let urlNamespace: [UInt8] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ]

  /// Makes the UUID of `name` in `namespace`.
  public init(namespace: [UInt8] = urlNamespace, name: some Sequence<UInt8>) {
    var hasher = Digest.Hasher(.sha1)
    hasher.update(namespace.span)
    hasher.update(Array(name).span)
    var bytes = hasher.finalize().bytes
    bytes.removeLast(bytes.count - 16)
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    self.bytes = bytes
  }

  /// The UUID in its usual form, in lower case.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the UUID in its usual form, in lower case.
  public func write(to text: inout [UInt8]) {
    text.append(addingCapacity: 36) { room in
      for (place, byte) in bytes.enumerated() {
        if place == 4 || place == 6 || place == 8 || place == 10 { room.append(UInt8(ascii: "-")) }
        room.append(hexadecimalDigit(byte >> 4))
        room.append(hexadecimalDigit(byte & 15))
      }
    }
  }
}
