/** What handlers need of the desktop. main gives Electron's dialogs, tests give their own. */
export interface Desktop {
  /** Paths, empty when cancelled. */
  pickWorkbooks(): Promise<string[]>
  /** A folder to read from or to write into; null when cancelled. */
  pickFolder(purpose: 'IMPORT' | 'EXPORT'): Promise<string | null>
  /** A scheme as JSON or in the Excel layout; null when cancelled. */
  pickScheme(): Promise<string | null>
  /** The chosen path, null when cancelled. The dialog itself asks before overwriting. */
  saveAs(defaultName: string, extension: string): Promise<string | null>
  /** Null when it worked, else the system's message. */
  openFile(path: string): Promise<string | null>
  showInFolder(path: string): void
}
