import type { Decision } from '#shared/domain/decision/decision.ts'
import { decisionText } from '#shared/domain/decision/decisionText.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RaceDefinition, SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { UndoBlocker } from '#shared/ipc/batch.ts'
import {
  laterEntries,
  laterImports,
  laterReversals,
  writtenSubjects,
  type WrittenSubject
} from '#db/repos/batchDependents.ts'
import type { BatchRow } from '#db/repos/batchRepo.ts'
import { decisionsOfPeriod, type DecisionRow } from '#db/repos/decisionRepo.ts'
import { laterItemImports, laterItemWork } from '#db/repos/stagedItemRepo.ts'
import { reviewsOf, type ReviewRow } from '#db/repos/reviewRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'

/** Names in one line before the rest is only counted. */
const NAMED = 5

/** What all batches of one period share, read once. */
export interface UndoScope {
  frozen: boolean
  /** Loaded when somebody asks: most batches rest under nothing. */
  scheme(): SchemeDefinition | null
  /** Decisions of the period that are in force. */
  decisions: DecisionRow[]
  reviews: Map<number, ReviewRow>
}

export function undoScope(library: Library, period: PeriodKey): UndoScope {
  const row = requirePeriod(library, period)
  const load = (): SchemeDefinition | null =>
    row.schemeVersionId === null ? null : loadSchemeVersion(library.db, row.schemeVersionId).definition
  let scheme: SchemeDefinition | null | undefined
  return {
    frozen: isFrozenState(row.state),
    scheme: () => (scheme === undefined ? (scheme = load()) : scheme),
    decisions: decisionsOfPeriod(library.db, period).filter(
      (entry) => entry.period === period && entry.revoked === null
    ),
    reviews: reviewsOf(library.db, period)
  }
}

/** Everything that rests on a batch, each with what to do first; empty when it can be taken back. */
export function undoBlockers(library: Library, batch: BatchRow, scope: UndoScope): UndoBlocker[] {
  const ended = alreadyOver(batch)
  if (ended !== null) return [{ kind: 'ALREADY', text: ended, batch: null }]
  return [
    ...(scope.frozen
      ? [
          {
            kind: 'FROZEN_PERIOD' as const,
            text: `${periodTitle(batch.period)}已冻结，确需更正请先重开本季度`,
            batch: null
          }
        ]
      : []),
    ...laterImports(library.db, batch.id).map((later) => ({
      kind: 'LATER_IMPORT' as const,
      text: `后来的导入《${later.fileName}》也含其中 ${later.count} 个数，请先撤销它`,
      batch: later.batch
    })),
    ...itemBlockers(library, batch),
    ...handEntries(library, batch, scope),
    ...reversals(library, batch),
    ...laterDecisions(library, batch, scope)
  ]
}

function alreadyOver({ state }: BatchRow): string | null {
  switch (state) {
    case 'undone':
      return '已经撤销过'
    case 'confirmed':
      return '还没有复核通过，没有计入；不要它时请由导入人收回'
    case 'rejected':
      return '复核没有通过，没有计入，不需要撤销'
    default:
      return null
  }
}

/** Items that a later import holds, or that somebody has worked on since: progress, steps, slips, parts. */
function itemBlockers({ db }: Library, { id }: BatchRow): UndoBlocker[] {
  const imports = laterItemImports(db, id).map((later): UndoBlocker => ({
    kind: 'LATER_IMPORT',
    text: `后来的导入《${later.fileName}》也含其中 ${later.count} 个事项，请先撤销它`,
    batch: later.batch
  }))
  if (imports.length > 0) return imports
  const worked = laterItemWork(db, id)
  if (worked.length === 0) return []
  const names = worked.map(({ number, title, lines, children }) => {
    const what = [lines > 0 ? `${lines} 条记录` : '', children > 0 ? `${children} 个下级事项` : '']
    return `${number}「${title}」有${what.filter((part) => part !== '').join('、')}`
  })
  const text = `其中 ${worked.length} 个事项导入后又有进展、督办或修改（${shortened(names)}），撤销会使它们失去依据；不要的事项请在清单台账里作废`
  return [{ kind: 'LATER_ENTRY', text, batch: null }]
}

function handEntries(library: Library, batch: BatchRow, scope: UndoScope): UndoBlocker[] {
  const entries = laterEntries(library.db, batch.id)
  if (entries.length === 0) return []
  const scheme = scope.scheme()
  const names = entries.map(
    ({ unit, indicator }) =>
      `${nameOf(scheme?.units ?? [], unit)}「${nameOf(indicatorsOf(scheme?.races ?? []), indicator)}」`
  )
  const text = `其中 ${entries.length} 个数后来手工填报过（${shortened(names)}），撤销会连手工的数一起丢掉，请改用更正后的表重新导入`
  return [{ kind: 'LATER_ENTRY', text, batch: null }]
}

function reversals(library: Library, batch: BatchRow): UndoBlocker[] {
  const entries = laterReversals(library.db, batch.id)
  if (entries.length === 0) return []
  const names = shortened(entries.map(({ id, reason }) => `第 ${id} 号「${reason}」`))
  const text = `其中 ${entries.length} 笔加减分后来冲销过（${names}），撤销会连冲销的记录一起丢掉，请改用更正后的台账重新导入`
  return [{ kind: 'LATER_ENTRY', text, batch: null }]
}

/**
 * Decisions recorded since on what the batch brought: a 补分 on its values, a ruling, a grade or an exemption that was
 * made looking at totals with them. Vetoes and 领导评价 rest on events and people, not on numbers.
 */
function laterDecisions(library: Library, batch: BatchRow, scope: UndoScope): UndoBlocker[] {
  const since = scope.reviews.get(batch.id)?.decidedAt ?? batch.at
  const later = scope.decisions.filter((entry) => entry.recordedAt >= since)
  const scheme = later.length === 0 ? null : scope.scheme()
  if (scheme === null) return []
  const written = writtenSubjects(library.db, batch.id)
  return later
    .filter((entry) => restsOn(entry, written, scheme))
    .map((entry) => ({
      kind: 'DECISION' as const,
      text: `第 ${entry.id} 号决定「${decisionText(entry.subject, scheme)}」是在这次导入之后、看着其中的数作出的，请先到「决定」撤销它`,
      batch: null
    }))
}

function restsOn(
  { subject }: Decision,
  written: readonly WrittenSubject[],
  scheme: SchemeDefinition
): boolean {
  if (subject.type === 'VETO' || subject.type === 'LEADERSHIP') return false
  const race = scheme.races.find((entry) => entry.code === subject.race)
  const inRace = race === undefined ? written : written.filter((entry) => belongsTo(entry, race))
  const concerns = (unit: string): boolean => inRace.some((entry) => unit === '*' || entry.unit === unit)
  switch (subject.type) {
    case 'IMPUTATION':
      if (subject.indicator === null) return concerns(subject.unit)
      return inRace.some(
        (entry) => entry.code === subject.indicator && (subject.unit === '*' || entry.unit === subject.unit)
      )
    case 'TIE':
      return subject.order.some(concerns)
    case 'GRADE':
    case 'EXEMPTION':
      return concerns(subject.unit)
  }
}

function belongsTo({ kind, code }: WrittenSubject, race: RaceDefinition): boolean {
  return (kind === 'reading' ? indicatorsOf([race]) : race.adjustments.classes).some(
    (entry) => entry.code === code
  )
}

function indicatorsOf(races: readonly RaceDefinition[]) {
  return races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
}

function nameOf(things: readonly { code: string; name: string }[], code: string): string {
  return things.find((thing) => thing.code === code)?.name ?? code
}

function shortened(items: readonly string[]): string {
  const shown = items.slice(0, NAMED).join('、')
  return items.length > NAMED ? `${shown}等` : shown
}
