internal import Bytes

extension Document {
  /// The contents of a node as HTML ("inner HTML"), by the algorithm of the standard (section 13.3).
  ///
  /// Elements of the tag `omitted` are left out with all that is in them.
  public func html(of node: NodeID, without omitted: Tag? = nil) -> [UInt8] {
    var output: [UInt8] = []
    if node == root { output.reserveCapacity(source.count + decoded.count) }
    Serializer(document: self, omitted: omitted).writeContents(of: node, to: &output)
    return output
  }

  /// The contents of the whole document or fragment as HTML.
  public var html: [UInt8] { html(of: root) }

  /// A node itself with its contents as HTML.
  public func outerHTML(of node: NodeID) -> [UInt8] {
    var output: [UInt8] = []
    let serializer = Serializer(document: self)
    serializer.open(node, to: &output)
    if kind(of: node) != .text, kind(of: node) != .comment {
      serializer.writeContents(of: node, to: &output)
      serializer.close(node, to: &output)
    }
    return output
  }
}

/// Writes nodes as HTML without recursion, whatever the depth.
private struct Serializer {
  let document: Document
  /// The elements that are not written.
  var omitted: Tag?

  func writeContents(of top: NodeID, to output: inout [UInt8]) {
    guard !isVoid(top), var node = document.firstChild(of: top) else { return }
    while true {
      if !isOmitted(node) {
        open(node, to: &output)
        if !isVoid(node), let child = document.firstChild(of: node) {
          node = child
          continue
        }
        close(node, to: &output)
      }
      while document.nextSibling(of: node) == nil {
        guard let parent = document.parent(of: node), parent != top else { return }
        node = parent
        close(node, to: &output)
      }
      guard let next = document.nextSibling(of: node) else { return }
      node = next
    }
  }

  func open(_ node: NodeID, to output: inout [UInt8]) {
    switch document.kind(of: node) {
    case .document, .fragment: break
    case .doctype:
      output.append(contentsOf: "<!DOCTYPE ".utf8)
      output.append(contentsOf: document.name(of: node).utf8)
      output.append(UInt8(ascii: ">"))
    case .element: openElement(node, to: &output)
    case .text:
      if isRaw(document.parent(of: node)) {
        document.appendText(of: node, to: &output)
      } else {
        appendEscaped(document[node].content, to: &output)
      }
    case .comment:
      output.append(contentsOf: "<!--".utf8)
      document.appendText(of: node, to: &output)
      output.append(contentsOf: "-->".utf8)
    }
  }

  func close(_ node: NodeID, to output: inout [UInt8]) {
    guard document.kind(of: node) == .element, !isVoid(node) else { return }
    let name = document.names.bytes(of: document.tag(of: node).id)
    output.append(addingCapacity: name.count + 3) { room in
      room.append(copying: "</")
      room.append(copying: name.span)
      room.append(UInt8(ascii: ">"))
    }
  }

  private func openElement(_ node: NodeID, to output: inout [UInt8]) {
    let name = document.names.bytes(of: document.tag(of: node).id)
    output.append(addingCapacity: name.count + 1) { room in
      room.append(UInt8(ascii: "<"))
      room.append(copying: name.span)
    }
    for index in document.attributeRange(of: node) {
      let attribute = document.attributes[index]
      let name = document.names.bytes(of: attribute.name)
      output.append(addingCapacity: name.count + 3) { room in
        room.append(UInt8(ascii: " "))
        room.append(copying: name.span)
        room.append(copying: "=\"")
      }
      appendEscaped(attribute.value, inAttribute: true, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
  }

  private func appendEscaped(_ stretch: ByteStretch, inAttribute: Bool = false, to output: inout [UInt8]) {
    // Looked at where they lie: a slice of them would be counted as one more owner each time.
    if stretch.store == .source {
      append(document.source.span.extracting(stretch.range), inAttribute: inAttribute, to: &output)
    } else {
      append(document.decoded.span.extracting(stretch.range), inAttribute: inAttribute, to: &output)
    }
  }

  /// Appends text with everything escaped that has to be.
  private func append(_ text: Span<UInt8>, inAttribute: Bool, to output: inout [UInt8]) {
    guard !text.isShortAndPlain else { return output.append(copying: text) }
    var plainStart = 0
    var index = -1
    while true {
      index = text.firstEscaped(from: index + 1, inAttribute: inAttribute)
      guard index < text.count else { break }
      var plainEnd = index
      let reference: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default:
        // U+00A0 is the pair C2 A0; A0 behind another byte is part of another character.
        guard index > plainStart, text[index - 1] == 0xC2 else { continue }
        plainEnd -= 1
        reference = "&nbsp;"
      }
      append(text.extracting(plainStart..<plainEnd), then: reference, to: &output)
      plainStart = index + 1
    }
    output.append(copying: text.extracting(plainStart..<text.count))
  }

  private func append(_ plain: Span<UInt8>, then reference: StaticString, to output: inout [UInt8]) {
    output.append(copying: plain)
    unsafe output.append(
      contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
  }

  private func isOmitted(_ node: NodeID) -> Bool {
    guard let omitted else { return false }
    return document.isElement(node, omitted)
  }

  private func isVoid(_ node: NodeID) -> Bool {
    document.namespace(of: node) == .html && document.isElement(node) && document.tag(of: node).isVoid
  }

  /// Whether text below a node is written without escaping.
  private func isRaw(_ parent: NodeID?) -> Bool {
    guard let parent, document.isElement(parent), document.namespace(of: parent) == .html else {
      return false
    }
    switch document.tag(of: parent) {
    case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: return true
    default: return false
    }
  }
}

extension Span<UInt8> {
  /// Whether there are but a few bytes, as between two blocks, and none to be escaped.
  fileprivate var isShortAndPlain: Bool {
    guard count < 8 else { return false }
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xA0: return false
      default: continue
      }
    }
    return true
  }
}
