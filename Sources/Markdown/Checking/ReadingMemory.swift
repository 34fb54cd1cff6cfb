internal import CLibCMark
internal import Glibc

/// Memory for the library while it reads one Markdown: cut from large pieces, and given back all at once.
///
/// The library asks for every node and every string alone, and gives each back alone; together that would be a third of a reading.
/// It passes on nothing with which to know whose memory is meant, so the thread keeps it: a reading stays on one.
@safe struct ReadingMemory {
  /// The piece being cut, of which the first bytes tell the piece before it.
  private var piece: UnsafeMutableRawPointer?
  private var next = 0
  private var size: Int

  /// In front of what is handed out stands its size; both are multiples of this.
  private static let unit = 16

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    unsafe pthread_key_create(&key, nil)
    return key
  }()

  private nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe functions.initialize(
      to: cmark_mem(
        calloc: { unsafe ReadingMemory.zeroed($0 * $1) },
        realloc: { unsafe ReadingMemory.resized($0, to: $1) },
        free: { _ in }))
    return unsafe functions
  }()

  private init(pieceSize: Int) { size = pieceSize }

  /// Lends memory to `body`, which must leave nothing in it that is used later; `pieceSize` is a guess at how much it takes.
  static func lend<Result>(
    pieceSize: Int, to body: (UnsafeMutablePointer<cmark_mem>) -> Result
  ) -> Result {
    var memory = ReadingMemory(pieceSize: pieceSize)
    return unsafe withUnsafeMutablePointer(to: &memory) { memory in
      unsafe pthread_setspecific(key, memory)
      defer {
        pthread_setspecific(key, nil)
        unsafe memory.pointee.giveBack()
      }
      return unsafe body(functions)
    }
  }

  private static func zeroed(_ count: Int) -> UnsafeMutableRawPointer {
    let bytes = unsafe current.pointee.cut(count)
    unsafe memset(bytes, 0, count)
    return unsafe bytes
  }

  private static func resized(_ bytes: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
    guard let bytes = unsafe bytes else { return unsafe current.pointee.cut(count) }
    let old = unsafe (bytes - unit).load(as: Int.self)
    if count <= old { return unsafe bytes }
    let larger = unsafe current.pointee.cut(count)
    unsafe memcpy(larger, bytes, old)
    return unsafe larger
  }

  private static var current: UnsafeMutablePointer<ReadingMemory> {
    guard let memory = unsafe pthread_getspecific(key) else { abort() }
    return unsafe memory.assumingMemoryBound(to: ReadingMemory.self)
  }

  private mutating func cut(_ count: Int) -> UnsafeMutableRawPointer {
    let whole = (count + 2 * Self.unit - 1) & ~(Self.unit - 1)
    if let piece = unsafe piece, next + whole <= size {
      let start = unsafe piece + next
      next += whole
      unsafe start.storeBytes(of: count, as: Int.self)
      return unsafe start + Self.unit
    }
    begin(atLeast: whole)
    return unsafe cut(count)
  }

  /// Begins another piece.
  ///
  /// Without memory the library ends the process, and so does this.
  private mutating func begin(atLeast count: Int) {
    if unsafe piece != nil { size *= 2 }
    size = max(size, count + Self.unit)
    guard let new = unsafe malloc(size) else { abort() }
    unsafe new.storeBytes(of: piece, as: UnsafeMutableRawPointer?.self)
    unsafe piece = new
    next = Self.unit
  }

  private mutating func giveBack() {
    while let last = unsafe piece {
      unsafe piece = last.load(as: UnsafeMutableRawPointer?.self)
      unsafe free(last)
    }
  }
}
