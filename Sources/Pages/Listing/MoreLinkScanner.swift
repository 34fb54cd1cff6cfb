/// Looks for a more-link at the end of a text, from the left: the first phrase whose rest reads as a more-link's.
struct MoreLinkScanner {
  /// The text, and the same in small letters, byte for byte.
  private let text: [UInt8]
  private let folded: [UInt8]
  private let titles: [String]
  private let words: MoreWords

  /// A more-link is short: an arrow, a title and a cut tag at most.
  private static let longest = 700

  init(_ text: String, titles: [String], words: MoreWords) {
    self.text = Array(text.utf8)
    var folded = self.text
    FoldedCase.fold(&folded)
    self.folded = folded
    self.titles = titles
    self.words = words
  }

  /// Where the more-link begins, in bytes, and what it says.
  func trailing() -> (start: Int, link: MoreLink)? {
    var position = limit
    var isWordStart = true
    while position < text.count {
      if isWordStart, let found = link(at: position) { return found }
      let (value, next) = text.character(at: position)
      isWordStart = !Letters.isLetterOrNumber(value)
      position = next
    }
    return nil
  }

  /// Whether the text begins with a phrase, whatever follows.
  var beginsWithPhrase: Bool {
    [words.phrases, words.everydayPhrases].contains { table in
      !folded.isEmpty && table.phrases(beginningWith: folded[0]).contains { end(of: $0, at: 0) != nil }
    }
  }

  private var limit: Int {
    guard text.count > Self.longest else { return 0 }
    var index = text.count
    for _ in 0..<Self.longest {
      guard let (_, start) = text.character(before: index) else { return 0 }
      index = start
    }
    return index
  }

  /// The more-link whose phrase begins at `position`.
  private func link(at position: Int) -> (start: Int, link: MoreLink)? {
    find(words.phrases, isEveryday: false, at: position)
      ?? find(words.everydayPhrases, isEveryday: true, at: position)
  }

  private func find(_ table: PhraseTable, isEveryday: Bool, at position: Int) -> (start: Int, link: MoreLink)?
  {
    guard table.mayBegin(with: folded[position]) else { return nil }
    for phrase in table.phrases(beginningWith: folded[position]) {
      guard let afterPhrase = end(of: phrase, at: position),
        let tail = MoreLinkTail(text[afterPhrase...], titles: titles)
      else { continue }
      let (start, titleBefore) = beginning(before: position)
      let isAlone = text.skippingSpace(from: 0) >= start
      let isBracketed = start < position && Self.isOpenBracket(UInt32(text[start]))
      let isSure = isAlone || isBracketed || tail.hasArrow || tail.title != nil || titleBefore != nil
      guard !isEveryday || isSure else { continue }
      let label = String(decoding: text[start..<tail.end], as: UTF8.self)
      return (start, MoreLink(label: label, title: titleBefore ?? tail.title, cutTag: tail.cutTag))
    }
    return nil
  }

  /// Where `phrase` ends if it stands at `start` as whole words, blanks of any kind between them.
  private func end(of phrase: [UInt8], at start: Int) -> Int? {
    var position = start
    for byte in phrase {
      guard position < folded.count else { return nil }
      if byte == 0x20 {
        let next = folded.skippingSpace(from: position)
        guard next > position else { return nil }
        position = next
      } else {
        guard folded[position] == byte else { return nil }
        position += 1
      }
    }
    if position < text.count, Letters.isLetterOrNumber(text.character(at: position).value) { return nil }
    return position
  }

  /// Where a more-link really begins whose phrase stands at `phrase`: a known title or a bracket may come before.
  private func beginning(before phrase: Int) -> (start: Int, title: String?) {
    let end = text.trimmingSpace(before: phrase)
    if let (last, start) = text.character(before: end), Self.isOpenBracket(last) { return (start, nil) }
    return title(endingAt: end) ?? (phrase, nil)
  }

  private static func isOpenBracket(_ value: UInt32) -> Bool {
    value == 0x28 || value == 0x5B || value == 0x7B
  }

  /// The known title, or a quoted one that is all there is, that ends at `end`.
  private func title(endingAt end: Int) -> (start: Int, title: String?)? {
    let start = text.skippingSpace(from: 0)
    guard start < end else { return nil }
    if let quoted = Quotes.contents(of: text[start..<end]) {
      return (start, String(decoding: text[quoted], as: UTF8.self))
    }
    guard !titles.isEmpty else { return nil }
    let before = FoldedText.lowercased(text[..<end])
    for title in titles {
      let folded = FoldedText.lowercased(Array(title.utf8)[...])
      guard !folded.isEmpty,
        let wanted = [folded, "\"\(folded)\"", "'\(folded)'"].first(where: before.hasSuffix)
      else { continue }
      // Walk back in the unfolded text until it folds to as much as the title does.
      var start = end
      while let (_, earlier) = text.character(before: start) {
        start = earlier
        if FoldedText.lowercased(text[start..<end]) == wanted { return (start, title) }
      }
    }
    return nil
  }
}

/// What may follow a more-link's phrase: arrows, the title, a cut tag, and then the end.
private struct MoreLinkTail {
  var title: String?
  var cutTag: String?
  var hasArrow = false
  /// Where the more-link ends, in bytes.
  var end: Int

  private static let arrows = "→⟶⇒➔➜➝➞▸▶►»›>·•…".unicodeScalars.map(\.value)
  // The selector of a sign's form is no sign.
  private static let fillers = ".:-–—|)]}!\u{FE0E}\u{FE0F}".unicodeScalars.map(\.value)

  init?(_ text: ArraySlice<UInt8>, titles: [String]) {
    end = text.trimmingSpace(before: text.endIndex)
    var rest = text[..<max(end, text.startIndex)]
    // A tag at the very end, cut off or escaped: `</span`, `</span>`, `<span class=`.
    while let open = rest.lastIndex(of: UInt8(ascii: "<")), Self.isTag(rest[open...]) {
      cutTag = String(decoding: rest[open...], as: UTF8.self)
      rest = rest[..<max(text.startIndex, rest.trimmingSpace(before: open))]
    }
    while !rest.isEmpty {
      let (value, next) = rest.character(at: rest.startIndex)
      let isArrow = Self.arrows.contains(value)
      guard isArrow || Letters.isSpace(value) || Self.fillers.contains(value) else { break }
      hasArrow = hasArrow || isArrow
      rest = rest[next...]
    }
    if rest.isEmpty { return }
    if let quoted = Quotes.contents(of: rest) {
      title = String(decoding: rest[quoted], as: UTF8.self).trimmed
      return
    }
    while let (value, start) = rest.character(before: rest.endIndex),
      Letters.isSpace(value) || Self.arrows.contains(value) || Self.fillers.contains(value)
    {
      rest = rest[..<start]
    }
    if rest.isEmpty { return }
    guard !titles.isEmpty, rest.count < 700 else { return nil }
    let folded = FoldedText.lowercased(rest)
    guard let known = titles.first(where: { FoldedText.lowercased(Array($0.utf8)[...]) == folded }) else {
      return nil
    }
    title = known
  }

  /// Whether text that begins with `<` is a tag, whole or cut off.
  private static func isTag(_ text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex + 1
    let isEnd = index < text.endIndex && text[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let start = index
    while index < text.endIndex, Letters.isLetterOrNumber(UInt32(text[index])), text[index] < 0x80 {
      index += 1
    }
    guard (1...10).contains(index - start), Letters.isLetter(UInt32(text[start])) else { return false }
    let rest = text[index...]
    guard isEnd else {
      guard let next = rest.first else { return true }
      return next == UInt8(ascii: ">") || Letters.isSpace(UInt32(next))
    }
    return rest.allSatisfy { $0 == UInt8(ascii: ">") || Letters.isSpace(UInt32($0)) }
  }
}
