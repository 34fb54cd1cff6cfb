import HTML

/// A page's elements in document order with their classes interned: what the readers search.
///
/// An element is known by its place in this order; everything below it lies between it and its `end`, so that "inside" is a
/// comparison of numbers.
struct PageTree {
  let document: Document
  private(set) var elements: [Element] = []
  private var classNumbers: [String: Int32] = [:]
  private var classes: [Int32] = []
  private var positions: [NodeID: Int] = [:]
  /// The elements of each class, by its number, and of each tag, in order.
  private var byClass: [[Int]] = []
  private var byTag: [Tag: [Int]] = [:]
  private var places: [Int] = []

  struct Element {
    let node: NodeID
    let tag: Tag
    /// The element it is in; -1 at the top.
    let parent: Int
    /// The place just past the last element inside it.
    var end: Int
    /// Its classes' numbers, as a range of the common list.
    let classes: Range<Int>
  }

  init(_ document: Document) {
    self.document = document
    var open: [Int] = []
    for node in document.descendants(of: document.root) where document.isElement(node) {
      // A template's contents stand in a fragment between it and them.
      let parentNode = document.ancestors(of: node).first { document.isElement($0) }
      while let last = open.last, elements[last].node != parentNode {
        elements[last].end = elements.count
        open.removeLast()
      }
      let start = classes.count
      if let bytes = document.attributeBytes("class", of: node) { intern(bytes) }
      positions[node] = elements.count
      open.append(elements.count)
      elements.append(
        Element(
          node: node, tag: document.tag(of: node), parent: open.dropLast().last ?? -1,
          end: elements.count + 1,
          classes: start..<classes.count))
    }
    for last in open { elements[last].end = elements.count }
    byClass = Array(repeating: [], count: classNumbers.count)
    for (place, element) in elements.enumerated() {
      byTag[element.tag, default: []].append(place)
      for number in classes[element.classes] where byClass[Int(number)].last != place {
        byClass[Int(number)].append(place)
      }
    }
    places = Array(elements.indices)
  }

  /// The elements of `range`, in order.
  func elements(in range: Range<Int>) -> ArraySlice<Int> { places[range] }

  /// The elements of `range` that have the class of that number, in order.
  func elements(withClass number: Int32, in range: Range<Int>) -> ArraySlice<Int> {
    Self.part(of: byClass[Int(number)], in: range)
  }

  /// The elements of `range` of that tag, in order.
  func elements(_ tag: Tag, in range: Range<Int>) -> ArraySlice<Int> {
    Self.part(of: byTag[tag] ?? [], in: range)
  }

  private static func part(of places: [Int], in range: Range<Int>) -> ArraySlice<Int> {
    let start = lowerBound(of: range.lowerBound, in: places)
    return places[start..<max(start, lowerBound(of: range.upperBound, in: places))]
  }

  private static func lowerBound(of value: Int, in places: [Int]) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func intern(_ bytes: ArraySlice<UInt8>) {
    for name in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      let text = String(decoding: name, as: UTF8.self)
      let number = classNumbers[text, default: Int32(classNumbers.count)]
      classNumbers[text] = number
      classes.append(number)
    }
  }

  /// All elements of the page.
  var all: Range<Int> { 0..<elements.count }

  /// The elements inside one, itself not among them.
  func inside(_ element: Int) -> Range<Int> { element + 1..<elements[element].end }

  /// An element with the elements inside it.
  func with(_ element: Int) -> Range<Int> { element..<elements[element].end }

  /// The place of an element's node, or nil for other nodes.
  func position(of node: NodeID) -> Int? { positions[node] }

  /// The number of a class that some element has, or nil.
  func classNumber(_ name: String) -> Int32? { classNumbers[name] }

  /// Whether an element has the class of that number.
  func has(_ element: Int, classNumber: Int32) -> Bool {
    classes[elements[element].classes].contains(classNumber)
  }

  /// Whether an element has the class.
  func has(_ element: Int, class name: String) -> Bool {
    classNumber(name).map { has(element, classNumber: $0) } ?? false
  }

  /// The classes of an element.
  func classes(of element: Int) -> [String] { document.classes(of: elements[element].node) }

  /// An attribute of an element.
  func attribute(_ name: String, of element: Int) -> String? {
    document.attribute(name, of: elements[element].node)
  }

  /// Whether the element is one of those tags.
  func isOne(_ element: Int, of tags: Set<Tag>) -> Bool { tags.contains(elements[element].tag) }

  /// The element itself and those it is in, from the inside out.
  func chain(from element: Int) -> some Sequence<Int> {
    sequence(first: element) { elements[$0].parent >= 0 ? elements[$0].parent : nil }
  }

  /// Where the element begins in the page's bytes.
  func offset(of element: Int) -> Int? { document.sourceOffset(of: elements[element].node) }
}
