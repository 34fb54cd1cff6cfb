internal import Bytes
internal import Model

/// Writes a comment as a JSON object, personal data and all: it belongs to the full record.
enum CommentObject {
  static func write(_ comment: Comment, to json: inout JSONText) {
    json.object { json in
      json.member("id", number: comment.id)
      json.member("parent", number: comment.parent)
      json.member("type", comment.type)
      json.member("status", comment.approved)
      json.member("date", comment.date?.raw)
      json.member("date_gmt", comment.dateGMT?.raw)
      json.member("author", number: comment.userID)
      json.member("author_name", comment.author)
      json.member("author_email", comment.authorEmail)
      json.member("author_url", comment.authorURL)
      json.member("author_ip", comment.authorIP)
      json.member("content", comment.content)
      json.member("meta", of: comment.meta) { $0.metaEntry($1) }
      json.unknownElements(comment.unknown)
    }
  }
}
