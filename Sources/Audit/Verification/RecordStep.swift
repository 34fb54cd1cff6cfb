internal import Bytes
internal import WARC

/// Reads the records of web archives from end to end, holds their indexes against them, and names what is wrong.
struct RecordStep {
  private var verifier: WARCVerifier
  private var collectionRecordCount = 0
  /// The bytes of the files read.
  private(set) var byteCount = 0

  /// The bytes of all files that are to be read; 0 until that is known.
  private var total = 0

  /// The records read.
  var recordCount: Int { verifier.recordCount + collectionRecordCount }

  /// Begins with no file read; `hasIndexes` says whether indexes will be compared, which costs memory.
  init(hasIndexes: Bool = false) { verifier = WARCVerifier(keepsCaptures: hasIndexes) }

  /// Reads all web archives of the package at `path`, unless the journal says that an earlier run did; returns the
  /// number of records.
  static func run(
    _ path: String, journal: inout VerificationJournal, report: (Verifier.Event) -> Void
  ) -> Int {
    let folder = PackageLayout.webArchives
    guard FileSystem.kind(of: "\(path)/\(folder)") == .folder else { return 0 }
    if let records = journal.state.records {
      for fault in journal.state.recordFaults { report(.fault(fault)) }
      return records
    }
    var faults: [Fault] = []
    func tell(_ fault: Fault) {
      var fault = fault
      // Our own writer never leaves out what others may.
      if fault.kind == "missing-entry" { fault.severity = .fault }
      faults.append(fault)
      report(.fault(fault))
    }
    var recordCount = 0
    do throws(FileError) {
      let files = try FileSystem.entries(of: "\(path)/\(folder)").filter { $0.kind == .file }
      let total = files.reduce(0) { $0 + $1.size }
      let names = files.map { (full: "\(path)/\(folder)/\($0.name)", name: "\(folder)/\($0.name)") }
      let archives = names.filter { $0.name.hasSuffix(".warc") || $0.name.hasSuffix(".warc.gz") }
      let indexes = names.filter { $0.name.hasSuffix(".cdxj") }
      var step = RecordStep(hasIndexes: !indexes.isEmpty)
      step.total = total
      // What conversions refer to is known when their files come last.
      for isDerived in [false, true] {
        for (full, name) in archives where name.contains("-derived.") == isDerived {
          step.readArchive(full, name: name, progress: { report(.progress($0)) }) { tell($0) }
        }
      }
      step.finish { tell($0) }
      for (full, name) in indexes { step.compareIndex(full, name: name) { tell($0) } }
      for (full, name) in names where name.hasSuffix(".wacz") {
        step.readCollection(full, name: name, beside: names.map(\.full)) { tell($0) }
        report(.progress(step.progress(of: step.byteCount)))
      }
      recordCount = step.recordCount
    } catch {
      tell(Fault("unreadable", file: folder, found: error.reason))
    }
    journal.note(records: recordCount, faults: faults)
    return recordCount
  }

  private func progress(of bytes: Int) -> VerificationProgress {
    VerificationProgress(step: .records, done: bytes, total: total)
  }

  /// Reads the WARC file at `path`, which faults call `name`.
  mutating func readArchive(
    _ path: String, name: String, progress: (VerificationProgress) -> Void, report: (Fault) -> Void
  ) {
    withoutActuallyEscaping(progress) { progress in
      do throws(FileError) {
        let size = try File.open(path).size()
        if total == 0 { total = size }
        let (before, total) = (byteCount, total)
        byteCount += size
        let source = try WatchedSource(path) { read in
          progress(VerificationProgress(step: .records, done: before + min(read, size), total: total))
        }
        do throws(WARCReadError) {
          try verifier.verify(source, name: name) { report(Fault($0)) }
        } catch {
          report(Fault("unreadable", file: name, found: error.description))
        }
      } catch {
        report(Fault("unreadable", file: name, found: error.reason))
      }
    }
  }

  /// Names what shows only when all archives were read.
  mutating func finish(report: (Fault) -> Void) {
    verifier.finish { report(Fault($0)) }
  }

  /// Holds the index at `path` against the records of the archives read.
  private mutating func compareIndex(_ path: String, name: String, report: (Fault) -> Void) {
    do throws(FileError) {
      byteCount += try File.open(path).size()
      try verifier.verifyIndex(FileSource(path), name: name) { report(Fault($0)) }
    } catch {
      report(Fault("unreadable", file: name, found: error.reason))
    }
  }

  /// Reads the WACZ file at `path`, which faults call `name`.
  ///
  /// An archive in it that has the name of one of `neighbours` must be the same.
  mutating func readCollection(
    _ path: String, name: String, beside neighbours: [String] = [], report: (Fault) -> Void
  ) {
    do throws(FileError) {
      byteCount += try File.open(path).size()
    } catch {
      return report(Fault("unreadable", file: name, found: error.reason))
    }
    var entries: [WACZVerifier.Entry] = []
    collectionRecordCount += WACZVerifier.verify(path: path) { entry in
      entries.append(entry)
    } report: { found in
      var fault = Fault(found)
      fault.file = name + String(decoding: fault.file.utf8.dropFirst(path.utf8.count), as: UTF8.self)
      report(fault)
    }
    for entry in entries {
      let file = "/" + (entry.path.split(separator: "/").last ?? "")
      guard let digest = entry.digest, let other = neighbours.first(where: { $0.hasSuffix(file) }),
        let found = Self.digest(of: other, by: digest.algorithm), found != digest
      else { continue }
      report(
        Fault(
          "archive-differs", file: "\(name)/\(entry.path)",
          expected: "the \(found.algorithm.rawValue):\(found.hexadecimal) of the file beside it",
          found: "\(digest.algorithm.rawValue):\(digest.hexadecimal)"))
    }
  }

  private static func digest(of path: String, by algorithm: Digest.Algorithm) -> Digest? {
    guard var source = try? FileSource(path) else { return nil }
    var hasher = Digest.Hasher(algorithm)
    var chunk: [UInt8] = []
    while let count = try? source.read(1 << 18, appendingTo: &chunk), count > 0 {
      hasher.update(chunk.span)
      chunk.removeAll(keepingCapacity: true)
    }
    return hasher.finalize()
  }
}

/// A file that tells how many bytes were read of it.
private struct WatchedSource: ByteSource, ~Copyable {
  private var file: FileSource
  private var count = 0
  private let tell: (Int) -> Void

  init(_ path: String, tell: @escaping (Int) -> Void) throws(FileError) {
    file = try FileSource(path)
    self.tell = tell
  }

  mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(FileError) -> Int {
    let got = try file.read(count, appendingTo: &buffer)
    self.count += got
    tell(self.count)
    return got
  }
}
