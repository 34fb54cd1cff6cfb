import Model
import Testing

@testable import Content

struct LanguageSplitTests {
  @Test(arguments: [
    "[:de]Willkommen[:en]Welcome[:]!", "<!--:de-->Willkommen<!--:--><!--:en-->Welcome<!--:-->!",
    "{:de}Willkommen{:}{:en}Welcome{:}!",
  ]) func `Each language gets its text and what belongs to all`(text: String) {
    let versions = LanguageSplit(text)?.versions
    #expect(versions?.map(\.language) == ["de", "en"])
    #expect(versions?.map(\.text) == ["Willkommen!", "Welcome!"])
  }

  @Test(arguments: ["Willkommen", "[:]", "[:d]", "<!--more-->"]) func `Other text is in one language`(
    text: String
  ) {
    #expect(LanguageSplit(text) == nil)
  }

  @Test func `Content in several languages shows the one asked for and keeps all`() {
    var options = ContentRenderer.Options()
    options.language = "en"
    let renderer = ContentRenderer(lookup: NoContentLookup(), options: options)
    let rendered = renderer.render(Array("[:de]Eins[:en]One[:]".utf8))
    #expect(String(decoding: rendered.html, as: UTF8.self) == "<p>One</p>\n")
    #expect(rendered.languages.map(\.language) == ["de", "en"])
    #expect(rendered.findings.map(\.code) == [.severalLanguages])
    #expect(
      html("[:de]Eins[:en]One[:]")
        == "<div lang=\"de\"><p>Eins</p>\n</div>\n<div lang=\"en\"><p>One</p>\n</div>\n")
  }

  @Test func `A line shows one language or all`() {
    #expect(LanguageSplit.line("[:de]Willkommen[:en]Welcome[:]", language: "en") == "Welcome")
    #expect(LanguageSplit.line("[:de]Willkommen[:en]Welcome[:]") == "Willkommen / Welcome")
    #expect(LanguageSplit.line("Willkommen") == "Willkommen")
  }
}
