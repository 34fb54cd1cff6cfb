internal import Bytes

/// What verification needs of a row of the ledger.
struct LedgerEntry: Sendable {
  /// Where a thing stands in the source.
  struct Source: Sendable, Equatable, CustomStringConvertible {
    let input: String
    let range: ByteRange
    /// The digest of the bytes, in hexadecimal; nil where the ledger tells none.
    let sha256: String?

    /// The place for messages.
    var description: String {
      "\(range.length) bytes from byte \(range.offset) of \(input)" + (sha256.map { ", sha256:\($0)" } ?? "")
    }
  }

  let kind: String
  let type: String?
  let id: String?
  let name: String?
  let outcome: String
  let targets: [String]
  let source: Source?

  /// What the row is about, for messages, such as `item 17`.
  var label: String {
    [kind, id ?? name].compactMap(\.self).joined(separator: " ")
  }

  /// Reads a row; nil where something that every row has is missing.
  init?(_ json: JSONValue) {
    guard let kind = json["kind"]?.string, let outcome = json["outcome"]?.string,
      let targets = json["targets"]?.array
    else { return nil }
    self.kind = kind
    self.outcome = outcome
    self.targets = targets.compactMap(\.string)
    type = json["type"]?.string
    id = json["id"]?.string
    name = json["name"]?.string
    source = json["source"].flatMap(Source.init)
  }
}

extension LedgerEntry.Source {
  /// Reads the place of a row or of an item's line; nil where it is incomplete or no range.
  init?(_ json: JSONValue) {
    guard let input = json["input"]?.string, let offset = json["offset"]?.integer,
      let length = json["length"]?.integer, offset >= 0, length >= 0
    else { return nil }
    self.input = input
    range = ByteRange(offset: offset, length: length)
    sha256 = json["sha256"]?.string
  }
}
