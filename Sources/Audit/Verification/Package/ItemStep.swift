internal import Bytes
internal import JSONLines
internal import Model
internal import WXR

/// Cuts every item out of the kept sources again and holds it against the ledger and the file of all items.
///
/// The cut knows nothing of the ledger: an item that the ledger forgot is found as well as a row without an item.
struct ItemStep {
  private let package: String
  private let inputs: [LedgerEntry]
  private let headers: [LedgerEntry.Source]
  private let jobs: Int

  /// Begins with the inputs of the package at `package`, as its ledger, which was read, tells them.
  init(of package: String, ledger: LedgerStep, jobs: Int) {
    self.package = package
    inputs = ledger.inputs
    headers = ledger.headers
    self.jobs = jobs
  }

  /// Compares all items but those that the journal says an earlier run compared; returns how many there are, and how
  /// many posts are from saved pages, whose pages alone are compared.
  func run(
    journal: inout VerificationJournal, report: (Verifier.Event) -> Void
  ) async -> (items: Int, fromPages: Int) {
    let total = inputs.reduce(0) { $0 + ($1.source?.range.length ?? 0) }
    var items = journal.state.items
    var pageItems = 0
    for fault in journal.state.itemFaults { report(.fault(fault)) }
    do throws(FileError) {
      var batches = try ItemBatches(of: package, inputs: inputs, headers: headers, after: journal.state)
      try await OrderedWork.run(jobs: jobs) { () throws(FileError) -> ItemBatch? in
        try batches.next()
      } work: { batch in
        (batch: batch, faults: batch.faults + batch.compare())
      } emit: { (result: (batch: ItemBatch, faults: [Fault])) throws(FileError) in
        for fault in result.faults { report(.fault(fault)) }
        items += result.batch.comparisons.count
        journal.note(items: items, inputs: result.batch.finishedInputs, faults: result.faults)
        report(.progress(VerificationProgress(step: .items, done: result.batch.end, total: total)))
      }
      pageItems = batches.pageItemCount
    } catch {
      report(.fault(Fault("unreadable", file: PackageLayout.ledger, found: error.description)))
    }
    return (items, pageItems)
  }
}

/// Items that one task compares, with what was wrong on the way to them.
struct ItemBatch: Sendable {
  var comparisons: [ItemComparison] = []
  var faults: [Fault] = []
  /// How many bytes of all inputs lie before the end of the batch.
  var end = 0
  /// How many inputs are done with, as ``VerificationState/inputs`` counts them.
  var finishedInputs = 0
  private(set) var bytes = 0

  /// Whether a task should begin with what there is.
  var isFull: Bool { bytes >= 1 << 20 || comparisons.count >= 256 }

  /// Adds an item.
  mutating func add(_ comparison: ItemComparison) {
    comparisons.append(comparison)
    bytes += comparison.item.bytes.count
  }

  /// The faults of the items, in their order.
  func compare() -> [Fault] {
    var faults: [Fault] = []
    var reader: (dialect: Dialect, reader: ItemReader)?
    for comparison in comparisons {
      let dialect = comparison.item.dialect
      let current = reader.flatMap { $0.dialect == dialect ? $0.reader : nil } ?? ItemReader(dialect: dialect)
      reader = (dialect, current)
      faults += comparison.faults(reading: current)
    }
    return faults
  }
}
