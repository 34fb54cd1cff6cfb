import HTML

/// Where a page's links lead: each reference resolved once.
struct LinkTable {
  /// Where a link leads: taken apart, and as it is written.
  struct Target {
    let address: WebAddress
    let text: String
    /// A form that is equal for addresses of the same page.
    let key: String
  }

  private var targets: [Target] = []
  private var numbers: [String: Int32] = [:]
  /// The target of each element, by its number; -1 for elements that lead nowhere.
  private var byElement: [Int32]

  init(_ tree: PageTree, base: WebAddress?) {
    byElement = Array(repeating: -1, count: tree.elements.count)
    for element in tree.elements(.a, in: tree.all) {
      guard let reference = tree.attribute(.href, of: element) else { continue }
      if let number = numbers[reference] {
        byElement[element] = number
      } else if let address = Self.resolved(reference, base) {
        let number = Int32(targets.count)
        targets.append(Target(address: address, text: address.description, key: address.key))
        numbers[reference] = number
        byElement[element] = number
      } else {
        numbers[reference] = -1
      }
    }
  }

  /// Where a link leads; nil for other elements and for links to no page.
  func target(of element: Int) -> Target? {
    byElement[element] >= 0 ? targets[Int(byElement[element])] : nil
  }

  /// Where a reference leads, if any link of the page bears it.
  func target(of reference: String) -> Target? {
    guard let number = numbers[reference], number >= 0 else { return nil }
    return targets[Int(number)]
  }

  /// The absolute address that a reference means.
  static func resolved(_ reference: String, _ base: WebAddress?) -> WebAddress? {
    guard let base else { return WebAddress(reference) }
    return base.resolving(reference).map { MirrorPath.restored($0) }
  }
}
