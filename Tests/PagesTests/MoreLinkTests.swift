import Testing

@testable import Pages

@Suite struct MoreLinkTests {
  @Test(arguments: [
    "Weiterlesen →", "weiterlesen", "Weiterlesen »", "Mehr", "(mehr…)", "[mehr]", "(more…)",
    "Continue reading →", "Read more »", "Lire la suite →", "Weiterlesen…", "… weiterlesen",
    "Weiterlesen → “Sommerfest im Hof”", "Weiterlesen → „Sommerfest im Hof“",
    "Weiterlesen → «Sommerfest im Hof»",
    "Weiterlesen “Sommerfest im Hof”", "„Sommerfest im Hof“ weiterlesen", "Sommerfest im Hof weiterlesen →",
    "Weiterlesen Sommerfest im Hof", "Weiterlesen → “Sommerfest im Hof” </span",
    "Weiterlesen → “Sommerfest im Hof” </span>", "Weiterlesen\u{A0}→", "Den Rest des Eintrags lesen »",
    "Read the rest of this entry »", "Continue reading “Sommerfest im Hof”",
  ])
  func `Every printed form is one`(text: String) {
    #expect(MoreLink.isWhole(text, titles: ["Sommerfest im Hof"]))
  }

  @Test(arguments: [
    "Sommerfest im Hof", "Mehr Grün im Kiez", "Wir wollen weiterlesen, bis es dunkel wird",
    "Das Buch kann man weiter lesen lassen",
    "More than words", "Es gibt mehr", "Details folgen", "", "Weiterlesen → und dann noch ein ganzer Satz",
  ])
  func `What only looks like one is none`(text: String) {
    #expect(!MoreLink.isWhole(text, titles: ["Ein Titel"]))
  }

  @Test func `Its title and its cut tag are told`() throws {
    let (start, link) = try #require(
      MoreLink.trailing(in: "Alle sind geladen. Weiterlesen → “Sommerfest & mehr” </span"))
    #expect(
      "Alle sind geladen. Weiterlesen → “Sommerfest & mehr” </span"[..<start].trimmed == "Alle sind geladen.")
    #expect(link.title == "Sommerfest & mehr")
    #expect(link.cutTag == "</span")
  }

  @Test func `A title before it is told only when the post has it`() throws {
    let text = "Wir feiern. „Sommerfest“ weiterlesen →"
    let known = try #require(MoreLink.trailing(in: text, titles: ["Sommerfest"]))
    #expect(text[..<known.start].trimmed == "Wir feiern.")
    #expect(known.link.title == "Sommerfest")
    let unknown = try #require(MoreLink.trailing(in: text, titles: ["Winterfest"]))
    #expect(text[..<unknown.start].trimmed == "Wir feiern. „Sommerfest“")
  }

  @Test func `Everyday words count only with an arrow, in brackets or alone`() {
    #expect(MoreLink.trailing(in: "Wir wollen mehr") == nil)
    #expect(MoreLink.trailing(in: "Wir feiern. mehr →") != nil)
    #expect(MoreLink.trailing(in: "Wir feiern. [mehr]") != nil)
  }

  @Test func `A theme's own words are learned from its profile`() {
    #expect(!MoreLink.isWhole("Hereinspaziert →"))
    #expect(MoreLink.isWhole("Hereinspaziert →", words: .common.adding(["Hereinspaziert"])))
  }
}
