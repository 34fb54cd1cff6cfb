import Bytes
import Testing

@Suite struct TextCheckTests {
  /// Beginnings, middles and ends of characters, well-formed and not, at all places of a word.
  private static let pieces: [[UInt8]] = [
    Array("Ein Satz ohne Umlaute.".utf8), Array("ä".utf8), Array("€".utf8), Array("😀".utf8), Array("字".utf8),
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF],
    [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
    [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xFF],
    [0x0A], [0x09], [0x0D], [0x00], [0x1F], [0x20], [0x7F], Array("\u{FFFE}".utf8), Array("Ã¤".utf8),
  ]

  @Test func `It tells the same as the standard library and a look at every byte`() {
    for first in Self.pieces {
      for second in Self.pieces {
        for length in [0, 1, 3, 5, 7, 8, 13] {
          let bytes = Array(repeating: UInt8(ascii: "x"), count: length) + first + second + first
          let check = TextCheck(bytes.span)
          #expect(check.isValidUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
          #expect(check.isASCII == bytes.allSatisfy { $0 < 0x80 })
          #expect(check.carriageReturns == bytes.count { $0 == 0x0D })
          let controls = bytes.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
          #expect(check.forbiddenControls == controls)
          let pairs = zip(bytes, bytes.dropFirst())
          #expect(check.mayHoldNoncharacters == pairs.contains { $0 == (0xEF, 0xBF) })
          #expect(
            check.mayBeEncodedTwice == pairs.contains { $0.0 == 0xC3 && [0x82, 0x83, 0xA2].contains($0.1) })
        }
      }
    }
  }

  @Test func `Strings of a checked text are those of its bytes, wherever they are cut`() {
    for bytes in [
      Array("Jördis trägt 字 und 😀.".utf8), Array("nur ASCII".utf8), [0x61, 0xC3, 0x62, 0xFF, 0x63],
    ] {
      let text = CheckedText(bytes)
      for start in 0...bytes.count {
        for end in start...bytes.count {
          let string = text.string(ByteRange(from: start, to: end))
          #expect(string == String(decoding: bytes[start..<end], as: UTF8.self))
        }
      }
    }
  }

  @Test func `JSON escapes at every place of a long text`() {
    for place in 0..<40 {
      for sign in ["\"", "\\", "\n", "\u{7}", "ä", "\u{7F}"] {
        let text = String(repeating: "y", count: place) + sign + String(repeating: "z", count: 40 - place)
        var json = JSONText()
        json.string(text)
        #expect((try? JSONValue(parsing: json.bytes)) == .string(text))
      }
    }
  }
}
