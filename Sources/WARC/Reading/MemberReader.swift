internal import Bytes

/// Gives a file's text, gzip members one after another or the plain file, through a window of bounded size.
struct MemberReader<Source: ByteSource & ~Copyable>: ~Copyable {
  /// How far the current member has come.
  enum State: Equatable {
    /// More text may follow.
    case open
    /// All text is in the window, and sound.
    case complete
    /// No more text can be had: the data is damaged there.
    case damaged(reason: String)
    /// No more text can be had: the file ends there.
    case cut
  }

  /// The text at hand; what lies before ``position`` has been read.
  private(set) var text: [UInt8] = []
  /// The next byte to be read, as an index of ``text``.
  var position = 0
  /// Where the member begins in the file; 0 in a plain file.
  private(set) var memberOffset = 0
  /// How far the current member has come.
  private(set) var state = State.complete
  /// Whether the file is made of gzip members; known once it was begun.
  private(set) var isCompressed = false

  private var source: Source
  private var input: [UInt8] = []
  private var inputPosition = 0
  private var inputOffset = 0
  private var isInputAtEnd = false
  private var isBegun = false
  private var textOffset = 0
  private var decompressor = GzipDecompressor()
  private var inflater = Inflater(.gzip)

  private let chunk = 1 << 18
  /// A member whose text is longer is read through the window.
  private let wholeMember = 1 << 22
  /// Members whose compressed form is longer are not searched again from their beginning after damage.
  private let lookBack = 1 << 23

  init(_ source: consuming Source) { self.source = source }

  /// The number of bytes at hand.
  var available: Int { text.count - position }

  /// Where the byte at ``position`` stands in a plain file; where the next member begins in a compressed one.
  var fileOffset: Int { isCompressed ? inputOffset + inputPosition : textOffset + position }

  /// Goes to the next member; false at the end of the file.
  mutating func beginMember() throws(WARCReadError) -> Bool {
    if !isBegun {
      isBegun = true
      try readInput(atLeast: 2)
      isCompressed = input.starts(with: [0x1f, 0x8b])
      if !isCompressed { return try beginPlain() }
    }
    guard isCompressed else { return false }
    if case .damaged = state { try resynchronise() }
    if inputPosition > 1 << 21 { dropInput(before: inputPosition) }
    try readInput(atLeast: 1 << 19)
    memberOffset = inputOffset + inputPosition
    text.removeAll(keepingCapacity: true)
    position = 0
    guard inputPosition < input.count else { return false }
    decompressWholeMember()
    return true
  }

  /// Tries to have `count` unread bytes at hand.
  mutating func fill(_ count: Int) throws(WARCReadError) {
    while available < count, state == .open {
      if position > 1 << 21 { dropText(before: position - 1 << 20) }
      if isCompressed { try inflate() } else { try readPlain() }
    }
  }

  // MARK: - Plain files

  private mutating func beginPlain() throws(WARCReadError) -> Bool {
    swap(&text, &input)
    state = isInputAtEnd ? .complete : .open
    try fill(1)
    return available > 0
  }

  private mutating func readPlain() throws(WARCReadError) {
    do {
      isInputAtEnd = try source.read(chunk, appendingTo: &text) == 0
    } catch {
      throw .unreadable("\(error)")
    }
    if isInputAtEnd { state = .complete }
  }

  private mutating func dropText(before index: Int) {
    text.removeSubrange(..<index)
    position -= index
    textOffset += index
  }

  // MARK: - Gzip members

  /// Decompresses a member at once if it lies whole in the input and is not too long; else begins to stream it.
  private mutating func decompressWholeMember() {
    let input = input
    let outcome = decompressor.decompressMember(
      in: input.span, from: inputPosition, appendingTo: &text, limit: wholeMember)
    if case .member(let consumed) = outcome {
      inputPosition += consumed
      state = .complete
    } else {
      inflater.reset()
      state = .open
    }
  }

  private mutating func inflate() throws(WARCReadError) {
    if inputPosition == input.count {
      if inputOffset + inputPosition - memberOffset > lookBack { dropInput(before: inputPosition) }
      try readInput(atLeast: 1)
      if inputPosition == input.count {
        state = .cut
        return
      }
    }
    let input = input
    do {
      let progress = try inflater.inflate(input.span, from: inputPosition, appendingTo: &text, limit: chunk)
      inputPosition += progress.consumed
      if progress.isAtEnd { state = .complete }
    } catch {
      state = .damaged(reason: error.reason)
    }
  }

  /// Finds the next member after damage: where a gzip header begins a text that begins as a record.
  private mutating func resynchronise() throws(WARCReadError) {
    // From just behind the member's beginning, if that is still at hand.
    inputPosition = max(memberOffset + 1 - inputOffset, 0)
    while true {
      try readInput(atLeast: 1 << 16)
      guard let hit = input.span.firstIndex(of: "\u{1f}", from: inputPosition) else {
        inputPosition = input.count
        if isInputAtEnd { return }
        dropInput(before: inputPosition)
        continue
      }
      inputPosition = hit
      try readInput(atLeast: 1 << 12)
      if isRecordMember(at: inputPosition) { return }
      inputPosition += 1
      if inputPosition > 1 << 20 { dropInput(before: inputPosition) }
    }
  }

  private func isRecordMember(at index: Int) -> Bool {
    guard index + 10 < input.count, input[index + 1] == 0x8b, input[index + 2] == 8 else { return false }
    var start: [UInt8] = []
    var trial = Inflater(.gzip)
    _ = try? trial.inflate(input.span, from: index, appendingTo: &start, limit: 5)
    return start.elementsEqual("WARC/".utf8)
  }

  // MARK: - Input

  private mutating func dropInput(before index: Int) {
    input.removeSubrange(..<index)
    inputPosition -= index
    inputOffset += index
  }

  private mutating func readInput(atLeast count: Int) throws(WARCReadError) {
    while input.count - inputPosition < count, !isInputAtEnd {
      do {
        isInputAtEnd = try source.read(chunk, appendingTo: &input) == 0
      } catch {
        throw .unreadable("\(error)")
      }
    }
  }
}
