internal import Bytes

/// What a WACZ file says of itself, and where that is not so (WACZ 1.1.1, sections 5.2.4 and 5.2.5).
struct WACZPackage {
  /// The text of `datapackage.json`.
  var text: [UInt8]?
  /// The text of `datapackage-digest.json`.
  var digestText: [UInt8]?

  private struct Resource {
    let hash: DigestLabel?
    let length: Int?
  }

  private var resources: [String: Resource] = [:]
  private var json: JSONValue?
  private static let itself = ["datapackage.json", "datapackage-digest.json"]

  /// Reads both texts and reports what is wrong with them alone, each with the entry it is in.
  mutating func read(_ tell: (Problem, String?) -> Void) {
    readDigest { tell($0, $0.code == .missingEntry ? nil : Self.itself[1]) }
    guard let text else {
      return tell(Problem(code: .missingEntry, expected: "datapackage.json", found: "none"), nil)
    }
    func report(_ problem: Problem) { tell(problem, Self.itself[0]) }
    guard let json = try? JSONValue(parsing: text), json.object != nil else {
      return report(Problem(code: .dataPackage, expected: "a JSON object in datapackage.json", found: "none"))
    }
    self.json = json
    func require(_ name: String, _ severity: WARCFault.Severity) {
      guard json[name] == nil else { return }
      report(
        Problem(
          code: .dataPackage, severity: severity, expected: "\"\(name)\" in datapackage.json", found: "none"))
    }
    let profile = json["profile"]?.string ?? ""
    if profile != "data-package", profile != "wacz" {
      report(
        Problem(
          code: .dataPackage, expected: "the profile data-package", found: Problem.shown(profile),
          offset: place(of: "profile")))
    }
    if profile == "data-package" { require("wacz_version", .error) }
    for name in ["title", "description", "created", "software"] { require(name, .warning) }
    for name in ["created", "modified"] {
      if let date = json[name]?.string, !Self.isInternetDate(date) {
        report(
          Problem(
            code: .dataPackage, expected: "a date of RFC 3339 as \"\(name)\"", found: Problem.shown(date),
            offset: place(of: name)))
      }
    }
    for resource in json["resources"]?.array ?? [] { read(resource, report) }
  }

  private func readDigest(_ report: (Problem) -> Void) {
    guard let digestText else {
      return report(
        Problem(code: .missingEntry, severity: .warning, expected: "datapackage-digest.json", found: "none"))
    }
    let json = try? JSONValue(parsing: digestText)
    if json?["path"]?.string != "datapackage.json" {
      report(
        Problem(
          code: .dataPackage, expected: "the path datapackage.json in datapackage-digest.json",
          found: Problem.shown(json?["path"]?.string ?? "")))
    }
    let found = DigestLabel.text(of: Digest(.sha256, of: text ?? []))
    if json?["hash"]?.string != found {
      report(
        Problem(
          code: .dataPackage, expected: "the hash \(json?["hash"]?.string ?? "?") of datapackage.json",
          found: found))
    }
  }

  private mutating func read(_ resource: JSONValue, _ report: (Problem) -> Void) {
    let path = resource["path"]?.string ?? ""
    for name in ["name", "path", "hash", "bytes"] where resource[name] == nil {
      report(
        Problem(
          code: .dataPackage, expected: "\"\(name)\" of the resource \(path)", found: "none",
          offset: place(of: path)))
    }
    let hash = resource["hash"]?.string.flatMap(DigestLabel.init)
    if let told = resource["hash"], hash?.algorithm == nil {
      report(
        Problem(
          code: .dataPackage, expected: "a hash of the resource \(path) that can be computed",
          found: Problem.shown(told.string ?? ""), offset: place(of: path)))
    }
    resources[path] = Resource(hash: hash, length: resource["bytes"]?.integer)
  }

  /// Where a string, as a name or a value, stands in `datapackage.json` first; 0 where it does not as it is.
  private func place(of string: String) -> Int {
    let quoted = Array("\"\(string)\"".utf8)
    guard let text, !string.isEmpty, text.count >= quoted.count else { return 0 }
    return (0...(text.count - quoted.count)).first { text[$0...].starts(with: quoted) } ?? 0
  }

  /// The algorithm of the digest that is told of an entry.
  func algorithm(of path: String) -> Digest.Algorithm? { resources[path]?.hash?.algorithm }

  /// What is wrong with an entry of that length and digest.
  func problems(of path: String, length: Int, digest: Digest?) -> [Problem] {
    if Self.itself.contains(path) { return [] }
    guard let resource = resources[path] else {
      let expected = "a resource of datapackage.json"
      return text == nil ? [] : [Problem(code: .foreignEntry, expected: expected, found: "an unlisted entry")]
    }
    var problems: [Problem] = []
    if let told = resource.length, told != length {
      problems.append(Problem(code: .entryDiffers, expected: "\(told) bytes", found: "\(length) bytes"))
    }
    if let hash = resource.hash, let digest, !hash.matches(digest) {
      problems.append(
        Problem(code: .entryDiffers, expected: hash.description, found: DigestLabel.text(of: digest)))
    }
    return problems
  }

  /// What is listed and not among the entries.
  func problems(whereMissing entries: Set<String>) -> [Problem] {
    resources.keys.filter { !entries.contains($0) }.sorted().map {
      Problem(code: .missingEntry, expected: "\($0), as datapackage.json lists it", found: "none")
    }
  }

  /// Whether the page that is to be seen first was captured.
  func problemsOfMainPage(_ captures: PageCaptures) -> [Problem] {
    guard let url = json?["mainPageUrl"]?.string, !captures.contains(url) else { return [] }
    return [
      Problem(
        code: .page, expected: "a capture of the main page", found: "none of \(url)",
        offset: place(of: "mainPageUrl"))
    ]
  }

  /// `YYYY-MM-DDThh:mm:ss`, decimals if any, and `Z` or an offset.
  static func isInternetDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20,
      case .second = DateForm(String(decoding: bytes[..<19], as: UTF8.self) + "Z")
    else { return false }
    var rest = bytes[19...]
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard let first = rest.first, isDigit(first) else { return false }
      rest = rest.drop(while: isDigit)
    }
    if rest.elementsEqual("Z".utf8) { return true }
    let offset = Array(rest)
    return offset.count == 6 && "+-".utf8.contains(offset[0]) && offset[3] == UInt8(ascii: ":")
      && [1, 2, 4, 5].allSatisfy { isDigit(offset[$0]) }
  }
}
