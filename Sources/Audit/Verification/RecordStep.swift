internal import Bytes
internal import WARC

/// Reads the records of web archives from end to end, holds their indexes against them, and names what is wrong.
struct RecordStep {
  private var verifier: WARCVerifier
  private var collectionRecordCount = 0
  /// The bytes of the files read.
  private(set) var byteCount = 0

  /// The records read.
  var recordCount: Int { verifier.recordCount + collectionRecordCount }

  /// Begins with no file read; `hasIndexes` says whether indexes will be compared, which costs memory.
  init(hasIndexes: Bool = false) { verifier = WARCVerifier(keepsCaptures: hasIndexes) }

  /// Reads all web archives of the package at `path`, unless the journal says that an earlier run did; returns the
  /// number of records.
  static func run(_ path: String, journal: inout VerificationJournal, report: (Fault) -> Void) -> Int {
    let folder = "\(path)/\(PackageLayout.webArchives)"
    guard !journal.state.areRecordsDone, FileSystem.kind(of: folder) == .folder else { return 0 }
    var faults: [Fault] = []
    var recordCount = 0
    do throws(FileError) {
      let names = try FileSystem.entries(of: folder).filter { $0.kind == .file }.map(\.name)
      let indexes = names.filter { $0.hasSuffix(".cdxj") }
      var step = RecordStep(hasIndexes: !indexes.isEmpty)
      for name in names where name.hasSuffix(".warc") || name.hasSuffix(".warc.gz") {
        step.readArchive("\(folder)/\(name)", name: "\(PackageLayout.webArchives)/\(name)") {
          faults.append($0)
        }
      }
      step.finish { faults.append($0) }
      for name in indexes {
        step.compareIndex("\(folder)/\(name)", name: "\(PackageLayout.webArchives)/\(name)") {
          faults.append($0)
        }
      }
      for name in names where name.hasSuffix(".wacz") {
        step.readCollection("\(folder)/\(name)", name: "\(PackageLayout.webArchives)/\(name)") {
          faults.append($0)
        }
      }
      recordCount = step.recordCount
    } catch {
      faults.append(Fault("unreadable", file: PackageLayout.webArchives, found: error.reason))
    }
    faults.forEach(report)
    journal.noteRecordsDone(faults: faults)
    return recordCount
  }

  /// Reads the WARC file at `path`, which faults call `name`.
  mutating func readArchive(_ path: String, name: String, report: (Fault) -> Void) {
    do throws(FileError) {
      byteCount += try File.open(path).size()
      let source = try FileSource(path)
      do throws(WARCReadError) {
        try verifier.verify(source, name: name) { report(Fault($0)) }
      } catch {
        report(Fault("unreadable", file: name, found: error.description))
      }
    } catch {
      report(Fault("unreadable", file: name, found: error.reason))
    }
  }

  /// Names what shows only when all archives were read.
  mutating func finish(report: (Fault) -> Void) {
    verifier.finish { report(Fault($0)) }
  }

  /// Holds the index at `path` against the records of the archives read.
  private mutating func compareIndex(_ path: String, name: String, report: (Fault) -> Void) {
    do throws(FileError) {
      let file = try File.open(path)
      let size = try file.size()
      byteCount += size
      let index = try file.read(ByteRange(offset: 0, length: size))
      verifier.verifyIndex(index, name: name) { report(Fault($0)) }
    } catch {
      report(Fault("unreadable", file: name, found: error.reason))
    }
  }

  /// Reads the WACZ file at `path`, which faults call `name`.
  mutating func readCollection(_ path: String, name: String, report: (Fault) -> Void) {
    do throws(FileError) {
      byteCount += try File.open(path).size()
    } catch {
      return report(Fault("unreadable", file: name, found: error.reason))
    }
    collectionRecordCount += WACZVerifier.verify(path: path) { found in
      var fault = Fault(found)
      fault.file = name + String(decoding: fault.file.utf8.dropFirst(path.utf8.count), as: UTF8.self)
      report(fault)
    }
  }
}
