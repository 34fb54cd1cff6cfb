/// What a header must, may and may not hold (WARC 1.1, clauses 5 and 6, and the implementation guidelines).
enum HeaderRules {
  /// Everything in `head` that breaks a rule.
  static func problems(of head: RecordHead) -> [Problem] {
    var problems: [Problem] = []
    let fields = standardFields(of: head)
    checkRepetition(fields, &problems)
    for (field, value) in fields {
      if let problem = FieldRules.problem(of: field, value: value, version: head.version) {
        problems.append(problem)
      }
    }
    if let type = head.type {
      checkFields(fields, in: type, &problems)
      checkAdvice(head, type, &problems)
    } else {
      checkUnknownType(head, &problems)
    }
    checkExtensions(head, &problems)
    return problems
  }

  private static func standardFields(of head: RecordHead) -> [(StandardField, String)] {
    head.fields.compactMap { field in
      field.standard.map { ($0, field.value) }
    }
  }

  private static func checkRepetition(_ fields: [(StandardField, String)], _ problems: inout [Problem]) {
    for (index, (field, value)) in fields.enumerated()
    where !field.isRepeatable && fields[..<index].contains(where: { $0.0 == field }) {
      problems.append(
        Problem(
          code: .repeatedField, expected: "\(field.rawValue) once", found: "again: \(Problem.shown(value))"))
    }
  }

  private static func checkFields(
    _ fields: [(StandardField, String)], in type: RecordType, _ problems: inout [Problem]
  ) {
    for field in StandardField.allCases {
      let value = fields.first { $0.0 == field }?.1
      if let value, !field.isAllowed(in: type) {
        problems.append(
          Problem(
            code: .forbiddenField, expected: "no \(field.rawValue) in a \(type.rawValue) record",
            found: Problem.shown(value)))
      } else if value == nil, field.isRequired(in: type) {
        problems.append(
          Problem(
            code: .missingField, expected: "\(field.rawValue) in a \(type.rawValue) record", found: "none"))
      }
    }
  }

  /// A record of an unknown kind must be passed over by readers, but it needs what every record needs.
  private static func checkUnknownType(_ head: RecordHead, _ problems: inout [Problem]) {
    for field in [StandardField.type, .recordID, .date, .contentLength] where head[field] == nil {
      problems.append(Problem(code: .missingField, expected: field.rawValue, found: "none"))
    }
    if let type = head[.type] {
      problems.append(
        Problem(
          code: .unknownType, severity: .warning, expected: "one of the eight types",
          found: Problem.shown(type)))
    }
  }

  private static func checkAdvice(
    _ head: RecordHead, _ type: RecordType, _ problems: inout [Problem]
  ) {
    func missing(_ field: StandardField, _ severity: WARCFault.Severity, _ why: String) {
      guard head[field] == nil else { return }
      problems.append(
        Problem(code: .missingField, severity: severity, expected: "\(field.rawValue) \(why)", found: "none"))
    }
    if type != .continuation, (head.contentLength ?? 0) > 0 { missing(.contentType, .error, "of the block") }
    if head[.profile]?.hasSuffix("/identical-payload-digest") == true {
      missing(.payloadDigest, .error, "in a revisit of an identical payload")
    }
    switch type {
    case .warcinfo: missing(.filename, .warning, "(guidelines, recommendation 10)")
    case .conversion: missing(.refersTo, .warning, "in a conversion")
    default: break
    }
    if type != .warcinfo { missing(.warcinfoID, .warning, "(guidelines, recommendation 9)") }
    missing(.blockDigest, .warning, "in every record")
  }

  private static func checkExtensions(_ head: RecordHead, _ problems: inout [Problem]) {
    for field in head.fields
    where field.standard == nil && field.name.lowercased().hasPrefix("warc-") {
      problems.append(
        Problem(
          code: .extensionField, severity: .warning, expected: "fields of the standard",
          found: Problem.shown(field.name)))
    }
  }
}
