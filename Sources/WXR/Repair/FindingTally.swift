import Model

/// Collects findings, counting those of one kind together; the first of a kind says where and what.
struct FindingTally: Sendable {
  private(set) var findings: [Finding] = []

  mutating func add(
    _ code: Finding.Code, _ severity: Finding.Severity, at offset: Int, count: Int = 1,
    _ detail: @autoclosure () -> String
  ) {
    if let index = findings.firstIndex(where: { $0.code == code && $0.severity == severity }) {
      findings[index].count += count
    } else {
      findings.append(Finding(code, severity, at: offset, detail(), count: count))
    }
  }
}
