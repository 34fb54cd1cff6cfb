internal import Model

extension Rendering {
  /// `[gallery]`: the named pictures, or all pictures of the post.
  mutating func gallery(_ attributes: ShortcodeAttributes) -> [UInt8] {
    let named = attributes.text("ids") != nil ? attributes.numbers("ids") : attributes.numbers("include")
    var pictures: [ContentAttachment] = []
    if named.isEmpty {
      let parent = attributes.text("id") ?? id ?? ""
      let excluded = Set(attributes.numbers("exclude"))
      pictures = lookup.attachments(ofParent: parent).filter {
        $0.kind == "image" && !excluded.contains($0.id)
      }
      if pictures.isEmpty {
        tally.add(
          .missingShortcodeMedia, .loss, "a gallery of the post's own pictures, but the export has none")
      }
    } else {
      pictures = media(named, of: "gallery")
    }
    Self.sort(&pictures, attributes, keepsOrder: !named.isEmpty)
    guard !pictures.isEmpty else {
      return HTMLText.placeholder("gallery: its pictures are not in the export")
    }
    var html = HTMLText()
    html.raw("<div class=\"gallery\">")
    for picture in pictures { html.figure(of: picture) }
    html.raw("</div>")
    return html.bytes
  }

  /// The attachments of those ids; each that the export does not have is a finding.
  mutating func media(_ ids: [String], of shortcode: String) -> [ContentAttachment] {
    ids.compactMap { id in
      if let attachment = lookup.attachment(id) { return attachment }
      tally.add(
        .missingShortcodeMedia, .loss,
        "the \(shortcode) names attachment \(id), which the export does not have")
      return nil
    }
  }

  /// Sorts as `orderby` and `order` say; a random order is left as it is.
  private static func sort(
    _ media: inout [ContentAttachment], _ attributes: ShortcodeAttributes, keepsOrder: Bool
  ) {
    switch attributes.text("orderby").map(asciiLowercased) {
    case "id": media.sort { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) }
    case "title": media.sort { $0.title < $1.title }
    case nil where keepsOrder, "post__in" where keepsOrder: return
    default: break
    }
    if let order = attributes.text("order"), asciiLowercased(order) == "desc" { media.reverse() }
  }
}

extension HTMLText {
  /// Writes a picture with its caption.
  mutating func figure(of picture: ContentAttachment) {
    raw("<figure class=\"gallery-item\">")
    image(picture)
    if !picture.caption.isEmpty {
      raw("<figcaption>")
      raw(picture.caption)
      raw("</figcaption>")
    }
    raw("</figure>")
  }

  /// Writes a picture.
  mutating func image(_ picture: ContentAttachment) {
    raw("<img")
    attribute("src", picture.url, isText: true)
    attribute("alt", picture.alternativeText, isText: true)
    raw(">")
  }

  /// Writes a link.
  mutating func link(to address: String, _ text: String, class name: String? = nil) {
    raw("<a")
    attribute("class", name)
    attribute("href", address, isText: true)
    raw(">")
    self.text(text)
    raw("</a>")
  }
}
