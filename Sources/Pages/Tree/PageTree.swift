import HTML

/// A page's elements in document order, with indexes by class, tag and id: what the readers search.
///
/// An element is known by its place in this order; everything below it lies between it and its `end`, so that "inside" is a
/// comparison of numbers.
///
/// A class, though it never changes: every reader of a page holds it, and a value of so many parts is dear to copy.
final class PageTree {
  let document: Document
  let elements: [Element]
  private let classTable: ClassTable
  private let classes: [Int32]
  /// The element of each node, by the node's number; -1 for other nodes.
  private let positions: [Int32]
  private let byClass: PlaceLists
  private let byTag: PlaceLists
  /// The elements that have an id, in order.
  private let identified: [Int]

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
    var elements: [Element] = []
    var classTable = ClassTable()
    var classes: [Int32] = []
    var identified: [Int] = []
    var positions: [Int32] = Array(repeating: -1, count: document.nodeCount)
    var parent = -1
    var node = document.firstChild(of: document.root)
    while let current = node {
      let isElement = document.isElement(current)
      if isElement {
        let start = classes.count
        if let names = document.attributeBytes(.classNames, of: current) {
          Self.intern(names, in: &classTable, to: &classes)
        }
        let place = elements.count
        positions[current.number] = Int32(place)
        if document.attributeBytes(.id, of: current) != nil { identified.append(place) }
        elements.append(
          Element(
            node: current, tag: document.tag(of: current), parent: parent, end: place + 1,
            classes: start..<classes.count))
        if document.firstChild(of: current) != nil { parent = place }
      }
      if let child = document.firstChild(of: current) {
        node = child
        continue
      }
      // Up to the next node that has a sibling; a template's contents stand in a fragment between it and them.
      var last = current
      node = nil
      while node == nil, last != document.root {
        if let next = document.nextSibling(of: last) {
          node = next
        } else if let outer = document.parent(of: last) {
          last = outer
          if positions[last.number] >= 0 {
            let place = Int(positions[last.number])
            elements[place].end = elements.count
            parent = elements[place].parent
          }
        } else {
          break
        }
      }
    }
    byClass = PlaceLists(count: classTable.count, places: elements.count) { place, add in
      for index in elements[place].classes { add(Int(classes[index])) }
    }
    byTag = PlaceLists(count: (elements.lazy.map(\.tag.number).max() ?? 0) + 1, places: elements.count) {
      place, add in add(elements[place].tag.number)
    }
    self.elements = elements
    self.classTable = classTable
    self.classes = classes
    self.identified = identified
    self.positions = positions
  }

  private static func intern(
    _ names: ArraySlice<UInt8>, in table: inout ClassTable, to classes: inout [Int32]
  ) {
    let first = classes.count
    var index = names.startIndex
    while index < names.endIndex {
      let start = index
      while index < names.endIndex, names[index] > 0x20 { index += 1 }
      if index > start {
        let number = table.intern(names[start..<index])
        if !classes[first...].contains(number) { classes.append(number) }
      }
      index += 1
    }
  }

  // MARK: Finding

  /// The elements of `range` that have the class of that number, in order.
  func elements(withClass number: Int32, in range: Range<Int>) -> ArraySlice<Int> {
    byClass.places(of: Int(number), in: range)
  }

  /// The elements of `range` that have the class, in order.
  func elements(withClass name: ClassName, in range: Range<Int>) -> ArraySlice<Int> {
    classTable.number(of: name).map { elements(withClass: $0, in: range) } ?? []
  }

  /// The elements of `range` of that tag, in order.
  func elements(_ tag: Tag, in range: Range<Int>) -> ArraySlice<Int> {
    byTag.places(of: tag.number, in: range)
  }

  /// The first element of `range` of that tag.
  func first(_ tag: Tag, in range: Range<Int>) -> Int? { elements(tag, in: range).first }

  /// The elements of `range` that have an id, in order.
  func identifiedElements(in range: Range<Int>) -> ArraySlice<Int> {
    PlaceLists.part(of: identified[...], in: range)
  }

  /// All elements of the page.
  var all: Range<Int> { 0..<elements.count }

  /// The elements inside one, itself not among them.
  func inside(_ element: Int) -> Range<Int> { element + 1..<elements[element].end }

  /// An element with the elements inside it.
  func with(_ element: Int) -> Range<Int> { element..<elements[element].end }

  /// The place of an element's node, or nil for other nodes.
  func position(of node: NodeID) -> Int? {
    guard node.number < positions.count, positions[node.number] >= 0 else { return nil }
    return Int(positions[node.number])
  }

  // MARK: One element

  /// The number of a class that some element has, or nil.
  func classNumber(_ name: ClassName) -> Int32? { classTable.number(of: name) }

  /// Whether an element has the class of that number.
  func has(_ element: Int, classNumber: Int32) -> Bool {
    for index in elements[element].classes where classes[index] == classNumber { return true }
    return false
  }

  /// Whether an element has the class.
  func has(_ element: Int, class name: ClassName) -> Bool {
    guard !elements[element].classes.isEmpty, let number = classNumber(name) else { return false }
    return has(element, classNumber: number)
  }

  /// The classes of an element, in order.
  func classes(of element: Int) -> some Sequence<ArraySlice<UInt8>> {
    classes[elements[element].classes].lazy.map { [classTable] in classTable.name($0) }
  }

  /// An attribute of an element.
  func attribute(_ name: AttributeName, of element: Int) -> String? {
    document.attribute(name, of: elements[element].node)
  }

  /// The bytes of an attribute of an element.
  func bytes(_ name: AttributeName, of element: Int) -> ArraySlice<UInt8>? {
    document.attributeBytes(name, of: elements[element].node)
  }

  /// Whether the element is of that tag.
  func isOne(_ element: Int, _ tag: Tag) -> Bool { elements[element].tag == tag }

  /// Whether the element is one of those tags.
  func isOne(_ element: Int, of tags: TagSet) -> Bool { tags.contains(elements[element].tag) }

  /// The element itself and those it is in, from the inside out.
  func chain(from element: Int) -> some Sequence<Int> {
    sequence(first: element) { [elements] in elements[$0].parent >= 0 ? elements[$0].parent : nil }
  }

  /// Where the element begins in the page's bytes.
  func offset(of element: Int) -> Int? { document.sourceOffset(of: elements[element].node) }
}

/// Lists of elements in order, one for each number: all in one array.
struct PlaceLists {
  private var places: [Int]
  private var starts: [Int]

  /// Makes lists for the numbers below `count`; `numbers` adds those that an element belongs to.
  init(count: Int, places placeCount: Int, numbers: (Int, _ add: (Int) -> Void) -> Void) {
    var starts = Array(repeating: 0, count: count + 1)
    for place in 0..<placeCount { numbers(place) { starts[$0 + 1] += 1 } }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    self.starts = starts
    var places = Array(repeating: 0, count: starts.last ?? 0)
    for place in 0..<placeCount {
      numbers(place) { number in
        places[starts[number]] = place
        starts[number] += 1
      }
    }
    self.places = places
  }

  /// The elements of a list that lie in `range`.
  func places(of number: Int, in range: Range<Int>) -> ArraySlice<Int> {
    guard number + 1 < starts.count else { return [] }
    return Self.part(of: places[starts[number]..<starts[number + 1]], in: range)
  }

  /// The part of ascending numbers that lies in `range`.
  static func part(of places: ArraySlice<Int>, in range: Range<Int>) -> ArraySlice<Int> {
    let start = lowerBound(of: range.lowerBound, in: places)
    return places[start..<max(start, lowerBound(of: range.upperBound, in: places))]
  }

  private static func lowerBound(of value: Int, in places: ArraySlice<Int>) -> Int {
    var (low, high) = (places.startIndex, places.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
