internal import Bytes
internal import Model

/// Copies the media that items want into the package, each once, and lists those that are missing.
struct MediaKeeper {
  /// Paths below the uploads, wanted by any item.
  private var wanted: Set<String> = []
  /// Addresses of media nobody has, and the first item that wants each.
  private var missing: [String: String] = [:]

  /// Takes note of what an item refers to.
  mutating func add(_ references: MediaReferences, item: String) {
    wanted.formUnion(references.found)
    for address in references.missing where missing[address] == nil { missing[address] = item }
  }

  /// Copies and lists; returns how many files were written.
  func write(_ plan: RunPlan, to folder: PackageFolder) throws -> Int {
    var count = 0
    var missing = missing
    var taken: Set<String> = []
    // Bare, a web archive alone holds its media itself, and JSON names them by the old addresses.
    let hasReaders = plan.options.outputs.contains(.markdown) || !plan.options.isBare
    for path in hasReaders ? wanted.sorted() : [] {
      let name = Uploads.packagePath(path)
      guard let uploads = plan.uploads else { continue }
      // Two names that are one when made safe: the second is not kept, and said to be missing.
      guard taken.insert(name).inserted else {
        missing["wp-content/uploads/\(path)"] = ""
        continue
      }
      let input = try ConversionError.atInput { () throws(FileError) in
        try File.open(uploads.path(path))
      }
      let output = try folder.create(plan.layout.media + name)
      while true {
        let chunk = try ConversionError.atInput { () throws(FileError) in try input.readNext(1 << 20) }
        if chunk.isEmpty { break }
        try output.write(chunk.span)
      }
      count += 1
    }
    guard !missing.isEmpty, !plan.options.isBare else { return count }
    var csv = "address,item\n"
    for (address, item) in missing.sorted(by: { $0.key < $1.key }) {
      csv += "\(Self.field(address)),\(Self.field(item))\n"
    }
    try folder.write(Array(csv.utf8), to: "data/missing-media.csv")
    return count + 1
  }

  /// A field of comma-separated values (RFC 4180).
  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
