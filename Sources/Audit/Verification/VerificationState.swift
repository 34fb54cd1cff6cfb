internal import Bytes

/// What earlier runs of a verification did, and what they found on the way.
struct VerificationState: Sendable {
  /// Files whose digests were compared.
  struct CheckedFiles: Sendable {
    /// The last of them, in the order of the paths' bytes.
    let path: String
    /// What was wrong with them, each fault with the file that was read.
    let faults: [(file: String, fault: Fault)]
  }

  /// When the first run began, in seconds since 1970.
  var began = 0
  /// The files whose digests were compared, in runs of neighbours.
  var checked: [CheckedFiles] = []
  /// How many records the web archives have; nil where they were not all read.
  var records: Int?
  /// What was wrong with them.
  var recordFaults: [Fault] = []
  /// How many items were read again.
  var items = 0
  /// How many inputs are done with; one more than there are where all rows are.
  var inputs = 0
  /// What was wrong with them.
  var itemFaults: [Fault] = []

  /// Forgets what may not be true any more, since files were changed after the first run began.
  ///
  /// Of files whose digests were compared each is looked at on its own, see ``FixityStep``.
  mutating func forgetChanged(in package: String) {
    func isChanged(_ name: String) -> Bool {
      FileSystem.changeTime(of: "\(package)/\(name)").map { $0 >= began } ?? true
    }
    func isChanged(in folder: String) -> Bool {
      guard let entries = try? FileSystem.entries(of: "\(package)/\(folder)") else { return true }
      return entries.contains { entry in
        entry.kind == .folder ? isChanged(in: "\(folder)/\(entry.name)") : entry.changed >= began
      }
    }
    if records != nil, isChanged(in: PackageLayout.webArchives) { (records, recordFaults) = (nil, []) }
    let hasItems = FileSystem.kind(of: "\(package)/\(PackageLayout.items)") != nil
    if isChanged(in: String(PackageLayout.sources.dropLast())) || isChanged(PackageLayout.ledger)
      || hasItems && isChanged(PackageLayout.items)
    {
      (items, inputs, itemFaults) = (0, 0, [])
    }
  }

  /// Takes what a line of the journal tells.
  mutating func take(_ line: JSONValue) {
    let told = line["faults"]?.array ?? []
    if let path = line["checked"]?.string {
      let faults = told.compactMap { json in
        Fault(json).map { (file: json["read"]?.string ?? $0.file, fault: $0) }
      }
      checked.append(CheckedFiles(path: path, faults: faults))
    } else if let records = line["records"]?.integer {
      self.records = records
      recordFaults = told.compactMap(Fault.init)
    } else if let items = line["items"]?.integer, let inputs = line["inputs"]?.integer {
      (self.items, self.inputs) = (items, inputs)
      itemFaults += told.compactMap(Fault.init)
    }
  }
}

extension Fault {
  /// Reads what ``write(to:)`` wrote; nil where it is something else.
  fileprivate init?(_ json: JSONValue) {
    guard let kind = json["kind"]?.string, let file = json["file"]?.string,
      let severity = json["severity"]?.string.flatMap(Severity.init)
    else { return nil }
    self.init(
      kind, severity, file: file, record: json["record"]?.string, offset: json["offset"]?.integer,
      expected: json["expected"]?.string, found: json["found"]?.string)
  }
}
