/// SVG and MathML (section 13.2.6.5, "parsing tokens in foreign content").
extension TreeBuilder {
  /// Whether text in the current node, an SVG or MathML element, is handled as in HTML.
  var isForeignIntegrationPoint: Bool {
    open.last.map { !$0.categories.isDisjoint(with: [.htmlIntegrationPoint, .textIntegrationPoint]) } ?? false
  }

  /// Whether a start tag in the current node, an SVG or MathML element, is handled as in HTML.
  func isForeignIntegrationPoint(forStartTag tag: Tag) -> Bool {
    guard let current = open.last else { return true }
    if current.categories.contains(.htmlIntegrationPoint) { return true }
    if current.categories.contains(.textIntegrationPoint) { return tag != .mglyph && tag != .malignmark }
    return current.namespace == .mathML && current.tag == .annotationXML && tag == .svg
  }

  // MARK: Tags

  /// Begins `svg` or `math` in HTML.
  mutating func startForeign() {
    reconstructFormatting()
    insertForeignElement(tokenizer.tag, tokenizer.tag == .svg ? .svg : .mathML)
  }

  mutating func foreignStartTag() {
    guard let current = open.last else { return }
    if breaksOut(tokenizer.tag) {
      leaveForeign()
      return startTag()
    }
    let tag = current.namespace == .svg ? ForeignNames.shared.adjusted(tokenizer.tag) : tokenizer.tag
    insertForeignElement(tag, current.namespace)
  }

  mutating func foreignEndTag() {
    let tag = tokenizer.tag
    if tag == .br || tag == .p {
      leaveForeign()
      return endTag()
    }
    let adjusted = ForeignNames.shared.adjusted(tag)
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if element.namespace == .html { return endTag() }
      if element.tag == tag || (element.namespace == .svg && element.tag == adjusted) {
        while open.count > index { pop() }
        return
      }
      index -= 1
    }
  }

  /// Whether a start tag ends SVG and MathML, because it can only be HTML.
  private func breaksOut(_ tag: Tag) -> Bool {
    switch tag {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3,
      .h4, .h5, .h6,
      .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
      .strong,
      .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      return true
    case .font:
      let names = ["color", "face", "size"].compactMap { document.names.id(of: $0) }
      return tokenAttributes.contains { names.contains(document.attributes[$0].name) }
    default: return false
    }
  }

  private mutating func leaveForeign() {
    while isForeign, !isForeignIntegrationPoint, open.count > 1 { pop() }
  }

  /// The places of the attributes of the start tag last read.
  var tokenAttributes: Range<Int> {
    Int(tokenizer.attributes.start)..<Int(tokenizer.attributes.start + tokenizer.attributes.count)
  }

  // MARK: Elements

  private mutating func insertForeignElement(_ tag: Tag, _ namespace: Namespace) {
    let isHTMLIntegration = namespace == .mathML && tag == .annotationXML && holdsHTML
    for index in tokenAttributes {
      ForeignNames.shared.adjust(&document.attributes[index], namespace)
    }
    insertElement(tag, namespace)
    if isHTMLIntegration { open[open.count - 1].categories.insert(.htmlIntegrationPoint) }
    if tokenizer.isSelfClosing { pop() }
  }

  /// Whether the `annotation-xml` start tag last read says that it holds HTML.
  private var holdsHTML: Bool {
    guard let encoding = document.names.id(of: "encoding") else { return false }
    return tokenAttributes.contains { index in
      guard document.attributes[index].name == encoding else { return false }
      let value = document.bytes(of: document.attributes[index].value).map(\.lowercased)
      return value.elementsEqual("text/html".utf8) || value.elementsEqual("application/xhtml+xml".utf8)
    }
  }
}

/// How names the tokenizer gives in lower case are written in SVG and MathML.
struct ForeignNames: Sendable {
  static let shared = ForeignNames()

  private var tags: [UInt32: UInt32] = [:]
  private var svgAttributes: [UInt32: UInt32] = [:]
  private var definitionURL: (lower: UInt32, adjusted: UInt32)?
  private var namespaces: [UInt32: AttributeNamespace] = [:]

  private init() {
    let names = StandardNames.shared
    for id in 0..<standardNameCount {
      let name = names.bytes(of: id)
      let isLinked = name.starts(with: "xlink:".utf8)
      if isLinked { namespaces[id] = .xlink }
      if name.elementsEqual("xml:lang".utf8) || name.elementsEqual("xml:space".utf8) { namespaces[id] = .xml }
      if name.elementsEqual("xmlns".utf8) || name.elementsEqual("xmlns:xlink".utf8) {
        namespaces[id] = .xmlns
      }
      let lowercase = name.map(\.lowercased)
      guard !lowercase.elementsEqual(name), let lower = names.id(of: lowercase) else { continue }
      if name.elementsEqual("definitionURL".utf8) {
        definitionURL = (lower, id)
      } else if foreignNames.contains(id) {
        tags[lower] = id
        if name.elementsEqual("glyphRef".utf8) { svgAttributes[lower] = id }
      } else {
        svgAttributes[lower] = id
      }
    }
  }

  /// The tag as SVG writes it.
  func adjusted(_ tag: Tag) -> Tag { tags[tag.id].map { Tag(id: $0) } ?? tag }

  /// Gives an attribute the name and namespace it has in SVG or MathML.
  func adjust(_ attribute: inout Attribute, _ namespace: Namespace) {
    if namespace == .svg, let name = svgAttributes[attribute.name] { attribute.name = name }
    if namespace == .mathML, let names = definitionURL, attribute.name == names.lower {
      attribute.name = names.adjusted
    }
    attribute.namespace = namespaces[attribute.name] ?? .none
  }
}
