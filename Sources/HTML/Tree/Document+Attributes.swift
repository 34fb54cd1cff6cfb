extension Document {
  /// The value of an element's attribute, or nil where it has none of that name.
  ///
  /// The name is in lower case; of an SVG element as SVG writes it (`viewBox`, `xlink:href`).
  public func attribute(_ name: String, of node: NodeID) -> String? {
    attributeBytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of an attribute's value, or nil where the element has none of that name.
  public func attributeBytes(_ name: String, of node: NodeID) -> ArraySlice<UInt8>? {
    attributeIndex(name, of: node).map { bytes(of: attributes[$0].value) }
  }

  /// Whether an element has an attribute of that name, whatever its value.
  public func hasAttribute(_ name: String, of node: NodeID) -> Bool { attributeIndex(name, of: node) != nil }

  /// All attributes of an element in the order of the source.
  public func attributes(of node: NodeID) -> [(name: String, value: String)] {
    attributeRange(of: node).map {
      (
        names.string(of: attributes[$0].name),
        String(decoding: bytes(of: attributes[$0].value), as: UTF8.self)
      )
    }
  }

  /// Whether the `class` attribute of an element names that class.
  public func hasClass(_ name: String, of node: NodeID) -> Bool {
    guard let value = attributeBytes(.classNames, of: node) else { return false }
    return value.split(whereSeparator: \.isHTMLSpace).contains { $0.elementsEqual(name.utf8) }
  }

  /// The classes the `class` attribute of an element names, in order.
  public func classes(of node: NodeID) -> [String] {
    guard let value = attributeBytes(.classNames, of: node) else { return [] }
    return value.split(whereSeparator: \.isHTMLSpace).map { String(decoding: $0, as: UTF8.self) }
  }

  func attributeRange(of node: NodeID) -> Range<Int> {
    guard self[node].kind == .element else { return 0..<0 }
    let content = self[node].content
    return Int(content.start)..<Int(content.start) + Int(content.count)
  }

  func attributeIndex(_ name: String, of node: NodeID) -> Int? {
    // An element has few attributes: comparing their names is sooner done than looking up the number of one.
    attributeRange(of: node).first { names.bytes(of: attributes[$0].name).elementsEqual(name.utf8) }
  }
}

extension UInt8 {
  /// Tab, line feed, form feed, carriage return or blank: ASCII white space of the HTML standard.
  @inline(__always)
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}
