internal import Bytes

/// Where an item stands among all inputs of a package; earlier ones come first.
struct ItemPlace: Sendable, Hashable, Comparable {
  /// The number of its input, from 0, in the order of the ledger.
  let input: Int
  /// Where it begins in the input, in bytes.
  let offset: Int

  /// Earlier places come first.
  static func < (left: ItemPlace, right: ItemPlace) -> Bool {
    (left.input, left.offset) < (right.input, right.offset)
  }
}

/// Lines about items, in the order of the items: the ledger's rows, or the file of all items.
struct ItemRows: ~Copyable {
  /// A line.
  struct Row: Sendable {
    let line: LineReader<FileSource>.Line
    let source: LedgerEntry.Source
    let place: ItemPlace
    /// What the line is, for messages, such as `row 12, item 17`.
    let label: String
  }

  /// The file, by its path from the package.
  let file: String
  private let isLedger: Bool
  private let inputs: Inputs
  private var lines: LineReader<FileSource>
  private var ahead: Row?
  /// Where the item of the row before stands.
  private var last = ItemPlace(input: 0, offset: -1)
  /// How many rows were about posts from saved pages.
  private(set) var pageItemCount = 0

  /// The inputs of a package, as rows name them.
  struct Inputs: Sendable {
    /// The numbers of the inputs of a name: more than one only where a zip file has a name more than once.
    let numbers: [String: [Int]]
    /// The inputs that are no exports, whole.
    let pages: [String: LedgerEntry.Source]

    /// Takes the inputs in the order of the ledger.
    init(_ inputs: [LedgerEntry]) {
      numbers = Dictionary(
        inputs.enumerated().map { ($0.element.source?.input ?? "", [$0.offset]) }, uniquingKeysWith: +)
      pages = Dictionary(
        inputs.filter { $0.type != "export" }.compactMap { $0.source.map { ($0.input, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Opens the ledger, or the file of all items, of the package at `package`.
  ///
  /// - Parameters:
  ///   - file: the file, by its path from the package.
  ///   - package: the package.
  ///   - isLedger: whether it is the ledger, in which not every row is about an item.
  ///   - inputs: the inputs of the package.
  /// - Throws: `FileError` where it cannot be opened.
  init(_ file: String, of package: String, isLedger: Bool, inputs: Inputs) throws(FileError) {
    self.file = file
    self.isLedger = isLedger
    self.inputs = inputs
    lines = LineReader(try FileSource("\(package)/\(file)"))
  }

  /// The row of the item at `place`; nil where there is none.
  ///
  /// Rows before it that no item asked for are faults.
  mutating func row(at place: ItemPlace, report: (Fault) -> Void) throws(FileError) -> Row? {
    while let row = try take(report) {
      if row.place == place { return row }
      if row.place > place {
        ahead = row
        return nil
      }
      reportUnasked(row, report)
    }
    return nil
  }

  /// Names the rows behind the last item.
  mutating func finish(report: (Fault) -> Void) throws(FileError) {
    while let row = try take(report) { reportUnasked(row, report) }
  }

  /// Passes over the rows of an input that cannot be compared.
  mutating func pass(input: Int) throws(FileError) {
    while let row = try take({ _ in }) {
      guard row.place.input > input else { continue }
      ahead = row
      return
    }
  }

  private mutating func take(_ report: (Fault) -> Void) throws(FileError) -> Row? {
    if let row = ahead.take() { return row }
    return try next(report)
  }

  private func reportUnasked(_ row: Row, _ report: (Fault) -> Void) {
    report(
      Fault(
        "row-without-item", file: file, record: row.label, offset: row.line.offset,
        expected: "an item at byte \(row.source.range.offset) of \(row.source.input)",
        found: "none that has no row yet"))
  }

  private mutating func next(_ report: (Fault) -> Void) throws(FileError) -> Row? {
    while let line = try lines.next() {
      if isLedger, line.bytes.span.firstIndex(of: "\"kind\":\"item\"") == nil { continue }
      let source: LedgerEntry.Source?
      var label = (isLedger ? "row " : "line ") + String(line.number)
      if isLedger {
        guard let json = try? JSONValue(parsing: line.bytes), let entry = LedgerEntry(json) else { continue }
        if entry.kind != "item" { continue }
        source = entry.source
        label += ", \(entry.label)"
      } else {
        source = ItemLineTail.source(of: line.bytes)
      }
      guard let source, let place = place(of: source) else {
        report(
          Fault(
            isLedger ? "ledger-row-incomplete" : "items-line-malformed", file: file, record: label,
            offset: line.offset,
            expected: "the place of the item in one of the inputs"))
        continue
      }
      if let page = inputs.pages[source.input] {
        take(source, of: page, line: line, label: label, report)
        continue
      }
      last = place
      return Row(line: line, source: source, place: place, label: label)
    }
    return nil
  }

  /// Where an item stands; of several inputs of one name it is in the first that it can be in, since rows are in order.
  private func place(of source: LedgerEntry.Source) -> ItemPlace? {
    let places = inputs.numbers[source.input, default: []].map {
      ItemPlace(input: $0, offset: source.range.offset)
    }
    return places.first { $0 > last } ?? places.last
  }

  /// A post from a saved page stands nowhere but in the page as a whole.
  private mutating func take(
    _ source: LedgerEntry.Source, of page: LedgerEntry.Source, line: LineReader<FileSource>.Line,
    label: String, _ report: (Fault) -> Void
  ) {
    pageItemCount += 1
    if source == page { return }
    report(
      Fault(
        "page-of-item", file: file, record: label, offset: line.offset, expected: page.description,
        found: source.description))
  }
}
