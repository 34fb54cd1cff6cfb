import Bytes
import Foundation
import Testing

@testable import Content

/// Compares with what WordPress's own functions made of generated texts; run by `scripts/conformance wordpress`.
struct WordPressTruthTests {
  private static let truthPath = ProcessInfo.processInfo.environment["NACHLASS_WORDPRESS_TRUTH"]

  private struct Case: Decodable {
    var function: String
    var input: Data
    var output: Data
  }

  @Test(.enabled(if: truthPath != nil)) func `Generated texts come out as WordPress gives them`() throws {
    let text = try String(contentsOfFile: #require(Self.truthPath), encoding: .utf8)
    var counts: [String: Int] = [:]
    var differences: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let truth = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      counts[truth.function, default: 0] += 1
      guard let difference = try difference(truth) else { continue }
      differences[truth.function, default: 0] += 1
      if differences[truth.function, default: 0] <= 3 {
        Issue.record(
          """
          \(truth.function) of \(String(decoding: truth.input, as: UTF8.self).debugDescription)
          WordPress: \(String(decoding: truth.output, as: UTF8.self).debugDescription)
          here:      \(difference.debugDescription)
          """)
      }
    }
    #expect(!counts.isEmpty)
    for (function, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("\(function): \(count) texts, \(differences[function] ?? 0) differences")
    }
  }

  /// What is made of the text here, or nil where that is what WordPress makes of it.
  private func difference(_ truth: Case) throws -> String? {
    let input = Array(truth.input)
    switch truth.function {
    case "wpautop": return compare(AutomaticParagraphs.apply(to: input), truth)
    case "wpautop-no-br": return compare(AutomaticParagraphs.apply(to: input, lineBreaks: false), truth)
    case "shortcode_unautop":
      return compare(ShortcodeParagraphs.unwrap(input, names: Self.shortcodeNames), truth)
    case "shortcodes":
      return try compare(shortcodes(in: input), JSONSerialization.jsonObject(with: truth.output))
    case "shortcode_parse_atts":
      let attributes = ShortcodeAttributes(input)
      let here: [Any] = [attributes.named.map { [$0.name, $0.value] }, attributes.positional]
      return try compare(here, JSONSerialization.jsonObject(with: truth.output))
    case "is_serialized":
      let here = PHPSerialized.looksSerialized(String(decoding: input, as: UTF8.self))
      return String(decoding: truth.output, as: UTF8.self) == "[\(here)]" ? nil : "\(here)"
    case "unserialize":
      let expected = try JSONValue(parsing: Array(truth.output))
      let here = try PHPSerialized(input)
      return here.repairs == 0 && sameValue(.array([here.value.json]), expected) ? nil : "\(here)"
    case "parse_blocks":
      let expected = try JSONDecoder().decode([BlockTree].self, from: truth.output)
      let here = BlockTree.parse(input)
      return here == expected ? nil : "\(here)"
    default: return "no such function: \(truth.function)"
    }
  }

  /// Whether two values are the same, numbers compared as numbers.
  private func sameValue(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): Double(left) == Double(right)
    case (.array(let left), .array(let right)): left.elementsEqual(right, by: sameValue)
    case (.object(let left), .object(let right)):
      left.elementsEqual(right) { $0.name == $1.name && sameValue($0.value, $1.value) }
    default: left == right
    }
  }

  private static let shortcodeNames: Set<String> = ["caption", "gallery", "a", "a-b", "ab", "wp_caption"]

  private func shortcodes(in input: [UInt8]) -> [Any] {
    var scanner = ShortcodeScanner(names: Self.shortcodeNames)
    var found: [Any] = []
    var position = 0
    while let shortcode = scanner.next(in: input.span, from: position) {
      position = shortcode.range.upperBound
      found.append(
        [
          shortcode.range.lowerBound, shortcode.range.upperBound, shortcode.name,
          String(decoding: input[shortcode.attributes], as: UTF8.self),
          shortcode.content.map { String(decoding: input[$0], as: UTF8.self) } as Any? ?? NSNull(),
          (shortcode.hasLeadingBracket ? "[" : "") + (shortcode.hasTrailingBracket ? "]" : ""),
        ] as [Any])
    }
    return found
  }

  private func compare(_ here: [UInt8], _ truth: Case) -> String? {
    Data(here) == truth.output ? nil : String(decoding: here, as: UTF8.self)
  }

  private func compare(_ here: Any, _ truth: Any) -> String? {
    NSArray(array: here as? [Any] ?? []).isEqual(to: truth as? [Any] ?? []) ? nil : "\(here)"
  }
}
