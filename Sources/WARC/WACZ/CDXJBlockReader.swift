internal import Bytes

/// Reads an index that was cut into gzip members, and compares it with the index of its blocks.
struct CDXJBlockReader {
  /// What is wrong with the compressed data.
  private(set) var damage: String?
  private let data: [UInt8]
  /// The beginnings of the blocks' first lines, long enough for a key and a time.
  private var firstLines: [ByteRange: [UInt8]] = [:]

  /// Takes the compressed index.
  init(_ content: KeptEntry) {
    var data: [UInt8] = []
    while content.read(1 << 18, appendingTo: &data) > 0 {}
    self.data = data
  }

  /// Hands each line, with its place in the whole index, to `take`, one block in memory at a time.
  mutating func forEachLine(_ take: (ArraySlice<UInt8>, Int) -> Void) {
    var position = 0
    var inflater = Inflater(.gzip)
    var text: [UInt8] = []
    var offset = 0
    while position < data.count, damage == nil {
      let start = position
      inflater.reset()
      let textStart = text.count
      position = inflateMember(at: position, with: &inflater, into: &text)
      if damage == nil {
        firstLines[ByteRange(from: start, to: position)] = Array(
          text[textStart...].prefix { $0 != UInt8(ascii: "\n") })
      }
      var lineStart = 0
      while let end = text.span.firstIndex(of: UInt8(ascii: "\n"), from: lineStart) {
        take(text[lineStart..<end], offset + lineStart)
        lineStart = end + 1
      }
      text.removeFirst(lineStart)
      offset += lineStart
    }
    if !text.isEmpty { take(text[...], offset) }
  }

  /// Unpacks the member at `start`; returns where it ends.
  private mutating func inflateMember(
    at start: Int, with inflater: inout Inflater, into text: inout [UInt8]
  ) -> Int {
    var position = start
    do {
      while true {
        let progress = try inflater.inflate(data.span, from: position, appendingTo: &text, limit: 1 << 18)
        position += progress.consumed
        if progress.isAtEnd { return position }
        if position == data.count, progress.consumed == 0 {
          damage = "the end of the file within a member"
          return position
        }
      }
    } catch {
      damage = error.reason
      return position
    }
  }

  /// What is wrong with an index of these blocks: lines that name no block, and blocks that no line names.
  func problems(ofIndex index: KeptEntry) -> [Problem] {
    var problems: [Problem] = []
    var unnamed = Set(firstLines.keys)
    var lines = LineReader(index)
    while let (line, place) = lines.next().map({ ($0.bytes, $0.offset) }) {
      if line.isEmpty || line.starts(with: "!meta".utf8) { continue }
      let shown = Problem.shown(String(decoding: line, as: UTF8.self))
      guard let brace = line.firstIndex(of: UInt8(ascii: "{")),
        let json = try? JSONValue(parsing: Array(line[brace...])),
        let offset = json["offset"]?.writtenInteger, let length = json["length"]?.writtenInteger
      else {
        problems.append(
          Problem(
            code: .indexBlock, expected: "KEY TIMESTAMP {\"offset\":…,\"length\":…}", found: shown,
            offset: place))
        continue
      }
      let range = ByteRange(offset: offset, length: length)
      guard let first = firstLines[range] else {
        problems.append(
          Problem(
            code: .indexBlock, expected: "a block of \(length) bytes at byte \(offset)", found: "none",
            offset: place))
        continue
      }
      unnamed.remove(range)
      if !first.starts(with: line[..<brace]) {
        problems.append(
          Problem(
            code: .indexBlock, expected: "the key of the first line of the block at byte \(offset)",
            found: shown, offset: place))
      }
      if let label = json["digest"]?.string.flatMap(DigestLabel.init), let algorithm = label.algorithm {
        let digest = Digest(algorithm, of: data.span.extracting(range.offset..<range.end))
        if !label.matches(digest) {
          problems.append(
            Problem(
              code: .indexBlock, expected: "\(label) of the block at byte \(offset)",
              found: DigestLabel.text(of: digest), offset: place))
        }
      }
    }
    for range in unnamed.sorted(by: { $0.offset < $1.offset }) {
      problems.append(
        Problem(
          code: .indexBlock,
          expected: "a line for the block of \(range.length) bytes at byte \(range.offset)",
          found: "none"))
    }
    return problems
  }
}
