/// Start tags in the body (section 13.2.6.4.7).
extension TreeBuilder {
  mutating func inBodyStartTag() {
    switch tokenizer.tag {
    case .p, .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption,
      .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .search, .section, .summary, .ul:
      closeParagraphInButtonScope()
      insertElement()
    case .a: startAnchor()
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      reconstructFormatting()
      pushFormatting(insertElement(), tokenizer.tag)
    case .br, .img, .area, .embed, .keygen, .wbr:
      reconstructFormatting()
      insertVoidElement()
      framesetOK = false
    case .li: startListItem(.li)
    case .dd, .dt: startListItem(.dd, .dt)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInButtonScope()
      if let last = open.last, last.categories.contains(.heading), last.namespace == .html { pop() }
      insertElement()
    case .pre, .listing:
      closeParagraphInButtonScope()
      insertElement()
      ignoresLineFeed = true
      framesetOK = false
    case .table:
      if document.mode != .quirks { closeParagraphInButtonScope() }
      insertElement()
      framesetOK = false
      mode = .inTable
    case .html: addLateAttributes(to: .html)
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      _ = startHeadElement()
    case .body:
      guard open.count > 1, open[1].isHTML(.body), !hasOpenTemplate else { return }
      framesetOK = false
      addLateAttributes(to: .body)
    case .frameset: startFramesetInBody()
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default: inBodyRareStartTag()
    }
  }

  private mutating func inBodyRareStartTag() {
    switch tokenizer.tag {
    case .form: startForm()
    case .plaintext:
      closeParagraphInButtonScope()
      insertElement()
      tokenizer.contentModel = .plainText
    case .button:
      if hasInScope(.button) {
        generateImpliedEndTags()
        popThrough(.button)
      }
      reconstructFormatting()
      insertElement()
      framesetOK = false
    case .nobr:
      reconstructFormatting()
      if hasInScope(.nobr) {
        runAdoptionAgency(for: .nobr)
        reconstructFormatting()
      }
      pushFormatting(insertElement(), .nobr)
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement()
      pushFormattingMarker()
      framesetOK = false
    case .input: startInput()
    case .param, .source, .track: insertVoidElement()
    case .hr: startRule()
    case .image:
      tokenizer.tag = .img
      inBodyStartTag()
    case .textarea: startTextArea()
    case .xmp:
      closeParagraphInButtonScope()
      reconstructFormatting()
      framesetOK = false
      startRawText(.rawText)
    case .iframe:
      framesetOK = false
      startRawText(.rawText)
    case .noembed: startRawText(.rawText)
    case .select: startSelect()
    case .option, .optgroup: startOption()
    case .rb, .rtc: startRuby(except: nil)
    case .rp, .rt: startRuby(except: .rtc)
    case .math, .svg: startForeign()
    case .selectedcontent: startSelectedContent()
    default:
      reconstructFormatting()
      insertElement()
    }
  }

  private mutating func startAnchor() {
    if let index = formattingIndex(of: .a) {
      let node = formatting[index].node
      runAdoptionAgency(for: .a)
      formatting.removeAll { $0.node == node }
      if let index = open.lastIndex(where: { $0.node == node }) { open.remove(at: index) }
    }
    reconstructFormatting()
    pushFormatting(insertElement(), .a)
  }

  /// Closes the item before, of one of these tags, unless another special element lies between.
  private mutating func startListItem(_ tags: Tag...) {
    framesetOK = false
    var index = open.count - 1
    while index >= 0 {
      let element = open[index]
      if element.namespace == .html, tags.contains(element.tag) {
        generateImpliedEndTags(except: element.tag)
        popThrough(element.tag)
        break
      }
      if element.categories.contains(.special), !element.isHTML(.address), !element.isHTML(.div),
        !element.isHTML(.p)
      {
        break
      }
      index -= 1
    }
    closeParagraphInButtonScope()
    insertElement()
  }

  private mutating func startForm() {
    if form != .none, !hasOpenTemplate { return }
    closeParagraphInButtonScope()
    let node = insertElement()
    if !hasOpenTemplate { form = node }
  }

  private mutating func startInput() {
    if context == .select { return }
    if hasInScope(.select) { popThrough(.select) }
    reconstructFormatting()
    insertVoidElement()
    if !isHiddenInput { framesetOK = false }
  }

  /// Whether the start tag last read has `type="hidden"`.
  var isHiddenInput: Bool {
    let range = Int(tokenizer.attributes.start)..<Int(tokenizer.attributes.start + tokenizer.attributes.count)
    guard let type = document.names.id(of: "type") else { return false }
    return range.contains { index in
      document.attributes[index].name == type
        && document.bytes(of: document.attributes[index].value).map(\.lowercased) == Array("hidden".utf8)
    }
  }

  private mutating func startRule() {
    closeParagraphInButtonScope()
    if hasInScope(.select) { generateImpliedEndTags() }
    insertVoidElement()
    framesetOK = false
  }

  private mutating func startTextArea() {
    framesetOK = false
    guard tokenizer.enterRawText(of: .textarea, .escapableRawText) else { return insertVoidElement() }
    insertElement()
    ignoresLineFeed = true
    originalMode = mode
    mode = .text
  }

  private mutating func startSelect() {
    if context == .select { return }
    if hasInScope(.select) { return popThrough(.select) }
    reconstructFormatting()
    insertElement()
    framesetOK = false
  }

  private mutating func startOption() {
    if hasInScope(.select) {
      generateImpliedEndTags(except: tokenizer.tag == .option ? .optgroup : nil)
    } else if currentIs(.option) {
      pop()
    }
    reconstructFormatting()
    insertElement()
  }

  private mutating func startRuby(except tag: Tag?) {
    if hasInScope(.ruby) { generateImpliedEndTags(except: tag) }
    insertElement()
  }

  private mutating func startFramesetInBody() {
    guard open.count > 1, open[1].isHTML(.body), framesetOK else { return }
    document.remove(open[1].node)
    open.removeLast(open.count - 1)
    insertElement()
    mode = .inFrameset
  }
}
