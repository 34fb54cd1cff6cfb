internal import Bytes
internal import WARC

/// Reads the records of web archives from end to end and names what is wrong with them.
struct RecordStep {
  private var verifier = WARCVerifier()
  /// The bytes of the files read.
  private(set) var byteCount = 0

  /// The records read.
  var recordCount: Int { verifier.recordCount }

  /// Reads all web archives of the package at `path`, unless the journal says that an earlier run did; returns the
  /// number of records.
  static func run(_ path: String, journal: inout VerificationJournal, report: (Fault) -> Void) -> Int {
    if journal.state.areRecordsDone { return 0 }
    var step = RecordStep()
    var faults: [Fault] = []
    let folder = "\(path)/\(PackageLayout.webArchives)"
    guard FileSystem.kind(of: folder) == .folder else { return 0 }
    do throws(FileError) {
      for entry in try FileSystem.entries(of: folder) where entry.kind == .file {
        let name = "\(PackageLayout.webArchives)/\(entry.name)"
        guard entry.name.hasSuffix(".warc") || entry.name.hasSuffix(".warc.gz") else { continue }
        do throws(VerificationError) {
          try step.read("\(path)/\(name)", name: name) { faults.append($0) }
        } catch {
          faults.append(Fault("unreadable", file: name, found: error.reason))
        }
      }
      step.finish { faults.append($0) }
    } catch {
      faults.append(Fault("unreadable", file: PackageLayout.webArchives, found: error.reason))
    }
    faults.forEach(report)
    journal.noteRecordsDone(faults: faults)
    return step.recordCount
  }

  /// Reads the WARC file at `path`, which faults call `name`.
  mutating func read(
    _ path: String, name: String, report: (Fault) -> Void
  ) throws(VerificationError) {
    do throws(FileError) {
      byteCount += try File.open(path).size()
      let source = try FileSource(path)
      do throws(WARCReadError) {
        try verifier.verify(source, name: name) { report(Fault($0)) }
      } catch {
        report(Fault("unreadable", file: name, found: error.description))
      }
    } catch {
      throw VerificationError(path: path, reason: error.reason)
    }
  }

  /// Names what shows only when all files were read.
  mutating func finish(report: (Fault) -> Void) {
    verifier.finish { report(Fault($0)) }
  }
}
