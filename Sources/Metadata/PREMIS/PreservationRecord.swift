public import Bytes

/// What PREMIS wants to know of a conversion: from which files, into what, when, how, and how it ended.
public struct PreservationRecord: Sendable {
  /// An export or page that was converted and is kept in the package.
  public struct Source: Sendable {
    /// The path in the package, such as `data/source/export.xml`.
    public var path: String
    /// The name it came with.
    public var originalName: String
    /// The size in bytes.
    public var size: Int
    /// The digests that were computed on arrival.
    public var digests: [Digest]
    /// The format and how it was recognised.
    public var format: PremisFormat

    /// Describes a source.
    public init(path: String, originalName: String, size: Int, digests: [Digest], format: PremisFormat) {
      self.path = path
      self.originalName = originalName
      self.size = size
      self.digests = digests
      self.format = format
    }
  }

  /// A form into which the site was brought.
  public struct Representation: Sendable {
    /// The folder or file in the package, such as `data/markdown`.
    public var path: String
    /// What was written, in a sentence that follows "migration to".
    public var description: String

    /// Describes a representation.
    public init(path: String, description: String) {
      self.path = path
      self.description = description
    }
  }

  /// The sources, in the order of the command line.
  public var sources: [Source] = []
  /// The representations.
  public var representations: [Representation] = []
  /// The date of the run.
  public var date: UTCTime
  /// The version of this software.
  public var softwareVersion: String
  /// The options that decide what is written, as on the command line, without machine paths.
  public var options: String = ""
  /// How the migration ended: success where nothing was lost.
  public var outcome = PremisEvent.Outcome.success
  /// The account in a sentence, such as "1,204 items: 1,201 converted, 3 withheld by rule".
  public var account: String?
  /// How many things were withheld from the representations meant for publication.
  public var withheldCount = 0

  /// Begins the record of a run.
  public init(date: UTCTime, softwareVersion: String) {
    self.date = date
    self.softwareVersion = softwareVersion
  }

  /// The record as PREMIS: ingestion, digests and formats of the sources, one migration a representation, what was
  /// withheld, and the packing of it all.
  public var premis: PremisDocument {
    let software = PremisAgent(
      identifier: PremisIdentifier(type: "local", value: "nachlass"), name: "Nachlass", kind: .software,
      version: softwareVersion, note: options.isEmpty ? nil : "options: \(options)")
    let sourceNames = sources.map { PremisIdentifier.packagePath($0.path) }
    let resultNames = representations.map { PremisIdentifier.packagePath($0.path) }

    func event(
      _ kind: PremisEvent.Kind, _ detail: String, from sources: [PremisIdentifier],
      to results: [PremisIdentifier] = []
    ) -> PremisEvent {
      var event = PremisEvent(kind, date: date, detail: detail)
      event.agents = [software.identifier]
      event.sources = sources
      event.results = results
      return event
    }

    var migrations = zip(representations, resultNames).map { representation, name in
      event(.migration, "migration to \(representation.description)", from: sourceNames, to: [name])
    }
    for index in migrations.indices {
      migrations[index].outcome = outcome
      migrations[index].outcomeNote = account
    }
    var events = [
      event(.ingestion, "the sources were copied into the package bit for bit", from: sourceNames),
      event(.messageDigestCalculation, "digests of the sources were computed on arrival", from: sourceNames),
      event(.formatIdentification, "formats were told from content, not from names", from: sourceNames),
    ]
    events += migrations
    if withheldCount > 0 {
      events.append(
        event(
          .redaction,
          "\(withheldCount) things were withheld by rule from what is meant for publication; the ledger names them",
          from: sourceNames, to: resultNames))
    }
    events.append(
      event(.packing, "the package was closed as a bag (BagIt 1.0)", from: sourceNames + resultNames))

    var document = PremisDocument()
    document.agents = [software]
    document.events = events
    document.objects = zip(sources, sourceNames).map { source, name in
      PremisObject(
        identifier: name, category: .file(size: source.size, digests: source.digests, format: source.format),
        originalName: source.originalName)
    }
    document.objects += resultNames.map { name in
      var object = PremisObject(identifier: name, category: .representation)
      object.sources = sourceNames
      return object
    }
    for index in document.objects.indices {
      let name = document.objects[index].identifier
      document.objects[index].events = events.filter { ($0.sources + $0.results).contains(name) }.map(
        \.identifier)
    }
    return document
  }
}
