import { describe, expect, it } from 'vitest'
import type { ImportSession } from '#electron/services/importing/session.ts'
import { sessionProblemGroups } from '#electron/services/importing/sessionProblemGroups.ts'
import { sessionView } from '#electron/services/importing/sessionView.ts'
import { emptyOffice, officeCsv, sessionOf } from '../helpers/csvImport.ts'

const groupOf = (session: ImportSession, code: string) =>
  sessionProblemGroups(session).find((group) => group.code === code)

/** Five departments' files, each naming one unit in a way that nobody knows; the first one in two rows. */
function fiveFiles(): Record<string, string> {
  return Object.fromEntries(
    ['40', '41', '42', '43', '44'].map((output, at) => [
      `报送${at + 1}.csv`,
      officeCsv(at === 0 ? { 甲科: [output, '38'], '甲科 ': [output, '38'] } : { 甲科: [output, '38'] })
    ])
  )
}

describe('the problems of all files', () => {
  it('are one card for what one answer repairs; the answer repairs every file and can be taken back', async () => {
    const workspace = emptyOffice()
    const session = await sessionOf(workspace, fiveFiles())
    const before = sessionProblemGroups(session)
    const [unknown] = before
    expect(unknown).toMatchObject({
      group: 'UNKNOWN_UNIT:甲科',
      level: 'error',
      title: '6 个单元格（5 个文件）：「甲科」不是已知单位',
      count: 6,
      subject: '甲科',
      accepted: false
    })
    expect(unknown!.files.map(({ name, count }) => [name, count])).toEqual([
      ['报送1.csv', 2],
      ...[2, 3, 4, 5].map((nth) => [`报送${nth}.csv`, 1])
    ])
    // 甲科 is two characters long: one of them makes another name.
    expect(unknown!.candidates).toEqual([])

    await workspace.imports.fixAll(session.id, { units: { 甲科: { unit: 'a', remember: false } } })
    expect(groupOf(session, 'UNKNOWN_UNIT')).toBeUndefined()
    expect(
      session.files.flatMap(({ analysis }) => analysis!.sheets[0]!.readings.map(({ unit }) => unit))
    ).toContain('a')
    await workspace.imports.undoFix(session.id)
    expect(sessionProblemGroups(session)).toEqual(before)
    expect(sessionView(workspace.library, session).canCommit).toBe(false)
  })

  it('are accepted over all files, and only where they are met', async () => {
    const workspace = emptyOffice()
    const session = await sessionOf(workspace, {
      '一.csv': officeCsv({ a: ['/', '38'] }),
      '二.csv': officeCsv({ b: ['/', '38'] }),
      '三.csv': officeCsv({ c: ['40', '38'] })
    })
    const word = groupOf(session, 'EMPTY_WORD')!
    expect(word).toMatchObject({
      level: 'confirm',
      title: '2 个单元格（2 个文件）写「/」',
      values: ['/'],
      subject: '/',
      accepted: false
    })
    await workspace.imports.fixAll(session.id, { confirmed: { [word.group]: true } })
    expect(groupOf(session, 'EMPTY_WORD')).toMatchObject({ level: 'info', accepted: true })
    expect(session.files.map(({ fixes }) => fixes.confirmed.length)).toEqual([1, 1, 0])
    await workspace.imports.fixAll(session.id, { confirmed: { [word.group]: false } })
    expect(groupOf(session, 'EMPTY_WORD')).toMatchObject({ level: 'confirm', accepted: false })

    const first = session.files[0]!
    await workspace.imports.fix(session.id, first.id, { ...first.fixes, confirmed: [word.group] })
    expect(groupOf(session, 'EMPTY_WORD')).toMatchObject({ level: 'confirm', accepted: false, count: 2 })
  })

  it('stay apart where they are about a sheet, although both files give it one name', async () => {
    const workspace = emptyOffice()
    const doubled = (unit: string): string =>
      [`单位,产出（万元）,综合评价`, `${unit},40,38`, '合计,99,38'].join('\n')
    const session = await workspace.imports.add('2026Q3', null, [
      { name: '报送.csv', folder: '一', bytes: new TextEncoder().encode(doubled('甲处')) },
      { name: '报送.csv', folder: '二', bytes: new TextEncoder().encode(doubled('乙处')) }
    ])
    const names = session.files.map((file) => file.raw!.sheets[0]!.name)
    expect(new Set(names).size).toBe(1)
    const folderOf = (id: string) => session.files.find((file) => file.id === id)!.folder
    const totals = sessionProblemGroups(session).filter(({ code }) => code === 'TOTAL_MISMATCH')
    expect(totals.map(({ files }) => files.map(({ id }) => folderOf(id)))).toEqual([['一'], ['二']])
    expect(totals[0]!.group).not.toBe(totals[1]!.group)

    await workspace.imports.fixAll(session.id, { confirmed: { [totals[0]!.group]: true } })
    expect(
      sessionProblemGroups(session)
        .filter(({ code }) => code === 'TOTAL_MISMATCH')
        .map(({ accepted, files }) => [folderOf(files[0]!.id), accepted])
    ).toEqual([
      ['二', false],
      ['一', true]
    ])
  })

  it('stand with errors first and the most cells before the fewer; each problem in one group', async () => {
    const workspace = emptyOffice()
    const session = await sessionOf(workspace, {
      '一.csv': officeCsv({ 某科: ['50', '38'], a: ['／', '38'] }),
      '二.csv': officeCsv({ 甲科: ['50', '38'], b: ['４０', '38'] }),
      '三.csv': officeCsv({ 甲科: ['50', '38'], c: ['约 30', '38'] })
    })
    const groups = sessionProblemGroups(session)
    const order = { error: 0, confirm: 1, info: 2 }
    const ranks = groups.map(({ level, count }) => order[level] * 1000 - count)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(groups[0]!.group).toBe('UNKNOWN_UNIT:甲科')
    const all = session.files.flatMap((file) => [
      ...file.analysis!.problems,
      ...file.analysis!.sheets.flatMap(({ problems }) => problems),
      ...file.conflicts
    ])
    expect(groups.reduce((total, { count }) => total + count, 0)).toBe(all.length)
    for (const { count, files } of groups) {
      expect(files.reduce((total, file) => total + file.count, 0)).toBe(count)
    }
  })

  it('tell contradictions by the other file, also when two of them have one name', async () => {
    const workspace = emptyOffice()
    const bytes = (value: string) => new TextEncoder().encode(officeCsv({ a: [value, '38'] }))
    const session = await workspace.imports.add('2026Q3', null, [
      { name: '报送.csv', folder: '甲', bytes: bytes('40') },
      { name: '报送.csv', folder: '乙', bytes: bytes('41') },
      { name: '报送.csv', folder: '丙', bytes: bytes('42') }
    ])
    const groups = sessionProblemGroups(session).filter(({ code }) => code === 'FILE_CONFLICT')
    expect(groups.map(({ files }) => files.length)).toEqual([1, 1])
    expect(groups.map(({ detail }) => /《(.+?)》/.exec(detail)![1])).toEqual(['甲/报送.csv', '甲/报送.csv'])
  })
})
