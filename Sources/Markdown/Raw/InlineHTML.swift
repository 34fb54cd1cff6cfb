internal import HTML

/// Writes inline content as HTML: emphasis, links and code as tags.
enum InlineHTML {
  static func write(_ content: InlineContent, _ document: Document, _ options: MarkdownOptions) -> [UInt8] {
    var output: [UInt8] = []
    var nesting = InlineNesting()
    nesting.nest(content)
    for token in nesting.tokens {
      switch token {
      case .openEmphasis(let kind, _): output.append(contentsOf: "<\(name(of: kind))>".utf8)
      case .closeEmphasis(let kind, _): output.append(contentsOf: "</\(name(of: kind))>".utf8)
      case .openWrapper(let wrapper): open(content.wrappers[wrapper], to: &output)
      case .closeWrapper(let wrapper): close(content.wrappers[wrapper], to: &output)
      case .run(let run): writeRun(content.runs[run], content, document, options, to: &output)
      }
    }
    return output
  }

  private static func name(of kind: InlineStyle.Emphasis) -> String {
    switch kind {
    case .strong: "strong"
    case .emphasis: "em"
    default: "del"
    }
  }

  static func open(_ wrapper: InlineWrapper, to output: inout [UInt8]) {
    switch wrapper.kind {
    case .tags(_, let opening): output.append(contentsOf: opening)
    case .link(let destination, let title):
      output.append(contentsOf: "<a href=\"".utf8)
      HTMLTagWriter.escapeAttribute(destination, to: &output)
      if !title.isEmpty {
        output.append(contentsOf: "\" title=\"".utf8)
        HTMLTagWriter.escapeAttribute(title, to: &output)
      }
      output.append(contentsOf: "\">".utf8)
    }
  }

  static func close(_ wrapper: InlineWrapper, to output: inout [UInt8]) {
    output.append(contentsOf: "</".utf8)
    if case .tags(let name, _) = wrapper.kind {
      output.append(contentsOf: name)
    } else {
      output.append(UInt8(ascii: "a"))
    }
    output.append(UInt8(ascii: ">"))
  }

  private static func writeRun(
    _ run: InlineContent.Run, _ content: InlineContent, _ document: Document, _ options: MarkdownOptions,
    to output: inout [UInt8]
  ) {
    switch run.kind {
    case .text:
      let isCode = run.style.emphasis.contains(.code)
      if isCode { output.append(contentsOf: "<code>".utf8) }
      writeText(content.text[run.start..<run.end], to: &output)
      if isCode { output.append(contentsOf: "</code>".utf8) }
    case .lineBreak: output.append(contentsOf: "<br>\n".utf8)
    case .image(let node), .object(let node):
      output.append(contentsOf: HTMLFragmentWriter.html(of: node, in: document, options, isInline: false))
    case .markup(let number): output.append(contentsOf: content.markup[number])
    case .taskBox(let isChecked):
      output.append(contentsOf: "<input type=\"checkbox\" disabled\(isChecked ? " checked" : "")> ".utf8)
    // Such a footnote is written anew, as the link it is in the document.
    case .footnote, .empty: break
    }
  }

  private static func writeText(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      default: output.append(byte)
      }
    }
  }
}
