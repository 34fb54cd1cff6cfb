public import Model

extension Finding.Code {
  /// A byte order mark stands before the document.
  public static let byteOrderMark = Self("byte-order-mark")
  /// White space stands before the XML declaration.
  public static let spaceBeforeDeclaration = Self("space-before-declaration")
  /// Text stands before the XML declaration.
  public static let textBeforeDeclaration = Self("text-before-declaration")
  /// The input holds no export at all.
  public static let notAnExport = Self("not-an-export")
  /// The input has items but no header.
  public static let missingHeader = Self("missing-header")
  /// An item ends without `</item>`.
  public static let missingItemEnd = Self("missing-item-end")
  /// An item begins without `<item>`.
  public static let missingItemStart = Self("missing-item-start")
  /// An item goes on after a `</item>` that its own text quotes.
  public static let strayItemEnd = Self("stray-item-end")
  /// The input ends inside an item.
  public static let truncatedItem = Self("truncated-item")
  /// The input ends inside its header.
  public static let truncatedHeader = Self("truncated-header")
  /// The input ends without `</channel>` and `</rss>`.
  public static let missingEnd = Self("missing-end")
  /// Text that belongs to no item.
  public static let strayText = Self("stray-text")
  /// A second export begins in the same input.
  public static let secondDocument = Self("second-document")
}
