internal import HTML

/// What an element means to a signature; kept apart from the writer's own table, so that a mistake there is found here.
enum CheckedElement {
  /// Says nothing of its own.
  case plain
  /// Never shown, or shown by other means than text.
  case unseen
  /// Marks its text: one bit for each kind.
  case marked(UInt32)
  case link, lineBreak, image, media, checkbox
  /// Begins and ends a line.
  case block
  case heading(UInt8)
  /// A block unless its role says that it only lays out the page.
  case table
  case quote, list, item, row, cell, preformatted, rule

  static let strongBit: UInt32 = 1
  static let emphasisBit: UInt32 = 2
  static let deletionBit: UInt32 = 4
  /// The bit of inline code, which means nothing inside preformatted text.
  static let codeBit: UInt32 = 8

  static func of(_ tag: Tag) -> CheckedElement {
    tag.number < kinds.count ? kinds[tag.number] : .plain
  }

  private static let kinds: [CheckedElement] = {
    var kinds = [CheckedElement](repeating: .plain, count: Tag.standardCount)
    let blocks: [Tag] = [
      .address, .article, .aside, .body, .center, .dd, .details, .dialog, .div, .dl, .dt, .fieldset,
      .figcaption, .figure,
      .footer, .form, .header, .hgroup, .html, .legend, .main, .nav, .p, .section, .summary, .tbody, .tfoot,
      .thead,
      .caption, .option, .optgroup, .search,
    ]
    for tag in blocks { kinds[tag.number] = .block }
    for (level, tag) in [Tag.h1, .h2, .h3, .h4, .h5, .h6].enumerated() {
      kinds[tag.number] = .heading(UInt8(level + 1))
    }
    for tag in [Tag.ul, .ol, .menu, .dir] { kinds[tag.number] = .list }
    for tag in [Tag.td, .th] { kinds[tag.number] = .cell }
    for tag in [
      Tag.script, .style, .template, .head, .noframes, .noembed, .frameset, .svg, .math, .applet,
    ] { kinds[tag.number] = .unseen }
    for tag in [Tag.iframe, .video, .audio, .object, .embed] { kinds[tag.number] = .media }
    let marks: [[Tag]] = [
      [.b, .strong], [.i, .em], [.del, .s, .strike], [.code, .tt, .samp], [.kbd], [.sub], [.sup], [.ins],
      [.mark], [.u],
      [.small], [.abbr, .acronym], [.q], [.cite], [.dfn], [.`var`], [.rt], [.bdo],
    ]
    for (bit, tags) in marks.enumerated() {
      for tag in tags { kinds[tag.number] = .marked(1 << UInt32(bit)) }
    }
    kinds[Tag.a.number] = .link
    kinds[Tag.br.number] = .lineBreak
    kinds[Tag.img.number] = .image
    kinds[Tag.input.number] = .checkbox
    kinds[Tag.blockquote.number] = .quote
    kinds[Tag.li.number] = .item
    kinds[Tag.table.number] = .table
    kinds[Tag.tr.number] = .row
    for tag in [Tag.pre, .listing, .xmp, .plaintext] { kinds[tag.number] = .preformatted }
    kinds[Tag.hr.number] = .rule
    return kinds
  }()
}
