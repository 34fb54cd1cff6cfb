import HTML
import Model
import Testing

/// What a browser would lose, in both readings.
struct ArchivalReadingTests {
  /// A broken piece, how the standard reads it, how the archival reading does, and what each says.
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let standard: String
    let archival: String
    let codes: [Finding.Code]

    init(_ source: String, standard: String, archival: String, _ codes: Finding.Code...) {
      self.source = source
      self.standard = standard
      self.archival = archival
      self.codes = codes
    }

    var testDescription: String { source }
  }

  static let cases = [
    Case(
      "<p>Ende <b>hier</b", standard: "<p>Ende <b>hier</b></p>", archival: "<p>Ende <b>hier</b></p>", .cutTag),
    Case("Hof</span", standard: "Hof", archival: "Hof&lt;/span", .cutTag),
    Case(
      "<p>Siehe <a href=\"http://x/beit", standard: "<p>Siehe </p>",
      archival: "<p>Siehe &lt;a href=\"http://x/beit</p>", .cutTag),
    Case(
      "<a href=\"x>Mehr</a><p>Text", standard: "", archival: "<a href=\"x\">Mehr</a><p>Text</p>", .openQuote),
    Case(
      "<a href=\"x>Mehr</a> <a href=\"y\">Rest</a>",
      standard: "<a href=\"x&gt;Mehr&lt;/a&gt; &lt;a href=\" y\"=\"\">Rest</a>",
      archival: "<a href=\"x\">Mehr</a> <a href=\"y\">Rest</a>", .openQuote),
    Case(
      "<a href='x\">Mehr</a> it's da.", standard: "", archival: "<a href=\"x&quot;\">Mehr</a> it's da.",
      .openQuote),
    Case(
      "<p title='<b>Hof</b>'class=x>Text",
      standard: "<p title=\"&lt;b&gt;Hof&lt;/b&gt;\" class=\"x\">Text</p>",
      archival: "<p title=\"&lt;b&gt;Hof&lt;/b&gt;\" class=\"x\">Text</p>"),
    Case("a<!-- b> c", standard: "a<!-- b> c-->", archival: "a<!-- b--> c", .openComment),
    Case(
      "<iframe src=\"v\">Danach<p>Text", standard: "<iframe src=\"v\">Danach<p>Text</iframe>",
      archival: "<iframe src=\"v\"></iframe>Danach<p>Text</p>", .openRawText),
    Case("I </3 you", standard: "I <!--3 you-->", archival: "I &lt;/3 you", .bogusComment),
    Case(
      "a<![CDATA[ x > y ]]>b", standard: "a<!--[CDATA[ x --> y ]]&gt;b", archival: "a x &gt; y b", .strayCDATA
    ),
    Case("a\0b", standard: "ab", archival: "a\u{FFFD}b", .nulCharacter),
    Case("a\u{1}b", standard: "a\u{1}b", archival: "a\u{1}b", Finding.Code("control-character")),
    Case("\u{84}Hof\u{93}", standard: "\u{84}Hof\u{93}", archival: "„Hof“", .c1Character),
    Case("&#132;Hof&#147;", standard: "„Hof“", archival: "„Hof“", .c1Character),
    Case(
      "<i title='\u{84}'>", standard: "<i title=\"\u{84}\"></i>", archival: "<i title=\"„\"></i>",
      .c1Character),
  ]

  @Test func `Text between framesets is kept and reported`() {
    let source = Array("<frameset><frame src=a>Hof<p>Garten</frameset>Ende".utf8)
    let standard = Document(parsing: source)
    let archival = Document(archivalParsing: source)
    #expect(standard.textContent(of: standard.root) == "")
    #expect(archival.textContent(of: archival.root) == "HofGartenEnde")
    #expect(standard.findings.map(\.code) == [.misplacedText])
    #expect(standard.findings.map(\.severity) == [.loss])
    #expect(archival.findings.map(\.severity) == [.repair])
  }

  @Test(arguments: cases) func `What a browser would lose is kept and reported`(_ example: Case) {
    let source = Array(example.source.utf8)
    let standard = Document(fragment: source)
    let archival = Document(archivalFragment: source)
    #expect(String(decoding: standard.html, as: UTF8.self) == example.standard)
    #expect(String(decoding: archival.html, as: UTF8.self) == example.archival)
    for code in example.codes {
      #expect((standard.findings + archival.findings).contains { $0.code == code })
    }
  }
}
