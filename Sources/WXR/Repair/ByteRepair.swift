import Bytes
import Model

/// Turns a piece's bytes into valid UTF-8 and says what was no UTF-8, and which characters XML forbids.
///
/// Forbidden characters stay where they are: CDATA sections never reach the XML parser, and ``MarkupRepair`` puts
/// those that stand elsewhere into sections.
struct ByteRepair {
  /// The repaired text.
  private(set) var text: CheckedText
  private(set) var map: OffsetMap
  private(set) var tally = FindingTally()
  /// Whether characters that XML forbids are left in ``text``.
  private(set) var hasForbiddenCharacters = false
  /// The text as far as it has been written, where it is written anew.
  private var bytes: [UInt8] = []
  private let base: Int

  private init(_ source: CheckedText, base: Int) {
    text = source
    self.base = base
    map = OffsetMap(base: base)
  }

  /// Reads `source`, which begins at `base` of the input.
  static func repair(_ source: [UInt8], at base: Int, _ encoding: TextEncoding) -> ByteRepair {
    var repair = ByteRepair(CheckedText(source), base: base)
    if encoding == .utf8 {
      repair.readUTF8(source)
    } else {
      repair.transcode(source, encoding)
    }
    return repair
  }

  // MARK: UTF-8

  private mutating func readUTF8(_ source: [UInt8]) {
    let check = text.check
    if !check.isValidUTF8 {
      bytes.reserveCapacity(source.count + 64)
      replaceInvalid(source.span)
      text = CheckedText(bytes)
    }
    noteCharacters(check)
  }

  /// Copies what is valid and reads the rest as windows-1252.
  private mutating func replaceInvalid(_ source: Span<UInt8>) {
    var position = 0
    var copied = 0
    while position < source.count {
      let length = source.utf8Length(at: position)
      if length > 0 {
        position += length
        continue
      }
      bytes.append(copying: source.extracting(copied..<position))
      map.add(bytes.count, at: base + position)
      position += replace(source, at: position)
      map.add(bytes.count, at: base + position)
      copied = position
    }
    bytes.append(copying: source.extracting(copied..<source.count))
  }

  /// Writes something for the malformed bytes at `position`; returns how many they are.
  private mutating func replace(_ source: Span<UInt8>, at position: Int) -> Int {
    let offset = base + position
    if let high = source.surrogate(at: position) {
      if (0xD800...0xDBFF).contains(high), let low = source.surrogate(at: position + 3),
        (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      {
        tally.add(
          .encodedSurrogate, .repair, at: offset, "a pair of surrogates read as the character it means")
        bytes.append(contentsOf: String(scalar).utf8)
        return 6
      }
      tally.add(
        .encodedSurrogate, .repair, at: offset,
        "half a character (surrogate U+\(String(high, radix: 16, uppercase: true))) became U+FFFD")
      bytes.append(contentsOf: "\u{FFFD}".utf8)
      return 3
    }
    let begun = source.begunLength(at: position)
    if begun >= 2 || source.mayGoOn(after: position) {
      let cut = source.extracting(position..<position + begun)
      tally.add(
        .cutCharacter, .repair, at: offset, "a cut character (bytes \(cut.hexadecimal)) became U+FFFD")
      bytes.append(contentsOf: "\u{FFFD}".utf8)
      return begun
    }
    let byte = source[position]
    let scalar = Windows1252.scalar(byte)
    tally.add(
      .invalidUTF8, .repair, at: offset,
      "byte \([byte].hexadecimal) is no UTF-8, read as windows-1252 “\(scalar)”")
    bytes.append(contentsOf: String(scalar).utf8)
    return 1
  }

  // MARK: Other encodings

  private mutating func transcode(_ source: [UInt8], _ encoding: TextEncoding) {
    let check = text.check
    if check.isValidUTF8 {
      if !check.isASCII {
        tally.add(
          .contradictedEncoding, .repair, at: base, "declared as \(encoding.name), but UTF-8 and read as such"
        )
      }
      return noteCharacters(check)
    }
    var transcoder = Transcoder(from: encoding)
    let span = source.span
    // From tag to tag and line to line, so that places in the text can be found in the input again.
    var start = 0
    while start < span.count {
      var end = start + 1
      while end < span.count, span[end] != UInt8(ascii: "<"), span[end - 1] != UInt8(ascii: "\n") { end += 1 }
      map.add(bytes.count, at: base + start)
      transcoder.append(span.extracting(start..<end), to: &bytes)
      if transcoder.replacements > 0, tally.findings.isEmpty {
        tally.add(
          .invalidBytes, .loss, at: base + start, "bytes that \(encoding.name) does not have became U+FFFD")
      }
      start = end
    }
    transcoder.finish(into: &bytes)
    map.add(bytes.count, at: base + span.count)
    text = CheckedText(bytes)
    noteCharacters(text.check)
  }

  // MARK: Characters

  private mutating func noteCharacters(_ check: TextCheck) {
    let bytes = text.bytes
    let span = bytes.span
    hasForbiddenCharacters = check.forbiddenControls > 0 || check.mayHoldNoncharacters
    if check.forbiddenControls > 0, let first = span.indices.first(where: { span[$0].isForbiddenControl }) {
      tally.add(
        .controlCharacter, .repair, at: map.offset(of: first), count: check.forbiddenControls,
        "control character U+00\([span[first]].hexadecimal), which XML forbids, kept")
    }
    if check.carriageReturns > 0, let first = span.firstIndex(of: 0x0D) {
      tally.add(
        .carriageReturn, .note, at: map.offset(of: first), count: check.carriageReturns,
        "carriage returns, which XML readers turn into line feeds, kept")
    }
    if check.mayHoldNoncharacters { noteNoncharacters(span) }
    if check.mayBeEncodedTwice { noteDoubleEncoding(span) }
  }

  private mutating func noteNoncharacters(_ span: Span<UInt8>) {
    var position = 0
    while let hit = span.firstIndex(of: 0xEF, from: position) {
      if span.hasBytes("\u{FFFE}", at: hit) || span.hasBytes("\u{FFFF}", at: hit) {
        tally.add(
          .controlCharacter, .repair, at: map.offset(of: hit),
          "character U+FFFE or U+FFFF, which XML forbids, kept")
      }
      position = hit + 1
    }
  }

  /// UTF-8 read as windows-1252 or Latin-1 and written as UTF-8 again: “Ã¤” for “ä”.
  private mutating func noteDoubleEncoding(_ span: Span<UInt8>) {
    var position = 0
    while let hit = span.firstIndex(of: 0xC3, from: position) {
      position = hit + 1
      let isPair =
        (span.hasBytes("\u{C3}", at: hit) || span.hasBytes("\u{C2}", at: hit)) && hit + 3 < span.count
        && span[hit + 2] == 0xC2 && span[hit + 3] >= 0x80
      if isPair || span.hasBytes("\u{E2}\u{20AC}", at: hit) {
        tally.add(
          .doubleEncoding, .note, at: map.offset(of: hit),
          "text that looks encoded as UTF-8 twice, left as it is")
      }
    }
  }
}

extension Span<UInt8> {
  /// The bytes as hexadecimal digits.
  fileprivate var hexadecimal: String { indices.map { [self[$0]].hexadecimal }.joined(separator: " ") }

  /// The length of the well-formed character at `start` (Unicode, table 3-7), or 0.
  func utf8Length(at start: Int) -> Int {
    let length = begunLength(at: start)
    return length == expectedLength(self[start]) ? length : 0
  }

  /// Whether the text ends at `start` with the first byte of a longer character.
  func mayGoOn(after start: Int) -> Bool { start + 1 == count && expectedLength(self[start]) > 1 }

  /// How many bytes at `start` are the beginning of a well-formed character, at least 1.
  func begunLength(at start: Int) -> Int {
    let lead = self[start]
    let expected = expectedLength(lead)
    guard expected > 1, start + 1 < count else { return 1 }
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(self[start + 1]) else { return 1 }
    var length = 2
    while length < expected, start + length < count, self[start + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  /// The length of the character that begins with `lead`; 0 where none does.
  private func expectedLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// The surrogate that is written at `start` as if it were a character; nil where none is.
  func surrogate(at start: Int) -> UInt32? {
    guard start + 2 < count, self[start] == 0xED, (0xA0...0xBF).contains(self[start + 1]),
      self[start + 2] & 0xC0 == 0x80
    else { return nil }
    return 0xD000 | UInt32(self[start + 1] & 0x3F) << 6 | UInt32(self[start + 2] & 0x3F)
  }
}

extension UInt8 {
  /// Whether it is a control character that XML 1.0 forbids.
  var isForbiddenControl: Bool { self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D }
}
