internal import Bytes
internal import Model

/// Copies the media that items want into the package, each once, and lists those that are missing.
struct MediaKeeper {
  /// Paths below the uploads, wanted by any item.
  private var wanted: Set<String> = []
  /// Media nobody has.
  private var missing: MissingMedia

  init(in folder: PackageFolder) { missing = MissingMedia(in: folder) }

  /// Takes note of what an item refers to.
  mutating func add(_ references: MediaReferences, item: String) throws(FileError) {
    wanted.formUnion(references.found)
    for address in references.missing { try missing.add(address, item: item) }
  }

  /// Copies and lists; returns how many files were written.
  func write(_ plan: RunPlan, to folder: PackageFolder) throws -> Int {
    var count = 0
    var dropped: [String] = []
    var taken: Set<String> = []
    // Bare, a web archive alone holds its media itself, and JSON names them by the old addresses.
    let hasReaders = plan.options.outputs.contains(.markdown) || !plan.options.isBare
    for path in hasReaders ? wanted.sorted() : [] {
      let name = Uploads.packagePath(path)
      guard let uploads = plan.uploads else { continue }
      // Two names that are one when made safe: the second is not kept, and said to be missing.
      guard taken.insert(name).inserted else {
        dropped.append("wp-content/uploads/\(path)")
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
    let missing = try missing.table(with: dropped)
    guard !missing.isEmpty, !plan.options.isBare else { return count }
    let csv = try AppendedFile("data/missing-media.csv", in: folder)
    try csv.append(Array("address,item\n".utf8))
    try missing.forEachRow { address, item throws(FileError) in
      try csv.append(Array("\(Self.field(address)),\(Self.field(item))\n".utf8))
    }
    try csv.flush()
    return count + 1
  }

  /// A field of comma-separated values (RFC 4180).
  private static func field(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != comma && $0 != quote }) { return text }
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
}
