internal import Bytes

/// Keeps on disk what of a verification is done, so that an interrupted one goes on where it was.
///
/// The file holds a line of JSON for each thing: first which package it is about, then faults and how far each step
/// came. A last line that was cut off is ignored. Without a path nothing is kept.
struct VerificationJournal: ~Copyable {
  /// What earlier runs did.
  struct State: Sendable {
    /// The last path whose digest was compared, in the order of the paths' bytes.
    var checkedPath: String?
    /// Whether the records of all web archives were read.
    var areRecordsDone = false
    /// How many items were read again.
    var items = 0
    /// How many inputs are done with; one more than there are where all rows are.
    var inputs = 0
    /// What was found on the way.
    var faults: [Fault] = []
  }

  /// What earlier runs did.
  let state: State
  private let path: String?
  private let file: File?

  /// Opens or begins the journal at `path` for the package at `package`; one about another package begins anew.
  static func open(_ path: String?, for package: String) throws(VerificationError) -> VerificationJournal {
    guard let path else { return VerificationJournal(state: State(), path: nil, file: nil) }
    do throws(FileError) {
      let identity = try identity(of: package)
      let (state, kept) = try read(path, identity: identity)
      let renewed = path + ".new"
      try FileSystem.remove(renewed)
      let file = try File.create(renewed)
      try file.write(kept.span)
      try FileSystem.rename(renewed, to: path)
      return VerificationJournal(state: state, path: path, file: file)
    } catch {
      throw VerificationError(path: package, reason: "the file for resuming fails: \(error)")
    }
  }

  private init(state: State, path: String?, file: consuming File?) {
    self.state = state
    self.path = path
    self.file = file
  }

  /// Notes how far the digests are, and what was wrong since the last note.
  func note(checkedPath: String, faults: [Fault]) {
    append(faults) { json in
      json.key("checked")
      json.string(checkedPath)
    }
  }

  /// Notes that all records were read.
  func noteRecordsDone(faults: [Fault]) {
    append(faults) { json in
      json.key("records")
      json.boolean(true)
    }
  }

  /// Notes how many items were read again, and how many inputs are done with.
  func note(items: Int, inputs: Int, faults: [Fault]) {
    append(faults) { json in
      json.key("items")
      json.integer(items)
      json.key("inputs")
      json.integer(inputs)
    }
  }

  /// Removes the file: everything is done.
  consuming func remove() {
    if let path { try? FileSystem.remove(path) }
  }

  /// A journal that cannot be written costs only the resuming.
  private func append(_ faults: [Fault], _ body: (inout JSONText) -> Void) {
    var json = JSONText()
    json.object { json in
      body(&json)
      json.key("faults")
      json.array { json in
        for fault in faults { fault.write(to: &json) }
      }
    }
    json.endLine()
    try? file?.write(json.bytes.span)
  }

  /// Tells packages apart: by the names and sizes of the tag files and the content of the tag manifests.
  private static func identity(of package: String) throws(FileError) -> String {
    var hasher = Digest.Hasher(.sha256)
    for entry in try FileSystem.entries(of: package) where entry.kind == .file {
      hasher.update(Array("\(entry.name)\n\(entry.size)\n".utf8).span)
      if entry.name.utf8.starts(with: "tagmanifest-".utf8) {
        let bytes = try File.open("\(package)/\(entry.name)").read(ByteRange(offset: 0, length: entry.size))
        hasher.update(bytes.span)
      }
    }
    return hasher.finalize().hexadecimal
  }

  /// The state in the file at `path`, and the lines that are worth keeping.
  private static func read(_ path: String, identity: String) throws(FileError) -> (State, [UInt8]) {
    var json = JSONText()
    json.object { json in
      json.key("verifying")
      json.string(identity)
    }
    json.endLine()
    guard FileSystem.kind(of: path) == .file else { return (State(), json.bytes) }
    let file = try File.open(path)
    let text = try file.read(ByteRange(offset: 0, length: try file.size()))
    guard text.starts(with: json.bytes) else { return (State(), json.bytes) }
    var state = State()
    var kept = json.bytes
    for line in text.dropFirst(json.bytes.count).split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropLast()
    {
      guard let value = try? JSONValue(parsing: Array(line)) else { break }
      state.take(value)
      kept += line + [0x0A]
    }
    return (state, kept)
  }
}

extension VerificationJournal.State {
  fileprivate mutating func take(_ line: JSONValue) {
    checkedPath = line["checked"]?.string ?? checkedPath
    areRecordsDone = line["records"]?.boolean ?? areRecordsDone
    items = line["items"]?.integer ?? items
    inputs = line["inputs"]?.integer ?? inputs
    faults += (line["faults"]?.array ?? []).compactMap(Fault.init)
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
