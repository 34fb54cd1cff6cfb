internal import Bytes

/// The lines of a tag file, which end at LF, CR or CRLF and nowhere else (RFC 8493, section 2.1.3).
///
/// A file in UTF-8 is read piece by piece; any other is converted as a whole.
struct TagLines: ~Copyable {
  /// One line.
  struct Line {
    /// The bytes in UTF-8, or what should be UTF-8, without the line's end.
    let bytes: [UInt8]
    /// Where the line begins in the file, in bytes; in a file that had to be converted, in the converted text.
    let offset: Int
    /// Whether a line end follows.
    let isEnded: Bool

    /// The text; nil where it is not valid UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }
  }

  private let file: File?
  private var pending: [UInt8]
  /// Where the next line begins in `pending`.
  private var start = 0
  /// Where `pending` begins in the file.
  private var base = 0
  private var isAtEnd: Bool
  /// Whether the file begins with a byte order mark, which in UTF-8 has no business there.
  let hasByteOrderMark: Bool
  /// Whether the file is in the encoding told, as far as that shows in the file as a whole.
  let isInEncoding: Bool

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Opens the file at `path`.
  init(of path: String, in encoding: TagEncoding) throws(FileError) {
    if encoding == .utf8 {
      let file = try File.open(path)
      pending = try file.head(Self.pieceLength)
      isAtEnd = pending.count < Self.pieceLength
      hasByteOrderMark = pending.starts(with: Self.mark)
      isInEncoding = true
      self.file = consume file
    } else {
      let file = try File.open(path)
      let converted = encoding.utf8(try file.contents())
      pending = converted ?? []
      isInEncoding = converted != nil
      isAtEnd = true
      hasByteOrderMark = false
      self.file = nil
    }
    if hasByteOrderMark { start = Self.mark.count }
  }

  private static let pieceLength = 64 * 1024

  /// The next line, or nil at the end of the file.
  mutating func next() throws(FileError) -> Line? {
    var searched = start
    while true {
      if let end = Self.lineEnd(in: pending, from: searched) {
        // A CR at the very end of what is read may be half of a CRLF.
        if pending[end] == 0x0D, end + 1 == pending.count, !isAtEnd {
          searched = end - start
          try readOn()
          continue
        }
        let isPair = pending[end] == 0x0D && end + 1 < pending.count && pending[end + 1] == 0x0A
        let line = Line(bytes: Array(pending[start..<end]), offset: base + start, isEnded: true)
        start = end + (isPair ? 2 : 1)
        return line
      }
      if isAtEnd { break }
      searched = pending.count - start
      try readOn()
    }
    guard start < pending.count else { return nil }
    defer { start = pending.count }
    return Line(bytes: Array(pending[start...]), offset: base + start, isEnded: false)
  }

  /// How many line ends the file at `path` has, CRLF counted as two.
  static func endCount(of path: String) throws(FileError) -> Int {
    let file = try File.open(path)
    var buffer = [UInt8](repeating: 0, count: pieceLength)
    var (offset, count) = (0, 0)
    while true {
      let got = try file.fill(&buffer, from: offset)
      for byte in buffer[..<got] where byte == 0x0A || byte == 0x0D { count += 1 }
      if got < buffer.count { return count }
      offset += got
    }
  }

  /// Drops what has been given out and reads another piece.
  private mutating func readOn() throws(FileError) {
    base += start
    pending.removeFirst(start)
    start = 0
    let count = try file?.read(Self.pieceLength, at: base + pending.count, appendingTo: &pending) ?? 0
    isAtEnd = count < Self.pieceLength
  }

  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x0D { return index }
      index += 1
    }
    return nil
  }
}
