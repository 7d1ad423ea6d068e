/** What handlers need of the desktop. main gives Electron's dialogs, tests give their own. */
export interface Desktop {
  /** Paths, empty when cancelled. */
  pickWorkbooks(): Promise<string[]>
  /** A folder to read from or to write into; null when cancelled. */
  pickFolder(purpose: 'IMPORT' | 'EXPORT'): Promise<string | null>
  /** A scheme as JSON or in the Excel layout; null when cancelled. */
  pickScheme(): Promise<string | null>
  /** A workbook, document or presentation of the unit's own to print reports in; null when cancelled. */
  pickTemplate(): Promise<string | null>
  /** Files of any kind to keep as 佐证材料, several only where asked for; empty when cancelled. */
  pickEvidence(several: boolean): Promise<string[]>
  /** The chosen path, null when cancelled. The dialog itself asks before overwriting. */
  saveAs(defaultName: string, extension: string): Promise<string | null>
  /** Null when it worked, else the system's message. */
  openFile(path: string): Promise<string | null>
  showInFolder(path: string): void
  /** Prints a page without scripts to PDF. Rejects with CANCELLED when the signal fires. */
  printPdf(html: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}
