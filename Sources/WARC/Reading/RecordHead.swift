/// A named field as it stands in a header.
public struct HeaderField: Sendable, Hashable {
  /// The name as written.
  public let name: String
  /// The value without blanks at its ends.
  public let value: String
  /// The field of the standard that has this name; nil for others.
  public let standard: StandardField?

  /// Makes a field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
    standard = StandardField(caseInsensitive: name)
  }
}

/// A record's header as it was read: whatever stands there, right or wrong.
public struct RecordHead: Sendable, Hashable {
  /// The version, `1.1` or `1.0`.
  public let version: String
  /// The fields in their order.
  public let fields: [HeaderField]
  /// The record's number in its file, from 1.
  public let number: Int
  /// Where the record, or its gzip member, begins in the file.
  public let offset: Int

  /// The value of the first field of that name.
  public subscript(_ field: StandardField) -> String? {
    for other in fields where other.standard == field { return other.value }
    return nil
  }

  /// The value of the first field of that name, in whatever case.
  public subscript(_ name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }

  /// The values of all fields of that name.
  func values(of field: StandardField) -> [String] {
    fields.filter { $0.standard == field }.map(\.value)
  }

  /// The kind; nil where it is missing or unknown.
  public var type: RecordType? { self[.type].flatMap(RecordType.init(rawValue:)) }

  /// The block's length as the header tells it; nil where it is missing or no number.
  public var contentLength: Int? {
    self[.contentLength].flatMap { value in
      value.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(value) : nil
    }
  }

  /// The target URI without the angle brackets that some writers of WARC 1.0 put around it.
  public var targetURI: String? {
    guard let uri = self[.targetURI] else { return nil }
    return uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
  }

  /// The block's media type in lower case, without parameters and blanks.
  var essence: String? {
    self[.contentType].map { type in
      let name = type.utf8.prefix { $0 != UInt8(ascii: ";") }
      return String(decoding: name.lazy.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self).lowercased()
    }
  }
}
