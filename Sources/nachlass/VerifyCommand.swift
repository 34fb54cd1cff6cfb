import ArgumentParser
import Audit
import Bytes

/// The subcommand `verify`, which asks whether something is whole and unchanged.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a package, a bag, a WARC or a WACZ, and name every fault.",
    discussion: """
      PATH is a package made by convert, any bag (BagIt 0.93 to 1.0), a WARC file or a WACZ file. What it is, is \
      told from its content. Nothing is ever written into it.

      EXAMPLES
        nachlass verify archive
        nachlass verify --json archive | jq '.faults[].file'
        nachlass verify --resume archive.state archive

      EXIT STATUS
        0  valid; there may be warnings
        1  faults were found, and all are named
        2  PATH cannot be read, or is nothing that can be verified
        64 wrong usage
      """
  )

  @Argument(help: ArgumentHelp("A package, bag, WARC or WACZ.", valueName: "path"))
  var path: String

  @Option(name: .shortAndLong, help: "How many files to read at a time (default: the number of cores).")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Keep in this file, outside of PATH, what is done; with it an interrupted run goes on.",
      valueName: "file"))
  var resume: String?

  @Flag(name: .shortAndLong, help: "Print faults and the verdict, but no warnings.")
  var quiet = false

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  mutating func run() async throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants a number from 1 to 256.") }
    var output = VerificationOutput(asJSON: json, showsWarnings: !quiet)
    do {
      let kind = try VerifiedKind(of: path)
      let summary = try await Verifier(jobs: jobs ?? Machine.coreCount)
        .verify(path, as: kind, resumingWith: resume, now: Machine.secondsSince1970) { output.show($0) }
      output.finish(summary)
      if !summary.isValid { throw ExitCode(1) }
    } catch let error as VerificationError {
      output.abandon()
      Terminal.complain("nachlass: \(error)")
      throw ExitCode(2)
    }
  }
}
