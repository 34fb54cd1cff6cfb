internal import Model

/// End tags in the body (section 13.2.6.4.7).
extension TreeBuilder {
  mutating func inBodyEndTag() {
    switch tokenizer.tag {
    case .p:
      if !hasInButtonScope(.p) { insertImpliedElement(.p) }
      closeParagraph()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      runAdoptionAgency(for: tokenizer.tag)
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
      .section,
      .select, .summary, .ul:
      guard hasInScope(tokenizer.tag) else { return }
      generateImpliedEndTags()
      popThrough(tokenizer.tag)
    case .li:
      guard hasInListItemScope(.li) else { return }
      generateImpliedEndTags(except: .li)
      popThrough(.li)
    case .dd, .dt:
      guard hasInScope(tokenizer.tag) else { return }
      generateImpliedEndTags(except: tokenizer.tag)
      popThrough(tokenizer.tag)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard hasHeadingInScope() else { return }
      generateImpliedEndTags()
      popThrough(.heading)
    case .template: endTemplate()
    case .body:
      if hasInScope(.body) { mode = .afterBody }
    case .html:
      guard hasInScope(.body) else { return }
      mode = .afterBody
      endTag()
    case .form: endForm()
    case .applet, .marquee, .object:
      guard hasInScope(tokenizer.tag) else { return }
      generateImpliedEndTags()
      popThrough(tokenizer.tag)
      clearFormattingToMarker()
    case .br:
      tokenizer.attributes.count = 0
      reconstructFormatting()
      insertVoidElement()
      framesetOK = false
    default: anyOtherEndTag()
    }
  }

  /// Closes the element of that name, if no special element lies between.
  mutating func anyOtherEndTag() {
    let tag = tokenizer.tag
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if element.isHTML(tag) {
        generateImpliedEndTags(except: tag)
        while open.count > index { pop() }
        return
      }
      if element.categories.contains(.special) { return }
      index -= 1
    }
  }

  private mutating func endForm() {
    if hasOpenTemplate {
      guard hasInScope(.form) else { return }
      generateImpliedEndTags()
      return popThrough(.form)
    }
    let node = form
    form = .none
    guard node != .none, hasInScope(node: node) else { return }
    generateImpliedEndTags()
    if let index = open.lastIndex(where: { $0.node == node }) { open.remove(at: index) }
  }
}
