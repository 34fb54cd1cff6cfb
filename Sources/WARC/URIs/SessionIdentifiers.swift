/// Parts of addresses that only name a visitor's session; keys leave them out.
enum SessionIdentifiers {
  /// The query without `jsessionid`, `phpsessid`, `sid`, `aspsessionid…` and `cfid` with `cftoken`; of each the
  /// last that is there.
  static func removed(fromQuery query: [UInt8]) -> [UInt8] {
    var query = query
    let ends: [([UInt8], Int) -> Int?] = [
      { end(of: "jsessionid=", then: 32, isAlphanumeric, in: $0, at: $1) },
      { end(of: "phpsessid=", then: 32, isAlphanumeric, in: $0, at: $1) },
      { end(of: "sid=", then: 32, isAlphanumeric, in: $0, at: $1) },
      { query, start in
        end(of: "aspsessionid", then: 8, isLetter, in: query, at: start).flatMap {
          end(of: "=", then: 24, isLetter, in: query, at: $0)
        }
      },
      coldFusionEnd,
    ]
    for end in ends {
      for start in query.indices.reversed() {
        guard let end = end(query, start), end == query.count || query[end] == UInt8(ascii: "&") else {
          continue
        }
        query = Array(query[..<start] + query[end...].dropFirst())
        break
      }
    }
    return query
  }

  /// The path, in lower case, without the sessions that ASP.NET puts there: `(s(…24…))/` or `(…24…)/` before a
  /// name with `.aspx`.
  static func removed(fromPath path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: "(")) else { return path }
    return [nestedSessionEnd, plainSessionEnd].reduce(path) { path, end in
      for start in path.indices.dropFirst().reversed() where path[start - 1] == UInt8(ascii: "/") {
        if let end = end(path, start), isPage(path[end...]) { return Array(path[..<start] + path[end...]) }
      }
      return path
    }
  }

  private static func coldFusionEnd(in query: [UInt8], at start: Int) -> Int? {
    guard let value = end(of: "cfid=", then: 0, isLetter, in: query, at: start),
      let ampersand = query[value...].firstIndex(of: UInt8(ascii: "&")), ampersand > value,
      let token = end(of: "&cftoken=", then: 0, isLetter, in: query, at: ampersand)
    else { return nil }
    let end = query[token...].firstIndex(of: UInt8(ascii: "&")) ?? query.count
    return end > token ? end : nil
  }

  private static func plainSessionEnd(in path: [UInt8], at start: Int) -> Int? {
    end(of: "(", then: 24, isAlphanumeric, in: path, at: start)
      .flatMap { end(of: ")/", then: 0, isLetter, in: path, at: $0) }
  }

  private static func nestedSessionEnd(in path: [UInt8], at start: Int) -> Int? {
    guard var position = end(of: "(", then: 1, isLetter, in: path, at: start) else { return nil }
    while true {
      guard let inner = end(of: "(", then: 24, isAlphanumeric, in: path, at: position),
        let close = end(of: ")", then: 0, isLetter, in: path, at: inner)
      else { return nil }
      if let end = end(of: ")/", then: 0, isLetter, in: path, at: close) { return end }
      guard let next = end(of: "", then: 1, isLetter, in: path, at: close) else { return nil }
      position = next
    }
  }

  /// Whether `rest` is one or more characters other than `?`, and then `.aspx`.
  private static func isPage(_ rest: ArraySlice<UInt8>) -> Bool {
    for index in rest.indices {
      if index > rest.startIndex, rest[index...].starts(with: ".aspx".utf8) { return true }
      if rest[index] == UInt8(ascii: "?") { return false }
    }
    return false
  }

  /// Where `word`, in whatever case, and `count` bytes of a kind end that begin at `start`; nil where they do not.
  private static func end(
    of word: String, then count: Int, _ isOfKind: (UInt8) -> Bool, in text: [UInt8], at start: Int
  ) -> Int? {
    let end = start + word.utf8.count + count
    guard end <= text.count else { return nil }
    for (index, byte) in word.utf8.enumerated() {
      let given = text[start + index]
      guard given == byte || isLetter(byte) && given | 0x20 == byte else { return nil }
    }
    return text[(end - count)..<end].allSatisfy(isOfKind) ? end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }
}
