import HTML
import Model

extension EntryReader {
  /// The link to the whole post: by its name, or by its words.
  mutating func findMore(title: String?) -> Int? {
    guard !isWhole else { return nil }
    if let named = find(.more, where: { !$0.isInTitle($1) && $0.leadsToEntry($1) }) { return named }
    let titles = title.map { [$0] } ?? []
    let link = page.tree.elements(.a, in: inside).first {
      !isInTitle($0) && MoreLink.isWhole(words(ofLink: $0), titles: titles, words: page.words)
    }
    if let link { note("more", "the link's words", link) }
    return link
  }

  /// What a link says: its text, or that of the picture it is.
  private func words(ofLink link: Int) -> String {
    let text = page.text(link)
    guard text.isEmpty, let image = page.tree.first(.img, in: page.tree.inside(link)) else { return text }
    return (page.tree.attribute(.alt, of: image) ?? "").collapsed
  }

  /// Whether a link leads to the entry's own page: posts link to each other's `#more-9` too.
  private func leadsToEntry(_ link: Int) -> Bool {
    if Self.moreClasses.contains(where: { page.tree.has(link, class: $0) }) { return true }
    let own = titleElement.map { page.tree.with($0) } ?? 0..<0
    let links = page.tree.elements(.a, in: own) + page.tree.all(Self.bookmarks[0], in: inside)[...]
    let keys = Set(links.compactMap { page.key(ofLink: $0) })
    return keys.isEmpty || page.key(ofLink: link).map { keys.contains($0) } ?? false
  }

  private static let moreClasses = [ClassName("more-link"), ClassName("wp-block-post-excerpt__more-link")]

  /// What the link to the whole post says, and whether a tag in it was cut off.
  mutating func readMore(title: String?, into entry: inout PageEntry) {
    guard let moreElement else { return }
    let text = words(ofLink: moreElement)
    let found = MoreLink.trailing(in: text, titles: title.map { [$0] } ?? [], words: page.words)?.link
    var link = found ?? MoreLink(label: text)
    link.label = text
    link.address = page.address(.href, of: moreElement)
    let offset = page.tree.offset(of: moreElement)
    if let tag = link.cutTag {
      entry.item.findings.append(
        Finding(
          .cutTag, .repair, at: page.offset(moreElement),
          "the more-link ends in the visible tag “\(tag)”, which is left out"))
    } else if let offset, let (place, tag) = CutTag.first(in: page.bytes, from: offset) {
      link.cutTag = tag
      entry.item.findings.append(
        Finding(
          .cutTag, .repair, at: page.source.offset + place,
          "the more-link's tag “\(tag)” was cut off; browsers then make a link of what follows, here it ends")
      )
    }
    entry.moreLink = link
  }

  /// Reads the entry's text: all of its element, or what the entry has besides title and theme's lines.
  mutating func readText(into entry: inout PageEntry) -> (root: NodeID, excluded: NodeSet)? {
    let root = textElement ?? element
    var excluded = NodeSet(furniture(in: root).map(page.node))
    if let moreElement, page.tree.with(root).contains(moreElement) {
      excluded.formUnion(page.document.nodes(from: page.node(moreElement), in: page.node(root)))
    }
    if textElement == nil { excluded.formUnion(head()) }
    var unread = excluded
    unread.formUnion(pictures(in: root).map(page.node))
    var lines = page.lines(root, without: unread)
    // A more-link that is no link any more, in a page's text.
    var isCut = false
    if !isWhole, let last = lines.last, let title = entry.item.title,
      let (start, link) = MoreLink.trailing(in: last.text, titles: [title], words: page.words)
    {
      lines[lines.count - 1].text = last.text[..<start].trimmed
      if lines[lines.count - 1].text.isEmpty { lines.removeLast() }
      if entry.moreLink == nil { entry.moreLink = link }
      isCut = true
    }
    if textElement == nil {
      let own = lines.filter { !MetaLine.isMeta($0.text) }
      isCut = isCut || own.count < lines.count
      lines = own
    }
    let paragraphs = lines.reduce(into: [String]()) { paragraphs, line in
      if line.beginsParagraph || paragraphs.isEmpty {
        paragraphs.append(line.text)
      } else {
        paragraphs[paragraphs.count - 1] += "\n" + line.text
      }
    }
    if !isWhole { entry.excerptText = paragraphs.joined(separator: "\n\n") }
    if isCut || textElement == nil {
      let html = HTMLText.paragraphs(paragraphs)
      if isWhole { entry.item.content = html } else { entry.item.excerpt = html }
      return nil
    }
    return (page.node(root), excluded)
  }

  /// What stands inside the text's element but is no text of the post.
  private func furniture(in root: Int) -> [Int] {
    let range = page.tree.inside(root)
    var found = leftOut.filter { range.contains($0) }
    for selector in page.profile[.leave] {
      found += page.tree.all(selector, in: range)
    }
    if !isWhole {
      found += page.tree.elements(.p, in: range).filter { MetaLine.isGalleryCount(page.text($0)) }
    }
    return found
  }

  /// Pictures with their captions, in a listing: they belong to the excerpt, but are none of its words.
  private func pictures(in root: Int) -> [Int] {
    isWhole ? [] : Self.pictures.flatMap { page.tree.all($0, in: page.tree.inside(root)) }
  }

  private static let pictures = [
    ".gallery", ".wp-block-gallery", "figcaption", ".wp-caption-text", ".wp-caption-dd", ".tiled-gallery",
    ".ngg-galleryoverview",
  ].compactMap(Selector.init)

  /// The nodes of the entry that come before its text, where no element holds the text alone.
  private func head() -> [NodeID] {
    var nodes = inside.filter { page.metaLines.contains($0) }.map(page.node)
    if let titleElement {
      nodes += [page.node(titleElement)]
      nodes += page.document.nodes(before: page.node(titleElement), in: page.node(element))
    }
    return nodes
  }
}

/// A closing tag that was cut off, so that the next tag stands inside it: `</span</a>`.
enum CutTag {
  /// The first one within the 2,000 bytes after `start`, and where it begins; nil where the link ends well before.
  static func first(in bytes: [UInt8], from start: Int) -> (offset: Int, tag: String)? {
    let end = min(start + 2000, bytes.count)
    var index = start
    while index + 2 < end {
      guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let name = bytes[(index + 2)..<end].prefix {
        ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") || ($0 >= 0x30 && $0 <= 0x39)
      }
      if !name.isEmpty, name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: "<") {
        return (index, "</" + String(decoding: name, as: UTF8.self))
      }
      // The link ends here as it should.
      if name.elementsEqual("a".utf8) || name.elementsEqual("p".utf8) { return nil }
      index = name.endIndex
    }
    return nil
  }
}
