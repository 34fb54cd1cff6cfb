internal import Bytes
internal import Model
internal import WARC

/// An item on its way through the steps of an ``ItemWorker``.
struct ItemInWork {
  var item: Item
  /// Its number over all inputs.
  let number: Int
  /// Whether an earlier item has its permalink.
  let sharesAddress: Bool
  /// Why it is not meant for publication; nil where it is.
  let withheld: PublicationRule.Withheld?

  /// What readers see of it; nil where it is withheld, or where nothing for readers is written.
  var body: BodyConverter.Body?
  /// The SHA-256 of its Markdown, where it was taken when the file was written.
  var markdownDigest: Digest?
  /// The address it is replayed at.
  var uri: TargetURI?
  /// Its line of `items.jsonl`.
  var line: [UInt8] = []
  /// Its records for the web archive.
  var records: [EncodedRecord] = []
  /// Its records for the archive of conversions.
  var derivedRecords: [EncodedRecord] = []
  /// The files of the package that have it.
  var targets: [String] = []
}
