internal import Bytes
internal import Model

extension Tokenizer {
  /// Reads what follows as the text of an element, up to its end tag.
  ///
  /// Returns false, and changes nothing, in the archival reading of an element that never ends.
  mutating func enterRawText(of tag: Tag, _ model: ContentModel) -> Bool {
    let end =
      noEnd.rawText.contains(tag) ? nil : tag == .script ? endOfScript() : endOfRawText(tag, from: position)
    guard let end else {
      if !noEnd.rawText.contains(tag) { noEnd.rawText.append(tag) }
      if isArchival {
        log.report(.openRawText, .repair, at: start, "a \(tag.name ?? "") that never ends, read as empty")
        return false
      }
      log.report(
        .openRawText, .loss, at: start, "a \(tag.name ?? "") that never ends; what follows is its text")
      contentModel = model
      rawEnd = source.count
      return true
    }
    contentModel = model
    rawEnd = end
    return true
  }

  /// Where the next end tag of `tag` begins at or after `first`.
  private func endOfRawText(_ tag: Tag, from first: Int) -> Int? {
    var index = first
    while let open = source.span.firstIndex(of: "</", from: index) {
      if isTagName(tag, at: open + 2) { return open }
      index = open + 2
    }
    return nil
  }

  /// Whether the name of `tag` stands at `index`, followed by white space, `/` or `>`.
  private func isTagName(_ tag: Tag, at index: Int) -> Bool {
    let name = names.bytes(of: tag.id)
    guard index + name.count < source.count else { return false }
    var index = index
    for letter in name {
      if source[index].lowercased != letter { return false }
      index += 1
    }
    return source[index].isHTMLSpace || source[index] == UInt8(ascii: "/")
      || source[index] == UInt8(ascii: ">")
  }

  /// Where the end tag of the script at `position` begins.
  ///
  /// In a script, `<!--` makes `<script` begin another one whose end tag is text (sections 13.2.5.15 to 13.2.5.31).
  private func endOfScript() -> Int? {
    enum Depth { case plain, escaped, doubleEscaped }
    var depth = Depth.plain
    var index = position
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "<") {
        if depth != .doubleEscaped, byte2(at: index) == UInt8(ascii: "/"), isTagName(.script, at: index + 2) {
          return index
        }
        switch depth {
        case .plain:
          if source.span.hasBytes("<!--", at: index) {
            depth = .escaped
            index += 2  // The dashes that open may be those that close: `<!-->`.
            continue
          }
        case .escaped:
          if isTagName(.script, at: index + 1) { depth = .doubleEscaped }
        case .doubleEscaped:
          if byte2(at: index) == UInt8(ascii: "/"), isTagName(.script, at: index + 2) { depth = .escaped }
        }
      } else if byte == UInt8(ascii: "-"), depth != .plain, source.span.hasBytes("-->", at: index) {
        depth = .plain
        index += 2
      }
      index += 1
    }
    return nil
  }

  private func byte2(at index: Int) -> UInt8? { byte(at: index + 1) }
}
