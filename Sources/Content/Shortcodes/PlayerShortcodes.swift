internal import Model

extension Rendering {
  /// The attributes of `[audio]` and `[video]` that name a file of their type.
  private static let audioTypes = ["mp3", "ogg", "flac", "m4a", "wav", "wma"]
  private static let videoTypes = ["mp4", "m4v", "webm", "ogv", "flv", "wmv"]

  /// `[audio]` and `[video]`: a player with a link to the file for those who have none.
  mutating func player(_ kind: String, _ attributes: ShortcodeAttributes, _ content: [UInt8]?) -> [UInt8] {
    let types = kind == "audio" ? Self.audioTypes : Self.videoTypes
    let named = ([attributes.text("src")] + types.map { attributes.text($0) }).compactMap { $0 }
    // Long ago the address stood alone: [audio http://…].
    let bare = attributes.positional.filter { $0.hasPrefix("http") }
    var sources = named.isEmpty ? bare : named
    if sources.isEmpty,
      let attached = lookup.attachments(ofParent: id ?? "").first(where: { $0.kind == kind })
    {
      sources = [attached.url]
    }
    guard let first = sources.first else {
      tally.add(
        .missingShortcodeMedia, .loss,
        "the \(kind) shortcode names no file, and the export has none of the post")
      return HTMLText.placeholder("\(kind): its file is not in the export") + (content ?? [])
    }
    var html = HTMLText()
    html.raw("<\(kind) controls")
    html.attribute("poster", attributes.text("poster"))
    html.attribute("src", first)
    html.raw(">")
    for source in sources.dropFirst() {
      html.raw("<source")
      html.attribute("src", source)
      html.raw(">")
    }
    html.raw(content ?? [])
    html.raw("<a")
    html.attribute("href", first)
    html.raw(">")
    html.escapedText(first)
    html.raw("</a></\(kind)>")
    return html.bytes
  }

  /// `[playlist]`: a list of links to the named files, or to all of the post's.
  mutating func playlist(_ attributes: ShortcodeAttributes) -> [UInt8] {
    let kind = attributes.text("type") ?? "audio"
    let named = attributes.text("ids") != nil ? attributes.numbers("ids") : attributes.numbers("include")
    let excluded = Set(attributes.numbers("exclude"))
    let tracks =
      named.isEmpty
      ? lookup.attachments(ofParent: attributes.text("id") ?? id ?? "")
        .filter { $0.kind == kind && !excluded.contains($0.id) }
      : media(named, of: "playlist")
    guard !tracks.isEmpty else {
      if named.isEmpty {
        tally.add(
          .missingShortcodeMedia, .loss, "a playlist of the post's own files, but the export has none")
      }
      return HTMLText.placeholder("playlist: its files are not in the export")
    }
    var html = HTMLText()
    html.raw("<ul class=\"playlist\">")
    for track in tracks {
      html.raw("<li>")
      html.link(to: track.url, track.title.isEmpty ? track.url : track.title)
      html.raw("</li>")
    }
    html.raw("</ul>")
    return html.bytes
  }

  /// `[embed]`: the address as a link, marked as an embed.
  func embed(_ attributes: ShortcodeAttributes, _ content: [UInt8]?) -> [UInt8] {
    var address = (content ?? [])[...]
    while let byte = address.first, isSpace(byte) { address.removeFirst() }
    while let byte = address.last, isSpace(byte) { address.removeLast() }
    if address.isEmpty { address = Array((attributes.text("src") ?? "").utf8)[...] }
    guard !address.isEmpty, !address.contains(UInt8(ascii: "<")) else { return content ?? [] }
    let text = String(decoding: address, as: UTF8.self)
    var html = HTMLText()
    html.raw("<p><a class=\"embed\"")
    html.attribute("href", text)
    html.raw(">")
    html.escapedText(text)
    html.raw("</a></p>")
    return html.bytes
  }
}
