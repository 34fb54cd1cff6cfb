internal import Model

/// What comes after the body, and framesets (sections 13.2.6.4.17 to 13.2.6.4.21).
extension TreeBuilder {
  mutating func afterBodyStartTag() {
    if tokenizer.tag != .html { mode = .inBody }
    inBodyStartTag()
  }

  mutating func afterBodyEndTag() {
    if mode == .afterBody, tokenizer.tag == .html {
      if context == nil { mode = .afterAfterBody }
      return
    }
    mode = .inBody
    endTag()
  }

  // MARK: Framesets

  mutating func inFramesetStartTag() {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .frameset: insertElement()
    case .frame: insertVoidElement()
    case .noframes: startRawText(.rawText)
    default: break
    }
  }

  mutating func inFramesetEndTag() {
    guard tokenizer.tag == .frameset, open.count > 1 else { return }
    pop()
    if context == nil, !currentIs(.frameset) { mode = .afterFrameset }
  }

  mutating func afterFramesetStartTag() {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .noframes: startRawText(.rawText)
    default: break
    }
  }

  mutating func afterFramesetEndTag() {
    if mode == .afterFrameset, tokenizer.tag == .html { mode = .afterAfterFrameset }
  }
}
