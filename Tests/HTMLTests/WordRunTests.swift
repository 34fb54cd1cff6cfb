import Testing

@testable import HTML

struct WordRunTests {
  @Test(arguments: [
    ("Guten Tag", 9), ("Guten  Tag", 5), ("Guten Tag ", 9), ("Guten\nTag", 5), ("a", 1),
    ("a b c d e f g h i j k  l", 21),
    ("Straßenfest für Ältere im größten Hof", 42), ("ein zwei\u{A0}drei", 8), ("ein zwei \u{A0}drei", 8),
    ("1234567 \t8", 7),
    ("12345678 90", 11), ("12345678  0", 8), ("1234567  90123456", 7), ("12345678901234567 ", 17),
  ])
  func `Words are taken together with the single blanks between them`(_ text: String, _ end: Int) {
    #expect(endOfWords(Array(text.utf8)) == end)
  }

  @Test func `Blocks of bytes find what single steps find`() {
    let pieces: [[UInt8]] = [
      [0x20], [0x20, 0x20], [0x0A], [0x09], [0x61], [0x61, 0x62, 0x63], [0xC3, 0xA4], [0xC2, 0xA0],
      [0xC2, 0xA7], [0x01], [0xFF],
      Array("Kiezfest".utf8),
    ]
    var state: UInt64 = 1
    for _ in 0..<5000 {
      var text: [UInt8] = [0x61]
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(endOfWords(text) == plainEnd(text), "\(text)")
    }
  }

  private func endOfWords(_ text: [UInt8]) -> Int { text.span.endOfWords(from: 0) }

  private func plainEnd(_ text: [UInt8]) -> Int {
    var index = 1
    while index < text.count, text[index] != 0xC2, text[index] >= 0x20 {
      if text[index] == 0x20 {
        guard index + 1 < text.count, text[index + 1] > 0x20, text[index + 1] != 0xC2 else { return index }
      }
      index += 1
    }
    return index
  }
}
