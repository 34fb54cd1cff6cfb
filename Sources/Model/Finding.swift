/// Something that had to be said about the source or its conversion: a repair, a loss, a thing worth knowing.
public struct Finding: Sendable, Hashable {
  /// What kind of thing was found; each room adds its own as static members in an extension.
  ///
  /// The raw value is written into packages: lower-case words joined by hyphens, never changed once released.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The written form, such as `control-character`.
    public let rawValue: String

    /// Makes a code of its written form.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes a code of its written form.
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// How much a finding matters.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing was changed.
    case note
    /// Something was mended; nothing the source said is missing.
    case repair
    /// Something the source said could not be carried over in full.
    case loss

    /// Notes come before repairs, repairs before losses.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .repair: 1
      case .loss: 2
      }
    }
  }

  /// What kind of thing was found.
  public var code: Code
  /// How much it matters.
  public var severity: Severity
  /// Where in the input file, in bytes from its beginning, or nil where no place can be named.
  public var offset: Int?
  /// What was there and what was done about it, in one plain sentence part; never an e-mail or IP address.
  public var detail: String
  /// How many times it was found, where equal findings were counted together; at least 1.
  public var count: Int

  /// Makes a finding.
  public init(_ code: Code, _ severity: Severity, at offset: Int? = nil, _ detail: String, count: Int = 1) {
    self.code = code
    self.severity = severity
    self.offset = offset
    self.detail = detail
    self.count = count
  }
}
