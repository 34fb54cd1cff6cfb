internal import BagIt
internal import Bytes
internal import Content
internal import Model
internal import WARC

/// What a worker made of a batch; the ordered stage only appends it.
struct BatchProduct: Sendable {
  /// Lines for `items.jsonl`.
  var itemLines: [[UInt8]] = []
  /// Lines for the ledger.
  var ledgerLines = JSONText()
  /// Records for the web archive, pages and their descriptions.
  var records: [EncodedRecord] = []
  /// Records for the archive of conversions.
  var derivedRecords: [EncodedRecord] = []
  /// The documents that these conversions were made of, by their numbers.
  var convertedDocuments: Set<Int> = []
  /// The items as the archive's lists show them.
  var listedPosts: [ListedPost] = []
  /// Lines for the list of the archive's pages, with their text.
  var pageLines = JSONText()
  /// The keys of the addresses of saved pages among them.
  var listedKeys: [String] = []
  /// The media that items refer to, with the items' ids.
  var media: [(item: String, references: MediaReferences)] = []
  /// Rows of the table of descriptions.
  var descriptions: [UInt8] = []
  /// Lines for the tables of old addresses and what was written in their place.
  var redirects = RedirectLines()
  /// The account of the batch.
  var balance = Balance()
  /// How many files the worker wrote.
  var filesWritten = 0
  /// What is known of these files, by their names in the package; nothing where no bag is made.
  var written: [(name: String, file: WrittenFile)] = []
  /// How many items and bytes of input the batch had.
  var itemCount = 0
  var byteCount = 0
}
