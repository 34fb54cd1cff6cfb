internal import HTML

/// Makes a signature of what a walk meets, whatever it walks: what is around the text, the text itself, and its breaks.
struct SignatureBuilder {
  /// What is around a character, as far as a reader sees it.
  struct Style: Equatable {
    /// One bit for each of strong, emphasis, deletion, code and the elements kept as tags.
    var marks: UInt32 = 0
    var heading: UInt8 = 0
    var quotes: UInt16 = 0
    /// How many lists are around the item.
    var lists: UInt16 = 0
    /// The target and title of the link, folded.
    var link: UInt64 = 0
    var isPreformatted = false

    /// All of it in one number.
    var folded: UInt64 {
      var fold = ByteFold()
      fold.add(number: UInt64(marks) << 32 | UInt64(heading) << 1 | (isPreformatted ? 1 : 0))
      fold.add(number: UInt64(quotes) << 16 | UInt64(lists))
      fold.add(number: link)
      return fold.value
    }
  }

  /// An item, row or cell around, and whether its beginning was noted.
  private struct Part {
    let mark: SignatureMark
    let value: UInt64
    var isNoted = false
  }

  var style = Style()
  private var signature = Signature()
  private var writtenStyle = Style()
  /// Whether anything visible stands on the line.
  private var lineIsOpen = false
  private var breakIsDue = false
  private var spaceIsDue = false
  private var noBreakSpacesDue = 0
  private var newlinesDue = 0
  /// Blanks and tabs in preformatted text.
  private var spacesDue: [UInt8] = []
  /// The items, rows and cells around, outermost first.
  private var openParts: [Part] = []
  private var hasUnnotedParts = false

  /// Begins a signature that will probably have no more bytes than `capacity`.
  init(capacity: Int) { signature.reserveCapacity(capacity) }

  /// Ends the signature and begins another one.
  mutating func cut() -> Signature {
    let finished = signature
    signature = Signature()
    writtenStyle = Style()
    breakIsDue = false
    closeLine()
    return finished
  }

  // MARK: Text

  mutating func add(text: Span<UInt8>) {
    if style.isPreformatted { return add(preformatted: text) }
    var index = 0
    while index < text.count {
      if isSpace(text[index]) {
        addBlank()
        index += 1
      } else if text.hasNoBreakSpace(at: index) {
        noBreakSpacesDue += 1
        index += 2
      } else if text[index] == Signature.mark {
        settle()
        signature.add(text: text[index])
        index += 1
      } else {
        settle()
        let end = text.endOfWords(from: index)
        signature.add(text: text.extracting(index..<end))
        index = end
      }
    }
  }

  private mutating func add(preformatted text: Span<UInt8>) {
    for index in text.indices {
      switch text[index] {
      case 0x0A: addNewline()
      case 0x20, 0x09: spacesDue.append(text[index])
      default:
        settle()
        signature.add(text: text[index])
      }
    }
  }

  /// Adds white space.
  mutating func addBlank() {
    if lineIsOpen || noBreakSpacesDue > 0 { spaceIsDue = true }
  }

  mutating func addLineBreak() {
    if style.isPreformatted { addNewline() } else { endLine() }
  }

  private mutating func addNewline() {
    spacesDue.removeAll(keepingCapacity: true)
    if lineIsOpen { newlinesDue += 1 }
  }

  mutating func endLine() {
    if lineIsOpen { breakIsDue = true }
    closeLine()
  }

  private mutating func closeLine() {
    lineIsOpen = false
    spaceIsDue = false
    noBreakSpacesDue = 0
    newlinesDue = 0
    if !spacesDue.isEmpty { spacesDue.removeAll(keepingCapacity: true) }
  }

  // MARK: What is not text

  mutating func addImage(source: Span<UInt8>, alternative: [UInt8], title: [UInt8]) {
    // A picture cannot be code.
    let around = style
    style.marks &= ~CheckedElement.codeBit
    settle()
    style = around
    signature.add(.image, Self.folded(source))
    signature.add(words: alternative)
    signature.add(words: title)
  }

  mutating func addRule() {
    // A rule has no text that could be marked.
    style.marks = 0
    style.link = 0
    settle()
    signature.add(.rule)
  }

  mutating func addMedia(_ target: Span<UInt8>) {
    signature.add(.media, Self.folded(target))
  }

  mutating func addCheckbox(isChecked: Bool) {
    signature.add(.checkbox, isChecked ? 1 : 0)
  }

  /// Adds the reference to a footnote.
  mutating func addReference(to label: ArraySlice<UInt8>) {
    settle()
    signature.add(.reference)
    signature.add(words: Array(label))
  }

  /// Begins a footnote.
  mutating func beginNote(_ label: ArraySlice<UInt8>) {
    style = Style()
    signature.add(.note)
    signature.add(words: Array(label))
  }

  // MARK: Items, rows and cells

  /// How many items, rows and cells are around.
  var partDepth: Int { openParts.count }

  mutating func openPart(_ mark: SignatureMark, _ value: UInt64) {
    openParts.append(Part(mark: mark, value: value))
    hasUnnotedParts = true
  }

  mutating func closeParts(downTo depth: Int) {
    while openParts.count > depth { openParts.removeLast() }
    hasUnnotedParts = !openParts.isEmpty
  }

  /// Begins an item; `number` is what an ordered list gives it.
  mutating func openItem(depth: UInt16, number: Int?) {
    style.lists = max(depth, 1)
    let lists = UInt64(style.lists)
    openPart(.item, number.map { lists | 0x1_0000 | UInt64(truncatingIfNeeded: $0) << 20 } ?? lists)
  }

  /// Notes the rows and cells around and the innermost item; an item around another is noted when it says something itself.
  private mutating func noteParts() {
    let innermost = openParts.lastIndex { $0.mark == .item }
    for index in openParts.indices where !openParts[index].isNoted {
      guard openParts[index].mark != .item || index == innermost else { continue }
      openParts[index].isNoted = true
      let part = openParts[index]
      signature.add(part.mark, part.value)
    }
    hasUnnotedParts = false
  }

  // MARK: What is due

  /// Notes what became due before the next visible thing: a break, a new item or row, white space, another style.
  private mutating func settle() {
    if breakIsDue {
      signature.add(.lineBreak)
      breakIsDue = false
    }
    if hasUnnotedParts { noteParts() }
    if newlinesDue > 0 {
      signature.add(.newline, UInt64(newlinesDue))
      newlinesDue = 0
    }
    if spaceIsDue {
      signature.add(text: 0x20)
      spaceIsDue = false
    }
    if noBreakSpacesDue > 0 {
      signature.add(.noBreakSpace, UInt64(noBreakSpacesDue))
      noBreakSpacesDue = 0
    }
    if style != writtenStyle { addStyle() }
    if !spacesDue.isEmpty {
      for byte in spacesDue { signature.add(text: byte) }
      spacesDue.removeAll(keepingCapacity: true)
    }
    lineIsOpen = true
  }

  private mutating func addStyle() {
    writtenStyle = style
    signature.add(.style, folded: style.folded)
  }

  /// The link of a style.
  static func link(_ target: Span<UInt8>, title: [UInt8]) -> UInt64 {
    var fold = ByteFold()
    fold.add(target: target)
    for byte in title { fold.add(byte) }
    fold.end()
    return fold.value
  }

  private static func folded(_ target: Span<UInt8>) -> UInt64 {
    var fold = ByteFold()
    fold.add(target: target)
    return fold.value
  }
}

extension Span<UInt8> {
  @inline(__always)
  fileprivate func hasNoBreakSpace(at index: Int) -> Bool {
    self[index] == 0xC2 && index + 1 < count && self[index + 1] == 0xA0
  }
}
