import BagIt
import Bytes
import Conversion
import Foundation

@testable import Audit

/// Packages made of fixtures, what `verify` says of them, and damage that only what is below the digests can show.
enum MadePackage {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a fixture, given from `Fixtures/`.
  static func fixture(_ name: String) -> String {
    repository.appending(path: "Fixtures").appending(path: name).path
  }

  /// Converts the inputs, given by their paths.
  static func of(
    _ inputs: [String], configure: (inout ConversionOptions) -> Void = { _ in }
  ) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileSystem.remove(folder.path)
    var options = ConversionOptions(destination: folder.path)
    options.jobs = 2
    configure(&options)
    _ = try await Converter(options: options).convert(inputs)
    return folder
  }

  /// Verifies what is in the folder.
  static func verify(
    _ folder: TemporaryFolder, resumingWith state: String? = nil
  ) async throws -> (summary: VerificationSummary, faults: [Fault]) {
    var faults: [Fault] = []
    let kind = try VerifiedKind(of: folder.path)
    let summary = try await Verifier(jobs: 2).verify(folder.path, as: kind, resumingWith: state) { event in
      if case .fault(let fault) = event { faults.append(fault) }
    }
    return (summary, faults)
  }

  /// Writes the manifests anew, so that only what is below them can show the damage.
  static func reseal(_ folder: TemporaryFolder) async throws {
    let text = try folder.text(of: "bag-info.txt")
    var info = BagInfo()
    for line in text.replacing("\n  ", with: " ").split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1)
      if ["Bagging-Date", "Bag-Size", "Payload-Oxum"].contains(parts[0]) { continue }
      info.add(String(parts[0]), String(parts[1]))
    }
    _ = try await BagWriter(jobs: 1, synchronizes: false)
      .complete(folder.path, info: info, baggingDate: UTCTime(secondsSince1970: 0))
  }

  /// Changes a text file and seals the package again.
  static func change(_ name: String, in folder: TemporaryFolder, _ body: (String) -> String) async throws {
    try folder.write(body(try folder.text(of: name)), to: name)
    try await reseal(folder)
  }
}
