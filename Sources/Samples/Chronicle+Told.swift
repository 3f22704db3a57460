import OrganizationLife

/// What an assembly of the sample does for the telling: each once.
enum Told {
  /// 接收 is voted on and does not pass.
  case refusal(Int)
  /// 转正 is voted on and does not pass; somebody without an office presides.
  case refusedConfirmation(Int)
  /// Two at once, with more written opinions than members away.
  case admittedTogether([Int])
  /// 取消预备党员资格
  case disqualification(Int)
  /// Exactly half of the voters are there: it may be held, and cannot pass.
  case barelyQuorate
  /// Fewer than half.
  case withoutQuorum
  /// The secretary is there and somebody else presides.
  case secretaryAside
  /// Somebody is left out of 应到会 although nobody is elected.
  case exclusionOutside
  /// A 临时党支部 elects.
  case temporaryElection([Int])
  /// Delegates are elected, well or with a flaw.
  case delegates(DelegateFlaw?)
  /// 换届: 差额, 另选, a tie and a second vote.
  case renewal(candidates: [Int], writtenIn: Int)
}

/// What may go wrong when delegates are elected.
enum DelegateFlaw {
  case seatsUnknown, surplusTooSmall, choicesBeyondBallots, candidateCounted, ballotsBeyondVoters
  case tooFewPresent, seatVacant, writtenInUncounted, excludedWithoutGround, excluded
}

extension Chronicle {
  // MARK: - Who is there

  private func told(_ items: [AgendaItem]) -> [Told] {
    items.compactMap { item in
      if case .told(let told) = item.matter { told } else { nil }
    }
  }

  /// Sends so many away that the vote comes out as it is told, and says who is left out of 应到会.
  mutating func prepare(
    _ attendance: inout Attendance, for items: [AgendaItem], unit: Int, on day: Day
  ) -> [(person: Int, reason: String)] {
    let eligible = roster(unit, on: day).count { hasVote($0, on: day) }
    for told in told(items) {
      switch told {
      case .barelyQuorate: thin(&attendance, to: (eligible + 1) / 2, unit: unit, on: day)
      case .withoutQuorum: thin(&attendance, to: (eligible - 1) / 2, unit: unit, on: day)
      case .admittedTogether: thin(&attendance, to: eligible - 1, unit: unit, on: day)
      case .delegates(.tooFewPresent):
        thin(&attendance, to: (eligible * 4 - 1) / 5, unit: unit, on: day)
      case .delegates(.excludedWithoutGround):
        return exclude("工作较忙", from: &attendance, unit: unit, on: day)
      case .delegates(.excluded):
        return exclude("卧床不能自理", from: &attendance, unit: unit, on: day)
      case .exclusionOutside:
        return exclude("回原籍长住", from: &attendance, unit: unit, on: day)
      default: break
      }
    }
    return []
  }

  private func thin(_ attendance: inout Attendance, to voters: Int, unit: Int, on day: Day) {
    let leading = officers(unit, on: day)
    func there() -> [Int] { self.voters(attendance, on: day) }
    while there().count > max(2, voters),
      let person = there().last(where: { !leading.contains($0) }) ?? there().last
    {
      leave(person, &attendance)
      attendance.absent.append((person, "值班", secretary(unit, on: day)))
    }
    while there().count < voters,
      let index = attendance.absent.firstIndex(where: {
        hasVote($0.person, on: day) && !comrades[$0.person].isAway(on: day)
      })
    {
      attendance.present.append(attendance.absent.remove(at: index).person)
      attendance.present.sort()
    }
  }

  private func leave(_ person: Int, _ attendance: inout Attendance) {
    attendance.present.removeAll { $0 == person }
    attendance.video.removeAll { $0 == person }
    attendance.late.removeAll { $0 == person }
    attendance.left.removeAll { $0 == person }
    attendance.absent.removeAll { $0.person == person }
  }

  private func exclude(
    _ reason: String, from attendance: inout Attendance, unit: Int, on day: Day
  ) -> [(person: Int, reason: String)] {
    let leading = officers(unit, on: day) + units[unit].leaders
    let voters = roster(unit, on: day).filter {
      hasVote($0, on: day) && !leading.contains($0)
    }
    guard let person = voters.last else { return [] }
    leave(person, &attendance)
    return [(person, reason)]
  }

  /// Who presides: the usual one, unless it is told otherwise.
  func host(of items: [AgendaItem], _ unit: Int, _ attendance: Attendance, on day: Day) -> Int {
    let usual = presider(unit, attendance, on: day)
    for told in told(items) {
      let leading = officers(unit, on: day)
      switch told {
      case .secretaryAside:
        return leading.first { $0 != usual && attendance.present.contains($0) } ?? usual
      case .refusedConfirmation:
        return attendance.present.last { !leading.contains($0) && hasVote($0, on: day) } ?? usual
      default: break
      }
    }
    return usual
  }

  // MARK: - What is done

  mutating func tell(_ told: Told, in sheet: inout Sheet, eligible: Int) {
    let day = sheet.date
    let present = voters(sheet.attendance, on: day).count
    switch told {
    case .refusal(let person):
      sheet.attending.append(reference(person))
      sheet.items.append(
        decision(
          on: [person], .admission, "讨论接收\(name(person))同志为中共预备党员", sheet,
          counts: (eligible / 2, present - eligible / 2, 0),
          resolution: "赞成票未超过应到会有表决权的正式党员半数，未予通过，继续培养教育。"))
    case .refusedConfirmation(let person):
      sheet.items.append(
        decision(
          on: [person], .confirmation, "讨论\(name(person))同志转为中共正式党员", sheet,
          counts: (eligible / 2, present - eligible / 2, 0),
          resolution: "赞成票未超过应到会有表决权的正式党员半数，未予通过。"))
    case .admittedTogether(let people):
      sheet.attending += people.map { reference($0) }
      var item = decision(
        on: people, .admission, "讨论接收两名同志为中共预备党员", sheet,
        counts: (present + 1, 0, 1), resolution: "同意接收两名同志为中共预备党员，报上级党委审批。")
      let tellers = tellers(sheet, but: people)
      item.votes = [
        vote(
          on: nil, .admission, method: "无记名", counts: (present + 1, 0, 1), written: 2,
          ballots: present, scrutineer: tellers[0], teller: tellers[1])
      ]
      sheet.items.append(item)
    case .disqualification(let person):
      sheet.items.append(
        decision(
          on: [person], .disqualification, "讨论取消\(name(person))同志预备党员资格", sheet,
          counts: (present, 0, 0), resolution: "大会同意取消\(name(person))同志预备党员资格，报上级党委审批。"))
    case .barelyQuorate:
      sheet.items.append(
        motion(
          sheet, "表决支部工作细则修订稿", counts: (present - (eligible % 2), eligible % 2, 0),
          resolution: "到会有表决权的党员达到半数，可以召开；赞成票未超过应到会有表决权党员的半数，未通过，下次大会再议。"))
    case .withoutQuorum:
      sheet.items.append(
        motion(
          sheet, "表决年度评先推荐名单", counts: (present, 0, 0),
          resolution: "同意推荐名单。"))
      if let person = tooEarly(sheet) {
        sheet.items.append(
          decision(
            on: [person], .admission, "讨论接收\(name(person))同志为中共预备党员", sheet,
            counts: (1, present - 1, 0),
            resolution: "尚未列为发展对象，未予通过，继续培养教育和考察。"))
      }
    case .secretaryAside:
      // Taken for a vote of the committee by whoever typed it.
      var item = motion(
        sheet, "表决支部下半年工作安排", counts: (present, 0, 0), resolution: "同意。")
      item.votes = [vote(on: nil, .committee, method: "举手", counts: (present, 0, 0))]
      sheet.items.append(item)
    case .exclusionOutside:
      sheet.items.append(
        motion(sheet, "表决支部下半年工作安排", counts: (present, 0, 0), resolution: "同意。"))
      var item = motion(
        sheet, "讨论预备党员转正", counts: (present, 0, 0), resolution: "同意转正，报上级党委审批。")
      item.votes = [
        vote(on: nil, .confirmation, method: "无记名", counts: (present, 0, 0), ballots: present)
      ]
      sheet.items.append(item)
    case .temporaryElection(let people):
      sheet.items.append(
        ballot(
          "选举专班代表", people, seats: 1, favour: [present - 1, 1], sheet,
          resolution: "\(name(people[0]))同志当选。"))
    case .delegates(let flaw): delegates(flaw, &sheet, present: present)
    case .renewal(let candidates, let writtenIn):
      renew(candidates, writtenIn, &sheet, present: present)
    }
  }

  /// Somebody of the branch who is no 发展对象 yet.
  private func tooEarly(_ sheet: Sheet) -> Int? {
    units.firstIndex { $0.id == sheet.organization }.flatMap { unit in
      applicants(unit, on: sheet.date).first {
        station($0, on: sheet.date)?.status != .candidate
      }
    }
  }

  private func decision(
    on people: [Int], _ category: VoteCategory, _ title: String, _ sheet: Sheet,
    counts: (Int, Int, Int), resolution: String
  ) -> SheetItem {
    let host = sheet.presider ?? 0
    var item = SheetItem(title: title, kind: .vote, about: people)
    item.minutes = [
      said(people.first ?? host, "向大会作了汇报，表示愿意接受组织的考察和决定。"),
      said(host, "支部委员会意见已经印发，请党员充分发表意见，随后表决。"),
    ].joined(separator: "\n")
    let tellers = tellers(sheet, but: people)
    let present = voters(sheet.attendance, on: sheet.date).count
    item.votes = [
      vote(
        on: people.first, category, method: "无记名", counts: counts, ballots: present,
        scrutineer: tellers[0], teller: tellers[1])
    ]
    item.resolution = resolution
    return item
  }

  private func motion(
    _ sheet: Sheet, _ title: String, counts: (Int, Int, Int), resolution: String
  ) -> SheetItem {
    var item = SheetItem(
      title: title, kind: .vote,
      minutes: said(sheet.presider ?? 0, "印发的材料请大家审议，有意见请提出，没有意见举手表决。"))
    item.votes = [vote(on: nil, .ordinary, method: "举手", counts: counts)]
    item.resolution = resolution
    return item
  }

  // MARK: - Elections

  /// An election with so many in favour of each candidate, in order.
  private func ballot(
    _ title: String, _ candidates: [Int], seats: Int?, favour: [Int], _ sheet: Sheet,
    ballots: Int? = nil, counter: Int? = nil, resolution: String
  ) -> SheetItem {
    let present = voters(sheet.attendance, on: sheet.date).count
    let tellers = tellers(sheet, but: candidates)
    var item = SheetItem(title: title, kind: .vote, about: candidates)
    item.seats = seats
    item.minutes = [
      said(
        sheet.presider ?? 0,
        "候选人\(candidates.count)名，按姓氏笔画排列，选举办法和监票人经大会通过，计票人由支部委员会指定。"),
      said(counter ?? tellers[0], "发出选票\(ballots ?? present)张，收回\(ballots ?? present)张。"),
    ].joined(separator: "\n")
    for (candidate, votes) in zip(candidates, favour) {
      let text = vote(
        on: candidate, .election, method: "无记名", counts: (votes, present - votes, 0),
        ballots: ballots ?? present, scrutineer: counter ?? tellers[0], teller: tellers[1])
      item.votes.append(text)
    }
    item.resolution = resolution
    return item
  }

  private mutating func delegates(_ flaw: DelegateFlaw?, _ sheet: inout Sheet, present: Int) {
    let day = sheet.date
    let excluded = Set(sheet.excluded.map(\.person))
    let people = voters(sheet.attendance, on: day).filter {
      $0 != sheet.presider && !excluded.contains($0)
    }
    var candidates = random.take(3, of: people).sorted()
    guard candidates.count == 3 else { return }
    // One is still on probation and cannot be elected.
    if case .tooFewPresent? = flaw,
      let unit = units.firstIndex(where: { $0.id == sheet.organization }),
      let probationer = roster(unit, on: day).first(where: {
        station($0, on: day)?.status == .probationary
      })
    {
      candidates[2] = probationer
    }
    let title = "选举出席监狱党员代表大会代表"
    let names = candidates.map { name($0) }
    let elected = "\(names[0])、\(names[1])同志当选代表，报上级党委备案。"
    let well = [present - 1, present - 2, 2]
    func hold(
      of count: Int = 3, seats: Int? = 2, favour: [Int]? = nil, ballots: Int? = nil,
      counter: Int? = nil, resolution: String? = nil
    ) -> SheetItem {
      ballot(
        title, Array(candidates.prefix(count)), seats: seats, favour: favour ?? well, sheet,
        ballots: ballots, counter: counter, resolution: resolution ?? elected)
    }
    switch flaw {
    case nil: sheet.items.append(hold())
    case .seatsUnknown: sheet.items.append(hold(seats: nil))
    case .surplusTooSmall: sheet.items.append(hold(of: 2))
    case .choicesBeyondBallots: sheet.items.append(hold(favour: [present, present - 1, 3]))
    case .candidateCounted: sheet.items.append(hold(counter: candidates[2]))
    case .ballotsBeyondVoters:
      sheet.items.append(hold(ballots: present + 1, resolution: "收回选票多于到会人数，选举无效，重新选举。"))
      var second = hold()
      second.title = title + "（重新选举）"
      sheet.items.append(second)
    case .tooFewPresent:
      sheet.items.append(hold(resolution: "到会人数未达到应到会人数的五分之四，选举无效，另行召开大会选举。"))
    case .seatVacant:
      sheet.items.append(
        hold(
          favour: [present - 1, present / 2, present / 2],
          resolution: "\(names[0])同志当选；其余候选人赞成票未超过实到会人数半数，缺额一名，另行选举。"))
    case .writtenInUncounted:
      var item = hold()
      if let last = item.votes.last {
        item.votes[2] = last + " 另选=\(name(sheet.presider ?? candidates[0]))"
      }
      sheet.items.append(item)
    case .excludedWithoutGround: sheet.items.append(hold())
    case .excluded:
      if let person = sheet.excluded.first?.person {
        var item = motion(
          sheet, "通过\(name(person))同志不计入应到会人数", counts: (present, 0, 0),
          resolution: "经上级党委同意，大会通过\(name(person))同志因卧床不能自理不计入本次选举应到会人数。")
        item.about = [person]
        sheet.items.append(item)
      }
      sheet.items.append(hold())
    }
  }

  private mutating func renew(
    _ candidates: [Int], _ writtenIn: Int, _ sheet: inout Sheet, present: Int
  ) {
    let (fifth, sixth) = (candidates[4], candidates[5])
    let tied = present / 2 + 1
    var first = ballot(
      "选举新一届支部委员会委员", candidates, seats: 5,
      favour: [present - 1, present - 1, present - 1, present - 2, tied, tied], sheet,
      resolution: "四名同志当选；\(name(fifth))、\(name(sixth))同志得票相等，就两人再次投票。")
    let tellers = tellers(sheet, but: candidates)
    first.votes.append(
      vote(
        on: nil, .election, method: "无记名", counts: (1, 0, 0), ballots: present,
        scrutineer: tellers[0], teller: tellers[1]) + " 另选=\(reference(writtenIn))")
    let names = candidates.prefix(5).map { name($0) }.joined(separator: "、")
    let second = ballot(
      "就得票相等的候选人再次投票", [fifth, sixth], seats: 1, favour: [present - 2, 2], sheet,
      resolution: "\(name(fifth))同志当选。\(names)五名同志组成新一届支部委员会，书记、副书记人选报上级党委批准，委员报备案。")
    sheet.items += [first, second]
  }
}
