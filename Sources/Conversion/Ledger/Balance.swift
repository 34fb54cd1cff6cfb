public import Model

/// The account of a run: how many things the source holds and what became of them.
public struct Balance: Sendable, Hashable {
  /// The count of one kind of thing.
  public struct Line: Sendable, Hashable {
    /// What the splitter and readers saw in the source.
    public var inSource = 0
    /// How many got each outcome, by the outcome's written name.
    public var outcomes: [String: Int] = [:]

    /// How many have an outcome.
    public var accounted: Int { outcomes.values.reduce(0, +) }
    /// Whether everything seen has an outcome.
    public var isBalanced: Bool { inSource == accounted }
  }

  /// How often one finding was made, and how grave it was at worst.
  public struct FindingCount: Sendable, Hashable {
    /// The gravest severity it was made with.
    public var severity: Finding.Severity
    /// How many times.
    public var count: Int
  }

  /// One line a kind of thing, such as `item` or `comment`.
  public private(set) var lines: [String: Line] = [:]
  /// How often each finding was made, by its code.
  public private(set) var findings: [String: FindingCount] = [:]
  /// How many items were withheld, by rule.
  public private(set) var withheld: [String: Int] = [:]

  /// Begins an account with nothing in it.
  public init() {}

  /// Whether every line balances.
  public var isBalanced: Bool { lines.values.allSatisfy(\.isBalanced) }

  /// Whether anything of the source was lost, in whole or in part.
  public var hasLoss: Bool {
    findings.values.contains { $0.severity == .loss }
      || lines.values.contains {
        ($0.outcomes["failed"] ?? 0) > 0 || ($0.outcomes["converted-with-loss"] ?? 0) > 0
      }
  }

  /// Whether all is well: balanced, and nothing lost.
  public var isClean: Bool { isBalanced && !hasLoss }

  /// Counts things that were seen in the source.
  public mutating func see(_ kind: String, count: Int = 1) {
    guard count > 0 else { return }
    lines[kind, default: Line()].inSource += count
  }

  /// Counts the outcome of one thing.
  public mutating func settle(_ kind: String, _ outcome: Outcome) {
    lines[kind, default: Line()].outcomes[outcome.name, default: 0] += 1
    if case .withheld(let rule) = outcome, kind == "item" { withheld[rule, default: 0] += 1 }
  }

  /// Counts findings.
  public mutating func note(_ found: [Finding]) {
    for finding in found {
      let before = findings[finding.code.rawValue]
      findings[finding.code.rawValue] = FindingCount(
        severity: max(before?.severity ?? .note, finding.severity),
        count: (before?.count ?? 0) + finding.count)
    }
  }

  /// Takes another account's outcomes and findings into this one.
  public mutating func add(_ other: Balance) {
    for (kind, line) in other.lines {
      lines[kind, default: Line()].inSource += line.inSource
      lines[kind, default: Line()].outcomes.merge(line.outcomes, uniquingKeysWith: +)
    }
    findings.merge(other.findings) { left, right in
      FindingCount(severity: max(left.severity, right.severity), count: left.count + right.count)
    }
    withheld.merge(other.withheld, uniquingKeysWith: +)
  }
}
