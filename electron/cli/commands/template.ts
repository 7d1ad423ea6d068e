import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { TemplateTarget } from '#shared/ipc/template.ts'
import { issuedViews, issueTemplates, templateTargets } from '../../services/templates/issue.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { table } from '../output.ts'

interface IssueOptions {
  period?: string
  unit: string[]
  allInOne?: boolean
  last: boolean
  selfScore?: boolean
  output: string
}

export function templateCommands(program: Command, context: () => CommandContext): void {
  const template = program.command('template').description('下发填报表')
  template
    .command('issue')
    .description('按方案给各单位生成填报表，交回后能按格子直接导入')
    .requiredOption('-o, --output <folder>', '写到哪个文件夹；已有的文件不会被覆盖')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .option('--unit <unit>', '只给这个单位（名称或代码），可以写多次', append, [])
    .option('--all-in-one', '全部单位一份，不一家一份')
    .option('--no-last', '不印上季度的数')
    .option('--self-score', '要各单位填自评分')
    .action(async (options: IssueOptions) => {
      const { out, options: global } = context()
      const folder = resolve(options.output)
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new AppError('FILE_NOT_FOUND', '没有这个文件夹。', {
          place: { file: folder },
          action: '请先建好文件夹。'
        })
      await withWorkspace(global, async (workspace) => {
        const { library } = workspace
        const period = periodOf(workspace, options.period)
        const { files, issued } = await issueTemplates(
          library,
          {
            period,
            units: unitsNamed(options.unit, templateTargets(library, period)),
            how: options.allInOne === true ? 'ONE_FOR_ALL' : 'ONE_EACH',
            lastQuarter: options.last,
            selfScore: options.selfScore ?? false,
            folder
          },
          { progress: (label, done, total) => out.note(`${done + 1}/${total} ${label}`) }
        )
        const result: z.output<(typeof jsonShapes)['template-issue']> = { folder, issued }
        if (global.json === true) return out.json(result)
        for (const file of files) out.line(file)
      })
    })
  template
    .command('list')
    .description('各单位要报什么，下发过什么，交回了没有')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .action(async (options: { period?: string }) => {
      const { out, options: global } = context()
      await withWorkspace(global, (workspace) => {
        const { library } = workspace
        const period = periodOf(workspace, options.period)
        const targets = templateTargets(library, period)
        const issued = issuedViews(library, period)
        const result: z.output<(typeof jsonShapes)['template-list']> = { period, targets, issued }
        if (global.json === true) return out.json(result)
        out.line(`${periodTitle(period)}要报的数：`)
        out.line(
          table(
            [
              { header: '单位' },
              { header: '指标', right: true },
              { header: '格数', right: true },
              { header: '下发' }
            ],
            targets.map(({ name, indicators, cells, issued: last }) => [
              name,
              String(indicators),
              String(cells),
              last === null ? '未下发' : last.at.slice(0, 10)
            ])
          )
        )
        if (issued.length === 0) return
        out.line('\n下发过的填报表：')
        for (const { fileName, at, superseded, returned } of issued) {
          const state = returned ? '已交回' : superseded ? '另有新表' : '未交回'
          out.line(`${at.slice(0, 10)}  ${state}  ${fileName}`)
        }
      })
    })
}

function append(value: string, all: string[]): string[] {
  return [...all, value]
}

/** Codes of the named units; all that are asked for something when none is named. */
function unitsNamed(names: readonly string[], targets: readonly TemplateTarget[]): string[] {
  if (names.length === 0) return targets.map(({ unit }) => unit)
  return names.map((name) => {
    const found = targets.find((target) => target.unit === name || target.name === name)
    if (found === undefined)
      throw new AppError('NOT_FOUND', `「${name}」本季度没有要报的数，或不在方案里。`, {
        action: '用 liangji template list 看有哪些单位。'
      })
    return found.unit
  })
}
