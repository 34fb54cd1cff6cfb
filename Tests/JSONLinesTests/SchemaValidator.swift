import Foundation

/// Checks a value against a JSON Schema: the keywords our schemas use, and it complains about any other.
struct SchemaValidator {
  private let root: [String: Any]

  init(_ schema: [UInt8]) throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(schema))
    root = parsed as? [String: Any] ?? [:]
  }

  /// Every way in which `json` does not follow the schema.
  func faults(in json: [UInt8]) throws -> [String] {
    check(try JSONSerialization.jsonObject(with: Data(json)), root, at: "$")
  }

  private func check(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var faults: [String] = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "then", "additionalProperties": break
      case "$ref":
        let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
        let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
        faults += definition.map { check(value, $0, at: path) } ?? ["\(path): no definition \(name)"]
      case "type": if !matches(value, rule) { faults.append("\(path): is no \(rule)") }
      case "enum":
        if !((rule as? [String]) ?? []).contains(value as? String ?? "") {
          faults.append("\(path): not in \(rule)")
        }
      case "const": if (value as? Bool) != (rule as? Bool) { faults.append("\(path): not \(rule)") }
      case "minimum":
        if let number = value as? Int, number < rule as? Int ?? 0 { faults.append("\(path): below \(rule)") }
      case "pattern":
        let text = value as? String ?? ""
        let pattern = rule as? String ?? ""
        if text.range(of: pattern, options: .regularExpression) == nil {
          faults.append("\(path): not \(pattern)")
        }
      case "required":
        let object = value as? [String: Any] ?? [:]
        for name in rule as? [String] ?? [] where object[name] == nil {
          faults.append("\(path): lacks \(name)")
        }
      case "properties":
        let known = rule as? [String: [String: Any]] ?? [:]
        for (name, member) in value as? [String: Any] ?? [:] {
          if let schemaOfMember = known[name] {
            faults += check(member, schemaOfMember, at: "\(path).\(name)")
          } else if schema["additionalProperties"] as? Bool == false {
            faults.append("\(path): \(name) is unknown")
          }
        }
      case "items":
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          faults += check(element, rule as? [String: Any] ?? [:], at: "\(path)[\(index)]")
        }
      case "allOf":
        for part in rule as? [[String: Any]] ?? [] {
          guard let condition = part["if"] as? [String: Any], let then = part["then"] as? [String: Any] else {
            continue
          }
          if check(value, condition, at: path).isEmpty { faults += check(value, then, at: path) }
        }
      default: faults.append("the validator does not know \(keyword)")
      }
    }
    return faults
  }

  private func matches(_ value: Any, _ types: Any) -> Bool {
    let names = types as? [String] ?? [types as? String ?? ""]
    return names.contains { name in
      switch name {
      case "string": value is String
      case "integer":
        (value as? NSNumber).map { !isBoolean($0) && $0.doubleValue == $0.doubleValue.rounded() } ?? false
      case "boolean": (value as? NSNumber).map(isBoolean) ?? false
      case "array": value is [Any]
      case "object": value is [String: Any]
      default: false
      }
    }
  }

  private func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
