internal import Bytes

/// A PREMIS 3.0 document: what is preserved, what was done to it, and by whom.
///
/// One object for each source and each representation, not for each file of a representation: the manifests and
/// the ledger say what is in them.
public struct PremisDocument: Sendable, Hashable {
  /// What is preserved; the schema wants at least one.
  public var objects: [PremisObject] = []
  /// What was done.
  public var events: [PremisEvent] = []
  /// Who did it.
  public var agents: [PremisAgent] = []

  /// Begins an empty document.
  public init() {}

  /// The document as XML in UTF-8, in the namespace of PREMIS 3.
  public var xml: [UInt8] {
    var text = XMLText()
    let root = [
      ("xmlns", "http://www.loc.gov/premis/v3"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ("xsi:schemaLocation", "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd"),
      ("version", "3.0"),
    ]
    text.element("premis", root) { text in
      for object in objects { object.write(to: &text) }
      for event in events { event.write(to: &text) }
      for agent in agents { agent.write(to: &text) }
    }
    return text.bytes
  }
}

extension PremisObject {
  fileprivate func write(to text: inout XMLText) {
    switch category {
    case .file(let size, let digests, let format):
      text.element("object", [("xsi:type", "file")]) { text in
        identifier.write(as: "objectIdentifier", to: &text)
        text.element("objectCharacteristics") { text in
          text.element("compositionLevel", "0")
          for digest in digests { digest.writeFixity(to: &text) }
          text.element("size", String(size))
          format.write(to: &text)
        }
        writeRest(to: &text)
      }
    case .representation:
      text.element("object", [("xsi:type", "representation")]) { text in
        identifier.write(as: "objectIdentifier", to: &text)
        writeRest(to: &text)
      }
    }
  }

  private func writeRest(to text: inout XMLText) {
    text.element("originalName", originalName)
    if !sources.isEmpty {
      text.element("relationship") { text in
        text.element("relationshipType", "derivation")
        text.element("relationshipSubType", "has source")
        for source in sources { source.write(as: "relatedObjectIdentifier", to: &text) }
      }
    }
    for event in events { event.write(as: "linkingEventIdentifier", to: &text) }
  }
}

extension PremisFormat {
  fileprivate func write(to text: inout XMLText) {
    text.element("format") { text in
      text.element("formatDesignation") { text in
        text.element("formatName", name)
        text.element("formatVersion", version)
      }
      if let pronomKey {
        text.element("formatRegistry") { text in
          text.element("formatRegistryName", "PRONOM")
          text.element("formatRegistryKey", pronomKey)
          text.element("formatRegistryRole", "specification")
        }
      }
      text.element("formatNote", note)
    }
  }
}

extension PremisEvent {
  fileprivate func write(to text: inout XMLText) {
    text.element("event") { text in
      identifier.write(as: "eventIdentifier", to: &text)
      text.element("eventType", kind.rawValue)
      text.element("eventDateTime", date.description)
      text.element("eventDetailInformation") { $0.element("eventDetail", detail) }
      text.element("eventOutcomeInformation") { text in
        text.element("eventOutcome", outcome.rawValue)
        if let outcomeNote {
          text.element("eventOutcomeDetail") { $0.element("eventOutcomeDetailNote", outcomeNote) }
        }
      }
      for agent in agents { agent.write(as: "linkingAgentIdentifier", to: &text) }
      for source in sources { source.write(as: "linkingObjectIdentifier", role: "source", to: &text) }
      for result in results { result.write(as: "linkingObjectIdentifier", role: "outcome", to: &text) }
    }
  }
}

extension PremisAgent {
  fileprivate func write(to text: inout XMLText) {
    text.element("agent") { text in
      identifier.write(as: "agentIdentifier", to: &text)
      text.element("agentName", name)
      text.element("agentType", kind.rawValue)
      text.element("agentVersion", version)
      text.element("agentNote", note)
    }
  }
}

extension PremisIdentifier {
  /// The schema names the parts of each identifier after the whole.
  fileprivate func write(as element: String, role: String? = nil, to text: inout XMLText) {
    text.element(element) { text in
      text.element(element + "Type", type)
      text.element(element + "Value", value)
      text.element(element.replacingSuffix("Identifier", with: "Role"), role)
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
  }
}

extension Digest {
  fileprivate func writeFixity(to text: inout XMLText) {
    text.element("fixity") { text in
      text.element("messageDigestAlgorithm", algorithm.commonName)
      text.element("messageDigest", hexadecimal)
      text.element("messageDigestOriginator", "Nachlass")
    }
  }
}
