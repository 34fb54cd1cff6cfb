internal import Bytes
internal import Content
internal import HTML
internal import Model
internal import WXR

/// The texts of an export's items, read again from their places when a page shows one: none is held.
struct KnownTexts {
  /// Where an item stands.
  struct Place: Sendable {
    var section: Int
    var range: ByteRange
  }

  private let places: [Place]
  private let sections: [Section]
  private let documents: [SourceDocument]
  private let reads: SourceReads

  /// Begins with the places of all items, in the order of their numbers.
  init(_ places: [Place], sections: [Section], documents: [SourceDocument], reads: SourceReads) {
    self.places = places
    self.sections = sections
    self.documents = documents
    self.reads = reads
  }

  /// What a reader sees of the item of that number: its whole text, then its manual excerpt, where it has one.
  ///
  /// Without what other items would give (galleries, reusable blocks). Nothing where the item cannot be read again, which
  /// ends the run.
  func texts(of number: Int) -> [String] {
    guard places.indices.contains(number) else { return [] }
    let place = places[number]
    let section = sections[place.section]
    guard let (bytes, provenance) = reads.item(place.range, of: documents[section.document])
    else { return [] }
    let item = ItemReader(dialect: section.dialect).read(bytes, provenance: provenance)
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(item)
    let excerpt = Document(archivalFragment: Array((item.excerpt ?? "").utf8)).visibleText
    return [rendered.document.visibleText, excerpt].filter { !$0.isEmpty }
  }
}
