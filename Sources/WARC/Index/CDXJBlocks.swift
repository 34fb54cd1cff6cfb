internal import Bytes

/// A large index cut into blocks of lines, each a gzip member, and the index of these blocks (WACZ 1.1.1, 5.2.2).
struct CDXJBlocks {
  /// The blocks.
  private(set) var data: [UInt8] = []
  /// The key and time of each block's first line, and where the block is.
  private(set) var index: [UInt8]

  private let linesPerBlock: Int
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

  /// Adds a line, its end included; lines come in order.
  mutating func append(_ line: Span<UInt8>) {
    block.append(copying: line)
    lineCount += 1
    if lineCount % linesPerBlock == 0 { finish() }
  }

  /// Ends the last block.
  mutating func finish() {
    var pending: [UInt8] = []
    swap(&pending, &block)
    end(&pending)
  }

  private mutating func end(_ block: inout [UInt8]) {
    if block.isEmpty { return }
    var compressor = GzipCompressor(level: 6)
    let offset = data.count
    compressor.appendMember(of: block.span, to: &data)
    var place = JSONText()
    place.object { json in
      json.key("offset")
      json.integer(offset)
      json.key("length")
      json.integer(data.count - offset)
      json.key("digest")
      json.string(DigestLabel.text(of: Digest(.sha256, of: Array(data[offset...]))))
    }
    index.append(contentsOf: Self.keyAndTime(of: block[...]))
    index.append(contentsOf: place.bytes)
    index.append(UInt8(ascii: "\n"))
    block.removeAll(keepingCapacity: true)
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
