internal import BagIt
internal import Bytes

/// Checks a package or bag as a bag: completeness and digests.
struct FixityStep {
  let jobs: Int

  /// Runs the step on the bag at `path`, from where the journal says that an earlier run was.
  ///
  /// `isStrict` holds the bag to the form of our own writer: what may be doubtful in a bag of others is a fault.
  func run(
    _ path: String, journal: inout VerificationJournal, isStrict: Bool, report: (Verifier.Event) -> Void
  ) async throws(VerificationError) -> BagVerifier.Summary {
    var fixity: [Fault] = []
    let checkedPath = journal.state.checkedPath
    var total = 0
    do throws(BagError) {
      return try await BagVerifier(jobs: jobs).verify(path, after: checkedPath) { event in
        switch event {
        case .begun(let info):
          total = info.values(of: "Payload-Oxum").first.flatMap(PayloadOxum.init)?.bytes ?? 0
        case .fault(let found):
          var fault = Fault(found)
          if isStrict, Self.isNeverWritten(found.kind) { fault.severity = .fault }
          if found.kind.isFixity { fixity.append(fault) }
          report(.fault(fault))
        case .progress(let path, let done):
          journal.note(checkedPath: path, faults: fixity)
          fixity = []
          report(.progress(VerificationProgress(step: .fixity, done: done.bytes, total: total)))
        }
      }
    } catch {
      throw VerificationError(path: path, reason: error.description)
    }
  }

  /// Whether our writer never writes what makes others' bags only doubtful, so that it must be damage.
  private static func isNeverWritten(_ kind: BagFault.Kind) -> Bool {
    switch kind {
    case .noTagManifest, .noFinalLineEnd, .blankLine, .digestInUpperCase, .starBeforePath,
      .dotSlashBeforePath,
      .tagFileNotListed, .notInEveryManifest, .otherNormalization, .link:
      true
    default: false
    }
  }
}
