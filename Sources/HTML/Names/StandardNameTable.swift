/// The names known to every document, found by hash.
struct StandardNames: Sendable {
  /// The one table; made once, on first use.
  static let shared = StandardNames()

  /// All names, one after another.
  private let bytes: [UInt8]
  /// Where each name begins in `bytes`; one more entry than there are names.
  private let starts: [UInt32]
  /// Number of the name plus one at its hash or the next free place after it; 0 where none is.
  private let slots: [UInt16]

  private static let slotCount = 2048

  private init() {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var slots = [UInt16](repeating: 0, count: Self.slotCount)
    for word in "\(standardNameList)".utf8.split(separator: UInt8(ascii: " ")) {
      bytes.append(contentsOf: word)
      starts.append(UInt32(bytes.count))
      var hash = NameHash()
      for byte in word { hash.add(byte) }
      var slot = hash.slot(of: Self.slotCount)
      while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = UInt16(starts.count - 1)
    }
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  /// The bytes of a name.
  func bytes(of id: UInt32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
  }

  /// The number of the name with these bytes, or nil.
  func id(of name: [UInt8]) -> UInt32? {
    var hash = NameHash()
    for byte in name { hash.add(byte) }
    return id(of: name, hash: hash)
  }

  /// The number of the name with these bytes and their hash, or nil.
  func id(of name: [UInt8], hash: NameHash) -> UInt32? {
    find(name, 0..<name.count, hash) { $0 }
  }

  /// The number of the name that stands in `range` of the source in capitals or small letters, or nil.
  func id(of source: [UInt8], in range: Range<Int>, hash: NameHash) -> UInt32? {
    find(source, range, hash) { $0.lowercased }
  }

  @inline(__always)
  private func find(
    _ source: [UInt8], _ range: Range<Int>, _ hash: NameHash, folding: (UInt8) -> UInt8
  ) -> UInt32? {
    var slot = hash.slot(of: Self.slotCount)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      let start = Int(starts[id])
      if Int(starts[id + 1]) - start == range.count {
        var position = 0
        while position < range.count,
          bytes[start + position] == folding(source[range.lowerBound + position])
        {
          position += 1
        }
        if position == range.count { return UInt32(id) }
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }
}

/// The hash of a name, gathered byte by byte while the tokenizer reads it (FNV-1a).
struct NameHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The place of the name in a table of `count` places, a power of two.
  @inline(__always)
  func slot(of count: Int) -> Int { Int(truncatingIfNeeded: value ^ (value >> 15)) & (count - 1) }
}
