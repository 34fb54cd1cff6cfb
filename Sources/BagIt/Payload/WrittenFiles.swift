internal import Bytes

/// What is known of many files from the time when they were written, by their paths from the bag's folder.
///
/// A file costs some 24 bytes of memory; its size and digests wait in a file without a name. Where such a file cannot be
/// had, written or read again, nothing is known of the files, and they are read instead.
public struct WrittenFiles: ~Copyable, Sendable {
  private var numbers = TextNumbers()
  private var entries = try? File.scratch()
  /// The files of which it cannot be said what is in them.
  private var writtenAgain: Set<Int> = []
  /// How many bytes of the entries are in their file.
  private var flushed = 0
  /// The other entries.
  private var pending: [UInt8] = []

  /// Begins with no file.
  public init() {}

  /// Remembers a file; one that is written twice is not known any more.
  public mutating func add(_ path: String, _ file: WrittenFile) {
    guard entries != nil else { return }
    let (number, isNew) = numbers.insert(TextKey(path))
    guard isNew else {
      writtenAgain.insert(number)
      return
    }
    Entry.append(file, to: &pending)
    if pending.count >= Self.pieceLength { flush() }
  }

  /// What is known of the file at `path`.
  public func file(at path: String) -> WrittenFile? {
    guard entries != nil, let number = numbers.number(of: TextKey(path)), !writtenAgain.contains(number)
    else { return nil }
    let range = ByteRange(offset: number * Entry.length, length: Entry.length)
    if range.offset >= flushed {
      return Entry.file(in: pending.span.extracting((range.offset - flushed)..<(range.end - flushed)))
    }
    return (try? entries?.read(range)).flatMap { Entry.file(in: $0.span) }
  }

  /// Memory that waits to be written.
  private static let pieceLength = 64 << 10

  private mutating func flush() {
    do {
      try entries?.write(pending.span)
      flushed += pending.count
    } catch {
      entries = nil
    }
    pending.removeAll(keepingCapacity: true)
  }
}

/// A file's size and digests in as many bytes as any other's.
private enum Entry {
  private static let sizeLength = 8
  /// The size, and for each algorithm a byte that says whether its digest follows.
  static let length = BagWriter.usualAlgorithms.reduce(sizeLength) { $0 + 1 + $1.byteCount }

  static func append(_ file: WrittenFile, to bytes: inout [UInt8]) {
    for place in 0..<sizeLength { bytes.append(UInt8(truncatingIfNeeded: file.size >> (8 * place))) }
    for algorithm in BagWriter.usualAlgorithms {
      let digest = file.digest(by: algorithm)
      bytes.append(digest == nil ? 0 : 1)
      bytes.append(contentsOf: digest?.bytes ?? [UInt8](repeating: 0, count: algorithm.byteCount))
    }
  }

  /// Nil where the bytes are fewer than an entry has.
  static func file(in bytes: Span<UInt8>) -> WrittenFile? {
    guard bytes.count == length else { return nil }
    let size = (0..<sizeLength).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    var digests: [Digest] = []
    var position = sizeLength
    for algorithm in BagWriter.usualAlgorithms {
      let value = bytes.extracting((position + 1)..<(position + 1 + algorithm.byteCount))
      if bytes[position] == 1 { digests.append(Digest(algorithm: algorithm, bytes: value.copied)) }
      position += 1 + value.count
    }
    return WrittenFile(size: size, digests: digests)
  }
}
