import { periodDays, quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import {
  registerContent,
  registerTemplate,
  REGISTER_EXPORTS,
  type RegisterExport
} from '#shared/domain/report/register/registerExports.ts'
import type { RegisterFacts, RegisterRow } from '#shared/domain/report/register/registerRows.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { AppError } from '#shared/appError.ts'
import { append } from '#db/repos/auditRepo.ts'
import { eventsByItem } from '#db/repos/registerLogRepo.ts'
import { listItemRows } from '#db/repos/registerRepo.ts'
import { contentBytes, type Content } from '../reports/exportContent.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { writeWhole } from '../writeWhole.ts'
import { listItems } from './items.ts'
import { knownNames, schemeOn, today } from './registerContext.ts'

/** A list of the registers as content for export: only items that the filter lets through. */
export function registerList(
  library: Library,
  kind: RegisterExport,
  filter: RegisterFilter,
  period: PeriodKey
): Content & { stem: string } {
  const workbook = registerContent(kind, rowsOf(library, filter), factsOf(library, period))
  return { title: workbook.title, workbook, stem: workbook.title }
}

/**
 * 下发模板: a workbook for each of the units with its open items, into a folder without overwriting anything. Throws
 * CONFLICT where no unit has an open item.
 */
export async function writeRegisterTemplates(
  library: Library,
  request: { units: readonly string[] | null; filter: RegisterFilter; period: PeriodKey; folder: string }
): Promise<string[]> {
  const facts = factsOf(library, request.period)
  const open = rowsOf(library, request.filter).filter(
    ({ item }) => item.state !== 'CLOSED' && item.voided === null
  )
  const owners = [...new Set(open.map(({ item }) => item.owner).filter((owner) => owner !== null))]
  const wanted = request.units === null ? owners : owners.filter((owner) => request.units!.includes(owner))
  if (wanted.length === 0)
    throw new AppError('CONFLICT', '所选的单位没有要报进展的事项，没有生成模板。', {
      action: '请换一个筛选条件，或先在清单台账里写上责任单位。'
    })
  const files = []
  for (const unit of wanted) {
    const name = facts.unitName(unit)
    const workbook = registerTemplate(
      name,
      open.filter(({ item }) => item.owner === unit),
      facts
    )
    const bytes = await contentBytes({ title: workbook.title, workbook }, 'xlsx', library.now(), {
      print: () => Promise.reject(new RangeError('a workbook is not printed'))
    })
    files.push({ stem: workbook.title, bytes })
  }
  const paths: string[] = []
  for (const { stem, bytes } of files) {
    const path = freePath(request.folder, stem, 'xlsx')
    await writeWhole(path, bytes)
    paths.push(path)
  }
  if (!library.db.readOnly)
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '下发清单模板',
      subject: `${paths.length} 个单位`
    })
  return paths
}

/** Kinds of lists with their words, in order. */
export function registerExportKinds(): { kind: RegisterExport; title: string; hint: string }[] {
  return (Object.keys(REGISTER_EXPORTS) as RegisterExport[]).map((kind) => ({
    kind,
    ...REGISTER_EXPORTS[kind]
  }))
}

function rowsOf(library: Library, filter: RegisterFilter): RegisterRow[] {
  const all = new Map(listItemRows(library.db).map((item) => [item.id, item]))
  const events = eventsByItem(library.db)
  return listItems(library, filter)
    .items.map(({ id }) => all.get(id)!)
    .toSorted((a, b) => a.id - b.id)
    .map((item) => ({
      item,
      events: events.get(item.id) ?? [],
      parentNumber: item.parent === null ? null : (all.get(item.parent)?.number ?? null)
    }))
}

function factsOf(library: Library, period: PeriodKey): RegisterFacts {
  const day = today(library)
  const known = knownNames(library, day)
  return {
    organisation: schemeOn(library, day)?.organisation ?? '',
    unitName: (code) => known.units.get(code) ?? code,
    indicatorName: (code) => known.indicatorNames.get(code) ?? code,
    today: day,
    ...quarterOf(period),
    days: periodDays(period)
  }
}
