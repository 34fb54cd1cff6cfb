internal import BagIt
internal import Bytes

/// Reads the ledger from end to end and holds it against the files of the package and the counts in its labels.
struct LedgerStep {
  private let package: String
  /// The inputs, in the order of the ledger.
  private(set) var inputs: [LedgerEntry] = []
  /// Where the headers of exports stand, which tell of the site.
  private(set) var headers: [LedgerEntry.Source] = []
  private var counts: [String: Int] = [:]
  /// The files that rows name as targets, by a hash of their paths: eight bytes each, whatever their length.
  private var targets: Set<Int> = []

  /// Begins with the ledger of the package at `package` unread.
  init(of package: String) { self.package = package }

  /// Reads the ledger and names every row that is malformed, is incomplete or points at what is not there.
  mutating func run(labels: BagInfo, report: (Fault) -> Void) {
    do throws(FileError) {
      var lines = LineReader(try FileSource("\(package)/\(PackageLayout.ledger)"))
      while let line = try lines.next() { take(line, report: report) }
    } catch {
      report(Fault("unreadable", file: PackageLayout.ledger, found: error.reason))
    }
    compareCounts(with: labels, report: report)
    compareFiles(report: report)
  }

  private mutating func take(_ line: LineReader<FileSource>.Line, report: (Fault) -> Void) {
    func fault(_ kind: String, record: String? = nil, expected: String?, found: String?) -> Fault {
      Fault(
        kind, file: PackageLayout.ledger, record: record ?? "row \(line.number)", offset: line.offset,
        expected: expected, found: found)
    }
    let json: JSONValue
    do throws(JSONSyntaxError) {
      json = try JSONValue(parsing: line.bytes)
    } catch {
      return report(fault("ledger-row-malformed", expected: "a JSON object", found: error.description))
    }
    guard let entry = LedgerEntry(json) else {
      return report(
        fault("ledger-row-incomplete", expected: "kind, outcome and targets", found: "a row without them"))
    }
    let record = "row \(line.number), \(entry.label)"
    counts[entry.kind, default: 0] += 1
    if entry.kind == "input" { inputs.append(entry) }
    if entry.kind == "site", let source = entry.source { headers.append(source) }
    // Authors and terms have no file of their own where only pages were asked for; items and inputs always have.
    let hasTargets = entry.kind == "item" || entry.kind == "input"
    if hasTargets, entry.outcome.utf8.starts(with: "converted".utf8), entry.targets.isEmpty {
      report(
        fault(
          "ledger-target-missing", record: record, expected: "a target of what was converted", found: "none"))
    }
    for target in entry.targets where targets.insert(target.hashValue).inserted {
      let isFolder = target.utf8.last == UInt8(ascii: "/")
      if FileSystem.kind(of: "\(package)/\(target)") != (isFolder ? .folder : .file) {
        report(
          fault(
            "ledger-target-missing", record: record, expected: target, found: "no such file in the package"))
      }
    }
  }

  /// The bag's labels repeat the ledger's counts, so that neither can lose rows unnoticed.
  private func compareCounts(with labels: BagInfo, report: (Fault) -> Void) {
    let prefix = "Nachlass-Count-"
    for label in labels.entries where label.label.utf8.starts(with: prefix.utf8) {
      let kind = String(label.label.dropFirst(prefix.count))
      let counted = String(counts[kind] ?? 0)
      if label.value != counted {
        report(
          Fault(
            "ledger-count", file: PackageLayout.ledger, expected: "\(label.value) rows of kind \(kind)",
            found: counted))
      }
    }
  }

  /// Every output of an item has a row that names it.
  private func compareFiles(report: (Fault) -> Void) {
    guard FileSystem.kind(of: "\(package)/\(PackageLayout.markdown)") == .folder else { return }
    do throws(FileError) {
      try compareFiles(in: PackageLayout.markdown, report: report)
    } catch {
      report(Fault("unreadable", file: PackageLayout.markdown, found: error.description))
    }
  }

  private func compareFiles(in folder: String, report: (Fault) -> Void) throws(FileError) {
    for entry in try FileSystem.entries(of: "\(package)/\(folder)") {
      let path = "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        try compareFiles(in: path, report: report)
      } else if !targets.contains(path.hashValue) {
        report(
          Fault(
            "output-without-row", file: path, expected: "a row of the ledger that names it", found: "none"))
      }
    }
  }
}
