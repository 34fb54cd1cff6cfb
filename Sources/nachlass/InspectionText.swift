import Bytes
import Conversion
import Model

/// What an inspection found, in words and as JSON.
enum InspectionText {
  /// The report for a person.
  static func text(_ inspection: Inspection) -> String {
    var text = ""
    for document in inspection.documents {
      text += "\(document.name): \(document.kind), \(document.size) bytes, sha256 \(document.sha256)\n"
    }
    let site = inspection.site
    text += "\nsite       \(site.title ?? "unnamed"), \(site.baseBlogURL ?? site.link ?? "no address")\n"
    // Pages alone have no export to be described.
    if inspection.documents.allSatisfy({ $0.kind != .export }), !inspection.pages.isEmpty {
      return text + SavedPagesText.site(site) + SavedPagesText.text(inspection.pages) + findings(inspection)
    }
    text += "written by WordPress \(site.wordPressVersion ?? "of unknown version")"
    text += ", WXR \(site.wxrVersion ?? "of unknown version"), \(site.publicationDate ?? "undated")\n"
    text += "\nitems      \(inspection.itemCount)\n"
    for (type, statuses) in sorted(inspection.itemsByType) {
      let counts = sorted(statuses).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      text += "  \(type): \(counts)\n"
    }
    if inspection.protectedCount > 0 { text += "  behind a password: \(inspection.protectedCount)\n" }
    text += line("years", inspection.itemsByYear, empty: "undated")
    text += line("authors", inspection.itemsByCreator, empty: "nobody")
    text += "comments   \(inspection.commentCount)\n"
    text += "terms      \(site.terms.count)\n"
    text += "media      \(inspection.mediaCount)"
    let endings = sorted(inspection.mediaByExtension).map { "\($0.value) \($0.key.isEmpty ? "?" : $0.key)" }
    text += endings.isEmpty ? "\n" : " (\(endings.joined(separator: ", ")))\n"
    return text + SavedPagesText.text(inspection.pages) + findings(inspection)
  }

  private static func line(_ label: String, _ counts: [String: Int], empty: String) -> String {
    let parts = sorted(counts).map { "\($0.key.isEmpty ? empty : $0.key) \($0.value)" }
    let padding = String(repeating: " ", count: max(1, 11 - label.count))
    return "\(label)\(padding)\(parts.joined(separator: ", "))\n"
  }

  private static func findings(_ inspection: Inspection) -> String {
    guard !inspection.findings.isEmpty else { return "\nNothing to repair.\n" }
    var text = "\n"
    for severity in [Finding.Severity.loss, .repair, .note] {
      for (code, found) in sorted(inspection.findings) where found.severity == severity {
        text += "\(severity.rawValue): \(code) ×\(found.count)"
        if let place = found.firstPlace { text += ", first at \(place)" }
        text += ": \(found.example)\n"
      }
    }
    return text
  }

  private static func sorted<Value>(_ counts: [String: Value]) -> [(key: String, value: Value)] {
    counts.sorted { $0.key < $1.key }
  }

  /// The report for a program.
  static func json(_ inspection: Inspection) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("inputs")
      json.array { json in
        for document in inspection.documents {
          json.object { json in
            json.key("name")
            json.string(document.name)
            json.key("kind")
            json.string("\(document.kind)")
            json.key("size")
            json.integer(document.size)
            json.key("sha256")
            json.string(document.sha256)
          }
        }
      }
      let site = inspection.site
      json.key("site")
      json.object { json in
        let facts = [
          ("name", site.title), ("url", site.baseBlogURL ?? site.link), ("language", site.language),
          ("wordpress", site.wordPressVersion), ("wxr", site.wxrVersion), ("date", site.publicationDate),
        ]
        for (key, value) in facts {
          json.key(named: key)
          json.string(value)
        }
      }
      numbers(inspection, to: &json)
      json.key("pages")
      SavedPagesText.write(inspection.pages, to: &json)
      json.key("findings")
      json.array { json in
        for (code, found) in sorted(inspection.findings) {
          json.object { json in
            json.key("code")
            json.string(code)
            json.key("severity")
            json.string(found.severity.rawValue)
            json.key("count")
            json.integer(found.count)
            json.key("first")
            json.string(found.firstPlace)
            json.key("example")
            json.string(found.example)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func numbers(_ inspection: Inspection, to json: inout JSONText) {
    let totals = [
      ("items", inspection.itemCount), ("comments", inspection.commentCount), ("meta", inspection.metaCount),
      ("authors", inspection.site.authors.count), ("terms", inspection.site.terms.count),
      ("media", inspection.mediaCount), ("protected", inspection.protectedCount),
      ("content_bytes", inspection.contentLength),
    ]
    for (key, value) in totals {
      json.key(named: key)
      json.integer(value)
    }
    json.key("types")
    json.object { json in
      for (type, statuses) in sorted(inspection.itemsByType) {
        json.key(named: type)
        counts(statuses, to: &json)
      }
    }
    json.key("years")
    counts(inspection.itemsByYear, to: &json)
    json.key("creators")
    counts(inspection.itemsByCreator, to: &json)
    json.key("media_types")
    counts(inspection.mediaByExtension, to: &json)
  }

  private static func counts(_ counts: [String: Int], to json: inout JSONText) {
    json.object { json in
      for (key, value) in sorted(counts) {
        json.key(named: key)
        json.integer(value)
      }
    }
  }
}
