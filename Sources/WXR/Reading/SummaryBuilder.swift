import Model
import XML

/// Makes an ``ItemSummary`` of the events of one piece, without copying its texts.
struct SummaryBuilder: ~Copyable {
  private let dialect: Dialect.Rules
  private var cursor: EventCursor
  private var summary = ItemSummary()

  init(_ dialect: Dialect.Rules, _ cursor: EventCursor) {
    self.dialect = dialect
    self.cursor = cursor
    summary.findings = cursor.text.findings
  }

  consuming func build() -> ItemSummary {
    var excerptBytes: EventCursor?
    while let event = cursor.next() {
      guard case .start(let name, let attributes, _) = event else { continue }
      switch cursor.field(name) {
      case .item: break
      case .title:
        let title = cursor.elementText()
        summary.title = dialect.encodesTitles ? NamedCharacters.decodingReferences(title) : title
      case .link: summary.link = cursor.elementText()
      case .guid: summary.guid = cursor.elementText()
      case .creator: summary.creator = cursor.elementText()
      case .content: summary.contentLength = cursor.skipElement()
      case .excerpt:
        excerptBytes = cursor
        _ = cursor.skipElement()
      case .postID: summary.id = cursor.elementText()
      case .postDate: summary.date = cursor.elementText()
      case .postName: summary.slug = cursor.elementText()
      case .status:
        let status = cursor.elementText()
        if !status.isEmpty { summary.status = status }
      case .postParent: summary.parent = cursor.elementText()
      case .menuOrder: summary.menuOrder = cursor.elementText()
      case .postType:
        let type = cursor.elementText()
        if !type.isEmpty { summary.type = type }
      case .postPassword: summary.isPasswordProtected = cursor.skipElement() > 0
      case .attachmentURL: summary.attachmentURL = cursor.elementText()
      case .category:
        summary.termCount += 1
        noteTerm(attributes)
        _ = cursor.skipElement()
      case .comment:
        summary.commentCount += 1
        _ = cursor.skipElement()
      case .postMeta: readMeta()
      default: _ = cursor.skipElement()
      }
    }
    // Only of attachments the excerpt is needed, and only at the end the type is known.
    if summary.type == "attachment", var cursor = excerptBytes { summary.caption = cursor.elementText() }
    return summary
  }

  /// Polylang keeps an item's language and the group of its translations in terms.
  private mutating func noteTerm(_ attributes: Range<Int>) {
    switch cursor.attribute("domain", attributes) {
    case "language": summary.language = cursor.attribute("nicename", attributes) ?? ""
    case "post_translations": summary.translationGroup = cursor.attribute("nicename", attributes) ?? ""
    default: break
    }
  }

  private mutating func readMeta() {
    summary.metaCount += 1
    var key = ""
    while let event = cursor.next() {
      switch event {
      case .start(let name, _, _):
        switch cursor.field(name) {
        case .metaKey: key = cursor.elementText()
        case .metaValue: readValue(of: key)
        default: _ = cursor.skipElement()
        }
      case .end: return
      case .text, .section: break
      }
    }
  }

  private mutating func readValue(of key: String) {
    switch key {
    case "_thumbnail_id" where summary.featuredMediaID.isEmpty: summary.featuredMediaID = cursor.elementText()
    case "_wp_old_slug": summary.oldSlugs.append(cursor.elementText())
    case "_wp_attached_file": summary.attachedFile = cursor.elementText()
    case "_wp_attachment_image_alt": summary.alternativeText = cursor.elementText()
    case "_wpml_import_language_code", "_wpml_language", "wpml_language":
      let language = cursor.elementText()
      if summary.language.isEmpty { summary.language = language }
    case "_wpml_import_translation_group", "_icl_translation_group":
      let group = cursor.elementText()
      if summary.translationGroup.isEmpty { summary.translationGroup = group }
    default: _ = cursor.skipElement()
    }
  }
}
