import { placesOfLevel } from '#shared/domain/ranking/grades/quotaPlaces.ts'
import { gradeRules, type QuotaRounding } from '#shared/domain/scheme/gradeRules.ts'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { markOf } from '../../draft/markOf.ts'
import type { DraftGrades, DraftLevel } from './raceSection.ts'

const { grades: text } = raceSettingsText

/** Field sizes of the published cases: a small group, a county bureau, Hangzhou's 78 units (G15, S24). */
export const EXAMPLE_SIZES = [6, 22, 78] as const

/**
 * How many places a grade has among so many units, by the engine's own rounding. Text where no number decides: by score line,
 * the rest, or nothing readable yet.
 */
export function placesText(
  level: DraftLevel,
  isLast: boolean,
  units: number,
  rounding: QuotaRounding
): string {
  if (isLast) return text.rest
  const percent = markOf(level.percent) === null ? undefined : level.percent
  const places = placesOfLevel(
    {
      name: level.name ?? '',
      ...(level.places === undefined ? {} : { places: level.places }),
      ...(percent === undefined ? {} : { percent })
    },
    units,
    rounding
  )
  if (places === null) return level.atLeast === undefined ? text.noLimit : text.byScore
  return places.places === 0 ? `0（${text.zero}）` : String(Math.min(places.places, units))
}

/** What keeps a list of grades from working, as sentences. */
export function gradeFaults({ levels = [] }: DraftGrades): string[] {
  if (levels.length < 2) return [text.twoLeast]
  const found: string[] = []
  levels.forEach((level, index) => {
    const upper = markOf(levels[index - 1]?.atLeast)
    const own = markOf(level.atLeast)
    if (upper !== null && own !== null && !upper.greaterThan(own)) {
      found.push(text.notDescending(levels[index - 1]?.name ?? '', level.name ?? ''))
    }
  })
  const last = levels.at(-1)
  if (last !== undefined && [last.atLeast, last.percent, last.places].some((limit) => limit !== undefined)) {
    found.push(text.lastLimited(last.name ?? ''))
  }
  return found
}

export const BAND_PRESET: DraftGrades = {
  levels: [
    { name: '优秀', atLeast: '90' },
    { name: '良好', atLeast: '80' },
    { name: '达标', atLeast: '60' },
    { name: '不达标' }
  ]
}

export const QUOTA_PRESET: DraftGrades = {
  levels: [{ name: '优秀', percent: '15' }, { name: '良好', percent: '20' }, { name: '达标' }]
}

/** What counts where the draft says nothing. */
export const GRADE_STANDARD = gradeRules.parse({ levels: [{ name: '一' }, { name: '二' }] })
