internal import Bytes
internal import Model
internal import WARC

/// What a run leaves in its archive about itself: a report, and a manifest of all files of the run (guidelines of the
/// IIPC, section 2.4.4).
struct RunRecords {
  private let plan: RunPlan
  /// The account and the options as JSON, at an address that no server ever had, beside the manifest.
  let report: ResourceRecord
  /// The identifier of the manifest, which the report names before the manifest is written.
  private let manifestID: RecordID

  init(plan: RunPlan, balance: Balance) {
    self.plan = plan
    let bytes = Self.report(plan, balance)
    let name = "\n\(plan.sourceDigest.hexadecimal)\n\(Digest(.sha256, of: bytes).hexadecimal)"
    manifestID = RecordID(NameBasedUUID(name: "manifest\(name)".utf8))
    var report = ResourceRecord(
      uri: TargetURI(NameBasedUUID(name: "report\(name)".utf8)), date: plan.runDate,
      block: Block(bytes, contentType: .json),
      identity: .derived(source: plan.sourceDigest, ordinal: 0))
    report.capture.concurrentTo = [manifestID]
    self.report = report
  }

  /// Room enough for both records, so that no file begins after the manifest named the last one.
  var roomNeeded: Int { report.block.length + (1 << 20) }

  /// The list of the warcinfo records of all files.
  func manifest(of files: [WARCFile]) -> MetadataRecord {
    var fields = WARCFields()
    fields.append(.title, "Manifest of the files of this run")
    fields.append(.software, "Nachlass/\(plan.options.softwareVersion)")
    fields.append(.date, plan.runDate.description)
    for file in files { fields.append(.relation, "\(file.warcinfoID) \(file.name)") }
    return MetadataRecord(
      about: .nothing, uri: nil, date: plan.runDate, fields: fields, identity: .given(manifestID))
  }

  private static func report(_ plan: RunPlan, _ balance: Balance) -> [UInt8] {
    var json = JSONText(capacity: 4096)
    json.object { json in
      json.key("software")
      json.string("Nachlass/\(plan.options.softwareVersion)")
      json.key("date")
      json.string(plan.runDate.description)
      json.key("options")
      json.object { write(plan.options, to: &$0) }
      json.key("inputs")
      json.array { json in
        for document in plan.documents { write(document, to: &json) }
      }
      json.key("account")
      json.object { write(balance, to: &$0) }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ options: ConversionOptions, to json: inout JSONText) {
    json.key("to")
    json.array { json in for form in options.outputs.map(\.rawValue).sorted() { json.string(form) } }
    json.key("preset")
    json.string(options.preset)
    json.key("include")
    json.array { json in
      for rule in options.publication.included.map(\.rawValue).sorted() { json.string(rule) }
    }
    for (name, value) in [
      ("bare", options.isBare), ("self-check", options.checksMarkdown), ("uploads", options.uploads != nil),
      ("as-response", options.asResponse),
    ] {
      json.key(named: name)
      json.boolean(value)
    }
  }

  private static func write(_ document: SourceDocument, to json: inout JSONText) {
    json.object { json in
      json.key("name")
      json.string(document.name)
      json.key("bytes")
      json.integer(document.size)
      json.key("sha256")
      json.string(document.sha256.hexadecimal)
    }
  }

  private static func write(_ balance: Balance, to json: inout JSONText) {
    balance.writeLines(to: &json)
    json.key("findings")
    json.object { json in
      for (code, found) in balance.findings.sorted(by: { $0.key < $1.key }) {
        json.key(named: code)
        json.integer(found.count)
      }
    }
  }
}
