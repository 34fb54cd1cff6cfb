internal import Bytes
internal import WXR

/// Goes through all sources of a package, item by item, with the ledger's rows and the items' lines beside them.
struct ItemBatches: ~Copyable {
  private let package: String
  private let inputs: [LedgerEntry]
  private let headers: [LedgerEntry.Source]
  private var rows: ItemRows
  private var lines: ItemRows?
  /// How many items are still to be passed over.
  private var skipped: Int
  /// How many inputs an earlier run has finished; all of them and one more where it was through with the rows.
  private let finishedInputs: Int

  /// The number of the input that is read.
  private var current = 0
  private var documents: SourceDocuments?
  private var items: SourceItems?
  private var bytesBefore = 0
  private var isFinished = false

  /// Opens the ledger and the file of all items of the package at `package`.
  ///
  /// What an earlier run did, as `state` tells it, is passed over.
  init(
    of package: String, inputs: [LedgerEntry], headers: [LedgerEntry.Source], after state: VerificationState
  ) throws(FileError) {
    let known = ItemRows.Inputs(inputs)
    let rows = try ItemRows(PackageLayout.ledger, of: package, isLedger: true, inputs: known)
    let hasLines = FileSystem.kind(of: "\(package)/\(PackageLayout.items)") == .file
    let lines =
      hasLines ? try ItemRows(PackageLayout.items, of: package, isLedger: false, inputs: known) : nil
    self.package = package
    self.inputs = inputs
    self.headers = headers
    skipped = state.items
    finishedInputs = state.inputs
    self.rows = rows
    self.lines = lines
  }

  /// How many items are posts from saved pages, known once all rows are read.
  var pageItemCount: Int { rows.pageItemCount }

  /// The next items; nil behind the last.
  mutating func next() throws(FileError) -> ItemBatch? {
    var batch = ItemBatch()
    while !batch.isFull, current < inputs.count { try step(into: &batch) }
    if current == inputs.count, !isFinished {
      isFinished = true
      try finishRows(&batch)
    }
    batch.finishedInputs = current + (isFinished ? 1 : 0)
    batch.end = bytesBefore + (items == nil ? 0 : batch.comparisons.last?.item.range.end ?? 0)
    return batch.comparisons.isEmpty && batch.faults.isEmpty ? nil : batch
  }

  private mutating func finishRows(_ batch: inout ItemBatch) throws(FileError) {
    var faults: [Fault] = []
    try rows.finish { faults.append($0) }
    try lines?.finish { faults.append($0) }
    if finishedInputs <= inputs.count { batch.faults += faults }
  }

  /// Takes the next item of the current input, or goes on to the next input.
  private mutating func step(into batch: inout ItemBatch) throws(FileError) {
    let input = inputs[current]
    guard let file = input.targets.first, let source = input.source else { return goOn() }
    if items == nil, let fault = open(input, source, in: file) {
      try tell(fault, in: &batch)
      return goOn()
    }
    if let item = items?.next() { return try take(item, of: source.input, in: file, into: &batch) }
    for fault in items?.finish() ?? [] { try tell(fault, in: &batch) }
    goOn()
  }

  /// Notes what is wrong with the current input as a whole, unless an earlier run has told it.
  private mutating func tell(_ fault: Fault, in batch: inout ItemBatch) throws(FileError) {
    if current >= finishedInputs { batch.faults.append(fault) }
    guard fault.kind == SourceItems.unreadable else { return }
    // Its rows would be too many only because it cannot be read.
    try rows.pass(input: current)
    try lines?.pass(input: current)
  }

  /// Opens an input in its kept original, in which the sources come in the order of the ledger.
  private mutating func open(_ input: LedgerEntry, _ source: LedgerEntry.Source, in file: String) -> Fault? {
    func unreadable(_ reason: String) -> Fault {
      Fault(
        SourceItems.unreadable, file: file, record: source.input, expected: "the source \(source.input)",
        found: reason)
    }
    if documents?.file != file { documents = SourceDocuments(file, of: package) }
    do throws(SourceDocuments.Failure) {
      while let stream = try documents?.next() {
        guard stream.name == source.input else { continue }
        items = SourceItems(
          stream, input: input, at: source, inputIndex: current, file: file,
          headers: headers.filter { $0.input == source.input })
        return nil
      }
      documents = nil
      return unreadable("none of that name where the ledger has it")
    } catch {
      return unreadable(error.reason)
    }
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
    batch.faults += item.faults + faults
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
