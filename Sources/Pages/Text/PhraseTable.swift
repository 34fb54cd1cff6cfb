/// Phrases in small letters, found by their first byte: most places of a text begin none.
struct PhraseTable: Sendable, Hashable {
  /// The phrases, those with the same first byte together, in the order given.
  private let phrases: [[UInt8]]
  /// Where the phrases with each first byte begin; one more entry than there are bytes.
  private let starts: [Int]

  init(_ texts: [String]) {
    let all = texts.map { Array($0.utf8) }.filter { !$0.isEmpty }
    var phrases: [[UInt8]] = []
    var starts: [Int] = []
    for first in UInt8.min...UInt8.max {
      starts.append(phrases.count)
      phrases += all.filter { $0.first == first }
    }
    starts.append(phrases.count)
    self.phrases = phrases
    self.starts = starts
  }

  /// The phrases that begin with a byte, in the order given.
  func phrases(beginningWith first: UInt8) -> ArraySlice<[UInt8]> {
    phrases[starts[Int(first)]..<starts[Int(first) + 1]]
  }

  /// Whether any phrase begins with a byte.
  func mayBegin(with first: UInt8) -> Bool { starts[Int(first)] != starts[Int(first) + 1] }

  /// Whether any phrase stands at the very start of `text`.
  func begins(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return phrases(beginningWith: first).contains { text.starts(with: $0) }
  }

  /// Whether `text` is one of the phrases.
  func contains(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return phrases(beginningWith: first).contains { $0.count == text.count && text.elementsEqual($0) }
  }

  /// Whether the first bytes of any phrase stand anywhere in `text`.
  func stands(in text: [UInt8], upTo count: Int) -> Bool {
    text.indices.contains { index in
      mayBegin(with: text[index])
        && phrases(beginningWith: text[index]).contains { text[index...].starts(with: $0.prefix(count)) }
    }
  }

  /// Whether any phrase stands anywhere in `text`.
  func stands(in text: some Collection<UInt8>) -> Bool {
    var index = text.startIndex
    while index != text.endIndex {
      if mayBegin(with: text[index]), begins(text[index...]) { return true }
      text.formIndex(after: &index)
    }
    return false
  }
}
