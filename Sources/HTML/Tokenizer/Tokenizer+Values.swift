internal import Model

extension Tokenizer {
  /// The value that begins with the quote at `position`, which is left behind its closing quote; nil where it never closes.
  mutating func quotedValue(_ document: inout Document) -> ByteStretch? {
    let quote = source[position]
    let first = position + 1
    guard let end = closingQuote(quote, from: first) else { return openQuotedValue(from: first, &document) }
    if isArchival, let cut = swallowedMarkup(from: first, to: end, document) {
      log.report(
        .openQuote, .repair, at: first - 1,
        "an attribute quote that closes only at another tag's, closed at the tag's end")
      position = cut
      return value(from: first, to: cut, &document)
    }
    position = end + 1
    return value(from: first, to: end, &document)
  }

  private func closingQuote(_ quote: UInt8, from first: Int) -> Int? {
    var index = first
    while index < source.count, source[index] != quote { index += 1 }
    return index < source.count ? index : nil
  }

  /// A quoted value that never closes: the standard loses the rest of the input; the archival reading ends it at the next `>`.
  private mutating func openQuotedValue(from first: Int, _ document: inout Document) -> ByteStretch? {
    var end = first
    while end < source.count, source[end] != UInt8(ascii: ">") { end += 1 }
    guard end < source.count else { return nil }
    guard isArchival else {
      log.report(
        .openQuote, .loss, at: first - 1, "an attribute quote that never closes; what follows it is lost")
      return nil
    }
    log.report(
      .openQuote, .repair, at: first - 1, "an attribute quote that never closes, closed at the tag's end")
    position = end
    return value(from: first, to: end, &document)
  }

  /// Where a quoted value ought to have ended, if it runs up to a quote that means something else.
  ///
  /// The signs: what follows its closing quote is no end of an attribute, it holds a `>`, and behind that either its own
  /// end tag (`<a href='x">Hof</a> it's`) or a tag whose attribute the quote opens (`<a href="x>Hof</a> <a href="y">`).
  private func swallowedMarkup(from first: Int, to end: Int, _ document: Document) -> Int? {
    guard end > first, let next = byte(at: end + 1), !next.isHTMLSpace, next != UInt8(ascii: ">") else {
      return nil
    }
    let opensAnother = source[end - 1] == UInt8(ascii: "=")
    guard opensAnother || next != UInt8(ascii: "/") else { return nil }
    guard let close = source[first..<end].firstIndex(of: UInt8(ascii: ">")),
      let open = source[close..<end].firstIndex(of: UInt8(ascii: "<"))
    else { return nil }
    return opensAnother || holdsEndTag(from: open, to: end, document) ? close : nil
  }

  /// Whether the end tag of the element whose start tag is being read stands between `first` and `end`.
  private func holdsEndTag(from first: Int, to end: Int, _ document: Document) -> Bool {
    let name = document.names.bytes(of: tag.id)
    var index = first
    while index + name.count + 2 < end {
      if source[index] == UInt8(ascii: "<"), source[index + 1] == UInt8(ascii: "/"),
        zip(source[(index + 2)...], name).allSatisfy({ $0.lowercased == $1 }),
        !source[index + 2 + name.count].isASCIIAlphanumeric
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// The value that begins at `position` without a quote.
  mutating func unquotedValue(_ document: inout Document) -> ByteStretch {
    let first = position
    var end = first
    while end < source.count, !classes[Int(source[end])].contains(.unquotedEnd) { end += 1 }
    position = end
    return value(from: first, to: end, &document)
  }

  /// The bytes of a value with its character references decoded; `position` stays what it was.
  private mutating func value(from first: Int, to end: Int, _ document: inout Document) -> ByteStretch {
    let interesting = ByteClass([.ampersand, .rewritten, .suspicious]).rawValue
    var index = first
    while index < end, classes[Int(source[index])].rawValue & interesting == 0 { index += 1 }
    if index == end { return ByteStretch(from: first, to: end) }
    guard source[first..<end].contains(UInt8(ascii: "&")) else {
      return stretch(from: first, to: end, &document)
    }

    let behind = position
    let stored = document.decoded.count
    var plain = first
    position = first
    while position < end {
      guard source[position] == UInt8(ascii: "&") else {
        position += 1
        continue
      }
      appendRewritten(from: plain, to: position, into: &document.decoded)
      plain = position
      if consumeReference(inAttribute: true, into: &document.decoded) {
        plain = position
      } else {
        position += 1
      }
    }
    appendRewritten(from: plain, to: max(plain, end), into: &document.decoded)
    position = behind
    return ByteStretch(start: UInt32(stored), count: UInt32(document.decoded.count - stored), store: .decoded)
  }
}
