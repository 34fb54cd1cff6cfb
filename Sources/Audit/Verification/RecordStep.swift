internal import Bytes
internal import WARC

/// Reads the records of web archives from end to end, holds their indexes against them, and names what is wrong.
struct RecordStep {
  private var verifier: WARCVerifier
  /// The bytes of the files read.
  private(set) var byteCount = 0

  /// The bytes of all files that are to be read; 0 until that is known.
  private var total = 0

  /// The records read.
  var recordCount: Int { verifier.recordCount }

  /// Begins with no file read; `hasIndexes` says whether indexes will be compared, which costs memory.
  init(hasIndexes: Bool = false) { verifier = WARCVerifier(keepsCaptures: hasIndexes) }

  /// Reads all web archives of the package at `path`, unless the journal says that an earlier run did; returns the
  /// number of records.
  ///
  /// With more than one job the WACZ files are read beside the WARC files.
  static func run(
    _ path: String, jobs: Int, journal: inout VerificationJournal, report: (Verifier.Event) -> Void
  ) async -> Int {
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
      let collections = CollectionStep(
        files: names.filter { $0.name.hasSuffix(".wacz") }, neighbours: names.map(\.full))
      let early = jobs > 1 ? Task { collections.run() } : nil
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
      let (found, extent) = await early?.value ?? collections.run()
      found.forEach(tell)
      report(.progress(step.progress(of: step.byteCount + extent.bytes)))
      recordCount = step.recordCount + extent.records
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
