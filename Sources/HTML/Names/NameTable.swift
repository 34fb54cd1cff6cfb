/// The names of one document: the standard ones and those only it uses.
struct NameTable: Sendable {
  /// Names beyond the standard ones, in order of appearance; the first has the number `standardNameCount`.
  private var own: [[UInt8]] = []
  /// The randomly seeded hash of the standard library keeps hostile names from colliding.
  private var numbers: [[UInt8]: UInt32] = [:]

  /// The number of a name, a new one where it was not known.
  mutating func intern(_ name: [UInt8]) -> UInt32 {
    if let id = StandardNames.shared.id(of: name) { return id }
    if let id = numbers[name] { return id }
    let id = standardNameCount + UInt32(own.count)
    own.append(name)
    numbers[name] = id
    return id
  }

  /// The number of a name, a new one where it was not known.
  mutating func intern(_ name: String) -> UInt32 { intern(Array(name.utf8)) }

  /// The number of a name, or nil where no node uses it.
  func id(of name: String) -> UInt32? {
    let bytes = Array(name.utf8)
    return StandardNames.shared.id(of: bytes) ?? numbers[bytes]
  }

  /// The bytes of a name.
  func bytes(of id: UInt32) -> ArraySlice<UInt8> {
    id < standardNameCount ? StandardNames.shared.bytes(of: id) : own[Int(id - standardNameCount)][...]
  }

  /// The name as text.
  func string(of id: UInt32) -> String { String(decoding: bytes(of: id), as: UTF8.self) }
}
