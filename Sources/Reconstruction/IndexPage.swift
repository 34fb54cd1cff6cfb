/// A page that lists others: the home page, or an archive of a year, a month, a term or an author.
public struct IndexPage: Sendable {
  /// What is listed.
  public var title: String
  /// A word about it, plain; empty for none.
  public var description = ""
  /// Lists of parts of what is listed: a year's months, the categories below a category.
  public var parts: [PageLink] = []
  /// The page's own address.
  public var permalink: String
  /// Which page of the list it is, from 1.
  public var number: Int
  /// How many pages the list has.
  public var count: Int
  /// The page of newer entries.
  public var newer: String?
  /// The page of older entries.
  public var older: String?
  /// The entries, as ``Teaser/html(in:)`` wrote them, one after the other.
  public var entriesHTML: [UInt8]

  /// Makes the page of a list.
  public init(title: String, permalink: String, number: Int, count: Int, entriesHTML: [UInt8]) {
    self.title = title
    self.permalink = permalink
    self.number = number
    self.count = count
    self.entriesHTML = entriesHTML
  }

  /// The page as an HTML document in UTF-8.
  public func html(in frame: PageFrame) -> [UInt8] {
    let words = frame.words
    let place = "\(words.pageNumber) \(number) \(words.of) \(count)"
    let shown = number == 1 ? title : "\(title) – \(words.pageNumber) \(number)"
    return frame.page(title: shown, permalink: permalink, capacity: entriesHTML.count + 1024) { html in
      html.raw("<header>\n<h1>")
      html.text(title)
      html.raw("</h1>\n")
      if !description.isEmpty, number == 1 {
        html.raw("<p>")
        html.text(description)
        html.raw("</p>\n")
      }
      if !parts.isEmpty, number == 1 {
        html.raw("<nav aria-label=\"")
        html.text(title)
        html.raw("\">\n")
        html.list(parts)
        html.raw("</nav>\n")
      }
      if count > 1 {
        html.raw("<p class=\"meta\">")
        html.text(place)
        html.raw("</p>\n")
      }
      html.raw("</header>\n")
      if entriesHTML.isEmpty {
        html.raw("<p>")
        html.text(words.empty)
        html.raw("</p>\n")
      }
      html.raw(entriesHTML)
      html.turn(
        label: words.pageNumber,
        back: newer.map { ("← \(words.newer)", PageLink("", url: $0)) },
        on: older.map { ("\(words.older) →", PageLink("", url: $0)) })
    }
  }
}

/// A post as a list of posts shows it.
public struct Teaser: Sendable {
  /// The title, plain.
  public var title: PageLink
  /// The date as text to show.
  public var date: String?
  /// The author's name.
  public var author: PageLink?
  /// The first words, plain, in UTF-8.
  public var text: [UInt8]

  /// Makes a teaser.
  public init(title: PageLink, date: String?, author: PageLink?, text: [UInt8]) {
    self.title = title
    self.date = date
    self.author = author
    self.text = text
  }

  /// The entry as a piece of HTML, the same in every list.
  public func html(in frame: PageFrame) -> [UInt8] {
    var html = HTMLText(capacity: text.count + title.text.utf8.count + 512)
    html.raw("<article class=\"entry\">\n<h2>")
    html.link(PageLink(title.text.isEmpty ? frame.words.untitled : title.text, url: title.url))
    html.raw("</h2>\n")
    html.byline(date: date, author: author, words: frame.words)
    if !text.isEmpty {
      html.raw("<p>")
      html.text(text.span)
      html.raw("</p>\n")
    }
    html.raw("</article>\n")
    return html.bytes
  }
}

extension HTMLText {
  /// Appends when and by whom something was written.
  mutating func byline(date: String?, author: PageLink?, words: PageWording) {
    guard date != nil || author != nil else { return }
    raw("<p class=\"meta\">")
    if let date {
      // `2016-05-24 12:15` is the machine's form too.
      raw("<time>")
      text(date)
      raw("</time>")
    }
    if let author, !author.text.isEmpty {
      raw(" ")
      text(words.by)
      raw(" ")
      link(author)
    }
    raw("</p>\n")
  }

  /// Appends the way back and the way on, each with its label.
  mutating func turn(label: String, back: (String, PageLink)?, on: (String, PageLink)?) {
    guard back != nil || on != nil else { return }
    raw("<nav class=\"turn\" aria-label=\"")
    text(label)
    raw("\">\n")
    if let (label, link) = back { way("<a rel=\"prev\" href=\"", label: label, link) }
    if let (label, link) = on { way("<a rel=\"next\" href=\"", label: label, link) }
    raw("</nav>\n")
  }

  private mutating func way(_ tag: String, label: String, _ link: PageLink) {
    raw(tag)
    text(link.url ?? "")
    raw("\"><span>")
    text(label)
    raw("</span>")
    if !link.text.isEmpty {
      raw(" ")
      text(link.text)
    }
    raw("</a>\n")
  }
}
