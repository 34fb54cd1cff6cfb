/// A recursive-descent reader of PHP's serialization format; nests at most 256 deep.
struct PHPReader {
  private let text: [UInt8]
  private var position = 0
  private(set) var repairs = 0
  private static let deepest = 256

  init(_ text: [UInt8]) { self.text = text }

  mutating func document() throws(PHPSerializedError) -> PHPValue {
    let value = try value(depth: 0)
    while let byte = next, PHPSerialized.isSpace(byte) { position += 1 }
    guard position == text.count else { throw expected("the end") }
    return value
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private func expected(_ what: String) -> PHPSerializedError {
    PHPSerializedError(offset: position, expected: what)
  }

  private mutating func take(_ byte: UInt8) throws(PHPSerializedError) {
    guard next == byte else { throw expected("'\(Character(Unicode.Scalar(byte)))'") }
    position += 1
  }

  /// The text up to `end`, which is passed over.
  private mutating func token(to end: UInt8) throws(PHPSerializedError) -> String {
    let start = position
    while let byte = next, byte != end, byte != UInt8(ascii: "\n") { position += 1 }
    let token = String(decoding: text[start..<position], as: UTF8.self)
    try take(end)
    return token
  }

  private mutating func number(to end: UInt8) throws(PHPSerializedError) -> Int {
    let start = position
    guard let number = Int(try token(to: end)) else {
      position = start
      throw expected("a whole number")
    }
    return number
  }

  private mutating func value(depth: Int) throws(PHPSerializedError) -> PHPValue {
    guard depth < Self.deepest else { throw expected("no deeper nesting than \(Self.deepest)") }
    guard let type = next else { throw expected("a value") }
    position += 1
    if type == UInt8(ascii: "N") {
      try take(UInt8(ascii: ";"))
      return .null
    }
    guard next == UInt8(ascii: ":") else {
      position -= 1
      throw expected("a value")
    }
    position += 1
    let semicolon = UInt8(ascii: ";")
    switch type {
    case UInt8(ascii: "b"): return .boolean(try number(to: semicolon) != 0)
    case UInt8(ascii: "i"): return .integer(try number(to: semicolon))
    case UInt8(ascii: "d"): return .double(try token(to: semicolon))
    case UInt8(ascii: "r"), UInt8(ascii: "R"): return .reference(try number(to: semicolon))
    case UInt8(ascii: "s"): return .string(try string())
    case UInt8(ascii: "E"): return .enumeration(String(decoding: try string(), as: UTF8.self))
    case UInt8(ascii: "a"): return .array(try members(try number(to: UInt8(ascii: ":")), depth: depth))
    case UInt8(ascii: "O"):
      let name = try className()
      return .object(class: name, try members(try number(to: UInt8(ascii: ":")), depth: depth))
    case UInt8(ascii: "C"):
      let name = try className()
      let length = try number(to: UInt8(ascii: ":"))
      try take(UInt8(ascii: "{"))
      guard length >= 0, length < text.count - position else { throw expected("\(length) more bytes") }
      let data = Array(text[position..<position + length])
      position += length
      try take(UInt8(ascii: "}"))
      return .custom(class: name, data)
    default:
      position -= 2
      throw expected("a value")
    }
  }

  private mutating func className() throws(PHPSerializedError) -> String {
    _ = try number(to: UInt8(ascii: ":"))
    try take(UInt8(ascii: "\""))
    let name = try token(to: UInt8(ascii: "\""))
    try take(UInt8(ascii: ":"))
    return name
  }

  /// The members between braces; a count that does not fit is not insisted on.
  private mutating func members(_ count: Int, depth: Int) throws(PHPSerializedError) -> [PHPMember] {
    try take(UInt8(ascii: "{"))
    var members: [PHPMember] = []
    while let byte = next, byte != UInt8(ascii: "}") {
      let name: String
      switch try value(depth: depth + 1) {
      case .integer(let key): name = String(key)
      case .string(let key): name = Self.propertyName(key)
      default: throw expected("a key")
      }
      members.append(PHPMember(name: name, value: try value(depth: depth + 1)))
    }
    try take(UInt8(ascii: "}"))
    if members.count != count { repairs += 1 }
    return members
  }

  /// A property's name without the class or asterisk between NULs that marks it private or protected.
  private static func propertyName(_ name: [UInt8]) -> String {
    guard name.first == 0, let end = name.dropFirst().firstIndex(of: 0) else {
      return String(decoding: name, as: UTF8.self)
    }
    return String(decoding: name[(end + 1)...], as: UTF8.self)
  }

  /// A string behind its `s:`; where its length is wrong, up to the first quote that can end it.
  private mutating func string() throws(PHPSerializedError) -> [UInt8] {
    let length = try number(to: UInt8(ascii: ":"))
    try take(UInt8(ascii: "\""))
    let start = position
    if length >= 0, length <= text.count - start, isEnd(start + length) {
      position = start + length + 2
      return Array(text[start..<start + length])
    }
    guard let end = fittingEnd(from: start) else { throw expected("the string's end") }
    repairs += 1
    position = end + 2
    return Array(text[start..<end])
  }

  /// The first quote at or after `start` that can end a string, or nil.
  private func fittingEnd(from start: Int) -> Int? {
    let span = text.span
    var search = start
    while let quote = span.firstIndex(of: "\";", from: search) {
      if isEnd(quote) { return quote }
      search = quote + 1
    }
    return nil
  }

  /// Whether `";` stands at `index` with the end, a closing brace or another value behind it.
  private func isEnd(_ index: Int) -> Bool {
    let span = text.span
    guard span.hasBytes("\";", at: index) else { return false }
    let after = index + 2
    guard after < span.count else { return true }
    switch span[after] {
    case UInt8(ascii: "}"): return true
    case UInt8(ascii: "N"): return span.hasBytes("N;", at: after)
    case UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "a"),
      UInt8(ascii: "O"), UInt8(ascii: "C"), UInt8(ascii: "E"), UInt8(ascii: "r"), UInt8(ascii: "R"):
      return after + 1 < span.count && span[after + 1] == UInt8(ascii: ":")
    default: return text[after...].allSatisfy(PHPSerialized.isSpace)
    }
  }
}
