import { AppError, isAppError } from '#shared/appError.ts'
import { fileError } from '../../workbook/fileError.ts'
import { findElement, findTags, applySplices } from '../../workbook/fill/xmlEdit.ts'
import { openOle } from '../../workbook/sheetjs.ts'
import { DEFAULT_READ_LIMITS } from '../../workbook/readLimits.ts'
import { xmlAttribute } from '../../workbook/xmlTokens.ts'
import { checkZipSizes, readZipDirectory } from '../../workbook/zipDirectory.ts'
import { readZipPart } from '../../workbook/zipPart.ts'
import { CONTENT_TYPE } from './partTypes.ts'
import { Parts } from './parts.ts'

/** The clerk chose it as a template; what it is called there stands in the message around this one. */
const FILE = 'PPT 母版'
const HOW_TO_SAVE =
  '请在 PowerPoint 或 WPS 演示里打开它，用「文件 → 另存为」选「PowerPoint 演示文稿 (*.pptx)」，再用另存的文件作母版。'
/** PK, and the head of an OLE2 file. */
const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function refuse(bytes: Uint8Array): Error {
  if (bytes.length === 0)
    return fileError('FILE_EMPTY', FILE, '文件是空的（0 字节）。', '请确认文件已保存，再选一次。')
  if (!startsWith(bytes, OLE))
    return fileError('FILE_UNSUPPORTED', FILE, '这不是 .pptx 演示文稿，不能作母版。', HOW_TO_SAVE)
  if (bytes.length < 1024)
    return fileError('FILE_TRUNCATED', FILE, '文件不完整，可能没有下载完或复制中断。', HOW_TO_SAVE)
  const encrypted = openOle(bytes).FullPaths.some((path) => /EncryptedPackage/i.test(path))
  return encrypted
    ? fileError(
        'FILE_ENCRYPTED',
        FILE,
        '演示文稿设了打开密码，读不出母版。',
        '请在 PowerPoint 或 WPS 演示里去掉密码，另存后再用。'
      )
    : fileError('FILE_UNSUPPORTED', FILE, '这是旧格式（.ppt、.dps）或别的文件，不能作母版。', HOW_TO_SAVE)
}

/** The readers' own advice is about tables that are imported. */
function aboutMaster(error: unknown): unknown {
  if (!isAppError(error)) return error
  return new AppError(
    error.code,
    error.message,
    { place: { file: FILE }, action: HOW_TO_SAVE },
    { cause: error }
  )
}

function readParts(bytes: Uint8Array): Parts {
  try {
    return partsOf(bytes)
  } catch (error) {
    throw aboutMaster(error)
  }
}

function partsOf(bytes: Uint8Array): Parts {
  const entries = readZipDirectory(bytes, FILE)
  checkZipSizes(entries, DEFAULT_READ_LIMITS, FILE)
  const parts = new Map<string, Uint8Array>()
  let budget = DEFAULT_READ_LIMITS.maxUnpackedBytes
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue
    const part = readZipPart(bytes, entry, Math.min(DEFAULT_READ_LIMITS.maxPartBytes, budget), FILE)
    budget -= part.length
    parts.set(entry.name, part)
  }
  return new Parts(parts)
}

/** Path of the presentation part. */
export function presentationPath(parts: Parts): string {
  return parts.relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? 'ppt/presentation.xml'
}

/** Templates, shows and macro files become plain presentations: the file that is written is called .pptx. */
function asPresentation(parts: Parts, path: string): void {
  const types = parts.text('[Content_Types].xml')
  const tag = findTags(types, ['Override']).find(
    ({ attributes }) => xmlAttribute(attributes, 'PartName') === `/${path}`
  )
  if (tag === undefined) return
  const known = xmlAttribute(tag.attributes, 'ContentType') ?? ''
  const text = types.slice(tag.start, tag.end).replace(known, CONTENT_TYPE.presentation)
  parts.put('[Content_Types].xml', applySplices(types, [{ start: tag.start, end: tag.end, text }]))
}

/** Extension of presentation.xml that divides the slides into sections. */
const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}'

/** Takes the sample slides out of presentation.xml, with what lists them: shows and sections. */
function withoutSlides(xml: string): string {
  const splices = ['sldIdLst', 'custShowLst'].flatMap((name) => {
    const found = findElement(xml, name)
    return found === null ? [] : [{ start: found.open.start, end: found.end, text: '' }]
  })
  const list = findElement(xml, 'extLst')
  const inside = list === null ? [] : extensions(xml, list.open.end, list.innerEnd)
  const sections = inside.filter(({ uri }) => uri === SECTIONS)
  if (list !== null && sections.length > 0)
    splices.push(
      ...(sections.length === inside.length
        ? [{ start: list.open.start, end: list.end, text: '' }]
        : sections.map(({ start, end }) => ({ start, end, text: '' })))
    )
  return applySplices(xml, splices)
}

function extensions(xml: string, from: number, to: number): { uri: string; start: number; end: number }[] {
  const found: { uri: string; start: number; end: number }[] = []
  for (let at = from; at < to;) {
    const next = findElement(xml, 'ext', at)
    if (next === null || next.open.start >= to) break
    found.push({
      uri: xmlAttribute(next.open.attributes, 'uri') ?? '',
      start: next.open.start,
      end: next.end
    })
    at = next.end
  }
  return found
}

/** Leads to slides, or shows them: the view state, the thumbnail, macros and digital signatures. */
const OF_SLIDES = new Set(['slide', 'viewProps', 'vbaProject', 'commentAuthors'])
const OF_FILE = new Set([
  'thumbnail',
  'origin',
  'core-properties',
  'extended-properties',
  'custom-properties'
])

/**
 * A presentation of the unit's own without its slides: theme, masters, layouts, their pictures and its size stay byte
 * for byte.
 * @throws FILE_EMPTY, FILE_UNSUPPORTED, FILE_ENCRYPTED, FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX
 */
export function openMaster(bytes: Uint8Array): Parts {
  if (!startsWith(bytes, ZIP)) throw refuse(bytes)
  const parts = readParts(bytes)
  const path = presentationPath(parts)
  if (
    !parts.has('[Content_Types].xml') ||
    !parts.has(path) ||
    !/<(\w+:)?presentation[\s>]/.test(parts.text(path))
  )
    throw fileError('FILE_UNSUPPORTED', FILE, '这不是演示文稿，不能作母版。', HOW_TO_SAVE)
  const layouts = parts
    .relationsOf(path)
    .filter(({ type }) => type === 'slideMaster')
    .flatMap(({ target }) => parts.relationsOf(target).filter(({ type }) => type === 'slideLayout'))
  if (!layouts.some(({ target }) => parts.has(target)))
    throw fileError('FILE_UNREADABLE', FILE, '演示文稿里没有可用的版式，不能作母版。', HOW_TO_SAVE)
  asPresentation(parts, path)
  parts.put(path, withoutSlides(parts.text(path)))
  parts.unrelate(path, ({ type }) => OF_SLIDES.has(type))
  parts.unrelate('', ({ type }) => OF_FILE.has(type))
  parts.sweep()
  return parts
}
