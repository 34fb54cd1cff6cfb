internal import HTML

/// What the writer does with an element: one step finds it in a table.
enum ElementRole: UInt8 {
  /// Says nothing of its own; its contents stand in its place.
  case transparent
  /// Never shown: scripts, styles, templates, what belongs into a page's head.
  case hidden
  case strong, emphasis, deletion, code
  /// Inline, with no Markdown of its own: its tags are kept around Markdown.
  case inlineHTML
  /// Inline, kept as HTML with everything inside: players, frames, form fields, drawings.
  case inlineObject
  case link, image, lineBreak, optionalBreak
  /// A block that says no more than where paragraphs begin and end.
  case block
  case heading, quote, list, listItem, preformatted, table, rule, details
  /// A block Markdown has no word for, kept as HTML: description lists, forms.
  case htmlBlock

  /// Whether the element shows something even where there is no text in it.
  var isShownWithoutText: Bool {
    switch self {
    case .image, .inlineObject, .rule, .link: true
    default: false
    }
  }

  /// Whether the element begins and ends a line of its own.
  var isBlock: Bool {
    switch self {
    case .block, .heading, .quote, .list, .listItem, .preformatted, .table, .rule, .details, .htmlBlock:
      true
    default: false
    }
  }
}

extension ElementRole {
  /// The role of an element of HTML.
  static func of(_ tag: Tag) -> ElementRole {
    tag.number < roles.count ? roles[tag.number] : .transparent
  }

  private static let roles: [ElementRole] = {
    var roles = [ElementRole](repeating: .transparent, count: Tag.standardCount)
    for (role, tags) in groups {
      for tag in tags { roles[tag.number] = role }
    }
    return roles
  }()

  private static let groups: [(ElementRole, [Tag])] = [
    (
      .hidden,
      [
        .script, .style, .template, .head, .meta, .link, .base, .noframes, .noembed, .param,
        .source, .track, .area, .col, .colgroup, .frame, .frameset, .basefont, .bgsound,
      ]
    ),
    (.strong, [.b, .strong]),
    (.emphasis, [.i, .em]),
    (.deletion, [.del, .s, .strike]),
    (.code, [.code, .tt, .samp]),
    (
      .inlineHTML,
      [
        .kbd, .sub, .sup, .ins, .mark, .u, .small, .abbr, .acronym, .q, .ruby, .rt, .rp, .rb, .rtc, .cite,
        .dfn, .var, .bdo,
      ]
    ),
    (
      .inlineObject,
      [
        .iframe, .video, .audio, .object, .embed, .applet, .svg, .math, .input, .select, .textarea, .button,
        .progress, .meter, .datalist,
      ]
    ),
    (.link, [.a]),
    (.image, [.img, .image]),
    (.lineBreak, [.br]),
    (.optionalBreak, [.wbr]),
    (
      .block,
      [
        .p, .div, .section, .article, .aside, .header, .footer, .main, .nav, .address, .figure, .figcaption,
        .center, .fieldset, .legend, .hgroup, .dialog, .search, .summary, .body, .html, .dt, .dd, .caption,
        .tr, .td, .th, .tbody, .thead, .tfoot, .option, .optgroup,
      ]
    ),
    (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]),
    (.quote, [.blockquote]),
    (.list, [.ul, .ol, .menu, .dir]),
    (.listItem, [.li]),
    (.preformatted, [.pre, .listing, .xmp, .plaintext]),
    (.table, [.table]),
    (.rule, [.hr]),
    (.details, [.details]),
    (.htmlBlock, [.dl, .form]),
  ]
}
