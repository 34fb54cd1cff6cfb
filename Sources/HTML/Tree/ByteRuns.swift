extension Span<UInt8> {
  /// Where words end that begin at `start`, where no blank stands, taken together with the single blanks between them.
  ///
  /// Any other white space and a blank at the end of the text belong to them no more; a control character and the byte C2, with
  /// which U+00A0 begins, may end them too, with the blank before it: what the text goes on with is to be looked at by its own.
  package func endOfWords(from start: Int) -> Int {
    let end = firstMarked(from: start + 1) { index in
      let block = ByteBlock(self, at: index)
      let before = ByteBlock(self, at: index - 1)
      return block.noWord & (before.equal(to: 0x20) | ~block.equal(to: 0x20))
    }
    return self[end - 1] == 0x20 ? end - 1 : end
  }

  /// The index of the first byte at or after `start` that may mean something to the tokenizer in text, or the end: `<`, `&`, a control
  /// character, or the byte C2.
  func firstUnusual(from start: Int) -> Int {
    firstMarked(from: start) { index in
      let block = ByteBlock(self, at: index)
      let marks = block.equal(to: UInt8(ascii: "<")) | block.equal(to: UInt8(ascii: "&"))
      return marks | block.below(0x20) | block.equal(to: 0x7F) | block.equal(to: 0xC2)
    }
  }

  /// The index of the first byte at or after `start` that HTML may have to escape, or the end: `&`, `<`, `>`, in an attribute `"`, and A0,
  /// with which U+00A0 ends.
  func firstEscaped(from start: Int, inAttribute: Bool) -> Int {
    firstMarked(from: start) { index in
      let block = ByteBlock(self, at: index)
      let marks = block.equal(to: UInt8(ascii: "<")) | block.equal(to: UInt8(ascii: ">"))
      let others = marks | block.equal(to: UInt8(ascii: "&")) | block.equal(to: 0xA0)
      return inAttribute ? others | block.equal(to: UInt8(ascii: "\"")) : others
    }
  }

  /// The index of the first byte at or after `start` that may mean something inside a line of Markdown, or the end: an `&`, `*` or `<`,
  /// or one from `[` to `` ` `` or from `{` to `~` in ASCII.
  package func firstMarkup(from start: Int) -> Int {
    firstMarked(from: start) { index in
      let block = ByteBlock(self, at: index)
      let marks = block.equal(to: UInt8(ascii: "&")) | block.equal(to: UInt8(ascii: "*"))
      let brackets = block.within(UInt8(ascii: "[")...UInt8(ascii: "`")) | block.equal(to: UInt8(ascii: "<"))
      return marks | brackets | block.within(UInt8(ascii: "{")...UInt8(ascii: "~"))
    }
  }
}

extension ByteBlock {
  /// The bytes that belong to no word: white space, control characters, and C2, with which U+00A0 begins.
  @inline(__always)
  fileprivate var noWord: Marks { below(0x21) | equal(to: 0xC2) }
}
