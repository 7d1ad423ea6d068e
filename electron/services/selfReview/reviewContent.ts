import { periodTitle, previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import { chineseDate } from '#shared/domain/report/reportFrame.ts'
import type { WorkbookContent } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import {
  gapTable,
  outcomeTable,
  overviewTable,
  type PrintedGap,
  type PrintedOutcome
} from '#shared/domain/report/selfReview/selfReviewTables.ts'
import { REVIEW_STATES } from '#shared/domain/selfReview/gapWords.ts'
import type { FollowUpRow, GapItemView, GapRowView, SelfReviewView } from '#shared/ipc/selfReview.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import type { Library } from '../library.ts'
import type { Content } from '../reports/exportContent.ts'
import { getSettings } from '../settings.ts'
import { reviewSettings } from './openReview.ts'
import { reviewOf, reviewOverview } from './reviewView.ts'

/** One unit's 六问对标表, with what became of last quarter's gaps where there were any. */
export function unitReviewContent(library: Library, period: PeriodKey, unit: string): Content {
  const view = reviewOf(library, period, unit)
  const title = `${view.unitName}${periodTitle(period)}六问对标表`
  const frame = { title, left: `填报单位：${view.unitName}`, right: stateText(library, view) }
  const tables = [
    gapTable('selfReview', '六问对标', frame, printedGaps(library, view), reviewSettings(library), false)
  ]
  if (view.followUp !== null)
    tables.push(
      outcomeTable(
        'selfReview.outcome',
        '上季度差距',
        { ...frame, title: `${view.unitName}${periodTitle(view.followUp.period)}差距整改情况` },
        view.followUp.rows.map((row) => printedOutcome(view.unitName, row)),
        view.followUp.counts,
        false
      )
    )
  return { title, workbook: workbookOf(library, title, view.state !== 'SUBMITTED', tables) }
}

/** 汇总: units, all gaps, all outcomes of the quarter before. */
export function summaryContent(library: Library, period: PeriodKey): Content {
  const overview = reviewOverview(library, period)
  const views = overview.units.map(({ unit }) => reviewOf(library, period, unit))
  const title = `${periodTitle(period)}六问对标汇总表`
  const frame = frameOf(library, title)
  const outcomes = views.flatMap((view) =>
    (view.followUp?.rows ?? []).map((row) => printedOutcome(view.unitName, row))
  )
  const tables = [
    overviewTable(frame, overview.units, overview.totals),
    gapTable(
      'selfReview.all',
      '差距明细',
      { ...frame, title: `${periodTitle(period)}六问对标差距明细表` },
      views.flatMap((view) => printedGaps(library, view)),
      reviewSettings(library),
      true
    )
  ]
  if (outcomes.length > 0)
    tables.push(
      outcomeTable(
        'selfReview.outcomes',
        '上季度差距',
        { ...frame, title: `${periodTitle(previousPeriod(period))}差距整改情况表` },
        outcomes,
        overview.totals.earlier,
        true
      )
    )
  const open = overview.totals.submitted < overview.totals.units
  return { title, workbook: workbookOf(library, title, open, tables) }
}

function frameOf(library: Library, title: string): { title: string; left: string; right: string } {
  const { issuer } = getSettings(library)
  return {
    title,
    left: issuer === '' ? '' : `填报单位：${issuer}`,
    right: chineseDate(library.now())
  }
}

function workbookOf(
  library: Library,
  title: string,
  isOpen: boolean,
  tables: readonly ReportTable[]
): WorkbookContent {
  return {
    title,
    mark: isOpen ? '填写中，未全部提交' : '',
    provenance: `六问对标 · ${chineseDate(library.now())} 打印`,
    sheets: tables.map((table) => ({ table, charts: [] }))
  }
}

function stateText(library: Library, { state, submitted }: SelfReviewView): string {
  if (submitted === null) return [REVIEW_STATES[state], chineseDate(library.now())].join('\u3000')
  return `${chineseDate(new Date(submitted.at))}提交`
}

function printedGaps(library: Library, { unit, unitName, rows }: SelfReviewView): PrintedGap[] {
  const names = new Map(listUnits(library.db).map(({ code, name }) => [code, name]))
  return rows.map(({ fields, item }: GapRowView) => ({
    unitName,
    ownerName: fields.owner === null || fields.owner === unit ? '' : (names.get(fields.owner) ?? ''),
    fields,
    task: taskText(item)
  }))
}

function taskText(item: GapItemView | null): string {
  if (item === null) return ''
  return `${item.number} ${item.status === 'OVERDUE' ? '逾期' : ITEM_STATES[item.state].name}`
}

function printedOutcome(unitName: string, { row, outcome }: FollowUpRow): PrintedOutcome {
  return {
    unitName,
    topic: row.fields.topic,
    change: outcome.change,
    sentence: outcome.sentence,
    task: taskText(row.item)
  }
}
