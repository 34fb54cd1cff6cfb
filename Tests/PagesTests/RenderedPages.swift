import Bytes
import Foundation
import HTML
import Model

@testable import Pages

/// The pages that a real WordPress rendered, each with what WordPress itself says is on it.
struct RenderedPages {
  let folder: URL

  static let fixtures = RenderedPages(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/pages"))

  /// What is on a page according to WordPress's own query.
  struct Truth: Decodable {
    var theme: String
    var file: String
    var url: String
    var kind: String
    var entries: [Entry]
    var comments: [Comment]?

    struct Entry: Decodable {
      var id: Int
      var type: String
      var title: String
      var permalink: String
      var date: Moment
      var author: String
      var categories: [Term]
      var tags: [Term]
      var comments: Int
      var kicker: String
      var sticky: Bool
      var prints: [String]
      var excerpt: String?
      var content: String?
    }

    /// A date; WordPress says `false` where a post has none.
    struct Moment: Decodable {
      var day: String?

      init(from decoder: any Decoder) throws {
        day = (try? decoder.singleValueContainer().decode(String.self)).map { String($0.prefix(10)) }
      }
    }

    struct Term: Decodable {
      var slug: String
      var name: String
    }

    struct Comment: Decodable {
      var id: Int
      var parent: Int
      var date: String
      var author: String
      var text: String
    }
  }

  func truths() throws -> [Truth] {
    try String(contentsOf: folder.appendingPathComponent("truth.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }
  }

  /// The path under which wget would have kept the page.
  func mirrorPath(of truth: Truth) -> String {
    let bare = truth.url.replacingOccurrences(of: "https://", with: "")
    guard let mark = bare.firstIndex(of: "?") else { return bare + "index.html" }
    return bare[..<mark] + "index.html" + bare[mark...]
  }

  func bytes(of truth: Truth) throws -> [UInt8] {
    [UInt8](
      try Data(contentsOf: folder.appendingPathComponent("rendered").appendingPathComponent(truth.file)))
  }
}

/// How often a field was right, and where it was not.
struct Score {
  var right = 0
  var misses: [String] = []

  var total: Int { right + misses.count }
  var share: Double { total == 0 ? 1 : Double(right) / Double(total) }

  mutating func count<Value: Equatable>(_ found: Value, _ truth: Value, _ place: String) {
    if found == truth { right += 1 } else { misses.append("\(place): \(found), not \(truth)") }
  }

  /// Counts word for word, and names the place where two texts part.
  mutating func count(words found: [String], _ truth: [String], _ place: String) {
    guard found != truth else {
      right += 1
      return
    }
    let same = zip(found, truth).prefix { $0 == $1 }.count
    let parts = [found, truth].map { $0.dropFirst(max(0, same - 2)).prefix(12).joined(separator: " ") }
    misses.append("\(place): “\(parts[0])”, not “\(parts[1])”")
  }
}

/// Compares the readings of pages with their truth, field by field.
struct Comparison {
  var scores: [String: Score] = [:]

  static func words(_ text: String) -> [String] { FoldedText(text).words }

  private mutating func count<Value: Equatable>(
    _ field: String, _ found: Value, _ truth: Value, _ place: String
  ) {
    scores[field, default: Score()].count(found, truth, place)
  }

  private mutating func count(_ field: String, words found: String, _ truth: String, _ place: String) {
    scores[field, default: Score()].count(words: Self.words(found), Self.words(truth), place)
  }

  mutating func compare(_ reading: PageReading, with truth: RenderedPages.Truth) {
    let found = reading.entries
    let place = truth.file
    let isSingle = ["single", "page", "attachment"].contains(truth.kind)
    count("kind", reading.kind.rawValue, Self.kinds[truth.kind] ?? truth.kind, place)
    count("number of entries", found.count, truth.entries.count, place)
    count(
      "ids in order", found.map { Int($0.item.id ?? "") }.filter { $0 != nil },
      found.contains { $0.item.id == nil } ? [] : truth.entries.map(\.id), place)
    for (entry, own) in zip(found, truth.entries) { compare(entry, with: own, isSingle: isSingle, place) }
    // This theme shows answers whose comment is gone, and those under a protected post.
    if truth.kind == "single", truth.theme != "tafel" {
      compareComments(found.first?.item.comments ?? [], truth.comments ?? [], place)
    }
  }

  private mutating func compare(
    _ entry: PageEntry, with truth: RenderedPages.Truth.Entry, isSingle: Bool, _ page: String
  ) {
    let item = entry.item
    let place = "\(page) \(truth.id)"
    count("title", FoldedText(item.title ?? ""), FoldedText(truth.title), place)
    count("permalink", item.link.flatMap { WebAddress($0)?.key }, WebAddress(truth.permalink)?.key, place)
    count("partial", item.isPartial, !isSingle, place)
    if truth.prints.contains("date") {
      count("date", item.date?.civil?.dateText, truth.date.day, place)
    }
    if truth.prints.contains("author") {
      count("author", entry.author.map { FoldedText($0) }, FoldedText(truth.author), place)
    }
    for (field, taxonomy, terms) in [
      ("categories", "category", truth.categories), ("tags", "post_tag", truth.tags),
    ]
    where truth.prints.contains(field) {
      let names = item.terms.filter {
        $0.taxonomy == taxonomy && $0.name != $0.slug || terms.map(\.name).contains($0.name)
      }
      .filter { $0.taxonomy == taxonomy }.map(\.name)
      count(
        field, Set(names.map { FoldedText($0) }),
        Set(terms.map(\.name).filter { !$0.isEmpty }.map { FoldedText($0) }), place)
    }
    if truth.prints.contains("kicker") || !isSingle && item.kicker != nil {
      count("kicker", item.kicker ?? "", truth.prints.contains("kicker") ? truth.kicker : "", place)
    }
    let marksSticky = !page.hasPrefix("kiezblatt") && !page.hasPrefix("tafel")
    if !isSingle, marksSticky { count("sticky", entry.isSticky, truth.sticky, place) }
    if truth.prints.contains("comment_count"), !isSingle {
      count("comment count", entry.commentCount, truth.comments, place)
    }
    if isSingle {
      if truth.type != "attachment", let content = truth.content {
        let text = FlowBuilder.text(of: .init(content: item.content ?? ""))
        count("content", words: text, content, place)
      }
    } else if let excerpt = truth.excerpt {
      count("excerpt", words: entry.excerptText, excerpt, place)
    } else if let content = truth.content {
      // Captions are no excerpt, though the whole content has them: what is left must be there in order.
      let text = Self.words(entry.excerptText)
      count(
        "teaser",
        words: text.isEmpty ? content : Self.words(content).subsequence(text).joined(separator: " "),
        entry.excerptText, place)
    }
  }

  private mutating func compareComments(
    _ found: [Comment], _ truth: [RenderedPages.Truth.Comment], _ place: String
  ) {
    // An answer to a comment that is gone is not shown.
    let shown = truth.filter { comment in comment.parent == 0 || truth.contains { $0.id == comment.parent } }
    count("number of comments", found.count, shown.count, place)
    let own = Dictionary(truth.map { ($0.id, $0) }) { first, _ in first }
    for comment in found {
      guard !comment.isPing, let id = Int(comment.id), let own = own[id] else { continue }
      // A name that holds a tag is shown without it.
      count(
        "comment author", FoldedText(comment.author), FoldedText(own.author.prefix { $0 != "<" }),
        "\(place) \(id)")
      count("comment date", comment.date?.civil?.dateText, String(own.date.prefix(10)), "\(place) \(id)")
      let text = FlowBuilder.text(of: .init(content: comment.content))
      count("comment text", words: text, own.text, "\(place) \(id)")
      if truth.contains(where: { $0.id == own.parent }) {
        count("comment parent", Int(comment.parent), own.parent, "\(place) \(id)")
      }
    }
  }

  private static let kinds = [
    "404": "not-found", "post_type": "post-type", "taxonomy": "taxonomy",
  ]
}

extension [String] {
  /// As much of `wanted`, from its start, as stands here in order.
  func subsequence(_ wanted: [String]) -> [String] {
    var found: [String] = []
    for word in self where found.count < wanted.count && word == wanted[found.count] { found.append(word) }
    return found
  }
}

/// A piece of HTML for reading its text.
struct Piece { var content: String }

extension FlowBuilder {
  static func text(of piece: Piece) -> String {
    let document = Document(archivalFragment: Array(piece.content.utf8))
    return text(of: document.root, in: document)
  }
}
