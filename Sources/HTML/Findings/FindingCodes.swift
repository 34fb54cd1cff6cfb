public import Model

extension Finding.Code {
  /// A tag the input ends in the middle of.
  public static let cutTag = Self("cut-tag")
  /// A comment that never ends.
  public static let openComment = Self("open-comment")
  /// An attribute whose quote never closes, or only at the next attribute of another tag.
  public static let openQuote = Self("open-quote")
  /// A `script`, `style`, `iframe`, `textarea` or the like that never ends.
  public static let openRawText = Self("open-raw-text")
  /// Markup that is no tag and no comment and is read as a comment (`<?php … >`, `</ p>`).
  public static let bogusComment = Self("bogus-comment")
  /// A CDATA section where HTML has none.
  public static let strayCDATA = Self("stray-cdata")
  /// An attribute an element has twice.
  public static let duplicateAttribute = Self("duplicate-attribute")
  /// A NUL byte.
  public static let nulCharacter = Self("nul-character")
  /// A character of U+0080 to U+009F, where windows-1252 has its quotes and dashes.
  public static let c1Character = Self("c1-character")
  /// A reference to a character that does not exist.
  public static let badCharacterReference = Self("bad-character-reference")
  /// Elements nested deeper than the tree goes.
  public static let depthLimit = Self("depth-limit")
  /// More formatting (`b`, `font`) left open than is carried on.
  public static let formattingLimit = Self("formatting-limit")
  /// Input too long to be read as one document.
  public static let inputTooLong = Self("input-too-long")
  /// Text where a page may have none, as between framesets.
  public static let misplacedText = Self("misplaced-text")

  // The reader of exports has these too and publishes them; the written form is the same.

  /// A control character other than white space.
  static let controlCharacter = Self("control-character")
  /// A byte in a page of UTF-8 that is none.
  static let invalidUTF8 = Self("invalid-utf8")
  /// Bytes the page's encoding has no character for.
  static let invalidBytes = Self("invalid-bytes")
  /// A page in another encoding than it says.
  static let contradictedEncoding = Self("contradicted-encoding")
}
