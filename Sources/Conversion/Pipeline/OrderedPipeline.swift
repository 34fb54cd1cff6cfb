/// Runs independent pieces of work on several cores and hands their products on in the order of the work.
enum OrderedPipeline {
  /// Runs `transform` on everything that `next` gives until it gives nil, at most `jobs` at a time.
  ///
  /// `next` and `consume` run on the caller's side, one call at a time; products are consumed in the order of
  /// their work whatever order they are finished in. No more than twice `jobs` pieces are alive at once.
  ///
  /// - Throws: what `next`, `transform` or `consume` throws first; the rest is cancelled.
  static func run<Work: Sendable, Product: Sendable>(
    jobs: Int,
    next: () throws -> Work?,
    transform: @escaping @Sendable (Work) throws -> Product,
    consume: (Product) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Product).self) { group in
      var finished: [Int: Product] = [:]
      var started = 0
      var running = 0
      var consumed = 0
      var isExhausted = false
      while true {
        while !isExhausted, running < jobs, started - consumed < 2 * jobs {
          guard let work = try next() else {
            isExhausted = true
            break
          }
          let order = started
          group.addTask { (order, try transform(work)) }
          started += 1
          running += 1
        }
        guard running > 0, let (order, product) = try await group.next() else { break }
        running -= 1
        finished[order] = product
        while let product = finished.removeValue(forKey: consumed) {
          try consume(product)
          consumed += 1
        }
      }
    }
  }
}
