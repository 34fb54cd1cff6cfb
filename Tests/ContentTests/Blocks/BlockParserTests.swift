import Testing

@testable import Content

struct BlockParserTests {
  /// The events of a text, one letter each with what belongs to it.
  private func events(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return BlockParser.events(of: bytes).events.map { event in
      switch event {
      case .html(let range): "html \(string(range))"
      case .open(let block): "open \(block.name)" + (block.attributes.map { " \(string($0))" } ?? "")
      case .leaf(let block): "leaf \(block.name)" + (block.attributes.map { " \(string($0))" } ?? "")
      case .close: "close"
      case .stray(let range): "stray \(string(range))"
      }
    }
  }

  @Test(arguments: [
    (
      "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->",
      ["open core/paragraph", "html <p>a</p>", "close"]
    ),
    ("<!-- wp:more/ --><!-- wp:x /-->", ["html <!-- wp:more/ -->", "leaf core/x"]),
    ("<!-- wp:my/block {\"a\":\"-->\"} /-->", ["leaf my/block {\"a\":\"-->\"}"]),
    ("<!-- wp:a {\"b\":{\"c\":1}} --><!-- /wp:z -->", ["open core/a {\"b\":{\"c\":1}}", "close"]),
    ("<!--\n\twp:a\r\n-->", ["open core/a", "close"]),
    ("<!--wp:a -->", ["html <!--wp:a -->"]),
    ("<!-- wp:A --><!-- wp:a{} --><!-- wp:a-->", ["html <!-- wp:A --><!-- wp:a{} --><!-- wp:a-->"]),
    ("a<!-- /wp:b -->c", ["html a", "stray <!-- /wp:b -->"]),
    ("<!-- wp:a --><!-- wp:b -->x", ["open core/a", "open core/b", "html x", "close", "close"]),
    ("<!-- /wp:a /-->", ["leaf core/a"]),
  ]) func `Delimiters are found where WordPress finds them`(text: String, expected: [String]) {
    #expect(events(text) == expected)
  }

  @Test func `Attributes that never end cost one look ahead`() {
    let text = Array(String(repeating: "<!-- wp:a {\"b\":1} ", count: 50_000).utf8)
    #expect(BlockParser.events(of: text).events.count == 1)
  }

  @Test func `Attributes that are no JSON leave a block without attributes`() {
    let text = Array("<!-- wp:a {bad} /-->".utf8)
    guard case .leaf(let block) = BlockParser.events(of: text).events.first else {
      Issue.record("no block")
      return
    }
    #expect(block.attributes(in: text) == nil)
  }
}
