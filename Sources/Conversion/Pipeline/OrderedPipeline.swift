internal import Bytes

/// Runs independent pieces of work that may fail on several cores; see ``OrderedWork``.
enum OrderedPipeline {
  /// Runs `transform` on everything that `next` gives until it gives nil, at most `jobs` at a time.
  ///
  /// `next` and `consume` run on the caller's side, one call at a time; products are consumed in the order of
  /// their work whatever order they are finished in. No more than twice `jobs` pieces are alive at once.
  ///
  /// - Throws: what `next`, `transform` or `consume` throws first in the order of the work.
  static func run<Work: Sendable, Product: Sendable>(
    jobs: Int,
    next: () throws -> Work?,
    transform: @escaping @Sendable (Work) throws -> Product,
    consume: (Product) throws -> Void
  ) async throws {
    try await OrderedWork.run(jobs: jobs) { () throws(any Error) in
      try next()
    } work: { work in
      Result { try transform(work) }
    } emit: { (result: Result<Product, any Error>) throws(any Error) in
      try consume(try result.get())
    }
  }
}
