import Bytes
import Testing

@testable import BagIt

/// What the verifier promises beyond the single rules.
struct BagVerifierTests {
  @Test func `What the writer writes is valid without a warning`() async throws {
    let bag = try TestBag(["data/a.txt": "a", "data/Straße/ü.txt": "ü", "data/leer": ""])
    var info = BagInfo()
    info.add("Source-Organization", "QM Musterkiez e. V.")
    info.add("External-Description", String(repeating: "Stadtteilzeitung ", count: 20))
    let written = try await BagWriter(jobs: 2, synchronizes: false)
      .complete(bag.path, info: info, baggingDate: UTCTime(secondsSince1970: 0))
    var faults: [BagFault] = []
    let summary = try await BagVerifier(jobs: 2).verify(bag.path) { event in
      if case .fault(let fault) = event { faults.append(fault) }
    }
    #expect(faults == [])
    #expect(summary.isValid && summary.payload == written.payload && summary.version == .v1_0)
    #expect(summary.info.values(of: "external-description").first?.count == 339)
  }

  @Test func `Where one digest agrees, the fault is the manifest's and is located`() async throws {
    var bag = try TestBag()
    bag.algorithms = [.sha256, .sha512]
    try bag.seal { digest, path in
      digest.count == 64 && path == "data/b.txt" ? "\(digest.dropLast())x  \(path)\n" : "\(digest)  \(path)\n"
    }
    #expect(try await bag.verdict().contains("fault malformed-line manifest-sha256.txt"))
    try bag.seal { digest, path in
      digest.count == 64 && path == "data/b.txt"
        ? "\(digest.reversed().map(String.init).joined())  \(path)\n" : "\(digest)  \(path)\n"
    }
    let faults = try await bag.faults()
    #expect(faults.map(\.kind) == [.wrongListedDigest])
    #expect(faults.first?.path == "manifest-sha256.txt" && faults.first?.offset == 77)
  }

  @Test func `A run that goes on after another reads only what is left or was changed since`() async throws {
    let bag = try TestBag()
    try bag.seal()
    try bag.folder.write("anders", to: "data/a.txt")
    try bag.folder.write("anders", to: "data/b.txt")
    func changed(whereEarlierRunBegan began: Int) async throws -> [String] {
      var paths: [String] = []
      _ = try await BagVerifier(jobs: 1).verify(bag.path, after: ("data/a.txt", began)) { event in
        if case .fault(let fault) = event, fault.kind == .changed { paths.append(fault.path) }
      }
      return paths
    }
    let now = try FileSystem.entries(of: bag.path + "/data").map(\.changed).max() ?? 0
    #expect(try await changed(whereEarlierRunBegan: now + 1) == ["data/b.txt"])
    #expect(try await changed(whereEarlierRunBegan: now - 1) == ["data/a.txt", "data/b.txt"])
  }

  @Test func `A folder that is not there is an error, not a fault`() async {
    await #expect(throws: BagError.self) {
      try await BagVerifier(jobs: 1).verify("/nirgends/tasche") { _ in }
    }
  }

  @Test func `Any flipped bit of a bag is found`() async throws {
    var bag = try TestBag(["data/a.txt": "eins", "data/ü/b.txt": "zwei"])
    bag.algorithms = [.sha256, .sha512]
    try bag.folder.write("Payload-Oxum: 8.2\n", to: "bag-info.txt")
    try bag.seal()
    for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha512.txt", "data/a.txt"] {
      let original = Array(try bag.folder.text(of: name).utf8)
      for position in original.indices {
        var bytes = original
        bytes[position] ^= UInt8(1) << (position % 8)
        try bag.folder.write(bytes, to: name)
        let faults = try await bag.faults(jobs: 1)
        #expect(!faults.isEmpty, "bit \(position % 8) of byte \(position) of \(name)")
      }
      try bag.folder.write(original, to: name)
    }
  }
}
