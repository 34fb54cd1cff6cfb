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
  public var header: [UInt8] { Self.line(["filename"] + columns.map { "dc.\($0.rawValue)" }) }

  /// The line of one file.
  ///
  /// Values beyond the last column of their element are joined to that column's with `; `.
  /// - Parameters:
  ///   - filename: the path under which the archive will know the file, such as `objects/markdown/post.md`.
  ///   - record: what there is to say of it.
  /// - Returns: the line in UTF-8, with its end.
  public func row(_ filename: String, _ record: DublinCoreRecord) -> [UInt8] {
    var fields = [filename]
    fields.reserveCapacity(columns.count + 1)
    for column in places {
      let values = record.values(of: column.element)
      if column.isLast, values.count > column.place + 1 {
        fields.append(values.dropFirst(column.place).joined(separator: "; "))
      } else {
        fields.append(column.place < values.count ? values[column.place] : "")
      }
    }
    return Self.line(fields)
  }

  /// The columns' elements, each with the number of the value it takes and whether it takes all that remain.
  private static func places(
    of columns: [DublinCoreRecord.Element]
  ) -> [(element: DublinCoreRecord.Element, place: Int, isLast: Bool)] {
    columns.enumerated().map { index, element in
      (element, columns[..<index].count { $0 == element }, !columns[(index + 1)...].contains(element))
    }
  }

  private static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.map(field).joined(separator: ",") + "\r\n").utf8)
  }

  /// The field, in quotes where it holds a separator; scalar by scalar, since a combining mark may follow a quote.
  private static func field(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") })
    {
      return text
    }
    let scalars = text.unicodeScalars
    let isPlain =
      !scalars.contains { $0 == "\"" || $0 == "," || $0 == "\r" || $0 == "\n" }
      && scalars.first?.properties.isWhitespace != true && scalars.last?.properties.isWhitespace != true
    if isPlain { return text }
    var quoted = "\"".unicodeScalars
    for scalar in scalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
