// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "zhibu",
  products: [.executable(name: "zhibu", targets: ["zhibu"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .target(name: "CColumnWidth"),
    .target(name: "TextLayout"),
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "Resources",
      path: "Resources",
      exclude: ["catalog", "earlier", "packs", "reading", "schema", "stroke", "embed.inc"],
      sources: ["resources.c"]),
    .target(name: "CSystem"),
    .target(
      name: "RecordLog",
      dependencies: ["CSystem", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "OrganizationLife"),
    .target(
      name: "Archive",
      dependencies: ["OrganizationLife", "RecordLog", "Resources"]),
    .target(name: "Wording", dependencies: ["OrganizationLife", "RecordLog", "Archive"]),
    .target(name: "Samples", dependencies: ["OrganizationLife", "RecordLog"]),
    .target(
      name: "Documents",
      dependencies: ["OrganizationLife", "RecordLog", "Archive", "TextLayout", "Wording"]),
    .target(
      name: "Interface",
      dependencies: [
        "CColumnWidth", "OrganizationLife", "RecordLog", "Archive", "TextLayout", "Wording",
      ]),
    .target(name: "Curses", dependencies: ["CTerminal", "Interface"]),
    .executableTarget(
      name: "zhibu",
      dependencies: [
        "Archive", "Curses", "Documents", "Interface", "OrganizationLife", "RecordLog", "Samples",
        "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "ProcessTrials", dependencies: ["RecordLog"], path: "Tests/ProcessTrials"),
    .executableTarget(
      name: "Appender", dependencies: ["ProcessTrials", "RecordLog"], path: "Tests/Appender"),
    .target(
      name: "Fuzzing",
      dependencies: ["RecordLog", .product(name: "Crypto", package: "swift-crypto")],
      path: "Tests/Fuzzing"),
    .testTarget(
      name: "RecordLogTests", dependencies: ["Appender", "Fuzzing", "ProcessTrials", "RecordLog"]),
    .testTarget(
      name: "OrganizationLifeTests", dependencies: ["OrganizationLife"],
      exclude: ["Mutation", "Oracle"]),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "OrganizationLife", "RecordLog"],
      exclude: ["Mechanisms", "Oracle"]),
    .testTarget(name: "SamplesTests", dependencies: ["OrganizationLife", "RecordLog", "Samples"]),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Archive", "Documents", "OrganizationLife", "RecordLog", "Wording"]),
    .testTarget(
      name: "InterfaceTests",
      dependencies: [
        "Archive", "CColumnWidth", "Interface", "OrganizationLife", "RecordLog", "Wording",
      ]),
    .testTarget(name: "CursesTests", dependencies: ["CTerminal", "Curses", "Interface"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Archive", "Interface", "OrganizationLife", "RecordLog", "Wording", "zhibu",
      ],
      exclude: ["Oracle", "Support/handmade.py"]),
    .testTarget(name: "Journeys", dependencies: ["CTerminal", "zhibu"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Appender", "Archive", "CTerminal", "Fuzzing", "OrganizationLife", "ProcessTrials",
        "RecordLog",
      ],
      path: "Tests/Benchmarks"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
