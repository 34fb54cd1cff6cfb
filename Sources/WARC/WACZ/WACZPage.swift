public import Bytes

/// A page that a WACZ file lists, so that a reader can find it by its title and search its text.
public struct WACZPage: Sendable, Hashable {
  /// The page's target URI, as in its record.
  public let uri: TargetURI
  /// The page's capture time, as in its record.
  public let date: UTCTime
  /// The title that readers see.
  public let title: String
  /// The visible text in UTF-8, for full-text search.
  public let text: [UInt8]?

  /// Describes a page; `text` is in UTF-8.
  public init(uri: TargetURI, date: UTCTime, title: String, text: [UInt8]?) {
    self.uri = uri
    self.date = date
    self.title = title
    self.text = text
  }

  /// Describes a page.
  public init(uri: TargetURI, date: UTCTime, title: String, text: String) {
    self.init(uri: uri, date: date, title: title, text: Array(text.utf8))
  }

  /// Appends the page's line in a list of pages, its end included.
  public func write(to json: inout JSONText) {
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
        json.string(text.span)
      }
    }
    json.endLine()
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

  /// Appends the first line of a list with that title, its end included.
  public static func writeHeader(_ kind: Kind, title: String, hasText: Bool, to json: inout JSONText) {
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
  }
}
