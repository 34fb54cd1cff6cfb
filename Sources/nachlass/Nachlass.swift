import ArgumentParser
import Bytes

/// The command `nachlass`; one file a subcommand.
@main
struct Nachlass: AsyncParsableCommand {
  /// The version, as `--version` prints it and packages record it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nachlass",
    abstract: "Takes what a WordPress site leaves behind and makes it outlive WordPress.",
    version: version,
    subcommands: [
      ConvertCommand.self, InspectCommand.self, MarkdownCommand.self, TreeCommand.self, VerifyCommand.self,
    ]
  )

  static func main() async {
    Allocator.keepSmall(cores: Machine.coreCount)
    await main(nil)
  }
}
