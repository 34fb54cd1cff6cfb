@testable import HTML
import Testing

struct CharacterReferenceTests {
  private func read(_ source: String) -> String {
    let document = Document(fragment: Array(source.utf8))
    return document.textContent(of: document.root)
  }

  /// Names, whether they may stand without a semicolon, and code points, as the data has them.
  private var entries: [(name: String, isOld: Bool, text: String)] {
    "\(characterReferenceList)".split(separator: " ").compactMap { word in
      guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "*" }) else { return nil }
      let scalars = word[word.index(after: sign)...].split(separator: ",")
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      return (String(word[..<sign]), word[sign] == "*", String(String.UnicodeScalarView(scalars)))
    }
  }

  @Test func `All 2231 names are known`() {
    #expect(entries.count + entries.count { $0.isOld } == 2231)
    for entry in entries { #expect(read("&\(entry.name);") == entry.text) }
  }

  @Test func `Old names are known without their semicolon, new ones are not`() {
    for entry in entries where entry.isOld { #expect(read("&\(entry.name) x") == entry.text + " x") }
    #expect(read("&euro x &hellip") == "&euro x &hellip")
  }

  @Test(arguments: [
    ("&notit;", "¬it;"), ("&notin;", "∉"), ("&#228", "ä"), ("&#xE4;", "ä"), ("&#XE4;", "ä"), ("&#;", "&#;"),
    ("&#x;", "&#x;"),
    ("&#99999999999;", "\u{FFFD}"), ("&#x80;", "€"), ("&#13;", "\r"), ("&&amp;", "&&"), ("&Auml&auml", "Ää"),
    ("&CounterClockwiseContourIntegral;", "∳"),
    ("&CounterClockwiseContourIntegralX;", "&CounterClockwiseContourIntegralX;"),
  ]) func `A reference ends where the standard ends it`(source: String, text: String) {
    #expect(read(source) == text)
  }

  @Test(arguments: [
    ("?a&copy=1", "?a&copy=1"), ("?a&copy;=1", "?a©=1"), ("&copy2", "&copy2"), ("&copy", "©"),
    ("x &amp y", "x & y"),
  ]) func `In an attribute an old name followed by a letter or equals sign is none`(
    source: String, value: String
  ) {
    let document = Document(fragment: Array("<a href='\(source)'>".utf8))
    #expect(document.firstChild(of: document.root).flatMap { document.attribute("href", of: $0) } == value)
  }
}
