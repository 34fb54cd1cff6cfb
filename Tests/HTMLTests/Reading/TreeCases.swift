import Foundation
import Testing

/// A case in the notation of the html5lib tests, read from the folder Cases.
struct TreeCase: Sendable, CustomTestStringConvertible {
  let file: String
  let data: [UInt8]
  let context: String?
  let tree: String

  var testDescription: String { "\(file): \(String(decoding: data, as: UTF8.self))" }

  /// The names of the files.
  static let files = [
    "attributes", "characters", "comments", "foreign", "formatting", "fragments", "implied-tags", "pages",
    "raw-text", "tables",
  ]

  /// The cases of all files, read as bytes, for a carriage return is part of the data.
  static func all() throws -> [TreeCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    return try files.flatMap { file in
      try cases(of: [UInt8](Data(contentsOf: folder.appendingPathComponent("\(file).dat"))), file)
    }
  }

  private static func cases(of bytes: [UInt8], _ file: String) -> [TreeCase] {
    var cases: [TreeCase] = []
    var section = ""
    var parts: [String: [[UInt8]]] = [:]
    func end() {
      guard let data = parts["#data"], let document = parts["#document"] else { return }
      var tree = document
      while tree.last?.isEmpty == true { tree.removeLast() }
      cases.append(
        TreeCase(
          file: file, data: Array(data.joined(separator: [0x0A])),
          context: parts["#document-fragment"]?.first.map { String(decoding: $0, as: UTF8.self) },
          tree: String(decoding: Array(tree.joined(separator: [0x0A])), as: UTF8.self)))
      parts = [:]
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) {
      let text = String(decoding: line, as: UTF8.self)
      if text == "#data" { end() }
      if ["#data", "#errors", "#document-fragment", "#document"].contains(text) {
        section = text
        parts[section] = []
      } else {
        parts[section, default: []].append(line)
      }
    }
    end()
    return cases
  }
}
