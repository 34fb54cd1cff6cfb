internal import Bytes
internal import Content

/// The table of old addresses and new paths, written in every form while items are converted.
struct RedirectFiles {
  private let files: [(form: RedirectForm, file: AppendedFile)]

  init(in folder: PackageFolder, at path: String) throws(FileError) {
    var files: [(form: RedirectForm, file: AppendedFile)] = []
    for form in RedirectForm.allCases {
      let file = try AppendedFile(path + form.fileName, in: folder)
      try file.append(Array(form.head.utf8))
      files.append((form, file))
    }
    self.files = files
  }

  /// Appends the lines of redirects.
  func append(_ lines: RedirectLines) throws(FileError) {
    for (place, (_, file)) in files.enumerated() { try file.append(lines.texts[place]) }
  }

  /// Ends the files.
  func finish() throws(FileError) {
    for (form, file) in files {
      try file.append(Array(form.tail.utf8))
      try file.flush()
    }
  }

  /// How many files there are.
  var count: Int { files.count }
}

/// The redirects of some items in every form, in the order of the forms.
struct RedirectLines: Sendable {
  /// The lines of each form.
  private(set) var texts = RedirectForm.allCases.map { _ in [UInt8]() }

  /// Adds a redirect; one of an address to itself is left out.
  mutating func append(_ redirect: Redirect) {
    guard redirect.from != redirect.to else { return }
    for (place, form) in RedirectForm.allCases.enumerated() { form.write(redirect, to: &texts[place]) }
  }
}
