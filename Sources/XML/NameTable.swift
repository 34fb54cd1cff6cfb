internal import CLibXML2

/// The addresses at which a libxml2 context keeps the parts of a name; each name has its own.
@safe struct NamePointers {
  let local: UnsafePointer<xmlChar>?
  let prefix: UnsafePointer<xmlChar>?
  let namespace: UnsafePointer<xmlChar>?

  var name: ElementName {
    unsafe ElementName(
      prefix: prefix.map { unsafe String(cString: $0) },
      local: local.map { unsafe String(cString: $0) } ?? "",
      namespace: namespace.map { unsafe String(cString: $0) })
  }

  static func == (left: NamePointers, right: NamePointers) -> Bool {
    unsafe left.local == right.local && left.prefix == right.prefix && left.namespace == right.namespace
  }

  /// A place among 256; the addresses are multiples of no more than eight.
  var slot: Int {
    let bits = unsafe UInt(bitPattern: local) ^ UInt(bitPattern: prefix) << 3
    return Int(truncatingIfNeeded: (bits ^ bits >> 8) & 255)
  }
}

/// Gives names small numbers.
///
/// Nearly every name was met before, at the same address: a table of 256 places answers without hashing any text. A
/// name whose place is taken stands in one of the next few.
struct NameTable {
  private var recent: [(pointers: NamePointers, id: NameID)?] = Array(repeating: nil, count: 256)
  private var byName: [ElementName: NameID] = [:]
  private var names: [ElementName] = []

  var count: Int { names.count }

  init() {
    // An export has some fifty names.
    byName.reserveCapacity(64)
    names.reserveCapacity(64)
  }

  subscript(id: NameID) -> ElementName { names[id.index] }

  /// Forgets the addresses, which belong to one libxml2 context; the numbers outlive it.
  mutating func forgetPointers() { recent = Array(repeating: nil, count: 256) }

  mutating func identifier(_ pointers: NamePointers) -> NameID {
    var slot = pointers.slot
    for _ in 0..<8 {
      guard let known = recent[slot] else { break }
      if known.pointers == pointers { return known.id }
      slot = (slot + 1) & 255
    }
    let id = identifier(of: pointers.name)
    recent[slot] = (pointers, id)
    return id
  }

  private mutating func identifier(of name: ElementName) -> NameID {
    if let known = byName[name] { return known }
    let id = NameID(index: names.count)
    names.append(name)
    byName[name] = id
    return id
  }
}
