import Bytes
import Testing

@testable import Conversion

@Suite struct MissingMediaTests {
  @Test func `Addresses come in order, each with the first item that wants it`() throws {
    let folder = try TemporaryFolder()
    var missing = MissingMedia(in: try PackageFolder.begin(at: folder.path + "/out"))
    for (address, item) in [
      ("b.jpg", "1"), ("a.jpg", "2"), ("b.jpg", "3"), ("a\u{308}.jpg", "4"), ("\u{E4}.jpg", "5"), ("a", ""),
      ("z", "6"),
    ] {
      try missing.add(address, item: item)
    }
    var rows: [String] = []
    try missing.table(with: ["z"]).forEachRow { address, item in rows.append("\(address)=\(item)") }
    #expect(rows == ["a=", "a.jpg=2", "b.jpg=1", "z=", "a\u{308}.jpg=4"])
    #expect(rows.last?.unicodeScalars.count == "a\u{308}.jpg=4".unicodeScalars.count)
  }

  @Test func `Where nothing is missing there is no row`() throws {
    let folder = try TemporaryFolder()
    let missing = MissingMedia(in: try PackageFolder.begin(at: folder.path + "/out"))
    #expect(try missing.table(with: []).isEmpty)
  }
}
