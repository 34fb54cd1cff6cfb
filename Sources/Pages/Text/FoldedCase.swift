/// Text in small letters, byte for byte as long as it was: Latin, Greek aside, and Cyrillic.
enum FoldedCase {
  /// The bytes of `text` in small letters.
  static func bytes(of text: some StringProtocol) -> [UInt8] {
    var bytes = Array(text.utf8)
    fold(&bytes)
    return bytes
  }

  /// Writes what is in capitals in small letters, in its place.
  static func fold(_ bytes: inout [UInt8]) {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
        continue
      }
      guard byte & 0xC0 == 0x80, index > 0 else { continue }
      switch bytes[index - 1] {
      // À to Þ, but for the multiplication sign.
      case 0xC3 where byte <= 0x9E && byte != 0x97: bytes[index] = byte + 0x20
      // А to П, Р to Я, and Ѐ to Џ.
      case 0xD0 where byte >= 0x90 && byte <= 0x9F: bytes[index] = byte + 0x20
      case 0xD0 where byte >= 0xA0 && byte <= 0xAF:
        bytes[index - 1] = 0xD1
        bytes[index] = byte - 0x20
      case 0xD0 where byte <= 0x8F:
        bytes[index - 1] = 0xD1
        bytes[index] = byte + 0x10
      default: break
      }
    }
  }
}
