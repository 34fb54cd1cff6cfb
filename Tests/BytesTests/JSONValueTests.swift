import Bytes
import Testing

@Suite struct JSONValueTests {
  @Test func `Every kind of value is read, in order, numbers as written`() throws {
    let value = try JSONValue(
      parsing: Array(#" {"a":[1,-2.50e+3,true,false,null],"b":{},"a":"zwei"} "#.utf8))
    #expect(
      value["a"] == .array([.number("1"), .number("-2.50e+3"), .boolean(true), .boolean(false), .null]))
    #expect(value["b"]?.object?.isEmpty == true)
    #expect(value.object?.map(\.name) == ["a", "b", "a"])
    #expect(value["a"]?.array?.first?.integer == 1)
  }

  @Test(arguments: [
    (#""\u00e4\n\"\/\\""#, "ä\n\"/\\"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"),
    (#""ä€""#, "ä€"),
  ])
  func `Escapes are decoded`(text: String, meaning: String) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).string == meaning)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("tru", 0), ("\"a", 2), ("1 2", 2), ("\"\\x\"", 3),
    ("1.", 2), ("\"\\u12\"", 3),
  ])
  func `What is no JSON is refused with its place`(text: String, offset: Int) {
    #expect { try JSONValue(parsing: Array(text.utf8)) } throws: { error in
      (error as? JSONSyntaxError)?.offset == offset
    }
  }

  @Test func `Nesting without end is refused, not followed`() {
    #expect(throws: JSONSyntaxError.self) {
      try JSONValue(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 100_000))
    }
  }

  @Test func `What the writer writes the reader reads`() throws {
    var json = JSONText()
    json.array { json in
      json.string("ä\"\\\u{1}\n")
      json.integer(-7)
    }
    #expect(try JSONValue(parsing: json.bytes) == .array([.string("ä\"\\\u{1}\n"), .number("-7")]))
  }
}
