internal import Bytes

/// The shortcodes of code plugins (SyntaxHighlighter, Crayon, Enlighter, CodeColorer and others): `[code lang="php"]`.
enum CodeShortcodes {
  /// Names whose language stands in an attribute.
  private static let general: Set<String> = [
    "code", "sourcecode", "codeblock", "crayon", "enlighter", "cc", "geshi", "highlight",
  ]
  /// Names that are languages themselves.
  private static let languages: Set<String> = [
    "php", "css", "html", "xml", "js", "javascript", "jscript", "python", "ruby", "sql", "java", "csharp",
    "cpp",
    "bash", "shell", "perl", "json", "yaml", "diff", "powershell", "scala", "actionscript3", "coldfusion",
  ]

  /// `text` with such shortcodes made code elements; only those that have a closing tag.
  ///
  /// Brackets in the code become entities, so that no shortcode is ever run in it.
  static func toHTML(_ text: [UInt8], count: (String) -> Void) -> [UInt8] {
    var scanner = ShortcodeScanner { general.contains($0) || languages.contains($0) }
    var patch = Patch()
    let span = text.span
    var position = 0
    while let shortcode = scanner.next(in: span, from: position) {
      position = shortcode.range.upperBound
      guard !shortcode.isEscaped, let content = shortcode.content, !span.isBlank(content) else { continue }
      let attributes = ShortcodeAttributes(text[shortcode.attributes])
      count(shortcode.name)
      patch.keep(text, upTo: shortcode.range.lowerBound)
      if shortcode.hasLeadingBracket { patch.insert("[") }
      patch.insert(
        html(
          of: text[content], language: language(shortcode.name, attributes),
          isInline: attributes.text("inline") == "true" || isInline(shortcode, span)))
      if shortcode.hasTrailingBracket { patch.insert("]") }
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }

  private static func language(_ name: String, _ attributes: ShortcodeAttributes) -> String? {
    if languages.contains(name) { return name }
    let language = attributes.text("lang") ?? attributes.text("language") ?? attributes.positional.first
    return language.map(asciiLowercased).flatMap { name in
      name.utf8.allSatisfy { isWord($0) || "+#-.".utf8.contains($0) } ? name : nil
    }
  }

  /// Whether the code has one line, with other text on it.
  private static func isInline(_ shortcode: Shortcode, _ span: Span<UInt8>) -> Bool {
    for index in shortcode.range where span[index] == 0x0A { return false }
    var before = shortcode.range.lowerBound
    while before > 0, isSpace(span[before - 1]), span[before - 1] != 0x0A { before -= 1 }
    var after = shortcode.range.upperBound
    while after < span.count, isSpace(span[after]), span[after] != 0x0A { after += 1 }
    let beginsLine = before == 0 || span[before - 1] == 0x0A || span[before - 1] == UInt8(ascii: ">")
    let endsLine = after == span.count || span[after] == 0x0A || span[after] == UInt8(ascii: "<")
    return !(beginsLine && endsLine)
  }

  private static func html(of code: ArraySlice<UInt8>, language: String?, isInline: Bool) -> [UInt8] {
    var html = HTMLText()
    html.raw(isInline ? "<code" : "<pre><code")
    html.attribute("class", language.map { "language-\($0)" })
    html.raw(">")
    var code = code
    if !isInline {
      while let byte = code.last, isSpace(byte) { code.removeLast() }
      while let byte = code.first, byte == 0x0A || byte == 0x0D { code.removeFirst() }
    }
    // Editors keep code either as typed or with its entities already written.
    let isEncoded = !code.contains(UInt8(ascii: "<")) && hasEntity(Array(code))
    for byte in code {
      switch byte {
      case UInt8(ascii: "&"): html.raw(isEncoded ? "&" : "&amp;")
      case UInt8(ascii: "<"): html.raw("&lt;")
      case UInt8(ascii: ">"): html.raw("&gt;")
      case UInt8(ascii: "["): html.raw("&#91;")
      case UInt8(ascii: "]"): html.raw("&#93;")
      default: html.raw(CollectionOfOne(byte))
      }
    }
    html.raw(isInline ? "</code>" : "</code></pre>")
    return html.bytes
  }

  private static func hasEntity(_ code: [UInt8]) -> Bool {
    let span = code.span
    for entity: StaticString in ["&lt;", "&gt;", "&amp;", "&quot;", "&#"]
    where span.firstIndex(of: entity) != nil {
      return true
    }
    return false
  }
}
