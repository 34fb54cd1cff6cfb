internal import BagIt
public import Bytes
internal import WARC

/// One thing that verification found wrong, or doubtful: where it is, what should be there, and what is.
public struct Fault: Sendable, Hashable {
  /// How much it weighs.
  public enum Severity: String, Sendable {
    /// What was verified is not valid.
    case fault
    /// It is valid, but something may trouble other tools or people.
    case warning
  }

  /// What is wrong, as a stable word for programs, such as `changed` or `ledger-target-missing`.
  public var kind: String
  /// Whether it makes what was verified invalid.
  public var severity: Severity
  /// The file, by its path from what was verified.
  public var file: String
  /// The record, row or item within the file, where there are such.
  public var record: String?
  /// Where in the file it begins, in bytes.
  public var offset: Int?
  /// What should be there.
  public var expected: String?
  /// What is there.
  public var found: String?

  /// Makes a fault, or with `.warning` a doubt.
  public init(
    _ kind: String, _ severity: Severity = .fault, file: String, record: String? = nil, offset: Int? = nil,
    expected: String? = nil, found: String? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.file = file
    self.record = record
    self.offset = offset
    self.expected = expected
    self.found = found
  }

  /// What the bag's verifier found.
  init(_ fault: BagFault) {
    self.init(
      fault.kind.rawValue, fault.severity == .fault ? .fault : .warning, file: fault.path,
      offset: fault.offset, expected: fault.expected, found: fault.found)
  }

  /// What the web archive's verifier found.
  init(_ fault: WARCFault) {
    self.init(
      fault.code.rawValue, fault.severity == .error ? .fault : .warning, file: fault.file,
      record: fault.record.map { number in "record \(number)" + (fault.recordID.map { " \($0)" } ?? "") },
      offset: fault.offset, expected: fault.expected, found: fault.found)
  }

  /// Writes the fault as a JSON object.
  public func write(to json: inout JSONText) { write(to: &json, read: nil) }

  /// Writes the fault with the file that was read when it showed.
  func write(to json: inout JSONText, read: String?) {
    json.object { json in
      json.key("severity")
      json.string(severity.rawValue)
      json.key("kind")
      json.string(kind)
      json.key("file")
      json.string(file)
      for (name, value) in [("record", record), ("expected", expected), ("found", found), ("read", read)]
      where value != nil {
        json.key(named: name)
        json.string(value)
      }
      if let offset {
        json.key("offset")
        json.integer(offset)
      }
    }
  }

  /// The fault as one line for people: control characters and line ends of names are shown escaped.
  public var line: String {
    var line = "\(severity.rawValue) \(kind): \(file)"
    if let record { line += ", \(record)" }
    if let offset { line += ", byte \(offset)" }
    if let expected { line += "; expected \(expected)" }
    if let found { line += "; found \(found)" }
    var shown = ""
    for scalar in line.unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}" {
        shown += scalar.escaped(asASCII: true)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
