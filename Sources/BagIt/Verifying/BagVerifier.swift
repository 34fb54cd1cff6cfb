internal import Bytes

/// Checks bags of all versions of BagIt, 0.93 to 1.0, and names every fault; it never stops at the first one.
///
/// It only reads, only what lies in the bag, and each file once for all digests, on several cores. A bag is valid
/// where it is complete and every digest is right; what may trouble other tools is told apart as a warning. The
/// `Payload-Oxum` is no proof and no shortcut: where it is wrong, that is one more fault.
public struct BagVerifier: Sendable {
  /// What is told while it works.
  public enum Event: Sendable, Hashable {
    /// The tag files were read; these are the labels of `bag-info.txt`.
    case begun(BagInfo)
    /// Something is wrong or doubtful.
    case fault(BagFault)
    /// All files up to and including `path`, in the order of the paths' bytes, are done: so many, of so many bytes.
    case progress(path: String, done: PayloadOxum)
  }

  /// What the bag is, in numbers.
  public struct Summary: Sendable, Hashable {
    /// The version told by the declaration, 1.0 where it tells none.
    public internal(set) var version = BagVersion.v1_0
    /// Bytes and files under `data/`.
    public internal(set) var payload = PayloadOxum()
    /// The labels of `bag-info.txt`.
    public internal(set) var info = BagInfo()
    /// The number of faults told.
    public internal(set) var faults = 0
    /// The number of warnings told.
    public internal(set) var warnings = 0

    /// Whether the bag is complete and every digest is right.
    public var isValid: Bool { faults == 0 }
  }

  /// How many files are read at a time.
  public var jobs: Int

  /// Makes a verifier.
  public init(jobs: Int) { self.jobs = jobs }

  /// Checks the bag at `folder` and tells each event as it comes, in the same order for any number of jobs.
  ///
  /// - Parameters:
  ///   - folder: the bag.
  ///   - checked: the last path of an earlier run's progress, and when that run began, in seconds since 1970; files up
  ///     to the path are not read again unless they were changed since, but must be there.
  ///   - report: gets each event.
  /// - Returns: the bag in numbers.
  /// - Throws: ``BagError`` only where the folder itself cannot be listed.
  public func verify(
    _ folder: String, after checked: (path: String, began: Int)? = nil, report: (Event) -> Void
  ) async throws(BagError) -> Summary {
    let names = try BagError.wrapping { () throws(FileError) in try FileSystem.entries(of: folder) }
    var walk = try BagError.wrapping { () throws(FileError) in try FolderWalk("", of: folder) }
    var summary = Summary()
    func tell(_ faults: [BagFault]) {
      for fault in faults {
        if fault.severity == .fault { summary.faults += 1 } else { summary.warnings += 1 }
        report(.fault(fault))
      }
    }

    var faults: [BagFault] = []
    let declaration = BagDeclaration(of: folder, faults: &faults)
    var bag = BagContents(of: folder, names: names, declaration: declaration, faults: &faults)
    report(.begun(bag.info))
    tell(faults)
    summary.version = declaration.version
    summary.info = bag.info

    let check = FixityCheck(folder: folder, payload: bag.payload.listing, tags: bag.tags.listing)
    var done = PayloadOxum()
    await OrderedWork.run(jobs: jobs) {
      Batch(from: &walk, of: &bag, after: checked)
    } work: { batch in
      (batch: batch, faults: check.faults(of: batch.files))
    } emit: { result in
      tell(result.batch.faults + result.faults)
      for file in result.batch.files { done.add(size: file.size) }
      if let last = result.batch.files.last { report(.progress(path: last.path, done: done)) }
    }

    var late: [BagFault] = []
    let standIns = bag.resolveStandIns(faults: &late)
    tell(late + check.faults(of: standIns) + bag.missing())
    summary.payload = bag.counted
    if let told = bag.toldOxum, told != bag.counted, !bag.awaitsFetching {
      tell([
        BagFault(.wrongOxum, path: "bag-info.txt", expected: told.description, found: bag.counted.description)
      ])
    }
    return summary
  }
}

/// Files that one task compares, and what was wrong on the way to them.
private struct Batch: Sendable {
  private(set) var files: [ListedFile] = []
  private(set) var faults: [BagFault] = []

  /// Takes the next files of the walk: enough for a task to be worth its start, few enough to spread over the cores.
  init?(from walk: inout FolderWalk, of bag: inout BagContents, after checked: (path: String, began: Int)?) {
    var bytes = 0
    while files.count < 64, bytes < 4 << 20, let entry = walk.next() {
      guard var file = bag.take(entry, faults: &faults) else { continue }
      if let checked {
        file.isChecked =
          file.changed < checked.began && !checked.path.utf8.lexicographicallyPrecedes(file.path.utf8)
      }
      files.append(file)
      bytes += file.size
    }
    if files.isEmpty, faults.isEmpty { return nil }
  }
}
