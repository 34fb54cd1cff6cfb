import HTML
import Testing

@testable import Markdown

struct CommonMarkWalkTests {
  /// The signature told from the library's tree, and the one told from its HTML; nil where only the HTML tells.
  private func signatures(of markdown: [UInt8]) -> (walked: Signature, rendered: Signature?)? {
    guard case .signature(let walked)? = CommonMarkRenderer.read(markdown) else { return nil }
    return (walked, SelfCheck.signature(of: markdown, MarkdownOptions(), hasNotes: false, asHTML: true))
  }

  @Test func `What is written says the same with and without HTML in between`() {
    var walked = 0
    for seed in 0..<1500 {
      var trees = RandomTrees(seed: seed)
      let text = MarkdownWriter(options: unchecked).write(Document(fragment: Array(trees.blocks().utf8)))
      guard let signatures = signatures(of: text.bytes) else { continue }
      walked += 1
      #expect(
        signatures.walked == signatures.rendered, "\(seed): \(String(decoding: text.bytes, as: UTF8.self))")
    }
    #expect(walked > 300)
  }

  @Test func `Any Markdown says the same with and without HTML in between`() {
    let pieces = [
      "a", "Fest", " ", "  ", "\n", "\n\n", "\n    ", "\n- ", "\n1. ", "\n7) ", "\n> ", "\n# ", "\n## ",
      "\n```\n", "\n~~~ swift\n",
      "*", "**", "***", "_", "__", "`", "``", "~~", "~", "[", "](", "](/x y)", "](/a%20b \"t  u\")",
      "](<b c>)", "](javascript:x)",
      ")", "![", "](i.png)", "][x]", "\n[x]: /y 'z'\n", "|", "\n|-|:-:|\n", "\n---\n", "\n===\n", "\n***\n",
      "\\", "\\\n", "  \n",
      "<", "<http://a.example/?b=c&d>", "<a@b.example>", "&amp;", "&nbsp;", "&#13;", "&#10;", "&#1;", "&copy",
      "\u{A0}", "ä", "„so“", "日本",
      "😀", "\u{1}", "\u{B}", "\u{C}", "\t", "[x] ", "[ ] ", "\n- [x] ", "\n  - ", "\n   ", "'", "\"", "\r",
      "\r\n", "%41", "https://x.example",
    ]
    var random = RandomNumbers(seed: 7)
    var walked = 0
    for _ in 0..<20_000 {
      var markdown = ""
      for _ in 0...random.number(below: 14) { markdown += pieces[random.number(below: pieces.count)] }
      guard let signatures = signatures(of: Array(markdown.utf8)) else { continue }
      walked += 1
      #expect(signatures.walked == signatures.rendered, "\(String(reflecting: markdown))")
    }
    #expect(walked > 10_000)
  }

  @Test(arguments: [
    "<div>a</div>\n", "a <b>c</b>\n", "a\n\n<!-- b -->\n", "[a <http://b.example> c](d)\n", "[a](<b c>)\n",
    "    a\r\n    b\r\n",
  ])
  func `What only a parser of HTML can tell is left to it`(_ markdown: String) {
    #expect(signatures(of: Array(markdown.utf8)) == nil)
  }
}

/// Numbers that look like chance, but are the same for the same seed.
private struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
