/// One block of Markdown with what it takes to render it alone: a reference needs a note, a note a reference.
struct FootnoteProbe {
  let markdown: [UInt8]
  /// What of the rendered Markdown is the block.
  let looksAt: SignatureWalk.Rendered

  /// Makes the probe of a block; `note` is the number of the note it is, less than 0 where it is none.
  init(of block: [UInt8], _ footnotes: Footnotes, note: Int) {
    guard footnotes.notes.indices.contains(note) else {
      let stubs = footnotes.notes.flatMap { "\n\n[^\($0.label)]: x".utf8 }
      markdown = footnotes.isEmpty ? block : block + stubs
      looksAt = footnotes.isEmpty ? .all : .text
      return
    }
    markdown = Array("[^\(footnotes.notes[note].label)]\n\n".utf8) + block
    looksAt = .notes
  }
}
