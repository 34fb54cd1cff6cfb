public import Bytes
public import Model

/// Members of objects as this room writes them: nothing where the source had nothing.
extension JSONText {
  mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// A number where the text is exactly how JSON writes that number, else the text as it stood.
  mutating func member(_ name: StaticString, number text: String?) {
    guard let text else { return }
    key(name)
    if let number = Int(text), String(number) == text { integer(number) } else { string(text) }
  }

  /// A truth value for `1` and `0`, else the text as it stood.
  mutating func member(_ name: StaticString, flag text: String) {
    key(name)
    switch text {
    case "1": boolean(true)
    case "0": boolean(false)
    default: string(text)
    }
  }

  mutating func member<Element>(
    _ name: StaticString, of elements: [Element], write: (inout JSONText, Element) -> Void
  ) {
    key(name)
    array { json in
      for element in elements { write(&json, element) }
    }
  }

  /// Elements that the format does not know, where there are any.
  mutating func unknownElements(_ elements: [RawElement]) {
    guard !elements.isEmpty else { return }
    member("unknown", of: elements) { json, element in
      json.object { json in
        json.member("name", element.name)
        json.member("xml", element.xml)
      }
    }
  }

  mutating func metaEntry(_ entry: MetaEntry) {
    object { json in
      json.member("key", entry.key)
      json.member("value", entry.value)
      if let decoded = entry.decoded {
        json.key("decoded")
        json.value(decoded.json)
      }
    }
  }

  /// Writes where a thing stands in the source.
  public mutating func provenance(_ provenance: Provenance) {
    object { json in
      json.member("input", provenance.input)
      json.key("offset")
      json.integer(provenance.range.offset)
      json.key("length")
      json.integer(provenance.range.length)
      if !provenance.sha256.isEmpty { json.member("sha256", provenance.sha256) }
    }
  }

  /// Writes a finding.
  public mutating func finding(_ finding: Finding) {
    object { json in
      json.member("code", finding.code.rawValue)
      json.member("severity", finding.severity.rawValue)
      if let offset = finding.offset {
        json.key("offset")
        json.integer(offset)
      }
      json.member("detail", finding.detail)
      if finding.count != 1 {
        json.key("count")
        json.integer(finding.count)
      }
    }
  }
}
