internal import Model

extension Tokenizer {
  /// Whatever begins with the `<` at `position` (section 13.2.5.6, tag open state).
  mutating func markup(_ document: inout Document) -> Token {
    switch byte(at: position + 1) {
    case .some(let next) where next.isASCIILetter:
      position += 1
      return tagToken(isEndTag: false, &document)
    case UInt8(ascii: "/"): return endTagOpen(&document)
    case UInt8(ascii: "!"): return markupDeclaration(&document)
    case UInt8(ascii: "?"): return bogusComment(from: position + 1, &document)
    default: return literalTagOpen(&document)
    }
  }

  /// The `<` at `position` as text.
  func isLiteralEndTagOpen(_ next: UInt8) -> Bool { isArchival && !next.isHTMLSpace }

  private mutating func literalTagOpen(_ document: inout Document) -> Token {
    run(
      from: position + 1, stoppers: [.tagOpen, .ampersand, .rewritten], to: source.count, &document)
  }

  private mutating func endTagOpen(_ document: inout Document) -> Token {
    guard let next = byte(at: position + 2) else { return literalTagOpen(&document) }
    if next.isASCIILetter {
      position += 2
      return tagToken(isEndTag: true, &document)
    }
    if next == UInt8(ascii: ">") {
      position += 3
      text = ByteStretch()
      return .text
    }
    // "I </3 you": a comment to a browser, words to a reader.
    if isLiteralEndTagOpen(next) { return literalTagOpen(&document) }
    return bogusComment(from: position + 2, &document)
  }

  /// The tag whose name begins at `position`; the input may end in it.
  private mutating func tagToken(isEndTag: Bool, _ document: inout Document) -> Token {
    tag = Tag(id: nameID(&document))
    let firstAttribute = document.attributes.count
    let isWhole = attributes(&document)
    let count = document.attributes.count - firstAttribute
    attributes = ByteStretch(start: UInt32(firstAttribute), count: UInt32(count))
    isCut = !isWhole
    if isEndTag || isCut {
      document.attributes.removeLast(count)
      attributes.count = 0
    }
    if isCut { return cutTag(isEndTag: isEndTag, &document) }
    return isEndTag ? .endTag : .startTag
  }

  /// A tag the input ends in: dropped by the standard; in the archival reading an end tag counts and a start tag is text.
  private mutating func cutTag(isEndTag: Bool, _ document: inout Document) -> Token {
    position = source.count
    guard isArchival else {
      log.report(.cutTag, .loss, at: start, "a tag cut off by the end of the input, dropped")
      return .endOfFile
    }
    if isEndTag { return .endTag }
    keepCutTag(&document)
    return .text
  }

  /// Makes text of a cut tag.
  mutating func keepCutTag(_ document: inout Document) {
    log.report(.cutTag, .repair, at: start, "a tag cut off by the end of the input, kept as text")
    text = stretch(from: start, to: source.count, &document)
  }

  /// Reads the name at `position` up to white space, `/` or `>`.
  private mutating func nameID(_ document: inout Document) -> UInt32 {
    let first = position
    var hash = NameHash()
    var index = first
    while index < source.count {
      let byte = source[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      hash.add(byte.lowercased)
      index += 1
    }
    position = index
    return id(ofNameFrom: first, to: index, hash, &document)
  }

  private mutating func id(
    ofNameFrom first: Int, to end: Int, _ hash: NameHash, _ document: inout Document
  ) -> UInt32 {
    if let id = names.id(of: source, in: first..<end, hash: hash) { return id }
    var name: [UInt8] = []
    name.reserveCapacity(end - first)
    for byte in source[first..<end] {
      if byte == 0 { name.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { name.append(byte.lowercased) }
    }
    return document.names.intern(name)
  }

  // MARK: Attributes (section 13.2.5.32 to 13.2.5.40)

  /// Reads what stands between a tag's name and its `>`, which is read too; false where the input ends before.
  private mutating func attributes(_ document: inout Document) -> Bool {
    isSelfClosing = false
    tagNumber &+= 1
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: ">"):
        position += 1
        return true
      case UInt8(ascii: "/"):
        position += 1
        if byte(at: position) == UInt8(ascii: ">") {
          position += 1
          isSelfClosing = true
          return true
        }
      case 0x20, 0x0A, 0x09, 0x0D, 0x0C: position += 1
      default:
        if !attribute(&document) { return false }
      }
    }
    return false
  }

  /// Reads one attribute; false where the input ends in it.
  private mutating func attribute(_ document: inout Document) -> Bool {
    let first = position
    var hash = NameHash()
    hash.add(source[first].lowercased)
    var index = first + 1
    while index < source.count, !classes[Int(source[index])].contains(.nameEnd) {
      hash.add(source[index].lowercased)
      index += 1
    }
    let id = id(ofNameFrom: first, to: index, hash, &document)
    while index < source.count, source[index].isHTMLSpace { index += 1 }
    position = index
    guard index < source.count else { return false }
    var value = ByteStretch()
    if source[index] == UInt8(ascii: "=") {
      position += 1
      while position < source.count, source[position].isHTMLSpace { position += 1 }
      guard let next = byte(at: position) else { return false }
      switch next {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let quoted = quotedValue(&document) else { return false }
        value = quoted
      case UInt8(ascii: ">"): break
      default: value = unquotedValue(&document)
      }
    }
    add(Attribute(name: id, value: value), at: first, &document)
    return true
  }

  private mutating func add(_ attribute: Attribute, at offset: Int, _ document: inout Document) {
    let id = Int(attribute.name)
    if id >= lastTagWithAttribute.count {
      let missing = max(id + 1, Int(standardNameCount)) - lastTagWithAttribute.count
      lastTagWithAttribute.append(contentsOf: repeatElement(0, count: missing))
    }
    if lastTagWithAttribute[id] == tagNumber {
      log.report(.duplicateAttribute, .note, at: offset, "an attribute the element already has, dropped")
      return
    }
    lastTagWithAttribute[id] = tagNumber
    document.attributes.append(attribute)
  }
}
