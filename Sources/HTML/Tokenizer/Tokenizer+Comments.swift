internal import Bytes
internal import Model

extension Tokenizer {
  /// What begins with the `<!` at `position` (section 13.2.5.42, markup declaration open state).
  mutating func markupDeclaration(_ document: inout Document) -> Token {
    if source.span.hasBytes("<!--", at: position) { return comment(&document) }
    if hasLetters("doctype", at: position + 2) {
      position += 9
      return doctype()
    }
    if source.span.hasBytes("<![CDATA[", at: position) {
      if allowsCDATA { return cdata(&document) }
      if isArchival {
        log.report(.strayCDATA, .repair, at: position, "a CDATA section, read as text")
        return cdata(&document)
      }
    }
    return bogusComment(from: position + 2, &document)
  }

  private mutating func cdata(_ document: inout Document) -> Token {
    position += 9
    rawEnd = end(of: "]]>", from: position, isMissing: \.cdata) ?? source.count
    contentModel = .cdata
    text = ByteStretch()
    return .text
  }

  /// The comment that begins at `position`.
  private mutating func comment(_ document: inout Document) -> Token {
    let first = position + 4
    if byte(at: first) == UInt8(ascii: ">") { return emptyComment(endingAt: first + 1) }
    if source.span.hasBytes("->", at: first) { return emptyComment(endingAt: first + 2) }
    var index = first
    while let dashes = end(of: "--", from: index, isMissing: \.comment) {
      if byte(at: dashes + 2) == UInt8(ascii: ">") {
        return comment(from: first, to: dashes, behind: dashes + 3, &document)
      }
      if source.span.hasBytes("!>", at: dashes + 2) {
        return comment(from: first, to: dashes, behind: dashes + 4, &document)
      }
      index = dashes + 1
    }
    return openComment(from: first, &document)
  }

  private mutating func emptyComment(endingAt behind: Int) -> Token {
    text = ByteStretch()
    position = behind
    return .comment
  }

  private mutating func comment(
    from first: Int, to end: Int, behind: Int, _ document: inout Document
  ) -> Token {
    text = stretch(from: first, to: end, &document)
    position = behind
    return .comment
  }

  /// A comment that never ends: the archival reading ends it at the next `>`, so that what follows is not lost.
  private mutating func openComment(from first: Int, _ document: inout Document) -> Token {
    noEnd.comment = true
    if isArchival, let close = source.span.firstIndex(of: UInt8(ascii: ">"), from: first) {
      log.report(.openComment, .repair, at: start, "a comment that never ends, ended at the next '>'")
      return comment(from: first, to: close, behind: close + 1, &document)
    }
    log.report(.openComment, .loss, at: start, "a comment that never ends; what follows is part of it")
    var end = source.count
    for tail: StaticString in ["--!", "--", "-"] where end - tail.utf8CodeUnitCount >= first {
      guard source.span.hasBytes(tail, at: end - tail.utf8CodeUnitCount) else { continue }
      end -= tail.utf8CodeUnitCount
      break
    }
    return comment(from: first, to: end, behind: source.count, &document)
  }

  /// Everything from `first` up to the next `>` as a comment.
  mutating func bogusComment(from first: Int, _ document: inout Document) -> Token {
    let end = source.span.firstIndex(of: UInt8(ascii: ">"), from: first) ?? source.count
    log.report(.bogusComment, .note, at: start, "markup that is no tag, read as a comment")
    return comment(from: first, to: end, behind: min(end + 1, source.count), &document)
  }

  /// Where `needle` stands next, or nil; once it was missing it is not searched again.
  private mutating func end(
    of needle: StaticString, from first: Int, isMissing: WritableKeyPath<MissingEnds, Bool>
  ) -> Int? {
    if noEnd[keyPath: isMissing] { return nil }
    if let found = source.span.firstIndex(of: needle, from: first) { return found }
    noEnd[keyPath: isMissing] = true
    return nil
  }

  /// Whether these letters stand at `index`, capital or small.
  func hasLetters(_ letters: StaticString, at index: Int) -> Bool {
    guard index + letters.utf8CodeUnitCount <= source.count else { return false }
    var index = index
    for letter in "\(letters)".utf8 {
      if source[index].lowercased != letter { return false }
      index += 1
    }
    return true
  }
}

/// What is known not to come any more.
struct MissingEnds {
  /// Two dashes that could end a comment.
  var comment = false
  /// The `]]>` of a CDATA section.
  var cdata = false
  /// Elements of raw text whose end tag does not come.
  var rawText: [Tag] = []
}
