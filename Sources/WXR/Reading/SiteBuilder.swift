import Bytes
import Model
import XML

/// Makes a ``Site`` of the events of a header.
struct SiteBuilder {
  private var cursor: EventCursor
  private let provenance: Provenance
  private var site = Site()

  init(_ cursor: EventCursor, provenance: Provenance) {
    self.cursor = cursor
    self.provenance = provenance
    site.provenance = provenance
    site.findings = cursor.text.findings + cursor.undeclaredPrefixes(at: provenance.range.offset)
  }

  mutating func build() -> Site {
    while let event = cursor.next() {
      if case .start(let name, _, let end) = event { read(name, end) } else { cursor.noteStray(event) }
    }
    site.unknown += cursor.strayElements
    site.findings += cursor.strayFindings(at: provenance.range.offset)
    return site
  }

  private mutating func read(_ name: NameID, _ end: Int) {
    switch cursor.field(name) {
    case .rss, .channel: break
    case .title: site.title = cursor.elementText()
    case .link: site.link = cursor.elementText()
    case .description: site.description = cursor.elementText()
    case .language: site.language = cursor.elementText()
    case .publicationDate: site.publicationDate = cursor.elementText()
    case .generator: site.generator = cursor.elementText()
    case .wxrVersion: site.wxrVersion = cursor.elementText()
    case .baseSiteURL: site.baseSiteURL = cursor.elementText()
    case .baseBlogURL: site.baseBlogURL = cursor.elementText()
    case .image: readImage()
    case .author where cursor.isWordPress(name): readAuthor(end)
    case .category where cursor.isWordPress(name): readTerm("category", end)
    case .tag: readTerm("post_tag", end)
    case .term: readTerm("", end)
    default: site.unknown.append(cursor.rawElement(name, startTagEnd: end))
    }
  }

  private mutating func readImage() {
    var image = Site.Image()
    cursor.forEachChild { cursor, field, name, end in
      switch field {
      case .url: image.url = cursor.elementText()
      case .title: image.title = cursor.elementText()
      case .link: image.link = cursor.elementText()
      default: _ = cursor.skipElement()
      }
    }
    site.image = image
  }

  private mutating func readAuthor(_ startTagEnd: Int) {
    var author = Author(login: "")
    let end = cursor.forEachChild { cursor, field, name, end in
      switch field {
      case .authorID: author.id = cursor.elementText()
      case .authorLogin: author.login = cursor.elementText()
      case .authorEmail: author.email = cursor.elementText()
      case .authorDisplayName: author.displayName = cursor.elementText()
      case .authorFirstName: author.firstName = cursor.elementText()
      case .authorLastName: author.lastName = cursor.elementText()
      default: author.unknown.append(cursor.rawElement(name, startTagEnd: end))
      }
    }
    author.provenance = place(startTagEnd, end)
    site.authors.append(author)
  }

  private mutating func readTerm(_ taxonomy: String, _ startTagEnd: Int) {
    var term = Term(taxonomy: taxonomy, slug: "", name: "")
    var findings: [Finding] = []
    let end = cursor.forEachChild { cursor, field, name, end in
      switch field {
      case .termID: term.id = cursor.elementText()
      case .termTaxonomy: term.taxonomy = cursor.elementText()
      case .categoryNicename, .tagSlug, .termSlug: term.slug = cursor.elementText()
      case .categoryParent, .termParent: term.parent = cursor.elementText()
      case .categoryName, .tagName, .termName:
        term.rawName = cursor.elementText()
        term.name = NamedCharacters.decodingReferences(term.rawName)
      case .categoryDescription, .tagDescription, .termDescription:
        term.description = NamedCharacters.decodingReferences(cursor.elementText())
      case .termMeta:
        let entry = cursor.metaEntry(startTagEnd: end, &findings)
        term.meta.append(entry.meta)
        term.unknown += entry.unknown
      default: term.unknown.append(cursor.rawElement(name, startTagEnd: end))
      }
    }
    site.findings += findings
    term.provenance = place(startTagEnd, end)
    site.terms.append(term)
  }

  private func place(_ startTagEnd: Int, _ end: Int) -> Provenance {
    var place = provenance
    place.range = cursor.inputRange(fromTagEndingAt: startTagEnd, to: end)
    place.sha256 = ""
    return place
  }
}

extension EventCursor {
  /// Whether a name is of WordPress's own namespace.
  func isWordPress(_ name: NameID) -> Bool { Family(vocabulary.name(name)) == .wp }

  /// Hands over each element inside the one whose start tag was just met.
  ///
  /// `body` must read it to its end. Returns the offset just past the end tag.
  @discardableResult
  mutating func forEachChild(
    _ body: (inout EventCursor, Field, NameID, _ startTagEnd: Int) -> Void
  ) -> Int {
    while let event = next() {
      switch event {
      case .start(let name, _, let end): body(&self, field(name), name, end)
      case .end(_, let end): return end
      case .text, .section: noteStray(event)
      }
    }
    return events.markupLength
  }
}

extension EventCursor {
  /// Texts between elements, kept as if they were elements.
  var strayElements: [RawElement] { strayTexts.map { RawElement(name: "#text", xml: $0) } }

  /// What is to be said about texts between elements.
  func strayFindings(at offset: Int) -> [Finding] {
    strayTexts.isEmpty
      ? []
      : [
        Finding(
          .textBetweenElements, .repair, at: offset, "text between elements, kept raw",
          count: strayTexts.count)
      ]
  }
}

extension EventCursor {
  /// One finding for each prefix that was used and never declared.
  func undeclaredPrefixes(at offset: Int) -> [Finding] {
    var prefixes: [String] = []
    for case .start(let id, _, _) in events.list {
      let name = vocabulary.name(id)
      if name.namespace == nil, let prefix = name.prefix, !prefixes.contains(prefix) {
        prefixes.append(prefix)
      }
    }
    return prefixes.map {
      Finding(.undeclaredPrefix, .repair, at: offset, "prefix “\($0)” was never declared, read by its name")
    }
  }
}
