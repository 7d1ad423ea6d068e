import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { blankScheme } from '#shared/domain/scheme/blankScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import { schemeProblems } from '#shared/domain/scheme/schemeProblems.ts'
import type { DraftHead, DraftView } from '#shared/ipc/draft.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  deleteDraft as removeRow,
  findDraft,
  insertDraft,
  listDrafts as listRows,
  updateDraft,
  type DraftContent,
  type DraftRow
} from '#db/repos/draftRepo.ts'
import { listSchemeVersions, loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'
import { loadScheme, readPreset, versionOf } from './schemes.ts'

/**
 * 方案草稿. A version in use is never edited: editing copies it into a draft, and a draft without errors comes into
 * force as the next version. A draft keeps whatever the editor gives it, complete or not.
 */
export type DraftStart =
  | { from: 'BLANK'; title: string; year: number }
  | { from: 'PERIOD'; period: PeriodKey }
  | { from: 'VERSION'; versionId: number }
  | { from: 'PRESET'; id: string }

const YEARS = { min: 1990, max: 2100 }

function headOf(
  { id, title, year, origin, updatedAt }: DraftRow,
  problems: DraftView['problems']
): DraftHead {
  const count = (level: 'error' | 'confirm'): number =>
    problems.filter((problem) => problem.level === level).length
  return { id, title, year, origin, updatedAt, errors: count('error'), confirms: count('confirm') }
}

function viewOf(row: DraftRow): DraftView {
  const problems = schemeProblems(row.definition)
  return { ...headOf(row, problems), definition: row.definition, problems }
}

export function listDrafts(library: Library): DraftHead[] {
  return listRows(library.db).map((row) => headOf(row, schemeProblems(row.definition)))
}

export function getDraft(library: Library, id: number): DraftView {
  return viewOf(requireDraft(library, id))
}

function requireDraft(library: Library, id: number): DraftRow {
  const row = findDraft(library.db, id)
  if (row === null) {
    throw new AppError('NOT_FOUND', '这份方案草稿已不在了。', {
      action: '可能已经启用或删除，请回到考核方案页查看。'
    })
  }
  return row
}

export async function createDraft(library: Library, start: DraftStart): Promise<DraftView> {
  const { definition, origin } = await contentOf(library, start)
  return addDraft(library, definition, origin, '新建方案草稿')
}

async function contentOf(
  library: Library,
  start: DraftStart
): Promise<{ definition: Record<string, unknown>; origin: string | null }> {
  switch (start.from) {
    case 'BLANK':
      if (start.year < YEARS.min || start.year > YEARS.max) {
        throw new AppError('VALIDATION_FAILED', `年度要在 ${YEARS.min} 到 ${YEARS.max} 之间。`)
      }
      return { definition: blankScheme(freeCode(library, start.year), start.title, start.year), origin: null }
    case 'PERIOD':
      return copyOf(versionOf(library, start.period))
    case 'VERSION': {
      const known = listSchemeVersions(library.db).some((entry) => entry.versionId === start.versionId)
      if (!known) throw new AppError('NOT_FOUND', '没有这个方案版本。')
      return copyOf(loadSchemeVersion(library.db, start.versionId))
    }
    case 'PRESET': {
      const preset = await readPreset(library, start.id)
      return { definition: preset, origin: `预设：${preset.title}` }
    }
  }
}

function copyOf(version: { title: string; number: number; definition: object }) {
  return {
    definition: version.definition as Record<string, unknown>,
    origin: `${version.title} 第 ${version.number} 版`
  }
}

/** A scheme of its own: the code of an existing one would make this its next version. */
function freeCode(library: Library, year: number): string {
  const taken = new Set(listSchemeVersions(library.db).map((entry) => entry.code))
  for (const { definition } of listRows(library.db)) taken.add(String(definition['code']))
  const base = `scheme-${year}`
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.has(code)) return code
  }
}

/** Keeps the JSON of a scheme, complete or not, as a new draft. */
export function addDraft(
  library: Library,
  definition: Record<string, unknown>,
  origin: string | null,
  what: string
): DraftView {
  return tx(library.db, () => {
    const at = library.now()
    const row = insertDraft(library.db, contentIn(definition, '未命名方案'), origin, at)
    record(library, what, row, origin)
    return viewOf(row)
  })
}

function contentIn(definition: Record<string, unknown>, titleBefore: string): DraftContent {
  const { title, year } = definition
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : titleBefore,
    year: typeof year === 'number' && Number.isInteger(year) ? year : null,
    definition
  }
}

function record(library: Library, what: string, row: DraftRow, after: string | null): void {
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what,
    subject: `草稿 ${row.id} · ${row.title}`,
    after
  })
}

/** Throws CONFLICT when the draft changed after the window last saw it: nothing is overwritten. */
export function saveDraft(
  library: Library,
  id: number,
  seen: string,
  definition: Record<string, unknown>
): DraftView {
  return tx(library.db, () => {
    const row = requireDraft(library, id)
    if (row.updatedAt !== seen) {
      throw new AppError('CONFLICT', '这份草稿在别处改过，刚才的修改没有保存。', {
        action: '请重新打开草稿，再改一次。'
      })
    }
    const content = contentIn(definition, row.title)
    return viewOf(updateDraft(library.db, id, content, laterThan(seen, library.now())))
  })
}

/** Two saves within one millisecond still tell each other apart. */
function laterThan(seen: string, now: Date): string {
  const before = Date.parse(seen)
  return now.getTime() > before ? now.toISOString() : new Date(before + 1).toISOString()
}

export function deleteDraft(library: Library, id: number): void {
  tx(library.db, () => {
    const row = requireDraft(library, id)
    removeRow(library.db, id)
    record(library, '删除方案草稿', row, null)
  })
}

/**
 * Brings a draft into force for a quarter as the next version, and removes it. Throws SCHEME_INVALID with the problems
 * of a draft that has errors, PERIOD_FROZEN; then nothing changed.
 */
export function activateDraft(library: Library, id: number, period: PeriodKey): SchemeView {
  return tx(library.db, () => {
    const row = requireDraft(library, id)
    const view = loadScheme(library, parseScheme(row.definition).scheme, period)
    removeRow(library.db, id)
    record(library, '启用方案草稿', row, `${period} · 第 ${view.version} 版`)
    return view
  })
}
