internal import Bytes
internal import HTML

extension SelfCheck {
  /// Whether a long text, read stretch by stretch, says what the tree says; false for a short one.
  ///
  /// The library takes up to thirty times the memory of what it reads, so that a post of 100 MB read as a whole would take gigabytes.
  /// Where a stretch seems to say something else the whole is to be read all the same: a list, say, whose first words HTML has
  /// put in front of it cannot be cut from them.
  func agreesInStretches(_ writer: BlockWriter) -> Bool {
    let starts = stretches(of: writer)
    guard starts.count > 1, writer.footnotes.isEmpty else { return false }
    let meant = SignatureWalk.parts(
      of: document, from: node, cutAt: starts.map { writer.segments[$0].node }, options)
    // In front of the first block nothing is said.
    guard meant.count == starts.count + 1, meant[0] == Signature() else { return false }
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? writer.segments[starts[place + 1]].start : writer.output.count
      let written = Array(writer.output[writer.segments[start].start..<end])
      guard Self.signature(of: written, options, hasNotes: false) == meant[place + 1] else { return false }
    }
    return true
  }

  /// The segments that begin a stretch; none where the text is short.
  ///
  /// A stretch ends behind a paragraph: where it says what it should, its end is the blank line behind it, and what follows is read
  /// alike with it and without. Behind a list, code or HTML that need not be so.
  private func stretches(of writer: BlockWriter) -> [Int] {
    guard writer.output.count > stretchLength else { return [] }
    var starts: [Int] = []
    for (index, segment) in writer.segments.enumerated() {
      guard let start = starts.last else {
        starts.append(index)
        continue
      }
      let before = writer.segments[index - 1]
      // A line that begins with a tag could begin HTML that goes on behind the blank line.
      let endsInParagraph = before.isParagraph && writer.output[before.start] != UInt8(ascii: "<")
      if endsInParagraph, segment.start - writer.segments[start].start >= stretchLength {
        starts.append(index)
      }
    }
    return starts
  }
}
