/** Most files and bytes of one drop: they cross to main as bytes and stand in memory twice for a moment. */
export const MOST_FILES = 200
export const MOST_BYTES = 300 * 1024 * 1024

/** From folders only these are taken; a file dropped by itself may have any name. */
const SHEET_SUFFIX = /\.(xlsx|xlsm|xlsb|xls|et|ods|csv|tsv|htm|html)$/i
/** Lock files that Excel and WPS leave beside an open workbook. */
const LOCK_FILE = /^(~\$|\.~)/

export interface Dropped {
  file: File
  /** Folder that the file lay in, from the dropped one down; '' for a file dropped by itself. */
  folder: string
}

/** Everything that was dropped, folders walked to the bottom. `ignored` counts files of folders that are no sheets. */
export interface DroppedFiles {
  files: Dropped[]
  ignored: number
}

/** Why a drop is not read; null when it is. */
export type DropRefusal = 'NOTHING' | 'NO_SHEETS' | 'TOO_MANY' | 'TOO_LARGE' | null

/** Files of a drop. Must be called in the event itself: the browser empties the drop when its handler returns. */
export function droppedFiles(data: DataTransfer): Promise<DroppedFiles> {
  const entries = [...(data.items ?? [])]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  if (entries.length > 0) return walk(entries)
  return Promise.resolve({ files: [...data.files].map((file) => ({ file, folder: '' })), ignored: 0 })
}

async function walk(entries: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const found: DroppedFiles = { files: [], ignored: 0 }
  async function visit(entry: FileSystemEntry, folder: string): Promise<void> {
    // Far beyond what is read, a drive dropped by mistake must not be walked for minutes.
    if (found.files.length > MOST_FILES) return
    if (entry.isFile) {
      if (folder !== '' && (!SHEET_SUFFIX.test(entry.name) || LOCK_FILE.test(entry.name))) {
        found.ignored += 1
        return
      }
      found.files.push({ file: await fileOf(entry as FileSystemFileEntry), folder })
      return
    }
    const inside = folder === '' ? entry.name : `${folder}/${entry.name}`
    for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await visit(child, inside)
  }
  for (const entry of entries) await visit(entry, '')
  return found
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** A reader gives at most 100 entries at a time and an empty list at the end. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    all.push(...some)
  }
}

export function refuseDrop({ files, ignored }: DroppedFiles): DropRefusal {
  if (files.length === 0) return ignored > 0 ? 'NO_SHEETS' : 'NOTHING'
  if (files.length > MOST_FILES) return 'TOO_MANY'
  return files.reduce((sum, { file }) => sum + file.size, 0) > MOST_BYTES ? 'TOO_LARGE' : null
}
