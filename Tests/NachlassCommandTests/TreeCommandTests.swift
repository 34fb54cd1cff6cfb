import Foundation
import Testing

struct TreeCommandTests {
  /// Runs the command that was built beside the tests.
  private func run(_ arguments: [String], input: [UInt8]) throws -> (
    output: String, errors: String, status: Int32
  ) {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appendingPathComponent("nachlass")
    process.arguments = arguments
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, words, process.terminationStatus)
  }

  @Test func `The tree of a page goes to standard output, what was mended to standard error`() throws {
    let result = try run(
      ["tree"], input: Array("<title>Hof</title><p>Stra".utf8) + [0xDF] + Array("e</p".utf8))
    #expect(
      result.output == """
        | <html>
        |   <head>
        |     <title>
        |       "Hof"
        |   <body>
        |     <p>
        |       "Straße"

        """)
    #expect(result.errors == "standard input at byte 28: a tag cut off by the end of the input, dropped\n")
    #expect(result.status == 0)
  }

  @Test(arguments: [
    (["tree", "--fragment", "tr"], "<td>a", "| <td>\n|   \"a\"\n"),
    (["tree", "--fragment", "svg path"], "<lineargradient>", "| <svg linearGradient>\n"),
    (["tree", "--archival", "--fragment", "body"], "a<!--b>c", "| \"a\"\n| <!-- b -->\n| \"c\"\n"),
  ]) func `A piece of a page is read in its context`(arguments: [String], page: String, tree: String) throws {
    #expect(try run(arguments, input: Array(page.utf8)).output == tree)
  }

  @Test func `An element that does not exist is wrong usage`() throws {
    let result = try run(["tree", "--fragment", "hof"], input: [])
    #expect(result.status == 64)
    #expect(result.errors.contains("there is no HTML element 'hof'"))
  }
}
