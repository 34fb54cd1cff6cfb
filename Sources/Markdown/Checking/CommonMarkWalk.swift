internal import CLibCMark
internal import Glibc

/// Walks what libcmark-gfm made of Markdown and gathers the signature that its HTML would have.
///
/// Raw HTML and footnotes mean nothing to this walk, and some rare things mean something else once a parser of HTML has read them:
/// where it meets such, only the rendered HTML can tell.
struct CommonMarkWalk {
  private var builder: SignatureBuilder
  private var listDepth: UInt16 = 0
  /// The number of the next item, in an ordered list.
  private var number: Int?
  /// The place of the next cell in its row.
  private var cell: UInt64 = 0
  private var isInLink = false
  private var depth = 0

  /// What is nested deeper is left to the parser of HTML, which has limits.
  private static let deepest = 60

  /// The signature of a tree, made of `length` bytes of Markdown, or nil where this walk cannot tell.
  static func signature(of tree: OpaquePointer, length: Int) -> Signature? {
    var walk = CommonMarkWalk(builder: SignatureBuilder(capacity: length))
    return unsafe walk.visitChildren(of: tree) ? walk.builder.cut() : nil
  }

  /// Whether all of it could be told; so do the other visits.
  private mutating func visitChildren(of node: OpaquePointer) -> Bool {
    depth += 1
    guard depth <= Self.deepest else { return false }
    var child = unsafe cmark_node_first_child(node)
    while let current = unsafe child {
      guard unsafe visit(current) else { return false }
      unsafe child = cmark_node_next(current)
    }
    depth -= 1
    return true
  }

  private mutating func visit(_ node: OpaquePointer) -> Bool {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return unsafe addText(cmark_node_get_literal(node))
    case CMARK_NODE_SOFTBREAK:
      builder.addBlank()
      return true
    case CMARK_NODE_LINEBREAK:
      builder.addLineBreak()
      return true
    case CMARK_NODE_PARAGRAPH: return unsafe visitBlock(node)
    case CMARK_NODE_EMPH: return unsafe visitMarked(node, CheckedElement.emphasisBit)
    case CMARK_NODE_STRONG: return unsafe visitMarked(node, CheckedElement.strongBit)
    case CMARK_NODE_CODE: return unsafe visitMarked(node, CheckedElement.codeBit)
    case CMARK_NODE_LINK: return unsafe visitLink(node)
    case CMARK_NODE_IMAGE: return unsafe addImage(node)
    case CMARK_NODE_HEADING:
      return unsafe visitBlock(node) { $0.heading = UInt8(unsafe cmark_node_get_heading_level(node)) }
    case CMARK_NODE_BLOCK_QUOTE: return unsafe visitBlock(node) { $0.quotes += 1 }
    case CMARK_NODE_LIST: return unsafe visitList(node)
    case CMARK_NODE_ITEM: return unsafe visitItem(node)
    case CMARK_NODE_CODE_BLOCK: return unsafe visitBlock(node) { $0.isPreformatted = true }
    case CMARK_NODE_THEMATIC_BREAK:
      builder.endLine()
      builder.addRule()
      builder.endLine()
      return true
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_FOOTNOTE_DEFINITION,
      CMARK_NODE_FOOTNOTE_REFERENCE, CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE:
      return false
    default: return unsafe visitExtension(node)
    }
  }

  // MARK: Blocks

  private mutating func visitBlock(
    _ node: OpaquePointer, _ change: (inout SignatureBuilder.Style) -> Void = { _ in }
  ) -> Bool {
    let (outer, depth) = (builder.style, builder.partDepth)
    builder.endLine()
    change(&builder.style)
    guard unsafe visitContents(of: node) else { return false }
    builder.closeParts(downTo: depth)
    builder.endLine()
    builder.style = outer
    return true
  }

  private mutating func visitContents(of node: OpaquePointer) -> Bool {
    builder.style.isPreformatted
      ? unsafe addText(cmark_node_get_literal(node)) : unsafe visitChildren(of: node)
  }

  private mutating func visitList(_ node: OpaquePointer) -> Bool {
    let (outerDepth, outerNumber) = (listDepth, number)
    listDepth += 1
    number =
      unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      ? Int(unsafe cmark_node_get_list_start(node)) : nil
    guard unsafe visitBlock(node) else { return false }
    listDepth = outerDepth
    number = outerNumber
    return true
  }

  private mutating func visitItem(_ node: OpaquePointer) -> Bool {
    let (outer, depth) = (builder.style, builder.partDepth)
    builder.endLine()
    builder.openItem(depth: listDepth, number: number)
    if unsafe cmark_node_get_syntax_extension(node) != nil {
      guard unsafe isNamed(node, "tasklist") else { return false }
      builder.addCheckbox(isChecked: unsafe cmark_gfm_extensions_get_tasklist_item_checked(node))
    }
    guard unsafe visitChildren(of: node) else { return false }
    builder.closeParts(downTo: depth)
    builder.endLine()
    builder.style = outer
    number = number.map { $0 + 1 }
    return true
  }

  /// Visits what GFM added.
  private mutating func visitExtension(_ node: OpaquePointer) -> Bool {
    if unsafe isNamed(node, "strikethrough") {
      return unsafe visitMarked(node, CheckedElement.deletionBit)
    }
    let depth = builder.partDepth
    builder.endLine()
    if unsafe isNamed(node, "table_cell") {
      builder.openPart(.cell, cell)
      cell += 1
    } else if unsafe isNamed(node, "table_row") || isNamed(node, "table_header") {
      builder.openPart(.row, unsafe childCount(of: node))
      cell = 0
    } else if unsafe !isNamed(node, "table") {
      return false
    }
    guard unsafe visitChildren(of: node) else { return false }
    builder.closeParts(downTo: depth)
    builder.endLine()
    return true
  }

  private func childCount(of node: OpaquePointer) -> UInt64 {
    var count: UInt64 = 0
    var child = unsafe cmark_node_first_child(node)
    while let current = unsafe child {
      count += 1
      unsafe child = cmark_node_next(current)
    }
    return count
  }

  private func isNamed(_ node: OpaquePointer, _ name: StaticString) -> Bool {
    guard let type = unsafe cmark_node_get_type_string(node) else { return false }
    return unsafe strcmp(type, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  // MARK: Inline content

  private mutating func visitMarked(_ node: OpaquePointer, _ mark: UInt32) -> Bool {
    let outer = builder.style
    builder.style.marks |= mark
    guard
      unsafe mark == CheckedElement.codeBit ? addText(cmark_node_get_literal(node)) : visitChildren(of: node)
    else { return false }
    builder.style = outer
    return true
  }

  private mutating func visitLink(_ node: OpaquePointer) -> Bool {
    // A link inside of another would end it.
    guard !isInLink, let target = unsafe target(of: node) else { return false }
    let outer = builder.style
    if !LinkTarget.isScript(target.span) {
      let title = LinkTarget.words(unsafe bytes(cmark_node_get_title(node)))
      builder.style.link = SignatureBuilder.link(target.span, title: title)
    }
    isInLink = true
    guard unsafe visitChildren(of: node) else { return false }
    isInLink = false
    builder.style = outer
    return true
  }

  private mutating func addImage(_ node: OpaquePointer) -> Bool {
    guard let target = unsafe target(of: node) else { return false }
    var alternative: [UInt8] = []
    guard unsafe appendText(below: node, to: &alternative) else { return false }
    let title = LinkTarget.words(unsafe bytes(cmark_node_get_title(node)))
    builder.addImage(
      source: LinkTarget.isScript(target.span) ? Span() : target.span,
      alternative: LinkTarget.words(alternative), title: title)
    return true
  }

  /// Where a link leads, or nil where HTML would write it so that it reads otherwise.
  private func target(of node: OpaquePointer) -> [UInt8]? {
    let target = unsafe bytes(cmark_node_get_url(node))
    return target.contains { $0 <= 0x20 } ? nil : target
  }

  /// Appends the text of an image's alternative.
  private func appendText(below node: OpaquePointer, to text: inout [UInt8]) -> Bool {
    var child = unsafe cmark_node_first_child(node)
    while let current = unsafe child {
      switch unsafe cmark_node_get_type(current) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: unsafe text += bytes(cmark_node_get_literal(current))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(0x20)
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        guard unsafe appendText(below: current, to: &text) else { return false }
      default: return false
      }
      unsafe child = cmark_node_next(current)
    }
    return true
  }

  /// Adds a text of the library's; there is none only where it has no memory.
  private mutating func addText(_ text: UnsafePointer<CChar>?) -> Bool {
    guard let text = unsafe text else { return false }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
    unsafe builder.add(text: bytes.bindMemory(to: UInt8.self).span)
    return true
  }

  private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
