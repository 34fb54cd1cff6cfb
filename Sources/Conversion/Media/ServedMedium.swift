internal import Content
internal import WARC

/// An address at which the old site showed a medium, and the file of the uploads copy that it showed.
struct ServedMedium: Sendable, Hashable {
  /// The address as it was referred to.
  let uri: TargetURI
  /// The file, by its path below the uploads.
  let path: String
  /// Whether it is the very file that the address names; else it is the original of a smaller copy that is not there.
  let isExact: Bool
}

extension RunPlan {
  /// What a link to a medium of this site showed, where the uploads copy has it and an archive is written.
  func served(_ medium: MediumPath, at link: String, from permalink: String) -> ServedMedium? {
    guard let uploads, options.outputs.contains(.warc) else { return nil }
    let path = uploads.has(medium.path) ? medium.path : uploads.find(medium)
    guard let path, let address = addresses?.absolute(link, from: permalink),
      let uri = TargetURI(encoding: address)
    else { return nil }
    return ServedMedium(
      uri: uri, path: path, isExact: path == medium.path && !uri.text.utf8.contains(UInt8(ascii: "?")))
  }
}
