/// Putting nodes into the tree (section 13.2.6.1).
extension TreeBuilder {
  /// A place in the tree: before a node, or behind the last child of its parent.
  struct Place {
    var parent: NodeID
    var before = NodeID.none
  }

  /// The appropriate place for inserting a node into the current node, or into `target`.
  @inline(__always)
  mutating func place(in target: OpenElement? = nil) -> Place {
    guard let target = target ?? open.last else { return Place(parent: .root) }
    if fosterParenting, target.categories.contains(.fosters), target.namespace == .html {
      return fosterPlace()
    }
    return Place(parent: container(target.node, target.tag))
  }

  /// Where what is misplaced in a table goes: before the table.
  ///
  /// It changes nothing; only what may change the builder is called without a copy of it.
  private mutating func fosterPlace() -> Place {
    let template = open.lastIndex { $0.isHTML(.template) }
    let table = open.lastIndex { $0.isHTML(.table) }
    if let template, template > table ?? -1 {
      return Place(parent: container(open[template].node, .template))
    }
    guard let table else { return Place(parent: open.first?.node ?? .root) }
    let node = open[table].node
    let parent = document[node].parent
    if parent != .none { return Place(parent: parent, before: node) }
    let previous = open[max(table - 1, 0)]
    return Place(parent: container(previous.node, previous.tag))
  }

  /// The node that holds an element's children: itself, or a template's contents.
  @inline(__always)
  func container(_ node: NodeID, _ tag: Tag) -> NodeID {
    guard tag == .template else { return node }
    let first = document[node].firstChild
    return first != .none && document[first].kind == .fragment ? first : node
  }

  mutating func insert(_ node: NodeID, at place: Place) {
    if place.before == .none {
      document.append(node, to: place.parent)
    } else {
      document.insert(node, before: place.before)
    }
  }

  // MARK: Elements

  /// Makes an element of the start tag last read.
  mutating func makeElement(_ tag: Tag, _ namespace: Namespace = .html) -> NodeID {
    var node = Node(kind: .element)
    node.tag = tag
    node.namespace = namespace
    node.content = tokenizer.attributes
    node.offset = UInt32(truncatingIfNeeded: tokenizer.start)
    return document.add(node)
  }

  /// Inserts an HTML element for the start tag last read and makes it the current node.
  @discardableResult
  mutating func insertElement() -> NodeID { insertElement(tokenizer.tag) }

  @discardableResult
  mutating func insertElement(_ tag: Tag, _ namespace: Namespace = .html) -> NodeID {
    makeRoom()
    let node = makeElement(tag, namespace)
    insert(node, at: place())
    push(node, tag, namespace)
    return node
  }

  /// Inserts an HTML element the source implies.
  @discardableResult
  mutating func insertImpliedElement(_ tag: Tag) -> NodeID {
    makeRoom()
    var node = Node(kind: .element)
    node.tag = tag
    node.offset = UInt32(truncatingIfNeeded: tokenizer.start)
    let id = document.add(node)
    insert(id, at: place())
    push(id, tag)
    return id
  }

  /// Inserts an HTML element for the start tag last read that has no contents.
  mutating func insertVoidElement() {
    let node = makeElement(tokenizer.tag)
    insert(node, at: place())
  }

  /// Inserts an element like another one, without its children, and makes it the current node.
  mutating func insertElement(cloning original: NodeID) -> NodeID {
    makeRoom()
    let node = clone(original)
    insert(node, at: place())
    push(node, document[original].tag)
    return node
  }

  /// Makes an element like another one, in no place and without its children.
  mutating func clone(_ original: NodeID) -> NodeID {
    var node = Node(kind: .element)
    node.tag = document[original].tag
    node.content = document[original].content
    node.offset = document[original].offset
    return document.add(node)
  }

  // MARK: Comments and document types

  mutating func insertComment() { insertComment(at: place()) }

  mutating func insertComment(into parent: NodeID) { insertComment(at: Place(parent: parent)) }

  private mutating func insertComment(at place: Place) {
    var node = Node(kind: .comment)
    node.content = tokenizer.text
    node.offset = UInt32(truncatingIfNeeded: tokenizer.start)
    let id = document.add(node)
    insert(id, at: place)
  }

  mutating func insertDoctype() {
    var node = Node(kind: .doctype)
    node.content.start = UInt32(document.documentTypes.count)
    node.offset = UInt32(truncatingIfNeeded: tokenizer.start)
    document.documentTypes.append(tokenizer.documentType)
    let id = document.add(node)
    document.append(id, to: .root)
  }

  // MARK: Text

  /// Inserts text; joins the text before it, if there is any.
  mutating func insertText(_ stretch: ByteStretch) {
    guard stretch.count > 0 else { return }
    let place = place()
    if place.parent == .root, context == nil { return }
    let previous =
      place.before == .none ? document[place.parent].lastChild : document[place.before].previousSibling
    if previous != .none, document[previous].kind == .text {
      document.extend(previous, by: stretch)
      return
    }
    var node = Node(kind: .text)
    node.content = stretch
    node.offset = UInt32(truncatingIfNeeded: tokenizer.start)
    let id = document.add(node)
    insert(id, at: place)
  }
}

extension Document {
  /// Adds to the text of a node; copies no more than in proportion to what is added, however the pieces come.
  mutating func extend(_ node: NodeID, by stretch: ByteStretch) {
    var content = self[node].content
    let end = content.start + content.count
    let isDecoded = content.store != .source
    if isDecoded == (stretch.store != .source), end == stretch.start {
      content.count += stretch.count
      if isDecoded { content.store = .decoded }
    } else if isDecoded, Int(end) == decoded.count {
      // It grows past the room it had, if any.
      copy(stretch)
      content.count += stretch.count
      content.store = .decoded
    } else if content.store == .roomy, Int(content.count + stretch.count) <= Self.room(for: content.count) {
      for (place, offset) in zip(Int(end)..., stretch.range) {
        decoded[place] = stretch.store == .source ? source[offset] : decoded[offset]
      }
      content.count += stretch.count
    } else {
      let start = decoded.count
      copy(content)
      copy(stretch)
      content.count += stretch.count
      if isDecoded {
        let padding = Self.room(for: content.count) - Int(content.count)
        decoded.append(contentsOf: repeatElement(0, count: padding))
      }
      content.store = isDecoded ? .roomy : .decoded
      content.start = UInt32(start)
    }
    self[node].content = content
  }

  /// Appends the bytes of a stretch to the store of decoded text.
  private mutating func copy(_ stretch: ByteStretch) {
    if stretch.store == .source {
      decoded.append(contentsOf: source[stretch.range])
    } else {
      // Byte by byte: a slice would keep the store alive, and have all of it copied before it grows.
      for offset in stretch.range { decoded.append(decoded[offset]) }
    }
  }

  /// The room kept for a text of `count` bytes that was moved more than once: the next power of two.
  private static func room(for count: UInt32) -> Int {
    count <= 64 ? 64 : 1 << (UInt32.bitWidth - (count - 1).leadingZeroBitCount)
  }
}
