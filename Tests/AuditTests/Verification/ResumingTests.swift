import Bytes
import Testing

@testable import Audit

/// An interrupted verification goes on where it was, and forgets no fault.
struct ResumingTests {
  private func journal(_ state: String, for bag: TemporaryFolder) throws -> VerificationJournal.State {
    try VerificationJournal.open(state, for: bag.path).state
  }

  @Test func `What was noted is known to the next run, but for a line cut off`() throws {
    let bag = try TemporaryFolder()
    let place = try TemporaryFolder()
    try bag.write("tag", to: "tagmanifest-sha512.txt")
    let state = place.path + "/state"
    let fault = Fault(
      "changed", file: "data/ü\n", record: "item 1", offset: 7, expected: "sha512:aa", found: "sha512:bb")
    do {
      let journal = try VerificationJournal.open(state, for: bag.path)
      journal.note(checkedPath: "data/b", faults: [fault])
      journal.noteRecordsDone(faults: [])
      journal.note(items: 12, inputs: 1, faults: [Fault("item-model", .warning, file: "x")])
    }
    let text = try place.text(of: "state")
    try place.write(text + #"{"items":99,"fau"#, to: "state")
    let known = try journal(state, for: bag)
    #expect(known.checkedPath == "data/b" && known.areRecordsDone && known.items == 12)
    #expect(known.faults == [fault, Fault("item-model", .warning, file: "x")])
    #expect(try place.text(of: "state") == text)
  }

  @Test func `A journal about another package begins anew`() throws {
    let bag = try TemporaryFolder()
    let place = try TemporaryFolder()
    try bag.write("tag", to: "tagmanifest-sha512.txt")
    do {
      let journal = try VerificationJournal.open(place.path + "/state", for: bag.path)
      journal.note(items: 12, inputs: 1, faults: [])
    }
    try bag.write("gat", to: "tagmanifest-sha512.txt")
    #expect(try journal(place.path + "/state", for: bag).items == 0)
  }

  @Test func `A run that goes on tells the faults of both, and removes its file at the end`() async throws {
    let bag = try TemporaryFolder()
    let place = try TemporaryFolder()
    for name in ["a", "b"] { try bag.write(name, to: "data/\(name)") }
    try bag.write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", to: "bagit.txt")
    let digest = String(repeating: "0", count: 64)
    try bag.write("\(digest)  data/a\n\(digest)  data/b\n", to: "manifest-sha256.txt")
    let state = place.path + "/state"
    do {
      let journal = try VerificationJournal.open(state, for: bag.path)
      journal.note(checkedPath: "data/a", faults: [Fault("changed", file: "data/a", found: "damals")])
    }
    var faults: [Fault] = []
    let summary = try await Verifier(jobs: 1).verify(bag.path, as: .bag, resumingWith: state) { event in
      if case .fault(let fault) = event, fault.severity == .fault { faults.append(fault) }
    }
    #expect(faults.map(\.file) == ["data/a", "data/b"])
    #expect(faults.first?.found == "damals" && summary.faults == 2)
    #expect(FileSystem.kind(of: state) == nil)
  }
}
