internal import Bytes

extension Document {
  /// The text below a node as a browser shows it, by the rules of `innerText`.
  ///
  /// White space is folded but for `pre`; blocks and `br` begin a new line, paragraphs leave an empty one, cells of a row are separated
  /// by a tab. What a browser never shows (`script`, `style`, `template`, `hidden`, contents a player or frame stands for) is left out.
  public func visibleText(of node: NodeID) -> String {
    String(decoding: visibleTextBytes(of: node), as: UTF8.self)
  }

  /// The text of the whole document or fragment as a browser shows it.
  public var visibleText: String { visibleText(of: root) }

  /// The text below a node as a browser shows it, as UTF-8 bytes.
  public func visibleTextBytes(of top: NodeID) -> [UInt8] {
    var writer = VisibleTextWriter(
      isPreformatted: ancestors(of: top).contains { layout(of: $0) == .preformatted },
      capacity: top == root ? source.count : 0)
    var node = top
    while true {
      let layout = layout(of: node)
      if layout != .hidden {
        writer.enter(layout)
        if kind(of: node) == .text {
          let text = self[node].content
          if text.store == .source {
            writer.append(source.span.extracting(text.range))
          } else {
            writer.append(decoded.span.extracting(text.range))
          }
        }
        if let child = firstChild(of: node) {
          node = child
          continue
        }
        writer.leave(layout)
      }
      while node != top, nextSibling(of: node) == nil {
        guard let parent = parent(of: node) else { return writer.output }
        node = parent
        writer.leave(self.layout(of: node))
      }
      guard node != top, let next = nextSibling(of: node) else { return writer.output }
      node = next
    }
  }

  private func layout(of node: NodeID) -> VisibleTextWriter.Layout {
    switch kind(of: node) {
    case .text, .document, .fragment: return .inline
    case .comment, .doctype: return .hidden
    case .element: break
    }
    switch namespace(of: node) {
    case .html: return hasAttribute(.hidden, of: node) ? .hidden : VisibleTextWriter.Layout(tag(of: node))
    case .svg: return [.title, .desc, .style, .script, .defs].contains(tag(of: node)) ? .hidden : .inline
    case .mathML: return tag(of: node) == .annotationXML ? .hidden : .inline
    }
  }
}

/// Folds white space and breaks lines.
private struct VisibleTextWriter {
  /// How an element stands among others.
  enum Layout {
    case inline, block, paragraph, preformatted, cell, lineBreak, hidden

    init(_ tag: Tag) {
      switch tag {
      case .br: self = .lineBreak
      case .p: self = .paragraph
      case .pre, .listing, .plaintext, .xmp, .textarea: self = .preformatted
      case .td, .th: self = .cell
      case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir,
        .div, .dl, .dt,
        .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
        .html,
        .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .search, .section, .summary, .table,
        .tbody,
        .tfoot, .thead, .tr, .ul:
        self = .block
      case .area, .audio, .base, .canvas, .datalist, .frameset, .head, .iframe, .link, .meta, .noembed,
        .noframes,
        .noscript, .param, .rp, .script, .source, .style, .template, .title, .track, .video:
        self = .hidden
      default: self = .inline
      }
    }
  }

  private(set) var output: [UInt8] = []
  private var preformattedDepth: Int
  /// Line breaks to be written before the next character.
  private var lines = 0
  private var wantsEmptyLine = false
  private var wantsSpace = false
  private var wantsTab = false
  private var lineHasText = false

  init(isPreformatted: Bool, capacity: Int) {
    preformattedDepth = isPreformatted ? 1 : 0
    output.reserveCapacity(capacity)
  }

  mutating func enter(_ layout: Layout) {
    switch layout {
    case .inline, .hidden: break
    case .lineBreak: breakLine()
    case .block: endLine()
    case .paragraph:
      endLine()
      wantsEmptyLine = true
    case .preformatted:
      endLine()
      preformattedDepth += 1
    case .cell:
      wantsSpace = false
      wantsTab = lineHasText
    }
  }

  mutating func leave(_ layout: Layout) {
    switch layout {
    case .inline, .hidden, .lineBreak, .cell: break
    case .block: endLine()
    case .paragraph:
      endLine()
      wantsEmptyLine = true
    case .preformatted:
      endLine()
      preformattedDepth -= 1
    }
  }

  mutating func append(_ text: Span<UInt8>) {
    var index = 0
    guard preformattedDepth == 0 else {
      while index < text.count {
        if text[index] == 0x0A { breakLine() } else { appendCharacter(text[index]) }
        index += 1
      }
      return
    }
    while index < text.count {
      guard !text[index].isHTMLSpace else {
        wantsSpace = lineHasText
        index += 1
        continue
      }
      appendCharacter(text[index])
      let end = text.endOfWords(from: index)
      output.append(copying: text.extracting(index + 1..<end))
      index = end
    }
  }

  private mutating func breakLine() {
    lines += 1
    lineHasText = false
    wantsSpace = false
    wantsTab = false
  }

  private mutating func endLine() {
    if lineHasText { breakLine() }
  }

  private mutating func appendCharacter(_ byte: UInt8) {
    if !lineHasText {
      if !output.isEmpty {
        output.append(contentsOf: repeatElement(0x0A, count: lines + (wantsEmptyLine ? 1 : 0)))
      }
      lines = 0
      wantsEmptyLine = false
      lineHasText = true
    } else if wantsTab {
      output.append(0x09)
    } else if wantsSpace {
      output.append(0x20)
    }
    wantsTab = false
    wantsSpace = false
    output.append(byte)
  }
}
