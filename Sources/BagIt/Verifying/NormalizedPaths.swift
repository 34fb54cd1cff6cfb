internal import Bytes

/// The paths of a listing that may look different after normalization, by what they look like then.
///
/// Plain ASCII always looks the same, and is not taken.
struct NormalizedPaths: Sendable {
  private var composed = TextNumbers()
  /// The numbers of the paths that look alike.
  private var alike: [[UInt32]] = []

  /// Takes the path of that number, unless it is plain ASCII.
  mutating func add(_ path: String, number: Int) {
    guard path.utf8.contains(where: { $0 >= 0x80 }) else { return }
    let (index, isNew) = composed.insert(TextKey(path.nfc))
    if isNew { alike.append([]) }
    alike[index].append(UInt32(number))
  }

  /// The numbers of the paths that are canonically equivalent to `path`.
  func numbers(of path: String) -> [Int] {
    if composed.count == 0 { return [] }
    return composed.number(of: TextKey(path.nfc)).map { alike[$0].map(Int.init) } ?? []
  }
}
