import Bytes
import Testing
import XML

@Suite struct EventParserTests {
  /// The events of a text in a short form, read by a parser that has read other things before.
  static func events(
    _ markup: String, prologue: String = "<r xmlns:wp='urn:wp'>", after earlier: [String] = []
  ) -> [String] {
    let parser = EventParser(prologue: Array(prologue.utf8))
    for text in earlier { parser.read(Array(text.utf8).span) }
    parser.read(Array(markup.utf8).span)
    let events = parser.events
    return events.list.map { event in
      switch event {
      case .start(let name, let attributes, let end):
        let values = events.attributes[attributes].map { " \(parser.name($0.name).qualified)=\($0.value)" }
        return "<\(parser.name(name).qualified)\(values.joined())>\(end)"
      case .end(let name, let end): return "</\(parser.name(name).qualified)>\(end)"
      case .text(let range): return String(decoding: events.text[range.offset..<range.end], as: UTF8.self)
      case .section(let number): return "#\(number)"
      }
    }
  }

  @Test func `Tags come with their places, attributes and texts`() {
    #expect(
      Self.events("<wp:a x=\"1 &amp; &lt; 2\">T&amp;&#228;</wp:a><b/>")
        == ["<wp:a x=1 & < 2>24", "T&ä", "</wp:a>44", "<b>46", "</b>48"])
  }

  @Test func `Sections are counted`() {
    #expect(
      Self.events("<a><![CDATA[]]></a><b><![CDATA[]]><![CDATA[]]></b>").filter { $0.hasPrefix("#") } == [
        "#0", "#1", "#2",
      ])
  }

  @Test func `A stretch that is not balanced does not spoil the next`() {
    let alone = Self.events("<a>x</a>")
    for broken in ["<a>", "</r>", "<a></b>", "<a x=>", "<a>&nichts;</a>", "<![CDATA[", "<a \u{1}/>"] {
      #expect(Self.events("<a>x</a>", after: ["<c>1</c>", broken]) == alone)
    }
  }

  @Test(arguments: ["<a>", "<a></b>", "</root>", "<a", "<a x=>", "<a>&nichts;</a>", "<a>\u{1}</a>", "<a/>x"])
  func `What is not well-formed is told`(text: String) {
    let parser = EventParser(prologue: Array("<root>".utf8))
    parser.read(Array(text.utf8).span)
    #expect(!parser.events.isWhole)
  }

  @Test func `An undeclared prefix is no fault, and its element has no namespace`() {
    let parser = EventParser(prologue: Array("<root>".utf8))
    parser.read(Array("<x:a/>".utf8).span)
    #expect(parser.events.faults == [])
    #expect(parser.name(NameID(index: 1)) == ElementName(prefix: "x", local: "a"))
  }

  @Test func `No entity is fetched and none is expanded`() {
    let bomb = """
      <!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>\
      <r>&b;&f;</r>
      """
    let texts = Self.events(bomb, prologue: "").filter { !$0.hasPrefix("<") }
    #expect(texts == [])
  }

  @Test func `Names are known again after a new beginning`() {
    let parser = EventParser(prologue: Array("<root>".utf8))
    for text in ["<a/>", "<b", "<a/>", "<c></d>", "<a/>"] { parser.read(Array(text.utf8).span) }
    guard case .start(let name, _, _)? = parser.events.list.first else {
      Issue.record("no start tag")
      return
    }
    #expect(parser.name(name) == ElementName(local: "a"))
  }

  @Test(arguments: [
    ("Tom &amp; Jerry", "Tom & Jerry"), ("&#8217;&#x2013;&nbsp;", "’–\u{A0}"), ("&amp;amp;", "&amp;"),
    ("a & b;", "a & b;"),
    ("&unbekannt;", "&unbekannt;"), ("&#150;", "–"), ("&#0;&#xD800;", "\u{0}&#xD800;"), ("&", "&"),
    ("ohne", "ohne"),
  ])
  func `References of HTML are resolved once`(text: String, expected: String) {
    #expect(NamedCharacters.decodingReferences(text) == expected)
  }
}
