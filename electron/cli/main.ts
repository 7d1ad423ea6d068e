import { Command, CommanderError } from 'commander'
import { isAppError } from '#shared/appError.ts'
import { batchCommands } from './commands/batch.ts'
import { besideCommands } from './commands/beside.ts'
import { decisionCommands } from './commands/decisions.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { memoryCommands } from './commands/memory.ts'
import { ownTemplateCommands } from './commands/ownTemplate.ts'
import { quarterCommands } from './commands/quarter.ts'
import { registerCommands } from './commands/register.ts'
import { reportTemplateCommands } from './commands/reportTemplate.ts'
import { resultCommands } from './commands/results.ts'
import { revisionCommands } from './commands/revisions.ts'
import { setupCommands } from './commands/setup.ts'
import { slipCommands } from './commands/slip.ts'
import { templateCommands } from './commands/template.ts'
import { tryCommand } from './commands/try.ts'
import { yearCommand } from './commands/year.ts'
import type { CommandContext, GlobalOptions } from './context.ts'
import { EXIT, exitCodeOf } from './exitCodes.ts'
import { problemLines, terminal } from './output.ts'
import { version } from './version.ts'

const program = new Command('liangji')
  .description('亮绩赛马：导入考核表、计算、排名、冻结、导出（本机离线）')
  .version(version(), '-V, --version', '版本')
  .helpOption('-h, --help', '用法')
  .helpCommand('help [命令]', '用法')
  .option('--db <file>', '数据库文件', process.env['LIANGJI_DB'] ?? 'liangji.db')
  .option('--json', '输出 JSON（格式见 resources/schema）')
  .exitOverride()
  .configureOutput({ writeErr: (text) => terminal.note(text.trimEnd()) })

const context = (): CommandContext => ({ out: terminal, options: program.opts<GlobalOptions>() })
setupCommands(program, context)
importCommand(program, context)
batchCommands(program, context)
quarterCommands(program, context)
decisionCommands(program, context)
resultCommands(program, context)
revisionCommands(program, context)
memoryCommands(program, context)
ownTemplateCommands(program, context)
exportCommand(program, context)
reportTemplateCommands(program, context)
templateCommands(program, context)
tryCommand(program, context)
yearCommand(program, context)
registerCommands(program, context)
slipCommands(program, context)
besideCommands(program, context)

// `liangji rank | head`: whoever reads has seen enough, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
  else if (isAppError(error)) {
    terminal.note(`错误（${error.code}）：${error.toSentence()}`)
    for (const line of problemLines(error.details.problems ?? [])) terminal.note(line)
    process.exitCode = exitCodeOf(error.code)
  } else {
    terminal.note(`程序出现意外：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    process.exitCode = EXIT.unexpected
  }
}
