internal import HTML

/// The language of a code block, however its plugin or editor writes it, as the class `language-…`.
enum CodeLanguages {
  /// Gives each `pre` that names a language in some other way, or its only `code`, that class.
  static func apply(to document: inout Document, of blocks: [NodeID]) {
    for pre in blocks {
      guard let language = language(of: pre, in: document) else { continue }
      let target = onlyCode(in: pre, document) ?? pre
      var classes = document.classes(of: target).filter { !$0.hasPrefix("language-") }
      classes.insert("language-\(language)", at: 0)
      document.setAttribute("class", to: classes.joined(separator: " "), of: target)
      document.removeAttribute("data-language", of: pre)
    }
  }

  private static func onlyCode(in pre: NodeID, _ document: Document) -> NodeID? {
    guard let first = document.firstChild(of: pre), document.nextSibling(of: first) == nil,
      document.isElement(first, .code)
    else { return nil }
    return first
  }

  private static func language(of pre: NodeID, in document: Document) -> String? {
    let code = onlyCode(in: pre, document)
    for node in [pre, code].compactMap({ $0 }) {
      for name in ["data-language", "data-enlighter-language", "data-lang", "lang"] {
        // On other elements `lang` is the language of people.
        if name == "lang", node == pre, code != nil { continue }
        if let value = document.attribute(name, of: node), let language = checked(value) { return language }
      }
      if let language = language(inClass: document.attribute(.classNames, of: node) ?? "") { return language }
    }
    return nil
  }

  /// The language in a class attribute: `language-php`, `lang-php`, `lang:php`, `brush: php;`.
  private static func language(inClass value: String) -> String? {
    let words = value.utf8.split(whereSeparator: { isSpace($0) || $0 == UInt8(ascii: ";") }).map {
      String($0) ?? ""
    }
    for (index, word) in words.enumerated() {
      for prefix in ["language-", "lang-", "lang:", "brush:"] where word.hasPrefix(prefix) {
        let rest = String(word.dropFirst(prefix.count))
        if rest.isEmpty, index + 1 < words.count { return checked(words[index + 1]) }
        return checked(rest)
      }
    }
    return nil
  }

  private static func checked(_ value: String) -> String? {
    let language = asciiLowercased(value)
    guard !language.isEmpty, language.utf8.count < 24,
      !["generic", "none", "default", "raw"].contains(language),
      language.utf8.allSatisfy({ isWord($0) || "+#-.".utf8.contains($0) })
    else { return nil }
    return language
  }
}
