import Bytes
import Testing

@Suite struct EncodingTests {
  @Test(arguments: [
    ("utf-8", "UTF-8"), ("UTF8", "UTF-8"), ("ISO-8859-1", "WINDOWS-1252"), ("latin1", "WINDOWS-1252"),
    ("windows-1252", "WINDOWS-1252"), ("iso-8859-15", "ISO-8859-15"), ("koi8-r", "KOI8-R"),
  ])
  func `A label names an encoding`(label: String, name: String) {
    #expect(TextEncoding(label: label)?.name == name)
  }

  @Test(arguments: ["", "klingonisch", "UTF-8//IGNORE", "ä"])
  func `A label that nobody knows names none`(label: String) {
    #expect(TextEncoding(label: label) == nil)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x3C, 0] as [UInt8], TextEncoding.utf16LittleEndian),
    ([0xFE, 0xFF, 0, 0x3C], .utf16BigEndian),
    ([0x3C, 0, 0x3F, 0], .utf16LittleEndian), ([0, 0x3C, 0, 0x3F], .utf16BigEndian),
  ])
  func `UTF-16 is told from the bytes`(bytes: [UInt8], encoding: TextEncoding) {
    #expect(TextEncoding.detected(from: bytes.span) == encoding)
  }

  @Test(arguments: [[0xEF, 0xBB, 0xBF, 0x3C] as [UInt8], [0x3C, 0x3F, 0x78, 0x6D], [0x3C], []])
  func `Anything else is not UTF-16`(bytes: [UInt8]) {
    #expect(TextEncoding.detected(from: bytes.span) == nil)
  }

  @Test func `Text is turned into UTF-8 however it is cut`() {
    let text = "\u{FEFF}Straße 😀 „Kiez“"
    let units = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for size in 1...units.count {
      var transcoder = Transcoder(from: .utf16LittleEndian)
      var output: [UInt8] = []
      for start in stride(from: 0, to: units.count, by: size) {
        transcoder.append(units.span.extracting(start..<min(start + size, units.count)), to: &output)
      }
      transcoder.finish(into: &output)
      #expect(String(decoding: output, as: UTF8.self) == "Straße 😀 „Kiez“")
      #expect(transcoder.replacements == 0)
    }
  }

  @Test func `What an encoding does not have becomes U+FFFD and is counted`() {
    let result = Transcoder.utf8(of: [0x61, 0x81, 0x62].span, in: .windows1252)
    #expect(String(decoding: result.text, as: UTF8.self) == "a\u{FFFD}b")
    #expect(result.replacements == 1)
    let cut = Transcoder.utf8(of: [0x61, 0, 0x3D, 0xD8].span, in: .utf16LittleEndian)
    #expect(String(decoding: cut.text, as: UTF8.self) == "a\u{FFFD}")
  }

  @Test func `Windows-1252 is read as browsers read it`() {
    #expect(Windows1252.scalar(0x80) == "€")
    #expect(Windows1252.scalar(0xFC) == "ü")
    #expect(Windows1252.scalar(0x81) == "\u{81}")
  }

  @Test func `Encodings that do not keep ASCII are told apart`() {
    #expect(TextEncoding.windows1252.keepsASCII)
    #expect(!TextEncoding.utf16LittleEndian.keepsASCII)
  }

  @Test func `A look at a text tells what is unusual in it`() {
    let plain = TextCheck(Array("Grüße\n\tan alle".utf8).span)
    #expect(plain.isValidUTF8 && !plain.isASCII && plain.forbiddenControls == 0 && plain.carriageReturns == 0)
    #expect(!plain.mayBeEncodedTwice && !plain.mayHoldNoncharacters)
    let odd = TextCheck(Array("a\r\nb\u{0}\u{1F}\r Ã¤ \u{FFFF}".utf8).span)
    #expect(
      odd.carriageReturns == 2 && odd.forbiddenControls == 2 && odd.mayBeEncodedTwice
        && odd.mayHoldNoncharacters)
    #expect(!TextCheck([0x61, 0xE4, 0x62].span).isValidUTF8)
  }
}
