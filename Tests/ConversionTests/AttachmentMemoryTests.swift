import Content
import Testing

@testable import Conversion

@Suite struct AttachmentMemoryTests {
  private func attachment(_ index: Int) -> ContentAttachment {
    ContentAttachment(id: String(index), url: "", title: "", alternativeText: "", caption: "")
  }

  @Test func `An attachment is read once, and one that could not be read is tried again`() {
    let memory = AttachmentMemory()
    var reads: [Int] = []
    func ask(_ index: Int, _ answer: ContentAttachment?) -> String? {
      memory.attachment(at: index) {
        reads.append(index)
        return answer
      }?.id
    }
    #expect(ask(7, nil) == nil)
    #expect(ask(7, attachment(7)) == "7")
    #expect(ask(7, nil) == "7")
    #expect(ask(8, attachment(8)) == "8")
    #expect(reads == [7, 7, 8])
  }

  @Test func `A full memory begins anew and still answers rightly`() {
    let memory = AttachmentMemory()
    var reads = 0
    for index in [0] + Array(0...AttachmentMemory.limit) + [0] {
      let found = memory.attachment(at: index) {
        reads += 1
        return attachment(index)
      }
      #expect(found?.id == String(index))
    }
    #expect(reads == AttachmentMemory.limit + 2)
  }
}
