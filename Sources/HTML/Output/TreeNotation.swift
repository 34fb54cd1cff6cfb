extension Document {
  /// The tree in the notation of the html5lib tests: one node a line, two blanks a level, `| ` before each.
  public var treeNotation: [UInt8] {
    var output: [UInt8] = []
    var depth = 0
    var node = firstChild(of: root)
    while let current = node {
      append(current, depth: depth, to: &output)
      if let child = firstChild(of: current) {
        node = child
        depth += 1
        continue
      }
      var last = current
      while nextSibling(of: last) == nil, let parent = parent(of: last), parent != root {
        last = parent
        depth -= 1
      }
      node = nextSibling(of: last)
    }
    return output
  }

  private func append(_ node: NodeID, depth: Int, to output: inout [UInt8]) {
    startLine(depth, &output)
    switch kind(of: node) {
    case .document, .fragment: output.append(contentsOf: "content".utf8)
    case .doctype: appendDoctype(documentTypes[Int(self[node].content.start)], to: &output)
    case .element:
      output.append(contentsOf: "<\(prefix(of: namespace(of: node)))\(name(of: node))>".utf8)
      appendAttributes(of: node, depth: depth + 1, to: &output)
    case .text:
      output.append(UInt8(ascii: "\""))
      appendText(of: node, to: &output)
      output.append(UInt8(ascii: "\""))
    case .comment:
      output.append(contentsOf: "<!-- ".utf8)
      appendText(of: node, to: &output)
      output.append(contentsOf: " -->".utf8)
    }
    output.append(0x0A)
  }

  private func startLine(_ depth: Int, _ output: inout [UInt8]) {
    output.append(contentsOf: "| ".utf8)
    output.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private func appendDoctype(_ type: DocumentType, to output: inout [UInt8]) {
    output.append(contentsOf: "<!DOCTYPE ".utf8)
    output.append(contentsOf: type.name ?? [])
    if type.publicIdentifier != nil || type.systemIdentifier != nil {
      for identifier in [type.publicIdentifier, type.systemIdentifier] {
        output.append(contentsOf: " \"".utf8)
        output.append(contentsOf: identifier ?? [])
        output.append(UInt8(ascii: "\""))
      }
    }
    output.append(UInt8(ascii: ">"))
  }

  /// One line each, sorted by name in the order of UTF-16 code units.
  private func appendAttributes(of node: NodeID, depth: Int, to output: inout [UInt8]) {
    let lines = attributeRange(of: node).map { index -> (name: String, value: ByteStretch) in
      let name = names.string(of: attributes[index].name)
      let isQualified = attributes[index].namespace != .none
      return (
        isQualified ? name.split(separator: ":", maxSplits: 1).joined(separator: " ") : name,
        attributes[index].value
      )
    }
    for line in lines.sorted(by: { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }) {
      output.append(0x0A)
      startLine(depth, &output)
      output.append(contentsOf: "\(line.name)=\"".utf8)
      output.append(contentsOf: bytes(of: line.value))
      output.append(UInt8(ascii: "\""))
    }
  }

  private func prefix(of namespace: Namespace) -> String {
    switch namespace {
    case .html: ""
    case .svg: "svg "
    case .mathML: "math "
    }
  }
}
