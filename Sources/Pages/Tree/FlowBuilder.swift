import Bytes
import HTML

/// Turns a part of a page into the lines a reader sees, leaving out what is told to be left out.
struct FlowBuilder {
  private let document: Document
  private let excluded: Set<NodeID>
  private let resolve: (String) -> String
  private var lines: [FlowLine] = []
  private var text = ""
  private var first: NodeID?
  private var end = 0
  private var links: [FlowLink] = []
  private var openLink: FlowLink?
  private var prominentDepth = 0
  private var isProminent = true
  private var isParagraphDue = true

  /// The lines of the pages's part below and including `node`.
  static func lines(
    of node: NodeID, in document: Document, without excluded: Set<NodeID> = [],
    resolve: @escaping (String) -> String = { $0 }
  ) -> [FlowLine] {
    var builder = FlowBuilder(document: document, excluded: excluded, resolve: resolve)
    builder.walk(node)
    builder.endLine(isParagraph: true)
    return builder.lines
  }

  /// The text of the page's part below and including `node`, blocks as paragraphs.
  static func text(of node: NodeID, in document: Document, without excluded: Set<NodeID> = []) -> String {
    lines(of: node, in: document, without: excluded)
      .reduce(into: "") { text, line in
        if !text.isEmpty { text += line.beginsParagraph ? "\n\n" : "\n" }
        text += line.text
      }
  }

  private init(document: Document, excluded: Set<NodeID>, resolve: @escaping (String) -> String) {
    self.document = document
    self.excluded = excluded
    self.resolve = resolve
  }

  private mutating func walk(_ top: NodeID) {
    var node = top
    var isEntering = true
    while true {
      if isEntering, enter(node), let child = document.firstChild(of: node) {
        node = child
        continue
      }
      if isEntering || !excluded.contains(node) { leave(node) }
      if node == top { return }
      if let next = document.nextSibling(of: node) {
        node = next
        isEntering = true
      } else if let parent = document.parent(of: node) {
        node = parent
        isEntering = false
      } else {
        return
      }
    }
  }

  /// Begins a node; tells whether what is below it counts.
  private mutating func enter(_ node: NodeID) -> Bool {
    guard !excluded.contains(node) else { return false }
    switch document.kind(of: node) {
    case .text:
      add(document.textBytes(of: node), of: node)
      return false
    case .element: break
    default: return document.kind(of: node) != .comment
    }
    let tag = document.tag(of: node)
    if Self.silent.contains(tag) { return false }
    if tag == .br { endLine(isParagraph: text.isEmpty) }
    if Self.blocks.contains(tag) { endLine(isParagraph: true) }
    if Self.prominent.contains(tag) { prominentDepth += 1 }
    if tag == .a, let href = document.attribute("href", of: node) {
      let marks = [document.attribute("rel", of: node), document.attribute("class", of: node)]
      openLink = FlowLink(
        text: "", address: resolve(href),
        marks: Set(
          marks.compactMap { $0 }.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }))
    }
    return true
  }

  private mutating func leave(_ node: NodeID) {
    guard document.kind(of: node) == .element, !excluded.contains(node) else { return }
    let tag = document.tag(of: node)
    if Self.silent.contains(tag) { return }
    if Self.blocks.contains(tag) { endLine(isParagraph: true) }
    if Self.prominent.contains(tag) { prominentDepth -= 1 }
    if tag == .a { closeLink() }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, of node: NodeID) {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      if !bytes.isEmpty, !text.isEmpty { text += " " }
      return
    }
    let piece = String(decoding: bytes, as: UTF8.self)
    text += piece
    openLink?.text += piece
    if first == nil { first = node }
    end = (document.sourceOffset(of: node) ?? end) + bytes.count
    if prominentDepth == 0 { isProminent = false }
  }

  private mutating func closeLink() {
    guard var link = openLink else { return }
    link.text = link.text.collapsed
    links.append(link)
    openLink = nil
  }

  private mutating func endLine(isParagraph: Bool) {
    let collapsed = text.collapsed
    if !collapsed.isEmpty {
      // A link that goes on in the next line is in both.
      if var link = openLink, !link.text.isEmpty {
        link.text = link.text.collapsed
        links.append(link)
        openLink?.text = ""
      }
      let start = first.flatMap { document.sourceOffset(of: $0) } ?? end
      lines.append(
        FlowLine(
          text: collapsed, range: ByteRange(from: min(start, end), to: end), beginsParagraph: isParagraphDue,
          isProminent: isProminent, links: links, node: first))
      isParagraphDue = false
      links = []
    }
    text = ""
    first = nil
    isProminent = true
    if isParagraph { isParagraphDue = true }
  }

  private static let silent: Set<Tag> = [
    .script, .style, .template, .head, .noscript, .iframe, .object, .svg, .select, .textarea, .button,
  ]
  private static let prominent: Set<Tag> = [.h1, .h2, .h3, .h4, .h5, .h6, .b, .strong, .th]
  private static let blocks: Set<Tag> = [
    .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dir, .div, .dl, .dt, .fieldset,
    .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .li, .main, .menu, .nav,
    .ol,
    .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
  ]
}
