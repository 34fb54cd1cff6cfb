import Bytes
import Model

/// Finds a post again by permalink, else by id, else by title and date.
struct Places: Sendable {
  private var byAddress: [String: Int] = [:]
  private var byID: [String: Int] = [:]
  private var byTitle: [String: Int] = [:]

  /// Notes the names of the post at `place`; names that another post has already stay his.
  mutating func add(_ place: Int, addresses: [String], id: String, title: String, date: String) {
    for address in addresses {
      if let key = WebAddress(address)?.key, byAddress[key] == nil { byAddress[key] = place }
    }
    if !id.isEmpty, byID[id] == nil { byID[id] = place }
    if !title.isEmpty, !date.isEmpty, byTitle[Self.key(title, date)] == nil {
      byTitle[Self.key(title, date)] = place
    }
  }

  /// The post that the entry is, or nil.
  func place(of entry: PageEntry) -> Int? {
    let addresses = [entry.item.link].compactMap { $0 } + entry.addresses
    for address in addresses {
      if let place = place(ofAddress: WebAddress(address)?.key ?? address) { return place }
    }
    if let id = entry.item.id, let place = byID[id] { return place }
    guard let title = entry.item.title, !title.isEmpty, let date = entry.item.date?.civil?.dateText else {
      return nil
    }
    return byTitle[Self.key(title, date)]
  }

  /// The post with that address's key.
  func place(ofAddress key: String) -> Int? { byAddress[key] }

  private static func key(_ title: String, _ date: String) -> String {
    date + " " + FoldedText(title).description.lowercased()
  }
}
