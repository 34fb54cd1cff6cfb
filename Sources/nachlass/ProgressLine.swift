import Conversion

/// One line on the terminal that says how far a run has come; nothing at all in a pipe.
final class ProgressLine: Sendable {
  private let isShown = Terminal.isInteractive
  private let state = Guarded(State())

  private struct State: Sendable {
    var phase: Progress.Phase?
    var began = 0.0
    var lastShown = 0.0
  }

  /// Shows the progress, at most ten times a second.
  func show(_ progress: Progress) {
    guard isShown else { return }
    let now = Machine.uptime
    let elapsed = state.with { state -> Double? in
      if state.phase != progress.phase {
        state.phase = progress.phase
        state.began = now
      } else if now - state.lastShown < 0.1 {
        return nil
      }
      state.lastShown = now
      return now - state.began
    }
    guard let elapsed else { return }
    Terminal.say("\r\u{1B}[K" + Self.line(progress, elapsed: elapsed))
  }

  /// Removes the line.
  func clear() {
    if isShown { Terminal.say("\r\u{1B}[K") }
  }

  /// The words for a progress after so many seconds.
  static func line(_ progress: Progress, elapsed: Double) -> String {
    let megabytes = Double(progress.bytes) / 1e6
    var line = "\(progress.phase.rawValue): \(progress.items) items, \(Int(megabytes)) MB"
    if progress.totalBytes > 0 {
      line += " of \(progress.totalBytes / 1_000_000) MB (\(100 * progress.bytes / progress.totalBytes) %)"
    }
    guard elapsed > 0.5, progress.bytes > 0 else { return line }
    line += ", \(Int(megabytes / elapsed)) MB/s"
    if progress.totalBytes > progress.bytes {
      let left = Double(progress.totalBytes - progress.bytes) * elapsed / Double(progress.bytes)
      line += ", \(Int(left) + 1) s left"
    }
    return line
  }
}
