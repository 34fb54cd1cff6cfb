internal import Bytes
internal import JSONLines
internal import Model

/// One row of the ledger: one thing of the source and what became of it.
struct LedgerRow: Sendable {
  /// The kinds of things that are accounted for.
  enum Kind: String, Sendable, CaseIterable {
    case input
    case site
    case author
    case term
    case item
    case comment
    case page
    case remainder
    /// A post of which only an excerpt is known: what to fetch while it can be had.
    case notRescued = "not-rescued"
  }

  var kind: Kind
  var id: String?
  /// The post type, taxonomy or comment type.
  var type: String?
  var status: String?
  /// The slug, login or name that a person would look for.
  var name: String?
  /// The item a comment belongs to.
  var parent: String?
  var outcome: Outcome
  /// The files of the package that hold it.
  var targets: [String] = []
  /// All addresses it is known by, of what was not rescued.
  var addresses: [String] = []
  var source: Provenance?
  var findings: [Finding] = []

  /// Appends the row as one line of JSON.
  func write(to json: inout JSONText) {
    json.object { json in
      json.key("kind")
      json.string(kind.rawValue)
      json.member("id", id)
      json.member("type", type)
      json.member("status", status)
      json.member("name", name)
      json.member("parent", parent)
      json.key("outcome")
      json.string(outcome.name)
      if let reason = outcome.reason {
        json.key("reason")
        json.string(reason)
      }
      json.key("targets")
      json.array { json in
        for target in targets { json.string(target) }
      }
      if !addresses.isEmpty {
        json.key("addresses")
        json.array { json in
          for address in addresses { json.string(address) }
        }
      }
      if let source {
        json.key("source")
        json.provenance(source)
      }
      json.key("findings")
      json.array { json in
        for finding in findings { json.finding(finding) }
      }
    }
    json.endLine()
  }
}

extension JSONText {
  /// A member whose value is text; nothing where there is none.
  fileprivate mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }
}
