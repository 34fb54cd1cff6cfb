internal import Bytes

/// What the value of each field may be (WARC 1.1, section 5).
enum FieldRules {
  /// What is wrong with a value, if anything.
  static func problem(of field: StandardField, value: String, version: String) -> Problem? {
    switch field {
    case .date, .refersToDate: return dateProblem(field, value, version)
    case .recordID, .warcinfoID, .refersTo, .concurrentTo, .segmentOriginID:
      return isBracketedURI(value) ? nil : wrong(field, value, "<URI>")
    case .targetURI: return targetProblem(field, value, version)
    case .refersToTargetURI, .profile:
      return URISyntax.isURI(value) ? nil : wrong(field, value, "a URI of RFC 3986, without angle brackets")
    case .contentLength, .segmentTotalLength:
      return isNumber(value) ? nil : wrong(field, value, "a number of bytes")
    case .segmentNumber:
      return isNumber(value) && value != "0" ? nil : wrong(field, value, "a number from 1")
    case .contentType, .identifiedPayloadType:
      return MediaType(value) != nil ? nil : wrong(field, value, "a media type", .warning)
    case .blockDigest, .payloadDigest:
      return DigestLabel(value) != nil ? nil : wrong(field, value, "algorithm:value")
    case .ipAddress: return IPAddress(value) != nil ? nil : wrong(field, value, "an IP address")
    case .truncated:
      return Truncation(rawValue: value) != nil
        ? nil : wrong(field, value, "length, time, disconnect or unspecified", .warning)
    case .filename: return value.isEmpty ? wrong(field, value, "a file name") : nil
    case .type: return nil
    }
  }

  private static func wrong(
    _ field: StandardField, _ value: String, _ expected: String, _ severity: WARCFault.Severity = .error
  ) -> Problem {
    Problem(
      code: .fieldValue, severity: severity, expected: "\(expected) as \(field.rawValue)",
      found: Problem.shown(value))
  }

  private static func isNumber(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(value) != nil
  }

  private static func isBracketedURI(_ value: String) -> Bool {
    let bytes = value.utf8.span
    guard bytes.count > 2, bytes.hasBytes("<", at: 0), bytes.hasBytes(">", at: bytes.count - 1) else {
      return false
    }
    let uri = bytes.extracting(1..<bytes.count - 1)
    let scheme: StaticString = "urn:uuid:"
    guard URISyntax.isURI(uri) else { return false }
    return !uri.hasBytes(scheme, at: 0) || isUUID(uri.extracting(scheme.utf8CodeUnitCount..<uri.count))
  }

  /// Five groups of hexadecimal digits (RFC 9562, section 4).
  private static func isUUID(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in text.indices {
      switch index {
      case 8, 13, 18, 23: guard text[index] == UInt8(ascii: "-") else { return false }
      default: guard URISyntax.isHexadecimalDigit(text[index]) else { return false }
      }
    }
    return true
  }

  private static func targetProblem(_ field: StandardField, _ value: String, _ version: String) -> Problem? {
    // The grammar of 1.0 had angle brackets, which 1.1 took back.
    let isBracketed = version == "1.0" && value.hasPrefix("<") && value.hasSuffix(">")
    let uri = isBracketed ? String(value.dropFirst().dropLast()) : value
    return URISyntax.isURI(uri)
      ? nil : wrong(field, value, "a URI of RFC 3986, percent-encoded, without angle brackets or fragment")
  }

  private static func dateProblem(_ field: StandardField, _ value: String, _ version: String) -> Problem? {
    switch DateForm(value) {
    case .second: return nil
    case .fraction where version != "1.0": return nil
    case .reduced where version != "1.0":
      return Problem(
        code: .reducedDate, severity: .warning,
        expected: "YYYY-MM-DDThh:mm:ssZ, which every tool reads, as \(field.rawValue)",
        found: Problem.shown(value))
    default: return wrong(field, value, "YYYY-MM-DDThh:mm:ssZ")
    }
  }
}

/// The forms that a date may have (W3C's date and time formats, in UTC).
enum DateForm {
  /// `YYYY-MM-DDThh:mm:ssZ`.
  case second
  /// A second with one to nine decimals; from WARC 1.1 on.
  case fraction
  /// A year, month, day or minute; from WARC 1.1 on.
  case reduced
  /// No date.
  case none

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let fractionLength = bytes.count - 21
    var base = bytes
    if (1...9).contains(fractionLength), bytes[19] == UInt8(ascii: "."), bytes.last == UInt8(ascii: "Z"),
      bytes[20..<(bytes.count - 1)].allSatisfy(digits.contains)
    {
      base = bytes[..<19] + [UInt8(ascii: "Z")]
    }
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    let missing = Array("0000-01-01T00:00:00Z".utf8)
    switch base.count {
    case 4, 7, 10, 20: break
    case 17 where base.last == UInt8(ascii: "Z"):
      base.removeLast()
    default:
      self = .none
      return
    }
    let fits = zip(base, pattern).allSatisfy { given, wanted in
      wanted == UInt8(ascii: "0") ? digits.contains(given) : given == wanted
    }
    let whole = base + missing[base.count...]
    guard fits, UTCTime(String(decoding: whole, as: UTF8.self)) != nil else {
      self = .none
      return
    }
    self = base.count < 20 ? .reduced : bytes.count > 20 ? .fraction : .second
  }
}
