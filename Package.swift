// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "nachlass",
  products: [
    .executable(name: "nachlass", targets: ["nachlass"]),
    .library(name: "HTML", targets: ["HTML"]),
    .library(name: "WXR", targets: ["WXR"]),
    .library(name: "WARC", targets: ["WARC"]),
    .library(name: "BagIt", targets: ["BagIt"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // System libraries: a module map and a shim, nothing else.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CLibISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CLibIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Found without pkg-config, whose flags for it SwiftPM refuses.
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(
      name: "CLibCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // The rooms, from the ground up: an arrow runs only downwards.
    .target(
      name: "Bytes",
      dependencies: [
        "CLibArchive", "CLibCrypto", "CLibDeflate", "CLibISAL", "CSystem", "CUTF8Proc", "CZlib",
      ]),
    .target(name: "Model", dependencies: ["Bytes"]),
    .target(name: "XML", dependencies: ["Bytes", "CLibXML2"]),
    .target(name: "HTML", dependencies: ["Bytes", "Model"]),
    .target(name: "WARC", dependencies: ["Bytes", "CLibArchive", "CLibIDN2"]),
    .target(name: "BagIt", dependencies: ["Bytes"]),
    .target(name: "WXR", dependencies: ["Bytes", "Model", "XML"]),
    .target(name: "Pages", dependencies: ["Bytes", "Model", "HTML"]),
    .target(name: "Content", dependencies: ["Bytes", "Model", "HTML"]),
    .target(name: "Markdown", dependencies: ["Bytes", "Model", "HTML", "CLibCMark"]),
    .target(name: "Metadata", dependencies: ["Bytes", "Model"]),
    .target(name: "Reconstruction", dependencies: ["Bytes", "Model"]),
    .target(
      name: "JSONLines", dependencies: ["Bytes", "Model"],
      resources: [
        .embedInCode("Schemas/items.schema.json"), .embedInCode("Schemas/ledger.schema.json"),
      ]),
    .target(name: "Audit", dependencies: ["Bytes", "Model", "JSONLines", "WXR", "WARC", "BagIt"]),
    .target(
      name: "Conversion",
      dependencies: [
        "Bytes", "Model", "XML", "HTML", "WXR", "Pages", "Content", "Markdown", "JSONLines", "WARC",
        "BagIt", "Metadata", "Reconstruction",
      ]),
    .executableTarget(
      name: "nachlass",
      dependencies: [
        "Conversion", "Audit", "Bytes", "Model", "HTML", "Content", "Markdown",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "nachlass-bench", dependencies: ["Bytes", "Model", "HTML", "Pages", "WARC", "WXR", "Markdown"]),

    // One test target a room.
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    .testTarget(name: "XMLTests", dependencies: ["XML"]),
    .testTarget(
      name: "HTMLTests", dependencies: ["HTML", "Bytes", "Model", "CLibXML2"],
      exclude: ["Reading/Cases"]),
    .testTarget(name: "WARCTests", dependencies: ["WARC"]),
    .testTarget(name: "BagItTests", dependencies: ["BagIt"]),
    .testTarget(name: "WXRTests", dependencies: ["WXR"]),
    .testTarget(name: "PagesTests", dependencies: ["Bytes", "Model", "HTML", "Pages"]),
    .testTarget(name: "ContentTests", dependencies: ["Content"]),
    .testTarget(name: "ReconstructionTests", dependencies: ["Reconstruction"]),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "HTML", "Model", "Yams", "TOMLKit"],
      resources: [.copy("Cases")]),
    .testTarget(name: "MetadataTests", dependencies: ["Metadata"]),
    .testTarget(name: "JSONLinesTests", dependencies: ["JSONLines", "Model", "Bytes"]),
    .testTarget(name: "AuditTests", dependencies: ["Audit", "BagIt", "Conversion", "WARC"]),
    .testTarget(name: "ConversionTests", dependencies: ["Bytes", "Conversion", "WARC"]),
    .testTarget(name: "NachlassCommandTests", dependencies: ["nachlass"]),
  ],
  swiftLanguageModes: [.v6]
)

// The one place for settings: every target of ours is held to the same rules.
for target in package.targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  if target.type != .test { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
