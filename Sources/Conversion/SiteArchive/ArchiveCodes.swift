internal import Bytes
internal import Reconstruction

extension GzipCodes {
  /// So much of a site's first document tells what its texts are made of, in bytes.
  private static let sampleLength = 1 << 18

  /// Codes for the records of a site's archive, made of the frame of its pages and the beginning of its first document.
  static func sharedByRecords(
    of documents: [SourceDocument], frame: PageFrame
  ) throws(FileError) -> GzipCodes? {
    guard let first = documents.first else { return nil }
    var sample = IndexPage(title: "", permalink: "", number: 1, count: 1, entriesHTML: []).html(in: frame)
    try File.open(first.path).read(sampleLength, at: 0, appendingTo: &sample)
    return GzipCodes(sample: sample.span)
  }
}
