import Bytes
import Conversion
import Model
import Pages

/// What saved pages say, in words and as JSON.
enum SavedPagesText {
  /// What pages say of their site beside its name.
  static func site(_ site: Site) -> String {
    let facts = [
      ("tagline", site.description), ("language", site.language), ("logo", site.image?.url),
      ("wordpress", site.wordPressVersion),
    ]
    return facts.reduce(into: "") { text, fact in
      guard let value = fact.1 else { return }
      text += fact.0 + String(repeating: " ", count: 11 - fact.0.count) + value + "\n"
    }
  }

  /// One line a page and one an entry.
  static func text(_ pages: [InspectedPage]) -> String {
    guard !pages.isEmpty else { return "" }
    var text = "\npages      \(pages.count)\n"
    for page in pages {
      let reading = page.reading
      text += "  \(page.document): \(reading.kind.rawValue), \(reading.address ?? "of unknown address")\n"
      for entry in reading.entries {
        let item = entry.item
        let facts = [item.date?.civil?.dateText, item.isPartial ? "excerpt" : "whole", item.link].compactMap(
          \.self)
        text += "    \(item.title ?? "untitled") (\(facts.joined(separator: ", ")))\n"
      }
    }
    return text
  }

  /// Why each entry of each page was taken and what was left.
  static func explanation(_ pages: [InspectedPage]) -> String {
    var text = ""
    for page in pages {
      let reading = page.reading
      text += "\(page.document)\n"
      for (what, evidence) in [("address", reading.addressEvidence), ("kind", reading.kindEvidence)] {
        for line in evidence { text += "  \(what): \(line.value) (\(line.source)\(place(line)))\n" }
      }
      for line in reading.explanation { text += "  \(line.source): \(line.value)\(place(line))\n" }
      for finding in reading.findings + reading.entries.flatMap(\.item.findings) {
        text += "  \(finding.severity.rawValue): \(finding.detail)\n"
      }
    }
    return text
  }

  private static func place(_ evidence: Evidence) -> String { evidence.offset.map { ", byte \($0)" } ?? "" }

  /// The pages as an array.
  static func write(_ pages: [InspectedPage], to json: inout JSONText) {
    json.array { json in
      for page in pages {
        json.object { json in
          let reading = page.reading
          json.key("input")
          json.string(page.document)
          json.key("address")
          json.string(reading.address)
          json.key("kind")
          json.string(reading.kind.rawValue)
          json.key("captured")
          json.string(reading.captured?.description)
          json.key("entries")
          json.array { json in for entry in reading.entries { write(entry, to: &json) } }
          json.key("menus")
          json.array { json in for menu in reading.menus { write(menu, to: &json) } }
        }
      }
    }
  }

  private static func write(_ entry: PageEntry, to json: inout JSONText) {
    let item = entry.item
    json.object { json in
      let texts = [
        ("id", item.id), ("type", item.type), ("title", item.title), ("kicker", item.kicker),
        ("link", item.link),
        ("date", item.date?.civil?.description), ("date_printed", item.date?.raw), ("author", entry.author),
        ("excerpt", item.isPartial ? entry.excerptText : nil), ("more", entry.moreLink?.label),
        ("thumbnail", entry.thumbnail),
      ]
      for (key, value) in texts {
        json.key(named: key)
        json.string(value)
      }
      for (key, taxonomy) in [("categories", "category"), ("tags", "post_tag")] {
        json.key(named: key)
        json.array { json in
          for term in item.terms where term.taxonomy == taxonomy { json.string(term.name) }
        }
      }
      json.key("comments")
      json.integer(item.isPartial ? entry.commentCount : item.comments.count)
      json.key("sticky")
      json.boolean(entry.isSticky)
      json.key("partial")
      json.boolean(item.isPartial)
    }
  }

  private static func write(_ menu: PageMenu, to json: inout JSONText) {
    json.object { json in
      json.key("name")
      json.string(menu.name)
      json.key("entries")
      json.array { json in
        for entry in menu.entries {
          json.object { json in
            json.key("title")
            json.string(entry.title)
            json.key("address")
            json.string(entry.address)
            json.key("depth")
            json.integer(entry.depth)
          }
        }
      }
    }
  }
}
