public import Bytes

/// Looks for everything that is wrong with the WARC files of an archive and never stops at the first fault.
///
/// ```swift
/// var verifier = WARCVerifier()
/// try verifier.verify(FileSource(path), name: path) { fault in print(fault) }
/// verifier.finish { fault in print(fault) }
/// print("\(verifier.recordCount) records")
/// ```
///
/// Memory grows with the number of records, by some 80 bytes each, and never with their size.
public struct WARCVerifier {
  /// The number of records seen.
  public private(set) var recordCount = 0
  /// What an index must know; kept only where wanted.
  private(set) var captureList: CaptureList?
  /// The files that hold conversions: those are kept out of indexes, with all that is in them.
  private(set) var conversionFiles: Set<String> = []
  private var ids = KnownPlaces()
  private var captures = KnownPlaces()
  private var files: [String] = []
  private var unresolved: [Reference] = []

  private struct Reference {
    let field: StandardField
    let id: String
    let file: String
    let record: Int
    let recordID: String?
    let offset: Int
  }

  /// Begins an archive of no files; `keepsCaptures` says whether ``verifyIndex(_:name:report:)`` will be called,
  /// for which the records' URIs are kept in a file without a name.
  public init(keepsCaptures: Bool = false) { captureList = keepsCaptures ? CaptureList() : nil }

  /// Reads one file of the archive from end to end and hands each fault to `report`.
  public mutating func verify<Source: ByteSource & ~Copyable>(
    _ source: consuming Source, name: String, report: (WARCFault) -> Void
  ) throws(WARCReadError) {
    files.append(name)
    var reader = WARCReader(source, name: name)
    var previous: RecordHead?
    while let head = try reader.next() {
      if let previous { finish(previous, http: reader.lastHTTP, range: reader.lastRange) }
      reader.takeFaults().forEach(report)
      recordCount += 1
      check(head, name, report)
      previous = head
    }
    if let previous { finish(previous, http: reader.lastHTTP, range: reader.lastRange) }
    reader.takeFaults().forEach(report)
  }

  /// Reports what can only be known when all files were read: references to records that are in none of them.
  public mutating func finish(report: (WARCFault) -> Void) {
    for reference in unresolved where !ids.contains(reference.id) {
      report(
        WARCFault(
          code: .unresolvedReference, severity: .warning, file: reference.file, record: reference.record,
          recordID: reference.recordID, offset: reference.offset,
          expected: "the record that \(reference.field.rawValue) names", found: "no record \(reference.id)"))
    }
    unresolved = []
  }

  private mutating func finish(_ head: RecordHead, http: HTTPHead?, range: ByteRange) {
    if head.type == .conversion, let file = files.last { conversionFiles.insert(file) }
    guard captureList != nil, let file = files.last,
      let capture = Capture(head, http: http, file: file, range: range)
    else { return }
    captureList?.append(capture)
  }

  private mutating func check(_ head: RecordHead, _ file: String, _ report: (WARCFault) -> Void) {
    func fault(
      _ code: WARCFault.Code, _ severity: WARCFault.Severity, _ expected: String, _ found: String
    ) -> WARCFault {
      WARCFault(
        code: code, severity: severity, file: file, record: head.number, recordID: head[.recordID],
        offset: head.offset, expected: expected, found: found)
    }
    let here = KnownPlaces.Place(file: files.count - 1, offset: head.offset)
    if head.number == 1, head.type != .warcinfo {
      report(fault(.firstRecord, .warning, "a warcinfo record", head[.type] ?? "a record without type"))
    }
    if let id = head[.recordID], let other = ids.insert(id, at: here) {
      report(
        fault(
          .duplicateID, .error, "an identifier of its own",
          "that of the record at byte \(other.offset) of \(files[other.file])"))
    }
    if head.type == .resource || head.type == .response, let uri = head.targetURI, let date = head[.date],
      let other = captures.insert("\(date) \(uri)", at: here)
    {
      report(
        fault(
          .duplicateCapture, .warning, "one capture of a URI at a time",
          "the same URI and date at byte \(other.offset) of \(files[other.file])"))
    }
    for field in [StandardField.refersTo, .warcinfoID, .segmentOriginID, .concurrentTo] {
      for id in head.values(of: field) where !ids.contains(id) {
        unresolved.append(
          Reference(
            field: field, id: id, file: file, record: head.number, recordID: head[.recordID],
            offset: head.offset))
      }
    }
  }
}

/// Where texts were seen first, in some 40 bytes each, whatever their length.
private struct KnownPlaces {
  struct Place {
    /// The number of the file.
    let file: Int
    /// The byte in it.
    let offset: Int
  }

  private var numbers = TextNumbers()
  private var files: [Int32] = []
  private var offsets: [Int] = []

  func contains(_ text: String) -> Bool { numbers.number(of: TextKey(text)) != nil }

  /// Takes note of a text; returns where it was seen before.
  mutating func insert(_ text: String, at place: Place) -> Place? {
    let (number, isNew) = numbers.insert(TextKey(text))
    guard isNew else { return Place(file: Int(files[number]), offset: offsets[number]) }
    files.append(Int32(place.file))
    offsets.append(place.offset)
    return nil
  }
}
