import HTML

/// Goes through a part of a page as a reader's eye does: what is never shown is passed over.
struct FlowWalk {
  let document: Document
  let excluded: NodeSet

  /// What the walk comes by.
  enum Step {
    case text(NodeID)
    case lineBreak
    case enter(NodeID, Role)
    case leave(NodeID, Role)
  }

  /// What an element does to the lines.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt8
    /// Begins and ends a line of its own.
    static let block = Role(rawValue: 1)
    /// Makes its text prominent.
    static let prominent = Role(rawValue: 2)
    static let link = Role(rawValue: 4)
    /// Breaks the line.
    static let lineBreak = Role(rawValue: 8)
    /// Is never shown.
    static let silent = Role(rawValue: 16)
  }

  /// The text of a part of a page on one line.
  static func oneLine(of node: NodeID, in document: Document, without excluded: NodeSet = NodeSet()) -> String
  {
    var text = CollapsedText()
    FlowWalk(document: document, excluded: excluded).walk(node) { step in
      switch step {
      case .text(let node): text.add(document.textBytes(of: node))
      case .lineBreak: text.addSpace()
      case .enter(_, let role), .leave(_, let role): if role.contains(.block) { text.addSpace() }
      }
    }
    return text.text
  }

  /// Goes through `top` and all below it, or as far as `end`.
  func walk(_ top: NodeID, until end: NodeID? = nil, visit: (Step) -> Void) {
    var node = top
    var isEntering = true
    while true {
      if isEntering, node == end { return }
      if isEntering, enter(node, visit), let child = document.firstChild(of: node) {
        node = child
        continue
      }
      leave(node, visit)
      if node == top { return }
      if let next = document.nextSibling(of: node) {
        node = next
        isEntering = true
      } else if let parent = document.parent(of: node) {
        node = parent
        isEntering = false
      } else {
        return
      }
    }
  }

  /// Begins a node; tells whether what is below it counts.
  private func enter(_ node: NodeID, _ visit: (Step) -> Void) -> Bool {
    if !excluded.isEmpty, excluded.contains(node) { return false }
    switch document.kind(of: node) {
    case .text:
      visit(.text(node))
      return false
    case .element: break
    case .comment: return false
    default: return true
    }
    let role = Self.roles.role(of: document.tag(of: node))
    if role.isEmpty { return true }
    if role.contains(.silent) { return false }
    visit(role.contains(.lineBreak) ? .lineBreak : .enter(node, role))
    return true
  }

  private func leave(_ node: NodeID, _ visit: (Step) -> Void) {
    guard document.kind(of: node) == .element, excluded.isEmpty || !excluded.contains(node) else { return }
    let role = Self.roles.role(of: document.tag(of: node))
    if !role.isDisjoint(with: [.block, .prominent, .link]) { visit(.leave(node, role)) }
  }

  private static let roles = Roles()

  private struct Roles {
    private var table = Array(repeating: Role(), count: Tag.standardCount)

    init() {
      let silent: [Tag] = [
        .script, .style, .template, .head, .noscript, .iframe, .object, .svg, .select, .textarea, .button,
      ]
      let prominent: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6, .b, .strong, .th]
      let blocks: [Tag] = [
        .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dir, .div, .dl, .dt,
        .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .li,
        .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr,
        .ul,
      ]
      for tag in blocks { table[tag.number].insert(.block) }
      for tag in prominent { table[tag.number].insert(.prominent) }
      table[Tag.a.number].insert(.link)
      table[Tag.br.number].insert(.lineBreak)
      for tag in silent { table[tag.number] = .silent }
    }

    func role(of tag: Tag) -> Role { tag.number < table.count ? table[tag.number] : [] }
  }
}
