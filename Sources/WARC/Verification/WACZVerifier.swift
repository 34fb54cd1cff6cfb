public import Bytes

/// Looks for everything that is wrong with a WACZ file (WACZ 1.1.1): the zip file, its entries against
/// `datapackage.json`, its WARC files record by record, the index against the records, the pages against the index.
///
/// ```swift
/// WACZVerifier.verify(path: "site.wacz") { fault in print(fault) }
/// ```
public struct WACZVerifier {
  /// A file in the zip file, as it was read.
  public struct Entry: Sendable, Hashable {
    /// Its path in the zip file.
    public let path: String
    /// Its length in bytes, unpacked.
    public let length: Int
    /// Its digest, by the algorithm that `datapackage.json` has for it; nil where it has none.
    public let digest: Digest?
  }

  private let name: String
  private let report: (WARCFault) -> Void
  private let visit: (Entry) -> Void
  private var entries: [String: ZipReader.Entry] = [:]
  private var package = WACZPackage()
  private var indexes: [(path: String, content: KeptEntry)] = []
  private var pageLists: [(path: String, content: KeptEntry)] = []
  private var warcs = WARCVerifier(keepsCaptures: true)
  private var warcCount = 0

  /// Verifies the file at `path`, hands each fault to `report` and each file in it to `visit`; returns the number of
  /// records read.
  @discardableResult
  public static func verify(
    path: String, visit: (Entry) -> Void = { _ in }, report: (WARCFault) -> Void
  ) -> Int {
    verify(name: path, visit: visit, report: report) { () throws(ZipError) in try ZipReader(path: path) }
  }

  /// Verifies a file that lies in memory; `name` stands in messages.
  @discardableResult
  public static func verify(bytes: [UInt8], name: String, report: (WARCFault) -> Void) -> Int {
    verify(name: name, visit: { _ in }, report: report) { () throws(ZipError) in try ZipReader(bytes: bytes) }
  }

  private static func verify(
    name: String, visit: (Entry) -> Void, report: (WARCFault) -> Void, open: () throws(ZipError) -> ZipReader
  ) -> Int {
    withoutActuallyEscaping(report) { report in
      withoutActuallyEscaping(visit) { visit in
        var verifier = WACZVerifier(name: name, visit: visit, report: report)
        do throws(ZipError) {
          try verifier.list(open())
          try verifier.read(open())
        } catch {
          verifier.fault(.zipDamaged, expected: "a sound zip file", found: error.reason)
        }
        verifier.finish()
        return verifier.warcs.recordCount
      }
    }
  }

  private init(name: String, visit: @escaping (Entry) -> Void, report: @escaping (WARCFault) -> Void) {
    self.name = name
    self.visit = visit
    self.report = report
  }

  // MARK: - First pass: what is there

  private mutating func list(_ zip: ZipReader) throws(ZipError) {
    if !name.lowercased().hasSuffix(".wacz") {
      fault(.zipEntry, .warning, expected: "a name that ends in .wacz", found: Problem.shown(name))
    }
    while let entry = try zip.next() {
      if entry.isFolder { continue }
      checkName(entry)
      if entries.updateValue(entry, forKey: entry.path) != nil {
        fault(.zipEntry, in: entry.path, expected: "one entry of that name", found: "another")
      }
      switch entry.path {
      case "datapackage.json": package.text = contents(of: entry, in: zip)
      case "datapackage-digest.json": package.digestText = contents(of: entry, in: zip)
      default: break
      }
    }
    var problems: [(Problem, String?)] = []
    package.read { problems.append(($0, $1)) }
    for (problem, path) in problems { fault(problem, in: path) }
  }

  private func checkName(_ entry: ZipReader.Entry) {
    let path = entry.path
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.hasPrefix("/") || path.contains("\\") || parts.contains("..") {
      fault(.zipEntry, in: path, expected: "a path within the file", found: Problem.shown(path))
    }
    if entry.isEncrypted { fault(.zipEntry, in: path, expected: "an open entry", found: "an encrypted one") }
    let mustBeStored = path.hasPrefix("archive/") || path.hasSuffix(".cdx.gz") || path.hasSuffix(".warc.gz")
    if mustBeStored, !entry.isStored {
      fault(.zipEntry, in: path, expected: "an entry stored as it is", found: "a compressed one")
    }
    switch parts.first {
    case "archive" where !Self.isWARC(path), "pages" where !path.hasSuffix(".jsonl"),
      "indexes" where ![".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz", ".idx"].contains(where: path.hasSuffix):
      fault(.foreignEntry, in: path, expected: "no other files in \(parts[0])/", found: "this one")
    default: break
    }
  }

  private static func isWARC(_ path: String) -> Bool {
    path.split(separator: "/").count == 2 && (path.hasSuffix(".warc") || path.hasSuffix(".warc.gz"))
  }

  // MARK: - Second pass: what is in it

  private mutating func read(_ zip: ZipReader) throws(ZipError) {
    while let entry = try zip.next() {
      if entry.isFolder { continue }
      let source = EntrySource(zip, algorithm: package.algorithm(of: entry.path))
      if entry.path.hasSuffix(".warc") || entry.path.hasSuffix(".warc.gz") {
        // Those in other folders are read as well, but do not make an archive.
        if entry.path.hasPrefix("archive/"), Self.isWARC(entry.path) { warcCount += 1 }
        // The source notes what cannot be read; the tally tells it below.
        try? warcs.verify(source, name: "\(name)/\(entry.path)", report: report)
        source.tally.finish()
      } else {
        if entry.path.hasPrefix("indexes/") {
          indexes.append((entry.path, source.tally.keep()))
        } else if entry.path.hasPrefix("pages/") {
          pageLists.append((entry.path, source.tally.keep()))
        } else {
          source.tally.finish()
        }
      }
      if let reason = source.tally.failure {
        fault(.zipDamaged, in: entry.path, expected: "a sound entry", found: reason)
      }
      visit(Entry(path: entry.path, length: source.tally.length, digest: source.tally.digest))
      for problem in package.problems(
        of: entry.path, length: source.tally.length, digest: source.tally.digest)
      {
        fault(problem, in: entry.path)
      }
    }
  }

  private func contents(of entry: ZipReader.Entry, in zip: ZipReader) -> [UInt8] {
    let tally = EntrySource(zip, algorithm: nil).tally
    defer {
      if let reason = tally.failure {
        fault(.zipDamaged, in: entry.path, expected: "a sound entry", found: reason)
      }
    }
    return tally.readAll(keeping: true)
  }

  // MARK: - What only the whole can tell

  private mutating func finish() {
    warcs.finish(report: report)
    if warcCount == 0 { fault(.missingEntry, expected: "a WARC file in archive/", found: "none") }
    for problem in package.problems(whereMissing: Set(entries.keys)) { fault(problem) }
    verifyIndexes()
    let captures = PageCaptures(warcs.captureList)
    if !pageLists.contains(where: { $0.path == WACZPageList.Kind.pages.path }) {
      fault(.missingEntry, expected: "pages/pages.jsonl", found: "none")
    }
    for list in pageLists {
      PageListVerifier.verify(list.content, name: "\(name)/\(list.path)", captures: captures, report: report)
    }
    for problem in package.problemsOfMainPage(captures) { fault(problem, in: "datapackage.json") }
  }

  private func verifyIndexes() {
    let lists = indexes.filter { !$0.path.hasSuffix(".idx") }
    if lists.isEmpty { fault(.missingEntry, expected: "an index in indexes/", found: "none") }
    var verifier = IndexVerifier(warcs.captureList ?? CaptureList(), exempt: warcs.conversionFiles)
    for list in lists {
      let name = "\(name)/\(list.path)"
      guard list.path.hasSuffix(".gz") else {
        var lines = LineReader(list.content)
        while let line = lines.next() {
          verifier.verify(line.bytes[...], at: line.offset, name: name, report: report)
        }
        continue
      }
      var blocks = CDXJBlockReader(list.content)
      blocks.forEachLine { line, offset in
        verifier.verify(line, at: offset, name: name, report: report)
      }
      if let reason = blocks.damage {
        fault(.indexBlock, in: list.path, expected: "sound gzip members", found: reason)
      }
      for other in indexes where other.path.hasSuffix(".idx") {
        for problem in blocks.problems(ofIndex: other.content) { fault(problem, in: other.path) }
      }
    }
    if !lists.isEmpty { verifier.finish(name: "\(name)/indexes", report: report) }
  }

  // MARK: - Faults

  private func fault(_ problem: Problem, in path: String? = nil) {
    fault(
      problem.code, problem.severity, in: path, at: problem.offset, expected: problem.expected,
      found: problem.found)
  }

  private func fault(
    _ code: WARCFault.Code, _ severity: WARCFault.Severity = .error, in path: String? = nil,
    at offset: Int = 0, expected: String, found: String
  ) {
    report(
      WARCFault(
        code: code, severity: severity, file: path.map { "\(name)/\($0)" } ?? name, record: nil,
        recordID: nil, offset: offset, expected: expected, found: found))
  }
}
