import type { ImportSessionView } from '#shared/ipc/import.ts'

export const STEPS = ['pick', 'header', 'check', 'confirm'] as const
export type Step = (typeof STEPS)[number]

/** Files whose cells would be imported. */
export function readyFiles(session: ImportSessionView | null): ImportSessionView['files'] {
  return session?.files.filter((file) => file.status === 'READY') ?? []
}

/** Which steps can be opened: everything after picking needs a readable file. */
export function isReachable(step: Step, session: ImportSessionView | null): boolean {
  return step === 'pick' || readyFiles(session).length > 0
}

/** The file that a step opens with: the one chosen, else the first with errors, else the first that can be read. */
export function fileToShow(session: ImportSessionView, chosen: string | null): string | null {
  const ready = readyFiles(session)
  if (ready.some((file) => file.id === chosen)) return chosen
  return (ready.find((file) => file.counts.errors > 0) ?? ready[0])?.id ?? null
}

/** The sheet of a file to open with: the one chosen, else the first used one, else the first. */
export function sheetToShow(
  sheets: readonly { sheet: string; used: boolean }[],
  chosen: string | null
): string | null {
  if (sheets.some((sheet) => sheet.sheet === chosen)) return chosen
  return (sheets.find((sheet) => sheet.used) ?? sheets[0])?.sheet ?? null
}
