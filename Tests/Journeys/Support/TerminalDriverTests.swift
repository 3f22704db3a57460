import Testing

/// The driver itself, on programs that every system has.
@Suite struct TerminalDriverTests {
  @Test func typesPastesAndReadsBack() async throws {
    let driver = try TerminalDriver(["cat"], columns: 40, rows: 6)
    try driver.type("支部党员大会;")
    try await driver.waitFor("支部党员大会;")
    #expect(try driver.cursor() == (row: 0, column: 13))
    try driver.send(";", "Enter")
    try await driver.waitUntil { $0[1] == "支部党员大会;;" }
    try driver.paste("一行\n二行\n")
    try await driver.waitUntil("the pasted lines twice") { screen in
      screen.filter { $0 == "二行" }.count == 2
    }
    #expect(try driver.screen().count == 6)
    #expect(try driver.isAlive())
    try driver.send("Ctrl-D")
    #expect(try await driver.waitForExit() == 0)
  }

  @Test func startsTheProgramInACleanEnvironment() async throws {
    let driver = try TerminalDriver(
      ["sh", "-c", "env | sort; echo end"], columns: 2000,
      environment: ["ZHIBU_TEST": "1", "ESCDELAY": ""])
    let screen = try await driver.waitFor("end")
    let names = screen.compactMap { $0.split(separator: "=").first.map(String.init) }
    #expect(
      names.filter { $0 != "PATH" && $0 != "PWD" && $0 != "end" }
        == ["HOME", "LC_ALL", "NCURSES_NO_UTF8_ACS", "TERM", "ZHIBU_TEST"])
  }

  @Test func changesTheSizeAndReportsSignals() async throws {
    let driver = try TerminalDriver(
      ["sh", "-c", "trap 'stty size' WINCH; echo ready; while :; do read line; done"])
    try await driver.waitFor("ready")
    try driver.resize(columns: 61, rows: 17)
    try await driver.waitFor("17 61")
    try driver.signal(9)
    try await driver.waitForExit()
    #expect(try !driver.isAlive())
  }

  @Test func saysWhatTheScreenWasWhenAWaitFails() {
    let error = TerminalDriverError.timedOut(
      waitingFor: "“已保存”", screen: ["台账", ""], cursor: "0,4",
      at: SourceLocation(fileID: "Journeys/A.swift", filePath: "A.swift", line: 7, column: 1))
    #expect(
      error.description
        == "A.swift:7:1: waited for “已保存”; the screen was (cursor 0,4):\n0\t|台账\n1\t|")
  }
}
