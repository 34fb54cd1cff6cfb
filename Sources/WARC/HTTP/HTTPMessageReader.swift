internal import Bytes

/// Reads an HTTP/1 message piece by piece: its head, and the digest of its body with and without chunked coding.
struct HTTPMessageReader: ~Copyable {
  /// The head, once it was read.
  private(set) var head: HTTPHead?
  /// The number of bytes behind the head.
  private(set) var bodyLength = 0
  private var pending: [UInt8] = []
  private var isInBody = false
  private var hasFailed = false
  private var rawHasher: Digest.Hasher?
  private var decodedHasher: Digest.Hasher?
  private var decoder = ChunkedDecoder()
  private let algorithm: Digest.Algorithm?

  /// A head that is longer is taken for none.
  private let longestHead = 1 << 20

  /// Begins a message whose body is digested with `algorithm`, if any.
  init(digesting algorithm: Digest.Algorithm?) {
    self.algorithm = algorithm
    rawHasher = algorithm.map { Digest.Hasher($0) }
  }

  /// Takes the next bytes of the message.
  mutating func update(_ bytes: Span<UInt8>) {
    if isInBody { return takeBody(bytes) }
    if hasFailed { return }
    pending.append(copying: bytes)
    guard let end = HeadParser.end(of: pending.span, from: 0) else {
      if pending.count > longestHead { fail() }
      return
    }
    guard let head = HTTPHead(pending.span.extracting(0..<end.header)) else { return fail() }
    self.head = head
    isInBody = true
    if head.isChunked { decodedHasher = algorithm.map { Digest.Hasher($0) } }
    let rest = pending
    pending = []
    takeBody(rest.span.extracting(end.block...))
  }

  /// The digests of the body: as it stands, and without chunked coding where it has that.
  consuming func finish() -> (raw: Digest?, decoded: Digest?) {
    let isDecoded = decoder.isComplete
    return (rawHasher.take()?.finalize(), isDecoded ? decodedHasher.take()?.finalize() : nil)
  }

  private mutating func fail() {
    hasFailed = true
    pending = []
  }

  private mutating func takeBody(_ bytes: Span<UInt8>) {
    bodyLength += bytes.count
    rawHasher?.update(bytes)
    guard head?.isChunked == true else { return }
    var hasher = decodedHasher.take()
    decoder.decode(bytes) { hasher?.update(bytes.extracting($0)) }
    decodedHasher = hasher
  }
}
