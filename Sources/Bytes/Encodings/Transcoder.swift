private import Glibc

/// Turns text of any encoding into UTF-8, chunk by chunk; wraps the C library's `iconv`.
///
/// What the encoding does not allow becomes U+FFFD and is counted; a byte order mark at the beginning is left out.
@safe public struct Transcoder: ~Copyable {
  private let descriptor: iconv_t
  private var rest: [UInt8] = []
  private var isAtStart = true
  /// The number of malformed sequences replaced so far.
  public private(set) var replacements = 0

  /// Begins to read text of `encoding`.
  public init(from encoding: TextEncoding) {
    unsafe descriptor = iconv_open("UTF-8", encoding.name)
    unsafe precondition(!Self.isInvalid(descriptor), "iconv offers no \(encoding.name)")
  }

  deinit { unsafe _ = iconv_close(descriptor) }

  /// The UTF-8 of all of `bytes`, with the number of malformed sequences.
  public static func utf8(of bytes: Span<UInt8>, in encoding: TextEncoding) -> (
    text: [UInt8], replacements: Int
  ) {
    var transcoder = Transcoder(from: encoding)
    var text: [UInt8] = []
    transcoder.append(bytes, to: &text)
    transcoder.finish(into: &text)
    return (text, transcoder.replacements)
  }

  /// Appends the UTF-8 of the next bytes to `output`; a character cut at the end waits for its rest.
  public mutating func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var input = rest
    input.append(copying: bytes)
    var room = [UInt8](repeating: 0, count: max(64, input.count * 2))
    var position = 0
    let start = output.count
    while position < input.count {
      let step = convert(&input, from: position, into: &room)
      output.append(contentsOf: room[..<step.written])
      position += step.read
      guard let failure = step.failure else { break }
      if failure == EINVAL { break }
      if failure == EILSEQ {
        output.append(contentsOf: "\u{FFFD}".utf8)
        replacements += 1
        position += 1
      }
    }
    rest = Array(input[position...])
    if isAtStart, output.count > start {
      isAtStart = false
      if output[start...].starts(with: "\u{FEFF}".utf8) { output.removeSubrange(start..<start + 3) }
    }
  }

  /// Ends the text: a character cut at its end becomes U+FFFD.
  public mutating func finish(into output: inout [UInt8]) {
    guard !rest.isEmpty else { return }
    output.append(contentsOf: "\u{FFFD}".utf8)
    replacements += 1
    rest = []
  }

  private func convert(
    _ input: inout [UInt8], from start: Int, into room: inout [UInt8]
  ) -> (read: Int, written: Int, failure: Int32?) {
    unsafe input.withUnsafeMutableBytes { source in
      unsafe room.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: CChar.self) }
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count - start
        var space = target.count
        let result = unsafe iconv(descriptor, &from, &left, &to, &space)
        let failure = result == -1 ? errno : nil
        return (source.count - start - left, target.count - space, failure)
      }
    }
  }

  /// Whether the C library offers an encoding of that name.
  static func knows(_ name: String) -> Bool {
    let descriptor = unsafe iconv_open("UTF-8", name)
    guard unsafe !isInvalid(descriptor) else { return false }
    unsafe _ = iconv_close(descriptor)
    return true
  }

  private static func isInvalid(_ descriptor: iconv_t?) -> Bool {
    Int(bitPattern: descriptor) == -1
  }
}
