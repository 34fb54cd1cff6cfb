/// The words of a text, for telling whether another says the same: without typography, capitals and marks.
struct ComparableText {
  /// The folded text, in small letters.
  private let bytes: [UInt8]
  private let words: [Range<Int>]

  /// Takes visible text in UTF-8.
  init(_ text: some Collection<UInt8>) {
    var bytes = FoldedText.fold(text)
    FoldedCase.fold(&bytes)
    var words: [Range<Int>] = []
    for piece in bytes.split(separator: 0x20) {
      var start = piece.startIndex
      var end = piece.endIndex
      while start < end {
        let (value, next) = piece.character(at: start)
        if Letters.isLetterOrNumber(value) { break }
        start = next
      }
      while start < end, let (value, before) = piece.character(before: end), !Letters.isLetterOrNumber(value)
      {
        end = before
      }
      if start < end { words.append(start..<end) }
    }
    self.bytes = bytes
    self.words = words
  }

  init(_ text: String) { self.init(text.utf8) }

  /// How many words there are.
  var count: Int { words.count }

  /// A number that texts of the same words share.
  var fingerprint: Int {
    var hasher = Hasher()
    for word in words { hasher.combine(bytes: bytes[word]) }
    return hasher.finalize()
  }

  /// The first words, for a message.
  func beginning(_ count: Int = 6, from start: Int = 0) -> String {
    words.dropFirst(start).prefix(count).map { String(decoding: bytes[$0], as: UTF8.self) }.joined(
      separator: " ")
  }

  /// How many of this text's words stand in `other` in the same order, from the first on; the last one may be cut off.
  ///
  /// What `other` has between them (captions, galleries, headings) is passed over.
  func countFound(in other: ComparableText) -> Int {
    var found = 0
    for word in other.words where found < words.count {
      let own = bytes[words[found]]
      let isSame = own.elementsEqual(other.bytes[word])
      let isCut = found == words.count - 1 && own.count > 2 && other.bytes[word].starts(with: own)
      if isSame || isCut { found += 1 }
    }
    return found
  }

  /// Whether all of this text's words stand in `other` in the same order.
  func isPart(of other: ComparableText) -> Bool { count <= other.count && countFound(in: other) == count }
}

extension Hasher {
  fileprivate mutating func combine(bytes: ArraySlice<UInt8>) {
    for byte in bytes { combine(byte) }
    combine(UInt8(0))
  }
}
