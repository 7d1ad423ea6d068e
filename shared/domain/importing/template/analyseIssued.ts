import { periodTitle } from '../../period/periodKey.ts'
import type { Problem } from '../../../problem.ts'
import type { SheetAnalysis } from '../analysis.ts'
import type { ImportContext } from '../importContext.ts'
import type { ImportKnowledge } from '../knowledge.ts'
import type { RawSheet, RawWorkbook } from '../grid/rawWorkbook.ts'
import { sheetGrid } from '../grid/sheetGrid.ts'
import { changesSince } from './changesSince.ts'
import { analyseIssuedSheet } from './issuedSheet.ts'
import { locateTable } from './locateTable.ts'
import { KEY_SHEET, readKey, type KeySheet, type TemplateKey } from './templateKey.ts'

export interface IssuedAnalysis {
  /** By the name of the sheet; sheets that are none of ours are read like those of any other workbook. */
  sheets: ReadonlyMap<string, SheetAnalysis>
  /** Of the file as a whole. */
  problems: readonly Problem[]
}

/** Reads a workbook that this program issued by its key sheet. Null for any other, and where the clerk skips the key. */
export function analyseIssued(
  raw: RawWorkbook,
  context: ImportContext,
  knowledge: ImportKnowledge
): IssuedAnalysis | null {
  const keySheet = raw.sheets.find((sheet) => sheet.name === KEY_SHEET)
  const fix = Object.hasOwn(context.fixes.sheets, KEY_SHEET) ? context.fixes.sheets[KEY_SHEET] : undefined
  const reading = keySheet === undefined || fix?.skip === true ? null : readKey(keySheet)
  if (keySheet === undefined || reading === null) return null
  const problems: Problem[] = []
  const tell = (code: string, level: Problem['level'], message: string, suggestion: string): void =>
    void problems.push({
      code,
      level,
      message,
      suggestion,
      place: { file: raw.fileName },
      group: `${code}:${raw.fileName}`
    })
  const ordinary = '也可以在「认工作表」里跳过隐藏的「亮绩模板」，按普通表格导入'
  const nothing = (): IssuedAnalysis => ({
    sheets: new Map(raw.sheets.map((sheet) => [sheet.name, leftOut(sheet, '下发的表，没有按原样读出')])),
    problems
  })
  if (reading.status !== 'OK') {
    if (reading.status === 'TAMPERED')
      tell(
        'TEMPLATE_TAMPERED',
        'error',
        '这份下发的表里隐藏的对应关系被改动过，不能按它取数，没有导入任何数。',
        `请把数填到下发的原表里重新导入；${ordinary}。`
      )
    else
      tell(
        'TEMPLATE_NEWER',
        'error',
        '这份表是更新版本的程序下发的，这里读不了它的对应关系，没有导入任何数。',
        `请更新程序后再导入；${ordinary}。`
      )
    return nothing()
  }
  const { key } = reading
  if (key.head.period !== context.catalogue.period) {
    tell(
      'TEMPLATE_OTHER_PERIOD',
      'error',
      `这份表是${periodTitle(key.head.period)}下发的，现在导入的是${periodTitle(context.catalogue.period)}，没有导入任何数。`,
      `请换成本季度下发的表，或切换到${periodTitle(key.head.period)}再导入。`
    )
    return nothing()
  }
  tellStanding(key, context, knowledge, tell)
  const { pairs, missing } = pairSheets(key, raw)
  for (const { sheet } of missing)
    tell(
      'TEMPLATE_SHEET_MISSING',
      'error',
      `下发时的工作表「${sheet}」不见了，它的数没有导入。`,
      '请找回这张工作表后重新导入；确实不报的，对方应在原表里写明。'
    )
  const sheets = new Map<string, SheetAnalysis>([[KEY_SHEET, leftOut(keySheet, '下发模板的对应关系')]])
  for (const [sheet, own] of pairs) {
    const skip = Object.hasOwn(context.fixes.sheets, sheet.name) && context.fixes.sheets[sheet.name]?.skip
    sheets.set(
      sheet.name,
      skip === true
        ? leftOut(sheet, '经办人选择跳过')
        : analyseIssuedSheet({ raw: sheet, key, sheet: own, context })
    )
  }
  return { sheets, problems }
}

/** Whether the workbook is one of this library's, the newest of its kind, and still what the scheme asks. */
function tellStanding(
  key: TemplateKey,
  context: ImportContext,
  { issued }: ImportKnowledge,
  tell: (code: string, level: Problem['level'], message: string, suggestion: string) => void
): void {
  const own = issued.find((entry) => entry.id === key.head.id)
  const whom = key.head.unit === null ? '这份表' : `下发给${key.head.unit.name}的这份表`
  if (own === undefined)
    tell(
      'TEMPLATE_UNKNOWN',
      'confirm',
      `${whom}不是从本数据库下发的（编号 ${key.head.id.slice(0, 8)}，方案「${key.head.schemeTitle}」第 ${key.head.schemeVersion} 版）。`,
      '确认它是本单位下发的再导入；各格的对应关系按表里记的来。'
    )
  else if (own.superseded)
    tell(
      'TEMPLATE_SUPERSEDED',
      'confirm',
      `${whom}是 ${key.head.issuedAt.slice(0, 10)} 下发的，后来又下发过一次。`,
      '请确认对方没有另填新表；两份都报了的，以后导入的为准。'
    )
  const changes = changesSince(key, context.catalogue)
  if (changes.length === 0) return
  const shown = changes.slice(0, 5).join('；')
  tell(
    'TEMPLATE_STALE',
    'confirm',
    `${whom}下发之后方案有变动：${shown}${changes.length > 5 ? `；等 ${changes.length} 处` : ''}。`,
    '数仍按下发时的格子取，计分按现在的方案；变动大的请重新下发。'
  )
}

/** Sheets by their names; a renamed one by its header, where that leaves no doubt. */
function pairSheets(
  key: TemplateKey,
  raw: RawWorkbook
): { pairs: Map<RawSheet, KeySheet>; missing: KeySheet[] } {
  const pairs = new Map<RawSheet, KeySheet>()
  const missing: KeySheet[] = []
  for (const sheet of key.sheets) {
    const named = raw.sheets.find((candidate) => candidate.name === sheet.sheet)
    if (named !== undefined) pairs.set(named, sheet)
    else missing.push(sheet)
  }
  const lost: KeySheet[] = []
  for (const sheet of missing) {
    const alike = raw.sheets.filter(
      (candidate) => !pairs.has(candidate) && candidate.name !== KEY_SHEET && holdsAll(candidate, sheet, key)
    )
    if (alike.length === 1) pairs.set(alike[0]!, sheet)
    else lost.push(sheet)
  }
  return { pairs, missing: lost }
}

function holdsAll(raw: RawSheet, sheet: KeySheet, key: TemplateKey): boolean {
  const cells = key.cells.filter((cell) => cell.sheet === sheet.sheet)
  const at = locateTable(sheetGrid(raw), sheet, new Set(cells.map((cell) => cell.path)))
  return (
    at !== null &&
    cells.every((cell) => at.colOf(cell.path, cell.col) !== null && at.rowOf(cell.label, cell.row) !== null)
  )
}

function leftOut(raw: RawSheet, reason: string): SheetAnalysis {
  return {
    sheet: raw.name,
    index: raw.index,
    used: false,
    leftOut: reason,
    layout: null,
    header: null,
    body: null,
    columns: [],
    tables: [],
    memory: null,
    unit: null,
    meta: {},
    title: null,
    readings: [],
    adjustments: [],
    items: [],
    skippedRows: [],
    problems: []
  }
}
