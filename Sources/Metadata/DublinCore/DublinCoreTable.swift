internal import Bytes

/// The table in which Archivematica takes descriptions of files.
///
/// It has a column `filename` and one a Dublin Core element; a column that occurs again takes a further value. Its
/// form is CSV (RFC 4180).
///
/// Rows are made one by one, so that the length of the table costs no memory.
public struct DublinCoreTable: Sendable {
  /// The elements of the columns after `filename`, in order.
  public let columns: [DublinCoreRecord.Element]
  private let places: [(element: DublinCoreRecord.Element, place: Int, isLast: Bool)]

  /// Makes a table; the default has room for five subjects and two identifiers.
  public init(
    columns: [DublinCoreRecord.Element] = [
      .title, .creator, .subject, .subject, .subject, .subject, .subject, .description, .date, .type, .format,
      .identifier, .identifier, .source, .language, .relation,
    ]
  ) {
    self.columns = columns
    places = Self.places(of: columns)
  }

  /// The first line.
  public var header: [UInt8] {
    Array((["filename"] + columns.map { "dc.\($0.rawValue)" }).joined(separator: ",").utf8) + "\r\n".utf8
  }

  /// The line of one file.
  ///
  /// Values beyond the last column of their element are joined to that column's with `; `.
  /// - Parameters:
  ///   - filename: the path under which the archive will know the file, such as `objects/markdown/post.md`.
  ///   - record: what there is to say of it.
  /// - Returns: the line in UTF-8, with its end.
  public func row(_ filename: String, _ record: DublinCoreRecord) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(512)
    Self.write(filename, to: &line)
    for column in places {
      line.append(UInt8(ascii: ","))
      guard let value = record.value(of: column.element, at: column.place) else { continue }
      if column.isLast, record.value(of: column.element, at: column.place + 1) != nil {
        let values = record.values(of: column.element).dropFirst(column.place)
        Self.write(values.joined(separator: "; "), to: &line)
      } else {
        Self.write(value, to: &line)
      }
    }
    line.append(copying: "\r\n".utf8.span)
    return line
  }

  /// The columns' elements, each with the number of the value it takes and whether it takes all that remain.
  private static func places(
    of columns: [DublinCoreRecord.Element]
  ) -> [(element: DublinCoreRecord.Element, place: Int, isLast: Bool)] {
    columns.enumerated().map { index, element in
      (element, columns[..<index].count { $0 == element }, !columns[(index + 1)...].contains(element))
    }
  }

  /// Appends the field, in quotes where it holds a separator.
  private static func write(_ field: String, to line: inout [UInt8]) {
    let bytes = field.utf8.span
    guard holdsSeparator(bytes) || hasBlankEnds(field) else { return line.append(copying: bytes) }
    line.append(UInt8(ascii: "\""))
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\"") { line.append(UInt8(ascii: "\"")) }
      line.append(bytes[index])
    }
    line.append(UInt8(ascii: "\""))
  }

  private static func holdsSeparator(_ field: Span<UInt8>) -> Bool {
    for index in field.indices {
      switch field[index] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: return true
      default: continue
      }
    }
    return false
  }

  /// Whether a field has blanks at its ends that a reader might drop.
  private static func hasBlankEnds(_ field: String) -> Bool {
    let bytes = field.utf8.span
    guard !bytes.isEmpty else { return false }
    // Nearly all fields begin and end with a visible character of ASCII.
    let visible: ClosedRange<UInt8> = 0x21...0x7F
    if visible.contains(bytes[0]), visible.contains(bytes[bytes.count - 1]) { return false }
    let scalars = field.unicodeScalars
    return scalars.first.map(isBlank) == true || scalars.last.map(isBlank) == true
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }
}
