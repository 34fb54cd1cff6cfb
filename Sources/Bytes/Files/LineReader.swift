/// Reads a file of lines that end at LF, one after the other, in memory for the longest of them.
public struct LineReader<Source: ByteSource & ~Copyable>: ~Copyable {
  /// One line.
  public struct Line: Sendable {
    /// The bytes without the line's end.
    public let bytes: [UInt8]
    /// Where the line begins, in bytes.
    public let offset: Int
    /// Its number, from 1.
    public let number: Int
    /// Whether a line end follows.
    public let isEnded: Bool
  }

  private var source: Source
  private var pending: [UInt8] = []
  /// Where the next line begins in `pending`.
  private var start = 0
  private var offset = 0
  private var number = 0

  /// Reads the lines of `source`.
  public init(_ source: consuming Source) { self.source = source }

  /// The next line, or nil at the end.
  public mutating func next() throws(Source.Failure) -> Line? {
    var searched = start
    while true {
      if let end = pending.span.firstIndex(of: 0x0A, from: searched) {
        return line(upTo: end, isEnded: true)
      }
      pending.removeFirst(start)
      start = 0
      searched = pending.count
      if try source.read(256 * 1024, appendingTo: &pending) == 0 {
        return pending.isEmpty ? nil : line(upTo: pending.count, isEnded: false)
      }
    }
  }

  private mutating func line(upTo end: Int, isEnded: Bool) -> Line {
    let line = Line(bytes: Array(pending[start..<end]), offset: offset, number: number + 1, isEnded: isEnded)
    let length = end - start + (isEnded ? 1 : 0)
    start += length
    offset += length
    number += 1
    return line
  }
}
