import type { Command } from 'commander'
import type { z } from 'zod'
import { calendarView } from '../../services/calendar/calendarFile.ts'
import { checkEvidence } from '../../services/evidence/evidence.ts'
import type { Workspace } from '../../services/workspace.ts'
import type { CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines } from '../output.ts'
import { run } from '../periodCommand.ts'

const SOURCES = { OWN: '单位自己的文件', LAST_GOOD: '改错之前的内容', BUNDLED: '随软件带的' } as const

/** What lies beside the database: 工作日历 and 佐证材料. */
export function besideCommands(program: Command, context: () => CommandContext): void {
  program
    .command('calendar')
    .description('工作日历')
    .command('check')
    .description('查「节假日.csv」：矛盾的、看不懂的、不全的')
    .action(() => run(context(), checkCalendar, {}))
  program
    .command('evidence')
    .description('佐证材料')
    .command('check')
    .description('把每一份都读一遍：不见了的、内容变了的')
    .action(() => run(context(), checkFiles, {}))
}

function checkCalendar({ library }: Workspace, { out, options }: CommandContext): void {
  const shown: z.output<(typeof jsonShapes)['calendar-check']> = calendarView(library)
  if (options.json === true) out.json(shown)
  else {
    const { source, days, years, problems } = shown
    out.line(
      `工作日历用的是${SOURCES[source]}：${days.length} 天，完整的年份 ${years.join('、') || '没有'}。`
    )
    for (const line of problemLines(problems)) out.line(line)
  }
  if (shown.problems.some(({ level }) => level === 'error')) process.exitCode = EXIT.problems
}

async function checkFiles({ library }: Workspace, { out, options }: CommandContext): Promise<void> {
  const shown: z.output<(typeof jsonShapes)['evidence-check']> = await checkEvidence(library)
  if (options.json === true) out.json(shown)
  else {
    out.line(`查了 ${shown.checked} 份佐证材料，${shown.damaged.length} 份有问题。`)
    for (const { subjectName, fileName, state } of shown.damaged)
      out.line(`${subjectName}：「${fileName}」${state === 'MISSING' ? '不见了' : '内容变了'}。`)
  }
  if (shown.damaged.length > 0) process.exitCode = EXIT.problems
}
