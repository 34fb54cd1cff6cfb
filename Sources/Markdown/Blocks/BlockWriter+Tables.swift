internal import HTML
internal import Model

extension BlockWriter {
  mutating func writeTable(_ node: NodeID, _ style: InlineStyle) {
    let role = document.attribute("role", of: node)
    if role == "presentation" || role == "none" { return writeLayout(node, style) }
    let shape = TableShape(of: node, in: document)
    if shape.rows.isEmpty { return writeLayout(node, style) }
    guard shape.isPlain else { return writeHTMLBlock(node, style) }
    for caption in shape.captions { writeLayout(caption, style) }
    beginBlock(.other, at: node)
    if shape.hasHeader {
      writeRow(shape.rows[0], style)
    } else {
      output.append(UInt8(ascii: "|"))
      for _ in shape.alignments { output.append(contentsOf: " |".utf8) }
    }
    endLine()
    output.append(UInt8(ascii: "|"))
    for alignment in shape.alignments { output.append(contentsOf: alignment.delimiter.utf8) }
    for row in shape.rows.dropFirst(shape.hasHeader ? 1 : 0) {
      endLine()
      writeRow(row, style)
    }
    for caption in shape.captionsBelow { writeLayout(caption, style) }
  }

  /// A table that only lays out the page says no more than its cells, one after the other.
  private mutating func writeLayout(_ node: NodeID, _ style: InlineStyle) {
    writeChildren(of: node, style)
    flush()
  }

  private mutating func writeRow(_ cells: [NodeID], _ style: InlineStyle) {
    output.append(UInt8(ascii: "|"))
    isPhrase = true
    for cell in cells {
      output.append(0x20)
      writeAnchor(of: cell, style)
      writeChildren(of: cell, style)
      content.settle()
      if !content.isEmpty {
        writeContent(in: .cell)
        output.append(0x20)
      }
      content.clear()
      output.append(UInt8(ascii: "|"))
    }
    isPhrase = false
  }
}

extension TableShape.Alignment {
  /// The column's part of the delimiter row.
  fileprivate var delimiter: String {
    switch self {
    case .none: " --- |"
    case .left: " :-- |"
    case .center: " :-: |"
    case .right: " --: |"
    }
  }
}
