private import CSystem

/// How the process takes memory from the system; wraps glibc's `mallopt`.
public enum Allocator {
  /// Keeps what the process holds close to what it uses: as many pools as `cores` can use at a time, and large buffers given
  /// back as soon as they are freed.
  ///
  /// By itself glibc gives each thread a pool of its own, up to eight a core, and, once a large buffer was freed, keeps later
  /// ones of its size in them. Work that wanders from thread to thread then leaves each pool as large as it ever had to be. With
  /// fewer pools than cores, threads wait for each other (`docs/decisions/memory-pools.md`). Call it before the first thread is
  /// started; it costs no time that could be measured (`scripts/bench convert`).
  ///
  /// What small buffers leave at the pool's end stays with the process, though: batch after batch needs it again, and pages that
  /// the system takes back it must clear before it gives them anew (2 % of a conversion's time, for 1.5 MB more).
  public static func keepSmall(cores: Int) {
    mallopt(M_ARENA_MAX, Int32(clamping: cores))
    mallopt(M_MMAP_THRESHOLD, 1 << 20)
    mallopt(M_TRIM_THRESHOLD, 32 << 20)
    mallopt(M_TOP_PAD, 4 << 20)
  }
}
