import Bytes
import HTML
import Model
import Testing

struct PageTextTests {
  /// "Straße", then a dash, in the named encoding.
  static let words: [String: [UInt8]] = [
    "utf-8": Array("Straße –".utf8),
    "windows-1252": Array("Stra".utf8) + [0xDF] + Array("e ".utf8) + [0x96],
    "windows-1250": Array("Stra".utf8) + [0xDF] + Array("e ".utf8) + [0x96],
    "macintosh": Array("Stra".utf8) + [0xA7] + Array("e ".utf8) + [0xD0],
  ]

  private func page(_ head: String, _ encoding: String) -> [UInt8] {
    Array("<html><head>\(head)</head><body>".utf8) + (Self.words[encoding] ?? [])
  }

  @Test(arguments: [
    ("<meta charset=utf-8>", "utf-8", "UTF-8"),
    ("<meta charset='ISO-8859-1'>", "windows-1252", "WINDOWS-1252"),
    (
      "<META http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1250\">", "windows-1250",
      "WINDOWS-1250"
    ),
    ("<meta content='text/html;charset=x-mac-roman' http-equiv=content-type>", "macintosh", "MACINTOSH"),
    ("<!-- <meta charset=koi8-r> --><meta charset=latin1>", "windows-1252", "WINDOWS-1252"),
    ("<meta charset=unbekannt>", "windows-1252", "WINDOWS-1252"),
    ("<meta content='text/html; charset=koi8-r'>", "windows-1252", "WINDOWS-1252"),
    ("<meta charset=utf-16>", "utf-8", "UTF-8"),
    ("<a title='<meta charset=koi8-r>'><meta name=x charset=macintosh>", "macintosh", "MACINTOSH"),
    ("", "utf-8", "UTF-8"),
    ("", "windows-1252", "WINDOWS-1252"),
  ]) func `A page is read in the encoding it is written in`(head: String, written: String, name: String) {
    let text = PageText(decoding: page(head, written))
    #expect(text.encoding.name == name)
    #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("<body>Straße –"))
    #expect(text.findings.isEmpty)
  }

  @Test func `A byte order mark goes before what the page and the server say`() {
    let page = [0xEF, 0xBB, 0xBF] + page("<meta charset=koi8-r>", "utf-8")
    let text = PageText(decoding: page, contentType: "text/html; charset=latin1")
    #expect(text.encoding == .utf8)
    #expect(text.bytes.first == UInt8(ascii: "<"))
  }

  @Test func `What the server says goes before what the page says`() {
    let text = PageText(
      decoding: page("<meta charset=koi8-r>", "windows-1252"),
      contentType: "text/html; charset=\"ISO-8859-1\"")
    #expect(text.encoding == .windows1252)
  }

  @Test(arguments: [true, false]) func `UTF-16 is known by its mark or by its zeros`(hasMark: Bool) {
    let units = (hasMark ? [0xFEFF] : []) + Array("<p>Straße".utf16)
    let text = PageText(decoding: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(String(decoding: text.bytes, as: UTF8.self) == "<p>Straße")
  }

  @Test func `Bytes of windows-1252 pasted into UTF-8 are mended and reported`() {
    let text = PageText(decoding: page("<meta charset=utf-8>", "utf-8") + [0x20, 0x84, 0xFC, 0x62, 0x93])
    #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("Straße – „üb“"))
    #expect(text.findings.map(\.code) == [Finding.Code("invalid-utf8")])
    #expect(text.findings.first?.count == 3)
  }

  @Test func `A page of UTF-8 that says it is Latin-1 is read as UTF-8`() {
    let text = PageText(decoding: page("<meta charset=iso-8859-1>", "utf-8"))
    #expect(text.encoding == .utf8)
    #expect(text.findings.map(\.code) == [Finding.Code("contradicted-encoding")])
  }
}
