internal import Bytes
internal import Model

extension Rendering {
  /// How deep reusable blocks may contain one another.
  private static let deepestReference = 16

  /// Renders a text with blocks: delimiters go, each block's own HTML stays.
  mutating func renderBlocks(_ text: [UInt8], into output: inout [UInt8]) {
    var start: Int? = 0
    while let from = start {
      let parsed = BlockParser.events(of: text, from: from)
      if parsed.unclosed > 0 {
        tally.add(
          .unclosedBlock, .repair, "a block is never closed; it was closed at the end of the text",
          count: parsed.unclosed)
      }
      start = render(parsed.events, of: text, into: &output)
    }
  }

  /// Renders events; gives the place to read on from where a stray closer ended them.
  private mutating func render(_ events: [BlockEvent], of text: [UInt8], into output: inout [UInt8]) -> Int? {
    var frames: [BlockFrame] = []
    for event in events {
      switch event {
      case .html(let range):
        renderHTML(text, range, frames.last?.block, into: &output)
        if text.span.isBlank(range) { continue }
      case .open(let block):
        usage.blocks[block.name, default: 0] += 1
        frames.append(BlockFrame(block: block, start: output.count))
        // A submenu's own entry stands before those below it.
        if block.name == "core/navigation-submenu" { renderSettings(of: block, in: frames, text, &output) }
        continue
      case .close:
        guard let frame = frames.popLast() else { continue }
        finish(frame, in: frames, text, &output)
      case .leaf(let block):
        usage.blocks[block.name, default: 0] += 1
        finish(BlockFrame(block: block, start: output.count, isOpened: false), in: frames, text, &output)
      case .stray(let range):
        tally.add(
          .strayBlockCloser, .repair,
          "a block is closed that was never opened; WordPress shows the rest of the text without its blocks")
        return range.upperBound
      }
      if !frames.isEmpty { frames[frames.count - 1].hasHTML = true }
    }
    return nil
  }

  private mutating func renderHTML(
    _ text: [UInt8], _ range: Range<Int>, _ block: Block?, into output: inout [UInt8]
  ) {
    if text.span.isBlank(range) {
      output.append(contentsOf: text[range])
      return
    }
    switch block?.name {
    case nil where options.givesFreeformParagraphs, "core/freeform" where options.givesFreeformParagraphs:
      output.append(contentsOf: classicParagraphs(of: text[range]))
      tally.add(
        .freeformParagraphs, .note,
        "text outside of blocks was given paragraphs; WordPress showed it without any")
    case "core/shortcode": output.append(contentsOf: classicParagraphs(of: text[range]))
    default: output.append(contentsOf: text[range])
    }
  }

  /// Ends a block: what its HTML alone does not say is added.
  private mutating func finish(
    _ frame: BlockFrame, in frames: [BlockFrame], _ text: [UInt8], _ output: inout [UInt8]
  ) {
    let block = frame.block
    noteNature(of: block, hasHTML: frame.hasHTML)
    switch block.name {
    case "core/block": return renderReference(block, text, &output)
    case "core/footnotes": return renderFootnotes(&output)
    case "core/navigation-submenu" where frame.isOpened: return
    case "core/query", "core/comments", "core/terms-query":
      return renderPlaceholder(of: block, in: frames, &output)
    case "core/spacer", "core/separator", "core/more", "core/nextpage": return
    default: break
    }
    if !frame.hasHTML {
      renderSettings(of: block, in: frames, text, &output)
    } else if block.attributes != nil, block.name == "core/code" || !block.name.hasPrefix("core/") {
      markLanguage(of: block, text, from: frame.start, &output)
    }
  }

  /// Writes the language that a code block names in its settings only into its HTML.
  private func markLanguage(of block: Block, _ text: [UInt8], from start: Int, _ output: inout [UInt8]) {
    guard let pre = output.span.firstIndex(of: "<pre", from: start),
      let language = block.attributes(in: text)?["language"]?.string,
      language.utf8.allSatisfy({ isWord($0) || "+#-.".utf8.contains($0) })
    else { return }
    output.insert(contentsOf: " data-language=\"\(asciiLowercased(language))\"".utf8, at: pre + 4)
  }

  private mutating func renderFootnotes(_ output: inout [UInt8]) {
    let footnotes = Footnotes(fromMeta: meta)
    if footnotes.notes.isEmpty {
      tally.add(
        .missingFootnotes, .loss, "the block of the footnotes stands here, but the field footnotes has none")
    }
    output.append(contentsOf: footnotes.list())
  }

  /// Puts the content of a reusable block in its place.
  private mutating func renderReference(_ block: Block, _ text: [UInt8], _ output: inout [UInt8]) {
    let attributes = block.attributes(in: text)
    let reference = attributes?["ref"]
    let id = reference?.integer.map(String.init) ?? reference?.string ?? ""
    guard let item = lookup.item(id), !openReferences.contains(id),
      openReferences.count < Self.deepestReference
    else {
      tally.add(
        .missingReusableBlock, .loss,
        openReferences.contains(id)
          ? "the reusable block \(id) contains itself" : "the export has no reusable block \(id)")
      output.append(contentsOf: HTMLText.placeholder("reusable block \(id): not in the export"))
      return
    }
    openReferences.append(id)
    output.append(contentsOf: paragraphs(of: withoutPluginNotation(Array(item.content.utf8))))
    openReferences.removeLast()
    if let overrides = attributes?["content"] { renderTexts(in: overrides, of: block, &output) }
  }
}

/// A block that is open, and where in the output it began.
struct BlockFrame {
  var block: Block
  var start: Int
  /// Whether it has an opening delimiter, and so perhaps other blocks in it.
  var isOpened = true
  /// Whether HTML or another block stands in it.
  var hasHTML = false
}
