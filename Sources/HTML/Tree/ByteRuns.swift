extension Span<UInt8> {
  /// Where words end that begin at `start`, taken together with the single blanks between them.
  ///
  /// Any other white space and a blank at the end of the text belong to them no more; a control character and the byte C2, with
  /// which U+00A0 begins, may end them too, with the blank before it: what the text goes on with is to be looked at by its own.
  package func endOfWords(from start: Int) -> Int {
    var index = start + 1
    while true {
      index = endOfPlainWords(from: index)
      let next = Swift.min(index + 8, count)
      while index < next {
        if self[index] > 0x20 {
          guard self[index] != 0xC2 else { return index }
        } else {
          guard self[index] == 0x20, index + 1 < count, self[index + 1] > 0x20, self[index + 1] != 0xC2
          else { return index }
        }
        index += 1
      }
      if index >= count { return index }
    }
  }

  /// As `endOfWords`, eight bytes a step: stops before the eight in which words may end, or at the blank before them.
  private func endOfPlainWords(from start: Int) -> Int {
    var index = start
    var blankBefore: UInt64 = 0
    while index + 8 <= count {
      let bytes = EightBytes(self, at: index)
      let blanks = bytes.below(0x21)
      let ends = bytes.below(0x20) | bytes.equal(to: 0xC2) | blanks & (blanks << 8 | blankBefore)
      guard ends == 0 else { break }
      blankBefore = blanks >> 56
      index += 8
    }
    return blankBefore == 0 ? index : index - 1
  }

  /// Skips bytes that mean nothing to any part of the tokenizer that reads text or values, eight a step; where it stops, one of
  /// the next eight may mean something.
  func skippingOrdinary(from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let bytes = EightBytes(self, at: index)
      let marks = bytes.within(UInt8(ascii: "\"")...UInt8(ascii: "'")) | bytes.equal(to: UInt8(ascii: "<"))
      guard bytes.below(0x20) | marks | bytes.equal(to: 0x7F) | bytes.equal(to: 0xC2) == 0 else { break }
      index += 8
    }
    return index
  }

  /// Skips bytes that mean nothing inside a line of Markdown, eight a step; where it stops, one of the next eight is an `&`, `*` or
  /// `<`, or stands from `[` to `` ` `` or from `{` to `~` in ASCII.
  package func skippingUnmarked(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let bytes = EightBytes(self, at: index)
      let marks = bytes.equal(to: UInt8(ascii: "&")) | bytes.equal(to: UInt8(ascii: "*"))
      let brackets = bytes.within(UInt8(ascii: "[")...UInt8(ascii: "`")) | bytes.equal(to: UInt8(ascii: "<"))
      guard marks | brackets | bytes.within(UInt8(ascii: "{")...UInt8(ascii: "~")) == 0 else { break }
      index += 8
    }
    return index
  }
}
