internal import Bytes

/// A large index cut into blocks of lines, each a gzip member, and the index of these blocks (WACZ 1.1.1, 5.2.2).
///
/// Blocks are handed out as they are finished: of an index of any length only the index of its blocks is in memory.
struct CDXJBlocks: ~Copyable {
  /// The length of all blocks so far, in bytes.
  private(set) var length = 0
  /// The key and time of each block's first line, and where the block is.
  private(set) var index: [UInt8]

  private let linesPerBlock: Int
  private var compressor = GzipCompressor(level: 1)
  private var finished: [UInt8] = []
  private var block: [UInt8] = []
  private var lineCount = 0

  /// Begins an index that is cut into blocks of `linesPerBlock` lines for a file of the given name.
  init(filename: String, linesPerBlock: Int = 1000) {
    self.linesPerBlock = linesPerBlock
    var meta = JSONText()
    meta.object { json in
      json.key("format")
      json.string("cdxj-gzip-1.0")
      json.key("filename")
      json.string(filename)
    }
    index = Array("!meta 0 ".utf8) + meta.bytes + [UInt8(ascii: "\n")]
  }

  /// Adds a line without its end; lines come in order.
  mutating func append(_ line: Span<UInt8>) {
    block.append(copying: line)
    block.append(UInt8(ascii: "\n"))
    lineCount += 1
    if lineCount % linesPerBlock == 0 { finish() }
  }

  /// The blocks that were finished since this was asked last.
  mutating func takeFinished() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &finished)
    return taken
  }

  /// Ends the last block.
  mutating func finish() {
    if block.isEmpty { return }
    var lines: [UInt8] = []
    swap(&lines, &block)
    var member: [UInt8] = []
    compressor.appendMember(of: lines.span, to: &member)
    var place = JSONText()
    place.object { json in
      json.key("offset")
      json.integer(length)
      json.key("length")
      json.integer(member.count)
      json.key("digest")
      json.string(DigestLabel.text(of: Digest(.sha256, of: member)))
    }
    index.append(contentsOf: Self.keyAndTime(of: lines[...]))
    index.append(contentsOf: place.bytes)
    index.append(UInt8(ascii: "\n"))
    length += member.count
    finished.append(contentsOf: member)
    lines.removeAll(keepingCapacity: true)
    swap(&lines, &block)
  }

  /// What stands before a line's JSON, the blank between included.
  private static func keyAndTime(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let blank = UInt8(ascii: " ")
    guard let first = line.firstIndex(of: blank),
      let second = line[(first + 1)...].firstIndex(of: blank)
    else { return line }
    return line[...second]
  }
}
