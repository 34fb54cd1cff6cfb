internal import Model
public import Pages

/// What one saved page says, as far as an inspection reports it.
public struct InspectedPage: Sendable {
  /// The document it stands in.
  public var document: String
  /// Everything that was read.
  public var reading: PageReading
}

extension Inspection {
  mutating func add(_ reading: PageReading, in document: String) {
    pages.append(InspectedPage(document: document, reading: reading))
    note(reading.findings, in: document)
    for entry in reading.entries { note(entry.item.findings, in: document) }
  }
}
