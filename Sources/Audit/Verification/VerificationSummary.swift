public import Bytes

/// How far a verification has come.
public struct VerificationProgress: Sendable, Hashable {
  /// The parts of a verification, in order.
  public enum Step: String, Sendable {
    /// The digests of all files.
    case fixity
    /// The records of web archives.
    case records
    /// The items, cut out of the source again.
    case items
  }

  /// The part that is under way.
  public var step: Step
  /// The bytes done in this part.
  public var done: Int
  /// The bytes to do in this part; 0 where that is not known.
  public var total: Int
}

/// What a verification came to.
public struct VerificationSummary: Sendable, Hashable {
  /// What was verified.
  public let kind: VerifiedKind
  /// The faults told.
  public private(set) var faults = 0
  /// The warnings told.
  public private(set) var warnings = 0
  /// The files whose digests were compared, or that were read as web archives.
  public internal(set) var files = 0
  /// Their bytes.
  public internal(set) var bytes = 0
  /// The records of web archives that were read.
  public internal(set) var records = 0
  /// The items that were cut out of the source and read again.
  public internal(set) var items = 0
  /// The posts from saved pages, whose pages were compared as a whole: they are not read again.
  public internal(set) var pageItems = 0

  /// Begins with nothing found.
  init(kind: VerifiedKind) { self.kind = kind }

  /// Whether no fault was found; there may be warnings.
  public var isValid: Bool { faults == 0 }

  /// Counts a fault or warning.
  mutating func count(_ fault: Fault) {
    if fault.severity == .fault { faults += 1 } else { warnings += 1 }
  }

  /// The verdict in one line.
  public var line: String {
    var counted = ["\(files) files", "\(bytes) bytes"]
    if records > 0 { counted.append("\(records) records") }
    if items > 0 { counted.append("\(items) items") }
    if pageItems > 0 { counted.append("\(pageItems) posts of saved pages, by their pages' digests") }
    let verdict = isValid ? "valid" : "INVALID"
    return
      "\(verdict) \(kind.rawValue): \(counted.joined(separator: ", ")); \(faults) faults, \(warnings) warnings"
  }

  /// Writes the members of the summary into a JSON object that is open.
  public func writeMembers(to json: inout JSONText) {
    json.key("kind")
    json.string(kind.rawValue)
    json.key("valid")
    json.boolean(isValid)
    for (name, value) in [
      ("fault_count", faults), ("warning_count", warnings), ("files", files), ("bytes", bytes),
      ("records", records), ("items", items), ("page_items", pageItems),
    ] {
      json.key(named: name)
      json.integer(value)
    }
  }
}
