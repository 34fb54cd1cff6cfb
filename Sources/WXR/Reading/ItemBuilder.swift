import Bytes
import Model
import XML

/// Makes an ``Item`` of the events of one piece; its elements may come in any order.
struct ItemBuilder: ~Copyable {
  private let dialect: Dialect.Rules
  private var cursor: EventCursor
  private var item: Item

  init(_ dialect: Dialect.Rules, _ cursor: EventCursor, provenance: Provenance) {
    self.dialect = dialect
    self.cursor = cursor
    item = Item(provenance: provenance)
    item.findings = cursor.text.findings
  }

  consuming func build() -> Item {
    while let event = cursor.next() {
      switch event {
      // The item's own start tag: all else stands in it.
      case .start(let name, _, _) where cursor.field(name) == .item: break
      case .start(let name, let attributes, let end): read(name, attributes, end)
      case .end: break
      case .text, .section: cursor.noteStray(event)
      }
    }
    item.unknown += cursor.strayElements
    item.findings += cursor.strayFindings(at: item.provenance.range.offset)
    if dialect.isWXR1_0 { dropTwins() }
    return item
  }

  private mutating func read(_ name: NameID, _ attributes: Range<Int>, _ end: Int) {
    switch cursor.field(name) {
    case .title:
      let title = cursor.elementText()
      item.rawTitle = title
      item.title = dialect.encodesTitles ? NamedCharacters.decodingReferences(title) : title
    case .link: item.link = cursor.elementText()
    case .publicationDate: item.publicationDate = cursor.elementText()
    case .creator: item.creator = cursor.elementText()
    case .guid:
      item.guidIsPermalink = cursor.attribute("isPermaLink", attributes)
      item.guid = cursor.elementText()
    case .description: item.description = cursor.elementText()
    case .content: item.content = cursor.elementText()
    case .excerpt: item.excerpt = cursor.elementText()
    case .postID: item.id = cursor.elementText()
    case .postDate: item.date = SourceDate(cursor.elementText())
    case .postDateGMT: item.dateGMT = SourceDate(cursor.elementText())
    case .postModified: item.modified = SourceDate(cursor.elementText())
    case .postModifiedGMT: item.modifiedGMT = SourceDate(cursor.elementText())
    case .commentStatus: item.commentStatus = cursor.elementText()
    case .pingStatus: item.pingStatus = cursor.elementText()
    case .postName: item.slug = cursor.elementText()
    case .status: item.status = cursor.elementText()
    case .postParent: item.parent = cursor.elementText()
    case .menuOrder: item.menuOrder = cursor.elementText()
    case .postType: item.type = cursor.elementText()
    case .postPassword: item.password = cursor.elementText()
    case .isSticky: item.sticky = cursor.elementText()
    case .attachmentURL: item.attachmentURL = cursor.elementText()
    case .category where !cursor.isWordPress(name): readTerm(attributes)
    case .postMeta:
      let entry = cursor.metaEntry(startTagEnd: end, &item.findings)
      item.meta.append(entry.meta)
      item.unknown += entry.unknown
    case .comment: readComment(end)
    default: readUnknown(name, end)
    }
  }

  private mutating func readUnknown(_ name: NameID, _ end: Int) {
    let qualified = cursor.vocabulary.name(name)
    if let prefix = qualified.prefix, qualified.namespace == nil {
      let offset = cursor.inputRange(fromTagEndingAt: end, to: end).offset
      item.findings.append(
        Finding(
          .undeclaredPrefix, .repair, at: offset, "prefix “\(prefix)” was never declared, element kept raw"))
    }
    item.unknown.append(cursor.rawElement(name, startTagEnd: end))
  }

  private mutating func readTerm(_ attributes: Range<Int>) {
    let domain = cursor.attribute("domain", attributes) ?? ""
    let taxonomy =
      switch domain {
      case "": "category"
      case "tag": "post_tag"
      default: domain
      }
    item.terms.append(
      TermReference(
        taxonomy: taxonomy, slug: cursor.attribute("nicename", attributes) ?? "",
        name: NamedCharacters.decodingReferences(cursor.elementText())))
  }

  private mutating func readComment(_ startTagEnd: Int) {
    var comment = Comment()
    var findings: [Finding] = []
    let end = cursor.forEachChild { cursor, field, name, end in
      Self.read(into: &comment, &cursor, field, name, end, &findings)
    }
    item.findings += findings
    var provenance = item.provenance
    provenance.range = cursor.inputRange(fromTagEndingAt: startTagEnd, to: end)
    provenance.sha256 = ""
    comment.provenance = provenance
    item.comments.append(comment)
  }

  private static func read(
    into comment: inout Comment, _ cursor: inout EventCursor, _ field: Field, _ name: NameID, _ end: Int,
    _ findings: inout [Finding]
  ) {
    switch field {
    case .commentID: comment.id = cursor.elementText()
    case .commentAuthor: comment.author = cursor.elementText()
    case .commentAuthorEmail: comment.authorEmail = cursor.elementText()
    case .commentAuthorURL: comment.authorURL = cursor.elementText()
    case .commentAuthorIP: comment.authorIP = cursor.elementText()
    case .commentDate: comment.date = SourceDate(cursor.elementText())
    case .commentDateGMT: comment.dateGMT = SourceDate(cursor.elementText())
    case .commentContent: comment.content = cursor.elementText()
    case .commentApproved: comment.approved = cursor.elementText()
    case .commentType: comment.type = cursor.elementText()
    case .commentParent: comment.parent = cursor.elementText()
    case .commentUserID: comment.userID = cursor.elementText()
    case .commentMeta:
      let entry = cursor.metaEntry(startTagEnd: end, &findings)
      comment.meta.append(entry.meta)
      comment.unknown += entry.unknown
    default: comment.unknown.append(cursor.rawElement(name, startTagEnd: end))
    }
  }

  /// WXR 1.0 writes each term of an item twice, once without its slug.
  private mutating func dropTwins() {
    let terms = item.terms
    item.terms = terms.filter { term in
      !term.slug.isEmpty
        || !terms.contains { $0.taxonomy == term.taxonomy && $0.name == term.name && !$0.slug.isEmpty }
    }
  }
}

extension EventCursor {
  /// The custom field whose start tag was just met, its value decoded where PHP serialized it.
  mutating func metaEntry(
    startTagEnd: Int, _ findings: inout [Finding]
  ) -> (meta: MetaEntry, unknown: [RawElement]) {
    var entry = MetaEntry(key: "", value: "")
    var unknown: [RawElement] = []
    forEachChild { cursor, field, name, end in
      switch field {
      case .metaKey: entry.key = cursor.elementText()
      case .metaValue: entry.value = cursor.elementText()
      default: unknown.append(cursor.rawElement(name, startTagEnd: end))
      }
    }
    let finding = entry.decode(at: inputRange(fromTagEndingAt: startTagEnd, to: startTagEnd).offset)
    if let finding { findings.append(finding) }
    return (entry, unknown)
  }
}
