internal import Bytes

/// Keeps on disk what of a verification is done, so that an interrupted one goes on where it was and in the end tells
/// what an uninterrupted one would have told.
///
/// The file holds a line of JSON for each thing: first which package it is about and when the run began, then how far
/// each step came and what it found. A last line that was cut off is ignored. Without a path nothing is kept.
struct VerificationJournal: ~Copyable {
  /// What earlier runs did.
  let state: VerificationState
  private let path: String?
  private let file: File?

  /// Opens or begins the journal at `path` for the package at `package`; one about another package begins anew, and so
  /// does one whose package has had its tag files changed since.
  ///
  /// - Parameters:
  ///   - path: the journal's file; it must not lie in the package.
  ///   - package: the package.
  ///   - now: the time, in seconds since 1970.
  /// - Returns: the journal, with what earlier runs did.
  /// - Throws: ``VerificationError`` where the file lies in the package, or cannot be read or written.
  static func open(
    _ path: String?, for package: String, now: Int
  ) throws(VerificationError) -> VerificationJournal {
    guard let path else { return VerificationJournal(state: VerificationState(), path: nil, file: nil) }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let place = FileSystem.resolved(path.utf8.contains(UInt8(ascii: "/")) ? folder + "/" : ".")
    if let place, let root = FileSystem.resolved(package), (place + "/").utf8.starts(with: (root + "/").utf8)
    {
      throw VerificationError(
        path: package, reason: "the file for resuming, \(path), lies in it; name one outside")
    }
    do throws(FileError) {
      let (identity, changed) = try identity(of: package)
      var (state, kept) = try read(path, identity: identity, changed: changed)
      if kept.isEmpty {
        state.began = now
        var json = JSONText()
        json.object { json in
          json.key("verifying")
          json.string(identity)
          json.key("began")
          json.integer(now)
        }
        json.endLine()
        kept = json.bytes
      } else {
        state.forgetChanged(in: package)
      }
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

  private init(state: VerificationState, path: String?, file: consuming File?) {
    self.state = state
    self.path = path
    self.file = file
  }

  /// Notes how far the digests are, and what was wrong since the last note.
  func note(_ checked: VerificationState.CheckedFiles) {
    append { json in
      json.key("checked")
      json.string(checked.path)
      json.key("faults")
      json.array { json in
        for (file, fault) in checked.faults { fault.write(to: &json, read: file) }
      }
    }
  }

  /// Notes how many records there are, all of which were read.
  func note(records: Int, faults: [Fault]) {
    append { json in
      json.key("records")
      json.integer(records)
      json.faults(faults)
    }
  }

  /// Notes how many items were read again, and how many inputs are done with.
  func note(items: Int, inputs: Int, faults: [Fault]) {
    append { json in
      json.key("items")
      json.integer(items)
      json.key("inputs")
      json.integer(inputs)
      json.faults(faults)
    }
  }

  /// Removes the file: everything is done.
  consuming func remove() {
    if let path { try? FileSystem.remove(path) }
  }

  /// A journal that cannot be written costs only the resuming.
  private func append(_ body: (inout JSONText) -> Void) {
    var json = JSONText()
    json.object { body(&$0) }
    json.endLine()
    try? file?.write(json.bytes.span)
  }

  /// Tells packages apart by the names and sizes of the tag files and the content of the tag manifests; tells also when
  /// one of the tag files was changed last.
  private static func identity(of package: String) throws(FileError) -> (identity: String, changed: Int) {
    var hasher = Digest.Hasher(.sha256)
    var changed = 0
    for entry in try FileSystem.entries(of: package) where entry.kind == .file {
      changed = max(changed, entry.changed)
      hasher.update(Array("\(entry.name)\n\(entry.size)\n".utf8).span)
      if entry.name.utf8.starts(with: "tagmanifest-".utf8) {
        let bytes = try File.open("\(package)/\(entry.name)").contents()
        hasher.update(bytes.span)
      }
    }
    return (hasher.finalize().hexadecimal, changed)
  }

  /// The state in the file at `path`, and the lines that are worth keeping: none where it is about something else, or
  /// tag files were changed since.
  private static func read(
    _ path: String, identity: String, changed: Int
  ) throws(FileError) -> (VerificationState, [UInt8]) {
    var state = VerificationState()
    guard FileSystem.kindFollowingLinks(of: path) == .file else { return (state, []) }
    let file = try File.open(path)
    let lines = try file.contents()
      .split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    guard let first = lines.first.flatMap({ try? JSONValue(parsing: Array($0)) }),
      first["verifying"]?.string == identity, let began = first["began"]?.integer, changed < began
    else { return (state, []) }
    state.began = began
    var kept = (lines.first.map(Array.init) ?? []) + [0x0A]
    for line in lines.dropFirst() {
      guard let value = try? JSONValue(parsing: Array(line)) else { break }
      state.take(value)
      kept += line + [0x0A]
    }
    return (state, kept)
  }
}

extension JSONText {
  fileprivate mutating func faults(_ faults: [Fault]) {
    key("faults")
    array { json in
      for fault in faults { fault.write(to: &json) }
    }
  }
}
