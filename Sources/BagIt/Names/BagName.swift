internal import Bytes

/// Names that a bag can carry everywhere: on Linux, macOS and Windows, and through tools that read manifests loosely.
///
/// The mapping changes nothing in a name that is safe already. It is not reversible: whoever maps a name records
/// the original. Names that differ may be mapped to the same one; ``BagNames`` keeps them apart.
public enum BagName {
  /// The greatest length of one component, in bytes of UTF-8.
  public static let maximumComponentLength = 200
  /// The greatest length of a whole path, in bytes of UTF-8.
  public static let maximumPathLength = 240

  /// The safe form of one component of a path.
  ///
  /// The result is in NFC, is never empty, `.` or `..`, holds no `/`, no `%`, no control or line-separating
  /// character and none that Windows refuses, has no blank at its edges and no dot at its end, is no device name
  /// of Windows, and has at most `limit` bytes, cut between characters and before the extension.
  public static func component(_ name: String, limit: Int = maximumComponentLength) -> String {
    if isPlain(name, limit: limit), !name.utf8.contains(UInt8(ascii: "/")) { return name }
    var scalars = String.UnicodeScalarView()
    for scalar in name.nfc.unicodeScalars { scalars.append(isAllowed(scalar) ? scalar : "_") }
    var safe = trimmed(String(scalars))
    if isDeviceName(safe) { safe = "_" + safe }
    if safe.utf8.count > limit { safe = cut(safe, to: limit) }
    return safe
  }

  /// The safe form of a path of components separated by `/`, at most `limit` bytes long; empty components vanish.
  ///
  /// Where the path is too long, the longest folder gives way first, then the name, whose extension is kept.
  public static func path(_ path: String, limit: Int = maximumPathLength) -> String {
    if isPlain(path, limit: limit) { return path }
    var components = path.split(separator: "/").map { component(String($0)) }
    if components.isEmpty { components = ["_"] }
    var excess = components.reduce(components.count - 1) { $0 + $1.utf8.count } - limit
    while excess > 0 {
      let folders = components.indices.dropLast()
      let longest = folders.max { components[$0].utf8.count < components[$1].utf8.count }
      let index: Int
      if let longest, components[longest].utf8.count > shortestCut {
        index = longest
      } else if components[components.count - 1].utf8.count > shortestCut {
        index = components.count - 1
      } else if components.count > 1 {
        // Hundreds of short folders: those in the middle say least.
        excess -= components.remove(at: components.count / 2 - (components.count > 2 ? 0 : 1)).utf8.count + 1
        continue
      } else {
        break
      }
      let before = components[index].utf8.count
      components[index] = component(cut(components[index], to: max(shortestCut, before - excess)))
      excess -= before - components[index].utf8.count
    }
    return components.joined(separator: "/")
  }

  /// Whether ``path(_:limit:)`` would leave `path` as it is.
  public static func isSafe(path: String) -> Bool { Array(self.path(path).utf8) == Array(path.utf8) }

  /// Whether every system can have the path, whatever its normalization.
  static func isPortable(path: String) -> Bool {
    guard path.utf8.count <= maximumPathLength else { return false }
    return path.split(separator: "/").allSatisfy { name in
      guard name.utf8.count <= maximumComponentLength else { return false }
      // A percent sign is no trouble but for tools that read manifests loosely.
      return name.unicodeScalars.allSatisfy { $0 == "%" || isAllowed($0) } && trimmed(String(name)) == name
        && !isDeviceName(String(name))
    }
  }

  /// Whether a path is safe at first sight: ASCII letters, digits, hyphens, low lines and dots within its names, none long
  /// or empty, none that begins as a device's.
  private static func isPlain(_ path: String, limit: Int) -> Bool {
    let bytes = path.utf8.span
    guard !bytes.isEmpty, bytes.count <= limit else { return false }
    var start = 0
    var stem: Int?
    for index in 0...bytes.count {
      guard index < bytes.count, bytes[index] != UInt8(ascii: "/") else {
        let length = index - start
        guard length > 0, length <= maximumComponentLength, bytes[index - 1] != UInt8(ascii: ".") else {
          return false
        }
        if (3...4).contains(stem ?? length), mayBeginDeviceName(bytes[start], bytes[start + 1]) {
          return false
        }
        start = index + 1
        stem = nil
        continue
      }
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "."): stem = stem ?? index - start
      default: return false
      }
    }
    return true
  }

  /// Whether the names of devices, `CON` and `COM1`, `PRN`, `AUX`, `NUL` and `LPT1`, begin with these letters.
  private static func mayBeginDeviceName(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first | 0x20, second | 0x20) {
    case (UInt8(ascii: "c"), UInt8(ascii: "o")), (UInt8(ascii: "p"), UInt8(ascii: "r")),
      (UInt8(ascii: "a"), UInt8(ascii: "u")), (UInt8(ascii: "n"), UInt8(ascii: "u")),
      (UInt8(ascii: "l"), UInt8(ascii: "p")):
      true
    default: false
    }
  }

  /// Cutting for a path's sake never goes below so many bytes a component.
  private static let shortestCut = 24
  /// The longest ending, dot included, that is taken for an extension.
  private static let longestExtension = 16

  /// Whether a scalar may stand in a name on every system.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", "<", ">", ":", "\"", "|", "?", "*", "%", "\u{2028}", "\u{2029}", "\u{FEFF}": false
    default: scalar.properties.generalCategory != .control
    }
  }

  /// The name without blanks at its edges and dots at its end; `_` where nothing would be left.
  private static func trimmed(_ name: String) -> String {
    var scalars = Substring(name).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last == "." || last.properties.isWhitespace { scalars.removeLast() }
    return scalars.isEmpty ? "_" : String(scalars)
  }

  /// Whether Windows takes the name for a device, whatever its extension.
  private static func isDeviceName(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
    guard stem.count == 4, stem.hasPrefix("COM") || stem.hasPrefix("LPT") else { return false }
    return "0123456789¹²³".contains(stem[stem.index(before: stem.endIndex)])
  }

  /// The name cut to at most `limit` bytes between characters, its extension kept.
  static func cut(_ name: String, to limit: Int) -> String {
    let (stem, suffix) = split(name)
    var kept = Substring(stem)
    while kept.utf8.count + suffix.utf8.count > limit, !kept.isEmpty { kept.removeLast() }
    // One character may be longer than any name: then its scalars are all there is to cut between.
    if kept.isEmpty {
      var scalars = Substring(stem).unicodeScalars
      while String(scalars).utf8.count + suffix.utf8.count > limit, !scalars.isEmpty { scalars.removeLast() }
      kept = Substring(scalars)
    }
    return trimmed(trimmed(String(kept)) + suffix)
  }

  /// The name's stem and its extension with the dot; the extension is empty where there is none worth keeping.
  static func split(_ name: String) -> (stem: String, suffix: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
      name[dot...].utf8.count <= longestExtension
    else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
