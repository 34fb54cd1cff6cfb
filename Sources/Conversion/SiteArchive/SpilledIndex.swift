internal import Bytes
internal import WARC

/// The index of an archive of any length in little memory: sorted pieces are put into a file as they come, and merged
/// when the archive is done.
final class SpilledIndex {
  /// An index of so many lines is put away.
  static let lineLimit = 1 << 14

  private let folder: PackageFolder
  private let name: String
  private var file: AppendedFile?
  private var runs: [Range<Int>] = []
  private var length = 0
  /// The number of lines.
  private(set) var count = 0

  /// Begins with no line; a file of the given name is made in the folder where one is needed.
  init(_ name: String, in folder: PackageFolder) {
    self.name = name
    self.folder = folder
  }

  /// Adds the lines of an index, in any order.
  func append(_ index: CDXJIndex) throws {
    if file == nil { file = try AppendedFile(name, in: folder) }
    let start = length
    let file = file
    var length = length
    try index.forEachLine { line throws(FileError) in
      try file?.append(line)
      length += line.count
    }
    self.length = length
    count += index.count
    if length > start { runs.append(start..<length) }
  }

  /// Hands every line, its end included, to `take` in the order of their bytes.
  func forEachLine(_ take: ([UInt8]) throws -> Void) throws {
    guard let file else { return }
    try file.flush()
    var readers: [RunReader] = []
    for run in runs { Self.insert(try RunReader(folder.path(name), run), into: &readers) }
    while let reader = readers.popLast() {
      if let line = reader.line { try take(line) }
      try reader.advance()
      Self.insert(reader, into: &readers)
    }
  }

  /// Puts a reader where its line belongs, the least last; one that is at its end is dropped.
  private static func insert(_ reader: RunReader, into readers: inout [RunReader]) {
    guard let line = reader.line else { return }
    var low = 0
    var high = readers.count
    while low < high {
      let middle = (low + high) / 2
      if let other = readers[middle].line, line.lexicographicallyPrecedes(other) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    readers.insert(reader, at: low)
  }

  /// Reads the lines of a sorted piece.
  private final class RunReader {
    private(set) var line: [UInt8]?
    private var lines: LineReader<RangeSource>

    init(_ path: String, _ range: Range<Int>) throws(FileError) {
      lines = LineReader(RangeSource(file: try File.open(path), rest: range))
      try advance()
    }

    func advance() throws(FileError) {
      line = try lines.next().map { $0.bytes + [UInt8(ascii: "\n")] }
    }
  }

  /// Gives a piece of a file.
  private struct RangeSource: ByteSource, ~Copyable {
    let file: File
    var rest: Range<Int>

    mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(FileError) -> Int {
      // Many pieces are read at a time: each takes little.
      let got = try file.read(min(count, rest.count, 1 << 15), at: rest.lowerBound, appendingTo: &buffer)
      rest = (rest.lowerBound + got)..<rest.upperBound
      return got
    }
  }
}
