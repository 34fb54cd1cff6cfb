import HTML

/// A CSS selector, as far as theme profiles need it.
///
/// Names, classes, ids and attributes (`[a]`, `[a=v]`, `[a~=v]`, `[a^=v]`, `[a$=v]`, `[a*=v]`), joined by blanks
/// (somewhere inside) and `>` (directly inside): `article.hentry > header h1`, `a[rel~=bookmark]`, `#post-9`.
public struct Selector: Sendable, Hashable, CustomStringConvertible {
  /// The selector as written.
  public let description: String
  /// The element's own conditions, then those of the elements it must be in, from the inside out.
  let steps: [Step]

  struct Step: Sendable, Hashable {
    var conditions: [Condition]
    /// Whether the next step must hold for the parent itself.
    var isDirectlyInside = false
  }

  enum Condition: Sendable, Hashable {
    case tag(Tag)
    case anotherName(String)
    case classes(String)
    case attribute(String, Comparison, String)
  }

  enum Comparison: String, Sendable, Hashable {
    case exists = ""
    case equals = "="
    case hasWord = "~="
    case begins = "^="
    case ends = "$="
    case contains = "*="
  }

  /// Reads a selector; nil where it is not of the form above.
  public init?(_ text: String) {
    description = text
    var steps: [Step] = []
    var isDirect = false
    for part in text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
      if part == ">" {
        guard !steps.isEmpty, !isDirect else { return nil }
        isDirect = true
        continue
      }
      guard let conditions = Self.conditions(part) else { return nil }
      steps.insert(Step(conditions: conditions, isDirectlyInside: isDirect), at: 0)
      isDirect = false
    }
    guard !steps.isEmpty, !isDirect else { return nil }
    self.steps = steps
  }

  private static func conditions(_ part: Substring) -> [Condition]? {
    var conditions: [Condition] = []
    var rest = part
    while let first = rest.first {
      switch first {
      case "*": rest = rest.dropFirst()
      case ".", "#":
        let name = rest.dropFirst().prefix(while: isNameCharacter)
        guard !name.isEmpty else { return nil }
        conditions.append(first == "." ? .classes(String(name)) : .attribute("id", .equals, String(name)))
        rest = rest.dropFirst(name.count + 1)
      case "[":
        guard let close = rest.firstIndex(of: "]"), let condition = attribute(rest[..<close].dropFirst())
        else {
          return nil
        }
        conditions.append(condition)
        rest = rest[rest.index(after: close)...]
      default:
        let name = rest.prefix(while: isNameCharacter).lowercased()
        guard !name.isEmpty else { return nil }
        conditions.append(Tag(name).map(Condition.tag) ?? .anotherName(name))
        rest = rest.dropFirst(name.count)
      }
    }
    return conditions
  }

  private static func attribute(_ text: Substring) -> Condition? {
    let name = text.prefix(while: isNameCharacter)
    let rest = text.dropFirst(name.count)
    guard !name.isEmpty, let comparison = Comparison(rawValue: String(rest.prefix { "=~^$*".contains($0) }))
    else {
      return nil
    }
    let value = rest.dropFirst(comparison.rawValue.count).filter { $0 != "\"" && $0 != "'" }
    guard comparison != .exists || value.isEmpty else { return nil }
    return .attribute(name.lowercased(), comparison, String(value))
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}

extension PageTree {
  /// The elements of `range` that the selector picks, in order.
  ///
  /// What a range is inside of counts no further than its own element: a `body` of class `author` makes no authors.
  func all(_ selector: Selector, in range: Range<Int>) -> [Int] {
    guard let test = prepared(selector) else { return [] }
    return candidates(test, in: range).filter { matches($0, test, floor: range.lowerBound - 1) }
  }

  /// The first element of `range` that the selector picks.
  func first(_ selector: Selector, in range: Range<Int>) -> Int? {
    guard let test = prepared(selector) else { return nil }
    return candidates(test, in: range).first { matches($0, test, floor: range.lowerBound - 1) }
  }

  /// The first element that the first of the selectors with any picks, and that selector.
  func first(
    _ selectors: [Selector], in range: Range<Int>, where isWanted: (Int) -> Bool = { _ in true }
  ) -> (element: Int, selector: Selector)? {
    for selector in selectors {
      guard let test = prepared(selector) else { continue }
      let element = candidates(test, in: range).first {
        matches($0, test, floor: range.lowerBound - 1) && isWanted($0)
      }
      if let element { return (element, selector) }
    }
    return nil
  }

  /// Whether any of the selectors picks the element.
  func matches(_ element: Int, anyOf selectors: [Selector]) -> Bool {
    selectors.contains { prepared($0).map { matches(element, $0, floor: 0) } ?? false }
  }

  /// The elements of `range` that can be what the selector picks, by class or tag.
  private func candidates(_ selector: PreparedSelector, in range: Range<Int>) -> ArraySlice<Int> {
    guard let own = selector.steps.first else { return [] }
    if let number = own.classes.first { return elements(withClass: number, in: range) }
    for case .tag(let tag) in own.others { return elements(tag, in: range) }
    return elements(in: range)
  }

  /// A selector whose classes are looked up; nil where the page has no element of one of them.
  private func prepared(_ selector: Selector) -> PreparedSelector? {
    var steps: [PreparedSelector.Step] = []
    for step in selector.steps {
      var numbers: [Int32] = []
      var others: [Selector.Condition] = []
      for condition in step.conditions {
        if case .classes(let name) = condition {
          guard let number = classNumber(name) else { return nil }
          numbers.append(number)
        } else {
          others.append(condition)
        }
      }
      steps.append(
        PreparedSelector.Step(classes: numbers, others: others, isDirectlyInside: step.isDirectlyInside))
    }
    return PreparedSelector(steps: steps)
  }

  private func matches(_ element: Int, _ selector: PreparedSelector, floor: Int) -> Bool {
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

  private func holds(_ step: PreparedSelector.Step, for element: Int) -> Bool {
    step.classes.allSatisfy { has(element, classNumber: $0) }
      && step.others.allSatisfy { holds($0, for: element) }
  }

  private func holds(_ condition: Selector.Condition, for element: Int) -> Bool {
    switch condition {
    case .tag(let tag): return elements[element].tag == tag
    case .anotherName(let name): return document.name(of: elements[element].node) == name
    case .classes(let name): return has(element, class: name)
    case .attribute(let name, let comparison, let wanted):
      guard let value = attribute(name, of: element) else { return false }
      switch comparison {
      case .exists: return true
      case .equals: return value == wanted
      case .hasWord: return value.split(whereSeparator: \.isWhitespace).contains { $0 == wanted }
      case .begins: return value.hasPrefix(wanted)
      case .ends: return value.hasSuffix(wanted)
      case .contains: return value.contains(wanted)
      }
    }
  }
}

/// A selector made ready for one page.
private struct PreparedSelector {
  struct Step {
    var classes: [Int32]
    var others: [Selector.Condition]
    var isDirectlyInside: Bool
  }

  var steps: [Step]
}
