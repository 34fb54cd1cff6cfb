/// What the tree builder wants to know of an element on its stack, as bits.
struct ElementCategories: OptionSet, Sendable {
  let rawValue: UInt16

  /// The category "special" of the standard (section 13.2.4.2).
  static let special = ElementCategories(rawValue: 1)
  /// The category "formatting".
  static let formatting = ElementCategories(rawValue: 2)
  /// Bounds the default scope.
  static let scope = ElementCategories(rawValue: 4)
  /// Bounds the list item scope.
  static let listItemScope = ElementCategories(rawValue: 8)
  /// Bounds the button scope.
  static let buttonScope = ElementCategories(rawValue: 16)
  /// Bounds the table scope.
  static let tableScope = ElementCategories(rawValue: 32)
  /// Its end tag is implied.
  static let impliedEnd = ElementCategories(rawValue: 64)
  /// Its end tag is implied where all implied end tags are generated thoroughly.
  static let thoroughlyImpliedEnd = ElementCategories(rawValue: 128)
  /// One of `h1` to `h6`.
  static let heading = ElementCategories(rawValue: 256)
  /// A table or a part of it other than a cell: what is misplaced in it goes before the table.
  static let fosters = ElementCategories(rawValue: 512)
  /// A cell of a table.
  static let cell = ElementCategories(rawValue: 1024)
  /// Puts a marker on the list of active formatting elements: no formatting goes in or out.
  static let holdsMarker = ElementCategories(rawValue: 8192)
  /// An SVG or MathML element with HTML in it.
  static let htmlIntegrationPoint = ElementCategories(rawValue: 2048)
  /// A MathML element with text in it.
  static let textIntegrationPoint = ElementCategories(rawValue: 4096)

  /// The categories of all standard names as HTML elements.
  static let table: [ElementCategories] = {
    var table = [ElementCategories](repeating: [], count: Int(standardNameCount))
    func mark(_ categories: ElementCategories, _ tags: Tag...) {
      for tag in tags { table[Int(tag.id)].formUnion(categories) }
    }
    mark(
      .special, .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body,
      .br, .button,
      .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
      .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr,
      .html,
      .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed,
      .noframes,
      .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source,
      .style,
      .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul,
      .wbr, .xmp)
    mark(.formatting, .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u)
    let scope: ElementCategories = [.scope, .listItemScope, .buttonScope]
    mark(scope, .applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template)
    mark(.listItemScope, .ol, .ul)
    mark(.buttonScope, .button)
    mark(.tableScope, .html, .table, .template)
    let implied: ElementCategories = [.impliedEnd, .thoroughlyImpliedEnd]
    mark(implied, .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc)
    mark(.thoroughlyImpliedEnd, .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr)
    mark(.heading, .h1, .h2, .h3, .h4, .h5, .h6)
    mark(.fosters, .table, .tbody, .tfoot, .thead, .tr)
    mark(.cell, .td, .th)
    mark(.holdsMarker, .applet, .caption, .marquee, .object, .td, .th)
    return table
  }()

  /// The categories of an SVG or MathML element.
  static func ofForeign(_ tag: Tag, _ namespace: Namespace) -> ElementCategories {
    let bounds: ElementCategories = [.special, .scope, .listItemScope, .buttonScope]
    switch (namespace, tag) {
    case (.svg, .foreignObject), (.svg, .desc), (.svg, .title):
      return bounds.union(.htmlIntegrationPoint)
    case (.mathML, .mi), (.mathML, .mo), (.mathML, .mn), (.mathML, .ms), (.mathML, .mtext):
      return bounds.union(.textIntegrationPoint)
    case (.mathML, .annotationXML): return bounds
    default: return []
    }
  }
}
