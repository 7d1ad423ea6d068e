import { decodeXml, xmlAttribute } from '../xmlTokens.ts'
import type { BookPackage } from './bookPackage.ts'
import type { FillNote } from './fillTypes.ts'
import { applySplices, escapeXml, findTags, walkTags, withAttribute, type Splice } from './xmlEdit.ts'

const MAX_NAME = 31

/** A name as formulas write it in quotes. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'!`

/** Parts that never hold a reference to a sheet by its name, beside pictures and the like. */
const HARMLESS =
  /^(docprops\/|xl\/(theme|media|printersettings|sharedstrings\.xml|styles\.xml))|\.rels$|^\[content_types\]/i

/** The first part that speaks of a sheet by its name, which renaming would break; null where none does. */
function usedBy(book: BookPackage, name: string): string | null {
  const needles = [name, escapeXml(name)].flatMap((text) => [text, text.replaceAll("'", "''")])
  for (const path of book.paths()) {
    if (path.endsWith('/') || HARMLESS.test(path) || path.toLowerCase() === book.workbook.toLowerCase())
      continue
    if (/vbaproject\.bin$/i.test(path)) return path
    if (!/\.(xml|vml)$/i.test(path)) continue
    const text = mentionsOf(book.text(path))
    if (needles.some((needle) => text.includes(needle))) return path
  }
  return null
}

/** What of a part may refer to a sheet: formulas and attributes, not the texts of its cells. */
function mentionsOf(xml: string): string {
  return xml.replace(/<((?:[\w.-]+:)?t)(?:\s[^>]*)?>[^<]*<\/\1>/g, '')
}

function renamed(xml: string, from: string, to: string): string {
  const splices: Splice[] = findTags(xml, ['sheet'])
    .filter(({ attributes }) => xmlAttribute(attributes, 'name') === from)
    .map((tag) => ({
      start: tag.start,
      end: tag.end,
      text: `<${tag.prefix}sheet${withAttribute(tag.attributes, 'name', to)}${tag.kind === 'empty' ? '/' : ''}>`
    }))
  const names = [...walkTags(xml, ['definedName'])]
  names.forEach((tag, index) => {
    const end = names[index + 1]?.start
    if (tag.kind !== 'open' || end === undefined) return
    const text = decodeXml(xml.slice(tag.end, end))
    const changed = text
      .replaceAll(quoted(from), quoted(to))
      .replace(/(^|[,(+\-*/&=<> ])([^'!,(+\-*/&=<> ]+)!/g, (whole, before: string, sheet: string) =>
        sheet === from ? before + quoted(to) : whole
      )
    if (changed !== text) splices.push({ start: tag.end, end, text: escapeXml(changed) })
  })
  return applySplices(xml, splices)
}

function whyNot(book: BookPackage, from: string, to: string): string | null {
  const names = book.sheets().map((sheet) => sheet.name.toLowerCase())
  if (!names.includes(from.toLowerCase())) return '工作簿里没有这张工作表'
  if (to.length > MAX_NAME || /[\\/*?:[\]]|^'|'$/.test(to) || to.trim() === '')
    return '新名称不合表格软件的规定'
  if (names.includes(to.toLowerCase())) return `已经有一张叫「${to}」的工作表`
  const user = usedBy(book, from)
  if (user === null) return null
  return /vbaproject/i.test(user) ? '文件里有宏，可能用到工作表名' : '有公式、图表或链接用到这个名称'
}

/** Renames sheets where nothing but the workbook part speaks of them by name; tells where not. */
export function renameSheets(book: BookPackage, renames: ReadonlyMap<string, string>): FillNote[] {
  const notes: FillNote[] = []
  for (const [from, to] of renames) {
    const reason = whyNot(book, from, to)
    if (reason === null) book.replace(book.workbook, renamed(book.text(book.workbook), from, to))
    else {
      notes.push({
        code: 'SHEET_NOT_RENAMED',
        sheet: from,
        address: null,
        message: `工作表「${from}」没有改名为「${to}」：${reason}，需要时请手工改。`
      })
    }
  }
  return notes
}
