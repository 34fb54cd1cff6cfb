public import Bytes

/// Reads records one after another, compressed or plain, in constant memory.
///
/// ```swift
/// var reader = WARCReader(try FileSource(path), name: path)
/// while let head = try reader.next() {
///   let page = try reader.block(upTo: 10_000_000)
/// }
/// ```
///
/// What is wrong is collected in ``faults``, and reading goes on with the next record that can be found; a strict
/// reader throws at the first fault of severity error instead.
public struct WARCReader<Source: ByteSource & ~Copyable>: ~Copyable {
  /// What a reader does about faults.
  public enum Mode: Sendable {
    /// It notes them and goes on.
    case tolerant
    /// It throws ``WARCReadError/fault(_:)``.
    case strict
  }

  /// What a reader looks at, beside the frame that records stand in.
  public struct Checks: OptionSet, Sendable {
    /// The set as bits.
    public let rawValue: Int

    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Digests of blocks and payloads, and what blocks are made of.
    public static var blocks: Checks { Checks(rawValue: 1) }
    /// What a header must, may and may not hold.
    public static var headers: Checks { Checks(rawValue: 2) }
    /// All there is.
    public static var all: Checks { [.blocks, .headers] }
  }

  /// The file's name, for messages.
  public let name: String
  /// What was found wrong since the faults were taken last.
  public private(set) var faults: [WARCFault] = []
  /// The bytes of the last record that was read to its end, compressed as they are.
  public private(set) var lastRange = ByteRange(offset: 0, length: 0)
  /// The head of the HTTP message in the last record that was read to its end; only where blocks are checked.
  private(set) var lastHTTP: HTTPHead?
  private var members: MemberReader<Source>
  private let mode: Mode
  private let checks: Checks
  private var head: RecordHead?
  private var remaining = 0
  private var isCut = false
  private var isFirstInMember = true
  private var checker: BlockChecker?
  private var number = 0

  /// A header that is longer is taken for damage.
  private let longestHeader = 1 << 20

  /// Makes a reader of a source; `name` stands in messages.
  public init(
    _ source: consuming Source, name: String, mode: Mode = .tolerant, checks: Checks = .all
  ) {
    members = MemberReader(source)
    self.name = name
    self.mode = mode
    self.checks = checks
  }

  /// Goes to the next record, past what was not read of the current one; nil at the end.
  public mutating func next() throws(WARCReadError) -> RecordHead? {
    try finishRecord()
    while try findRecord() {
      if let head = try readHead() { return head }
    }
    return nil
  }

  /// Hands the rest of the current record's block to `take`, piece by piece.
  public mutating func readBlock(_ take: (Span<UInt8>) -> Void) throws(WARCReadError) {
    while remaining > 0 {
      try members.fill(1)
      let count = min(remaining, members.available)
      guard count > 0 else {
        try reportCutBlock()
        return
      }
      let text = members.text
      let piece = text.span.extracting(members.position..<members.position + count)
      checker?.update(piece)
      take(piece)
      members.position += count
      remaining -= count
    }
  }

  /// The rest of the current record's block, or its first `limit` bytes.
  public mutating func block(upTo limit: Int) throws(WARCReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    try readBlock { piece in
      bytes.append(copying: piece.extracting(first: min(piece.count, limit - bytes.count)))
    }
    return bytes
  }

  /// Gives the faults found so far and forgets them.
  public mutating func takeFaults() -> [WARCFault] {
    defer { faults = [] }
    return faults
  }

  // MARK: - Finding records

  /// Goes to where a record begins; false at the end of the file.
  private mutating func findRecord() throws(WARCReadError) -> Bool {
    while true {
      try members.fill(5)
      if members.available == 0 || isLost {
        if case .damaged(let reason) = members.state {
          try report(.gzipDamaged, expected: "a sound gzip member", found: reason)
        } else if members.state == .cut {
          try report(.gzipCut, expected: "a whole gzip member", found: "the end of the file")
        }
        guard try members.beginMember() else {
          if number == 0, faults.isEmpty { try report(.emptyFile, expected: "a record", found: "none") }
          return false
        }
        isFirstInMember = true
        continue
      }
      if members.text.span.hasBytes("WARC/", at: members.position) {
        if members.isCompressed, !isFirstInMember {
          number += 1
          defer { number -= 1 }
          try report(
            .manyRecordsInMember, expected: "one record a gzip member", found: "more in the same member")
        }
        return true
      }
      try report(
        .notARecord, expected: "WARC/1.1 or WARC/1.0",
        found: Problem.shown(
          String(decoding: members.text[members.position...].prefix(12), as: UTF8.self)))
      try skipToRecord()
    }
  }

  /// Whether the text at hand breaks off within the next few bytes and nothing can be read from it.
  private var isLost: Bool {
    guard members.available < 5 else { return false }
    switch members.state {
    case .damaged, .cut: return true
    case .open, .complete: return false
    }
  }

  /// Goes to the next line that begins as a record does, or to the member's end.
  private mutating func skipToRecord() throws(WARCReadError) {
    while true {
      if let hit = members.text.span.firstIndex(of: "\nWARC/1.", from: members.position) {
        members.position = hit + 1
        return
      }
      members.position = max(members.position, members.text.count - 7)
      let before = members.text.count - members.position
      try members.fill(before + 1)
      if members.available == before {
        members.position = members.text.count
        return
      }
    }
  }

  // MARK: - Head and end

  private mutating func readHead() throws(WARCReadError) -> RecordHead? {
    let offset = recordOffset
    number += 1
    var end = HeadParser.end(of: members.text.span, from: members.position)
    while end == nil {
      let before = members.available
      try members.fill(before + 1)
      guard members.available > before, before < longestHeader else { break }
      end = HeadParser.end(of: members.text.span, from: members.position)
    }
    guard let end else {
      try report(.headerCut, at: offset, expected: "an empty line at the header's end", found: "none")
      members.position += min(5, members.available)
      try skipToRecord()
      return nil
    }
    let parser = HeadParser(members.text.span.extracting(members.position..<end.header))
    let head = RecordHead(version: parser.version, fields: parser.fields, number: number, offset: offset)
    self.head = head
    members.position = end.block
    isFirstInMember = false
    isCut = false
    remaining = head.contentLength ?? 0
    checker = checks.contains(.blocks) ? BlockChecker(head) : nil
    for problem in parser.problems { try report(problem) }
    if checks.contains(.headers) {
      for problem in HeaderRules.problems(of: head) { try report(problem) }
    } else if head.contentLength == nil {
      try report(.missingField, expected: "a Content-Length", found: "none")
    }
    return head
  }

  private mutating func finishRecord() throws(WARCReadError) {
    guard let head else { return }
    try readBlock { _ in }
    lastHTTP = checker?.http
    let blockChecker = checker.take()
    let hasLength = head.contentLength != nil
    if !isCut {
      if hasLength, let problems = blockChecker?.finish() { for problem in problems { try report(problem) } }
      try members.fill(4)
      if members.text.span.hasBytes("\r\n\r\n", at: members.position) {
        members.position += 4
      } else {
        if hasLength {
          try report(
            .recordEnd, expected: "CR LF CR LF behind a block of \(head.contentLength ?? 0) bytes",
            found: Problem.shown(
              String(decoding: members.text[members.position...].prefix(4), as: UTF8.self)))
        }
        stepBack(to: head)
        try skipToRecord()
      }
    }
    try members.fill(1)
    // Of a record that shares its member with others the length cannot be told.
    let isWhole = !members.isCompressed || members.available == 0
    lastRange = ByteRange(from: head.offset, to: isWhole ? members.fileOffset : head.offset)
    self.head = nil
  }

  /// Goes back to a little before where the block should have ended: a length that is too great hides what follows.
  private mutating func stepBack(to head: RecordHead) {
    let length = head.contentLength ?? 0
    members.position = max(members.position - min(length, 1 << 16), 0)
  }

  private mutating func reportCutBlock() throws(WARCReadError) {
    guard let head else { return }
    let length = head.contentLength ?? 0
    isCut = true
    let read = length - remaining
    remaining = 0
    checker = nil
    try report(.blockCut, expected: "a block of \(length) bytes", found: "\(read) bytes")
    if !members.isCompressed {
      members.position = max(members.position - read, 0)
      try skipToRecord()
    }
  }

  // MARK: - Faults

  private var recordOffset: Int { members.isCompressed ? members.memberOffset : members.fileOffset }

  private mutating func report(_ problem: Problem) throws(WARCReadError) {
    try report(
      problem.code, severity: problem.severity, expected: problem.expected, found: problem.found)
  }

  private mutating func report(
    _ code: WARCFault.Code, severity: WARCFault.Severity = .error, at offset: Int? = nil, expected: String,
    found: String
  ) throws(WARCReadError) {
    let fault = WARCFault(
      code: code, severity: severity, file: name, record: number > 0 ? number : nil,
      recordID: head?[.recordID], offset: offset ?? head?.offset ?? recordOffset, expected: expected,
      found: found)
    if mode == .strict, severity == .error { throw .fault(fault) }
    faults.append(fault)
  }
}
