internal import Bytes
internal import HTML
internal import Model

extension Rendering {
  /// How deep builder elements that are taken whole may contain one another.
  private static let deepestElement = 24

  /// Takes the shortcodes of page builders away.
  ///
  /// What they enclose stays, in blocks of its own; what they say in attributes becomes text. Brackets in tags must be
  /// masked.
  mutating func unwrapBuilders(in text: [UInt8], depth: Int = 0) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var closingBracket = NextIndex(of: UInt8(ascii: "]"))
    var closings = ShortcodeScanner(names: [])
    var position = 0
    while let open = span.firstIndex(of: UInt8(ascii: "["), from: position) {
      position = open + 1
      let isClosing = position < span.count && span[position] == UInt8(ascii: "/")
      guard let family = BuilderFamily(in: span, at: isClosing ? open + 2 : open + 1),
        let tag = ShortcodeTag(in: span, at: isClosing ? open + 1 : open, closingBracket: &closingBracket)
      else { continue }
      let name = span.string(tag.name)
      let element = BuilderElement(name: name, family: family)
      patch.keep(text, upTo: open)
      position = tag.end
      if !isClosing {
        countBuilder(name, family)
        let attributes = ShortcodeAttributes(text[tag.attributes])
        if element.takesContent, depth < Self.deepestElement, !tag.isSelfClosing,
          let closing = closings.closingTag(of: name, in: span, from: tag.end)
        {
          let content = Array(text[tag.end..<closing])
          patch.insert(html(of: element, attributes, content, depth: depth))
          position = closing + name.utf8.count + 3
        } else {
          patch.insert(html(of: element, attributes, nil, depth: depth))
        }
      } else if !element.isInline {
        patch.insert("\n\n")
      }
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }

  private mutating func countBuilder(_ name: String, _ family: BuilderFamily) {
    usage.shortcodes[name, default: 0] += 1
    tally.add(
      .pageBuilder, .note,
      "shortcodes of the page builder \(family.name) were unwrapped: their text is kept, their layout not")
  }

  /// What stands in place of an element's opening tag, or of the whole element where its content is given.
  private mutating func html(
    of element: BuilderElement, _ attributes: ShortcodeAttributes, _ content: [UInt8]?, depth: Int
  ) -> [UInt8] {
    var html = HTMLText()
    if !element.isInline { html.raw("\n\n") }
    for part in element.parts(attributes) {
      switch part {
      case .heading(let text, let level):
        html.raw("<h\(level)>\(text)</h\(level)>\n\n")
      case .text(let text): html.raw(text + "\n\n")
      case .link(let text, let address):
        html.raw("<p><a")
        html.attribute("href", address)
        html.raw(">\(text)</a></p>\n\n")
      case .image(let image, let alternative):
        if image.utf8.allSatisfy(isDigit) {
          for picture in media([image], of: element.name) { html.image(picture) }
        } else {
          html.raw("<img")
          html.attribute("src", image)
          html.attribute("alt", alternative ?? "")
          html.raw(">")
        }
        html.raw("\n\n")
      case .embed(let address):
        html.raw("\n\n")
        html.escapedText(address)
        html.raw("\n\n")
      }
    }
    if let content { html.raw(self.content(of: element, attributes, content, depth: depth)) }
    return html.bytes
  }

  /// An element's content, where it is more than text between tags.
  private mutating func content(
    of element: BuilderElement, _ attributes: ShortcodeAttributes, _ content: [UInt8], depth: Int
  ) -> [UInt8] {
    switch element.content {
    case .encodedHTML:
      return (decodedHTML(content) ?? content) + Array("\n\n".utf8)
    case .script: return []
    case .heading:
      let level = BuilderElement.level(attributes)
      return Array("<h\(level)>".utf8) + unwrapBuilders(in: content, depth: depth + 1)
        + Array("</h\(level)>\n\n".utf8)
    case .listItem:
      return Array("<ul><li>".utf8) + unwrapBuilders(in: content, depth: depth + 1)
        + Array("</li></ul>\n\n".utf8)
    case .widget:
      guard let value = SiteOriginWidget.html(mask.unmask(content)) else { return content }
      return value
    case .text: return unwrapBuilders(in: content, depth: depth + 1)
    }
  }

  /// HTML that was hidden in Base64, as UTF-8 whatever it hid; nil where it is no Base64.
  private mutating func decodedHTML(_ content: [UInt8]) -> [UInt8]? {
    guard let decoded = Base64.decode(mask.unmask(content)) else { return nil }
    let text = PageText(decoding: PercentEncoding.decode(decoded), contentType: "text/html; charset=utf-8")
    for finding in text.findings {
      tally.add(finding.code, finding.severity, "in Base64: \(finding.detail)", count: finding.count)
    }
    return text.bytes
  }
}
