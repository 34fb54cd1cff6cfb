internal import Bytes

/// A block of WordPress's editor, as its delimiter names it.
struct Block: Sendable, Equatable {
  /// The full name; blocks without a namespace belong to `core/`.
  var name: String
  /// Where the JSON of its attributes stands, braces included, or nil where there is none.
  var attributes: Range<Int>?

  /// Reads the attributes; nil where there are none or they are no JSON.
  func attributes(in text: [UInt8]) -> JSONValue? {
    guard let attributes else { return nil }
    return try? JSONValue(parsing: Array(text[attributes]))
  }
}

/// A block delimiter: a comment that opens, closes or is a block.
struct BlockDelimiter: Sendable, Equatable {
  /// What a delimiter does.
  enum Kind: Sendable { case opener, closer, void }

  var kind: Kind
  var block: Block
  var range: Range<Int>
}

/// One step through a text with blocks.
enum BlockEvent: Sendable, Equatable {
  /// HTML: inside a block its own, outside freeform text.
  case html(Range<Int>)
  /// A block begins.
  case open(Block)
  /// The innermost open block ends; the end of the text closes what is open.
  case close
  /// A block without HTML of its own.
  case leaf(Block)
  /// A closer where no block is open: WordPress reads no further.
  case stray(Range<Int>)
}
