internal import HTML

/// A table taken apart, and whether GFM can say it.
struct TableShape {
  enum Alignment {
    case none, left, center, right
  }

  private(set) var captions: [NodeID] = []
  /// Captions that stand behind the first row.
  private(set) var captionsBelow: [NodeID] = []
  /// The cells of each row, in order.
  private(set) var rows: [[NodeID]] = []
  private(set) var alignments: [Alignment] = []
  /// Whether the first row is the header.
  private(set) var hasHeader = false
  /// Whether there is nothing GFM has no word for.
  private(set) var isPlain = true

  private var headRows = 0

  init(of table: NodeID, in document: borrowing Document) {
    collect(from: table, document, inHead: false)
    guard let first = rows.first, !first.isEmpty else {
      isPlain = false
      return
    }
    hasHeader = headRows == 1 || headRows == 0 && first.allSatisfy { document.isElement($0, .th) }
    if headRows > 1 || rows.contains(where: { $0.count != first.count }) { isPlain = false }
    guard isPlain else { return }
    alignments = first.indices.map { column in
      let kinds = rows.map { Self.alignment(of: $0[column], in: document) }
      return kinds.allSatisfy { $0 == kinds[0] } ? kinds[0] : rows.count > 1 ? kinds[1] : .none
    }
  }

  private mutating func collect(from node: NodeID, _ document: Document, inHead: Bool) {
    for child in document.children(of: node) where document.isElement(child) {
      switch document.tag(of: child) {
      case .caption: if rows.isEmpty { captions.append(child) } else { captionsBelow.append(child) }
      case .thead: collect(from: child, document, inHead: true)
      case .tbody, .tfoot: collect(from: child, document, inHead: false)
      case .tr: collectRow(child, document, inHead: inHead)
      default: break
      }
    }
  }

  private mutating func collectRow(_ row: NodeID, _ document: Document, inHead: Bool) {
    var cells: [NodeID] = []
    for cell in document.children(of: row)
    where document.isElement(cell, .td) || document.isElement(cell, .th) {
      cells.append(cell)
      if spans(cell, "colspan", document) || spans(cell, "rowspan", document) { isPlain = false }
      if isPlain, !Self.isSimple(cell, document) { isPlain = false }
    }
    guard !cells.isEmpty else { return }
    if inHead { headRows += 1 }
    rows.append(cells)
  }

  private func spans(_ cell: NodeID, _ attribute: String, _ document: Document) -> Bool {
    guard let value = document.attribute(attribute, of: cell) else { return false }
    return Int(value.filter { $0 != " " }) != 1
  }

  /// Whether the cell holds nothing but inline content and plain paragraphs.
  private static func isSimple(_ cell: NodeID, _ document: Document) -> Bool {
    !document.descendants(of: cell).contains { node in
      guard document.isElement(node) else { return false }
      let role = ElementRole.of(document.tag(of: node))
      return role.isBlock && role != .block
    }
  }

  private static func alignment(of cell: NodeID, in document: Document) -> Alignment {
    var value = document.attribute("align", of: cell)?.lowercased()
    if let style = document.attribute("style", of: cell)?.lowercased().filter({ $0 != " " }) {
      for name in ["left", "center", "right"] where style.contains("text-align:" + name) { value = name }
    }
    if let name = document.classes(of: cell).first(where: { $0.hasPrefix("has-text-align-") }) {
      value = String(name.dropFirst("has-text-align-".count))
    }
    switch value {
    case "left": return .left
    case "center": return .center
    case "right": return .right
    default: return .none
    }
  }
}
