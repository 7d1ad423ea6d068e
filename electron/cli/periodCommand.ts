import type { Workspace } from '../services/workspace.ts'
import { withWorkspace, type CommandContext } from './context.ts'

export interface PeriodOption {
  period?: string
}

/** The option of every command that is about one quarter. */
export const PERIOD = ['--period <quarter>', '季度，如 2026Q3；默认最新的季度'] as const

/** Runs a command's work on the open database. */
export function run<O>(
  command: CommandContext,
  work: (workspace: Workspace, command: CommandContext, options: O) => void | Promise<void>,
  options: O
): Promise<void> {
  return withWorkspace(command.options, (workspace) => work(workspace, command, options))
}
