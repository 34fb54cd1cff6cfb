internal import Bytes
internal import Model

extension Rendering {
  /// The shortcodes of WordPress itself.
  static let shortcodeNames: Set<String> = [
    "caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed",
  ]

  /// Runs WordPress's own shortcodes and counts those of others, which stay as they are.
  mutating func runShortcodes(in text: [UInt8]) -> [UInt8] {
    guard text.span.firstIndex(of: UInt8(ascii: "[")) != nil else { return text }
    mask = BracketMask(for: text)
    let run = runShortcodes(in: mask.mask(text, in: .tags), depth: 0)
    let unknown = UnknownShortcodes.count(
      in: mask.mask(run, in: [.tags, .code]), except: Self.shortcodeNames)
    for (name, count) in unknown.sorted(by: { $0.key < $1.key }) {
      usage.shortcodes[name, default: 0] += count
      tally.add(.unknownShortcode, .note, "the shortcode [\(name)] was kept as written", count: count)
    }
    for (name, count) in AttributeShortcodes.count(in: text).sorted(by: { $0.key < $1.key }) {
      usage.shortcodes[name, default: 0] += count
      tally.add(
        .attributeShortcode, .note, "the shortcode [\(name)] stands in a tag and was kept as written",
        count: count)
    }
    return mask.unmask(run)
  }

  private mutating func runShortcodes(in text: [UInt8], depth: Int) -> [UInt8] {
    var scanner = ShortcodeScanner(names: Self.shortcodeNames)
    var patch = Patch()
    let span = text.span
    var position = 0
    while let shortcode = scanner.next(in: span, from: position) {
      position = shortcode.range.upperBound
      patch.keep(text, upTo: shortcode.range.lowerBound)
      if shortcode.isEscaped {
        patch.insert(text[(shortcode.range.lowerBound + 1)..<(position - 1)])
      } else {
        usage.shortcodes[shortcode.name, default: 0] += 1
        if shortcode.hasLeadingBracket { patch.insert("[") }
        var content = shortcode.content.map { Array(text[$0]) }
        if depth < 16, let inner = content { content = runShortcodes(in: inner, depth: depth + 1) }
        patch.insert(html(of: shortcode, ShortcodeAttributes(text[shortcode.attributes]), content))
        if shortcode.hasTrailingBracket { patch.insert("]") }
      }
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }

  private mutating func html(
    of shortcode: Shortcode, _ attributes: ShortcodeAttributes, _ content: [UInt8]?
  ) -> [UInt8] {
    switch shortcode.name {
    case "caption", "wp_caption": CaptionShortcode.html(attributes, content ?? [])
    case "gallery": gallery(attributes) + (content ?? [])
    case "audio", "video": player(shortcode.name, attributes, content)
    case "playlist": playlist(attributes) + (content ?? [])
    case "embed": embed(attributes, content)
    default: content ?? []
    }
  }
}
