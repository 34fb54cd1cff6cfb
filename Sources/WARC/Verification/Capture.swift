internal import Bytes

/// A record that an index must name: what stands in its header, and where it is.
struct Capture {
  /// The file as it was named to the verifier.
  let file: String
  /// Where the record is in the file; of length 0 where that cannot be told.
  let range: ByteRange
  let number: Int
  let recordID: String?
  let uri: String
  /// Fourteen digits.
  let timestamp: String
  let digest: String?
  /// The media type in lower case, without parameters; that of the answer's content where it is an HTTP answer.
  let mediaType: String?
  let status: Int?

  /// Takes a record that was read; nil for one that is not indexed.
  ///
  /// `http` is the head of the HTTP message in its block, where it has one.
  init?(_ head: RecordHead, http: HTTPHead?, file: String, range: ByteRange) {
    let isContent = head.type == .resource && head.essence != MediaType.warcFields.essence
    guard isContent || head.type == .response || head.type == .revisit, let uri = head.targetURI,
      let date = head[.date]
    else { return nil }
    self.file = file
    self.range = range
    number = head.number
    recordID = head[.recordID]
    self.uri = uri
    timestamp = date.timestamp14
    digest = head[.payloadDigest]
    // What stands in a revisit is not what was captured.
    mediaType = head.type == .resource ? head.essence : head.type == .response ? http?.mediaType : nil
    // Some tools write of a resource that it was answered well, since a status is wanted in an index.
    status = head.type == .response ? http?.status : head.type == .resource ? 200 : nil
  }

  /// Reads the fields that ``CaptureList`` keeps as text.
  init(fields: [String], file: String, range: ByteRange, number: Int) {
    func field(_ index: Int) -> String? {
      fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
    }
    self.file = file
    self.range = range
    self.number = number
    uri = field(0) ?? ""
    timestamp = field(1) ?? ""
    recordID = field(2)
    digest = field(3)
    mediaType = field(4)
    status = field(5).flatMap { Int($0) }
  }

  /// The fields that are text, in the order in which they are read.
  var fields: [String] {
    [uri, timestamp, recordID ?? "", digest ?? "", mediaType ?? "", status.map(String.init) ?? ""]
  }
}

/// The captures of all files of an archive, in the order of the files and of their bytes.
///
/// A capture takes some forty bytes of memory; its text is on the disk.
struct CaptureList {
  private struct Place {
    let file: Int32
    let number: Int32
    let offset: Int
    let length: Int
    let text: Int
  }

  /// The files as they were named to the verifier.
  private var files: [String] = []
  private var places: [Place] = []
  private let texts = TextSpool()

  /// How many there are.
  var count: Int { places.count }

  /// Adds one; its file must be the last one's or a new one.
  mutating func append(_ capture: Capture) {
    if files.last != capture.file { files.append(capture.file) }
    // No field of a header holds a line end.
    let text = Array(capture.fields.joined(separator: "\n").utf8)
    let range = texts.append(text.span)
    places.append(
      Place(
        file: Int32(files.count - 1), number: Int32(capture.number), offset: capture.range.offset,
        length: capture.range.length, text: range.offset))
  }

  /// The capture of that number.
  subscript(index: Int) -> Capture {
    let place = places[index]
    let end = index + 1 < places.count ? places[index + 1].text : texts.count
    let text = texts.text(at: ByteRange(from: place.text, to: end))
    return Capture(
      fields: text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) },
      file: files[Int(place.file)], range: ByteRange(offset: place.offset, length: place.length),
      number: Int(place.number))
  }

  /// The file of the capture of that number.
  func file(of index: Int) -> String { files[Int(places[index].file)] }

  /// The number of the capture at a place, given as indexes do: by the file's name without folders.
  func index(ofFile name: String, offset: Int) -> Int? {
    let file = files.lastIndex { $0 == name || $0.hasSuffix("/" + name) }
    guard let file else { return nil }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      let place = places[middle]
      if (Int(place.file), place.offset) < (file, offset) { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, Int(places[low].file) == file, places[low].offset == offset else { return nil }
    return low
  }
}

extension String {
  /// The first fourteen digits, as indexes write a date.
  var timestamp14: String {
    String(decoding: utf8.lazy.filter { (0x30...0x39).contains($0) }.prefix(14), as: UTF8.self)
  }
}
