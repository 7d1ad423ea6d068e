import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildSamples } from '../../../resources/samples/generate.ts'

const folder = new URL('../../../resources/samples/', import.meta.url)
const files = await buildSamples()

describe('the sample workbooks', () => {
  it('are built byte for byte the same twice', async () => {
    const again = await buildSamples()
    expect([...again.keys()]).toEqual([...files.keys()])
    for (const [path, bytes] of files) expect(Buffer.from(again.get(path)!).equals(bytes), path).toBe(true)
  })

  it.each([...files.keys()])('%s is committed as it is built', (path) => {
    const committed = new URL(path.split('/').map(encodeURIComponent).join('/'), folder)
    expect(existsSync(committed), 'npm run samples writes it').toBe(true)
    expect(readFileSync(committed).equals(files.get(path)!)).toBe(true)
  })

  it('are all that lies in the two folders, beside the answers', () => {
    const present = ['2026Q2', '2026Q3'].flatMap((quarter) =>
      readdirSync(new URL(`${quarter}/`, folder)).map((name) => `${quarter}/${name}`)
    )
    expect(present.sort()).toEqual([...files.keys(), '2026Q3/answers.json'].sort())
  })

  it('come in the formats that their names say', () => {
    const magic: Record<string, string> = { xlsx: '504b0304', xls: 'd0cf11e0' }
    for (const [path, bytes] of files) {
      const suffix = path.slice(path.lastIndexOf('.') + 1)
      const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
      if (suffix === 'csv') expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
      else expect(start, path).toBe(magic[suffix])
    }
  })

  it('hold one file twice under two names, and nothing else twice', () => {
    const seen = new Map<string, string[]>()
    for (const [path, bytes] of files) {
      const key = Buffer.from(bytes).toString('base64')
      seen.set(key, [...(seen.get(key) ?? []), path])
    }
    expect([...seen.values()].filter((paths) => paths.length > 1)).toEqual([
      ['2026Q3/群众体育处2026年三季度自评表.xlsx', '2026Q3/群众体育处2026年三季度自评表 - 副本.xlsx']
    ])
  })
})
