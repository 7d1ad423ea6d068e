import type { ImportFileView, ImportSessionView } from '#shared/ipc/importViews.ts'

export const STEPS = ['pick', 'header', 'check', 'confirm'] as const
export type Step = (typeof STEPS)[number]

/** Files whose cells would be imported. */
export function readyFiles(session: ImportSessionView | null): ImportFileView[] {
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

const isOpen = ({ counts }: ImportFileView): boolean => counts.errors + counts.confirms > 0

/**
 * The next (1) or previous (-1) file in which something is open, round the end; null when no other one has anything.
 */
export function nextOpenFile(session: ImportSessionView, file: string, by: 1 | -1): string | null {
  const ready = readyFiles(session)
  const at = ready.findIndex((one) => one.id === file)
  for (let step = 1; step < ready.length; step += 1) {
    const candidate = ready[(at + by * step + ready.length * step) % ready.length]
    if (candidate !== undefined && isOpen(candidate)) return candidate.id
  }
  return null
}
