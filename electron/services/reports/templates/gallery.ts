import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { templateFormat, type PresetView } from '#shared/ipc/reportTemplate.ts'
import { fileFailure } from '../../fileFailure.ts'
import type { Library } from '../../library.ts'
import type { TemplateFile } from './reportTemplates.ts'

/** resources/templates/gallery.json: the presets in the order in which they are shown. */
const gallery = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    file: z.string(),
    format: templateFormat,
    picture: z.string()
  })
)
type Preset = z.infer<typeof gallery>[number]

const folderOf = (library: Library): string => join(library.paths.resources, 'templates')

async function presets(library: Library): Promise<Preset[]> {
  const path = join(folderOf(library), 'gallery.json')
  try {
    return gallery.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw fileFailure(error, path)
  }
}

export async function galleryViews(library: Library): Promise<PresetView[]> {
  const views = (await presets(library)).map(async ({ id, name, description, format, picture }) => {
    const path = join(folderOf(library), picture)
    return {
      id,
      name,
      description,
      format,
      picture: existsSync(path) ? new Uint8Array(await readFile(path)) : null
    }
  })
  return Promise.all(views)
}

/** Throws NOT_FOUND with the presets that there are. */
export async function presetFile(library: Library, id: string): Promise<TemplateFile> {
  const all = await presets(library)
  const preset = all.find((candidate) => candidate.id === id)
  if (preset === undefined) {
    throw new AppError('NOT_FOUND', `没有「${id}」这个自带模板。`, {
      action: `可以用：${all.map((one) => one.id).join('、')}。`
    })
  }
  const path = join(folderOf(library), preset.file)
  try {
    const fileName = `${preset.name}${extname(preset.file)}`
    return { name: preset.name, fileName, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    throw fileFailure(error, path)
  }
}
