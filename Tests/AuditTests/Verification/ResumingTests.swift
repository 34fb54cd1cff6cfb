import Bytes
import Testing

@testable import Audit

/// An interrupted verification goes on where it was, and in the end says what an uninterrupted one says.
struct ResumingTests {
  private let place: TemporaryFolder
  private let state: String

  init() throws {
    place = try TemporaryFolder()
    state = place.path + "/state"
  }

  private func journal(for bag: TemporaryFolder, now: Int = 0) throws -> VerificationState {
    try VerificationJournal.open(state, for: bag.path, now: now).state
  }

  /// A time after everything that a test has written so far.
  private func future(_ folder: TemporaryFolder) throws -> Int {
    try #require(FileSystem.changeTime(of: folder.path)) + 1000
  }

  /// Verifies, with the state's text before each event.
  private func verify(
    _ folder: TemporaryFolder, now: Int, seeing: (String) -> Void = { _ in }
  ) async throws -> (faults: [Fault], summary: VerificationSummary) {
    var faults: [Fault] = []
    let kind = try VerifiedKind(of: folder.path)
    let summary = try await Verifier(jobs: 2)
      .verify(folder.path, as: kind, resumingWith: state, now: now) { event in
        if let text = try? place.text(of: "state") { seeing(text) }
        if case .fault(let fault) = event { faults.append(fault) }
      }
    #expect(FileSystem.kind(of: state) == nil, "all is done, and nothing has to be kept")
    return (faults, summary)
  }

  /// A package with damage of every step's kind.
  private func damagedPackage() async throws -> TemporaryFolder {
    let package = try await MadePackage.of([MadePackage.fixture("wxr/musterkiez-parts.zip")])
    try await MadePackage.change("data/json/items.jsonl", in: package) {
      $0.replacing(#""status":"publish""#, with: #""status":"pubLish""#, maxReplacements: 1)
    }
    let names = try FileSystem.entries(of: package.path + "/data/warc").map { "data/warc/" + $0.name }
    for name in names + ["data/ledger.schema.json"] {
      var bytes = try package.bytes(of: name)
      bytes[bytes.count / 2] ^= 4
      try package.write(bytes, to: name)
    }
    return package
  }

  @Test func `Wherever a run was interrupted, the next one ends with the same report`() async throws {
    let package = try await damagedPackage()
    let now = try future(package)
    var texts: Set<String> = []
    let whole = try await verify(package, now: now) { texts.insert($0) }
    #expect(Set(whole.faults.map(\.kind)).isSuperset(of: ["changed", "gzip-damaged", "item-model"]))
    let longest = try #require(texts.max { $0.utf8.count < $1.utf8.count })
    let lines = longest.split(separator: "\n")
    #expect(lines.count > 4 && lines.contains { $0.contains(#""records":"#) })
    for count in 1...lines.count {
      // The last line of an interrupted run may be cut off.
      let interrupted = lines.prefix(count).map { $0 + "\n" }.joined() + #"{"items":99,"fau"#
      try place.write(interrupted, to: "state")
      let resumed = try await verify(package, now: now + 1)
      #expect(resumed.faults == whole.faults, "after \(count) lines")
      #expect(resumed.summary == whole.summary, "after \(count) lines")
    }
  }

  @Test func `What was changed since the run began is looked at again`() async throws {
    let package = try await damagedPackage()
    let now = try #require(FileSystem.changeTime(of: package.path))
    var texts: Set<String> = []
    let whole = try await verify(package, now: now) { texts.insert($0) }
    let longest = try #require(texts.max { $0.utf8.count < $1.utf8.count })
    // The run began in the very second in which the files were written, or before: nothing it says can be relied on.
    for began in [now, now - 5] {
      let state = longest.replacing(#""began":\#(now)"#, with: #""began":\#(began)"#)
        .replacing(#/"found":"sha256:/#, with: #""found":"damals "#)
      try place.write(state, to: "state")
      let resumed = try await verify(package, now: now + 1)
      #expect(resumed.faults == whole.faults && resumed.summary == whole.summary)
    }
    // Relied on, the same state would have been told again.
    let later = longest.replacing(#""began":\#(now)"#, with: #""began":\#(try future(package))"#)
      .replacing(#/"found":"sha256:/#, with: #""found":"damals "#)
    try place.write(later, to: "state")
    let relied = try await verify(package, now: now + 1)
    #expect(relied.faults.contains { $0.found?.hasPrefix("damals ") == true })
  }

  @Test func `A journal about another package begins anew, and so does one with changed tag files`() throws {
    let bag = try TemporaryFolder()
    try bag.write("tag", to: "tagmanifest-sha512.txt")
    let now = try future(bag)
    func begin() throws {
      try FileSystem.remove(state)
      let journal = try VerificationJournal.open(state, for: bag.path, now: now)
      journal.note(items: 12, inputs: 1, faults: [])
      journal.note(
        records: 3, faults: [Fault("x", .warning, file: "y\n", record: "1", offset: 7, expected: "a")])
    }
    try begin()
    try bag.write("", to: "data/ledger.jsonl")
    let known = try journal(for: bag)
    #expect(known.began == now && known.items == 0, "there are no sources that could be as they were")
    #expect(known.records == nil)
    try begin()
    try FileSystem.makeFolder(bag.path + "/data/source")
    try FileSystem.makeFolder(bag.path + "/data/warc")
    let whole = try journal(for: bag)
    #expect(whole.items == 12 && whole.inputs == 1 && whole.records == 3)
    #expect(whole.recordFaults.map(\.line) == [#"warning x: y\n, 1, byte 7; expected a"#])
    try bag.write("gat", to: "tagmanifest-sha512.txt")
    #expect(try journal(for: bag, now: 5).began == 5)
    try begin()
    try place.write(try place.text(of: "state").replacing("\(now)", with: "\(now - 5000)"), to: "state")
    #expect(try journal(for: bag, now: 6).began == 6)
    try place.write("no journal\n", to: "state")
    #expect(try journal(for: bag, now: 7).began == 7)
  }

  @Test(arguments: ["state", "data/state", "./state", "data/../state"])
  func `A journal within the package is refused`(name: String) async throws {
    let bag = try TemporaryFolder()
    try bag.write("a", to: "data/a")
    await #expect(throws: VerificationError.self) {
      try await Verifier(jobs: 1).verify(bag.path, as: .bag, resumingWith: bag.path + "/" + name) { _ in }
    }
    #expect(try FileSystem.entries(of: bag.path).map(\.name) == ["data"])
  }
}
