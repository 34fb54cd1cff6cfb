import ArgumentParser
import Bytes
import Conversion
import Pages

/// How saved pages are to be read.
struct PageArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme profile: JSON that says what a strange theme calls its parts.", valueName: "file"))
  var profile: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The site's address, for pages that nothing tells the address of.", valueName: "url"))
  var baseURL: String?

  func options() throws -> PageOptions {
    var options = PageOptions()
    if let baseURL {
      guard WebAddress(baseURL) != nil else {
        throw ValidationError("--base-url wants an address such as https://example.org/, not “\(baseURL)”.")
      }
      options.baseURL = baseURL
    }
    if let profile {
      do {
        let file = try File.open(profile)
        options.profile = try ThemeProfile(json: try file.contents())
      } catch {
        throw ValidationError("\(profile): \(error)")
      }
    }
    return options
  }
}
