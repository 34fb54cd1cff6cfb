import ArgumentParser
import Conversion

/// `nachlass inspect`: what is in it, and what is wrong with it.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in exports and what is wrong with them; write nothing.",
    discussion: """
      INPUT is what `nachlass convert` takes. Every item is read in full, so that what is reported here is what a \
      conversion would meet.

      EXAMPLES
        nachlass inspect export.xml
        nachlass inspect --json backup.zip | jq .items
        nachlass inspect --explain archive.html

      EXIT STATUS
        0  all can be read
        1  something is damaged beyond repair
        2  an input is unusable
        64 wrong usage
      """
  )

  @Argument(
    help: ArgumentHelp("Exports, archives of them, folders, or - for standard input.", valueName: "input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: "How many items to read at a time (default: the number of cores).")
  var jobs: Int?

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @Flag(help: "Say why each entry of each saved page was taken and what was left.")
  var explain = false

  @OptionGroup(title: "Saved pages")
  var pages: PageArguments

  mutating func run() async throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants a number from 1 to 256.") }
    let shown = ProgressLine()
    do {
      let inspector = Inspector(
        jobs: jobs ?? Machine.coreCount, scratchFolder: Machine.scratchFolder, pages: try pages.options())
      let inspection = try await inspector.inspect(inputs) { shown.show($0) }
      shown.clear()
      if explain {
        Terminal.write(SavedPagesText.explanation(inspection.pages))
      } else if json {
        Terminal.write(InspectionText.json(inspection))
      } else {
        Terminal.write(InspectionText.text(inspection))
      }
      if inspection.hasLoss { throw ExitCode(1) }
    } catch let error as ConversionError {
      shown.clear()
      Terminal.complain("nachlass: \(error)")
      throw ExitCode(2)
    }
  }
}
