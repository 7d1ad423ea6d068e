import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { fillOwnTemplate, previewOwnFill } from '../../services/templates/ownFill.ts'
import {
  ownTemplateViews,
  removeOwnTemplate,
  takeOwnTemplate
} from '../../services/templates/ownTemplates.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { refuseExisting } from '../refuseExisting.ts'

interface FillOptions {
  period?: string
  output: string
  keepValues?: boolean
  force?: boolean
}

/** 自有模板: a department's own workbook, filled for another quarter. */
export function ownTemplateCommands(program: Command, context: () => CommandContext): void {
  const own = program.command('own-template').description('自有模板：把已导入的表留作下一季度的填报表')
  own
    .command('list')
    .description('列出自有模板，新的在前')
    .action(() => list(context()))
  own
    .command('take <batch>')
    .description('把一次导入的工作簿（.xlsx、.xlsm）留作模板')
    .requiredOption('--name <名称>', '模板名称')
    .action((batch: string, options: { name: string }) => take(context(), numberOf(batch), options.name))
  own
    .command('fill <id>')
    .description('为另一个季度填好目标、清空完成值，其余原样')
    .option('--period <quarter>', '季度，如 2026Q4；默认最新的季度')
    .requiredOption('-o, --output <file>', '写到哪个文件')
    .option('--keep-values', '保留上次填的数')
    .option('--force', '覆盖已有的文件')
    .action((id: string, options: FillOptions) => fill(context(), numberOf(id), options))
  own
    .command('remove <id>')
    .description('停用一个模板；已经写出的文件不变')
    .action((id: string) => remove(context(), numberOf(id)))
}

function numberOf(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new AppError('VALIDATION_FAILED', `看不懂编号「${text}」，请写一个整数。`)
  return Number(text)
}

function list({ out, options }: CommandContext): Promise<void> {
  return withWorkspace(options, ({ library }) => {
    const shown: z.output<(typeof jsonShapes)['own-templates']> = ownTemplateViews(library)
    if (options.json === true) return out.json(shown)
    if (shown.length === 0) out.line('还没有自有模板。')
    for (const view of shown) {
      out.line(
        `${view.id}  ${view.name}（${periodTitle(view.period)}《${view.fileName}》，${view.places} 个数）`
      )
      out.line(`    ${view.units.join('、')}`)
    }
  })
}

function take({ out, options }: CommandContext, batch: number, name: string): Promise<void> {
  return withWorkspace(options, ({ library }) => {
    const text = name.trim()
    if (text === '' || text.length > 60)
      throw new AppError('VALIDATION_FAILED', '模板名称要有 1 到 60 个字。')
    const shown: z.output<(typeof jsonShapes)['own-template']> = takeOwnTemplate(library, batch, text)
    if (options.json === true) return out.json(shown)
    out.line(`已留作模板 ${shown.id}「${shown.name}」，共 ${shown.places} 个数。`)
  })
}

function fill({ out, options }: CommandContext, id: number, given: FillOptions): Promise<void> {
  return withWorkspace(options, async (workspace) => {
    const { library, reader } = workspace
    const period = periodOf(workspace, given.period)
    const request = { id, period, keepValues: given.keepValues ?? false }
    const preview = await previewOwnFill(library, reader, request)
    const path = resolve(given.output)
    refuseExisting(path, given.force)
    await fillOwnTemplate(library, reader, { ...request, path })
    const shown: z.output<(typeof jsonShapes)['own-template-fill']> = { file: path, period, ...preview }
    if (options.json === true) return out.json(shown)
    for (const note of shown.notes) out.note(note)
    out.line(
      `已写出 ${path}：填入目标 ${shown.targets} 格，待填 ${shown.emptied} 格，不再考核 ${shown.gone.length} 格，改标题 ${shown.titles.length} 处。`
    )
  })
}

function remove({ out, options }: CommandContext, id: number): Promise<void> {
  return withWorkspace(options, ({ library }) => {
    removeOwnTemplate(library, id)
    const shown: z.output<(typeof jsonShapes)['own-template-remove']> = { removed: id }
    if (options.json === true) return out.json(shown)
    out.line('已停用。已经写出的文件不变。')
  })
}
