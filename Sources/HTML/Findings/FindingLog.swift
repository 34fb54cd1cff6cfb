internal import Model

/// Gathers findings while a document is read: of each kind the first place and how many there are.
struct FindingLog {
  private(set) var findings: [Finding] = []

  mutating func report(
    _ code: Finding.Code, _ severity: Finding.Severity, at offset: Int, _ detail: @autoclosure () -> String
  ) {
    for index in findings.indices where findings[index].code == code && findings[index].severity == severity {
      findings[index].count += 1
      return
    }
    findings.append(Finding(code, severity, at: offset, detail()))
  }
}
