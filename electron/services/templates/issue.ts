import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/appError.ts'
import { askedOf } from '#shared/domain/importing/template/asked.ts'
import { KEY_VERSION } from '#shared/domain/importing/template/templateKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { IssuedView, TemplateTarget } from '#shared/ipc/template.ts'
import { append } from '#db/repos/auditRepo.ts'
import { listIssues, saveIssue, type IssueRow } from '#db/repos/issuedTemplateRepo.ts'
import { schemeVersionInfo } from '#db/repos/schemeRepo.ts'
import { tx } from '#db/tx.ts'
import { writeTemplateWorkbook } from '../../reports/template/templateWorkbook.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { getSettings } from '../settings.ts'
import { writeWhole } from '../writeWhole.ts'
import type { IssueScope } from './issueCells.ts'
import { issueNotes } from './issueNotes.ts'
import { inputs, scopeOf } from './issueScope.ts'
import { issueSheets, type Addressee } from './issueSheets.ts'
import { returnedIds } from './returned.ts'

export interface IssueRequest {
  period: PeriodKey
  units: readonly string[]
  how: 'ONE_EACH' | 'ONE_FOR_ALL'
  lastQuarter: boolean
  selfScore: boolean
  folder: string
}

export interface IssueJob {
  signal?: AbortSignal
  progress?(label: string, done: number, total: number): void
}

/** The units that are asked for something this quarter, and what was sent to each. */
export function templateTargets(library: Library, period: PeriodKey): TemplateTarget[] {
  if (requirePeriod(library, period).schemeVersionId === null) return []
  const scope = scopeOf(library, period, { lastQuarter: false, selfScore: false })
  const newest = new Map(listIssues(library.db, period).map((issue) => [issue.unit, issue]))
  return scope.catalogue.units.flatMap((unit) => {
    const asked = askedOf(scope.catalogue, unit.code)
    if (asked.length === 0) return []
    const issue = newest.get(unit.code)
    return [
      {
        unit: unit.code,
        name: unit.name,
        cells: inputs(issueSheets(scope, unit, null)),
        indicators: asked.length,
        issued:
          issue === undefined
            ? null
            : { id: issue.id, at: issue.issuedAt, by: issue.by, fileName: issue.fileName }
      }
    ]
  })
}

/** What was issued for a period, newest first. */
export function issuedViews(library: Library, period: PeriodKey): IssuedView[] {
  const returned = returnedIds(library, period)
  return listIssues(library.db, period)
    .map((issue) => viewOf(issue, returned))
    .reverse()
}

function viewOf(issue: IssueRow, returned: ReadonlySet<string>): IssuedView {
  const { id, unit, unitName, fileName, by, superseded } = issue
  return { id, unit, unitName, fileName, at: issue.issuedAt, by, superseded, returned: returned.has(id) }
}

/**
 * Writes the workbooks into `folder`, each whole and under a name that is not taken, and records it at once: a cancelled
 * issue leaves what it has written, recorded and usable.
 */
export async function issueTemplates(
  library: Library,
  request: IssueRequest,
  job: IssueJob = {}
): Promise<{ files: string[]; issued: IssuedView[] }> {
  const { period } = request
  const row = requirePeriod(library, period)
  if (isFrozenState(row.state))
    throw new AppError('PERIOD_FROZEN', `${periodTitle(period)}已冻结，不再收数，没有下发。`, {
      action: '请切换到正在收数的季度。'
    })
  const scope = scopeOf(library, period, request)
  const files: string[] = []
  const ids: string[] = []
  const addressees = addresseesOf(request, scope)
  for (const [index, to] of addressees.entries()) {
    if (job.signal?.aborted === true)
      throw new AppError('CANCELLED', `已停止下发，写好了 ${files.length} 份。`)
    job.progress?.(`写填报表：${to?.name ?? '全部单位'}`, index, addressees.length)
    const { path, id } = await issueOne(library, request, scope, to, row.dueDate)
    files.push(path)
    ids.push(id)
  }
  return { files, issued: issuedViews(library, period).filter(({ id }) => ids.includes(id)) }
}

/** Null stands for all units at once. Units that are asked for nothing get no workbook. */
function addresseesOf({ units, how, period }: IssueRequest, scope: IssueScope): (Addressee | null)[] {
  const chosen = scope.catalogue.units.filter(({ code }) => units.includes(code))
  const unknown = units.find((code) => !chosen.some((unit) => unit.code === code))
  if (unknown !== undefined)
    throw new AppError('NOT_FOUND', `${periodTitle(period)}的方案里没有单位「${unknown}」。`)
  const asked =
    how === 'ONE_FOR_ALL' ? [null] : chosen.filter((unit) => inputs(issueSheets(scope, unit, null)) > 0)
  const nothing =
    how === 'ONE_FOR_ALL' ? inputs(issueSheets(scope, null, new Set(units))) === 0 : asked.length === 0
  if (nothing)
    throw new AppError('VALIDATION_FAILED', '所选单位本季度没有要报的数，没有下发。', {
      action: '请到「考核方案」看指标的数据由谁报。'
    })
  return asked
}

async function issueOne(
  library: Library,
  request: IssueRequest,
  scope: IssueScope,
  to: Addressee | null,
  dueDate: string | null
): Promise<{ path: string; id: string }> {
  const { period, units, folder } = request
  const { schemeVersionId } = requirePeriod(library, period)
  const version = schemeVersionInfo(library.db, schemeVersionId!)
  const id = randomUUID()
  const at = library.now()
  const { bytes, checksum } = await writeTemplateWorkbook(
    {
      head: {
        kind: 'head',
        formatVersion: KEY_VERSION,
        id,
        schemeCode: version.code,
        schemeVersion: version.number,
        schemeTitle: version.title,
        period,
        unit: to,
        issuedAt: at.toISOString()
      },
      sheets: issueSheets(scope, to, new Set(units)),
      notes: issueNotes(scope, to, { dueDate, issuer: getSettings(library).issuer })
    },
    at
  )
  const path = freePath(folder, `${shortTitle(period)}考核填报表（${to?.name ?? '汇总'}）`, 'xlsx')
  await writeWhole(path, bytes)
  const fileName = path.slice(folder.length).replace(/^[\\/]/, '')
  tx(library.db, () => {
    const by = library.operator()
    saveIssue(library.db, {
      id,
      period,
      schemeVersionId: schemeVersionId!,
      unit: to?.code ?? null,
      fileName,
      checksum,
      at,
      by
    })
    append(library.db, {
      at,
      who: by,
      what: '下发模板',
      subject: `${period} · ${to?.name ?? '汇总'}`,
      after: JSON.stringify({ id, file: fileName })
    })
  })
  return { path, id }
}

/** 2026年三季度, as offices write it in file names. */
function shortTitle(period: PeriodKey): string {
  return periodTitle(period).replace('第', '')
}
