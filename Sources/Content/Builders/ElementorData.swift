internal import Bytes
internal import Model

/// Elementor's own record of a page, the custom field `_elementor_data`: the only place where its text stands.
struct ElementorData {
  private let elements: [JSONValue]
  private let lookup: any ContentLookup
  private(set) var widgets: [String: Int] = [:]

  /// Reads the field's value; nil where it is no JSON list.
  init?(_ value: String, lookup: any ContentLookup) {
    guard let elements = (try? JSONValue(parsing: Array(value.utf8)))?.array else { return nil }
    self.elements = elements
    self.lookup = lookup
  }

  /// The page's content as raw content: HTML, and the shortcodes that Elementor would run.
  mutating func content() -> [UInt8] {
    var html = HTMLText()
    for element in elements { write(element, &html) }
    return html.bytes
  }

  private mutating func write(_ element: JSONValue, _ html: inout HTMLText) {
    if let type = element["widgetType"]?.string {
      widgets[type, default: 0] += 1
      write(type, element["settings"] ?? .null, &html)
    }
    for child in element["elements"]?.array ?? [] { write(child, &html) }
  }

  private func write(_ type: String, _ settings: JSONValue, _ html: inout HTMLText) {
    switch type {
    case "heading":
      let level = settings["header_size"]?.string ?? "h2"
      let tag = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span"].contains(level) ? level : "h2"
      if let title = settings["title"]?.string {
        html.raw("<\(tag)>")
        link(settings["link"], title, &html)
        html.raw("</\(tag)>\n\n")
      }
    case "text-editor": html.raw((settings["editor"]?.string ?? "") + "\n\n")
    case "html": html.raw((settings["html"]?.string ?? "") + "\n\n")
    case "shortcode": html.raw((settings["shortcode"]?.string ?? "") + "\n\n")
    case "image": image(settings["image"], caption: settings["caption"]?.string, &html)
    case "button":
      html.raw("<p>")
      link(settings["link"], settings["text"]?.string ?? "", &html)
      html.raw("</p>\n\n")
    case "icon-list":
      html.raw("<ul>")
      for entry in settings["icon_list"]?.array ?? [] {
        html.raw("<li>")
        link(entry["link"], entry["text"]?.string ?? "", &html)
        html.raw("</li>")
      }
      html.raw("</ul>\n\n")
    case "video":
      for name in ["youtube_url", "vimeo_url", "dailymotion_url"] {
        if let address = settings[name]?.string { html.raw("\n\n\(address)\n\n") }
      }
      if let address = settings["hosted_url"]?["url"]?.string { html.raw("[video src=\"\(address)\"]\n\n") }
    case "divider": html.raw("<hr>\n\n")
    case "spacer": break
    default: writeOther(settings, &html)
    }
  }

  /// A widget of any other kind: its pictures, then its words.
  private func writeOther(_ settings: JSONValue, _ html: inout HTMLText) {
    image(settings["image"], caption: nil, &html)
    for name in ["carousel", "wp_gallery", "gallery", "slides"] {
      for entry in settings[name]?.array ?? [] {
        image(entry["url"] == nil ? entry["image"] : entry, caption: nil, &html)
      }
    }
    for text in ReadableText.texts(in: settings) { html.raw(text + "\n\n") }
  }

  private func image(_ image: JSONValue?, caption: String?, _ html: inout HTMLText) {
    guard let address = image?["url"]?.string, !address.isEmpty else { return }
    let id = image?["id"]?.integer.map(String.init) ?? image?["id"]?.string ?? ""
    let alternative = image?["alt"]?.string ?? lookup.attachment(id)?.alternativeText ?? ""
    html.raw("<figure><img")
    html.attribute("src", address, isText: true)
    html.attribute("alt", alternative, isText: true)
    html.raw(">")
    if let caption, !caption.isEmpty { html.raw("<figcaption>\(caption)</figcaption>") }
    html.raw("</figure>\n\n")
  }

  private func link(_ link: JSONValue?, _ text: String, _ html: inout HTMLText) {
    guard let address = link?["url"]?.string, !address.isEmpty else { return html.raw(text) }
    html.raw("<a")
    html.attribute("href", address, isText: true)
    html.raw(">\(text)</a>")
  }
}
