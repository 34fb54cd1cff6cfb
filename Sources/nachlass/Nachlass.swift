import ArgumentParser

/// The command `nachlass`; one file a subcommand.
@main
struct Nachlass: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nachlass",
    abstract: "Takes what a WordPress site leaves behind and makes it outlive WordPress.",
    version: "0.1.0",
    subcommands: [MarkdownCommand.self, TreeCommand.self]
  )
}
