internal import Bytes
internal import CLibXML2

/// The characters that HTML 4 gives names, as libxml2 lists them.
public enum NamedCharacters {
  /// The character of a name without ampersand and semicolon, such as `nbsp`; nil where there is none.
  public static func character(_ name: String) -> Unicode.Scalar? {
    guard let entry = unsafe htmlEntityLookup(name) else { return nil }
    return unsafe Unicode.Scalar(entry.pointee.value)
  }

  /// The text with its HTML references resolved once: names of HTML 4, decimal and hexadecimal numbers.
  ///
  /// What is no complete reference stays as it is. Numbers 128 to 159 mean windows-1252, as in every browser.
  public static func decodingReferences(_ text: String) -> String {
    guard text.utf8.span.firstIndex(of: UInt8(ascii: "&")) != nil else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      guard let semicolon = rest.prefix(34).firstIndex(of: ";"),
        let scalar = scalar(of: rest[rest.index(after: ampersand)..<semicolon])
      else {
        result.append(rest.removeFirst())
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: semicolon)...]
    }
    return result + rest
  }

  private static func scalar(of reference: Substring) -> Unicode.Scalar? {
    guard reference.first == "#" else { return character(String(reference)) }
    let digits = reference.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number else { return nil }
    return (0x80...0x9F).contains(number) ? Windows1252.scalar(UInt8(number)) : Unicode.Scalar(number)
  }
}
