internal import Bytes

/// Reads an index that was cut into gzip members, and compares it with the index of its blocks.
struct CDXJBlockReader {
  /// The lines of all blocks.
  private(set) var text: [UInt8] = []
  /// What is wrong with the compressed data.
  private(set) var damage: String?
  private let data: [UInt8]
  private var firstLines: [ByteRange: ArraySlice<UInt8>] = [:]

  init(_ data: [UInt8]) {
    self.data = data
    var position = 0
    var inflater = Inflater(.gzip)
    while position < data.count {
      let start = position
      let textStart = text.count
      inflater.reset()
      do {
        while true {
          let progress = try inflater.inflate(data.span, from: position, appendingTo: &text, limit: 1 << 18)
          position += progress.consumed
          if progress.isAtEnd { break }
          if position == data.count, progress.consumed == 0 {
            damage = "the end of the file within a member"
            return
          }
        }
      } catch {
        damage = error.reason
        return
      }
      let range = ByteRange(from: start, to: position)
      firstLines[range] = text[textStart...].prefix { $0 != UInt8(ascii: "\n") }
    }
  }

  /// What is wrong with an index of these blocks: lines that name no block, and blocks that no line names.
  func problems(ofIndex index: [UInt8]) -> [Problem] {
    var problems: [Problem] = []
    var unnamed = Set(firstLines.keys)
    for line in index.split(separator: UInt8(ascii: "\n")) where !line.starts(with: "!meta".utf8) {
      let place = line.startIndex
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
