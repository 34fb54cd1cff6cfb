/// Stands for a text of any length in sixteen bytes, which no two texts that anybody can find share.
public struct TextKey: Sendable, Hashable {
  fileprivate let high: UInt64
  fileprivate let low: UInt64

  /// The key of some bytes: the first half of their SHA-256.
  public init(of bytes: Span<UInt8>) {
    let digest = Digest(.sha256, of: bytes).bytes
    high = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The key of a text's bytes, whatever it is equivalent to.
  public init(_ text: String) { self.init(of: Array(text.utf8).span) }

  /// Whether it comes before another in an order without meaning.
  public static func precedes(_ left: TextKey, _ right: TextKey) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Numbers texts in the order in which they come, in some 24 bytes each, whatever their length.
public struct TextNumbers: Sendable {
  private var keys: [TextKey] = []
  /// The number and one of the text at each place of the table; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 16)

  /// Begins with no text.
  public init() {}

  /// How many texts there are.
  public var count: Int { keys.count }

  /// Makes room for so many texts at once, instead of growing by and by.
  public mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    while places.count < count / 3 * 4 + 4 { grow() }
  }

  /// The number of a text; nil where it has not come.
  public func number(of key: TextKey) -> Int? {
    let place = places[place(of: key)]
    return place == 0 ? nil : Int(place) - 1
  }

  /// The number of a text, which gets the next one where it has not come before.
  public mutating func insert(_ key: TextKey) -> (number: Int, isNew: Bool) {
    var index = place(of: key)
    if places[index] != 0 { return (Int(places[index]) - 1, false) }
    if keys.count * 4 >= places.count * 3 {
      grow()
      index = place(of: key)
    }
    keys.append(key)
    places[index] = UInt32(keys.count)
    return (keys.count - 1, true)
  }

  /// Where the text stands in the table, or where it would.
  private func place(of key: TextKey) -> Int {
    var index = Int(truncatingIfNeeded: key.low) & (places.count - 1)
    while places[index] != 0, keys[Int(places[index]) - 1] != key { index = (index + 1) & (places.count - 1) }
    return index
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for (number, key) in keys.enumerated() { places[place(of: key)] = UInt32(number + 1) }
  }
}
