private import Bytes
internal import Model
internal import WARC

/// Describes an item in Dublin Core terms, for the metadata record beside its page; no e-mail, no IP address.
enum DublinCoreFields {
  /// The fields; `exportURI` is the address under which the archive holds the export the item was read from.
  static func fields(of item: Item, site: SiteFacts, exportURI: String) -> WARCFields {
    var fields = WARCFields()
    func add(_ name: WARCFields.Name, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      fields.append(name, value)
    }
    add(.title, item.title)
    add(.creator, site.authorName(item.creator))
    add(.date, ZonedDate.iso8601(local: item.date, gmt: item.dateGMT))
    add(.modified, ZonedDate.iso8601(local: item.modified, gmt: item.modifiedGMT))
    for term in item.terms { add(.subject, term.name) }
    add(.identifier, item.guid)
    add(.language, site.language)
    add(.isPartOf, site.address)
    let range = item.provenance.range
    add(.source, "\(exportURI)#bytes=\(range.offset)-\(range.end - 1)")
    add(
      .provenance,
      "page reconstructed from the WordPress export \(item.provenance.input), sha256 of its bytes there "
        + item.provenance.sha256)
    return fields
  }
}
