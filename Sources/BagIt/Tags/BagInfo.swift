internal import Bytes

/// The labels and values of `bag-info.txt`, in order; a label may occur more than once (RFC 8493, section 2.2.2).
public struct BagInfo: Sendable, Hashable {
  /// One label and its value.
  public struct Entry: Sendable, Hashable {
    /// The label, such as `Source-Organization`; compared without regard to case.
    public let label: String
    /// The value in one line, without the breaks that folding puts into it.
    public let value: String
  }

  /// The longest line that is written where the words allow it, in columns.
  public static let columns = 79

  /// The entries in order.
  public private(set) var entries: [Entry] = []

  /// Begins without an entry.
  public init() {}

  /// Adds an entry at the end.
  ///
  /// A colon or line break in the label and runs of blanks in the value, line breaks included, become one blank:
  /// the format can carry neither.
  public mutating func add(_ label: String, _ value: String) {
    let safeLabel = label.split { $0 == ":" || $0.isWhitespace }.joined(separator: "-")
    entries.append(Entry(label: safeLabel, value: Self.words(of: value).joined(separator: " ")))
  }

  /// The values of a label, in order.
  public func values(of label: String) -> [String] {
    let wanted = label.lowercased()
    return entries.filter { $0.label.lowercased() == wanted }.map(\.value)
  }

  /// The text of the file: a line an entry, folded between words at ``columns``, continuations indented.
  var text: String {
    var text = ""
    for entry in entries {
      var line = entry.label + ":"
      // The first word stands beside its label, however long it is.
      var isEmptyLine = true
      for word in Self.words(of: entry.value) {
        if !isEmptyLine, line.unicodeScalars.count + 1 + word.unicodeScalars.count > Self.columns, line != " "
        {
          text += line + "\n"
          line = " "
          isEmptyLine = true
        }
        line += " " + word
        isEmptyLine = false
      }
      text += line + (line.hasSuffix(":") ? " \n" : "\n")
    }
    return text
  }

  private static func words(of text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
