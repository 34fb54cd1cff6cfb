/// Reads a text with blocks into a flat list of events, by the rules of WordPress's block parser.
///
/// A closer closes the innermost open block whatever its name. Where several blocks are still open at the end of the
/// text WordPress gives the inner ones out twice; here all are closed where the text ends, and nothing is said twice.
struct BlockParser {
  /// The events of `text` from `start` on, and how many blocks the end of the text had to close.
  static func events(of text: [UInt8], from start: Int = 0) -> (events: [BlockEvent], unclosed: Int) {
    let span = text.span
    var scanner = BlockDelimiterScanner()
    var events: [BlockEvent] = []
    var depth = 0
    var position = start
    while let delimiter = scanner.next(in: span, from: position) {
      if delimiter.range.lowerBound > position { events.append(.html(position..<delimiter.range.lowerBound)) }
      position = delimiter.range.upperBound
      switch delimiter.kind {
      case .void: events.append(.leaf(delimiter.block))
      case .opener:
        events.append(.open(delimiter.block))
        depth += 1
      case .closer where depth > 0:
        events.append(.close)
        depth -= 1
      case .closer:
        events.append(.stray(delimiter.range))
        return (events, 0)
      }
    }
    if position < text.count { events.append(.html(position..<text.count)) }
    for _ in 0..<depth { events.append(.close) }
    return (events, depth)
  }
}
