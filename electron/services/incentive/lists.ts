import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import { PREVIEW_MARK, chineseDate } from '#shared/domain/report/reportFrame.ts'
import { catalogueTable } from '#shared/domain/report/honours/catalogueTable.ts'
import { honourTable } from '#shared/domain/report/honours/honourTable.ts'
import { instantTable, ledgerTable } from '#shared/domain/report/honours/ledgerTable.ts'
import { listWorkbookOf, type ListFrame } from '#shared/domain/report/honours/listTable.ts'
import { modelTable } from '#shared/domain/report/honours/modelTable.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { AppError } from '#shared/appError.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { HonourFilter } from '#shared/ipc/honour.ts'
import { allCatalogue } from '#db/repos/catalogueRepo.ts'
import { latestHead } from '#db/repos/snapshotHeads.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import type { Content } from '../reports/exportContent.ts'
import { getSettings } from '../settings.ts'
import { schemeOfQuarter } from './entryQuarter.ts'
import { filteredHonours } from './honourViews.ts'
import { honourSettingsOf } from './honourSettings.ts'
import { ledgerView } from './ledger.ts'
import { modelViews } from './models.ts'

/** Content with the snapshot that it prints from, where there is one. */
export interface ListContent {
  content: Content
  stem: string
  snapshot?: string
}

/** `ofScores`: the list shows what counts in a quarter, so it says whether that is final. */
function frameOf(
  library: Library,
  period: PeriodKey,
  ofScores: boolean
): { frame: ListFrame; snapshot?: string } {
  const { state } = requirePeriod(library, period)
  const head = ofScores && isFrozenState(state) ? latestHead(library.db, period) : null
  const printed = `打印于 ${chineseDate(library.now())}`
  const provisional = ofScores && head === null
  return {
    frame: {
      issuer: getSettings(library).issuer || schemeOfQuarter(library, period).organisation,
      date: chineseDate(library.now()),
      mark: provisional ? PREVIEW_MARK : '',
      provenance:
        head !== null ? `快照 ${head.publicId}` : provisional ? `${PREVIEW_MARK} · ${printed}` : printed
    },
    ...(head === null ? {} : { snapshot: head.publicId })
  }
}

function content(frame: ListFrame, table: ReportTable): Pick<ListContent, 'content' | 'stem'> {
  const { title } = table
  return { content: { title, workbook: listWorkbookOf(frame, title, [table]) }, stem: title }
}

/** The 加减分台账 of a quarter, or its 即时激励通报表扬名单. */
export function ledgerContent(library: Library, period: PeriodKey, list: 'LEDGER' | 'INSTANT'): ListContent {
  const { frame, ...rest } = frameOf(library, period, true)
  const view = ledgerView(library, period)
  return { ...content(frame, (list === 'LEDGER' ? ledgerTable : instantTable)(frame, view)), ...rest }
}

/** 荣誉名册 of what a filter lets through, voided ones left out. */
export function honourContent(library: Library, period: PeriodKey, filter: HonourFilter): ListContent {
  const { frame } = frameOf(library, period, false)
  const honours = filteredHonours(library, { ...filter, voided: false })
  return content(frame, honourTable(frame, { title: titleOf(library, filter), honours }))
}

function titleOf(library: Library, { from, to, kind, level }: HonourFilter): string {
  const kinds = honourSettingsOf(library).kinds
  const span =
    from === undefined && to === undefined
      ? ''
      : from?.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31`
        ? `${from.slice(0, 4)}年`
        : `${from ?? ''}至${to ?? '今'}`
  const what = kinds.find((entry) => entry.code === kind)?.name ?? ''
  return `${span}${level === undefined ? '' : LEVEL_WORDS[level]}${what}荣誉名册`
}

/** 加减分目录 as a sheet that can be read back; entries that are no longer offered are left out. */
export function catalogueContent(library: Library, period: PeriodKey): ListContent {
  const { frame } = frameOf(library, period, false)
  const classes = schemeOfQuarter(library, period).races.flatMap((race) => race.adjustments.classes)
  const rows = allCatalogue(library.db)
    .filter((entry) => entry.endedAt === null)
    .map((entry) => {
      const own = classes.find(({ code }) => code === entry.classCode)
      return { ...entry, className: own?.name ?? entry.classCode, sign: own?.sign ?? null }
    })
  return content(frame, catalogueTable(frame, rows))
}

/** 看齐标准对照表. Throws NOT_FOUND. */
export function modelContent(library: Library, period: PeriodKey, id: string): ListContent {
  const { frame, ...rest } = frameOf(library, period, true)
  const model = modelViews(library, period).models.find((entry) => entry.id === id)
  if (model === undefined) throw new AppError('NOT_FOUND', '没有这个看齐标准。')
  return { ...content(frame, modelTable(frame, period, model)), ...rest }
}
