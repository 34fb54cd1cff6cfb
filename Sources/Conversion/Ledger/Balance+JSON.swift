public import Bytes

extension Balance {
  /// Writes the lines as members of the object that is open: of each kind of thing how many the source has and how many got
  /// each outcome.
  public func writeLines(to json: inout JSONText) {
    for (kind, line) in lines.sorted(by: { $0.key < $1.key }) {
      json.key(named: kind)
      json.object { json in
        json.key("source")
        json.integer(line.inSource)
        for (outcome, count) in line.outcomes.sorted(by: { $0.key < $1.key }) {
          json.key(named: outcome)
          json.integer(count)
        }
      }
    }
  }
}
