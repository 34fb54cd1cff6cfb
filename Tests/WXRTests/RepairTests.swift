import Model
import Testing
import WXR

/// Damage inside items: what each element holds afterwards.
@Suite struct RepairTests {
  /// Reads three items, the middle one changed, and makes sure that the others are whole.
  static func middle(_ change: (String) -> String) throws -> (item: Item, bytes: [UInt8]) {
    let items = [Export.item(1), change(Export.item(2)), Export.item(3)]
    let text = Export.wrapping(items.joined())
    let export = Export(text)
    try #require(export.items.count == 3)
    #expect(export.items[0].findings == [])
    #expect(export.items[2].withoutPlaces == Export(Export.wrapping(Export.item(3))).items[0].withoutPlaces)
    return (export.items[1], Array(text.utf8))
  }

  /// The content of the ordinary item with something in its place.
  static func content(_ text: String) -> (String) -> String {
    { $0.replacing("<p>Alle sind eingeladen.</p>", with: text) }
  }

  @Test(arguments: [
    "a ]]> b", "]]>", "a]]>]]>b", "[code]<item><title>x</title></item>[/code]",
    "<item><title><![CDATA[x]]></title></item> und </item>\n<item> dazu", "<![CDATA[<b>]]></b>",
    "<content:encoded><![CDATA[geschachtelt]]></content:encoded> Rest", "</item>\n\t<item>\n",
    "<!-- wp:more ]]> -->",
  ])
  func `Whatever a text quotes, it is kept to the letter`(text: String) throws {
    let (item, _) = try Self.middle(Self.content(text))
    #expect(item.content == text)
    #expect(item.id == "2")
    #expect(item.meta == [MetaEntry(key: "_edit_last", value: "1")])
  }

  @Test func `A section that nobody closed ends with its element`() throws {
    let (item, bytes) = try Self.middle { $0.replacing("eingeladen.</p>]]>", with: "eingeladen.</p>") }
    #expect(item.content == "<p>Alle sind eingeladen.</p>")
    #expect(item.id == "2")
    let finding = try #require(item.findings.first { $0.code == .unclosedSection })
    let offset = try #require(finding.offset)
    #expect(String(decoding: bytes[offset...].prefix(12), as: UTF8.self) == "<![CDATA[<p>")
  }

  @Test func `A section without an end and an element without an end tag cost only the tag`() throws {
    let (item, _) = try Self.middle {
      $0.replacing("eingeladen.</p>]]></content:encoded>", with: "eingeladen.")
    }
    #expect(item.content?.hasPrefix("<p>Alle sind eingeladen.") == true)
    #expect(item.id == "2")
    #expect(item.status == "publish")
  }

  @Test func `The last section of an item, never closed, does not run into the next item`() throws {
    let (item, _) = try Self.middle {
      $0.replacing("[CDATA[1]]></wp:meta_value>", with: "[CDATA[1</wp:meta_value>")
    }
    #expect(item.meta == [MetaEntry(key: "_edit_last", value: "1")])
  }

  @Test func `A missing end tag ends where the next element begins`() throws {
    let (item, _) = try Self.middle {
      $0.replacing("</wp:post_id>", with: "").replacing("]]></wp:status>", with: "]]>")
    }
    #expect(item.id == "2")
    #expect(item.status == "publish")
    #expect(item.type == "post")
  }

  @Test func `A missing end of a custom field or comment is set`() throws {
    let (item, _) = try Self.middle {
      $0.replacing(
        "\t\t</wp:postmeta>\n\t</item>",
        with: """
          <wp:postmeta><wp:meta_key>zwei</wp:meta_key><wp:meta_value>2</wp:meta_value>
          <wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_content><![CDATA[Schön!]]></wp:comment_content>
          <wp:comment><wp:comment_id>8</wp:comment_id></wp:comment>
          </item>
          """)
    }
    #expect(item.meta.map(\.key) == ["_edit_last", "zwei"])
    #expect(item.comments.map(\.id) == ["7", "8"])
    #expect(item.comments.first?.content == "Schön!")
  }

  @Test func `An end tag that ends nothing is left out`() throws {
    let (item, _) = try Self.middle {
      $0.replacing("<wp:post_id>", with: "</wp:postmeta></span><wp:post_id>")
    }
    #expect(item.id == "2")
    #expect(item.findings.map(\.code) == [.strayEndTag])
    #expect(item.findings.first?.count == 2)
  }

  @Test func `Markup outside sections is kept as text`() throws {
    let (item, _) = try Self.middle {
      $0.replacing("<![CDATA[<p>Alle sind eingeladen.</p>]]>", with: "<p>Kaffee &amp; Kuchen<br>ab 3</p>")
    }
    #expect(item.content == "<p>Kaffee &amp; Kuchen<br>ab 3</p>")
    #expect(item.id == "2")
  }

  @Test(arguments: [
    (#"domain="category" nicename="a&b""#, "a&b"), (#"domain="category" nicename="a<b""#, "a<b"),
    (#"domain="category" nicename="a"b""#, #"a"b"#), ("domain=category nicename=ab", "ab"),
    (#"domain="category" domain="x" nicename="ab""#, "ab"), (#"domain='category' nicename='a&amp;b'"#, "a&b"),
  ])
  func `Attributes are read however they are written`(attributes: String, slug: String) throws {
    let (item, _) = try Self.middle { $0.replacing(#"domain="category" nicename="feste""#, with: attributes) }
    #expect(item.terms == [TermReference(taxonomy: "category", slug: slug, name: "Feste & Feiern")])
  }

  @Test(arguments: [
    ("A & B", "A & B", Finding.Code.bareAmpersand), ("A&nbsp;B", "A\u{A0}B", .undefinedEntity),
    ("A&unbekannt;B", "A&unbekannt;B", .bareAmpersand), ("A&#1;B", "A&#1;B", .controlCharacter),
    ("A <3 B", "A <3 B", .bareLessThan), ("A ]]> B", "A ]]> B", .straySectionEnd),
    ("A\u{1}B", "A\u{1}B", .controlCharacter), ("A\u{0}B", "A\u{0}B", .controlCharacter),
    ("A\u{FFFF}B", "A\u{FFFF}B", .controlCharacter), ("A<!-- x -->B", "AB", .comment),
  ])
  func `Text outside sections is kept`(text: String, expected: String, code: Finding.Code) throws {
    let (item, _) = try Self.middle { $0.replacing("<![CDATA[Sommerfest]]>", with: text) }
    #expect(item.title == expected)
    #expect(item.findings.map(\.code) == [code])
  }

  @Test(arguments: [
    "<![CDATA[a]]>&amp;<![CDATA[b]]>", "<![CDATA[a&]]><![CDATA[b]]>", "a&amp;<![CDATA[b]]>",
    "<![CDATA[a&]]>b",
  ])
  func `Sections and text in one element are read one after the other`(text: String) throws {
    let (item, _) = try Self.middle { $0.replacing("<![CDATA[Sommerfest]]>", with: text) }
    #expect(item.title == "a&b")
    #expect(item.findings == [])
  }

  @Test func `A text of more than ten million bytes outside sections is read`() throws {
    let text = String(repeating: "Kiez &amp; mehr. ", count: 650_000)
    let (item, _) = try Self.middle { $0.replacing("<![CDATA[Sommerfest]]>", with: text) }
    #expect(item.title?.utf8.count == 650_000 * 13)
  }

  @Test(arguments: [
    "<title>", "<![CDATA[", "]]>", "<link>", "<wp:comment>", "&", "<a b='", "<a b=\"x>", "</x>", "<!--",
    "<x>",
    "<?", "<wp:status><![CDATA[", "<!DOCTYPE ", "<wp:x y=\"",
  ])
  func `Damage repeated thousands of times takes no more than its length`(scrap: String) throws {
    let (item, _) = try Self.middle {
      $0.replacing("<wp:post_id>", with: String(repeating: scrap, count: 5_000) + "<wp:post_id>")
    }
    #expect(item.content != nil)
  }

  @Test func `An item without its start tag is found by its title`() throws {
    let (item, _) = try Self.middle { $0.replacing("<item>", with: "<itm>") }
    #expect(item.id == "2")
    #expect(item.title == "Sommerfest")
  }

  @Test func `Text between elements is kept raw`() throws {
    let (item, _) = try Self.middle { $0.replacing("<wp:post_id>", with: "Verirrt<wp:post_id>") }
    #expect(item.unknown.map(\.name) == ["#text"])
    #expect(item.unknown.first?.xml.trimmed == "Verirrt")
  }

  @Test func `A comment that nobody closed does not swallow the next item`() throws {
    let (item, _) = try Self.middle { $0.replacing("<wp:post_id>", with: "<!-- offen <wp:post_id>") }
    #expect(item.title == "Sommerfest")
    #expect(item.id == "2")
  }

  @Test func `A text of more than ten million bytes is read`() throws {
    let text = String(repeating: "Kiez und mehr. ", count: 800_000)
    let (item, _) = try Self.middle(Self.content(text))
    #expect(item.content == text)
  }

  @Test
  func `Carriage returns and control characters stay in custom fields, so that counted bytes still count`()
    throws
  {
    let value = "a:1:{s:4:\"\u{0}*\u{0}x\";s:4:\"a\r\nb\";}"
    let (item, _) = try Self.middle { $0.replacing("<![CDATA[1]]>", with: "<![CDATA[\(value)]]>") }
    #expect(item.meta.first?.value == value)
    #expect(Set(item.findings.map(\.code)) == [.controlCharacter, .carriageReturn])
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
