internal import Bytes
internal import HTML

/// Where inline content goes, as far as its spelling depends on it.
enum InlinePlace {
  case paragraph
  /// Must fit on one line, so a line break is a tag.
  case heading
  case cell
}

/// Writing the content of one paragraph, heading or cell as Markdown.
///
/// The writer does it itself: another one would copy its content and document for each line.
extension BlockWriter {
  /// Writes the gathered content.
  mutating func writeInline(in place: InlinePlace) {
    guard !content.isPlainText else { return writePlainText(in: place) }
    let emphases = content.emphases
    let escaper = escaper(
      of: content.text, hasEmphasis: !emphases.isSubset(of: .code), hasCode: emphases.contains(.code),
      in: place)
    nesting.nest(content)
    let spelling = EmphasisSpelling(
      nesting, content, allowsStrikethrough: options.dialect.hasStrikethrough,
      breaksAreTags: place != .paragraph, isCareful: isCareful)
    writeTokens(nesting.tokens, spelling, escaper, in: place)
  }

  /// Writes content that is one plain text and nothing else.
  private mutating func writePlainText(in place: InlinePlace) {
    let escaper = escaper(of: content.text, hasEmphasis: false, hasCode: false, in: place)
    writeText(0..<content.text.count, escaper, inLink: false)
  }

  /// Whether the safest spelling is wanted instead of the nicest.
  private var isCareful: Bool { spelling == .careful }

  /// What escapes a text; nil where nothing in it means anything.
  private func escaper(
    of text: [UInt8], hasEmphasis: Bool, hasCode: Bool, in place: InlinePlace
  ) -> TextEscaper? {
    var surroundings = TextEscaper.Surroundings()
    surroundings.dialect = options.dialect
    surroundings.isInCell = place == .cell
    surroundings.isCareful = isCareful
    return TextEscaper.survey(text, hasEmphasis: hasEmphasis, hasCode: hasCode, surroundings)
      .map { TextEscaper(text: text, surroundings: $0) }
  }

  private mutating func writeTokens(
    _ tokens: [InlineToken], _ spelling: EmphasisSpelling, _ escaper: TextEscaper?, in place: InlinePlace
  ) {
    var linkDepth = 0
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .run(let run):
        let last = lastOfSpan(from: index, in: tokens)
        writeRun(run, through: last, escaper, inLink: linkDepth > 0, in: place)
        index += last - run
        if case .footnote = content.runs[run].kind, index + 1 < tokens.count,
          case .run(let next) = tokens[index + 1]
        {
          keepApart(from: next)
        }
      case .openEmphasis(let kind, let pair): output.append(contentsOf: spelling.opening(of: pair, kind).utf8)
      case .closeEmphasis(let kind, let pair):
        output.append(contentsOf: spelling.closing(of: pair, kind).utf8)
      case .openWrapper(let wrapper):
        if let autolink = autolink(wrapper, at: index, in: tokens) {
          output.append(UInt8(ascii: "<"))
          output.append(contentsOf: autolink)
          output.append(UInt8(ascii: ">"))
          index += 2
        } else if case .tags(_, let opening) = content.wrappers[wrapper].kind {
          output.append(contentsOf: opening)
        } else {
          linkDepth += 1
          // `![` would begin an image.
          if output.last == UInt8(ascii: "!") { escapeLastByte() }
          output.append(UInt8(ascii: "["))
          if index + 1 < tokens.count, case .run(let run) = tokens[index + 1], beginsWithCaret(run) {
            output.append(UInt8(ascii: "\\"))
          }
        }
      case .closeWrapper(let wrapper):
        if case .link = content.wrappers[wrapper].kind { linkDepth -= 1 }
        closeWrapper(wrapper, in: place)
      }
      index += 1
    }
  }

  /// The last of the code runs that make one code span with the run of the token, or the run itself.
  private func lastOfSpan(from index: Int, in tokens: [InlineToken]) -> Int {
    guard case .run(var last) = tokens[index], isCode(last) else {
      if case .run(let run) = tokens[index] { return run }
      return 0
    }
    var next = index + 1
    while next < tokens.count, case .run(let run) = tokens[next], isCode(run) {
      last = run
      next += 1
    }
    return last
  }

  private func isCode(_ run: Int) -> Bool {
    guard case .text = content.runs[run].kind else { return false }
    return content.runs[run].style.emphasis.contains(.code)
  }

  private mutating func writeRun(
    _ index: Int, through last: Int, _ escaper: TextEscaper?, inLink: Bool, in place: InlinePlace
  ) {
    let run = content.runs[index]
    switch run.kind {
    case .text where run.style.emphasis.contains(.code):
      CodeSpan.write(content.text[run.start..<content.runs[last].end], inCell: place == .cell, to: &output)
    case .text: writeText(run.start..<run.end, escaper, inLink: inLink)
    case .lineBreak: writeLineBreak(hasBlank: run.hasBlank, in: place)
    case .image(let node): writeImage(node, in: place)
    case .object(let node):
      output.append(contentsOf: HTMLFragmentWriter.html(of: node, in: document, options, isInline: true))
    case .markup(let number): output.append(contentsOf: content.markup[number])
    case .footnote(let number):
      // `![` would begin an image.
      if output.last == UInt8(ascii: "!") { escapeLastByte() }
      output.append(contentsOf: "[^\(footnotes.notes[number].label)]".utf8)
    case .taskBox(let isChecked): output.append(contentsOf: (isChecked ? "[x] " : "[ ] ").utf8)
    case .empty: break
    }
  }

  private mutating func writeText(_ range: Range<Int>, _ escaper: TextEscaper?, inLink: Bool) {
    var range = range
    // Editors trim a leading no-break space, so it is written by name.
    while range.lowerBound == 0 || output.hasSuffix("&nbsp;"), range.count >= 2,
      content.text[range.lowerBound] == 0xC2, content.text[range.lowerBound + 1] == 0xA0
    {
      output.append(contentsOf: "&nbsp;".utf8)
      range = range.lowerBound + 2..<range.upperBound
    }
    guard let escaper else {
      output.append(contentsOf: content.text[range])
      return
    }
    escaper.write(range, inLink: inLink, to: &output)
  }

  private mutating func writeLineBreak(hasBlank: Bool, in place: InlinePlace) {
    guard place == .paragraph else {
      output.append(contentsOf: "<br>".utf8)
      // Who takes a cell's text without its tags must not find two words in one.
      if hasBlank, place == .cell { output.append(0x20) }
      return
    }
    output.append(contentsOf: (options.dialect.hasBackslashBreaks ? "\\\n" : "<br>\n").utf8)
    output.append(contentsOf: prefix)
  }

  private mutating func writeImage(_ node: NodeID, in place: InlinePlace) {
    let source = ImageSource.read(node, in: document, options) ?? []
    let alternative = LinkTarget.words(.alt, of: node, in: document)
    output.append(contentsOf: "![".utf8)
    // `[^` would begin a footnote.
    if alternative.first == UInt8(ascii: "^") { output.append(UInt8(ascii: "\\")) }
    if let escaper = escaper(of: alternative, hasEmphasis: false, hasCode: false, in: place) {
      escaper.write(0..<alternative.count, inLink: true, to: &output)
    } else {
      output.append(contentsOf: alternative)
    }
    output.append(contentsOf: "](".utf8)
    LinkTarget.writeDestination(source, to: &output)
    LinkTarget.writeTitle(
      LinkTarget.words(.title, of: node, in: document), inCell: place == .cell, to: &output)
    output.append(UInt8(ascii: ")"))
  }

  private mutating func closeWrapper(_ wrapper: Int, in place: InlinePlace) {
    switch content.wrappers[wrapper].kind {
    case .link(let destination, let title):
      output.append(contentsOf: "](".utf8)
      LinkTarget.writeDestination(destination, to: &output)
      LinkTarget.writeTitle(title, inCell: place == .cell, to: &output)
      output.append(UInt8(ascii: ")"))
    case .tags(let name, _):
      output.append(contentsOf: "</".utf8)
      output.append(contentsOf: name)
      output.append(UInt8(ascii: ">"))
    }
  }

  /// What to write between `<` and `>` where a link is its own text, or nil.
  private func autolink(_ wrapper: Int, at index: Int, in tokens: [InlineToken]) -> ArraySlice<UInt8>? {
    guard case .link(let destination, let title) = content.wrappers[wrapper].kind, title.isEmpty,
      index + 2 < tokens.count, case .run(let run) = tokens[index + 1],
      case .closeWrapper = tokens[index + 2],
      case .text = content.runs[run].kind, !isCode(run)
    else { return nil }
    let text = content.text[content.runs[run].start..<content.runs[run].end]
    return LinkTarget.isAutolink(destination, text: text) ? text : nil
  }

  private func beginsWithCaret(_ index: Int) -> Bool {
    let run = content.runs[index]
    guard case .text = run.kind, run.start < run.end else { return false }
    return !run.style.emphasis.contains(.code) && content.text[run.start] == UInt8(ascii: "^")
  }

  /// Puts a backslash before text that would make a link or definition of the footnote before it.
  private mutating func keepApart(from next: Int) {
    let run = content.runs[next]
    guard case .text = run.kind, !run.style.emphasis.contains(.code), run.start < run.end,
      content.text[run.start] == UInt8(ascii: "(") || content.text[run.start] == UInt8(ascii: ":")
    else { return }
    output.append(UInt8(ascii: "\\"))
  }

  private mutating func escapeLastByte() {
    output.insert(UInt8(ascii: "\\"), at: output.count - 1)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    span.hasBytes(suffix, at: count - suffix.utf8CodeUnitCount)
  }
}
