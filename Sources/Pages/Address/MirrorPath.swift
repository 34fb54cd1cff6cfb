/// Reads the address of a page out of the name a mirroring tool gave its file.
///
/// wget and HTTrack keep the host as a folder, write `index.html` for a folder's page, put the query into the name
/// (`index.html?p=12`, `index.html@p=12`, with `-E` one more `.html`), and HTTrack shortens queries to four digits.
enum MirrorPath {
  /// The address of the file at `path`, which may begin with any folders; nil where no folder looks like a host.
  static func address(ofFile path: String, scheme: String = "http") -> WebAddress? {
    let parts = path.split(separator: "/")
    guard let host = parts.dropLast().lastIndex(where: { isHost($0) }) else { return nil }
    let rest = parts[(host + 1)...].map(escapedName).joined(separator: "/")
    return WebAddress("\(scheme)://\(parts[host].lowercased())/\(rest)").map(restored)
  }

  /// The address that was meant before a tool rewrote links to its files' names.
  static func restored(_ address: WebAddress) -> WebAddress {
    guard mayBeRewritten(address.path) else { return address }
    var address = address
    let slash = address.path.lastIndex(of: "/") ?? address.path.startIndex
    var name = String(address.path[address.path.index(after: slash)...])
    if name.hasSuffix(".orig") { name.removeLast(5) }
    let decoded = WebAddress.decoded(name)
    if let mark = decoded.firstIndex(where: { $0 == "?" || $0 == "@" }), mark != decoded.startIndex,
      decoded[mark...].contains("=")
    {
      var query = decoded[decoded.index(after: mark)...]
      if query.hasSuffix(".html") {
        query.removeLast(5)
      } else if query.hasSuffix(".htm") {
        query.removeLast(4)
      }
      address.query = String(query)
      name = String(decoded[..<mark])
    }
    if isIndex(name) { name = "" }
    address.path = String(address.path[...slash]) + name
    return address
  }

  /// Whether the name at a path's end can be one that a tool made up.
  private static func mayBeRewritten(_ path: String) -> Bool {
    let name = path.utf8.suffix(from: path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex)
    return name.starts(with: "/index".utf8) || path.hasSuffix(".orig")
      || name.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "?") }
  }

  /// Whether a file's name stands for its folder: `index.html`, `index.php`, HTTrack's `index8f3a.html`.
  private static func isIndex(_ name: String) -> Bool {
    guard name.hasPrefix("index") else { return false }
    let rest = name.dropFirst(5)
    if [".html", ".htm", ".php", ".php.html", ".html.html"].contains(rest) { return true }
    guard rest.count == 9, rest.hasSuffix(".html") else { return false }
    return rest.prefix(4).allSatisfy(\.isHexDigit)
  }

  private static func escapedName(_ name: Substring) -> String {
    name.reduce(into: "") { $0 += $1 == "?" ? "%3F" : $1 == "#" ? "%23" : $1 == " " ? "%20" : String($1) }
  }

  /// Whether a folder's name looks like a host: dots, a last label of letters, nothing a host cannot have.
  private static func isHost(_ name: Substring) -> Bool {
    let bare = name.prefix { $0 != ":" && $0 != "+" }
    let labels = bare.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
    guard labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
    else {
      return false
    }
    let suffixes = ["html", "htm", "php", "zip", "txt", "mhtml", "warc", "wacz", "xml", "gz", "tar", "files"]
    return last.allSatisfy(\.isLetter) && !suffixes.contains(last.lowercased())
  }
}
