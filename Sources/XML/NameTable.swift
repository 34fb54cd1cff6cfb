internal import CLibXML2

/// Gives names small numbers; libxml2 keeps each name once, so its address is enough to know it again.
struct NameTable {
  /// The addresses at which libxml2 keeps the parts of a name.
  private struct Key: Hashable {
    let local: UInt
    let prefix: UInt
    let namespace: UInt
  }

  private var byPointer: [Key: NameID] = [:]
  private var byName: [ElementName: NameID] = [:]
  private var names: [ElementName] = []

  var count: Int { names.count }

  subscript(id: NameID) -> ElementName { names[id.index] }

  /// The addresses belong to one libxml2 context; the numbers outlive it.
  mutating func forgetPointers() { byPointer = [:] }

  mutating func identifier(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> NameID {
    let key = Key(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), namespace: UInt(bitPattern: namespace)
    )
    if let known = byPointer[key] { return known }
    let name = unsafe ElementName(
      prefix: prefix.map { unsafe String(cString: $0) },
      local: local.map { unsafe String(cString: $0) } ?? "",
      namespace: namespace.map { unsafe String(cString: $0) })
    let id = byName[name] ?? NameID(index: names.count)
    if id.index == names.count { names.append(name) }
    byName[name] = id
    byPointer[key] = id
    return id
  }
}
