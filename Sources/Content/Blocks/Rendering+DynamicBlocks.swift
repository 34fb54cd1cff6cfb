internal import Bytes
internal import Model

extension Rendering {
  /// Says what a block without HTML of its own says: its words, and where there are none a comment in its place.
  mutating func renderSettings(of block: Block, _ text: [UInt8], _ output: inout [UInt8]) {
    let attributes = block.attributes(in: text)
    var html = HTMLText()
    switch block.name {
    case "core/navigation-link", "core/navigation-submenu", "core/home-link", "core/social-link":
      let label = attributes?["label"]?.string ?? attributes?["service"]?.string ?? ""
      guard let address = attributes?["url"]?.string, !address.isEmpty else { break }
      let tag = block.name == "core/social-link" ? "li" : "p"
      html.raw("<\(tag)><a")
      html.attribute("href", address, isText: true)
      html.raw(">\(label.isEmpty ? address : label)</a></\(tag)>")
    default:
      if BlockCatalogue.isEmbed(block.name), let address = attributes?["url"]?.string {
        html.raw("<p>")
        html.link(to: address, address, class: "embed")
        html.raw("</p>")
      } else if let attributes, renderTexts(in: attributes, of: block, &output) {
        return
      }
    }
    if html.bytes.isEmpty {
      html.raw(
        "<!-- \(block.name): the site computed this whenever it was shown; nothing of it is stored -->")
    } else {
      noteAttributeText(of: block)
    }
    output.append(contentsOf: html.bytes)
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
