import Bytes
import Model
import WXR

/// Reads an export from end to end on one core: `wxr-read split|survey|read FILE`.
enum WXRReading {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw Usage(description: "wxr-read split|survey|read FILE") }
    let file = try File.open(arguments[1])
    var splitter = ItemSplitter()
    var pieces: [Piece] = []
    var reader = ItemReader(dialect: Dialect())
    var items = 0
    var findings = 0
    var position = 0
    while true {
      var chunk: [UInt8] = []
      try file.read(1 << 20, at: position, appendingTo: &chunk)
      position += chunk.count
      if chunk.isEmpty {
        splitter.finish { pieces.append($0) }
      } else {
        splitter.scan(chunk.span) { pieces.append($0) }
      }
      for piece in pieces where arguments[0] != "split" {
        let provenance = Provenance(input: "export.xml", inputIndex: 0, range: piece.range)
        let bytes = try file.read(piece.range)
        switch piece.kind {
        case .header: reader = ItemReader(dialect: HeaderReader.read(bytes, provenance: provenance).dialect)
        case .item where arguments[0] == "read":
          findings += reader.read(bytes, provenance: provenance).findings.count
        case .item: findings += reader.survey(bytes, provenance: provenance).findings.count
        default: break
        }
      }
      items += pieces.count { $0.kind == .item }
      pieces.removeAll(keepingCapacity: true)
      if chunk.isEmpty { break }
    }
    print("\(items) items, \(findings) findings")
  }
}
