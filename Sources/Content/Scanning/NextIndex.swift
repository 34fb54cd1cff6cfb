internal import Bytes

/// The next place of one byte, remembered: however often it is asked with growing starts, a text is scanned once.
struct NextIndex {
  private let byte: UInt8
  private var scannedFrom = 0
  private var hit: Int?
  private var isValid = false

  init(of byte: UInt8) { self.byte = byte }

  /// The index of the first such byte at or after `start`, or nil.
  mutating func callAsFunction(in text: Span<UInt8>, from start: Int) -> Int? {
    if isValid, start >= scannedFrom {
      guard let hit else { return nil }
      if hit >= start { return hit }
    }
    hit = text.firstIndex(of: byte, from: start)
    scannedFrom = start
    isValid = true
    return hit
  }
}

/// The next place of one short text, remembered in the same way.
struct NextText {
  private let needle: StaticString
  private var scannedFrom = 0
  private var hit: Int?
  private var isValid = false

  init(of needle: StaticString) { self.needle = needle }

  /// The index of the first such text at or after `start`, or nil.
  mutating func callAsFunction(in text: Span<UInt8>, from start: Int) -> Int? {
    if isValid, start >= scannedFrom {
      guard let hit else { return nil }
      if hit >= start { return hit }
    }
    hit = text.firstIndex(of: needle, from: start)
    scannedFrom = start
    isValid = true
    return hit
  }
}
