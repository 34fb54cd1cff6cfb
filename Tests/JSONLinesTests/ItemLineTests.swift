import Bytes
import JSONLines
import Model
import Testing

@Suite struct ItemLineTests {
  private var everything: Item {
    var item = Item(
      provenance: Provenance(
        input: "export.xml", inputIndex: 0, range: ByteRange(offset: 120, length: 900),
        sha256: String(repeating: "a", count: 64)))
    item.id = "12"
    item.type = "post"
    item.status = "publish"
    item.slug = "sommerfest"
    item.link = "https://qm-musterkiez.example/2016/05/sommerfest/"
    item.guid = "https://qm-musterkiez.example/?p=12"
    item.guidIsPermalink = "false"
    item.creator = "redaktion"
    item.parent = "0"
    item.menuOrder = "007"
    item.date = SourceDate("2016-05-24 12:15:00")
    item.dateGMT = SourceDate("0000-00-00 00:00:00")
    item.modified = SourceDate("2016-05-25 08:00:00")
    item.modifiedGMT = SourceDate("2016-05-25 06:00:00")
    item.publicationDate = ""
    item.rawTitle = "Fest &#8211; Fotos"
    item.title = "Fest – Fotos"
    item.content = "<p>Grüße\u{1F388}\t\"ja\"\\\n</p>"
    item.excerpt = ""
    item.description = ""
    item.sticky = "1"
    item.password = ""
    item.commentStatus = "open"
    item.pingStatus = "closed"
    item.kicker = "Aus dem Kiez:"
    item.isPartial = true
    item.attachmentURL = "https://qm-musterkiez.example/a.jpg"
    item.terms = [TermReference(taxonomy: "category", slug: "kiez", name: "Kiez & mehr")]
    item.meta = [MetaEntry(key: "_thumbnail_id", value: "9"), MetaEntry(key: "_thumbnail_id", value: "10")]
    item.meta.append(
      MetaEntry(
        key: "orte", value: "a:1:{s:1:\"b\";d:0.5;}",
        decoded: .array([PHPMember(name: "b", value: .double("0.5"))])))
    var comment = Model.Comment()
    comment.id = "3"
    comment.author = "Ayşe"
    comment.date = SourceDate("2016-05-24 18:00:00")
    comment.content = "Schön!"
    comment.approved = "1"
    comment.meta = [MetaEntry(key: "note", value: "a")]
    item.comments = [comment]
    item.unknown = [RawElement(name: "yoast:score", xml: "<yoast:score>9</yoast:score>")]
    item.findings = [Finding(.init("control-character"), .repair, at: 130, "U+0001 removed", count: 2)]
    return item
  }

  private func line(_ item: Item) -> [UInt8] {
    var json = JSONText()
    ItemLine.write(item, to: &json)
    return json.bytes
  }

  @Test func `A line with everything in it follows the schema`() throws {
    #expect(try SchemaValidator(Schemas.items).faults(in: line(everything)).isEmpty)
  }

  @Test func `A line of an item of which nothing is known follows the schema`() throws {
    let item = Item(provenance: Provenance(input: "x", inputIndex: 0, range: ByteRange(offset: 0, length: 0)))
    #expect(try SchemaValidator(Schemas.items).faults(in: line(item)).isEmpty)
  }

  @Test func `The schema refuses what a line never holds`() throws {
    let bad = Array(#"{"id":1.5,"terms":[],"meta":[],"comments":[],"findings":[],"colour":"red"}"#.utf8)
    #expect(try SchemaValidator(Schemas.items).faults(in: bad).count == 3)
  }

  @Test func `Numbers that are not written as numbers stay as they stood`() {
    let text = String(decoding: line(everything), as: UTF8.self)
    #expect(text.contains(#""id":12,"#))
    #expect(text.contains(#""menu_order":"007""#))
  }

  @Test func `What PHP serialized stands decoded beside the raw value`() {
    let text = String(decoding: line(everything), as: UTF8.self)
    #expect(text.contains(#"{"key":"orte","value":"a:1:{s:1:\"b\";d:0.5;}","decoded":{"b":0.5}}"#))
    #expect(!text.contains(#""value":"10","decoded""#))
  }

  @Test func `Custom fields keep their order and their duplicates`() {
    let text = String(decoding: line(everything), as: UTF8.self)
    #expect(
      text.contains(#""meta":[{"key":"_thumbnail_id","value":"9"},{"key":"_thumbnail_id","value":"10"},"#))
    #expect(text.contains(#""featured_media":9"#))
  }

  @Test func `The raw title stands first and the decoded one beside it`() {
    let text = String(decoding: line(everything), as: UTF8.self)
    #expect(text.contains(#""title":"Fest &#8211; Fotos","title_text":"Fest – Fotos""#))
  }

  @Test func `A line is one line`() {
    #expect(line(everything).count { $0 == UInt8(ascii: "\n") } == 1)
  }
}
