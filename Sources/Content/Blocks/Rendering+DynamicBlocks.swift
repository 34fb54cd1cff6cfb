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
      html.raw("<p><a")
      html.attribute("href", address, isText: true)
      html.raw(">\(label.isEmpty ? address : label)</a></p>")
    default:
      if BlockCatalogue.isEmbed(block.name), let address = attributes?["url"]?.string {
        html.raw("<p>")
        html.link(to: address, address, class: "embed")
        html.raw("</p>")
      } else if let attributes {
        for text in ReadableText.texts(in: attributes) { html.raw(ReadableText.paragraphs(of: text)) }
      }
    }
    if html.bytes.isEmpty {
      html.raw(
        "<!-- \(block.name): the site computed this whenever it was shown; nothing of it is stored -->")
    } else {
      tally.add(
        .attributeText, .note,
        "text that stood only in the settings of the block \(block.name) was put into the text")
    }
    output.append(contentsOf: html.bytes)
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
