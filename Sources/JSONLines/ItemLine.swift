public import Bytes
public import Model

/// Writes an item as one line of JSON, described by `items.schema.json`.
///
/// Names are those of WordPress's REST API where it has one. Every value stands as the export has it; what was
/// decoded stands beside it under a name of its own. An element that the source lacks is left out, an empty one
/// is written empty.
public enum ItemLine {
  /// Appends the item and a line end to `json`.
  public static func write(_ item: Item, to json: inout JSONText) {
    json.object { json in
      writeIdentity(item, to: &json)
      writeDates(item, to: &json)
      writeText(item, to: &json)
      writeState(item, to: &json)
      json.member("terms", of: item.terms) { json, term in
        json.object { json in
          json.member("taxonomy", term.taxonomy)
          json.member("slug", term.slug)
          json.member("name", term.name)
        }
      }
      json.member("meta", of: item.meta) { $0.metaEntry($1) }
      json.member("comments", of: item.comments) { CommentObject.write($1, to: &$0) }
      json.member("attachment_url", item.attachmentURL)
      json.unknownElements(item.unknown)
      json.key("source")
      json.provenance(item.provenance)
      json.member("findings", of: item.findings) { $0.finding($1) }
    }
    json.endLine()
  }

  private static func writeIdentity(_ item: Item, to json: inout JSONText) {
    json.member("id", number: item.id)
    json.member("type", item.type)
    json.member("status", item.status)
    json.member("slug", item.slug)
    json.member("link", item.link)
    json.member("guid", item.guid)
    json.member("guid_is_permalink", item.guidIsPermalink)
    json.member("author", item.creator)
    json.member("parent", number: item.parent)
    json.member("menu_order", number: item.menuOrder)
    if let featured = item.featuredMediaID { json.member("featured_media", number: featured) }
  }

  private static func writeDates(_ item: Item, to json: inout JSONText) {
    json.member("date", item.date?.raw)
    json.member("date_gmt", item.dateGMT?.raw)
    json.member("modified", item.modified?.raw)
    json.member("modified_gmt", item.modifiedGMT?.raw)
    json.member("publication_date", item.publicationDate)
  }

  private static func writeText(_ item: Item, to json: inout JSONText) {
    json.member("title", item.rawTitle ?? item.title)
    if let title = item.title, let raw = item.rawTitle, title != raw { json.member("title_text", title) }
    json.member("kicker", item.kicker)
    json.member("content", item.content)
    json.member("excerpt", item.excerpt)
    json.member("description", item.description)
  }

  private static func writeState(_ item: Item, to json: inout JSONText) {
    if let sticky = item.sticky { json.member("sticky", flag: sticky) }
    json.member("password", item.password)
    json.member("comment_status", item.commentStatus)
    json.member("ping_status", item.pingStatus)
    if item.isPartial {
      json.key("partial")
      json.boolean(true)
    }
  }
}
