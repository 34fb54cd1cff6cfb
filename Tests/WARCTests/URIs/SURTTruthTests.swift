import Foundation
import Testing
import WARC

/// Compares keys with those of PyPI's `surt`, which `scripts/conformance surt` puts into a file.
@Suite struct SURTTruthTests {
  private static let path = ProcessInfo.processInfo.environment["NACHLASS_SURT_TRUTH"]

  @Test(.enabled(if: path != nil, "scripts/conformance surt gives the truth"))
  func `Keys are those of the surt package`() throws {
    let data = try Data(contentsOf: URL(filePath: Self.path ?? ""))
    let truth = try JSONDecoder().decode([[String?]].self, from: data)
    #expect(!truth.isEmpty)
    for pair in truth {
      let address = try #require(pair[0])
      #expect(SURT.key(of: address) == pair[1], "\(address)")
    }
  }
}
