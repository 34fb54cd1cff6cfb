import Bytes
import Foundation
import WARC

/// A record of a web archive as a test reads it.
struct ArchivedRecord {
  var head: RecordHead
  var block: [UInt8]

  var text: String { String(decoding: block, as: UTF8.self) }
  var uri: String { head.targetURI ?? "" }
  /// Where a redirect leads.
  var location: String? {
    guard text.hasPrefix("HTTP/1.1 301 ") else { return nil }
    return text.components(separatedBy: "\r\n").first { $0.hasPrefix("Location: ") }.map {
      String($0.dropFirst(10))
    }
  }
}

/// The web archives of a package as a test reads them.
struct PackageArchives {
  let records: [ArchivedRecord]
  let derived: [ArchivedRecord]
  let index: String

  init(_ package: String, folder: String = "data/warc") throws {
    let path = "\(package)/\(folder)"
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    records = try names.filter { $0.hasSuffix(".warc.gz") && !$0.contains("-derived") }.flatMap {
      try Self.read("\(path)/\($0)")
    }
    derived = try names.filter { $0.contains("-derived") }.flatMap { try Self.read("\(path)/\($0)") }
    index = try names.filter { $0.hasSuffix(".cdxj") }.map {
      try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)
    }.joined()
  }

  private static func read(_ path: String) throws -> [ArchivedRecord] {
    var reader = WARCReader(try FileSource(path), name: path)
    var records: [ArchivedRecord] = []
    while let head = try reader.next() {
      records.append(ArchivedRecord(head: head, block: try reader.block(upTo: 1 << 24)))
    }
    return records
  }

  func records(_ type: RecordType) -> [ArchivedRecord] { records.filter { $0.head.type == type } }
  /// The first record that is found at an address.
  func record(at uri: String) -> ArchivedRecord? {
    records.first { $0.uri == uri && $0.head.type != .metadata }
  }
  /// Where an address is redirected to.
  func redirect(at uri: String) -> String? { record(at: uri)?.location }
}
