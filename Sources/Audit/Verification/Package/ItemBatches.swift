internal import Bytes
internal import WXR

/// Goes through all sources of a package, item by item, with the ledger's rows and the items' lines beside them.
struct ItemBatches: ~Copyable {
  private let package: String
  private let inputs: [LedgerEntry]
  private var rows: ItemRows
  private var lines: ItemRows?
  /// How many items are still to be passed over.
  private var skipped: Int

  /// The number of the input that is read.
  private var current = 0
  private var items: SourceItems?
  private var bytesBefore = 0
  private var isFinished = false

  /// Opens the ledger and the file of all items of the package at `package`.
  init(of package: String, inputs: [LedgerEntry], skipping skipped: Int) throws(FileError) {
    let numbers = Dictionary(
      inputs.enumerated().map { ($0.element.source?.input ?? "", $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let pages = Set(inputs.filter { $0.type != "export" }.compactMap { $0.source?.input })
    let rows = try ItemRows(PackageLayout.ledger, of: package, isLedger: true, inputs: numbers, pages: pages)
    let hasLines = FileSystem.kind(of: "\(package)/\(PackageLayout.items)") == .file
    let lines =
      hasLines
      ? try ItemRows(PackageLayout.items, of: package, isLedger: false, inputs: numbers, pages: pages) : nil
    self.package = package
    self.inputs = inputs
    self.skipped = skipped
    self.rows = rows
    self.lines = lines
  }

  /// The next items; nil behind the last.
  mutating func next() throws(FileError) -> ItemBatch? {
    var batch = ItemBatch()
    while !batch.isFull, current < inputs.count { try step(into: &batch) }
    if current == inputs.count, !isFinished {
      isFinished = true
      try finishRows(&batch)
    }
    batch.end = bytesBefore
    return batch.comparisons.isEmpty && batch.faults.isEmpty ? nil : batch
  }

  private mutating func finishRows(_ batch: inout ItemBatch) throws(FileError) {
    var faults: [Fault] = []
    try rows.finish { faults.append($0) }
    try lines?.finish { faults.append($0) }
    batch.faults += faults
  }

  /// Takes the next item of the current input, or goes on to the next input.
  private mutating func step(into batch: inout ItemBatch) throws(FileError) {
    let input = inputs[current]
    guard input.type == "export", let file = input.targets.first, let source = input.source else {
      return goOn()
    }
    let item: SourceItems.CutItem?
    do throws(SourceStream.Failure) {
      if items == nil { items = try SourceItems(file, of: package, input: source, inputIndex: current) }
      item = try items?.next()
    } catch {
      switch error {
      case .unreadable(let reason):
        batch.faults.append(
          Fault("source-unreadable", file: file, expected: "the source \(source.input)", found: reason))
      case .isPackedTwice:
        batch.faults.append(
          Fault(
            "source-packed-twice", .warning, file: file, record: source.input,
            found: "its items were not compared"))
        try rows.pass(input: current)
        try lines?.pass(input: current)
      }
      return goOn()
    }
    guard let item else { return goOn() }
    try take(item, of: source.input, in: file, into: &batch)
  }

  private mutating func take(
    _ item: SourceItems.CutItem, of input: String, in file: String, into batch: inout ItemBatch
  ) throws(FileError) {
    let place = ItemPlace(input: current, offset: item.range.offset)
    var faults: [Fault] = []
    let row = try rows.row(at: place) { faults.append($0) }
    let line = try lines?.row(at: place) { faults.append($0) }
    if skipped > 0 {
      skipped -= 1
      return
    }
    batch.faults += faults
    batch.add(
      ItemComparison(
        input: input, inputIndex: current, file: file, item: item, row: row, line: line,
        hasItems: lines != nil))
  }

  private mutating func goOn() {
    bytesBefore += inputs[current].source?.range.length ?? 0
    items = nil
    current += 1
  }
}
