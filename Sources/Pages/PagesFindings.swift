public import Model

extension Finding.Code {
  /// A tag that was cut off or escaped, so that a part of it stands in the visible text.
  public static let cutTag = Self("cut-tag")
  /// A date printed on a page that the permalink, or another page, contradicts.
  public static let dateContradiction = Self("date-contradiction")
  /// A date that is printed as so much time before the page was seen.
  public static let relativeDate = Self("relative-date")
  /// Two sources that give the same post different titles.
  public static let titleContradiction = Self("title-contradiction")
  /// Two sources that give the same post different texts.
  public static let textContradiction = Self("text-contradiction")
  /// Text of a page that is no part of any entry.
  public static let leftOver = Self("left-over-text")
  /// A page that no WordPress made, converted as a plain page.
  public static let foreignPage = Self("foreign-page")
  /// A page whose own address nothing tells.
  public static let unknownAddress = Self("unknown-address")
  /// A saved page that was cut off or damaged.
  public static let damagedPage = Self("damaged-page")
  /// A page of a post in parts (`/2/`) that was not saved.
  public static let missingPart = Self("missing-part")
  /// A post of which only an excerpt is known.
  public static let onlyExcerpt = Self("only-excerpt")
}
