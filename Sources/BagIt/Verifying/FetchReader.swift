internal import Bytes

/// Reads `fetch.txt`, the list of files that are still to be fetched (RFC 8493, section 2.2.3); never fetches.
struct FetchReader {
  /// The paths to be fetched, in order.
  private(set) var paths: [String] = []
  private(set) var faults: [BagFault] = []

  static let name = "fetch.txt"

  /// Reads the file, where there is one.
  ///
  /// It is optional. `payload` is what the manifests list.
  init(of folder: String, declaration: BagDeclaration, payload: Listing) {
    guard FileSystem.kind(of: folder + "/" + Self.name) != nil else { return }
    guard FileSystem.kindFollowingLinks(of: folder + "/" + Self.name) == .file else {
      faults.append(BagFault(.notAFile, path: Self.name, expected: "a list of files to fetch"))
      return
    }
    do throws(FileError) {
      var lines = try TagLines(of: folder + "/" + Self.name, in: declaration.encoding)
      if lines.hasByteOrderMark { faults.append(BagFault(.byteOrderMark, path: Self.name, offset: 0)) }
      if !lines.isInEncoding { faults.append(BagFault(.notInEncoding, path: Self.name)) }
      while let line = try lines.next() { take(line, payload: payload) }
    } catch {
      faults.append(BagFault(.unreadable, path: Self.name, found: error.reason))
    }
  }

  private mutating func take(_ line: TagLines.Line, payload: Listing) {
    let fields = line.bytes.split(maxSplits: 2) { $0 == 0x20 || $0 == 0x09 }
    guard line.text != nil, fields.count == 3, Self.isURL(fields[0]), Self.isLength(fields[1]) else {
      faults.append(
        BagFault(
          .malformedLine, path: Self.name, offset: line.offset, expected: "URL LENGTH PATH",
          found: String(decoding: line.bytes.prefix(200), as: UTF8.self)))
      return
    }
    let listed = String(decoding: PathEncoding.decode(Array(fields[2])).path, as: UTF8.self)
    let path = SafePath.withoutDotSlash(listed) ?? listed
    guard SafePath.isSafe(path), SafePath.isPayload(path) else {
      faults.append(
        BagFault(
          .unsafePath, path: Self.name, offset: line.offset, expected: "a path in data/", found: path))
      return
    }
    let number = payload.number(of: path)
    for manifest in payload.manifests.indices
    where number.flatMap({ payload.offset(of: $0, in: manifest) }) == nil {
      faults.append(
        BagFault(
          .fetchNotListed, path: Self.name, offset: line.offset,
          expected: "a line in \(payload.manifests[manifest].name)", found: path))
    }
    paths.append(path)
  }

  private static func isURL(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = text.first else { return false }
    return Unicode.Scalar(first).properties.isAlphabetic && colon > text.startIndex
  }

  private static func isLength(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("-".utf8) || text.allSatisfy { (0x30...0x39).contains($0) }
  }
}
