internal import Bytes
internal import Model

extension Rendering {
  /// Says what a block without HTML of its own says: its words, and where there are none that it stood here.
  ///
  /// A block inside of one that the site computed as a whole leaves no trace of its own.
  mutating func renderSettings(
    of block: Block, in frames: [BlockFrame], _ text: [UInt8], _ output: inout [UInt8]
  ) {
    let attributes = block.attributes(in: text)
    if let link = link(of: block, attributes) {
      output.append(contentsOf: link)
      return noteAttributeText(of: block)
    }
    if let attributes, renderTexts(in: attributes, of: block, &output) { return }
    renderPlaceholder(of: block, in: frames, &output)
  }

  /// Says that a block stood here of which nothing is stored.
  func renderPlaceholder(of block: Block, in frames: [BlockFrame], _ output: inout [UInt8]) {
    let name = block.name.hasPrefix("core/") ? String(block.name.dropFirst(5)) : block.name
    switch BlockCatalogue.nature(of: block.name) {
    case .stored: return
    case .dynamic where frames.contains { BlockCatalogue.nature(of: $0.block.name) == .dynamic }: return
    case .dynamic:
      output.append(contentsOf: HTMLText.placeholder("\(name): computed by the site whenever it was shown"))
    case .unknown: output.append(contentsOf: HTMLText.placeholder("\(name): no content is stored"))
    }
  }

  /// A block that is a link, or an embedded page.
  private func link(of block: Block, _ attributes: JSONValue?) -> [UInt8]? {
    guard let address = attributes?["url"]?.string, !address.isEmpty else { return nil }
    var html = HTMLText()
    switch block.name {
    case "core/navigation-link", "core/navigation-submenu", "core/home-link", "core/social-link":
      let label = attributes?["label"]?.string ?? attributes?["service"]?.string ?? ""
      let tag = block.name == "core/social-link" ? "li" : "p"
      html.raw("<\(tag)><a")
      html.attribute("href", address, isText: true)
      html.raw(">\(label.isEmpty ? address : label)</a></\(tag)>")
    case let name where BlockCatalogue.isEmbed(name):
      html.raw("<p>")
      html.link(to: address, address, class: "embed")
      html.raw("</p>")
    default: return nil
    }
    return html.bytes
  }

  /// Writes the words in a block's settings as paragraphs; false where there are none.
  @discardableResult
  mutating func renderTexts(in settings: JSONValue, of block: Block, _ output: inout [UInt8]) -> Bool {
    let texts = ReadableText.texts(in: settings)
    guard !texts.isEmpty else { return false }
    for text in texts { output.append(contentsOf: ReadableText.paragraphs(of: text)) }
    noteAttributeText(of: block)
    return true
  }

  private mutating func noteAttributeText(of block: Block) {
    tally.add(
      .attributeText, .note,
      "text that stood only in the settings of the block \(block.name) was put into the text")
  }

  /// Records that a block was computed by the site, or is not known.
  mutating func noteNature(of block: Block, hasHTML: Bool) {
    switch BlockCatalogue.nature(of: block.name) {
    case .stored: break
    case .dynamic:
      tally.add(.dynamicBlock, .note, "the site computed the block \(block.name) whenever it was shown")
    case .unknown:
      tally.add(
        .unknownBlock, hasHTML ? .note : .loss,
        hasHTML
          ? "the block \(block.name) is none of WordPress's own; its HTML was kept"
          : "the block \(block.name) is none of WordPress's own and stores no HTML")
    }
  }
}
