import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { periodDays, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { acrossRaces, raceCards } from '#shared/domain/races/raceDesk.ts'
import { exposures } from '#shared/domain/races/exposures.ts'
import { shineBoard } from '#shared/domain/races/shineBoard.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import type { RaceDeskView, ShowBoardsView } from '#shared/ipc/race.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { listItems } from '../register/items.ts'
import { standingWithInput } from '../standingWithInput.ts'
import { submissionsOf } from '../submissions.ts'

/** 六比 of a quarter; no races before anything was computed. */
export function raceDesk(library: Library, period: PeriodKey): RaceDeskView {
  const standing = standingWithInput(library, period)
  if (standing === null) return { preview: true, snapshot: null, stale: false, races: [], across: [] }
  const { results, snapshot, stale } = standing
  const { scheme } = standing.input()
  return {
    preview: snapshot === null,
    snapshot: snapshot?.id ?? null,
    stale,
    races: raceCards(results, scheme).map((card) => ({
      ...card,
      participants: [...card.participants],
      groups: card.groups.map((group) => ({ ...group, rows: [...group.rows] }))
    })),
    across: acrossRaces(results, scheme).map((table) => ({
      ...table,
      races: [...table.races],
      rows: table.rows.map((row) => ({ ...row, places: { ...row.places } }))
    }))
  }
}

/** 比看, 亮晒, 曝光: indicators from the results, matters from the registers as they stand on the day. */
export function showBoards(library: Library, period: PeriodKey): ShowBoardsView {
  const { schemeVersionId } = requirePeriod(library, period)
  const standing = schemeVersionId === null ? null : standingWithInput(library, period)
  const rules =
    standing?.input().scheme.progress ??
    (schemeVersionId === null
      ? progressRules.parse({})
      : loadSchemeVersion(library.db, schemeVersionId).definition.progress)
  const { last } = periodDays(period)
  const today = localDay(library.now())
  const on = today < last ? today : last
  const { items } = listItems(library, {}, on)
  const missing =
    standing === null
      ? []
      : submissionsOf(standing.input(), new Map()).flatMap(({ unit, state, missing: indicators }) =>
          state === 'MISSING' ? [{ unit, indicators }] : []
        )
  const names = new Map(listUnits(library.db).map(({ code, name }) => [code, name]))
  return {
    preview: standing?.snapshot == null,
    snapshot: standing?.snapshot?.id ?? null,
    stale: standing?.stale ?? false,
    on,
    compare: items.filter((item) => isInnovation(item) && isAliveIn(item, period)).map(compareRow),
    shine:
      standing === null
        ? []
        : shineBoard(standing.results, rules).map((row) => ({ ...row, units: [...row.units] })),
    expose: exposures({ items, results: standing?.results ?? null, rules, missing }).map((entry) => ({
      ...entry,
      unitName: entry.unit === null ? '责任单位待定' : (names.get(entry.unit) ?? entry.unit)
    }))
  }
}

function isInnovation({ type, tags }: RegisterItemView): boolean {
  return type === 'KEY_REFORM' || tags.includes('NEW')
}

/** On the register by the quarter's end, and not closed before it began. */
function isAliveIn({ openedOn, closeOut }: RegisterItemView, period: PeriodKey): boolean {
  const { first, last } = periodDays(period)
  return openedOn <= last && (closeOut === null || closeOut.date >= first)
}

function compareRow(item: RegisterItemView): ShowBoardsView['compare'][number] {
  return {
    item: item.id,
    number: item.number,
    title: item.title,
    unitName: item.ownerName,
    measures: item.measures,
    done: item.done,
    status: item.status,
    statusReason: item.statusReason,
    lastProgress: item.lastProgress,
    closedOn: item.closeOut?.date ?? null
  }
}
