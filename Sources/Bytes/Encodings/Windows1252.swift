/// The upper half of windows-1252, as browsers read it.
public enum Windows1252 {
  /// The character of a byte; the five that windows-1252 leaves open are the control characters of the same number.
  public static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 || byte > 0x9F ? Unicode.Scalar(byte) : special[Int(byte) - 0x80]
  }

  private static let special: [Unicode.Scalar] = (0x80...0x9F).map { (byte: UInt8) in
    let text = Transcoder.utf8(of: [byte].span, in: .windows1252)
    let scalar = String(decoding: text.text, as: UTF8.self).unicodeScalars.first
    return text.replacements == 0 ? scalar ?? Unicode.Scalar(byte) : Unicode.Scalar(byte)
  }
}
