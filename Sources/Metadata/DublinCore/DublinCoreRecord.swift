internal import Bytes
public import Model

/// What the fifteen elements of Dublin Core (ISO 15836-1) say of one thing; an element may occur more than once.
public struct DublinCoreRecord: Sendable, Hashable {
  /// An element of the set; the raw value is its name.
  public enum Element: String, Sendable, CaseIterable {
    case title, creator, subject, description, publisher, contributor, date, type, format, identifier, source
    case language, relation, coverage, rights
  }

  /// All values in order, beside their elements: there are a dozen.
  private var statements: [Statement] = []

  private struct Statement: Sendable, Hashable {
    let element: Element
    let value: String
  }

  /// Begins a record that says nothing.
  public init() {}

  /// Describes an item as its page stands in a package.
  ///
  /// Neither e-mail nor IP addresses enter it.
  /// - Parameters:
  ///   - item: the item.
  ///   - authorName: the creator's name for people, which the item knows only by login.
  ///   - siteAddress: the address of the site it was part of.
  ///   - language: the site's language.
  ///   - format: the media type of the file described, such as `text/markdown`.
  public init(
    of item: borrowing Item, authorName: String?, siteAddress: String?, language: String?, format: String?
  ) {
    add(.title, item.title)
    add(.creator, authorName)
    for term in item.terms { add(.subject, term.name) }
    add(.date, item.date?.civil?.dateText ?? item.dateGMT?.civil?.dateText)
    add(.type, item.effectiveType == "attachment" ? nil : "Text")
    add(.format, format)
    add(.identifier, item.link)
    if item.guid != item.link { add(.identifier, item.guid) }
    let range = item.provenance.range
    add(.source, "\(item.provenance.input)#bytes=\(range.offset)-\(range.end - 1)")
    add(.language, language)
    add(.relation, siteAddress)
  }

  /// Adds a value; none where it is nil or empty.
  public mutating func add(_ element: Element, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    statements.append(Statement(element: element, value: value))
  }

  /// The values of an element, in order.
  public func values(of element: Element) -> [String] {
    statements.filter { $0.element == element }.map(\.value)
  }

  /// The value at a place among those of an element, or nil.
  func value(of element: Element, at place: Int) -> String? {
    var place = place
    for index in statements.indices where statements[index].element == element {
      if place == 0 { return statements[index].value }
      place -= 1
    }
    return nil
  }
}
