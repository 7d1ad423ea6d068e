import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { forgetMemory, memoryViews } from '../../services/importing/memory.ts'
import { withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'

/** 沿用的对应关系: what the clerk answered for the sheets of earlier quarters. */
export function memoryCommands(program: Command, context: () => CommandContext): void {
  const memory = program.command('memory').description('沿用的对应关系：以前导入时对各表列、名称的指定')
  memory
    .command('list')
    .description('列出记住的对应关系，新的在前')
    .action(() => list(context()))
  memory
    .command('forget [id]')
    .description('清除一份（编号见 memory list），或用 --all 清除全部；已导入的数不变')
    .option('--all', '清除全部')
    .action((text: string | undefined, options: { all?: boolean }) =>
      forget(context(), idOf(text, options.all ?? false))
    )
}

function idOf(text: string | undefined, all: boolean): number | null {
  if ((text === undefined) !== all) throw new AppError('VALIDATION_FAILED', '请写一个编号，或写 --all。')
  if (text === undefined) return null
  if (!/^\d{1,15}$/.test(text)) throw new AppError('VALIDATION_FAILED', `看不懂对应关系的编号「${text}」。`)
  return Number(text)
}

function list({ out, options }: CommandContext): Promise<void> {
  return withWorkspace(options, ({ library }) => {
    const shown: z.output<(typeof jsonShapes)['memory-list']> = memoryViews(library)
    if (options.json === true) return out.json(shown)
    if (shown.length === 0) out.line('还没有记住的对应关系。')
    for (const view of shown) {
      out.line(`${view.id}  ${periodTitle(view.period)}《${view.fileName}》· ${view.sheet}`)
      out.line(`    表头：${view.labels.join(' | ')}`)
      out.line(`    ${view.by} ${view.at.slice(0, 10)}`)
    }
  })
}

function forget({ out, options }: CommandContext, id: number | null): Promise<void> {
  return withWorkspace(options, ({ library }) => {
    const shown: z.output<(typeof jsonShapes)['memory-forget']> = { forgotten: forgetMemory(library, id) }
    if (options.json === true) return out.json(shown)
    out.line(`已清除 ${shown.forgotten} 份对应关系。已导入的数不变。`)
  })
}
