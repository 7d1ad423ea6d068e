import { fileError } from './fileError.ts'
import type { ReadLimits } from './readLimits.ts'
import { unsupported } from './sniff.ts'
import { checkZipSizes, readZipDirectory, type ZipEntry } from './zipDirectory.ts'
import { readZipPart } from './zipPart.ts'

export interface ZipPackage {
  kind: 'ooxml' | 'ods'
  /** Unpacked parts that reading needs, by name. */
  parts: Map<string, Buffer>
}

/** Pictures, drawings, macros, print settings and the like: never read, so never unpacked. */
const UNREAD =
  /(^|\/)(media|drawings|charts|diagrams|embeddings|activex|ctrlprops|printersettings|theme|pivotcache|pivottables|customxml|externallinks|slicers|slicercaches|querytables|tables|comments\d*\.xml|threadedcomments|vbaproject\.bin|thumbnails?|configurations2|pictures|objectreplacements|layout-cache|calcchain\.(xml|bin))(\/|$)/i

/** What a zip is, by the parts that only one kind of file has. */
function kindOf(entries: readonly ZipEntry[], file: string): ZipPackage['kind'] {
  const has = (pattern: RegExp): boolean => entries.some((entry) => pattern.test(entry.name))
  if (has(/^content\.xml$/i) && has(/^META-INF\/manifest\.xml$/i)) return 'ods'
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^word\//i)) throw unsupported(file, '这是 Word 文档，不是表格。')
    if (has(/^ppt\//i)) throw unsupported(file, '这是演示文稿，不是表格。')
    return 'ooxml'
  }
  if (has(/\.iwa$/i) || has(/^index\.(xml|zip)/i)) throw unsupported(file, '这是苹果 Numbers 表格。')
  if (has(/\.(xlsx?|xlsm|et|csv|ods)$/i)) {
    throw fileError('FILE_UNSUPPORTED', file, '这是压缩包，里面才是表格。', '请先解压，再导入里面的表格。')
  }
  throw unsupported(file, '这是压缩包，里面没有表格。')
}

/** Part names ignore case; of two that differ only in case, the first counts. */
function entriesToRead(entries: readonly ZipEntry[]): ZipEntry[] {
  const seen = new Set<string>()
  return entries.filter(({ name }) => {
    const key = name.toLowerCase()
    if (name.endsWith('/') || UNREAD.test(name) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Opens a zipped workbook: directory and announced sizes first, then each needed part, within the limits.
 * @throws FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_ENCRYPTED, FILE_UNSUPPORTED
 */
export function openZipPackage(bytes: Uint8Array, file: string, limits: ReadLimits): ZipPackage {
  const entries = readZipDirectory(bytes, file)
  const kind = kindOf(entries, file)
  const needed = entriesToRead(entries)
  checkZipSizes(needed, limits, file)
  const parts: ZipPackage['parts'] = new Map()
  let budget = limits.maxUnpackedBytes
  for (const entry of needed) {
    const part = readZipPart(bytes, entry, Math.min(limits.maxPartBytes, budget), file)
    budget -= part.length
    parts.set(entry.name, part)
  }
  return { kind, parts }
}
