internal import Bytes
internal import HTML

/// Reads targets and titles off elements and writes them as Markdown.
enum LinkTarget {
  /// The target that is the value of an attribute, as it is to be written: rewritten, trimmed, without tabs and newlines; nil where
  /// following it would run a script.
  static func read(
    _ value: ArraySlice<UInt8>, as role: TargetRole, _ options: MarkdownOptions
  ) -> [UInt8]? {
    var target = clean(value)
    if let rewrite = options.rewriteTarget {
      target = Array(rewrite(role, String(decoding: target, as: UTF8.self)).utf8)
    }
    return isScript(target.span) ? nil : target
  }

  /// A `title` or `alt`, its white space collapsed; empty where there is none.
  static func words(_ attribute: AttributeName, of node: NodeID, in document: Document) -> [UInt8] {
    document.attributeBytes(attribute, of: node).map(words) ?? []
  }

  /// A text with its white space collapsed.
  static func words(_ value: some Collection<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(value.count)
    for byte in value {
      guard isSpace(byte) else {
        words.append(byte)
        continue
      }
      if let last = words.last, last != 0x20 { words.append(0x20) }
    }
    if words.last == 0x20 { words.removeLast() }
    return words
  }

  /// Appends a destination, in pointed brackets where it needs them.
  static func writeDestination(_ target: [UInt8], to output: inout [UInt8]) {
    let needsBrackets = target.isEmpty || target.first == UInt8(ascii: "<") || !hasBalancedParentheses(target)
    if needsBrackets { output.append(UInt8(ascii: "<")) }
    var plain = 0
    for index in target.indices {
      let replacement: String
      switch target[index] {
      // Inside a table's cell a bar would end it; a backtick would end a code span that began in the link's text for some readers.
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "`"):
        replacement = percent(target[index])
      case UInt8(ascii: "\\"): replacement = "\\\\"
      case UInt8(ascii: "&") where target.hasEntity(at: index): replacement = "&amp;"
      default: continue
      }
      output.append(contentsOf: target[plain..<index])
      output.append(contentsOf: replacement.utf8)
      plain = index + 1
    }
    output.append(contentsOf: target[plain...])
    if needsBrackets { output.append(UInt8(ascii: ">")) }
  }

  /// Appends a title with the blank before it; nothing for an empty one.
  static func writeTitle(_ title: [UInt8], inCell: Bool, to output: inout [UInt8]) {
    guard !title.isEmpty else { return }
    output.append(contentsOf: " \"".utf8)
    for (index, byte) in title.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "|") where inCell: output.append(contentsOf: "\\|".utf8)
      case UInt8(ascii: "&") where title.hasEntity(at: index): output.append(contentsOf: "&amp;".utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether `<target>` may stand for a link whose text is its target.
  static func isAutolink(_ target: [UInt8], text: ArraySlice<UInt8>) -> Bool {
    guard target.elementsEqual(text), let colon = target.firstIndex(of: UInt8(ascii: ":")), colon >= 2,
      colon <= 32,
      isLetter(target[0])
    else { return false }
    let scheme = target[..<colon].allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    return scheme
      && target.allSatisfy {
        $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
          && $0 != UInt8(ascii: "\\")
          && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "|")
      } && !target.indices.contains { target[$0] == UInt8(ascii: "&") && target.hasEntity(at: $0) }
  }

  private static func clean(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = value.span
    var (start, end) = (0, bytes.count)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    var target = bytes.extracting(start..<end).copied
    if target.contains(where: isLineSpace) { target.removeAll(where: isLineSpace) }
    return target
  }

  /// Whether following the target would run a script (`javascript:`, `vbscript:`), in whatever disguise browsers see through.
  static func isScript(_ target: Span<UInt8>) -> Bool {
    var start = 0
    while start < target.count, target[start] <= 0x20 { start += 1 }
    guard start < target.count,
      target[start] | 0x20 == UInt8(ascii: "j") || target[start] | 0x20 == UInt8(ascii: "v")
    else { return false }
    let scheme = target.extracting(first: 40).copied.filter { $0 > 0x20 }
      .map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return scheme.starts(with: "javascript:".utf8) || scheme.starts(with: "vbscript:".utf8)
  }

  private static func hasBalancedParentheses(_ target: [UInt8]) -> Bool {
    let bytes = target.span
    guard bytes.firstIndex(of: UInt8(ascii: "(")) != nil || bytes.firstIndex(of: UInt8(ascii: ")")) != nil
    else { return true }
    var depth = 0
    var deepest = 0
    for byte in target {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
      deepest = max(deepest, depth)
    }
    return depth == 0 && deepest <= 30
  }

  /// Tab, line feed or carriage return, which browsers take out of a target.
  private static func isLineSpace(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func percent(_ byte: UInt8) -> String {
    (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
  }
}
