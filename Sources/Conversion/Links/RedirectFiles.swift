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

  /// Appends redirects; those of an address to itself are left out.
  func append(_ redirects: [Redirect]) throws(FileError) {
    for redirect in redirects where redirect.from != redirect.to {
      for (form, file) in files { try file.append(Array(form.line(redirect).utf8)) }
    }
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
