import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { calendarView, ensureOwnCalendar, resetCalendar } from '#electron/services/calendar/calendarFile.ts'
import { ownCalendarPath, workCalendar } from '#electron/services/calendar/workCalendar.ts'
import { addItem, listItems } from '#electron/services/register/items.ts'
import { isWorkday } from '#shared/domain/calendar/workCalendar.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { CLEAR_Q3, openQuarter } from '../../helpers/smallQuarter.ts'
import { freshWorkspace } from '../../helpers/workspace.ts'

/** 2026-11-30, a Monday, given as leave by the office itself. */
const OWN = '日期,类型,名称\r\n"2026/11/30",放假,"本单位，搬迁"\r\n'

function office() {
  const { library } = freshWorkspace()
  const write = (text: string, encoding = 'utf8') =>
    writeFileSync(ownCalendarPath(library), iconv.encode(text, encoding))
  const works = (day: string) => isWorkday(day, workCalendar(library).calendar)
  return { library, write, works }
}

describe('the working calendar', () => {
  it('is the bundled one until the office has its own', () => {
    const { library, works } = office()
    expect(calendarView(library)).toMatchObject({ source: 'BUNDLED', hasOwnFile: false, years: [2025, 2026] })
    expect([works('2026-10-01'), works('2026-10-10'), works('2026-11-30')]).toEqual([false, true, true])
  })

  it('is made of the bundled one to be edited, byte order mark and all, and is not made twice', async () => {
    const { library, works } = office()
    const { path, created } = await ensureOwnCalendar(library)
    expect(created).toBe(true)
    expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    writeFileSync(path, `${readFileSync(path, 'utf8')}2026-11-30,放假,搬迁\r\n`)
    expect(await ensureOwnCalendar(library)).toEqual({ path, created: false })
    expect(calendarView(library)).toMatchObject({ source: 'OWN', problems: [] })
    expect(works('2026-11-30')).toBe(false)
  })

  it.each(['gb18030', 'utf8', 'utf16le'])(
    'reads what Excel and WPS save: %s, quoted, slashes',
    (encoding) => {
      const { write, works, library } = office()
      write(encoding === 'utf16le' ? `\uFEFF${OWN}` : OWN, encoding)
      expect(works('2026-11-30')).toBe(false)
      expect(workCalendar(library).calendar.off.get('2026-11-30')).toBe('本单位，搬迁')
    }
  )

  it('that contradicts itself is said; what it said before is used, and lists warn', () => {
    const { library, write, works } = office()
    openQuarter({ library } as Parameters<typeof openQuarter>[0], '2026Q3', CLEAR_Q3)
    write(OWN)
    expect(works('2026-11-30')).toBe(false)
    write(`${OWN}2026-11-30,上班,搬迁\r\n`)
    const { source, problems } = calendarView(library)
    expect(source).toBe('LAST_GOOD')
    expect(problems[0]).toMatchObject({ code: 'HOLIDAY_WEEKDAY', place: { file: '节假日.csv', row: 3 } })
    expect(works('2026-11-30')).toBe(false)
    addItem(library, itemFields.parse({ type: 'PROJECT', title: '项目', due: '2026-12-01' }))
    expect(listItems(library, {}).warnings[0]).toBe(
      '「节假日.csv」有 1 处问题，现在按改错之前的内容算工作日；请在工作日历里查看并改正。'
    )
  })

  it('that never was right leaves the bundled one', () => {
    const { library, write, works } = office()
    write('日期,类型,名称\r\n昨天,放假,\r\n')
    expect(calendarView(library)).toMatchObject({ source: 'BUNDLED', hasOwnFile: true })
    expect(works('2026-10-10')).toBe(true)
  })

  it('is given up by renaming it: nothing is lost', async () => {
    const { library, write, works } = office()
    write(OWN)
    const view = await resetCalendar(library)
    expect(view).toMatchObject({ source: 'BUNDLED', hasOwnFile: false, problems: [] })
    expect(works('2026-11-30')).toBe(true)
    const folder = dirname(library.paths.database)
    const kept = readdirSync(folder).find((name) => name.startsWith('停用的节假日'))
    expect(readFileSync(join(folder, kept!), 'utf8')).toBe(OWN)
    expect(existsSync(ownCalendarPath(library))).toBe(false)
  })
})
