internal import Bytes

/// What a file is, told from its first bytes and never from its name.
public enum InputKind: Sendable, Hashable {
  /// A WordPress export (WXR), or a piece of one.
  case export
  /// A gzip file; what is in it is told after unpacking.
  case gzip
  /// A zip file of any number of entries.
  case zip
  /// A web archive (WARC).
  case webArchive
  /// An HTML page.
  case page
  /// A page saved as MHTML.
  case mhtml
  /// Plain text, perhaps a page's.
  case text
  /// Nothing at all.
  case empty
  /// Something else, such as a picture.
  case unknown

  /// How many leading bytes are enough to tell.
  public static let headLength = 65_536

  /// Tells the kind of a file from its first bytes.
  public init(head: [UInt8]) {
    let bytes = head.span
    if bytes.isEmpty {
      self = .empty
    } else if head.starts(with: [0x1f, 0x8b]) {
      self = .gzip
    } else if bytes.hasBytes("PK\u{3}\u{4}", at: 0) || bytes.hasBytes("PK\u{5}\u{6}", at: 0) {
      self = .zip
    } else if bytes.hasBytes("WARC/", at: 0) {
      self = .webArchive
    } else {
      self = Self.textKind(head)
    }
  }

  private static func textKind(_ head: [UInt8]) -> InputKind {
    // UTF-16 text without its zero bytes is near enough to ASCII to be told by its words.
    let isWide = head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) || hasWideTag(head)
    let words = (isWide ? head.filter { $0 != 0 } : head).map(lowercased)
    let text = words.span
    if text.firstIndex(of: "<rss") != nil || text.firstIndex(of: "wordpress.org/export/") != nil
      || text.firstIndex(of: "<wp:post_id>") != nil
    {
      return .export
    }
    if text.firstIndex(of: "mime-version:") != nil, text.firstIndex(of: "multipart/related") != nil {
      return .mhtml
    }
    for mark: StaticString in ["<!doctype html", "<html", "<head", "<body", "<div", "<article"]
    where text.firstIndex(of: mark) != nil {
      return .page
    }
    let controls = words.count { $0 < 9 || ($0 > 13 && $0 < 32) }
    return controls * 50 > words.count ? .unknown : .text
  }

  private static func hasWideTag(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x3c, 0x00]) || head.starts(with: [0x00, 0x3c])
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
