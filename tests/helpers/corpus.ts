import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Read-only sheets that nobody here wrote; they live beside the project and are never copied into it. */
export const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus')

export const CORPUS_MISSING = existsSync(CORPUS) ? null : `no corpus at ${CORPUS}: its tests are skipped`

export type CorpusFolder = 'open' | 'made' | 'odd'

export interface CorpusFile {
  folder: CorpusFolder
  name: string
  path: string
}

export function corpusFiles(folder: CorpusFolder): CorpusFile[] {
  if (CORPUS_MISSING !== null) return []
  return readdirSync(join(CORPUS, folder))
    .sort()
    .map((name) => ({ folder, name, path: join(CORPUS, folder, name) }))
}

/** LibreOffice's reading of a sheet: rows of cell texts at full precision, '' where empty. */
export type ExpectedSheet = string[][]

function parseCsv(text: string): ExpectedSheet {
  const rows: ExpectedSheet = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y
  const body = text.replace(/\r\n?/g, '\n')
  while (field.lastIndex < body.length) {
    const match = field.exec(body)
    if (match === null) throw new Error(`not CSV at ${field.lastIndex}`)
    row.push(match[1] === undefined ? (match[2] as string) : match[1].replaceAll('""', '"'))
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** Sheets by name; null where LibreOffice gave nothing (encrypted, broken, or too slow). */
export function expectedSheets(name: string): Map<string, ExpectedSheet> | null {
  const folder = join(CORPUS, 'expected', name)
  if (!existsSync(folder)) return null
  const base = name.replace(/\.[^.]+$/, '')
  return new Map(
    readdirSync(folder).map((csv) => [
      csv.slice(base.length + 1, -'.csv'.length),
      parseCsv(readFileSync(join(folder, csv), 'utf8'))
    ])
  )
}

/** How LibreOffice spells a sheet name in a file name. */
export function expectedName(sheet: string): string {
  return sheet.replace(/[/\\?*:"<>|]/g, '_')
}
