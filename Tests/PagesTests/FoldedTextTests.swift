import Testing

@testable import Pages

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("\"Fest\" - wir feiern...", "„Fest“ – wir feiern…"),
    ("Rock 'n' Roll", "Rock ‘n’ Roll"),
    ("9 x 12 Meter", "9 × 12\u{A0}Meter"),
    ("vor -- und --- nach", "vor – und — nach"),
    ("``Zitat''", "“Zitat”"),
    ("  viel   Raum ", "viel\nRaum"),
    ("Quartiersmanagement", "Quartiers\u{AD}management"),
  ])
  func `What WordPress's typography changes makes no difference`(source: String, page: String) {
    #expect(FoldedText(source) == FoldedText(page))
  }

  @Test func `Letters and case make one`() {
    #expect(FoldedText("Fest") != FoldedText("fest"))
    #expect(FoldedText("Fest") != FoldedText("Feste"))
  }

  @Test func `Words stand without their marks`() {
    #expect(FoldedText("„Komm!“, rief sie – 3 Mal").words == ["komm", "rief", "sie", "3", "mal"])
  }
}
