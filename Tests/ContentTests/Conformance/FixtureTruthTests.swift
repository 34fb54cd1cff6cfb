import Foundation
import HTML
import Model
import Testing

@testable import Content

/// Compares with what WordPress itself shows of the fixtures.
struct FixtureTruthTests {
  private struct Truth: Decodable {
    var id: Int
    var html: String
  }

  /// Where our text is another on purpose, and why.
  private static let decided: [Int: String] = [
    201: "emoticons stay as typed",
    205: "the list of latest posts was computed by the site",
    206: "footnotes of the block editor are shown, which this WordPress does not know yet",
    208: "the teaser that noteaser hides is kept",
    209: "a code plugin's shortcode is code",
    210: "WPBakery's shortcodes are unwrapped",
    211: "Divi's shortcodes are unwrapped",
    212: "Elementor's text is read from its data",
    213: "the marks of languages are no text",
    230: "a caption whose picture has no width is kept",
    231: "a code plugin's shortcode is code",
    701: "a NUL is shown as U+FFFD",
    715: "text behind a quote that never closes is kept",
    719: "emoticons stay as typed",
  ]

  @Test func `Every post of the fixtures shows the text that WordPress shows`() throws {
    let export = try Export()
    let renderer = ContentRenderer(lookup: export)
    let truths = try String(
      contentsOf: Export.folder.appending(path: "truth/the_content.jsonl"), encoding: .utf8)
    for line in truths.split(separator: "\n") {
      let truth = try JSONDecoder().decode(Truth.self, from: Data(line.utf8))
      guard let item = export.items.first(where: { $0.id == String(truth.id) }) else { continue }
      let rendered = renderer.render(item)
      let ours = folded(rendered.document)
      let theirs = folded(Document(fragment: Array(truth.html.utf8)))
      if let reason = Self.decided[truth.id] {
        #expect(ours != theirs, "\(truth.id) no longer differs: \(reason)")
      } else {
        #expect(ours == theirs, "\(truth.id)")
      }
    }
  }

  /// The text of a document without whitespace, typographic signs made plain.
  private func folded(_ document: Document) -> String {
    var text = ""
    for node in document.descendants(of: document.root) where document.kind(of: node) == .text {
      let parent = document.parent(of: node).map { document.tag(of: $0) }
      if parent != .script && parent != .style { text += document.text(of: node) }
    }
    let signs: [(String, String)] = [
      ("“", "\""), ("”", "\""), ("„", "\""), ("‘", "'"), ("’", "'"), ("‚", "'"), ("…", "..."), ("—", "-"),
      ("–", "-"),
      ("×", "x"), ("″", "\""), ("′", "'"),
    ]
    for (sign, plain) in signs { text = text.replacingOccurrences(of: sign, with: plain) }
    // A row of hyphens becomes dashes of any length.
    while text.contains("--") { text = text.replacingOccurrences(of: "--", with: "-") }
    return String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
  }
}
