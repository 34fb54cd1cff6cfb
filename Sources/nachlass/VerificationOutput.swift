import Audit
import Bytes

/// Shows a verification as it goes: a line a fault, or one JSON object; on a terminal also how far it has come.
struct VerificationOutput {
  private let asJSON: Bool
  private let showsWarnings: Bool
  private let began = Machine.uptime
  private var lastShown = 0.0
  private var isFirstFault = true

  init(asJSON: Bool, showsWarnings: Bool) {
    self.asJSON = asJSON
    self.showsWarnings = showsWarnings
  }

  /// Shows what has just been told.
  mutating func show(_ event: Verifier.Event) {
    switch event {
    case .fault(let fault): show(fault)
    case .progress(let progress): show(progress)
    }
  }

  private mutating func show(_ fault: Fault) {
    guard showsWarnings || fault.severity == .fault else { return }
    clearProgress()
    if asJSON {
      var json = JSONText()
      fault.write(to: &json)
      Terminal.write(Array((isFirstFault ? "{\"faults\":[\n" : ",\n").utf8) + json.bytes)
      isFirstFault = false
    } else {
      Terminal.write(fault.line + "\n")
    }
  }

  /// Shows the verdict.
  func finish(_ summary: VerificationSummary) {
    clearProgress()
    guard asJSON else { return Terminal.write(summary.line + "\n") }
    var json = JSONText()
    json.object { summary.writeMembers(to: &$0) }
    // The faults are written as they come; the other members join the same object behind them.
    let opening = isFirstFault ? "{\"faults\":[],\n" : "\n],\n"
    Terminal.write(Array(opening.utf8) + json.bytes.dropFirst() + [0x0A])
  }

  /// Takes the progress off the screen before something else is said.
  func abandon() { clearProgress() }

  private mutating func show(_ progress: VerificationProgress) {
    let now = Machine.uptime
    guard Terminal.isInteractive, now - lastShown > 0.1 else { return }
    lastShown = now
    Terminal.say("\r\u{1B}[K" + Self.line(progress, elapsed: now - began))
  }

  private func clearProgress() {
    if lastShown > 0 { Terminal.say("\r\u{1B}[K") }
  }

  /// The words for a progress after so many seconds.
  static func line(_ progress: VerificationProgress, elapsed: Double) -> String {
    let megabytes = Double(progress.done) / 1e6
    var line = "\(progress.step.rawValue): \(Int(megabytes)) MB"
    if progress.total > 0 {
      line += " of \(progress.total / 1_000_000) MB (\(100 * progress.done / progress.total) %)"
    }
    guard elapsed > 0.5, progress.done > 0 else { return line }
    line += ", \(Int(megabytes / elapsed)) MB/s"
    if progress.total > progress.done {
      let left = Double(progress.total - progress.done) * elapsed / Double(progress.done)
      line += ", \(Int(left) + 1) s left"
    }
    return line
  }
}
