/// The named character references (`&auml;`), found by hash.
struct CharacterReferences: Sendable {
  /// The one table; made once, on first use.
  static let shared = CharacterReferences()

  /// The longest name that may stand without its semicolon.
  static let longestWithoutSemicolon = 6

  /// Names and, behind each, what it stands for in UTF-8.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Number of the entry plus one at its hash or the next free place after it; 0 where none is.
  private var slots = [UInt16](repeating: 0, count: Self.slotCount)

  private static let slotCount = 8192

  private struct Entry {
    var start: UInt32
    var nameCount: UInt8
    var textCount: UInt8
    var mayOmitSemicolon: Bool
  }

  private init() {
    for word in "\(characterReferenceList)".utf8.split(separator: UInt8(ascii: " ")) {
      guard let sign = word.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "*") }) else {
        continue
      }
      let name = word[..<sign]
      var text = String.UnicodeScalarView()
      for digits in word[word.index(after: sign)...].split(separator: UInt8(ascii: ",")) {
        if let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(value)
        {
          text.append(scalar)
        }
      }
      let replacement = Array(String(text).utf8)
      entries.append(
        Entry(
          start: UInt32(bytes.count), nameCount: UInt8(name.count), textCount: UInt8(replacement.count),
          mayOmitSemicolon: word[sign] == UInt8(ascii: "*")))
      bytes.append(contentsOf: name)
      bytes.append(contentsOf: replacement)
      var hash = NameHash()
      for byte in name { hash.add(byte) }
      var slot = hash.slot(of: Self.slotCount)
      while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = UInt16(entries.count)
    }
  }

  /// What the name in `range` of the source stands for in UTF-8, or nil where there is no such name.
  ///
  /// A name not followed by a semicolon counts only where old pages wrote it so (`&nbsp`, `&auml`).
  func text(of range: Range<Int>, in source: [UInt8], withoutSemicolon: Bool) -> ArraySlice<UInt8>? {
    var hash = NameHash()
    for index in range { hash.add(source[index]) }
    var slot = hash.slot(of: Self.slotCount)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      let start = Int(entry.start)
      let end = start + Int(entry.nameCount)
      if bytes[start..<end].elementsEqual(source[range]) {
        guard entry.mayOmitSemicolon || !withoutSemicolon else { return nil }
        return bytes[end..<end + Int(entry.textCount)]
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }
}
