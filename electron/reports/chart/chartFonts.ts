import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { windowsFontFolders } from '../installedFonts.ts'

/** Fonts that charts are drawn with; none: no Chinese font was found here. */
export interface ChartFonts {
  family: string
  /** Regular, and bold where there is one. */
  files: Uint8Array[]
}

/** Chinese fonts of Windows, best first, with the file of their bold face. */
const WINDOWS: readonly { family: string; files: readonly string[] }[] = [
  { family: 'Microsoft YaHei', files: ['msyh.ttc', 'msyhbd.ttc'] },
  { family: 'Microsoft YaHei', files: ['msyh.ttf', 'msyhbd.ttf'] },
  { family: 'SimHei', files: ['simhei.ttf'] },
  { family: 'SimSun', files: ['simsun.ttc'] },
  { family: 'FangSong', files: ['simfang.ttf'] }
]

const read = (path: string): Promise<Uint8Array | null> => readFile(path).catch(() => null)

/** The best Chinese font that lies in one of the folders; null when none does. */
export async function fontsInFolders(folders: readonly string[]): Promise<ChartFonts | null> {
  for (const { family, files } of WINDOWS) {
    for (const folder of folders) {
      const found = await Promise.all(files.map((file) => read(join(folder, file))))
      const [regular] = found
      if (regular != null) return { family, files: found.filter((file) => file !== null) }
    }
  }
  return null
}

/** What fontconfig takes for Chinese text without serifs; it answers with any font, so its languages are looked at. */
async function fontsOfFontconfig(): Promise<ChartFonts | null> {
  const match = async (weight: string): Promise<string[]> => {
    const format = ['-f', '%{file}\n%{family[0]}\n%{lang}']
    const answer = await promisify(execFile)('fc-match', [...format, `sans-serif:lang=zh-cn:${weight}`])
    return answer.stdout.split('\n')
  }
  try {
    const [regular, bold] = await Promise.all([match('regular'), match('bold')])
    const [file = '', family = '', languages = ''] = regular
    if (!languages.split('|').includes('zh-cn')) return null
    const paths = [...new Set([file, bold[1] === family ? bold[0]! : file])]
    const files = await Promise.all(paths.map(read))
    return { family, files: files.filter((each) => each !== null) }
  } catch {
    return null
  }
}

/** Null when this machine has no Chinese font. */
export function chartFonts(): Promise<ChartFonts | null> {
  return process.platform === 'win32' ? fontsInFolders(windowsFontFolders()) : fontsOfFontconfig()
}
