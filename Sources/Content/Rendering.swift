internal import Bytes
internal import Model

/// The rendering of one post: the settings it goes by, and what it finds on its way.
struct Rendering {
  let lookup: any ContentLookup
  let options: ContentRenderer.Options
  /// The post's id, for galleries of its own images.
  let id: String?
  /// The post's custom fields.
  let meta: [MetaEntry]
  var marks = ContentMarks()
  var usage = NotationUsage()
  var tally = FindingTally()
  /// The reusable blocks that are being rendered: none may contain itself.
  var openReferences: [String] = []
  /// The notes of footnote plugins, in the order of their references.
  private var footnotes = Footnotes()
  /// Keeps brackets in tags out of sight while shortcodes are looked for in a text.
  var mask = BracketMask(for: [])

  init(lookup: any ContentLookup, options: ContentRenderer.Options, id: String?, meta: [MetaEntry]) {
    self.lookup = lookup
    self.options = options
    self.id = id
    self.meta = meta
  }

  /// The whole way from raw content to HTML.
  mutating func html(of content: [UInt8]) -> [UInt8] {
    let content = CodeInstructions.escape(
      content.span.isBlank(0..<content.count) ? contentOfBuilders() : content)
    marks = ContentMarks(of: content.span)
    let html =
      paragraphs(of: withoutPluginNotation(content)) + footnotesWithoutBlock(content) + footnotes.list()
    return runShortcodes(in: html)
  }

  /// The block editor's footnotes where the text refers to them, but the block that shows them is gone.
  private mutating func footnotesWithoutBlock(_ content: [UInt8]) -> [UInt8] {
    guard meta.contains(where: { $0.key == "footnotes" }), usage.blocks["core/footnotes"] == nil,
      content.span.firstIndex(of: " data-fn=\"") != nil
    else { return [] }
    let list = Footnotes(fromMeta: meta).list()
    if !list.isEmpty {
      tally.add(
        .hiddenFootnotes, .note,
        "the text has footnotes, but not the block that shows them; they were put at its end")
    }
    return list
  }

  /// What page builders keep in custom fields, where the content itself is empty.
  private mutating func contentOfBuilders() -> [UInt8] {
    for entry in meta where !entry.value.isEmpty {
      switch entry.key {
      case "_elementor_data":
        guard var elementor = ElementorData(entry.value, lookup: lookup) else {
          tally.add(.pageBuilder, .loss, "the field _elementor_data, which alone holds the text, is no JSON")
          continue
        }
        let content = elementor.content()
        tally.add(.pageBuilder, .note, "the text was read from Elementor's data: it is kept, its layout not")
        for (name, count) in elementor.widgets { usage.shortcodes["elementor:\(name)", default: 0] += count }
        return content
      case "panels_data":
        guard let content = SiteOriginWidget.content(ofPanels: entry.value) else {
          tally.add(.pageBuilder, .loss, "the field panels_data, which alone holds the text, cannot be read")
          continue
        }
        tally.add(.pageBuilder, .note, "the text was read from SiteOrigin's data: it is kept, its layout not")
        return content
      default: continue
      }
    }
    return []
  }

  /// `content` with what plugins write made HTML and plain text.
  mutating func withoutPluginNotation(_ content: [UInt8]) -> [UInt8] {
    var content = content
    if content.span.firstIndex(of: "((") != nil {
      content = footnotes.takeParentheses(from: content) { count in
        usage.shortcodes["((", default: 0] += count
        tally.add(
          .parenthesisNotes, .note, "what stood in double parentheses was taken for a plugin's footnote",
          count: count)
      }
    }
    guard content.span.firstIndex(of: UInt8(ascii: "[")) != nil else { return content }
    mask = BracketMask(for: content)
    var counts: [String: Int] = [:]
    // Code may hold a `<` that is no tag: it is taken first.
    var text = CodeShortcodes.toHTML(mask.mask(content, in: .code)) { counts[$0, default: 0] += 1 }
    text = mask.mask(text, in: [.tags, .code])
    text = footnotes.takeShortcodes(from: text, mask) { counts[$0, default: 0] += 1 }
    usage.shortcodes.merge(counts, uniquingKeysWith: +)
    return mask.unmask(unwrapBuilders(in: text))
  }

  /// Raw content with its blocks resolved and its classic text given paragraphs, shortcodes still as written.
  mutating func paragraphs(of content: [UInt8]) -> [UInt8] {
    // WordPress's own test for blocks is for this text, with just one blank.
    guard content.span.firstIndex(of: "<!-- wp:") != nil else { return classicParagraphs(of: content[...]) }
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    renderBlocks(content, into: &output)
    return output
  }

  /// Paragraphs of classic text; each page, and what stands before and behind a "more" mark on a line of its own,
  /// is a text by itself.
  func classicParagraphs(of text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8)
    for part in ContentMarks.split(Array(text)) {
      switch part {
      case .mark(let mark):
        output.append(contentsOf: mark)
        output.append(UInt8(ascii: "\n"))
      case .text(let text):
        let paragraphs = AutomaticParagraphs.apply(to: text)
        output.append(
          contentsOf: ShortcodeParagraphs.unwrap(paragraphs, names: Self.shortcodeNames))
      }
    }
    return output
  }
}
