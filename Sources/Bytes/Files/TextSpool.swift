/// Keeps pieces of text that are seldom asked for: in a file without a name, and in memory only the last of them.
///
/// Where no file can be had, they all stay in memory.
public final class TextSpool {
  private let file: File?
  private var isFull = false
  /// What is not in the file.
  private var pending: [UInt8] = []
  private var written = 0

  private static let limit = 1 << 20

  /// Begins with nothing kept.
  public init() { file = try? File.scratch() }

  /// How many bytes are kept.
  public var count: Int { written + pending.count }

  /// Keeps a piece; returns where it is.
  public func append(_ text: Span<UInt8>) -> ByteRange {
    let range = ByteRange(offset: count, length: text.count)
    pending.append(copying: text)
    if pending.count >= Self.limit, !isFull { flush() }
    return range
  }

  /// The piece at `range`; empty where the system gives it no more.
  public func text(at range: ByteRange) -> [UInt8] {
    if range.offset >= written {
      return Array(pending[(range.offset - written)..<(range.end - written)])
    }
    return (try? file?.read(range)) ?? []
  }

  /// A disk that is full leaves the rest in memory.
  private func flush() {
    isFull = (try? file?.write(pending.span)) == nil
    if isFull { return }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }
}
