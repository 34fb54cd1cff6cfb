internal import Bytes

/// A manifest that stays open, so that its lines can be read again one by one.
final class ManifestText: Sendable {
  private let file: File?
  /// The text in UTF-8, where the manifest is in another encoding; then it is held in memory.
  private let converted: [UInt8]
  private let paths: ManifestPaths

  /// Opens the manifest at `path`, which lists paths as `paths` tells.
  init(_ path: String, in encoding: TagEncoding, paths: ManifestPaths) throws(FileError) {
    let file = try File.open(path)
    if encoding == .utf8 {
      converted = []
      self.file = consume file
    } else {
      converted = encoding.utf8(try file.contents()) ?? []
      self.file = nil
    }
    self.paths = paths
  }

  /// The digest in the line that begins at `offset`.
  func digest(at offset: Int, byteCount: Int) -> [UInt8]? {
    ManifestLine.digest(read(byteCount * 2, at: offset)[...])
  }

  /// The path in the line that begins at `offset`, as it is on the disk.
  func path(at offset: Int) -> String {
    var length = 512
    while true {
      let text = read(length, at: offset)
      let end = text.firstIndex { $0 == 0x0A || $0 == 0x0D }
      guard end != nil || text.count < length else {
        length *= 2
        continue
      }
      return ManifestLine(Array(text[..<(end ?? text.count)])).map { paths.path($0.path).path } ?? ""
    }
  }

  private func read(_ count: Int, at offset: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    guard (try? file?.read(count, at: offset, appendingTo: &bytes)) != nil else {
      return Array(converted.dropFirst(offset).prefix(count))
    }
    return bytes
  }
}

/// How the manifests of a bag write paths.
struct ManifestPaths: Sendable {
  /// The bag.
  let folder: String
  /// Whether line ends and percent signs are encoded, as from version 1.0 on.
  let isVersion1: Bool

  /// The path on the disk that is meant by a listed one, without the `./` it may begin with; `isWellEncoded` tells
  /// whether each percent sign is encoded where it has to be, `hasDotSlash` whether the path began so.
  func path(_ listed: [UInt8]) -> (path: String, isWellEncoded: Bool, hasDotSlash: Bool) {
    let (decoded, isWellEncoded) = decoded(listed)
    guard let rest = SafePath.withoutDotSlash(decoded) else { return (decoded, isWellEncoded, false) }
    return (rest, isWellEncoded, true)
  }

  private func decoded(_ listed: [UInt8]) -> (path: String, isWellEncoded: Bool) {
    let asListed = String(decoding: listed, as: UTF8.self)
    guard listed.contains(UInt8(ascii: "%")) else { return (asListed, true) }
    let (path, isWellEncoded) = PathEncoding.decode(listed)
    if isVersion1 { return (String(decoding: path, as: UTF8.self), isWellEncoded) }
    // Earlier versions knew no encoding, but some of their writers did.
    if FileSystem.kind(of: folder + "/" + asListed) != nil { return (asListed, true) }
    return (String(decoding: path, as: UTF8.self), true)
  }
}
