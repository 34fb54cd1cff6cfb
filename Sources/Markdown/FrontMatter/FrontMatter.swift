/// What stands before a post's text for machines to read: named values in an order, in one of several notations.
///
/// A name stands only once; setting it again replaces its value where it stood. E-mail and IP addresses are never written: whatever looks
/// like one in a string is replaced, see `PersonalData`.
public struct FrontMatter: Sendable, Hashable {
  /// A value of front matter.
  public indirect enum Value: Sendable, Hashable {
    /// Text.
    case string(String)
    /// A date as RFC 3339 writes it, with or without time and zone; written as text where it is none.
    case date(String)
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A list of texts.
    case list([String])
    /// Named values in an order.
    case map(FrontMatter)
  }

  /// A name with its value.
  public struct Field: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value.
    public var value: Value
  }

  /// A notation of front matter.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// YAML 1.2 between lines of three hyphens.
    case yaml
    /// TOML 1.0 between lines of three plus signs.
    case toml
    /// A JSON object.
    case json
    /// Lines of `Name: value`, as Python-Markdown's meta-data extension reads them and Pelican wants them.
    case metadataLines = "metadata-lines"
  }

  /// The fields in order.
  public private(set) var fields: [Field] = []

  /// Makes empty front matter.
  public init() {}

  /// Whether there is no field.
  public var isEmpty: Bool { fields.isEmpty }

  /// The value of a name; setting nil removes the field.
  public subscript(name: String) -> Value? {
    get { fields.first { $0.name == name }?.value }
    set {
      let place = fields.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): fields[place].value = value
      case (let place?, nil): fields.remove(at: place)
      case (nil, let value?):
        // Room for most, so that they are not moved again and again while they become more.
        if fields.isEmpty { fields.reserveCapacity(16) }
        fields.append(Field(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Sets text unless it is nil or empty.
  public mutating func setText(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { self[name] = .string(text) }
  }

  /// Sets a date unless it is nil or empty.
  public mutating func setDate(_ name: String, _ date: String?) {
    if let date, !date.isEmpty { self[name] = .date(date) }
  }

  /// Sets a list unless it is empty.
  public mutating func setList(_ name: String, _ list: [String]) {
    if !list.isEmpty { self[name] = .list(list) }
  }

  /// Sets named values unless there are none.
  public mutating func setMap(_ name: String, _ map: FrontMatter) {
    if !map.isEmpty { self[name] = .map(map) }
  }

  /// The front matter with the lines that set it off, a line break at its end.
  public func bytes(as format: Format) -> [UInt8] {
    switch format {
    case .yaml: YAMLWriter.document(of: self)
    case .toml: TOMLWriter.document(of: self)
    case .json: JSONWriter.document(of: self)
    case .metadataLines: MetadataLinesWriter.document(of: self)
    }
  }
}
