import HTML
import Model
import Testing

@testable import Content

/// The law that no word of the text may vanish, tried on generated posts.
struct WordsStayTests {
  /// Random numbers that are the same on every machine.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// A post in the making, its words numbered.
  private struct Post {
    var generator: Generator
    var text = ""
    var words: [String] = []

    mutating func word() -> String {
      words.append("wort\(words.count)x")
      return words[words.count - 1]
    }

    mutating func grow(_ depth: Int) {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)](&self, depth)
        text += ["\n", "\n\n", " ", "", "\r\n\r\n"][Int.random(in: 0..<5, using: &generator)]
      }
    }

    mutating func inner(_ depth: Int) -> String {
      guard depth < 4 else { return word() }
      let outer = text
      text = ""
      grow(depth + 1)
      defer { text = outer }
      return text
    }

    private static let pieces: [@Sendable (inout Post, Int) -> String] = [
      { post, _ in post.word() },
      { post, _ in "\(post.word()) <strong>\(post.word())</strong>" },
      { post, _ in "<p>\(post.word())\n\(post.word())</p>" },
      { post, depth in "<div>\(post.inner(depth))</div>" },
      { post, depth in "<blockquote>\(post.inner(depth))</blockquote>" },
      { post, depth in "<ul>\n<li>\(post.inner(depth))</li>\n</ul>" },
      { post, _ in "<pre>\(post.word())\n\n\(post.word())</pre>" },
      { post, _ in "<!--more-->\(post.word())" },
      { post, _ in "\(post.word())<!--nextpage-->\(post.word())" },
      { post, depth in "<!-- wp:group -->\(post.inner(depth))<!-- /wp:group -->" },
      { post, depth in "<!-- wp:quote {\"a\":1} -->\(post.inner(depth))" },
      { post, _ in "<!-- /wp:x -->\(post.word())" },
      { post, _ in "<!-- wp:latest-posts /-->\(post.word())" },
      { post, _ in "<!-- wp:shortcode -->[x]\(post.word())[/x]<!-- /wp:shortcode -->" },
      { post, depth in "[su_box a=\"1\"]\(post.inner(depth))[/su_box]" },
      { post, depth in "[vc_row][vc_column title=\"y\"]\(post.inner(depth))[/vc_column][/vc_row]" },
      { post, _ in "[vc_toggle title=\"\(post.word())\"]\(post.word())[/vc_toggle]" },
      { post, depth in "[et_pb_text]\(post.inner(depth))[/et_pb_text]" },
      { post, depth in "[fusion_title size=\"2\"]\(post.inner(depth))[/fusion_title]" },
      { post, _ in "[caption width=\"3\"]<img src=\"a\"> \(post.word())[/caption]" },
      { post, _ in "[caption]\(post.word())[/caption]" },
      { post, _ in "[gallery]\(post.word())" },
      { post, _ in "[code lang=\"c\"]\(post.word()) < \(post.word())[/code]" },
      { post, _ in "[code]\(post.word())" },
      { post, _ in "\(post.word())[ref]\(post.word())[/ref]" },
      { post, _ in "\(post.word()) ((\(post.word()) und \(post.word())))" },
      { post, _ in "[x t=\"\(post.word()) ((\(post.word()) und so))\"]\(post.word())[/x]" },
      { post, _ in "<pre><?php \(post.word()) > \(post.word()) ?></pre>" },
      { post, _ in "<noscript><img src=\"a\">\(post.word())</noscript><img src=\"a\">" },
      { post, _ in "\(post.word())<img alt=\"\(post.word())\">\(post.word())" },
      { post, _ in "[[gallery]]\(post.word())" },
      { post, _ in "\(post.word()) < \(post.word())" },
      { post, _ in "<a href=\"/x\">\(post.word())" },
      { post, _ in "[video src=\"a\"]\(post.word())[/video]" },
      { post, _ in "[embed]\(post.word())[/embed]" },
      { post, _ in "\(post.word()) [ \(post.word()) ] [/caption]" },
    ]
  }

  @Test(arguments: 0..<40) func `No word of a generated post vanishes`(seed: Int) {
    let renderer = ContentRenderer(lookup: NoContentLookup())
    for number in 0..<25 {
      var post = Post(generator: Generator(state: UInt64(seed * 1000 + number)))
      post.grow(0)
      let rendered = renderer.render(Array(post.text.utf8))
      let text = " " + rendered.document.textContent(of: rendered.document.root)
      let missing = post.words.filter { !text.contains($0) }
      #expect(missing.isEmpty, "\(missing) of \(post.text.debugDescription)")
    }
  }
}
