internal import Bytes

/// What `bagit.txt` says: the version and the encoding of the tag files (RFC 8493, section 2.1.1).
struct BagDeclaration: Sendable {
  var version = BagVersion.v1_0
  var encoding = TagEncoding.utf8

  static let name = "bagit.txt"

  /// Reads the declaration of the bag at `folder`; what is wrong with it goes to `faults` and 1.0 in UTF-8 is assumed.
  init(of folder: String, faults: inout [BagFault]) {
    guard FileSystem.kind(of: folder + "/" + Self.name) != nil else {
      faults.append(BagFault(.noDeclaration, path: Self.name))
      return
    }
    guard FileSystem.kindFollowingLinks(of: folder + "/" + Self.name) == .file else {
      faults.append(BagFault(.notAFile, path: Self.name, expected: "the declaration"))
      return
    }
    let lines: [TagLines.Line]
    do throws(FileError) {
      var reader = try TagLines(of: folder + "/" + Self.name, in: .utf8)
      if reader.hasByteOrderMark { faults.append(BagFault(.byteOrderMark, path: Self.name, offset: 0)) }
      var all: [TagLines.Line] = []
      while all.count < 3, let line = try reader.next() { all.append(line) }
      lines = all
    } catch {
      faults.append(BagFault(.unreadable, path: Self.name, found: error.reason))
      return
    }
    if lines.count > 2 {
      faults.append(malformed(lines[2], expected: "two lines"))
    }
    readVersion(lines.first, faults: &faults)
    readEncoding(lines.dropFirst().first, faults: &faults)
  }

  private mutating func readVersion(_ line: TagLines.Line?, faults: inout [BagFault]) {
    let expected = "BagIt-Version: M.N"
    guard let line, let field = Field(line, label: "BagIt-Version") else {
      return faults.append(malformed(line, expected: expected))
    }
    let numbers = field.value.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let major = Int(numbers[0]), let minor = Int(numbers[1])
    else { return faults.append(malformed(line, expected: expected)) }
    version = BagVersion(major: major, minor: minor)
    if !BagVersion.published.contains(version) {
      faults.append(
        BagFault(
          .unknownVersion, path: Self.name, offset: line.offset,
          expected: BagVersion.published.map(\.description).joined(separator: ", "),
          found: version.description))
    }
    if version >= .v1_0, !field.hasExactForm {
      faults.append(malformed(line, expected: expected))
    }
  }

  private mutating func readEncoding(_ line: TagLines.Line?, faults: inout [BagFault]) {
    let expected = "Tag-File-Character-Encoding: ENCODING"
    guard let line, let field = Field(line, label: "Tag-File-Character-Encoding") else {
      return faults.append(malformed(line, expected: expected))
    }
    if version >= .v1_0, !field.hasExactForm {
      faults.append(malformed(line, expected: expected))
    }
    if let encoding = TagEncoding(named: field.value) {
      self.encoding = encoding
    } else {
      faults.append(
        BagFault(
          .unknownEncoding, path: Self.name, offset: line.offset, expected: "UTF-8", found: field.value))
    }
  }

  private func malformed(_ line: TagLines.Line?, expected: String) -> BagFault {
    BagFault(
      .malformedDeclaration, path: Self.name, offset: line?.offset, expected: expected,
      found: line.map { String(decoding: $0.bytes, as: UTF8.self) })
  }
}

/// A line of the declaration: the label, a colon, the value.
private struct Field {
  let value: String
  /// Whether there is one blank after the colon and no other blank around label and value.
  let hasExactForm: Bool

  init?(_ line: TagLines.Line, label: String) {
    guard let text = line.text, text.hasPrefix(label), let colon = text.firstIndex(of: ":") else {
      return nil
    }
    let between = text[..<colon].dropFirst(label.count)
    value = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard between.allSatisfy(\.isWhitespace), !value.isEmpty, !value.contains(" ") else { return nil }
    hasExactForm = text == "\(label): \(value)"
  }
}
