internal import Bytes
internal import WARC

/// Tells what a medium is from its first bytes, never from its name.
enum MediaSignature {
  /// How many leading bytes are enough to tell.
  static let headLength = 4096

  /// The media type, or nil where nothing that is known here begins so.
  static func type(of head: [UInt8]) -> MediaType? {
    let name = signatures.first { $0.matches(head) }?.type ?? container(head) ?? markup(head)
    return name.flatMap { MediaType($0) }
  }

  /// Whether a medium of that type has been compressed already, so that another time gains nothing.
  static func isCompressed(_ type: MediaType?) -> Bool {
    guard let type = type?.description else { return false }
    if ["image/svg+xml", "image/bmp", "image/tiff", "image/x-icon", "audio/x-wav"].contains(type) {
      return false
    }
    return type.hasPrefix("image/") || type.hasPrefix("video/") || type.hasPrefix("audio/")
      || type.hasPrefix("font/") || compressed.contains(type)
  }

  private static let compressed: Set<String> = [
    "application/pdf", "application/zip", "application/gzip", "application/x-7z-compressed",
    "application/x-xz",
    "application/x-bzip2", "application/vnd.rar", "application/epub+zip",
  ]

  /// Bytes that stand at a place.
  private struct Signature {
    let type: String
    let bytes: [UInt8]
    let offset: Int

    init(_ type: String, _ text: StaticString, at offset: Int = 0) {
      self.init(type, Array("\(text)".utf8), at: offset)
    }

    init(_ type: String, _ bytes: [UInt8], at offset: Int = 0) {
      self.type = type
      self.bytes = bytes
      self.offset = offset
    }

    func matches(_ head: [UInt8]) -> Bool { head.dropFirst(offset).starts(with: bytes) }
  }

  private static let signatures = [
    Signature("image/jpeg", [0xFF, 0xD8, 0xFF]),
    Signature("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature("image/gif", "GIF87a"), Signature("image/gif", "GIF89a"),
    Signature("image/tiff", [0x49, 0x49, 0x2A, 0x00]), Signature("image/tiff", [0x4D, 0x4D, 0x00, 0x2A]),
    Signature("image/x-icon", [0x00, 0x00, 0x01, 0x00]), Signature("image/vnd.adobe.photoshop", "8BPS"),
    Signature("application/pdf", "%PDF-"), Signature("application/rtf", "{\\rtf"),
    Signature("application/postscript", "%!PS"),
    Signature("application/gzip", [0x1F, 0x8B]), Signature("application/x-bzip2", "BZh"),
    Signature("application/x-xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Signature("application/x-7z-compressed", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Signature("application/vnd.rar", "Rar!"), Signature("application/x-tar", "ustar", at: 257),
    Signature("application/x-ole-storage", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Signature("audio/mpeg", "ID3"), Signature("audio/flac", "fLaC"), Signature("audio/midi", "MThd"),
    Signature("application/ogg", "OggS"), Signature("video/x-flv", "FLV"),
    Signature("video/x-ms-wmv", [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
    Signature("font/woff", "wOFF"), Signature("font/woff2", "wOF2"), Signature("font/otf", "OTTO"),
    Signature("font/ttf", [0x00, 0x01, 0x00, 0x00, 0x00]),
  ]

  /// Formats that share a container and say within it which they are.
  private static func container(_ head: [UInt8]) -> String? {
    func has(_ text: StaticString, at offset: Int) -> Bool { head.span.hasBytes(text, at: offset) }
    if has("RIFF", at: 0) {
      if has("WEBP", at: 8) { return "image/webp" }
      if has("WAVE", at: 8) { return "audio/x-wav" }
      return has("AVI ", at: 8) ? "video/x-msvideo" : nil
    }
    if has("ftyp", at: 4) { return isoMedia(brand: head.dropFirst(8).prefix(4)) }
    if has("PK\u{3}\u{4}", at: 0) { return zip(head) }
    if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
      return head.span.firstIndex(of: "webm") != nil ? "video/webm" : "video/x-matroska"
    }
    if head.count > 2, head[0] == 0xFF, head[1] & 0xE0 == 0xE0, head[1] & 0x06 == 0x02 { return "audio/mpeg" }
    // A bitmap says its length, which two letters alone would not tell from text.
    if has("BM", at: 0), head.count > 18, head[6...9].allSatisfy({ $0 == 0 }) { return "image/bmp" }
    return nil
  }

  private static func isoMedia(brand: ArraySlice<UInt8>) -> String {
    switch String(decoding: brand, as: UTF8.self) {
    case "avif", "avis": "image/avif"
    case "heic", "heix", "hevc", "mif1", "msf1": "image/heic"
    case "M4A ", "M4B ": "audio/mp4"
    case "qt  ": "video/quicktime"
    case "3gp4", "3gp5", "3gp6": "video/3gpp"
    default: "video/mp4"
    }
  }

  private static func zip(_ head: [UInt8]) -> String {
    let text = head.span
    // OpenDocument and EPUB name their type in a first entry that is not compressed.
    if text.hasBytes("mimetype", at: 30) {
      let name = Array(head.dropFirst(38).prefix(80))
      let end = name.span.firstIndex(of: "PK") ?? name.count
      let type = String(decoding: name[..<end], as: UTF8.self)
      if MediaType(type) != nil { return type }
    }
    let office = "application/vnd.openxmlformats-officedocument."
    if text.firstIndex(of: "word/") != nil { return office + "wordprocessingml.document" }
    if text.firstIndex(of: "xl/") != nil { return office + "spreadsheetml.sheet" }
    if text.firstIndex(of: "ppt/") != nil { return office + "presentationml.presentation" }
    return "application/zip"
  }

  /// What is text: markup by its first tag, else plain where it is sound and holds no control characters.
  private static func markup(_ head: [UInt8]) -> String? {
    guard !head.isEmpty else { return nil }
    // Where the head ends within the file it may cut its last character in two.
    let whole = head.count < headLength ? head : Array(head.dropLast(while: { $0 & 0xC0 == 0x80 }).dropLast())
    let check = TextCheck(whole.span)
    guard check.forbiddenControls == 0, check.isValidUTF8 else { return nil }
    let text = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if text.span.firstIndex(of: "<svg") != nil { return "image/svg+xml" }
    if text.span.firstIndex(of: "<!doctype html") != nil || text.span.firstIndex(of: "<html") != nil {
      return "text/html"
    }
    return text.span.hasBytes("<?xml", at: 0) ? "application/xml" : "text/plain"
  }
}

extension [UInt8] {
  /// The bytes without those at the end that satisfy `predicate`.
  fileprivate func dropLast(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var end = count
    while end > 0, predicate(self[end - 1]) { end -= 1 }
    return self[..<end]
  }
}
