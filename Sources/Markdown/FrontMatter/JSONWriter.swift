internal import Bytes

/// Writes front matter as a JSON object, one field a line.
enum JSONWriter {
  static func document(of matter: FrontMatter) -> [UInt8] {
    var output = Array("{\n".utf8)
    for (index, field) in matter.fields.enumerated() {
      var name = JSONText(capacity: field.name.utf8.count + 2)
      name.string(field.name)
      var value = JSONText()
      write(field.value, to: &value)
      output.append(contentsOf: "  ".utf8)
      output.append(contentsOf: name.bytes)
      output.append(contentsOf: ": ".utf8)
      output.append(contentsOf: value.bytes)
      output.append(contentsOf: (index + 1 < matter.fields.count ? ",\n" : "\n").utf8)
    }
    output.append(contentsOf: "}\n".utf8)
    return output
  }

  static func write(_ value: FrontMatter.Value, to json: inout JSONText) {
    switch value {
    case .string(let text): json.string(PersonalData.masked(text))
    case .date(let text): json.string(DateText.isPlain(text) ? text : PersonalData.masked(text))
    case .bool(let bool): json.boolean(bool)
    case .int(let int): json.integer(int)
    case .list(let items): json.array { json in for item in items { json.string(PersonalData.masked(item)) } }
    case .map(let map): write(map, to: &json)
    }
  }

  static func write(_ matter: FrontMatter, to json: inout JSONText) {
    json.object { json in
      for field in matter.fields {
        json.key(named: field.name)
        write(field.value, to: &json)
      }
    }
  }
}
