import Bytes
import HTML

/// Turns a part of a page into the lines a reader sees, leaving out what is told to be left out.
struct FlowBuilder {
  private let document: Document
  private let resolve: (NodeID) -> String
  private var lines: [FlowLine] = []
  private var text = CollapsedText()
  /// Whether anything but blanks was added to the line.
  private var hasText = false
  private var first: NodeID?
  private var end = 0
  private var links: [FlowLink] = []
  private var openLink: OpenLink?
  private var prominentDepth = 0
  private var isProminent = true
  private var isParagraphDue = true

  private struct OpenLink {
    var node: NodeID
    var text = CollapsedText()
  }

  /// The lines of the pages's part below and including `node`; `resolve` gives the address of a link.
  static func lines(
    of node: NodeID, in document: Document, without excluded: NodeSet = NodeSet(), until end: NodeID? = nil,
    resolve: @escaping (NodeID) -> String
  ) -> [FlowLine] {
    var builder = FlowBuilder(document: document, resolve: resolve)
    FlowWalk(document: document, excluded: excluded).walk(node, until: end) { builder.take($0) }
    builder.endLine(isParagraph: true)
    return builder.lines
  }

  /// The text of the page's part below and including `node`, blocks as paragraphs.
  static func text(of node: NodeID, in document: Document) -> String {
    lines(of: node, in: document) { _ in "" }
      .reduce(into: "") { text, line in
        if !text.isEmpty { text += line.beginsParagraph ? "\n\n" : "\n" }
        text += line.text
      }
  }

  private init(document: Document, resolve: @escaping (NodeID) -> String) {
    self.document = document
    self.resolve = resolve
  }

  private mutating func take(_ step: FlowWalk.Step) {
    switch step {
    case .text(let node): add(document.textBytes(of: node), of: node)
    case .lineBreak: endLine(isParagraph: !hasText)
    case .enter(let node, let role):
      if role.contains(.block) { endLine(isParagraph: true) }
      if role.contains(.prominent) { prominentDepth += 1 }
      if role.contains(.link), document.attributeBytes(.href, of: node) != nil {
        openLink = OpenLink(node: node)
      }
    case .leave(_, let role):
      if role.contains(.block) { endLine(isParagraph: true) }
      if role.contains(.prominent) { prominentDepth -= 1 }
      if role.contains(.link) { closeLink() }
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, of node: NodeID) {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      if !bytes.isEmpty { text.addSpace() }
      return
    }
    text.add(bytes)
    openLink?.text.add(bytes)
    hasText = true
    if first == nil { first = node }
    end = (document.sourceOffset(of: node) ?? end) + bytes.count
    if prominentDepth == 0 { isProminent = false }
  }

  private mutating func closeLink() {
    guard let link = openLink else { return }
    links.append(finished(link))
    openLink = nil
  }

  private func finished(_ link: OpenLink) -> FlowLink {
    FlowLink(text: link.text.text, address: resolve(link.node), marks: LinkMarks(of: link.node, in: document))
  }

  private mutating func endLine(isParagraph: Bool) {
    if !text.isEmpty {
      // A link that goes on in the next line is in both.
      if let link = openLink, !link.text.isEmpty {
        links.append(finished(link))
        openLink?.text = CollapsedText()
      }
      let start = first.flatMap { document.sourceOffset(of: $0) } ?? end
      lines.append(
        FlowLine(
          text: text.text, range: ByteRange(from: min(start, end), to: end), beginsParagraph: isParagraphDue,
          isProminent: isProminent, links: links, node: first))
      isParagraphDue = false
      links = []
    }
    text = CollapsedText()
    hasText = false
    first = nil
    isProminent = true
    if isParagraph { isParagraphDue = true }
  }
}
