import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// 总结一句话 without anything around it that would be copied too, then its numbers, each opening
  /// to its records.
  static func sentence(
    of request: ReportRequest, _ archive: Archive, in context: Context
  ) -> PageContents {
    let maker = ReportMaker(archive, on: context.session.today)
    guard let definition = request.definition(maker) else {
      return missing(.reportGone, in: context)
    }
    let report = maker.report(definition, for: request.organization, in: request.period)
    guard
      let text = report.sentence(organizationName: context.fullName(request.organization)),
      let sentence = definition.sentence
    else { return missing(.reportWithoutSentence(definition.id), in: context) }
    var lines = PageLines(in: context)
    lines.addPlain(text, indent: 0)
    lines.addSpace()
    lines.addPlain(context.say(.copySentence), .dim)
    lines.addSpace()
    for id in sentence.lines {
      guard let line = report.line(id) else { continue }
      lines.add(
        Phrase(verbatim: line.definition.title),
        context.say((line.number ?? ReportNumber(0)).phrase(unit: line.definition.unit)),
        to: line.evidence.isEmpty
          ? nil : .list(.records(title: line.definition.title, line.evidence)),
        anchor: id)
    }
    return PageContents(
      title: context.say(.titleSentence) + " · " + context.say(request.period.title),
      lines: lines.lines)
  }
}
