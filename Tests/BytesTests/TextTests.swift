import Bytes
import Testing

@Suite struct TextTests {
  @Test func `A digest is written in lower-case hexadecimal`() {
    #expect(
      Digest(.sha256, of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `Base32 of a SHA-1 has no padding`() {
    #expect(Digest(.sha1, of: []).bytes.base32 == "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    #expect(Array("foob".utf8).base32 == "MZXW6YQ")
  }

  @Test func `A name-based UUID is the one every other tool computes`() {
    #expect(
      NameBasedUUID(name: "https://example.org/".utf8).description == "527dda32-a0de-5105-a042-cb475b5f7d11")
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2016-05-24T12:13:14Z", 1_464_091_994),
    ("1899-12-31T23:59:59Z", -2_208_988_801),
  ])
  func `A time is read and written back`(text: String, seconds: Int) throws {
    let time = try #require(UTCTime(text))
    #expect(time.secondsSince1970 == seconds)
    #expect(time.description == text)
  }

  @Test func `A time is written as a clock shows it`() throws {
    let time = try #require(UTCTime("2016-05-24T12:13:14Z"))
    #expect(time.minuteText == "2016-05-24 12:13")
    #expect(time.localText(offset: nil) == "2016-05-24T12:13:14")
    #expect(time.localText(offset: 120) == "2016-05-24T12:13:14+02:00")
    #expect(time.localText(offset: -570) == "2016-05-24T12:13:14-09:30")
  }

  @Test(arguments: ["0000-00-00 00:00:00", "2023-02-29 00:00:00", "2023-13-01 00:00:00", "gestern", ""])
  func `A date that does not exist is none`(text: String) {
    #expect(UTCTime(text) == nil)
  }

  @Test func `JSON keeps every character and escapes what it must`() {
    var json = JSONText()
    json.object { json in
      json.key("a")
      json.string("ä/\"\\\u{1}\n")
      json.key("b")
      json.array { json in
        json.integer(1)
        json.null()
        json.boolean(true)
      }
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":"ä/\"\\\u0001\n","b":[1,null,true]}"#)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31, 32, 33, 255, 256, 257, 511, 512, 513])
  func `JSON escapes texts of any length to their ends`(count: Int) {
    for text in [
      String(repeating: "\u{1}", count: count), String(repeating: "y", count: count) + "\"",
      "\\" + String(repeating: "ä", count: count),
    ] {
      var json = JSONText()
      json.array { json in
        json.string(text)
        json.string(text)
      }
      #expect((try? JSONValue(parsing: json.bytes)) == .array([.string(text), .string(text)]))
    }
  }
}
