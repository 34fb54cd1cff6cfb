/// The name of a class, made ready for being looked up in pages.
struct ClassName: Sendable, Hashable {
  let bytes: [UInt8]
  let hash: UInt32

  init(_ name: some StringProtocol) {
    bytes = Array(name.utf8)
    hash = Self.hash(of: bytes)
  }

  /// FNV-1a with a start that no page can know, so that none can be made to collide.
  static func hash(of bytes: some Collection<UInt8>) -> UInt32 {
    var value = seed
    for byte in bytes { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    return value ^ (value >> 15)
  }

  private static let seed = UInt32.random(in: 1...UInt32.max)
}

/// The names of one page's classes, each with a number from 0.
struct ClassTable {
  private var names: [ArraySlice<UInt8>] = []
  private var hashes: [UInt32] = []
  /// Number plus one at the name's hash, or the next free place after it; 0 where none is.
  private var slots: [Int32] = Array(repeating: 0, count: 512)

  var count: Int { names.count }

  /// The name with that number.
  func name(_ number: Int32) -> ArraySlice<UInt8> { names[Int(number)] }

  /// The number of a class that the page has, or nil.
  func number(of name: ClassName) -> Int32? {
    var slot = Int(name.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == name.hash, names[Int(number)].elementsEqual(name.bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a name, a new one where it was not known.
  mutating func intern(_ name: ArraySlice<UInt8>) -> Int32 {
    let hash = ClassName.hash(of: name)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, names[Int(number)].elementsEqual(name) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(names.count)
    names.append(name)
    hashes.append(hash)
    slots[slot] = number + 1
    if names.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number) + 1
    }
  }
}
