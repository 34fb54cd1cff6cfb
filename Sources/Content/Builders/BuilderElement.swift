internal import Bytes

/// One element of a page builder: what of it is text, and what only layout.
struct BuilderElement {
  /// What stands between the element's tags.
  enum Content { case text, encodedHTML, script, heading, listItem, widget }

  /// Something an element says in its attributes; texts may hold HTML.
  enum Part: Equatable {
    case heading(String, level: Int)
    case text(String)
    case link(String, address: String?)
    /// A picture, by address or by an attachment's id.
    case image(String, alternative: String?)
    case embed(String)
  }

  let name: String
  let family: BuilderFamily

  private static let inlineNames: Set<String> = [
    "fusion_highlight", "fusion_dropcap", "fusion_fontawesome", "fusion_popover", "fusion_tooltip",
    "fusion_modal_text_link", "fusion_text_link", "vc_icon",
  ]
  private static let headings = [
    "title", "heading", "header", "h2", "primary_title", "hover_title", "title_front", "title_back",
    "field_title",
    "tab_title", "main_heading", "name",
  ]
  private static let texts = [
    "subtitle", "sub_title", "subhead", "subheading", "sub_heading", "h4", "position", "job_title",
    "company_name",
    "company", "author", "text", "content_text", "text_front", "text_back", "description", "caption", "quote",
    "label", "address", "artist_name", "album_name",
  ]
  private static let buttons = [
    ("button_text", "button_url"), ("button_one_text", "button_one_url"),
    ("button_two_text", "button_two_url"),
    ("linktext", "link"), ("link_text", "link"), ("btn_title", "btn_link"), ("btn_text", "btn_link"),
  ]
  private static let images = [
    "image", "image_url", "image_src", "image_id", "portrait_url", "picture", "image_front", "logo_image_url",
  ]
  private static let imageLists = ["images", "image_ids", "gallery_ids"]

  /// Whether the element stands inside a line of text.
  var isInline: Bool { Self.inlineNames.contains(name) }

  /// Whether the element's content must be seen as a whole.
  var takesContent: Bool { content != .text }

  /// What stands between the element's tags.
  var content: Content {
    switch name {
    case "vc_raw_html", "fusion_code": .encodedHTML
    case "vc_raw_js": .script
    case "fusion_title": .heading
    case "fusion_li_item": .listItem
    case "siteorigin_widget": .widget
    default: .text
    }
  }

  /// What the element says in its attributes, in reading order.
  func parts(_ attributes: ShortcodeAttributes) -> [Part] {
    var parts: [Part] = []
    func value(_ name: String) -> String? {
      attributes.text(name).flatMap { TechnicalWords.isTechnical(value: $0) ? nil : family.decode($0) }
    }
    let alternative = value("alt") ?? value("image_alt") ?? value("title_text")
    for name in Self.images {
      if let image = attributes.text(name).flatMap(Self.image) {
        parts.append(.image(image, alternative: alternative))
      }
    }
    if let source = attributes.text("src"), let part = Self.source(source, of: name, alternative) {
      parts.append(part)
    }
    for name in Self.imageLists {
      for id in attributes.numbers(name) { parts.append(.image(id, alternative: nil)) }
    }
    if let address = embedAddress(attributes) { parts.append(.embed(address)) }
    if isInline || name.hasSuffix("_row") || name.hasSuffix("_column") || name.hasSuffix("_section") {
      return parts
    }
    if name == "vc_custom_heading" {
      if let text = value("text") { parts.append(.heading(text, level: Self.level(attributes))) }
      return parts
    }
    let isButton = name.hasSuffix("_btn") || name.hasSuffix("_button") || name.hasSuffix("_button2")
    for name in Self.headings {
      guard let text = value(name) else { continue }
      if isButton {
        parts.append(.link(text, address: Self.address(attributes.text("link") ?? attributes.text("url"))))
      } else {
        parts.append(.heading(text, level: Self.level(attributes)))
      }
    }
    for name in Self.texts {
      if let text = value(name) { parts.append(.text(text)) }
    }
    parts += figures(attributes).map { .text($0) }
    for (textName, linkName) in Self.buttons {
      if let text = value(textName) {
        parts.append(.link(text, address: Self.address(attributes.text(linkName) ?? attributes.text("url"))))
      }
    }
    return parts
  }

  /// The numbers of counters and price lists, and the labels of WPBakery's bars, which stand in encoded JSON.
  private func figures(_ attributes: ShortcodeAttributes) -> [String] {
    if let values = attributes.text("values"),
      let json = try? JSONValue(parsing: Array(PercentEncoding.decode(values).utf8))
    {
      return ReadableText.texts(in: json)
    }
    guard name.contains("counter") || name.contains("pricing") else { return [] }
    return ["number", "value", "sum"].compactMap { attributes.text($0) }
  }

  /// The level of an element's heading: as written, else 3.
  static func level(_ attributes: ShortcodeAttributes) -> Int {
    for name in ["header_level", "title_level", "title_tag", "size", "font_container"] {
      guard let value = attributes.text(name) else { continue }
      let bytes = Array((name == "size" ? "h" : "").utf8) + Array(value.utf8)
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "h") && index + 1 < bytes.count {
        let digit = bytes[index + 1]
        if digit >= 0x31, digit <= 0x36 { return Int(digit) - 0x30 }
      }
    }
    return 3
  }

  /// An attachment's id or an address out of an image attribute such as `12|full`.
  private static func image(_ value: String) -> String? {
    let first = value.prefix { $0 != "|" }
    if first.utf8.allSatisfy(isDigit) { return String(first) }
    return value.hasPrefix("http") || value.hasPrefix("/") ? value : nil
  }

  private static func source(_ source: String, of name: String, _ alternative: String?) -> Part? {
    guard source.hasPrefix("http") || source.hasPrefix("/") else { return nil }
    return name.hasSuffix("_video") || ContentAttachment.kind(ofAddress: source) == "video"
      ? .embed(source) : .image(source, alternative: alternative)
  }

  private func embedAddress(_ attributes: ShortcodeAttributes) -> String? {
    switch name {
    case "vc_video": attributes.text("link")
    case "et_pb_audio": attributes.text("audio")
    case "fusion_youtube":
      attributes.text("id").map { $0.hasPrefix("http") ? $0 : "https://www.youtube.com/watch?v=\($0)" }
    case "fusion_vimeo": attributes.text("id").map { $0.hasPrefix("http") ? $0 : "https://vimeo.com/\($0)" }
    default: nil
    }
  }

  /// The address in a link attribute, WPBakery's `url:https%3A%2F%2F…|title:…` included.
  private static func address(_ value: String?) -> String? {
    guard let value, value.hasPrefix("url:") else { return value }
    return PercentEncoding.decode(String(value.dropFirst(4).prefix { $0 != "|" }))
  }
}
