import Bytes
import Model

/// Makes a piece fit for the XML parser: at once where it is clean, step by step where it is not.
enum Repair {
  /// Makes the bytes of a piece, which stand at `offset` of the input, valid UTF-8 and finds their CDATA sections.
  static func prepare(_ bytes: [UInt8], at offset: Int, _ encoding: TextEncoding, isHeader: Bool = false)
    -> PreparedText
  {
    let repaired = ByteRepair.repair(bytes, at: offset, encoding)
    let text = PreparedText(
      bytes: repaired.bytes, sections: [], map: repaired.map, findings: repaired.tally.findings)
    guard !repaired.hasForbiddenCharacters,
      let sections = SectionScanner.sections(of: repaired.bytes, isHeader: isHeader)
    else {
      return mend(text, isHeader: isHeader)
    }
    return PreparedText(
      bytes: repaired.bytes, sections: sections, map: repaired.map, findings: repaired.tally.findings)
  }

  /// Writes a text anew that the XML parser did not accept.
  static func mend(_ text: PreparedText, isHeader: Bool = false) -> PreparedText {
    var repair = MarkupRepair(text.bytes, map: text.map, isHeader: isHeader)
    repair.run()
    return PreparedText(
      bytes: repair.output, sections: repair.sections, map: repair.map,
      findings: text.findings + repair.tally.findings, isRepaired: true)
  }
}
