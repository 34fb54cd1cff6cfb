/// Looks for a more-link at the end of a text, from the left: the first phrase whose rest reads as a more-link's.
struct MoreLinkScanner {
  private let text: String
  private let titles: [(text: String, folded: String)]
  private let words: MoreWords

  /// A more-link is short: an arrow, a title and a cut tag at most.
  private static let longest = 700
  private static let arrows = "→⟶⇒➔➜➝➞▸▶►»›>·•…"
  private static let fillers = ".:-–—|)]}!"

  init(_ text: String, titles: [String], words: MoreWords) {
    self.text = text
    self.titles = titles.map { ($0, FoldedText($0).description.lowercased()) }.filter { !$0.1.isEmpty }
    self.words = words
  }

  func trailing() -> (start: String.Index, link: MoreLink)? {
    guard mayHoldPhrase else { return nil }
    let limit =
      text.index(text.endIndex, offsetBy: -Self.longest, limitedBy: text.startIndex) ?? text.startIndex
    var position = limit
    var isWordStart = true
    while position < text.endIndex {
      if isWordStart, text[position].isLetter, let found = link(at: position) { return found }
      isWordStart = !text[position].isLetter && !text[position].isNumber
      position = text.index(after: position)
    }
    return nil
  }

  /// Whether any phrase's first letters stand in the part of the text that is looked at: most texts have none.
  private var mayHoldPhrase: Bool {
    var window: UInt32 = 0
    for byte in text.utf8.suffix(Self.longest * 4) {
      window = (window << 8 | UInt32(byte | (byte < 0x80 ? 0x20 : 0))) & 0xFF_FFFF
      if words.beginnings.contains(window) { return true }
    }
    return false
  }

  /// The more-link whose phrase begins at `position`.
  private func link(at position: String.Index) -> (start: String.Index, link: MoreLink)? {
    for (phrases, isEveryday) in [(words.phrases, false), (words.everydayPhrases, true)] {
      for phrase in phrases {
        guard let afterPhrase = end(of: phrase, at: position), let tail = Tail(text[afterPhrase...], self)
        else {
          continue
        }
        let (start, titleBefore) = beginning(before: position)
        let isAlone = text[..<start].allSatisfy(\.isWhitespace)
        let isBracketed = start < position && "([{".contains(text[start])
        let isSure = isAlone || isBracketed || tail.hasArrow || tail.title != nil || titleBefore != nil
        guard !isEveryday || isSure else { continue }
        let label = String(text[start..<tail.end])
        return (start, MoreLink(label: label, title: titleBefore ?? tail.title, cutTag: tail.cutTag))
      }
    }
    return nil
  }

  /// Where `phrase` ends if it stands at `start` as whole words, blanks of any kind between them.
  private func end(of phrase: String, at start: String.Index) -> String.Index? {
    var position = start
    for character in phrase {
      guard position < text.endIndex else { return nil }
      if character == " " {
        guard text[position].isWhitespace else { return nil }
        position = text[position...].firstIndex { !$0.isWhitespace } ?? text.endIndex
      } else {
        guard text[position] == character || text[position].lowercased() == String(character) else {
          return nil
        }
        position = text.index(after: position)
      }
    }
    if position < text.endIndex, text[position].isLetter || text[position].isNumber { return nil }
    return position
  }

  /// Where a more-link really begins whose phrase stands at `phrase`: a known title or a bracket may come before.
  private func beginning(before phrase: String.Index) -> (start: String.Index, title: String?) {
    var start = phrase
    let before = text[..<phrase].trimmedEnd
    if let last = before.last, "([{".contains(last) {
      start = text.index(before: before.endIndex)
    } else if let title = title(endOf: before) {
      return title
    }
    return (start, nil)
  }

  /// The known title, or a quoted one that is all there is, at the end of `before`.
  private func title(endOf before: Substring) -> (start: String.Index, title: String?)? {
    let unquoted = before.drop { $0.isWhitespace }
    if let quoted = Quotes.contents(of: unquoted) { return (unquoted.startIndex, String(quoted)) }
    let folded = FoldedText(before).description.lowercased()
    for title in titles {
      guard
        let range = [title.folded, "\"\(title.folded)\"", "'\(title.folded)'"].first(where: folded.hasSuffix)
      else { continue }
      // Walk back in the unfolded text until it folds to as much as the title does.
      var start = before.endIndex
      while start > before.startIndex {
        start = before.index(before: start)
        if FoldedText(before[start...]).description.lowercased() == range { return (start, title.text) }
      }
    }
    return nil
  }

  /// What may follow the phrase: arrows, the title, a cut tag, and then the end.
  private struct Tail {
    var title: String?
    var cutTag: String?
    var hasArrow = false
    var end: String.Index

    init?(_ rest: Substring, _ scanner: MoreLinkScanner) {
      var rest = rest.trimmedEnd
      end = rest.endIndex
      // A tag at the very end, cut off or escaped: `</span`, `</span>`, `<span class=`.
      while let open = rest.lastIndex(of: "<"), Self.isTag(rest[open...]) {
        cutTag = String(rest[open...])
        rest = rest[..<open].trimmedEnd
      }
      rest = skipArrows(rest)
      if let quoted = Quotes.contents(of: rest) {
        title = String(quoted).trimmed
        return
      }
      while let last = rest.last, last.isWhitespace || arrows(last) || fillers(last) { rest.removeLast() }
      if rest.isEmpty { return }
      let folded = FoldedText(rest).description.lowercased()
      guard let known = scanner.titles.first(where: { $0.folded == folded }) else { return nil }
      title = known.text
    }

    private mutating func skipArrows(_ text: Substring) -> Substring {
      text.drop { character in
        if arrows(character) { hasArrow = true }
        return character.isWhitespace || arrows(character) || fillers(character)
      }
    }

    private func arrows(_ character: Character) -> Bool { MoreLinkScanner.arrows.contains(character) }
    private func fillers(_ character: Character) -> Bool { MoreLinkScanner.fillers.contains(character) }

    /// Whether text that begins with `<` is a tag, whole or cut off.
    private static func isTag(_ text: Substring) -> Bool {
      let name = text.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      guard !name.isEmpty, name.count <= 10, name.first?.isLetter == true else { return false }
      let isEnd = text.dropFirst().first == "/"
      let rest = text.dropFirst(isEnd ? 2 : 1).dropFirst(name.count)
      return isEnd
        ? rest.allSatisfy { $0.isWhitespace || $0 == ">" }
        : rest.isEmpty || rest.first?.isWhitespace == true
          || rest.first == ">"
    }
  }
}
