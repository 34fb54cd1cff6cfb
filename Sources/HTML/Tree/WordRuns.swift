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
    let each: UInt64 = 0x0101_0101_0101_0101
    let highBits = each << 7
    var index = start
    var blankBefore: UInt64 = 0
    while index + 8 <= count {
      let word = unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let raised = word | highBits
      // The high bit of each byte of ASCII that is at most a blank, or less than one.
      let blanks = ~(raised &- each &* 0x21 | word) & highBits
      let controls = ~(raised &- each &* 0x20 | word) & highBits
      // The high bit of each byte that is C2, perhaps of others after one.
      let rest = word ^ (each &* 0xC2)
      let leads = (rest &- each) & ~rest & highBits
      guard controls | leads | blanks & (blanks << 8 | blankBefore) == 0 else { break }
      blankBefore = blanks >> 56
      index += 8
    }
    return blankBefore == 0 ? index : index - 1
  }
}
