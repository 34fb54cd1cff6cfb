internal import HTML
internal import Model

extension BlockWriter {
  /// Writes preformatted text: as a fenced code block, or as HTML where it holds links, images or emphasis.
  mutating func writePreformatted(_ node: NodeID, _ style: InlineStyle) {
    let language = CodeLanguage.of(node, in: document)
    let isStyled = style.wrapper != nil || !style.emphasis.isSubset(of: .code)
    guard !isStyled, language == nil ? !hasMarkup(node) : !hasBlocks(node) else {
      return writeHTMLBlock(node, style)
    }
    var code: [UInt8] = []
    appendCode(of: node, to: &code)
    if code.last == 0x0A { code.removeLast() }
    guard code.contains(where: { !isSpace($0) }) else { return }
    beginBlock(.fence, at: node)
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, longestFence(in: code) + 1))
    output.append(contentsOf: fence)
    output.append(contentsOf: (language ?? "").utf8)
    for line in code.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty {
        endEmptyLine()
      } else {
        endLine()
        output.append(contentsOf: line)
      }
    }
    endLine()
    output.append(contentsOf: fence)
  }

  /// Begins a line that will stay empty: without the blanks its prefix ends with.
  private mutating func endEmptyLine() {
    endLine()
    while output.last == 0x20 { output.removeLast() }
  }

  private func appendCode(of node: NodeID, to code: inout [UInt8]) {
    for child in document.children(of: node) {
      switch document.kind(of: child) {
      case .text: document.appendText(of: child, to: &code)
      case .element where document.isElement(child, .br): code.append(0x0A)
      case .element:
        let isBlock = ElementRole.of(document.tag(of: child)).isBlock
        if isBlock, let last = code.last, last != 0x0A { code.append(0x0A) }
        appendCode(of: child, to: &code)
        if isBlock, let last = code.last, last != 0x0A { code.append(0x0A) }
      default: break
      }
    }
  }

  /// Whether the text is more than code: what a fence could not hold.
  private func hasMarkup(_ node: NodeID) -> Bool {
    document.descendants(of: node).contains { node in
      guard document.isElement(node) else { return false }
      switch ElementRole.of(document.tag(of: node)) {
      case .strong, .emphasis, .deletion, .image, .inlineObject, .inlineHTML, .block, .heading, .list,
        .listItem,
        .table, .quote, .rule, .preformatted, .details, .htmlBlock:
        return true
      case .link: return document.hasAttribute(.href, of: node)
      default: return false
      }
    }
  }

  /// Whether other blocks stand in the code, as after a tag that was never closed.
  private func hasBlocks(_ node: NodeID) -> Bool {
    document.descendants(of: node).contains { node in
      guard document.isElement(node) else { return false }
      switch ElementRole.of(document.tag(of: node)) {
      case .preformatted, .heading, .table, .quote, .htmlBlock: return true
      default: return false
      }
    }
  }

  /// The longest run of backticks a line begins with.
  private func longestFence(in code: [UInt8]) -> Int {
    var (longest, length) = (0, 0)
    for byte in code {
      length = byte == UInt8(ascii: "`") ? length + 1 : 0
      longest = max(longest, length)
    }
    return longest
  }
}

/// The language of a code block, as the many plugins write it.
enum CodeLanguage {
  static func of(_ node: NodeID, in document: Document) -> String? {
    var nodes = [node]
    nodes += document.children(of: node).filter { document.isElement($0, .code) }
    for node in nodes {
      for attribute in ["data-enlighter-language", "data-language", "data-lang"] {
        if let name = clean(document.attribute(attribute, of: node) ?? "") { return name }
      }
      if document.isElement(node, .pre), let name = document.attribute(.lang, of: node).flatMap(programming) {
        return name
      }
      if let name = fromClasses(document.classes(of: node)) { return name }
    }
    return nil
  }

  private static func fromClasses(_ classes: [String]) -> String? {
    for (index, name) in classes.enumerated() {
      for prefix in ["language-", "lang-", "lang:", "brush:", "highlight-source-"]
      where name.hasPrefix(prefix) {
        // `brush: php` has the name in the next word, `brush:php;` ends it with a semicolon.
        let own = String(name.dropFirst(prefix.count))
        let next = index + 1 < classes.count ? classes[index + 1] : ""
        if let language = clean(own.isEmpty && prefix.hasSuffix(":") ? next : own) { return language }
      }
    }
    return nil
  }

  /// A highlighter's `lang`, told from the language people speak by its length.
  private static func programming(_ name: String) -> String? {
    let short: Set<String> = ["js", "ts", "c", "cs", "go", "py", "rb", "sh", "r", "vb"]
    return name.count > 3 && !name.contains("-") || ["php", "css", "sql", "xml", "ini"].contains(name)
      || short.contains(name)
      ? clean(name) : nil
  }

  private static func clean(_ name: String) -> String? {
    let word = name.prefix { $0 != ";" && $0 != "`" && $0 != " " && $0 != "{" && $0 != "," }
    return word.isEmpty || word == "none" || word == "plain" || word == "generic" ? nil : String(word)
  }
}
