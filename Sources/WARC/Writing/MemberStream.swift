internal import Bytes

/// Writes one record chunk by chunk, compressed or not.
struct MemberStream: ~Copyable {
  private var stream: GzipStream?

  /// Makes a stream; `level` stands for the compression's own where it is given.
  init(_ compression: WARCCompression, level: Int? = nil) {
    switch compression {
    case .gzip(let ownLevel): stream = GzipStream(level: level ?? ownLevel)
    case .none: stream = nil
    }
  }

  mutating func write(_ data: Span<UInt8>, to output: inout [UInt8]) {
    if stream == nil {
      output.append(copying: data)
    } else {
      stream?.write(data, to: &output)
    }
  }

  consuming func finish(to output: inout [UInt8]) {
    switch stream.take() {
    case .some(let stream): stream.finish(to: &output)
    case .none: break
    }
  }
}

/// Reads a record's block from its source and compares it with what was said of it.
struct BlockReader: ~Copyable {
  private let id: RecordID
  private let length: Int
  private let digest: Digest
  private var hasher: Digest.Hasher?
  private var found = 0

  init(_ record: some WARCRecord) {
    id = record.id
    length = record.block.length
    digest = record.block.digest
    hasher = Digest.Hasher(record.block.digest.algorithm)
  }

  /// The next chunk; nil at the end of a block that is what it was said to be.
  mutating func next<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(RecordError) -> [UInt8]? {
    var chunk: [UInt8] = []
    do { _ = try source.read(1 << 18, appendingTo: &chunk) } catch {
      throw .unreadable(id, reason: "\(error)")
    }
    found += chunk.count
    guard found <= length, !chunk.isEmpty || found == length else {
      throw .lengthDiffers(id, expected: length, found: found)
    }
    if !chunk.isEmpty {
      hasher?.update(chunk.span)
      return chunk
    }
    guard let finished = hasher.take()?.finalize() else { return nil }
    guard finished == digest else {
      throw .digestDiffers(
        id, expected: DigestLabel.text(of: digest), found: DigestLabel.text(of: finished))
    }
    return nil
  }
}
