import Bytes
import Model

/// A piece's bytes made ready for the XML parser, with the places of its CDATA sections.
struct PreparedText {
  /// The text, valid UTF-8 and well-formed as far as can be told without parsing.
  let text: CheckedText
  /// The contents of the CDATA sections, without their marks.
  var sections: [ByteRange]
  /// Where offsets of ``bytes`` stand in the input.
  var map: OffsetMap
  /// What was repaired.
  var findings: [Finding]
  /// Whether the markup was written anew.
  let isRepaired: Bool

  /// The bytes of the text.
  var bytes: [UInt8] { text.bytes }

  /// The bytes without the sections' contents and what else the parser need not see.
  func markup() -> [UInt8] {
    var markup: [UInt8] = []
    let span = bytes.span
    let lengthWithout = gaps.last.map { span.count - $0.end } ?? span.count
    markup.reserveCapacity(lengthWithout + (gapOffsets.last ?? 0))
    var position = 0
    for gap in gaps {
      markup.append(copying: span.extracting(position..<gap.offset))
      position = gap.end
    }
    markup.append(copying: span.extracting(position..<span.count))
    return markup
  }

  /// Where an offset of ``markup()`` stands in ``bytes``.
  func offset(ofMarkup offset: Int) -> Int {
    // The gaps are sorted: find the last whose beginning lies before the offset.
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gapOffsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? offset : offset + gaps[low - 1].end - gapOffsets[low - 1]
  }

  /// What ``markup()`` lacks, first to last.
  private let gaps: [ByteRange]
  /// Where each gap stands in ``markup()``.
  private let gapOffsets: [Int]

  init(
    _ text: CheckedText, sections: [ByteRange], passedOver: [ByteRange] = [], map: OffsetMap,
    findings: [Finding], isRepaired: Bool = false
  ) {
    self.isRepaired = isRepaired
    self.text = text
    self.sections = sections
    self.map = map
    self.findings = findings
    gaps = passedOver.isEmpty ? sections : (sections + passedOver).sorted { $0.offset < $1.offset }
    var removed = 0
    gapOffsets = gaps.map { gap in
      defer { removed += gap.length }
      return gap.offset - removed
    }
  }
}

/// Where the bytes of a repaired text stand in the input.
struct OffsetMap: Sendable {
  /// From `position` of the repaired text on, the input's offset is `position + shift`.
  private struct Step: Sendable {
    var position: Int
    var shift: Int
  }

  private var steps: [Step]

  /// A text that begins at `base` of the input and was not changed.
  init(base: Int) { steps = [Step(position: 0, shift: base)] }

  /// From `position` of the repaired text on, it stands at `offset` of the input.
  mutating func add(_ position: Int, at offset: Int) {
    let step = Step(position: position, shift: offset - position)
    guard let last = steps.last, last.shift != step.shift else { return }
    steps.append(step)
  }

  /// The offset in the input of a position of the repaired text.
  func offset(of position: Int) -> Int {
    var low = 0
    var high = steps.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if steps[middle].position <= position { low = middle } else { high = middle }
    }
    return position + steps[low].shift
  }
}
