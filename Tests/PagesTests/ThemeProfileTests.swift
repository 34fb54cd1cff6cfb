import Testing

@testable import Pages

@Suite struct ThemeProfileTests {
  @Test func `A profile is read from JSON, before the common one`() throws {
    let json = #"{"name": "kiez", "entry": "div.beitrag", "title": [".oben b"], "moreWords": ["Nur herein"]}"#
    let profile = try ThemeProfile(json: Array(json.utf8)).before(.common)
    #expect(profile.name == "kiez")
    #expect(profile[.entry].first?.description == "div.beitrag")
    #expect(profile[.entry].count == 1 + ThemeProfile.common[.entry].count)
    #expect(profile.moreWords == ["Nur herein"])
  }

  @Test(arguments: [
    ("{", "not JSON at byte 1"), ("[]", "no JSON object"), (#"{"titel": ["h2"]}"#, "“titel” is no part"),
    (#"{"title": ["h2:hover"]}"#, "“h2:hover” in “title”"), (#"{"title": 7}"#, "“title” is no list"),
  ])
  func `A profile that cannot be read is refused with the reason`(json: String, reason: String) {
    #expect {
      try ThemeProfile(json: Array(json.utf8))
    } throws: { error in
      "\(error)".contains(reason)
    }
  }

  @Test func `Every selector of the common profile is one`() {
    for part in ThemeProfile.Part.allCases {
      #expect(!ThemeProfile.common[part].isEmpty, "\(part)")
    }
  }

  @Test(arguments: ["", ">", "a >", "> a", "h2:hover", "a[", "a[href!=x]", ".", "#"])
  func `What is no selector is refused`(text: String) {
    #expect(Selector(text) == nil)
  }
}
