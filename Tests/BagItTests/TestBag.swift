import BagIt
import Bytes
import Foundation

/// A small bag in a temporary folder, written line by line, so that a test can write what the writer never would.
struct TestBag {
  let folder: TemporaryFolder
  var version = "1.0"
  var algorithms: [Digest.Algorithm] = [.sha512]

  /// Makes the folder and the payload; ``seal(_:)`` makes it a bag.
  init(_ files: [String: String] = ["data/a.txt": "eins", "data/b.txt": "zwei"]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
  }

  /// The path of the bag.
  var path: String { folder.path }

  /// Writes all tag files; `line` may change how a manifest lists a file, nil leaves it out.
  func seal(_ line: (String, String) -> String? = { "\($0)  \($1)\n" }) throws {
    try folder.write(
      "BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n", to: "bagit.txt")
    for algorithm in algorithms {
      try folder.write(
        try lines(of: "data", by: algorithm, line), to: "manifest-\(algorithm.rawValue).txt")
    }
    try sealTags()
  }

  /// Writes the tag manifests anew, after tag files were changed on purpose.
  func sealTags() throws {
    for algorithm in algorithms {
      try FileSystem.remove("\(path)/tagmanifest-\(algorithm.rawValue).txt")
    }
    for algorithm in algorithms {
      let text = try FileSystem.entries(of: path)
        .filter { $0.kind == .file && !$0.name.hasPrefix("tagmanifest") }
        .map { try digest(of: $0.name, by: algorithm) + "  \($0.name)\n" }
      try folder.write(text.joined(), to: "tagmanifest-\(algorithm.rawValue).txt")
    }
  }

  /// The digest of a file as it is now.
  func digest(of name: String, by algorithm: Digest.Algorithm) throws -> String {
    let file = try File.open(path + "/" + name)
    return Digest(algorithm, of: try file.contents()).hexadecimal
  }

  private func lines(
    of name: String, by algorithm: Digest.Algorithm, _ line: (String, String) -> String?
  ) throws -> String {
    try FileSystem.entries(of: path + "/" + name).map { entry in
      let path = name + "/" + entry.name
      switch entry.kind {
      case .folder: return try lines(of: path, by: algorithm, line)
      case .file: return line(try digest(of: path, by: algorithm), path) ?? ""
      default: return ""
      }
    }.joined()
  }

  /// What the verifier says: `fault KIND PATH` or `warning KIND PATH`, sorted.
  func verdict(jobs: Int = 2) async throws -> [String] {
    try await faults(jobs: jobs).map { "\($0.severity.rawValue) \($0.kind.rawValue) \($0.path)" }.sorted()
  }

  /// The faults and warnings in the order they are told.
  func faults(jobs: Int = 2) async throws -> [BagFault] {
    var faults: [BagFault] = []
    _ = try await BagVerifier(jobs: jobs).verify(path) { event in
      if case .fault(let fault) = event { faults.append(fault) }
    }
    return faults
  }
}
