import { AppError } from '#shared/appError.ts'
import { isoDate, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { itemAction, itemActionName, type ItemAction } from '#shared/domain/register/itemAction.ts'
import { registerType, type ItemFields, type RegisterType } from '#shared/domain/register/registerItem.ts'
import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { readJson } from './readJson.ts'
import { unitNames } from '../services/register/registerContext.ts'
import type { Workspace } from '../services/workspace.ts'
import { registerFile } from './registerFile.ts'

export interface ActOptions {
  on?: string
  text?: string
  percent?: string
  amount?: string
  verifier?: string
  number?: string
}

/** Items of a file, - for standard input. Throws FILE_*, VALIDATION_FAILED with a problem for each wrong field. */
export function readItems(file: string): ItemFields[] {
  const place = file === '-' ? {} : { place: { file } }
  const action = '格式见 docs/cli.md 和 resources/schema/register-file.schema.json。'
  const json = readJson(file, {
    code: 'VALIDATION_FAILED',
    message: '事项文件不是完整的 JSON，没有登记。',
    details: { action }
  })
  const entries: unknown[] = Array.isArray(json) ? json : [json]
  const read = entries.map((entry) => registerFile.options[0].safeParse(entry))
  const problems = read.flatMap(({ error }, index) =>
    (error?.issues ?? []).map(({ path, message }) => ({
      code: 'REGISTER_FIELD',
      level: 'error' as const,
      message: `第 ${index + 1} 项 ${path.join('.')}：${message}`,
      place: {},
      group: `${index}.${path.join('.')}`
    }))
  )
  if (problems.length > 0)
    throw new AppError('VALIDATION_FAILED', '事项文件的内容不合格式，没有登记。', {
      ...place,
      action,
      problems
    })
  return read.flatMap(({ data }) => (data === undefined ? [] : [data]))
}

/** What is to be done, from the options of the command. Throws VALIDATION_FAILED. */
export function actionOf(text: string, options: ActOptions): ItemAction {
  const name = itemActionName.safeParse(text.toUpperCase())
  if (!name.success)
    throw new AppError('VALIDATION_FAILED', `没有「${text}」这种办理。`, {
      action: `可以是 ${itemActionName.options.join('、')}。`
    })
  const { verifier, number, percent = null, amount = null, text: words = '' } = options
  const on = dayOf(options.on)
  const base = { action: name.data, ...(on === undefined ? {} : { on }) }
  const parts: Partial<Record<ItemAction['action'], object>> = {
    PROGRESS: { percent, amount, text: words },
    VERIFY: { verifier, text: words },
    CLOSE: { verifier, opinion: words, ...(number === undefined ? {} : { number }) },
    START: {}
  }
  const parsed = itemAction.safeParse({ ...base, ...(parts[name.data] ?? { text: words }) })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const missing = issue?.path[0] === 'verifier' && verifier === undefined
  throw new AppError(
    'VALIDATION_FAILED',
    missing ? '请用 --verifier 写明核验人。' : `${issue?.message ?? ''}。`
  )
}

/** Throws VALIDATION_FAILED. */
export function dayOf(text: string | undefined): IsoDate | undefined {
  if (text === undefined) return undefined
  const day = isoDate.safeParse(text)
  if (!day.success) throw new AppError('VALIDATION_FAILED', `看不懂日期「${text}」，请写成 2026-09-30。`)
  return day.data
}

/** A register by its name or code. Throws VALIDATION_FAILED. */
export function typeOf(text: string): RegisterType {
  const found = registerType.options.find((type) => type === text || REGISTER_TYPES[type].name === text)
  if (found !== undefined) return found
  const names = registerType.options.map((type) => REGISTER_TYPES[type].name).join('、')
  throw new AppError('VALIDATION_FAILED', `没有「${text}」这张清单。`, { action: `可以是 ${names}。` })
}

/** Code of a unit by its code or name. Throws NOT_FOUND. */
export function unitOf(workspace: Workspace, text: string): string {
  const found = [...unitNames(workspace.library)].find(([code, name]) => code === text || name === text)
  if (found === undefined) throw new AppError('NOT_FOUND', `没有「${text}」这个单位。`)
  return found[0]
}
