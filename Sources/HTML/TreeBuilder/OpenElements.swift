internal import Model

/// An element on the stack of open elements.
struct OpenElement {
  let node: NodeID
  let tag: Tag
  let namespace: Namespace
  var categories: ElementCategories

  /// Whether it is the HTML element of that tag.
  @inline(__always)
  func isHTML(_ tag: Tag) -> Bool { self.tag == tag && namespace == .html }
}

/// The stack of open elements (section 13.2.4.2).
extension TreeBuilder {
  @inline(__always)
  func categories(of tag: Tag) -> ElementCategories {
    tag.id < standardNameCount ? categories[Int(tag.id)] : []
  }

  /// The tag of the current node, if it is an HTML element.
  var currentTag: Tag? { open.last.flatMap { $0.namespace == .html ? $0.tag : nil } }

  func currentIs(_ tag: Tag) -> Bool { open.last?.isHTML(tag) ?? false }

  mutating func push(_ node: NodeID, _ tag: Tag, _ namespace: Namespace = .html) {
    open.append(
      OpenElement(
        node: node, tag: tag, namespace: namespace,
        categories: namespace == .html ? categories(of: tag) : .ofForeign(tag, namespace)))
  }

  /// Takes the current node off the stack; the `html` element stays.
  mutating func pop() {
    guard open.count > 1 else { return }
    let popped = open.removeLast()
    if popped.tag == .option, popped.namespace == .html { optionWasPopped(popped.node) }
    if !flattened.isEmpty, open.count < Self.depthLimit - 8 { flattened.removeAll() }
  }

  /// Takes elements off the stack up to and including the first HTML element of that tag.
  mutating func popThrough(_ tag: Tag) {
    while open.count > 1 {
      let found = open[open.count - 1].isHTML(tag)
      pop()
      if found { return }
    }
  }

  /// Takes elements off the stack up to and including the first of one of these categories.
  mutating func popThrough(_ categories: ElementCategories) {
    while let last = open.last, open.count > 1 {
      pop()
      if !last.categories.isDisjoint(with: categories), last.namespace == .html { return }
    }
  }

  /// Takes elements off the stack until the current node is an HTML element of one of these tags, or `html`.
  mutating func clearStack(backTo tags: Tag...) {
    while open.count > 1, let last = open.last {
      if last.namespace == .html, tags.contains(last.tag) || last.tag == .template { return }
      pop()
    }
  }

  // MARK: Scopes

  // Compiled where they are asked for, as a call would take a copy of the whole builder along.

  @inline(__always)
  private func hasInScope(bounds: ElementCategories, where matches: (OpenElement) -> Bool) -> Bool {
    var index = open.count - 1
    while index >= 0 {
      let element = open[index]
      if matches(element) { return true }
      if !element.categories.isDisjoint(with: bounds) { return false }
      index -= 1
    }
    return false
  }

  @inline(__always)
  func hasInScope(_ tag: Tag) -> Bool { hasInScope(bounds: .scope) { $0.isHTML(tag) } }

  @inline(__always)
  func hasHeadingInScope() -> Bool {
    hasInScope(bounds: .scope) { $0.categories.contains(.heading) && $0.namespace == .html }
  }

  func hasInScope(node: NodeID) -> Bool { hasInScope(bounds: .scope) { $0.node == node } }

  @inline(__always)
  func hasInListItemScope(_ tag: Tag) -> Bool { hasInScope(bounds: .listItemScope) { $0.isHTML(tag) } }

  @inline(__always)
  func hasInButtonScope(_ tag: Tag) -> Bool { hasInScope(bounds: .buttonScope) { $0.isHTML(tag) } }

  func hasInTableScope(_ tag: Tag) -> Bool { hasInScope(bounds: .tableScope) { $0.isHTML(tag) } }

  func hasInTableScope(anyOf tags: Tag...) -> Bool {
    hasInScope(bounds: .tableScope) { $0.namespace == .html && tags.contains($0.tag) }
  }

  func isOpen(_ tag: Tag) -> Bool { open.contains { $0.tag == tag } }

  var hasOpenTemplate: Bool { !templateModes.isEmpty && open.contains { $0.isHTML(.template) } }

  // MARK: Implied end tags (section 13.2.6.3)

  mutating func generateImpliedEndTags(except tag: Tag? = nil) {
    while let last = open.last, last.namespace == .html, last.categories.contains(.impliedEnd),
      last.tag != tag
    { pop() }
  }

  mutating func generateImpliedEndTagsThoroughly() {
    while let last = open.last, last.namespace == .html, last.categories.contains(.thoroughlyImpliedEnd) {
      pop()
    }
  }

  mutating func closeParagraphInButtonScope() {
    if hasInButtonScope(.p) { closeParagraph() }
  }

  mutating func closeParagraph() {
    generateImpliedEndTags(except: .p)
    popThrough(.p)
  }

  // MARK: The depth limit

  /// Makes room for one more element: at the limit the current node is closed, so that the new one comes to stand beside it.
  mutating func makeRoom() {
    guard open.count >= Self.depthLimit, let last = open.last else { return }
    tokenizer.log.report(
      .depthLimit, .repair, at: tokenizer.start,
      "an element nested deeper than \(Self.depthLimit), put beside its parent")
    open.removeLast()
    flattened[last.tag, default: 0] += 1
    if last.categories.contains(.holdsMarker), last.namespace == .html {
      clearFormattingToMarker()
    } else if last.categories.contains(.formatting),
      let index = formatting.lastIndex(where: { $0.node == last.node })
    {
      formatting.remove(at: index)
    }
  }

  /// Whether an end tag is that of an element the depth limit closed before.
  mutating func closesFlattened(_ tag: Tag) -> Bool {
    guard let count = flattened[tag] else { return false }
    flattened[tag] = count > 1 ? count - 1 : nil
    return true
  }
}
