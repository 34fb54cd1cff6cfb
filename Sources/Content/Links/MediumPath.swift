internal import Bytes

/// A file below a site's uploads, as a link names it.
public struct MediumPath: Sendable, Hashable {
  /// The path below `wp-content/uploads/`, percent-decoded, such as `2019/05/bild-300x225.jpg`.
  public let path: String
  /// The paths at which the same picture may lie, the best first.
  ///
  /// Of a smaller, reduced or edited copy that is the original, then WordPress's reduced copies of it, and last the very
  /// file the link names.
  public let candidates: [String]
  /// The attachment whose file it is, or whose smaller or edited version; nil where the export has none.
  public let attachmentID: String?

  /// Makes the path of a file below the uploads; `attachmentID` tells which attachment has its file at a path.
  public init(_ path: String, attachmentID: (String) -> String? = { _ in nil }) {
    self.path = path
    if let id = attachmentID(path), Self.withoutReduction(Self.parts(path).stem) == nil {
      // A picture may be called like a copy and be none.
      candidates = [path]
      self.attachmentID = id
    } else {
      candidates = Self.candidates(path)
      self.attachmentID = candidates.lazy.compactMap(attachmentID).first
    }
  }

  private static func candidates(_ path: String) -> [String] {
    let (stem, suffix) = parts(path)
    let unsized = withoutSize(stem) ?? stem
    let unreduced = withoutReduction(unsized) ?? unsized
    var stems = [unreduced, unreduced + "-scaled", unreduced + "-rotated"]
    if let unedited = withoutEditMark(unreduced) { stems.insert(unedited, at: 0) }
    var candidates: [String] = []
    candidates.reserveCapacity(stems.count + 1)
    for other in stems where other != stem { candidates.append(other + suffix) }
    if stem == stems[0] { candidates.insert(path, at: 0) } else { candidates.append(path) }
    return candidates
  }

  /// A path up to its file's extension, and the extension with its dot.
  private static func parts(_ path: String) -> (stem: String, suffix: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")),
      !path.utf8[dot...].contains(UInt8(ascii: "/"))
    else { return (path, "") }
    return (String(path[..<dot]), String(path[dot...]))
  }

  /// `stem` without the mark of a copy that WordPress made of a picture too large or turned, or nil.
  private static func withoutReduction(_ stem: String) -> String? {
    let bytes = stem.utf8.span
    for mark: StaticString in ["-scaled", "-rotated"] {
      let end = bytes.count - mark.utf8CodeUnitCount
      if bytes.hasBytes(mark, at: end) { return String(decoding: bytes.extracting(0..<end)) }
    }
    return nil
  }

  /// `stem` without `-300x225` at its end, or nil.
  private static func withoutSize(_ stem: String) -> String? {
    let bytes = stem.utf8.span
    var index = bytes.count
    while index > 0, isDigit(bytes[index - 1]) { index -= 1 }
    guard index < bytes.count, index > 1, bytes[index - 1] == UInt8(ascii: "x") else { return nil }
    let height = index
    index -= 1
    while index > 0, isDigit(bytes[index - 1]) { index -= 1 }
    guard index < height - 1, index > 1, bytes[index - 1] == UInt8(ascii: "-") else { return nil }
    return String(decoding: bytes.extracting(0..<(index - 1)))
  }

  /// `stem` without the mark `-e1700000000000` of an edited picture, or nil.
  private static func withoutEditMark(_ stem: String) -> String? {
    let bytes = stem.utf8.span
    guard bytes.count > 15, bytes[bytes.count - 15] == UInt8(ascii: "-"),
      bytes[bytes.count - 14] == UInt8(ascii: "e"),
      (bytes.count - 13..<bytes.count).allSatisfy({ isDigit(bytes[$0]) })
    else { return nil }
    return String(decoding: bytes.extracting(0..<bytes.count - 15))
  }
}
