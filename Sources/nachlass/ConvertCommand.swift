import ArgumentParser
import Bytes
import Conversion
import Model

/// `nachlass convert`: exports and saved pages in, a package out.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert exports to Markdown, JSON and a web archive in a package that can be checked.",
    discussion: """
      INPUT is a WordPress export (WXR) as it came: a file, several parts of one export, .gz, .zip, a folder \
      of them, or - for standard input. What it is, is told from its bytes. Nothing is ever downloaded.

      EXAMPLES
        nachlass convert export.xml
        nachlass convert -o archive part1.xml part2.xml
        nachlass convert --bare --to markdown -o content export.xml.gz
        zcat export.xml.gz | nachlass convert -o archive -

      EXIT STATUS
        0  everything was converted or withheld by rule
        1  finished, but something was lost; the ledger names it
        2  an input or the output is unusable
        64 wrong usage
      """
  )

  @Argument(
    help: ArgumentHelp("Exports, archives of them, folders, or - for standard input.", valueName: "input"))
  var inputs: [String]

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var output: String?

  @Option(name: .customLong("to"), help: "What to write: markdown, json, warc; several joined by commas.")
  var formats: String = "markdown,json,warc"

  @Option(
    help: ArgumentHelp(
      "Lay Markdown out for: plain, hugo, jekyll, eleventy, astro, zola, pelican.", valueName: "generator"))
  var preset: String = "plain"

  @Flag(help: "Write only the outputs, without bag and originals; the ledger stands beside them.")
  var bare = false

  @Option(
    help: """
      Publish also what is withheld: drafts, pending, private, scheduled, trashed, protected, attachments, \
      internal, other; several joined by commas.
      """)
  var include: String = ""

  @Option(name: .shortAndLong, help: "How many items to work on at a time (default: the number of cores).")
  var jobs: Int?

  @Option(
    help: "The date of the run, YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, or now (default: the export's own).")
  var date: String?

  @Option(
    name: .customLong("bag-info"),
    help: ArgumentHelp(
      "A label for bag-info.txt, such as Source-Organization=Archiv.", valueName: "label=value"))
  var bagInfo: [String] = []

  @Option(
    help: ArgumentHelp(
      "A copy of the site's wp-content/uploads, for its media (default: the one among the inputs).",
      valueName: "dir"))
  var uploads: String?

  @Flag(help: "Do not pack the web archive into a WACZ file for browsers, which holds its bytes once more.")
  var noWacz = false

  @Flag(help: "Write pages and media into the WARC as a server's answers, for tools that skip resources.")
  var asResponse = false

  @Option(help: "How hard to compress web archives, 1 (fast) to 12 (small).")
  var compression: Int = 1

  @OptionGroup(title: "Saved pages")
  var pages: PageArguments

  @Flag(help: "Do not render each block of Markdown again to compare it with its source.")
  var noSelfCheck = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Print the account of the run as JSON on standard output.")
  var json = false

  mutating func run() async throws {
    let options = try conversionOptions()
    let shown = quiet ? nil : ProgressLine()
    do {
      let summary = try await Converter(options: options).convert(inputs) { shown?.show($0) }
      shown?.clear()
      if json {
        Terminal.write(SummaryText.json(summary))
      } else if !quiet {
        Terminal.write(SummaryText.text(summary))
      }
      if !summary.balance.isClean { throw ExitCode(1) }
    } catch let error as ConversionError {
      shown?.clear()
      Terminal.complain("nachlass: \(error)")
      throw ExitCode(error.code == .unusableOptions ? 64 : 2)
    }
  }

  private func conversionOptions() throws -> ConversionOptions {
    var options = ConversionOptions(destination: output ?? defaultDestination)
    options.outputs = Set(
      try formats.split(separator: ",").map { name in
        guard let output = ConversionOptions.Output(rawValue: String(name)) else {
          throw ValidationError("--to knows markdown, json and warc, not “\(name)”.")
        }
        return output
      })
    guard !options.outputs.isEmpty else {
      throw ValidationError("--to needs at least one of markdown, json, warc.")
    }
    options.publication.included = Set(
      try include.split(separator: ",").map { name in
        guard let rule = PublicationRule.Withheld(rawValue: String(name)) else {
          let known = PublicationRule.Withheld.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("--include knows \(known), not “\(name)”.")
        }
        return rule
      })
    options.bagInfo = try bagInfo.map { entry in
      guard let equals = entry.firstIndex(of: "=") else {
        throw ValidationError("--bag-info wants LABEL=VALUE, not “\(entry)”.")
      }
      return (String(entry[..<equals]), String(entry[entry.index(after: equals)...]))
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants a number from 1 to 256.") }
    guard (1...12).contains(compression) else {
      throw ValidationError("--compression wants a number from 1 to 12.")
    }
    options.jobs = jobs ?? Machine.coreCount
    options.isBare = bare
    options.date = try RunDate.read(date)
    guard ConversionOptions.presetNames.contains(preset) else {
      throw ValidationError(
        "--preset knows \(ConversionOptions.presetNames.joined(separator: ", ")), not “\(preset)”.")
    }
    options.preset = preset
    options.uploads = uploads
    options.checksMarkdown = !noSelfCheck
    options.compressionLevel = compression
    options.asResponse = asResponse
    options.writesCollection = !noWacz
    options.pages = try pages.options()
    options.softwareVersion = Nachlass.version
    return options
  }

  /// Beside where the user is, named after the first input.
  private var defaultDestination: String {
    let name = inputs.first { $0 != "-" }?.split(separator: "/").last.map(String.init) ?? "export"
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return "\(stem)-nachlass"
  }
}
