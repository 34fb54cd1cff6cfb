/// Works on many inputs at once and hands the results on in the order of the inputs.
public enum OrderedWork {
  /// Runs `work` on up to `jobs` inputs at a time, until `next` gives nil, and passes each result to `emit`.
  ///
  /// `next` and `emit` are never called at the same time. Only twice `jobs` inputs and results are held at once.
  public static func run<Input: Sendable, Output: Sendable, Failure: Error>(
    jobs: Int,
    next: () throws(Failure) -> Input?,
    work: @escaping @Sendable (Input) -> Output,
    emit: (Output) throws(Failure) -> Void
  ) async throws(Failure) {
    let result = await withTaskGroup(of: (Int, Output).self) { group -> Result<Void, Failure> in
      do throws(Failure) {
        var started = 0
        var running = 0
        var emitted = 0
        var early: [Int: Output] = [:]
        var isAtEnd = false
        while true {
          while !isAtEnd, running < max(jobs, 1), started - emitted < 2 * max(jobs, 1) {
            guard let input = try next() else {
              isAtEnd = true
              break
            }
            let index = started
            group.addTask { (index, work(input)) }
            started += 1
            running += 1
          }
          if emitted == started { return .success(()) }
          if early[emitted] == nil {
            guard let (index, output) = await group.next() else { return .success(()) }
            running -= 1
            early[index] = output
            continue
          }
          guard let output = early.removeValue(forKey: emitted) else { return .success(()) }
          try emit(output)
          emitted += 1
        }
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
