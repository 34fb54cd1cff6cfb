internal import Bytes
internal import WARC

/// The index of an archive of any length in little memory: sorted pieces are put into a file as they come, and merged
/// when the archive is done.
final class SpilledIndex {
  /// An index of so many lines is put away.
  static let lineLimit = 1 << 12

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
  func forEachLine(_ take: (Span<UInt8>) throws -> Void) throws {
    guard let file else { return }
    try file.flush()
    let source = RunFile(try File.open(folder.path(name)))
    // All pieces are read at a time: the more there are, the less each takes.
    let size = max(1 << 12, min(1 << 15, (1 << 21) / max(1, runs.count)))
    var readers: [RunReader] = []
    for run in runs { Self.insert(try RunReader(source, run, bufferSize: size), into: &readers) }
    while let reader = readers.popLast() {
      try reader.handLine(to: take)
      try reader.advance()
      Self.insert(reader, into: &readers)
    }
  }

  /// Puts a reader where its line belongs, the least last; one that is at its end is dropped.
  private static func insert(_ reader: RunReader, into readers: inout [RunReader]) {
    guard !reader.isAtEnd else { return }
    var low = 0
    var high = readers.count
    while low < high {
      let middle = (low + high) / 2
      if reader.precedes(readers[middle]) { low = middle + 1 } else { high = middle }
    }
    readers.insert(reader, at: low)
  }

  /// The file of the pieces, for all their readers.
  private final class RunFile {
    let file: File

    init(_ file: consuming File) { self.file = file }
  }

  /// Reads the lines of a sorted piece.
  private final class RunReader {
    private let source: RunFile
    private let bufferSize: Int
    private var rest: Range<Int>
    private var text: [UInt8] = []
    private var place = 0..<0

    init(_ source: RunFile, _ range: Range<Int>, bufferSize: Int) throws(FileError) {
      self.source = source
      self.bufferSize = bufferSize
      rest = range
      try advance()
    }

    /// Whether all lines were read.
    var isAtEnd: Bool { place.isEmpty }

    /// Hands the current line, its end included, to `take`.
    func handLine(to take: (Span<UInt8>) throws -> Void) throws {
      let text = text
      try take(text.span.extracting(place))
    }

    /// Whether its line comes before that of another.
    func precedes(_ other: RunReader) -> Bool {
      let (text, otherText) = (text, other.text)
      return text.span.extracting(place).precedes(otherText.span.extracting(other.place))
    }

    func advance() throws(FileError) {
      var searched = place.upperBound
      while true {
        if let end = text.span.firstIndex(of: UInt8(ascii: "\n"), from: searched) {
          place = place.upperBound..<end + 1
          return
        }
        text.removeFirst(place.upperBound)
        place = 0..<0
        searched = text.count
        guard !rest.isEmpty else { return }
        let got = try source.file.read(min(bufferSize, rest.count), at: rest.lowerBound, appendingTo: &text)
        guard got > 0 else { throw .wrongLength(source.file.path) }
        rest = rest.lowerBound + got..<rest.upperBound
      }
    }
  }
}
