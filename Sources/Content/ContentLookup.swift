/// What the notation of a post may need to know of the rest of the site.
public protocol ContentLookup: Sendable {
  /// The item of that id, of whatever type, or nil where the export has none.
  func item(_ id: String) -> ContentItem?
  /// The attachment of that id, or nil where the export has none.
  func attachment(_ id: String) -> ContentAttachment?
  /// The attachments whose parent is the item of that id, by menu order, then by id.
  func attachments(ofParent id: String) -> [ContentAttachment]
}

/// An item as another item's content may refer to it.
public struct ContentItem: Sendable, Hashable {
  /// The post type, such as `post` or `wp_block`.
  public var type: String
  /// The status, such as `publish` or `draft`.
  public var status: String
  /// The permalink.
  public var link: String
  /// The title.
  public var title: String
  /// The raw content, where the type is one whose content others include (`wp_block`); may be empty for others.
  public var content: String

  /// Makes an item.
  public init(
    type: String, status: String = "publish", link: String = "", title: String = "", content: String = ""
  ) {
    self.type = type
    self.status = status
    self.link = link
    self.title = title
    self.content = content
  }
}

/// An attachment as another item's content may refer to it.
public struct ContentAttachment: Sendable, Hashable {
  /// The attachment's id.
  public var id: String
  /// The address of the file.
  public var url: String
  /// The title.
  public var title: String
  /// The alternative text, from `_wp_attachment_image_alt`.
  public var alternativeText: String
  /// The caption: the attachment's excerpt, which may hold HTML.
  public var caption: String
  /// The media type, such as `image/jpeg`; where it is empty the file's extension tells.
  public var mediaType: String

  /// Makes an attachment.
  public init(
    id: String, url: String, title: String = "", alternativeText: String = "", caption: String = "",
    mediaType: String = ""
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.alternativeText = alternativeText
    self.caption = caption
    self.mediaType = mediaType
  }

  /// What kind of file it is: `image`, `audio`, `video`, or another first half of a media type.
  public var kind: String {
    if let slash = mediaType.firstIndex(of: "/") { return String(mediaType[..<slash]) }
    return Self.kind(ofAddress: url)
  }

  /// The kind that an address's extension tells, empty where it tells none.
  static func kind(ofAddress url: String) -> String {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: ".") else { return "" }
    switch asciiLowercased(String(path[path.index(after: dot)...])) {
    case "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff", "ico", "heic":
      return "image"
    case "mp3", "ogg", "oga", "m4a", "wav", "flac", "wma", "opus": return "audio"
    case "mp4", "m4v", "webm", "ogv", "flv", "mov", "avi", "wmv", "mkv": return "video"
    default: return ""
    }
  }
}

/// A lookup that knows nothing: for content that stands alone.
public struct NoContentLookup: ContentLookup {
  /// Makes a lookup that knows nothing.
  public init() {}
  /// Nothing.
  public func item(_ id: String) -> ContentItem? { nil }
  /// Nothing.
  public func attachment(_ id: String) -> ContentAttachment? { nil }
  /// Nothing.
  public func attachments(ofParent id: String) -> [ContentAttachment] { [] }
}
