import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { quarterName, spanTitle } from '#shared/domain/period/spans.ts'
import {
  yearSpan,
  type YearQuarter,
  type YearResult,
  type YearSpan
} from '#shared/domain/period/yearResult.ts'
import { quarterOf } from '#shared/domain/period/periodKey.ts'
import { freezeYear, listYears, yearView } from '../../services/year.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { table } from '../output.ts'

interface YearOptions {
  year?: string
  span: string
  freeze?: boolean
  reason: string
}

export function yearCommand(program: Command, context: () => CommandContext): void {
  program
    .command('year')
    .description('年度、半年成绩：由已冻结的季度合成')
    .option('--year <year>', '年份，如 2026；默认最近有冻结季度的一年')
    .option('--span <span>', '全年 year、上半年 h1、下半年 h2', 'year')
    .option('--freeze', '冻结，生成年度成绩快照')
    .option('--reason <text>', '说明', '')
    .action((options: YearOptions) => {
      const command = context()
      return withWorkspace(command.options, (workspace) => year(workspace, command, options))
    })
}

async function year(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: YearOptions
): Promise<void> {
  const which = { year: yearOf(workspace, options.year), span: spanOf(options.span) }
  const view: z.output<(typeof jsonShapes)['year']> =
    options.freeze === true
      ? await freezeYear(workspace.library, { ...which, reason: options.reason })
      : yearView(workspace.library, which.year, which.span)
  if (global.json === true) return out.json(view)
  const frozen = view.snapshot === null ? '预览，未定稿' : `快照 ${view.snapshot.id}`
  out.line(`${spanTitle(which.year, which.span)}成绩  ${frozen}`)
  for (const line of yearLines(view.result)) out.line(line)
}

function yearOf(workspace: Workspace, text: string | undefined): number {
  if (text === undefined) {
    return listYears(workspace.library)[0] ?? quarterOf(periodOf(workspace, undefined)).year
  }
  const match = /^(\d{4})年?$/.exec(text.normalize('NFKC').trim())
  const found = match === null ? NaN : Number(match[1])
  if (!(found >= 1990 && found <= 2100)) {
    throw new AppError('VALIDATION_FAILED', `看不懂年份「${text}」，请写成 2026。`)
  }
  return found
}

const SPANS: Record<string, YearSpan> = { 全年: 'YEAR', 年度: 'YEAR', 上半年: 'H1', 下半年: 'H2' }

function spanOf(text: string): YearSpan {
  const given = yearSpan.safeParse(text.toUpperCase())
  const span = given.success ? given.data : SPANS[text]
  if (span === undefined) {
    throw new AppError('VALIDATION_FAILED', `看不懂「${text}」，--span 请写 year、h1 或 h2。`)
  }
  return span
}

const STATES: Record<YearQuarter['state'], string> = {
  COUNTED: '',
  IMPUTED: '补分',
  INHERITED: '承继',
  DROPPED: '去掉',
  MISSING: '缺',
  NOT_A_MEMBER: '/'
}

/** The year of every group as a text table, the sentences of units with a score below it, then the footer and the open points. */
export function yearLines(result: YearResult): string[] {
  const tables = result.races.flatMap((race) =>
    race.groups.flatMap((group) => [
      '',
      `${race.name} · ${group.name}`,
      table(
        [
          { header: '名次', right: true },
          { header: '单位' },
          ...result.quarters.map(({ period }) => ({ header: quarterName(period), right: true })),
          { header: '季度合成', right: true },
          { header: '领导评价', right: true },
          { header: '年度得分', right: true },
          { header: '等次' },
          { header: '备注' }
        ],
        group.units.map((unit) => [
          unit.rank === null ? '/' : String(unit.rank),
          unit.name,
          ...unit.quarters.map(quarterText),
          unit.quarterScore?.printed ?? '/',
          unit.leadership?.printed ?? '/',
          unit.total?.printed ?? '/',
          unit.grade?.grade ?? '/',
          unit.remarks.join('；')
        ])
      ),
      ...group.units.flatMap((unit) =>
        unit.quarterScore === null ? [] : [`  ${unit.name}：${unit.sentence}`]
      )
    ])
  )
  return [
    ...tables,
    '',
    ...result.footer.map((line) => `注：${line}`),
    ...result.open.map((line) => `待办：${line}`)
  ]
}

function quarterText({ state, score }: YearQuarter): string {
  return [score ?? '', STATES[state]].filter((text) => text !== '').join(' ')
}
