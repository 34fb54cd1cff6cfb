internal import Bytes
internal import JSONLines
internal import Model
internal import WXR

/// An item, cut out of its source again, with what the package says of it.
struct ItemComparison: Sendable {
  /// The input's name in the package, and its number.
  let input: String
  let inputIndex: Int
  /// The kept original, by its path from the package.
  let file: String
  let item: SourceItems.CutItem
  /// The row of the ledger; nil where it has none.
  let row: ItemRows.Row?
  /// The line in the file of all items; nil where there is none.
  let line: ItemRows.Row?
  /// Whether the package has a file of all items.
  let hasItems: Bool

  /// What does not agree.
  func faults(reading reader: ItemReader) -> [Fault] {
    let digest = Digest(.sha256, of: item.bytes).hexadecimal
    var faults: [Fault] = []
    if let row {
      faults += compare(row, digest: digest)
    } else {
      faults.append(
        fault("item-without-row", expected: "a row of \(PackageLayout.ledger) about the item", found: "none"))
    }
    if let line {
      faults += compare(line, digest: digest, reading: reader)
    } else if hasItems {
      faults.append(
        fault("item-without-line", expected: "a line of \(PackageLayout.items) about the item", found: "none")
      )
    }
    return faults
  }

  private func fault(_ kind: String, label: String? = nil, expected: String, found: String) -> Fault {
    Fault(
      kind, file: file, record: label ?? "item in \(input)", offset: item.range.offset, expected: expected,
      found: found)
  }

  private func compare(_ row: ItemRows.Row, digest: String) -> [Fault] {
    var faults: [Fault] = []
    if row.source.range.length != item.range.length {
      faults.append(
        Fault(
          "item-range", file: PackageLayout.ledger, record: row.label, offset: row.line.offset,
          expected: "\(row.source.range.length) bytes from byte \(item.range.offset)",
          found: "\(item.range.length)"))
    }
    if let told = row.source.sha256, told != digest {
      faults.append(
        fault(
          "item-digest", label: "\(row.label) of the ledger", expected: "sha256:\(told)",
          found: "sha256:\(digest)"))
    }
    return faults
  }

  /// The line must be what reading the item again gives, up to its findings.
  private func compare(_ line: ItemRows.Row, digest: String, reading reader: ItemReader) -> [Fault] {
    let provenance = Provenance(input: input, inputIndex: inputIndex, range: item.range, sha256: digest)
    var json = JSONText(capacity: item.bytes.count)
    ItemLine.write(reader.read(item.bytes, provenance: provenance), to: &json)
    let expected = ItemLineTail.withoutFindings(Array(json.bytes.dropLast()))
    let found = ItemLineTail.withoutFindings(line.line.bytes)
    if expected.elementsEqual(found) { return [] }
    let place = zip(expected, found).prefix { $0 == $1 }.underestimatedCount
    return [
      Fault(
        "item-model", file: PackageLayout.items, record: line.label, offset: line.line.offset + place,
        expected: Self.excerpt(of: expected, at: place), found: Self.excerpt(of: found, at: place))
    ]
  }

  private static func excerpt(of text: ArraySlice<UInt8>, at place: Int) -> String {
    "…" + String(decoding: text.dropFirst(max(0, place - 20)).prefix(60), as: UTF8.self) + "…"
  }
}
