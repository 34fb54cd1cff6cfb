/// The words of a text, for telling whether another says the same: without typography, capitals and marks.
struct ComparableText {
  /// The folded text, in small letters.
  private let bytes: [UInt8]
  private let words: [Range<Int>]

  /// Takes visible text in UTF-8.
  init(_ text: some Collection<UInt8>) {
    var bytes = FoldedText.fold(text)
    FoldedCase.fold(&bytes)
    Self.dropNotation(&bytes)
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

  /// Takes out shortcodes, which one side may show as they are written where the other shows what they make.
  private static func dropNotation(_ bytes: inout [UInt8]) {
    guard bytes.contains(UInt8(ascii: "[")) else { return }
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "["), let end = endOfNotation(bytes[index...]) {
        kept.append(0x20)
        index = end
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    bytes = kept
  }

  /// Where a shortcode ends that begins here; one with attributes may be cut off by the end of the text.
  private static func endOfNotation(_ text: ArraySlice<UInt8>) -> Int? {
    var name = text.dropFirst()
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    guard let first = name.first, Letters.isLetter(UInt32(first)) else { return nil }
    if let close = name.firstIndex(of: UInt8(ascii: "]")) { return close + 1 }
    return name.contains(UInt8(ascii: "=")) ? text.endIndex : nil
  }

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
  /// What `other` has between them (captions, galleries, headings) is passed over. Where WordPress makes an excerpt of lines
  /// and cells, it leaves no blank between them: words run together there.
  func countFound(in other: ComparableText) -> Int {
    var found = 0
    var place = 0
    while found < words.count, place < other.words.count {
      let own = bytes[words[found]]
      let isCut = found == words.count - 1 && own.count > 2
      if isCut, other.bytes[other.words[place]].starts(with: own) { return words.count }
      if let next = other.end(of: own, from: place) {
        found += 1
        place = next
      } else {
        place += 1
      }
    }
    return found
  }

  /// The place after the words from `place` on that together are `text`, or nil.
  private func end(of text: ArraySlice<UInt8>, from place: Int) -> Int? {
    var rest = text
    var next = place
    while next < words.count, rest.starts(with: bytes[words[next]]) {
      rest = rest.dropFirst(words[next].count)
      while !rest.isEmpty {
        let (value, after) = rest.character(at: rest.startIndex)
        if Letters.isLetterOrNumber(value) { break }
        rest = rest[after...]
      }
      next += 1
      if rest.isEmpty { return next }
    }
    return nil
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
