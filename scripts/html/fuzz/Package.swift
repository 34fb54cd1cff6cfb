// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "htmlfuzz",
  dependencies: [.package(name: "nachlass", path: "../../..")],
  targets: [.executableTarget(name: "htmlfuzz", dependencies: [.product(name: "HTML", package: "nachlass")])]
)
