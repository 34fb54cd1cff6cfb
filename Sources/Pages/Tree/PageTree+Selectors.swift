import HTML

extension PageTree {
  /// The elements of `range` that the selector picks, in order.
  ///
  /// What a range is inside of counts no further than its own element: a `body` of class `author` makes no authors.
  func all(_ selector: Selector, in range: Range<Int>) -> [Int] {
    let candidates = candidates(selector, in: range)
    if selector.isPlain { return Array(candidates) }
    return candidates.filter { matches($0, selector, floor: range.lowerBound - 1) }
  }

  /// The first element of `range` that the selector picks.
  func first(_ selector: Selector, in range: Range<Int>) -> Int? {
    candidates(selector, in: range).first {
      selector.isPlain || matches($0, selector, floor: range.lowerBound - 1)
    }
  }

  /// The first element that the first of the selectors with any picks, and that selector.
  func first(
    _ selectors: [Selector], in range: Range<Int>, where isWanted: (Int) -> Bool = { _ in true }
  ) -> (element: Int, selector: Selector)? {
    for selector in selectors {
      for element in candidates(selector, in: range)
      where (selector.isPlain || matches(element, selector, floor: range.lowerBound - 1))
        && isWanted(element)
      {
        return (element, selector)
      }
    }
    return nil
  }

  /// Whether any of the selectors picks the element.
  func matches(_ element: Int, anyOf selectors: [Selector]) -> Bool {
    selectors.contains { matches(element, $0, floor: 0) }
  }

  /// The elements of `range` that can be what the selector picks: by class, tag or id.
  private func candidates(_ selector: Selector, in range: Range<Int>) -> ArraySlice<Int> {
    guard let own = selector.steps.first, !range.isEmpty else { return [] }
    var found: ArraySlice<Int>?
    for condition in own.conditions {
      switch condition {
      case .hasClass(let name): return elements(withClass: name, in: range)
      case .tag(let tag): found = elements(tag, in: range)
      case .attribute(.known(.id), _, _): if found == nil { found = identifiedElements(in: range) }
      case .attribute, .anotherName: break
      }
    }
    return found ?? ArraySlice(range)
  }

  private func matches(_ element: Int, _ selector: Selector, floor: Int) -> Bool {
    guard let own = selector.steps.first, holds(own, for: element) else { return false }
    var position = element
    var isDirect = own.isDirectlyInside
    for step in selector.steps.dropFirst() {
      position = elements[position].parent
      while position >= max(floor, 0), !holds(step, for: position) {
        if isDirect { return false }
        position = elements[position].parent
      }
      if position < max(floor, 0) { return false }
      isDirect = step.isDirectlyInside
    }
    return true
  }

  private func holds(_ step: Selector.Step, for element: Int) -> Bool {
    for condition in step.conditions where !holds(condition, for: element) { return false }
    return true
  }

  private func holds(_ condition: Selector.Condition, for element: Int) -> Bool {
    switch condition {
    case .tag(let tag): return elements[element].tag == tag
    case .anotherName(let name): return document.name(of: elements[element].node) == name
    case .hasClass(let name): return has(element, class: name)
    case .attribute(let attribute, let comparison, let wanted):
      guard let value = bytes(attribute, of: element) else { return false }
      switch comparison {
      case .exists: return true
      case .equals: return value.elementsEqual(wanted)
      case .hasWord: return value.hasWord(wanted)
      case .begins: return value.starts(with: wanted)
      case .ends: return value.suffix(wanted.count).elementsEqual(wanted)
      case .contains: return value.holds(wanted)
      }
    }
  }

  private func bytes(_ attribute: Selector.Attribute, of element: Int) -> ArraySlice<UInt8>? {
    switch attribute {
    case .known(let name): bytes(name, of: element)
    case .another(let name): document.attributeBytes(name, of: elements[element].node)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether one of the words, which blanks separate, is `word`.
  func hasWord(_ word: some Collection<UInt8>) -> Bool {
    var index = startIndex
    while index < endIndex {
      let start = index
      while index < endIndex, self[index] > 0x20 { index += 1 }
      if index - start == word.count, self[start..<index].elementsEqual(word) { return true }
      index += 1
    }
    return false
  }

  /// Whether `needle` stands somewhere in the bytes.
  func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    var index = startIndex
    while index + needle.count <= endIndex {
      if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) { return true }
      index += 1
    }
    return false
  }
}
