import Bytes
import Conversion
import Model

/// The account of a run in words, and as JSON for programs.
enum SummaryText {
  private static let order = ["input", "site", "author", "term", "item", "comment", "page", "remainder"]
  private static let plural = [
    "input": "inputs", "site": "sites", "author": "authors", "term": "terms", "item": "items",
    "comment": "comments", "page": "pages", "remainder": "other bytes",
  ]

  /// The account for a person.
  static func text(_ summary: ConversionSummary) -> String {
    let balance = summary.balance
    var text = "\(summary.destination)\n"
    for kind in order {
      guard let line = balance.lines[kind] else { continue }
      let outcomes = line.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      let count = String(line.inSource)
      let padding = String(repeating: " ", count: max(1, 8 - count.count))
      text += "\(padding)\(count) \(padded(plural[kind] ?? kind, to: 12)) \(outcomes.joined(separator: ", "))"
      if kind == "item", !balance.withheld.isEmpty {
        let rules = balance.withheld.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        text += " (\(rules.joined(separator: ", ")))"
      }
      text +=
        line.isBalanced ? "\n" : "  NOT BALANCED: \(line.inSource - line.accounted) without an outcome\n"
    }
    if summary.mirroredUploads > 0 {
      text +=
        "The inputs' own wp-content/uploads was used for media: \(summary.mirroredUploads) files. "
        + "--uploads names another copy.\n"
    }
    text += findings(balance)
    text += verdict(summary)
    return text
  }

  private static func findings(_ balance: Balance) -> String {
    var text = ""
    for severity in [Finding.Severity.loss, .repair, .note] {
      let found = balance.findings.filter { $0.value.severity == severity }.sorted { $0.key < $1.key }
      guard !found.isEmpty else { continue }
      let label =
        switch severity {
        case .loss: "lost"
        case .repair: "repaired"
        case .note: "noted"
        }
      text += "\(label): \(found.map { "\($0.key) ×\($0.value.count)" }.joined(separator: ", "))\n"
    }
    return text
  }

  private static func verdict(_ summary: ConversionSummary) -> String {
    guard summary.balance.isBalanced else {
      return "The account does not balance. This is a fault of nachlass: please report it.\n"
    }
    return summary.balance.hasLoss
      ? "Everything in the source is accounted for, and something was lost: see \(summary.ledger)\n"
      : "Everything in the source is accounted for: see \(summary.ledger)\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The account for a program.
  static func json(_ summary: ConversionSummary) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("destination")
      json.string(summary.destination)
      json.key("ledger")
      json.string(summary.ledger)
      json.key("balanced")
      json.boolean(summary.balance.isBalanced)
      json.key("loss")
      json.boolean(summary.balance.hasLoss)
      json.key("files")
      json.integer(summary.filesWritten)
      json.key("bytes")
      json.integer(summary.bytesRead)
      json.key("mirrored_uploads")
      json.integer(summary.mirroredUploads)
      json.key("account")
      json.object { json in summary.balance.writeLines(to: &json) }
      json.key("withheld")
      json.object { json in
        for (rule, count) in summary.balance.withheld.sorted(by: { $0.key < $1.key }) {
          json.key(named: rule)
          json.integer(count)
        }
      }
      json.key("findings")
      json.object { json in
        for (code, found) in summary.balance.findings.sorted(by: { $0.key < $1.key }) {
          json.key(named: code)
          json.object { json in
            json.key("severity")
            json.string(found.severity.rawValue)
            json.key("count")
            json.integer(found.count)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}
