internal import Bytes

/// Reads `bag-info.txt`, or `package-info.txt` as it was called before 0.96, and names what is wrong with it.
struct BagInfoReader {
  private(set) var info = BagInfo()
  private(set) var faults: [BagFault] = []
  private let name: String
  private let isVersion1: Bool

  /// Reads the file, where there is one; it is optional.
  init(of folder: String, declaration: BagDeclaration) {
    name = declaration.version < BagVersion(major: 0, minor: 96) ? "package-info.txt" : "bag-info.txt"
    isVersion1 = declaration.version >= .v1_0
    guard FileSystem.kind(of: folder + "/" + name) != nil else { return }
    guard FileSystem.kindFollowingLinks(of: folder + "/" + name) == .file else {
      faults.append(BagFault(.notAFile, path: name, expected: "a file of labels"))
      return
    }
    do throws(FileError) {
      var lines = try TagLines(of: folder + "/" + name, in: declaration.encoding)
      if lines.hasByteOrderMark { faults.append(BagFault(.byteOrderMark, path: name, offset: 0)) }
      if !lines.isInEncoding { faults.append(BagFault(.notInEncoding, path: name)) }
      var label: String?
      var value = ""
      while let line = try lines.next() {
        guard let text = line.text else {
          faults.append(BagFault(.notInEncoding, path: name, offset: line.offset))
          continue
        }
        if let first = text.first, first == " " || first == "\t", label != nil {
          value += text
          continue
        }
        if let label { info.add(label, value) }
        (label, value) = (nil, "")
        if let field = field(text, offset: line.offset) { (label, value) = field }
      }
      if let label { info.add(label, value) }
    } catch {
      faults.append(BagFault(.unreadable, path: name, found: error.reason))
    }
  }

  private mutating func field(_ text: String, offset: Int) -> (String, String)? {
    if text.allSatisfy(\.isWhitespace) {
      faults.append(BagFault(.blankLine, .warning, path: name, offset: offset))
      return nil
    }
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex, text.first?.isWhitespace == false
    else {
      faults.append(
        BagFault(.malformedLine, path: name, offset: offset, expected: "Label: value", found: text))
      return nil
    }
    let label = text[..<colon]
    let value = text[text.index(after: colon)...]
    let blanks = value.prefix { $0 == " " || $0 == "\t" }.count
    if isVersion1, label.last?.isWhitespace == true || blanks != 1 {
      faults.append(
        BagFault(
          .malformedLine, path: name, offset: offset, expected: "one blank after the colon and none before",
          found: text))
    }
    return (String(label), String(value))
  }

  /// The Oxum told, after naming one that is repeated or malformed.
  mutating func payloadOxum() -> PayloadOxum? {
    let values = info.values(of: "Payload-Oxum")
    if values.count > 1 {
      faults.append(
        BagFault(
          .repeatedOxum, path: name, expected: "one Payload-Oxum", found: values.joined(separator: ", ")))
    }
    guard let value = values.first else { return nil }
    guard let oxum = PayloadOxum(value) else {
      faults.append(BagFault(.malformedOxum, path: name, expected: "BYTES.FILES", found: value))
      return nil
    }
    return oxum
  }
}
