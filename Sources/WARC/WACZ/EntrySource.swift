internal import Bytes

/// Gives the bytes of the current entry of a zip file, and keeps count of them.
struct EntrySource: ByteSource {
  /// What typed throws need said.
  typealias Failure = Never

  let tally: EntryTally

  init(_ zip: ZipReader, algorithm: Digest.Algorithm?) { tally = EntryTally(zip, algorithm: algorithm) }

  /// Appends the next bytes; where the entry cannot be read any further it ends, so that what was read before is
  /// looked at, and the tally knows why.
  mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) -> Int {
    (try? tally.read(count, appendingTo: &buffer)) ?? 0
  }
}

/// What was read of an entry: shared, for who reads the entry consumes its source.
final class EntryTally {
  /// The number of bytes read.
  private(set) var length = 0
  /// The digest of all bytes, once the entry was read to its end.
  private(set) var digest: Digest?
  /// Why reading stopped before the end.
  private(set) var failure: String?
  private let zip: ZipReader
  private var hasher: Digest.Hasher?

  init(_ zip: ZipReader, algorithm: Digest.Algorithm?) {
    self.zip = zip
    hasher = algorithm.map { Digest.Hasher($0) }
  }

  func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(ZipError) -> Int {
    let start = buffer.count
    do {
      let got = try zip.read(count, appendingTo: &buffer)
      length += got
      hasher?.update(buffer.span.extracting(start..<buffer.count))
      if got == 0 { digest = hasher.take()?.finalize() ?? digest }
      return got
    } catch {
      failure = error.reason
      // Where only the checksum is wrong, all bytes have been read.
      digest = hasher.take()?.finalize() ?? digest
      throw error
    }
  }

  /// Reads what is left; gives it back only where it is to be kept.
  func readAll(keeping isKept: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    while failure == nil {
      if !isKept { bytes.removeAll(keepingCapacity: true) }
      guard let got = try? read(1 << 18, appendingTo: &bytes), got > 0 else { break }
    }
    return isKept ? bytes : []
  }

  /// Reads what is left into a file without a name, or where none can be had into memory.
  func keep() -> KeptEntry {
    guard let file = try? File.scratch() else { return KeptEntry(readAll(keeping: true)) }
    var bytes: [UInt8] = []
    while failure == nil, let got = try? read(1 << 18, appendingTo: &bytes), got > 0 {
      do { try file.write(bytes.span) } catch { failure = error.description }
      bytes.removeAll(keepingCapacity: true)
    }
    return KeptEntry(file)
  }

  /// Reads what is left and forgets it.
  func finish() { _ = readAll(keeping: false) }
}

/// The content of an entry, to be read once from first to last.
final class KeptEntry: ByteSource {
  /// What typed throws need said.
  typealias Failure = Never

  private var file: FileSource?
  private var memory: BufferSource

  init(_ file: consuming File) {
    self.file = FileSource(file)
    memory = BufferSource([])
  }

  init(_ bytes: [UInt8]) { memory = BufferSource(bytes) }

  /// Appends the next bytes; a disk that gives back no more than this much ends the content.
  func read(_ count: Int, appendingTo buffer: inout [UInt8]) -> Int {
    if let got = try? file?.read(count, appendingTo: &buffer) { return got }
    return memory.read(count, appendingTo: &buffer)
  }
}
