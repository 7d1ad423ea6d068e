import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { officeWindow } from '../helpers/windowOn.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

const ITEM = itemFields.parse({ type: 'COMMITMENT', title: '新建街道健身点', owner: 'a' })

describe('evidence and the calendar through the window’s requests', () => {
  it('picks, opens, checks and puts back files; a cancelled dialog changes nothing', async () => {
    const folder = temporaryFolder()
    const path = join(folder, '验收单.pdf')
    writeFileSync(path, '内容')
    let picked: string[] = []
    const opened: string[] = []
    const { ask, events } = officeWindow({
      pickEvidence: () => Promise.resolve(picked),
      openFile: (file) => {
        opened.push(file)
        return Promise.resolve(null)
      },
      showInFolder: (file) => opened.push(file)
    })
    const { id } = await ask('register.add', { fields: ITEM })
    const subject = { subject: 'ITEM' as const, subjectId: id }
    events.length = 0
    expect(await ask('evidence.pick', subject)).toBeNull()
    expect(events).toEqual([])
    picked = [path]
    const added = await ask('evidence.pick', subject)
    expect(added).toMatchObject({ added: 1, evidence: [{ fileName: '验收单.pdf' }] })
    expect(events.map(({ event }) => event)).toEqual(['progress', 'progressEnd', 'changed'])
    const link = { id: added!.evidence[0]!.id }
    await ask('evidence.open', link)
    await ask('evidence.showInFolder', link)
    expect(opened[0]).toMatch(/evidence.[0-9a-f]{2}.[0-9a-f]{64}\.pdf$/)
    rmSync(opened[0]!)
    expect((await ask('evidence.check', {})).damaged).toMatchObject([{ ...link, state: 'MISSING' }])
    expect(await ask('evidence.replace', link)).toMatchObject([{ ...link, state: 'PRESENT' }])
    expect(await ask('evidence.remove', link)).toEqual([])
    expect(await ask('evidence.restore', link)).toHaveLength(1)
    const dropped = await ask('evidence.drop', {
      ...subject,
      files: [{ name: '照片.jpg', bytes: new Uint8Array([1, 2, 3]) }]
    })
    expect(dropped.evidence).toHaveLength(2)
    expect((await ask('register.get', { id })).item.evidenceCount).toBe(2)
    expect(await ask('evidence.list', subject)).toEqual(dropped.evidence)
  })

  it('copies one after another what is dropped at the same time', async () => {
    const { ask } = officeWindow()
    const { id } = await ask('register.add', { fields: ITEM })
    const drop = (text: string) =>
      ask('evidence.drop', {
        subject: 'ITEM',
        subjectId: id,
        files: [{ name: `${text}.txt`, bytes: new TextEncoder().encode(text) }]
      })
    await Promise.all(['甲', '乙', '丙'].map(drop))
    expect((await ask('register.get', { id })).evidence.map(({ fileName }) => fileName)).toEqual([
      '甲.txt',
      '乙.txt',
      '丙.txt'
    ])
  })

  it('opens the office’s calendar and gives it up again', async () => {
    let answer: string | null = null
    const opened: string[] = []
    const { ask, refused } = officeWindow({
      openFile: (file) => {
        opened.push(basename(file))
        return Promise.resolve(answer)
      },
      showInFolder: (file) => opened.push(`in its folder: ${basename(file)}`)
    })
    expect(await ask('calendar.openFile', {})).toEqual({ created: true })
    expect(await ask('calendar.openFile', {})).toEqual({ created: false })
    expect(await ask('calendar.get', {})).toMatchObject({ source: 'OWN', hasOwnFile: true, problems: [] })
    answer = 'no program'
    expect((await refused('calendar.openFile', {})).message).toContain('没有程序能打开「节假日.csv」')
    expect(opened.at(-1)).toBe('in its folder: 节假日.csv')
    expect(await ask('calendar.reset', {})).toMatchObject({ source: 'BUNDLED', hasOwnFile: false })
  })
})
