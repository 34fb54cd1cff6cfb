public import Bytes

/// Something that was done to objects (PREMIS 3.0, event entity).
public struct PremisEvent: Sendable, Hashable {
  /// What was done, in the words of the Library of Congress's vocabulary of event types.
  public enum Kind: String, Sendable, CaseIterable {
    case ingestion
    case messageDigestCalculation = "message digest calculation"
    case formatIdentification = "format identification"
    case validation
    case migration
    case redaction
    case packing
    case fixityCheck = "fixity check"
  }

  /// How it ended.
  public enum Outcome: String, Sendable {
    case success
    case warning
    case failure
  }

  /// What was done.
  public var kind: Kind
  /// When.
  public var date: UTCTime
  /// How, in a sentence.
  public var detail: String
  /// How it ended.
  public var outcome = Outcome.success
  /// What there is to say about the outcome.
  public var outcomeNote: String?
  /// Who did it.
  public var agents: [PremisIdentifier] = []
  /// What it was done to.
  public var sources: [PremisIdentifier] = []
  /// What came of it.
  public var results: [PremisIdentifier] = []

  /// Makes an event that ended well and is linked to nothing.
  public init(_ kind: Kind, date: UTCTime, detail: String) {
    self.kind = kind
    self.date = date
    self.detail = detail
  }

  /// The event's name: a UUID of what was done, when, and to what, so that the same run gives the same names.
  public var identifier: PremisIdentifier {
    let told = [kind.rawValue, date.description, detail] + (sources + results).map(\.value)
    let uuid = NameBasedUUID(name: "premis:\(told.joined(separator: "\n"))".utf8)
    return PremisIdentifier(type: "UUID", value: uuid.description)
  }
}

/// Who did something (PREMIS 3.0, agent entity).
public struct PremisAgent: Sendable, Hashable {
  /// What sort of agent it is.
  public enum Kind: String, Sendable {
    case software
    case organization
    case person
  }

  /// The agent's name for others to refer to.
  public var identifier: PremisIdentifier
  /// The agent's name for people.
  public var name: String
  /// What sort of agent it is.
  public var kind: Kind
  /// The version, of software.
  public var version: String?
  /// What else there is to say, such as the command line.
  public var note: String?

  /// Makes an agent.
  public init(
    identifier: PremisIdentifier, name: String, kind: Kind, version: String? = nil, note: String? = nil
  ) {
    self.identifier = identifier
    self.name = name
    self.kind = kind
    self.version = version
    self.note = note
  }
}
