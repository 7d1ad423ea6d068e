import { judgedIndicators } from '#shared/domain/evaluation/judgedIndicator.ts'
import type { RoundMark } from '#shared/domain/evaluation/roundMark.ts'
import { sortMarks } from '#shared/domain/evaluation/roundMark.ts'
import { roundProgress } from '#shared/domain/evaluation/roundProgress.ts'
import { roundReadings } from '#shared/domain/evaluation/roundReadings.ts'
import { roundResults } from '#shared/domain/evaluation/roundResults.ts'
import { scoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { judgedScheme } from '../../helpers/judgedScheme.ts'
import type { Handlers } from '../fakeApi.ts'

const period = '2026Q3'
const at = '2026-09-25T08:00:00Z'

/** A round of four departments that answers as main does: marks are kept, conflicts told, results computed by the engine. */
export function roundWorld(
  rule: { kind: string; params: Record<string, unknown> },
  setup: Pick<RoundView['setup'], 'groups' | 'entry'>,
  start: Pick<RoundView, 'state'> = { state: 'OPEN' }
) {
  const scheme = judgedScheme(rule)
  const [judged] = judgedIndicators(scheme, period)
  let marks: RoundMark[] = []
  const view = (): RoundView => {
    const full: RoundView['setup'] = {
      ...setup,
      order: judged!.units.map(({ code }) => code),
      orderedBy: 'ORGANISATION',
      showNames: false
    }
    const facts = { id: 1, title: '第三季度讲堂', heldOn: null, indicator: judged!, setup: full, marks }
    const input = scoringInput.parse({
      ...{ period, scheme, schemeVersion: 1, readings: [], adjustments: [], previous: null }
    })
    return {
      ...{ id: 1, period, indicator: judged!.code, indicatorName: judged!.name, title: facts.title },
      ...{
        kind: judged!.kind,
        heldOn: null,
        state: start.state,
        units: 4,
        closedAt: null,
        closedBy: null,
        voided: null
      },
      ...{ version: 1, judged: judged!, setup: full, marks, over: [], foreign: [], drift: [], canEdit: true },
      progress: roundProgress(judged!.kind, full, marks),
      outcomes: roundResults(input, judged!.code, roundReadings(facts, { by: '考核办', at }))
    }
  }
  const handlers: Handlers = {
    'evaluation.get': () => view(),
    'evaluation.enter': ({ marks: brought }) => {
      const { changes, same, conflicts } = sortMarks(marks, brought)
      if (conflicts.length > 0) return { written: 0, same, conflicts }
      for (const { place, to, source } of changes) {
        marks = marks.filter(
          (mark) => mark.group !== place.group || mark.seat !== place.seat || mark.unit !== place.unit
        )
        if (to !== null) marks = [...marks, { ...place, mark: to, source, at, who: '考核办' }]
      }
      return { written: changes.length, same, conflicts: [] }
    }
  }
  return { handlers, marks: () => marks.map(({ seat, unit, mark }) => `${seat}${unit}=${mark}`) }
}
