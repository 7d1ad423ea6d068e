import { localDay } from '#shared/domain/calendar/isoDate.ts'
import type { Honour } from '#shared/domain/incentive/honour.ts'
import type { HonourFilter, HonourListView, HonourView } from '#shared/ipc/honour.ts'
import { nameKey } from '#shared/domain/importing/names/normaliseLabel.ts'
import { allCatalogue } from '#db/repos/catalogueRepo.ts'
import { evidenceCounts } from '#db/repos/evidenceRepo.ts'
import { listHonours } from '#db/repos/honourRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import type { Library } from '../library.ts'
import { getSettings } from '../settings.ts'
import { bonusScope, bonusStateOf } from './honourBonuses.ts'
import { requireHonour } from './honourRegister.ts'
import { honourSettingsOf } from './honourSettings.ts'

/** The register as the page shows it, with what a rule makes of each honour. */
export function honourList(library: Library, filter: HonourFilter): HonourListView {
  const views = viewer(library)
  const all = listHonours(library.db, { voided: true }).map(views)
  const inForce = all.filter((entry) => entry.voided === null)
  return {
    today: localDay(library.now()),
    operator: library.operator(),
    review: getSettings(library).reviewImports,
    honours: all.filter((entry) => fits(entry, filter)),
    total: inForce.length,
    proposals: inForce.filter((entry) => entry.bonus.state === 'PROPOSED').length,
    settings: honourSettingsOf(library),
    units: listUnits(library.db)
      .filter((unit) => unit.active || all.some((entry) => entry.unit === unit.code))
      .map(({ code, name }) => ({ code, name })),
    catalogue: allCatalogue(library.db)
      .filter((entry) => entry.endedAt === null)
      .map(({ code, name }) => ({ code, name })),
    years: [...new Set(all.map((entry) => Number(entry.date.slice(0, 4))))].sort((a, b) => b - a)
  }
}

/** Honours that a filter lets through, newest first. */
export function filteredHonours(library: Library, filter: HonourFilter): HonourView[] {
  return listHonours(library.db, { voided: true })
    .map(viewer(library))
    .filter((entry) => fits(entry, filter))
}

/** One honour with its evidence. Throws NOT_FOUND. */
export function honourDetail(library: Library, id: number) {
  return {
    honour: viewer(library)(requireHonour(library, id)),
    evidence: evidenceOf(library, 'HONOUR', id)
  }
}

function viewer(library: Library): (honour: Honour) => HonourView {
  const scope = bonusScope(library)
  const kinds = new Map(honourSettingsOf(library).kinds.map((kind) => [kind.code, kind.name]))
  const units = new Map(listUnits(library.db).map((unit) => [unit.code, unit.name]))
  const files = evidenceCounts(library.db, 'HONOUR')
  return (honour) => ({
    ...honour,
    kindName: kinds.get(honour.kind) ?? honour.kind,
    unitName: units.get(honour.unit) ?? honour.unit,
    evidenceCount: files.get(honour.id) ?? 0,
    bonus: bonusStateOf(library, honour, scope)
  })
}

function fits(honour: HonourView, filter: HonourFilter): boolean {
  const { from, to, kind = '', level, unit = '', text = '', voided = false } = filter
  const words = [honour.title, honour.person, honour.document, honour.deeds, honour.unitName, honour.kindName]
  return (
    (voided || honour.voided === null) &&
    (from === undefined || honour.date >= from) &&
    (to === undefined || honour.date <= to) &&
    (kind === '' || honour.kind === kind) &&
    (level === undefined || honour.level === level) &&
    (unit === '' || honour.unit === unit) &&
    (text === '' || words.some((word) => nameKey(word).includes(nameKey(text))))
  )
}
