import { createHash } from 'node:crypto'
import { readdirSync, rmSync, truncateSync, utimesSync, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  addEvidence,
  checkEvidence,
  evidenceOf,
  evidencePath,
  removeEvidence,
  replaceEvidence,
  restoreEvidence
} from '#electron/services/evidence/evidence.ts'
import { MAX_EVIDENCE_BYTES } from '#electron/services/evidence/copyIn.ts'
import { evidenceFolder } from '#electron/services/evidence/evidenceStore.ts'
import { actOnItems, addItem, listItems } from '#electron/services/register/items.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { freshWorkspace, temporaryFolder } from '../../helpers/workspace.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function office() {
  const { library } = freshWorkspace()
  const add = (title: string): number => addItem(library, itemFields.parse({ type: 'PROJECT', title })).id
  const folder = temporaryFolder()
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  /** Every file below the evidence folder. */
  const copies = (): string[] =>
    readdirSync(evidenceFolder(library), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
  return { library, item: add('项目'), add, file, copies }
}

describe('evidence', () => {
  it('is copied beside the database under its hash, the same file once', async () => {
    const { library, item, add, file, copies } = office()
    const other = add('另一个项目')
    const path = file('验收单.pdf', '内容')
    const first = await addEvidence(library, 'ITEM', item, [{ path }])
    expect(first).toMatchObject({
      added: 1,
      already: [],
      evidence: [{ fileName: '验收单.pdf', state: 'PRESENT' }]
    })
    await addEvidence(library, 'ITEM', other, [{ name: '同一份.pdf', bytes: bytes('内容') }])
    const hash = createHash('sha256').update('内容').digest('hex')
    expect(copies()).toEqual([`${hash}.pdf`])
    expect(readFileSync(evidencePath(library, first.evidence[0]!.id, 'OPEN'), 'utf8')).toBe('内容')
    // The office may do with its own file what it likes.
    rmSync(path)
    expect(evidenceOf(library, 'ITEM', item)).toMatchObject([{ state: 'PRESENT' }])
  })

  it('is not put on the same item twice, under whatever name', async () => {
    const { library, item } = office()
    const source = { name: '验收单.pdf', bytes: bytes('内容') }
    await addEvidence(library, 'ITEM', item, [source])
    const again = await addEvidence(library, 'ITEM', item, [{ ...source, name: '改名.pdf' }])
    expect(again).toMatchObject({ added: 0, already: ['改名.pdf'] })
    expect(again.evidence).toHaveLength(1)
  })

  it('goes with all its files or none, leaving no copies behind', async () => {
    const { library, item, file, copies } = office()
    const sources = [{ path: file('好.pdf', '好') }, { path: file('空.pdf', '') }]
    await expect(addEvidence(library, 'ITEM', item, sources)).rejects.toMatchObject({
      code: 'FILE_EMPTY',
      details: { place: { file: '空.pdf' } }
    })
    expect(evidenceOf(library, 'ITEM', item)).toEqual([])
    expect(copies()).toEqual([])
  })

  it('refuses programs, files that are too large or not there, and unknown items', async () => {
    const { library, item, file } = office()
    const large = file('录像.mp4', 'x')
    truncateSync(large, MAX_EVIDENCE_BYTES + 1)
    const refused = (sources: Parameters<typeof addEvidence>[3], id = item) =>
      addEvidence(library, 'ITEM', id, sources).then(
        () => 'added',
        (error: { code: string; message: string }) => `${error.code} ${error.message}`
      )
    expect(await refused([{ path: large }])).toContain('FILE_TOO_LARGE 文件有 201 MB')
    expect(await refused([{ name: '工具.EXE', bytes: bytes('MZ') }])).toContain('FILE_UNSUPPORTED')
    expect(await refused([{ path: '/nowhere/验收单.pdf' }])).toContain('FILE_NOT_FOUND')
    expect(await refused([{ name: 'a.pdf', bytes: bytes('x') }], 99)).toContain('NOT_FOUND 没有找到这一事项')
  })

  it('stops when it is cancelled', async () => {
    const { library, item, copies } = office()
    const signal = AbortSignal.abort()
    const adding = addEvidence(library, 'ITEM', item, [{ name: 'a.pdf', bytes: bytes('x') }], { signal })
    await expect(adding).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(copies()).toEqual([])
  })

  it('that was reported done cannot be taken away; before that it can, and back again', async () => {
    const { library, item } = office()
    const { evidence } = await addEvidence(library, 'ITEM', item, [{ name: 'a.pdf', bytes: bytes('x') }])
    const { id } = evidence[0]!
    expect(removeEvidence(library, id)).toEqual([])
    const [back] = restoreEvidence(library, id)
    expect(back).toMatchObject({ fileName: 'a.pdf', state: 'PRESENT' })
    actOnItems(library, [item], { action: 'DONE', text: '' })
    expect(() => removeEvidence(library, back!.id)).toThrow('佐证材料是报结的依据')
  })
})

describe('a copy that was tampered with', () => {
  async function damaged(harm: (path: string) => void) {
    const office_ = office()
    const { library, item } = office_
    const { evidence } = await addEvidence(library, 'ITEM', item, [
      { name: '验收单.pdf', bytes: bytes('内容') }
    ])
    const { id } = evidence[0]!
    harm(evidencePath(library, id, 'OPEN'))
    return { ...office_, id }
  }

  it.each<[string, string, (path: string) => void]>([
    ['gone', 'MISSING', (path) => rmSync(path)],
    ['shorter', 'CHANGED', (path) => writeFileSync(path, '内')],
    [
      'of the same length',
      'CHANGED',
      (path) => {
        writeFileSync(path, '肉容')
        utimesSync(path, 1, 1)
      }
    ]
  ])('%s is said, with what it is about', async (_what, state, harm) => {
    const { library, id } = await damaged(harm)
    const { checked, damaged: found } = await checkEvidence(library)
    expect(checked).toBe(1)
    expect(found).toMatchObject([{ id, state, fileName: '验收单.pdf', subjectName: '项-2026-001 · 项目' }])
    expect(() => evidencePath(library, id, 'OPEN')).toThrow('佐证材料「验收单.pdf」的文件')
  })

  it('is warned of above the list', async () => {
    const { library } = await damaged((path) => rmSync(path))
    expect(listItems(library, {}).warnings).toContain('有 1 份佐证材料的文件不见了，请核对佐证材料。')
  })

  it('is put right by the same file under any name, and by no other', async () => {
    const { library, id, file } = await damaged((path) => rmSync(path))
    await expect(replaceEvidence(library, id, file('别的.pdf', '别的'))).rejects.toMatchObject({
      code: 'CONFLICT'
    })
    const [view] = await replaceEvidence(library, id, file('找回的.bak', '内容'))
    expect(view).toMatchObject({ id, state: 'PRESENT' })
    expect((await checkEvidence(library)).damaged).toEqual([])
  })
})
