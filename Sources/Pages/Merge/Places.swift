import Bytes
import Model

/// Finds a post again by permalink, else by id, else by title and date.
struct Places: Sendable {
  private var byAddress: [String: Int] = [:]
  private var byID: [String: [Int]] = [:]
  private var byTitle: [String: Int] = [:]
  private var facts: [Int: Facts] = [:]

  /// What must agree where an id alone is shared: every site counts its posts from 1.
  private struct Facts: Sendable {
    var host: String?
    var title = ""
    var date = ""

    /// Whether posts of the same id may be one: by title, or at the same host and not of different days.
    func agree(with other: Facts) -> Bool {
      if !title.isEmpty, title == other.title { return true }
      let isSameHost = host == nil || other.host == nil || host == other.host
      return isSameHost && (date.isEmpty || other.date.isEmpty || date == other.date)
    }
  }

  /// Notes the names of the post at `place`; names that another post has already stay his.
  mutating func add(_ place: Int, addresses: [String], id: String, title: String, date: String) {
    let addresses = addresses.compactMap { WebAddress($0) }
    for address in addresses where byAddress[address.key] == nil { byAddress[address.key] = place }
    if !id.isEmpty {
      if byID[id]?.contains(place) != true { byID[id, default: []].append(place) }
      if facts[place] == nil {
        facts[place] = Facts(
          host: addresses.first?.bareHost, title: Self.folded(title),
          date: date.hasPrefix("0000") ? "" : date)
      }
    }
    if !title.isEmpty, !date.isEmpty {
      let key = Self.key(title, date)
      if byTitle[key] == nil { byTitle[key] = place }
    }
  }

  /// The post that the entry is, or nil.
  func place(of entry: PageEntry) -> Int? {
    let addresses = [entry.item.link].compactMap { $0 } + entry.addresses
    for address in addresses {
      if let place = place(ofAddress: WebAddress(address)?.key ?? address) { return place }
    }
    let date = entry.item.date?.civil?.dateText ?? ""
    let title = entry.item.title ?? ""
    if let id = entry.item.id, let same = byID[id] {
      let own = Facts(
        host: addresses.lazy.compactMap { WebAddress($0)?.bareHost }.first, title: Self.folded(title),
        date: date)
      if let place = same.first(where: { facts[$0]?.agree(with: own) ?? true }) { return place }
    }
    return title.isEmpty || date.isEmpty ? nil : byTitle[Self.key(title, date)]
  }

  /// The post with that address's key.
  func place(ofAddress key: String) -> Int? { byAddress[key] }

  private static func key(_ title: String, _ date: String) -> String { date + " " + folded(title) }

  private static func folded(_ title: String) -> String { FoldedText.lowercased(Array(title.utf8)[...]) }
}
