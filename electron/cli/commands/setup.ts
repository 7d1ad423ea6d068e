import type { Command } from 'commander'
import { installSample } from '../../services/samples.ts'
import { withWorkspace, type CommandContext } from '../context.ts'
import { schemeCommands } from './scheme.ts'

export function setupCommands(program: Command, context: () => CommandContext): void {
  program
    .command('init')
    .description('新建数据库')
    .option('--sample', '装入示例单位（上季度已冻结，本季度待导入）')
    .action(async (options: { sample?: boolean }) => {
      const { out, options: global } = context()
      await withWorkspace(
        global,
        async (workspace) => {
          if (options.sample === true) await installSample(workspace.library, workspace.reader)
          out.line(`已新建数据库：${workspace.library.paths.database}`)
        },
        { create: true }
      )
    })

  schemeCommands(program, context)
}
