public import Bytes

/// A page that a WACZ file lists, so that a reader can find it by its title and search its text.
public struct WACZPage: Sendable, Hashable {
  /// The page's target URI, as in its record.
  public let uri: TargetURI
  /// The page's capture time, as in its record.
  public let date: UTCTime
  /// The title that readers see.
  public let title: String
  /// The visible text, for full-text search.
  public let text: String?

  /// Describes a page.
  public init(uri: TargetURI, date: UTCTime, title: String, text: String?) {
    self.uri = uri
    self.date = date
    self.title = title
    self.text = text
  }

  /// The page's line in a list of pages, its end included.
  public var line: [UInt8] {
    var json = JSONText(capacity: 256 + (text?.utf8.count ?? 0))
    json.object { json in
      json.key("id")
      json.string(NameBasedUUID(name: "\(uri.text) \(date)".utf8).description)
      json.key("url")
      json.string(uri.text)
      json.key("ts")
      json.string(date.description)
      json.key("title")
      json.string(title)
      if let text {
        json.key("text")
        json.string(text)
      }
    }
    json.endLine()
    return json.bytes
  }
}

/// A list of pages (WACZ 1.1.1, section 5.2.3).
public enum WACZPageList {
  /// The two lists that a file may have.
  public enum Kind: String, Sendable, Hashable {
    /// What a visitor came for: `pages/pages.jsonl`.
    case pages
    /// Pages of less interest: `pages/extraPages.jsonl`.
    case extraPages

    /// The list's path in the file.
    public var path: String { "pages/\(rawValue).jsonl" }
  }

  /// The first line of a list with that title, its end included.
  public static func header(_ kind: Kind, title: String, hasText: Bool) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("format")
      json.string("json-pages-1.0")
      json.key("id")
      json.string(kind.rawValue)
      json.key("title")
      json.string(title)
      json.key("hasText")
      json.boolean(hasText)
    }
    json.endLine()
    return json.bytes
  }
}
