private import CLibIDN2

/// Host names beyond ASCII in their ASCII form; wraps libidn2.
enum InternationalDomainName {
  /// Which edition of the rules applies; they differ in ß, ς and joiners.
  enum Rules {
    /// IDNA 2008 as browsers apply it: `straße` keeps its ß.
    case current
    /// The transitional mapping of 2003: `straße` becomes `strasse`.
    case transitional
  }

  /// The ASCII form of a host name, or nil where the rules allow none.
  static func ascii(of name: String, rules: Rules) -> String? {
    var output: UnsafeMutablePointer<CChar>?
    let flags =
      switch rules {
      case .current: IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue
      case .transitional: IDN2_NFC_INPUT.rawValue | IDN2_TRANSITIONAL.rawValue
      }
    let status = unsafe idn2_to_ascii_8z(name, &output, Int32(flags))
    defer { unsafe idn2_free(output) }
    guard status == IDN2_OK.rawValue, let output = unsafe output else { return nil }
    return unsafe String(cString: output)
  }
}
