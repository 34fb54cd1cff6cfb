internal import BagIt
internal import Bytes

/// Checks a package or bag as a bag: completeness and digests.
struct FixityStep {
  let jobs: Int

  /// Runs the step on the bag at `path`, from where the journal says that an earlier run was.
  ///
  /// Files that were compared then and changed since are compared again. `isStrict` holds the bag to the form of our
  /// own writer: what may be doubtful in a bag of others is a fault.
  func run(
    _ path: String, journal: inout VerificationJournal, isStrict: Bool, report: (Verifier.Event) -> Void
  ) async throws(VerificationError) -> BagVerifier.Summary {
    var fixity: [(file: String, fault: Fault)] = []
    let began = journal.state.began
    var earlier = journal.state.checked[...]
    let last = earlier.last?.path
    var total = 0
    do throws(BagError) {
      return try await BagVerifier(jobs: jobs).verify(path, after: last.map { ($0, began) }) { event in
        switch event {
        case .begun(let info):
          total = info.values(of: "Payload-Oxum").first.flatMap(PayloadOxum.init)?.bytes ?? 0
        case .fault(let found):
          var fault = Fault(found)
          if isStrict, Self.isNeverWritten(found.kind) { fault.severity = .fault }
          if found.kind.isFixity { fixity.append((found.read ?? found.path, fault)) }
          report(.fault(fault))
        case .progress(let reached, let done):
          while let files = earlier.first, !reached.utf8.lexicographicallyPrecedes(files.path.utf8) {
            earlier.removeFirst()
            for (file, fault) in files.faults where !Self.isChanged(file, in: path, since: began) {
              report(.fault(fault))
            }
          }
          if last.map({ $0.utf8.lexicographicallyPrecedes(reached.utf8) }) ?? true {
            journal.note(VerificationState.CheckedFiles(path: reached, faults: fixity))
          }
          fixity = []
          report(.progress(VerificationProgress(step: .fixity, done: done.bytes, total: total)))
        }
      }
    } catch {
      throw VerificationError(path: path, reason: error.description)
    }
  }

  /// Whether a file was changed, so that it has been read again and what was wrong with it has been told anew.
  private static func isChanged(_ file: String, in bag: String, since began: Int) -> Bool {
    FileSystem.changeTime(of: "\(bag)/\(file)").map { $0 >= began } ?? true
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
