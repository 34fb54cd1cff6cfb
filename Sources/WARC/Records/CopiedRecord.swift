public import Bytes

/// A record as it was read from a file, to be written to another: for merging, filtering and compressing anew.
///
/// It keeps its fields as they are, its identifier among them; what breaks a rule of the standard is refused.
///
/// ```swift
/// while let head = try reader.next() {
///   try writer.append(CopiedRecord(head, block: reader.block(upTo: .max)))
/// }
/// ```
public struct CopiedRecord: WARCRecord {
  /// The kind.
  public let type: RecordType
  /// The identifier.
  public let id: RecordID
  /// The date to the second.
  public let date: UTCTime
  /// The block.
  public let block: Block
  /// The target URI.
  public let targetURI: TargetURI?
  /// What an index says of the record.
  public let indexing: Indexing?
  /// The header that was read.
  public let head: RecordHead
  /// The digest that was read stands among the fields.
  public var payloadDigest: Digest? { nil }

  /// Takes a record that was read, block and all.
  ///
  /// - Throws: ``RecordRefusal`` with everything that the standard forbids about it.
  public init(_ head: RecordHead, block: [UInt8]) throws(RecordRefusal) {
    var problems = HeaderRules.problems(of: head)
    if head.contentLength != block.count {
      problems.append(
        Problem(
          code: .blockCut, expected: "a block of \(head[.contentLength] ?? "?") bytes",
          found: "\(block.count)"))
    }
    var checker = BlockChecker(head)
    checker.update(block.span)
    problems += checker.finish()
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty, let type = head.type, let id = head[.recordID].flatMap(Self.id),
      let date = head[.date].flatMap({ UTCTime($0.prefix(19) + "Z") ?? UTCTime(String($0)) })
    else {
      throw RecordRefusal(
        reasons: errors.map { "\($0.code.rawValue): expected \($0.expected), found \($0.found)" })
    }
    self.head = head
    self.type = type
    self.id = id
    self.date = date
    targetURI = head.targetURI.flatMap { TargetURI($0) }
    self.block = Block(block, contentType: head[.contentType].flatMap(MediaType.init) ?? .octets)
    indexing = Self.indexing(head, block: block)
  }

  /// The fields are written as they are.
  public func appendFields(to header: inout HeaderText) {
    for field in head.fields { header.append(field.name, field.value) }
  }

  /// The header that was read, under the version of this library.
  public func header(warcinfoID: RecordID?) -> [UInt8] {
    var header = HeaderText()
    appendFields(to: &header)
    return header.finished()
  }

  private static func id(_ text: String) -> RecordID? { RecordID(String(text.dropFirst().dropLast())) }

  private static func indexing(_ head: RecordHead, block: [UInt8]) -> Indexing? {
    let essence = head.essence ?? MediaType.octets.essence
    switch head.type {
    case .resource: return Indexing(mediaType: essence, status: nil)
    case .revisit: return Indexing(mediaType: "warc/revisit", status: nil)
    case .response:
      guard let end = HeadParser.end(of: block.span, from: 0),
        let http = HTTPHead(block.span.extracting(0..<end.header))
      else { return Indexing(mediaType: essence, status: nil) }
      return Indexing(mediaType: http.mediaType ?? MediaType.octets.essence, status: http.status)
    default: return nil
    }
  }
}

/// Why a record that was read may not be written: all that the standard forbids about it.
public struct RecordRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// One clause for each rule that is broken.
  public let reasons: [String]

  /// One sentence for the user.
  public var description: String { "the record cannot be written: \(reasons.joined(separator: "; "))" }
}
