public import Bytes

/// What a tool that saved a page wrote into it: the page's own address, and when it was saved.
public struct SavedFrom: Sendable, Hashable {
  /// The tool, for the evidence: `browser`, `httrack`, `singlefile`, `wget`.
  public var tool: String
  /// The address, as written.
  public var address: String
  /// When it was saved, where the tool says so.
  public var time: UTCTime?

  /// Reads a comment's text; nil where it is no such tool's.
  ///
  /// - browsers: `saved from url=(0052)https://...`, the number being the address's length
  /// - HTTrack: `Mirrored from host/path by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 24 May 2016 10:15:00 GMT`
  /// - SingleFile: ` Page saved with SingleFile url: https://... saved date: Tue May 24 2016 12:15:00 GMT+0200 (...)`
  public init?(comment: String) {
    guard let found = Self.browser(comment) ?? Self.httrack(comment) ?? Self.singleFile(comment) else {
      return nil
    }
    self = found
  }

  private init(tool: String, address: String, time: UTCTime? = nil) {
    self.tool = tool
    self.address = address
    self.time = time
  }

  private static func browser(_ comment: String) -> SavedFrom? {
    guard let rest = after("saved from url=(", in: comment), let close = rest.firstIndex(of: ")") else {
      return nil
    }
    let address = rest[rest.index(after: close)...].prefix { !$0.isWhitespace }
    guard WebAddress(address) != nil else { return nil }
    return SavedFrom(tool: "browser", address: String(address))
  }

  private static func httrack(_ comment: String) -> SavedFrom? {
    guard let rest = after("Mirrored from ", in: comment) else { return nil }
    let place = rest.prefix { !$0.isWhitespace }
    let address = WebAddress(place) ?? WebAddress("http://" + place)
    guard comment.contains("HTTrack"), let address else { return nil }
    let time = rest.lastIndex(of: "]").flatMap { MailDate.time(in: rest[$0...]) }
    return SavedFrom(tool: "httrack", address: address.description, time: time ?? MailDate.time(in: rest))
  }

  private static func singleFile(_ comment: String) -> SavedFrom? {
    guard comment.contains("SingleFile"), let rest = after("url:", in: comment) else { return nil }
    let address = rest.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    guard WebAddress(address) != nil else { return nil }
    let date = after("saved date:", in: comment)
    return SavedFrom(
      tool: "singlefile", address: String(address), time: date.flatMap { MailDate.time(in: $0) })
  }

  private static func after(_ mark: String, in text: String) -> Substring? {
    guard let range = text.firstRange(of: mark) else { return nil }
    return text[range.upperBound...]
  }
}
