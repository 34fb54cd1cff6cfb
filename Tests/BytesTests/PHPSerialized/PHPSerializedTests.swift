import Bytes
import Testing

struct PHPSerializedTests {
  private func json(_ text: String) throws -> String { json(try PHPSerialized(text).value.json) }

  private func json(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let value): return "\(value)"
    case .number(let text): return text
    case .array(let elements): return "[\(elements.map { json($0) }.joined(separator: ","))]"
    case .object(let members):
      return "{\(members.map { json(.string($0.name)) + ":" + json($0.value) }.joined(separator: ","))}"
    case .string(let text):
      var output = JSONText()
      output.string(text)
      return String(decoding: output.bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("N;", "null"), ("b:1;", "true"), ("i:-5;", "-5"), ("d:0.5;", "0.5"), ("d:INF;", "\"INF\""),
    ("s:4:\"für\";", "\"für\""),
    ("s:0:\"\";", "\"\""), ("a:0:{}", "[]"), ("a:2:{i:0;s:1:\"a\";i:1;b:0;}", "[\"a\",false]"),
    ("a:1:{s:1:\"k\";a:1:{i:5;N;}}", "{\"k\":{\"5\":null}}"),
    ("O:8:\"stdClass\":1:{s:4:\"\0*\0x\";i:1;}", "{\"__class\":\"stdClass\",\"x\":1}"),
    ("C:1:\"A\":3:{x;y}", "{\"__class\":\"A\",\"__data\":\"x;y\"}"),
    ("E:11:\"Suit:Hearts\";", "\"Suit:Hearts\""),
    ("a:2:{i:0;i:1;i:1;R:2;}", "[1,{\"__reference\":2}]"), ("s:5:\"a\";b;\";", "\"a\\\";b;\""),
  ]) func `What PHP serialized is read`(text: String, expected: String) throws {
    #expect(try json(text) == expected)
    #expect(try PHPSerialized(text).repairs == 0)
  }

  @Test(arguments: [
    ("a:1:{s:4:\"text\";s:12:\"Ein\nWort\";}", "{\"text\":\"Ein\\nWort\"}"),
    ("a:1:{i:0;s:3:\"für\";}", "[\"für\"]"),
    ("s:2:\"a\"b\";", "\"a\\\"b\""),
  ]) func `Lengths that are wrong are repaired and counted`(text: String, expected: String) throws {
    #expect(try json(text) == expected)
    #expect(try PHPSerialized(text).repairs == 1)
  }

  @Test(arguments: ["", "x", "a:1:{", "i:x;", "s:3:\"abc", "a:1:{a:0:{}i:1;}", "N;N;", "{\"a\":1}"])
  func `Other text is an error that names the place`(text: String) {
    #expect(throws: PHPSerializedError.self) { try PHPSerialized(text) }
  }

  @Test func `A very deep nesting is an error and no danger`() {
    let text = String(repeating: "a:1:{i:0;", count: 10_000)
    #expect(throws: PHPSerializedError.self) { try PHPSerialized(text) }
  }

  @Test(arguments: [
    ("a:0:{}", true), ("N;", true), ("i:1;", true), ("a: b", false), ("", false), ("Wort;", false),
  ])
  func `The quick test is WordPress's`(text: String, expected: Bool) {
    #expect(PHPSerialized.looksSerialized(text) == expected)
  }
}
