public import Bytes
public import Model

/// A stretch of an export that belongs together; every byte of an input is in exactly one piece.
public struct Piece: Sendable, Hashable {
  /// What a piece holds.
  public enum Kind: Sendable, Hashable {
    /// What stands before the document: a byte order mark, blank lines, warnings of PHP.
    case preamble
    /// From the XML declaration to the first item: the site, its authors and terms.
    case header
    /// From `<item>` to `</item>`.
    case item
    /// White space between other pieces.
    case space
    /// Text between items that is not white space.
    case between
    /// `</channel>` or `</rss>`.
    case trailer
    /// Text after the end that is not white space.
    case junk
  }

  /// What the piece holds.
  public var kind: Kind
  /// Where it stands in the input.
  public var range: ByteRange
  /// What had to be said about its boundaries.
  public var findings: [Finding]

  /// Makes a piece.
  public init(_ kind: Kind, _ range: ByteRange, findings: [Finding] = []) {
    self.kind = kind
    self.range = range
    self.findings = findings
  }
}
