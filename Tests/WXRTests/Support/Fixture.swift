import Bytes
import Foundation

/// The files of `Fixtures`.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures").standardizedFileURL

  /// A file's bytes, turned into UTF-8 where they are UTF-16, as the input stage does it.
  static func bytes(_ path: String) throws -> [UInt8] {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
    guard let encoding = TextEncoding.detected(from: bytes.span) else { return bytes }
    return Transcoder.utf8(of: bytes.span, in: encoding).text
  }

  /// The names of the exports with one defect each.
  static func brokenNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "broken").path)
      .filter { $0.hasSuffix(".xml") }.sorted()
  }
}
