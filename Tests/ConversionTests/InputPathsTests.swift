import Foundation
import Testing

@testable import Conversion

/// What a folder of inputs holds and no run can read must not be passed over.
@Suite struct InputPathsTests {
  @Test func `A folder stands for the files below it, hidden ones left out`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/teil", withIntermediateDirectories: true)
    for name in ["b.xml", "teil/a.xml", ".versteckt"] { _ = try folder.write([], to: name) }
    let names = try InputPaths.files(for: [folder.path]).map(\.name)
    let root = InputPaths.lastComponent(folder.path)
    #expect(names == ["\(root)/b.xml", "\(root)/teil/a.xml"])
  }

  @Test func `A file whose name is not UTF-8 is named and ends the run`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([], to: "a.xml")
    // As a server that writes names in ISO 8859-1 leaves "Übersicht.html".
    let name =
      Array((folder.path + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0xDC)]
      + "bersicht.html".utf8CString
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o644)
    #expect(descriptor >= 0)
    close(descriptor)
    let error = #expect(throws: ConversionError.self) { try InputPaths.files(for: [folder.path]) }
    #expect(error?.code == .unusableInput)
    #expect(error?.description.contains("bersicht.html is not UTF-8") == true)
    unlink(name)
  }

  @Test func `A link to nowhere and a pipe are named and end the run`() throws {
    let folder = try TemporaryFolder()
    let link = folder.path + "/link.xml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nirgends")
    let lost = #expect(throws: ConversionError.self) { try InputPaths.files(for: [folder.path]) }
    #expect(lost?.description.contains(link) == true)
    try FileManager.default.removeItem(atPath: link)
    let pipe = folder.path + "/pipe.xml"
    #expect(mkfifo(pipe, 0o644) == 0)
    let odd = #expect(throws: ConversionError.self) { try InputPaths.files(for: [folder.path]) }
    #expect(odd?.description.contains(pipe) == true)
  }
}
