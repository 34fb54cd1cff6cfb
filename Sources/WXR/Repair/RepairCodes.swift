public import Model

extension Finding.Code {
  /// Bytes that are no UTF-8 were read as windows-1252.
  public static let invalidUTF8 = Self("invalid-utf8")
  /// A character of several bytes was cut in its middle.
  public static let cutCharacter = Self("cut-character")
  /// Surrogates, which only UTF-16 has, were written as UTF-8.
  public static let encodedSurrogate = Self("encoded-surrogate")
  /// A control character that XML forbids.
  public static let controlCharacter = Self("control-character")
  /// Carriage returns, which an XML parser would turn into line feeds.
  public static let carriageReturn = Self("carriage-return")
  /// Text that was turned into UTF-8 twice.
  public static let doubleEncoding = Self("double-encoding")
  /// The text is in another encoding than UTF-8, as declared.
  public static let transcoded = Self("transcoded")
  /// Bytes that the declared encoding does not have.
  public static let invalidBytes = Self("invalid-bytes")
  /// The declared encoding is not known.
  public static let unknownEncoding = Self("unknown-encoding")
  /// The bytes are UTF-8 though another encoding was declared.
  public static let contradictedEncoding = Self("contradicted-encoding")
  /// Serialized strings of another length than they say were read up to the quote that fits.
  public static let serializedLength = Self("serialized-length")
  /// A custom field looks serialized by PHP, but cannot be read.
  public static let unreadableSerialization = Self("unreadable-serialization")
  /// An ampersand that begins no reference.
  public static let bareAmpersand = Self("bare-ampersand")
  /// A `<` that begins no tag.
  public static let bareLessThan = Self("bare-less-than")
  /// A reference that XML does not know and HTML does.
  public static let undefinedEntity = Self("undefined-entity")
  /// A CDATA section holds `]]>`.
  public static let straySectionEnd = Self("stray-section-end")
  /// A CDATA section has no `]]>`.
  public static let unclosedSection = Self("unclosed-section")
  /// A document type declaration, which is not read.
  public static let doctype = Self("doctype")
  /// An XML comment inside an item, left out.
  public static let comment = Self("xml-comment")
  /// A processing instruction, left out.
  public static let processingInstruction = Self("processing-instruction")
  /// An element without an end tag.
  public static let missingEndTag = Self("missing-end-tag")
  /// An end tag without an element.
  public static let strayEndTag = Self("stray-end-tag")
  /// A tag whose attributes are not well-formed.
  public static let malformedTag = Self("malformed-tag")
  /// Markup outside CDATA in an element that holds text.
  public static let markupInText = Self("markup-in-text")
  /// Text that stands between elements, where none holds it.
  public static let textBetweenElements = Self("text-between-elements")
  /// A prefix that no namespace was declared for.
  public static let undeclaredPrefix = Self("undeclared-prefix")
  /// Markup that the XML parser did not accept even after repair.
  public static let unreadableMarkup = Self("unreadable-markup")
}
