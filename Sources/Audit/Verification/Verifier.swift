internal import BagIt
internal import Bytes
internal import WARC

/// Verifies a package, a bag, a WARC or a WACZ: reads everything, names every fault, never stops at the first.
public struct Verifier: Sendable {
  /// What is told while it works.
  public enum Event: Sendable {
    /// Something is wrong or doubtful.
    case fault(Fault)
    /// So much of a step is done.
    case progress(VerificationProgress)
  }

  /// How many files are read at a time.
  public var jobs: Int

  /// Makes a verifier.
  public init(jobs: Int) { self.jobs = jobs }

  /// Verifies what is at `path`, of which ``VerifiedKind/init(of:)`` told the kind, and tells each event as it comes.
  ///
  /// - Parameters:
  ///   - path: the package, bag or file.
  ///   - kind: what it is.
  ///   - statePath: a file, outside of what is verified, that keeps what is done, so that an interrupted run of a
  ///     package or bag goes on where it was; removed at the end.
  ///   - now: the time in seconds since 1970, with which a later run tells what was changed since.
  ///   - report: gets each event, in the same order for any number of jobs.
  /// - Returns: the verdict.
  /// - Throws: ``VerificationError`` only where nothing can be read at all.
  public func verify(
    _ path: String, as kind: VerifiedKind, resumingWith statePath: String? = nil, now: Int = 0,
    report: (Event) -> Void
  ) async throws(VerificationError) -> VerificationSummary {
    var summary = VerificationSummary(kind: kind)
    func tell(_ fault: Fault) {
      summary.count(fault)
      report(.fault(fault))
    }
    switch kind {
    case .warc, .wacz:
      summary.files = 1
      if kind == .warc {
        var step = RecordStep()
        step.readArchive(path, name: path, progress: { report(.progress($0)) }) { tell($0) }
        step.finish { tell($0) }
        (summary.records, summary.bytes) = (step.recordCount, step.byteCount)
      } else {
        let extent = CollectionStep(files: [(path, path)]).run { tell($0) }
        (summary.records, summary.bytes) = (extent.records, extent.bytes)
      }
    case .bag, .package:
      var journal = try VerificationJournal.open(statePath, for: path, now: now)
      let bag = try await FixityStep(jobs: jobs).run(path, journal: &journal, isStrict: kind == .package) {
        event in
        if case .fault(let fault) = event { tell(fault) } else { report(event) }
      }
      (summary.files, summary.bytes) = (bag.payload.files, bag.payload.bytes)
      if kind == .package {
        let records = await RecordStep.run(path, jobs: jobs, journal: &journal) { event in
          if case .fault(let fault) = event { tell(fault) } else { report(event) }
        }
        var ledger = LedgerStep(of: path)
        ledger.run(labels: bag.info) { tell($0) }
        let items = ItemStep(of: path, ledger: ledger, jobs: jobs)
        let counted = await items.run(journal: &journal) { event in
          if case .fault(let fault) = event { tell(fault) } else { report(event) }
        }
        (summary.records, summary.items, summary.pageItems) = (records, counted.items, counted.fromPages)
      }
      journal.remove()
    }
    return summary
  }
}
