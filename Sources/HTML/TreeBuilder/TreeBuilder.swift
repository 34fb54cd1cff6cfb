internal import Model

/// The tree construction stage of the HTML standard (section 13.2.6).
///
/// Each insertion mode has a function for start tags, end tags and text in the files beside this one; where the standard says
/// "reprocess the token" they call `startTag()`, `endTag()` or `text(_:)` again in the new mode.
struct TreeBuilder: ~Copyable {
  /// Elements deeper than this are put beside their parent instead of into it.
  static let depthLimit = 512
  /// A template at the very bottom of the stack would leave no place for what is in it.
  static let templateDepthLimit = 480
  /// How many formatting elements may wait to be opened again.
  static let formattingLimit = 128

  enum Mode: UInt8 {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable,
      inTableText,
      inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset,
      afterAfterBody, afterAfterFrameset
  }

  var tokenizer: Tokenizer
  var document: Document
  let categories = ElementCategories.table

  var mode = Mode.initial
  /// The mode to go back to after text or table text.
  var originalMode = Mode.initial
  var templateModes: [Mode] = []

  /// The stack of open elements; the current node is the last.
  var open: [OpenElement] = []
  /// How many elements of a tag were taken off the stack by the depth limit while, for the source, they are open.
  var flattened: [Tag: Int] = [:]
  /// The list of active formatting elements.
  var formatting: [FormattingEntry] = []
  /// How many more nodes may be made that the source does not have: keeps the tree in proportion to it.
  var copiesLeft: Int

  /// The tag of the element the fragment is parsed in, or nil for a whole document.
  let context: Tag?
  var head = NodeID.none
  var form = NodeID.none
  var framesetOK = true
  var fosterParenting = false
  var ignoresLineFeed = false
  /// Text met in a table, until it is known whether it is more than white space.
  var tableText: [TableText] = []
  /// Attributes of repeated `html` and `body` tags, added to the elements in the end.
  var lateAttributes = LateAttributes()
  /// Where the chosen option of a `select` is copied to.
  var selectedContent: SelectedContent?
  var isDone = false

  init(source: [UInt8], context: Tag?, _ namespace: Namespace, isArchival: Bool) {
    tokenizer = Tokenizer(source: source, isArchival: isArchival)
    document = Document(source: source, rootKind: context == nil ? .document : .fragment)
    document.nodes.reserveCapacity(source.count / 24 + 16)
    copiesLeft = source.count + 4096
    self.context = context.map { namespace == .html ? $0 : .body }
    if let context { startFragment(in: context, namespace) }
  }

  // MARK: The loop

  /// Reads all tokens and gives the finished document.
  consuming func build() -> Document {
    while !isDone {
      tokenizer.allowsCDATA = isForeign
      let token = tokenizer.next(in: &document)
      if ignoresLineFeed { skipLineFeed(token) }
      switch token {
      case .text: text(tokenizer.text)
      case .startTag: startTagToken()
      case .endTag: endTagToken()
      case .comment: comment()
      case .nul: nul()
      case .doctype: doctype()
      case .endOfFile: endOfFile()
      }
    }
    finish()
    return document
  }

  /// Whether the current node is an element of SVG or MathML.
  var isForeign: Bool { open.last.map { $0.namespace != .html } ?? false }

  /// A line feed right behind `<pre>`, `<listing>` or `<textarea>` is none.
  private mutating func skipLineFeed(_ token: Tokenizer.Token) {
    if token == .text, tokenizer.text.count == 0 { return }
    ignoresLineFeed = false
    guard token == .text, document.bytes(of: tokenizer.text).first == 0x0A else { return }
    tokenizer.text.start += 1
    tokenizer.text.count -= 1
  }

  // MARK: Tokens

  private mutating func startTagToken() {
    if isForeign, !isForeignIntegrationPoint(forStartTag: tokenizer.tag) {
      foreignStartTag()
    } else {
      startTag()
    }
  }

  private mutating func endTagToken() {
    if !flattened.isEmpty, closesFlattened(tokenizer.tag) { return }
    if tokenizer.isCut, !isOpen(tokenizer.tag) {
      tokenizer.keepCutTag(&document)
      return text(tokenizer.text)
    }
    if tokenizer.isCut {
      tokenizer.log.report(
        .cutTag, .repair, at: tokenizer.start, "an end tag cut off by the end of the input, completed")
    }
    if isForeign { foreignEndTag() } else { endTag() }
  }

  /// Handles the start tag last read in the current mode.
  mutating func startTag() {
    switch mode {
    case .initial: initialAnythingElse { $0.startTag() }
    case .beforeHTML: beforeHTMLStartTag()
    case .beforeHead: beforeHeadStartTag()
    case .inHead: inHeadStartTag()
    case .inHeadNoscript: inHeadNoscriptStartTag()
    case .afterHead: afterHeadStartTag()
    case .inBody: inBodyStartTag()
    case .text: break
    case .inTable: inTableStartTag()
    case .inTableText: leaveTableText { $0.startTag() }
    case .inCaption: inCaptionStartTag()
    case .inColumnGroup: inColumnGroupStartTag()
    case .inTableBody: inTableBodyStartTag()
    case .inRow: inRowStartTag()
    case .inCell: inCellStartTag()
    case .inTemplate: inTemplateStartTag()
    case .afterBody, .afterAfterBody: afterBodyStartTag()
    case .inFrameset: inFramesetStartTag()
    case .afterFrameset, .afterAfterFrameset: afterFramesetStartTag()
    }
  }

  /// Handles the end tag last read in the current mode.
  mutating func endTag() {
    switch mode {
    case .initial: initialAnythingElse { $0.endTag() }
    case .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead: headEndTag()
    case .inBody: inBodyEndTag()
    case .text: textEndTag()
    case .inTable: inTableEndTag()
    case .inTableText: leaveTableText { $0.endTag() }
    case .inCaption: inCaptionEndTag()
    case .inColumnGroup: inColumnGroupEndTag()
    case .inTableBody: inTableBodyEndTag()
    case .inRow: inRowEndTag()
    case .inCell: inCellEndTag()
    case .inTemplate: inTemplateEndTag()
    case .afterBody, .afterAfterBody: afterBodyEndTag()
    case .inFrameset: inFramesetEndTag()
    case .afterFrameset, .afterAfterFrameset: afterFramesetEndTag()
    }
  }

  private mutating func comment() {
    switch mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: insertComment(into: .root)
    case .afterBody: insertComment(into: open.first?.node ?? .root)
    case .inTableText: leaveTableText { $0.comment() }
    default: insertComment()
    }
  }

  private mutating func doctype() {
    switch mode {
    case .initial:
      insertDoctype()
      document.mode = quirksMode(of: tokenizer.documentType, forced: tokenizer.forcesQuirks)
      mode = .beforeHTML
    case .inTableText: leaveTableText { $0.doctype() }
    default: break
    }
  }

  /// A NUL character of text; only in SVG and MathML it leaves a mark.
  private mutating func nul() {
    if isForeign, !isForeignIntegrationPoint {
      insertText(document.store(tokenizer.nulReplacement(at: tokenizer.start)))
      return
    }
    switch mode {
    case .inBody, .inCaption, .inCell, .inTemplate, .inTable, .inTableBody, .inRow, .inTableText, .inFrameset,
      .afterFrameset, .afterAfterFrameset, .text:
      break
    default:
      // Nothing is left of it but that it opens the body.
      text(ByteStretch(), isNUL: true)
    }
  }
}
