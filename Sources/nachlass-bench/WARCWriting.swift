import Bytes
import WARC

/// Writes all files of a folder as resources into WARC files of another folder: `warc-write FOLDER PREFIX-URL OUTPUT [LEVEL]`.
enum WARCWriting {
  static func run(_ arguments: [String]) throws {
    let level = arguments.count == 4 ? Int(arguments[3]) : 1
    guard (3...4).contains(arguments.count), let level else {
      throw Usage(description: "warc-write FOLDER URL OUTPUT [LEVEL]")
    }
    var fields = WARCFields()
    fields.append(.software, "nachlass-bench")
    fields.append(.format, "WARC File Format 1.1")
    let date = UTCTime(secondsSince1970: 1_795_000_000)
    let source = Digest(.sha256, of: Array(arguments[0].utf8))
    let series = WARCFileSeries(
      prefix: "bench", date: date, fields: fields, source: source, compression: .gzip(level: level))
    guard let series else { return }
    try FileSystem.makeFolder(arguments[2])
    var writer = try WARCWriter(series, to: FolderSink(folder: arguments[2]))
    let files = try self.files(in: arguments[0], url: arguments[1])
    for (ordinal, file) in files.enumerated() {
      guard let uri = TargetURI(encoding: file.url) else { continue }
      let bytes = try File.open(file.path).contents()
      try writer.append(
        ResourceRecord(
          uri: uri, date: date, block: Block(bytes, contentType: .html),
          identity: .derived(source: source, ordinal: ordinal)))
    }
    let archive = try writer.finish()
    let index = try File.create("\(arguments[2])/index.cdxj")
    try index.write(archive.index.bytes.span)
    print("\(files.count) records, \(archive.files.map(\.length).reduce(0, +)) bytes")
  }

  private static func files(
    in folder: String, url: String
  ) throws(FileError) -> [(path: String, url: String, size: Int)] {
    var files: [(String, String, Int)] = []
    for entry in try FileSystem.entries(of: folder) {
      let path = "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        files += try self.files(in: path, url: "\(url)\(entry.name)/")
      } else {
        files.append((path, url + entry.name, entry.size))
      }
    }
    return files
  }
}

/// Writes the files of a series into a folder, a few records at a time.
struct FolderSink: WARCSink, ~Copyable {
  typealias Failure = FileError
  private let folder: String
  private var file: File?
  private var pending: [UInt8] = []

  init(folder: String) { self.folder = folder }

  mutating func begin(_ name: WARCFilename) throws(FileError) { file = try File.create("\(folder)/\(name)") }

  mutating func write(_ bytes: Span<UInt8>) throws(FileError) {
    pending.append(copying: bytes)
    if pending.count >= 1 << 18 { try flush() }
  }

  mutating func end() throws(FileError) {
    try flush()
    file = nil
  }

  private mutating func flush() throws(FileError) {
    let bytes = pending
    try file?.write(bytes.span)
    pending = []
  }
}
