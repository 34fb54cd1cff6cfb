/// What became of one thing of the source; every thing has exactly one, and the counts must balance.
public enum Outcome: Sendable, Hashable {
  /// Everything it said is in the outputs.
  case converted
  /// It is in the outputs, and the findings say what could not be carried over.
  case convertedWithLoss
  /// It is in the outputs only as it stood in the source, not understood.
  case keptRaw
  /// It is kept in the full record and was left out of what is meant for publication, by the named rule.
  case withheld(rule: String)
  /// It could not be read; the source bytes are kept.
  case failed(reason: String)

  /// The written form of the outcome, without its reason.
  public var name: String {
    switch self {
    case .converted: "converted"
    case .convertedWithLoss: "converted-with-loss"
    case .keptRaw: "kept-raw"
    case .withheld: "withheld"
    case .failed: "failed"
    }
  }

  /// The rule or reason, where the outcome has one.
  public var reason: String? {
    switch self {
    case .withheld(let rule): rule
    case .failed(let reason): reason
    default: nil
    }
  }
}
