public import Bytes

extension WARCVerifier {
  /// Compares an index with the records of the files verified so far: every line must name a record, and every
  /// record that is found by its URI must have a line.
  ///
  /// Records of files that hold conversions need none: an index that leads to such a file would have conversions
  /// shown in place of what they were made of.
  ///
  /// The verifier must have been made with `keepsCaptures`.
  ///
  /// - Throws: what reading the index throws.
  public func verifyIndex<Source: ByteSource & ~Copyable>(
    _ index: consuming Source, name: String, report: (WARCFault) -> Void
  ) throws(Source.Failure) {
    var verifier = IndexVerifier(captureList ?? CaptureList(), exempt: conversionFiles)
    var lines = LineReader(index)
    while let line = try lines.next() {
      verifier.verify(line.bytes[...], at: line.offset, name: name, report: report)
    }
    verifier.finish(name: name, report: report)
  }

  /// Compares an index that lies in memory.
  public func verifyIndex(_ index: [UInt8], name: String, report: (WARCFault) -> Void) {
    verifyIndex(BufferSource(index), name: name, report: report)
  }
}

/// Compares index lines with the records that were read (CDXJ 0.1.0).
struct IndexVerifier {
  private let captures: CaptureList
  /// Whether a line names each capture.
  private var isNamed: [Bool]
  /// Files whose records need no line.
  private let exempt: Set<String>
  private var lineCount = 0
  private var previous: ArraySlice<UInt8> = []

  init(_ captures: CaptureList, exempt: Set<String> = []) {
    self.exempt = exempt
    self.captures = captures
    isNamed = [Bool](repeating: false, count: captures.count)
  }

  /// Compares the next line, which begins at `offset` in the index.
  mutating func verify(
    _ line: ArraySlice<UInt8>, at offset: Int, name: String, report: (WARCFault) -> Void
  ) {
    if line.isEmpty || line.starts(with: "!meta".utf8) { return }
    lineCount += 1
    let number = lineCount
    check(line) { code, severity, expected, found in
      report(
        WARCFault(
          code: code, severity: severity, file: name, record: number, recordID: nil, offset: offset,
          expected: expected, found: found))
    }
    previous = line
  }

  /// Reports what no line names.
  func finish(name: String, report: (WARCFault) -> Void) {
    let missing = isNamed.indices.lazy.filter { !isNamed[$0] && !exempt.contains(captures.file(of: $0)) }
    if lineCount == 0, !missing.isEmpty {
      report(
        WARCFault(
          code: .indexMissing, severity: .error, file: name, record: nil, recordID: nil, offset: 0,
          expected: "\(missing.count) lines", found: "none"))
      return
    }
    for index in missing {
      let capture = captures[index]
      report(
        WARCFault(
          code: .indexMissing, severity: .error, file: capture.file, record: capture.number,
          recordID: capture.recordID, offset: capture.range.offset,
          expected: "a line for \(capture.uri) in \(name)", found: "none"))
    }
  }

  private mutating func check(
    _ line: ArraySlice<UInt8>, _ fault: (WARCFault.Code, WARCFault.Severity, String, String) -> Void
  ) {
    if line.lexicographicallyPrecedes(previous) {
      fault(
        .indexOrder, .error, "lines in the order of their bytes", "one that belongs before its predecessor")
    }
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard parts.count == 3, let json = try? JSONValue(parsing: Array(parts[2])), json.object != nil else {
      return fault(
        .indexLine, .error, "KEY TIMESTAMP {JSON}", Problem.shown(String(decoding: line, as: UTF8.self)))
    }
    let timestamp = String(decoding: parts[1], as: UTF8.self)
    if timestamp.utf8.count != 14 && timestamp.utf8.count != 17 || !timestamp.allSatisfy(\.isNumber) {
      fault(.indexLine, .error, "a time of fourteen digits", Problem.shown(timestamp))
    }
    for member in ["url", "mime", "digest", "filename", "offset", "length"] where json[member] == nil {
      fault(.indexLine, .error, "\"\(member)\" in the line", "none")
    }
    compare(json, key: String(decoding: parts[0], as: UTF8.self), timestamp: timestamp, fault)
  }

  private mutating func compare(
    _ json: JSONValue, key: String, timestamp: String,
    _ fault: (WARCFault.Code, WARCFault.Severity, String, String) -> Void
  ) {
    guard let url = json["url"]?.string, let filename = json["filename"]?.string,
      let offset = json["offset"]?.writtenInteger
    else { return }
    guard let index = captures.index(ofFile: filename, offset: offset) else {
      return fault(.indexRecord, .error, "a record at byte \(offset) of \(filename)", "none that is indexed")
    }
    if isNamed[index] {
      fault(
        .indexRecord, .error, "one line for the record at byte \(offset) of \(filename)", "another line")
    }
    isNamed[index] = true
    let capture = captures[index]
    func differ(_ what: String, _ expected: String, _ found: String) {
      guard expected != found else { return }
      fault(
        .indexDiffers, .error, "the \(what) \(expected) of the record at byte \(offset) of \(filename)",
        Problem.shown(found))
    }
    differ("URL", capture.uri, url)
    differ("time", capture.timestamp, String(timestamp.prefix(14)))
    if capture.range.length > 0, let length = json["length"]?.writtenInteger {
      differ("length", String(capture.range.length), String(length))
    }
    if let recorded = capture.digest, let digest = json["digest"]?.string, digest != "-" {
      // Some indexes leave out the label.
      let isBare = !digest.contains(":")
      differ("digest", isBare ? String(recorded.drop { $0 != ":" }.dropFirst()) : recorded, digest)
    }
    // Some indexes have no word for what a record does not tell.
    if let type = capture.mediaType, let mime = json["mime"]?.string, mime != "-", mime != "unk" {
      differ("media type", type, mime.lowercased())
    }
    if let status = capture.status, let told = json["status"]?.writtenInteger {
      differ("status", String(status), String(told))
    }
    let isRequest = json["method"] != nil || json["requestBody"] != nil
    if !isRequest, let wanted = SURT.key(of: url), wanted != key {
      fault(.indexKey, .error, "the key \(wanted)", Problem.shown(key))
    }
  }
}

extension JSONValue {
  /// The whole number that is written, as a number or in a string: indexes do both.
  var writtenInteger: Int? { integer ?? string.flatMap { Int($0) } }
}
