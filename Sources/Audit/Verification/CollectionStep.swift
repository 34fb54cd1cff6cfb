internal import Bytes
internal import WARC

/// Reads WACZ files from end to end, holds the archives in them against those beside them, and names what is wrong.
struct CollectionStep: Sendable {
  /// How much was read.
  struct Extent: Sendable {
    var records = 0
    /// The bytes of the files.
    var bytes = 0
  }

  /// The files' paths, and what faults call them.
  let files: [(full: String, name: String)]
  /// The paths of files beside them: an archive in a WACZ file that has the name of one must be the same.
  var neighbours: [String] = []

  /// Reads all files; tells faults as they are found.
  func run(report: (Fault) -> Void) -> Extent {
    var extent = Extent()
    for (path, name) in files { read(path, name: name, &extent, report: report) }
    return extent
  }

  /// Reads all files; gives the faults in the order in which they were found.
  func run() -> (faults: [Fault], extent: Extent) {
    var faults: [Fault] = []
    let extent = run { faults.append($0) }
    return (faults, extent)
  }

  private func read(_ path: String, name: String, _ extent: inout Extent, report: (Fault) -> Void) {
    do throws(FileError) {
      extent.bytes += try File.open(path).size()
    } catch {
      return report(Fault("unreadable", file: name, found: error.reason))
    }
    var entries: [WACZVerifier.Entry] = []
    extent.records += WACZVerifier.verify(path: path) { entry in
      entries.append(entry)
    } report: { found in
      var fault = Fault(found)
      fault.file = name + String(decoding: fault.file.utf8.dropFirst(path.utf8.count), as: UTF8.self)
      report(fault)
    }
    for entry in entries {
      let file = "/" + (entry.path.split(separator: "/").last ?? "")
      // A neighbour that cannot be read is named where it is read as an archive.
      guard let digest = entry.digest, let other = neighbours.first(where: { $0.hasSuffix(file) }),
        let found = try? Self.digest(of: other, by: digest.algorithm), found != digest
      else { continue }
      report(
        Fault(
          "archive-differs", file: "\(name)/\(entry.path)",
          expected: "the \(found.algorithm.rawValue):\(found.hexadecimal) of the file beside it",
          found: "\(digest.algorithm.rawValue):\(digest.hexadecimal)"))
    }
  }

  private static func digest(of path: String, by algorithm: Digest.Algorithm) throws(FileError) -> Digest {
    let file = try File.open(path)
    var hasher = Digest.Hasher(algorithm)
    while true {
      let chunk = try file.readNext(1 << 18)
      if chunk.isEmpty { return hasher.finalize() }
      hasher.update(chunk.span)
    }
  }
}
