internal import HTML

/// Writes a node and what is below it as clean HTML that Markdown passes through: no scripts, no styles, no blank line.
struct HTMLFragmentWriter {
  let document: Document
  let tags: HTMLTagWriter
  /// Whether it stands among Markdown text, where a renderer still reads what is between the tags as Markdown.
  let isInline: Bool
  private(set) var output: [UInt8] = []
  private var preformattedDepth = 0
  private var cellDepth = 0
  /// Whether no line break may be written as such: in a form's field, where a blank line would end the HTML block at once.
  private var isInField = false

  init(_ document: Document, _ options: MarkdownOptions, isInline: Bool) {
    self.document = document
    tags = HTMLTagWriter(document: document, options: options)
    self.isInline = isInline
  }

  /// The node itself with its contents.
  static func html(of node: NodeID, in document: Document, _ options: MarkdownOptions, isInline: Bool)
    -> [UInt8]
  {
    var writer = HTMLFragmentWriter(document, options, isInline: isInline)
    writer.write(node)
    writer.trim()
    return writer.output
  }

  mutating func write(_ node: NodeID) {
    switch document.kind(of: node) {
    case .text: writeText(document.textBytes(of: node))
    case .element: writeElement(node)
    default: break
    }
  }

  mutating func append(_ bytes: some Sequence<UInt8>) { output.append(contentsOf: bytes) }

  mutating func trim() {
    while let last = output.last, isSpace(last) { output.removeLast() }
  }

  private mutating func writeElement(_ node: NodeID) {
    let tag = document.tag(of: node)
    let isForeign = document.namespace(of: node) != .html
    let role = isForeign ? .inlineObject : ElementRole.of(tag)
    if isForeign ? isScript(tag) : role == .hidden && !isPart(tag) { return }
    guard isForeign || role != .transparent || tag == .label || tag == .output || tag == .picture else {
      writeContents(of: node)
      return
    }
    let isPreformatted =
      !isForeign && (role == .preformatted || tag == .textarea)
    // An HTML block that begins with `<pre>` ends with the first `</pre>`, so there may be only one.
    let isInnerPre = isPreformatted && preformattedDepth > 0
    beginLine(for: role, tag)
    append(isInnerPre ? Array("<div>".utf8) : tags.opening(of: node))
    let isCell = !isForeign && (tag == .td || tag == .th)
    if isCell { cellDepth += 1 }
    isInField = !isForeign && tag == .textarea
    if isPreformatted {
      preformattedDepth += 1
      if startsWithNewline(node) { append(isInline ? "&#10;".utf8.map { $0 } : [0x0A]) }
    }
    if tag != .iframe || isForeign { writeContents(of: node) }
    if isPreformatted { preformattedDepth -= 1 }
    isInField = false
    if isCell { cellDepth -= 1 }
    if holdsBlocks(tag), !isForeign, !isInline, preformattedDepth == 0, cellDepth == 0 { beginLine() }
    append(isInnerPre ? Array("</div>".utf8) : tags.closing(of: node))
  }

  private mutating func writeContents(of node: NodeID) {
    var child = document.firstChild(of: node)
    while let current = child {
      write(current)
      child = document.nextSibling(of: current)
    }
  }

  /// Parts of tables and players, which mean something only inside them.
  private func isPart(_ tag: Tag) -> Bool {
    switch tag {
    case .param, .source, .track, .col, .colgroup, .area: true
    default: false
    }
  }

  private func isScript(_ tag: Tag) -> Bool { tag == .script || tag == .style }

  /// Blocks begin on lines of their own, so that a person can read them.
  private mutating func beginLine(for role: ElementRole, _ tag: Tag) {
    guard !isInline, preformattedDepth == 0, cellDepth == 0, role.isBlock || tag == .colgroup, !output.isEmpty
    else {
      return
    }
    switch tag {
    case .td, .th, .summary: return
    default: beginLine()
    }
  }

  private mutating func beginLine() {
    trim()
    output.append(0x0A)
  }

  private func holdsBlocks(_ tag: Tag) -> Bool {
    switch tag {
    case .table, .thead, .tbody, .tfoot, .ul, .ol, .dl, .form, .blockquote: true
    default: false
    }
  }

  private mutating func writeText(_ bytes: ArraySlice<UInt8>) {
    if preformattedDepth > 0 {
      writePreformatted(bytes)
      return
    }
    for byte in bytes {
      if isSpace(byte) {
        if let last = output.last, !isSpace(last) { output.append(0x20) }
      } else {
        writeEscaped(byte)
      }
    }
  }

  private mutating func writePreformatted(_ bytes: ArraySlice<UInt8>) {
    for (index, byte) in zip(bytes.indices, bytes) {
      guard byte == 0x0A else {
        writeEscaped(byte)
        continue
      }
      // A blank line would end the HTML block.
      let line = bytes[(index + 1)...].prefix { $0 != 0x0A }
      let endsBlock = line.allSatisfy(isSpace)
      append(isInline || isInField || endsBlock ? Array("&#10;".utf8) : [0x0A])
    }
  }

  private func startsWithNewline(_ node: NodeID) -> Bool {
    guard let first = document.firstChild(of: node) else { return false }
    return document.textBytes(of: first).first == 0x0A && document.kind(of: first) == .text
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;".utf8)
    case UInt8(ascii: "<"): append("&lt;".utf8)
    case UInt8(ascii: ">"): append("&gt;".utf8)
    case _ where isInline && Self.meansSomething(byte): append("&#\(byte);".utf8)
    default: output.append(byte)
    }
  }

  private static func meansSomething(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
