import Testing

@testable import BagIt

struct BagNameTests {
  @Test(arguments: [
    ("beitrag.md", "beitrag.md"), ("Fußgänger über die Straße.md", "Fußgänger über die Straße.md"),
    ("100 % Kiez", "100 _ Kiez"), ("a\nb\rc", "a_b_c"), ("a\u{85}b\u{2028}c\u{2029}d", "a_b_c_d"),
    (" rand ", "rand"), ("ende...", "ende"), (". .", "_"), ("..", "_"), ("", "_"), ("   ", "_"),
    ("was?<wer>:\"|*\\/", "was__wer_______"), ("Mu\u{308}ller", "Müller"), ("NUL", "_NUL"),
    ("con.txt", "_con.txt"), ("Com7.md", "_Com7.md"), ("LPT²", "_LPT²"), ("console", "console"),
    (".htaccess", ".htaccess"), ("\u{202E}rtl", "\u{202E}rtl"), ("ganz🏳️‍🌈bunt", "ganz🏳️‍🌈bunt"),
  ])
  func `A component becomes safe and otherwise stays`(name: String, safe: String) {
    #expect(Array(BagName.component(name).unicodeScalars) == Array(safe.unicodeScalars))
    #expect(BagName.component(safe) == safe)
  }

  @Test func `A long name is cut between characters and keeps its extension`() {
    let name = BagName.component(String(repeating: "ä", count: 300) + ".md")
    #expect(name == String(repeating: "ä", count: 98) + ".md")
    let family = BagName.component(String(repeating: "👩‍👩‍👧", count: 30))
    #expect(family == String(repeating: "👩‍👩‍👧", count: 11))
    let zalgo = BagName.component("a" + String(repeating: "\u{301}\u{302}", count: 300))
    #expect(zalgo.utf8.count <= 200 && zalgo.utf8.count > 190)
  }

  @Test func `A long path gives way in its longest folder first`() {
    let path = BagName.path(
      "2019/" + String(repeating: "f", count: 200) + "/" + String(repeating: "n", count: 60) + ".md")
    #expect(path.utf8.count == 240)
    #expect(path.hasSuffix("/" + String(repeating: "n", count: 60) + ".md"))
    let many = BagName.path(Array(repeating: "ordner", count: 90).joined(separator: "/") + "/name.md")
    #expect(many.utf8.count <= 240 && many.hasSuffix("/name.md") && many.hasPrefix("ordner/"))
  }

  @Test func `No path leaves the folder`() {
    #expect(BagName.path("/../../etc/passwd") == "_/_/etc/passwd")
    #expect(BagName.path("///") == "_")
    #expect(BagName.isSafe(path: "data/a b.md"))
    #expect(!BagName.isSafe(path: "data/../a"))
  }

  @Test func `Every safe path is safe for good`() {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "/", ".", " ", "%", "\n", "a", "ß", "e\u{301}", "\u{212B}", "CON", "🏳️‍🌈", "\u{0}",
      String(repeating: "x", count: 70),
    ]
    for _ in 0..<500 {
      let name = (0..<Int.random(in: 0...20, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let safe = BagName.path(name)
      #expect(BagName.path(safe) == safe && safe.utf8.count <= 240, "\(name.debugDescription)")
      #expect(safe.split(separator: "/").allSatisfy { $0.utf8.count <= 200 })
    }
  }
}

struct BagNamesTests {
  @Test func `Names that some file system cannot tell apart get numbers`() {
    var names = BagNames()
    #expect(names.claim("a/Straße.md") == "a/Straße.md")
    #expect(names.claim("a/STRASSE.md") == "a/STRASSE-2.md")
    #expect(names.claim("a/straße.md") == "a/straße-3.md")
    #expect(names.claim("a/Strasse-2.md") == "a/Strasse-2-2.md")
    #expect(names.claim("mu\u{308}ll") == "müll")
    #expect(names.claim("m\u{FC}ll") == "müll-2")
  }

  @Test func `A folder keeps one spelling, and no file takes its name`() {
    var names = BagNames()
    #expect(names.claim("Kiez/a.md") == "Kiez/a.md")
    #expect(names.claim("Kiez/b.md") == "Kiez/b.md")
    #expect(names.claim("kiez/c.md") == "kiez-2/c.md")
    #expect(names.claim("kiez/d.md") == "kiez-2/d.md")
    #expect(names.claim("KIEZ") == "KIEZ-3")
    #expect(names.claim("datei") == "datei")
    #expect(names.claim("datei/e.md") == "datei-2/e.md")
  }

  @Test func `Numbered names stay within the limits`() {
    var names = BagNames()
    let long = String(repeating: "ü", count: 150) + ".html"
    let claimed = (0..<12).map { _ in names.claim(long) }
    #expect(Set(claimed).count == 12)
    #expect(claimed.allSatisfy { $0.utf8.count <= 200 && $0.hasSuffix(".html") })
  }
}
