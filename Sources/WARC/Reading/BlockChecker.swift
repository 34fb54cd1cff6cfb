internal import Bytes

/// Compares a block with what its header says of it, in one pass: digests, HTTP message, fields.
struct BlockChecker: ~Copyable {
  private let head: RecordHead
  private let blockLabel: DigestLabel?
  private let payloadLabel: DigestLabel?
  private var blockHasher: Digest.Hasher?
  /// Where the payload is the block but its digest is of another algorithm.
  private var payloadHasher: Digest.Hasher?
  private var message: HTTPMessageReader?
  private var fields: [UInt8]?

  private let longestFields = 1 << 22

  init(_ head: RecordHead) {
    self.head = head
    blockLabel = head[.blockDigest].flatMap(DigestLabel.init)
    payloadLabel = head[.payloadDigest].flatMap(DigestLabel.init)
    blockHasher = blockLabel?.algorithm.map { Digest.Hasher($0) }
    switch head.type {
    case .response where head.essence == "application/http",
      .request where head.essence == "application/http":
      message = HTTPMessageReader(digesting: payloadLabel?.algorithm)
    case .resource, .conversion:
      if let algorithm = payloadLabel?.algorithm, algorithm != blockLabel?.algorithm {
        payloadHasher = Digest.Hasher(algorithm)
      }
    case .warcinfo where head.essence == MediaType.warcFields.essence,
      .metadata where head.essence == MediaType.warcFields.essence:
      fields = []
    default: break
    }
  }

  mutating func update(_ bytes: Span<UInt8>) {
    blockHasher?.update(bytes)
    payloadHasher?.update(bytes)
    message?.update(bytes)
    if let count = fields?.count, count + bytes.count <= longestFields { fields?.append(copying: bytes) }
  }

  /// The head of the HTTP message in the block, where there is one.
  var http: HTTPHead? {
    switch message {
    case .some(let message): message.head
    case .none: nil
    }
  }

  /// What is wrong with a block that was read to its end.
  consuming func finish() -> [Problem] {
    var problems: [Problem] = []
    let digest = blockHasher.take()?.finalize()
    check(digest, against: blockLabel, .blockDigest, into: &problems)
    switch message.take() {
    case .some(let message): check(message, into: &problems)
    case .none:
      let payload = payloadHasher.take()?.finalize() ?? digest
      if head.type == .resource || head.type == .conversion, !isSegment {
        check(payload, against: payloadLabel, .payloadDigest, into: &problems)
      }
    }
    if let fields { Self.check(fields: fields, into: &problems) }
    for (label, name) in [(blockLabel, "block"), (payloadLabel, "payload")] {
      if let label, label.algorithm == nil {
        problems.append(
          Problem(
            code: .unknownDigest, severity: .warning, expected: "a \(name) digest that can be computed",
            found: Problem.shown(label.description)))
      }
    }
    return problems
  }

  private var isSegment: Bool { head[.segmentNumber] != nil }

  private func check(
    _ digest: Digest?, against label: DigestLabel?, _ code: WARCFault.Code,
    into problems: inout [Problem]
  ) {
    guard let digest, let label, !label.matches(digest) else { return }
    problems.append(
      Problem(code: code, expected: label.description, found: DigestLabel.text(of: digest)))
  }

  private func check(_ message: consuming HTTPMessageReader, into problems: inout [Problem]) {
    guard let http = message.head, head.type == .request || http.status != nil else {
      problems.append(
        Problem(code: .httpMessage, expected: "an HTTP message", found: "something else"))
      return
    }
    if head[.truncated] != nil || isSegment { return }
    let length = message.bodyLength
    if head.type == .response, !http.isChunked, let told = http["content-length"].flatMap({ Int($0) }),
      told != length
    {
      problems.append(
        Problem(
          code: .httpLength, expected: "a body of \(told) bytes, as its Content-Length tells",
          found: "\(length) bytes"))
    }
    let (raw, decoded) = message.finish()
    guard let payloadLabel, let raw, payloadLabel.algorithm != nil else { return }
    // Writers disagree whether the chunked coding belongs to the payload; the standard says it does not.
    if decoded.map(payloadLabel.matches) == true || payloadLabel.matches(raw) { return }
    check(decoded ?? raw, against: payloadLabel, .payloadDigest, into: &problems)
  }

  /// A body of named fields: UTF-8, a name and a value a line, each ended by CR LF.
  private static func check(fields: [UInt8], into problems: inout [Problem]) {
    if fields.isEmpty { return }
    guard let text = String(validating: fields, as: UTF8.self) else {
      problems.append(Problem(code: .warcFields, expected: "UTF-8", found: "other bytes"))
      return
    }
    if !fields.suffix(2).elementsEqual("\r\n".utf8) {
      problems.append(
        Problem(
          code: .warcFields, severity: .warning, expected: "CR LF at the end",
          found: Problem.shown(String(text.suffix(2)))))
    }
    var start = 0
    while start < fields.count {
      let end = fields.span.firstIndex(of: "\r\n", from: start) ?? fields.count
      let line = fields.span.extracting(start..<end)
      if !isField(line) {
        problems.append(
          Problem(
            code: .warcFields, expected: "name: value, and CR LF",
            found: Problem.shown(String(decoding: line.copied, as: UTF8.self))))
      }
      start = end + 2
    }
  }

  /// Whether a line, which may be empty or go on with the one before, is a name and a value.
  private static func isField(_ line: Span<UInt8>) -> Bool {
    if line.isEmpty || line[0] == 0x20 || line[0] == 0x09 { return true }
    guard line.firstIndex(of: 0x0A) == nil, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    return FieldSyntax.isToken(line.extracting(0..<colon))
  }
}
