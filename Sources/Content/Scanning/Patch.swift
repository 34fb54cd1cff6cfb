internal import Bytes

/// A copy of a text in the making, with some stretches replaced: most of a text is carried over in long runs, and a
/// text with nothing to replace is handed back as it was, without a copy.
struct Patch {
  private var output: [UInt8] = []
  /// How much of the source has been carried over or left out.
  private(set) var position = 0
  private var isTouched = false

  /// Carries over everything up to `end`.
  mutating func keep(_ source: [UInt8], upTo end: Int) {
    guard end > position else { return }
    if !isTouched { begin(source) }
    output.append(copying: source.span.extracting(position..<end))
    position = end
  }

  /// Leaves out everything up to `end`.
  mutating func skip(_ source: [UInt8], to end: Int) {
    if !isTouched { begin(source) }
    position = max(position, end)
  }

  /// Puts `text` here.
  mutating func insert(_ text: String) {
    isTouched = true
    output.append(contentsOf: text.utf8)
  }

  /// Puts `text` here.
  mutating func insert(_ text: some Sequence<UInt8>) {
    isTouched = true
    output.append(contentsOf: text)
  }

  /// The finished text.
  mutating func finish(_ source: [UInt8]) -> [UInt8] {
    guard isTouched else { return source }
    output.append(copying: source.span.extracting(position...))
    return output
  }

  private mutating func begin(_ source: [UInt8]) {
    isTouched = true
    output.reserveCapacity(source.count + source.count / 8 + 64)
  }
}
