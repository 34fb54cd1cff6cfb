/// Why reading stopped.
public enum WARCReadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The source could not be read; its own words.
  case unreadable(String)
  /// In strict mode: the first fault.
  case fault(WARCFault)

  /// One sentence for the user.
  public var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .fault(let fault): fault.description
    }
  }
}
