import { LOCKED } from '../fixtures/forty/workbooks.ts'
import { FORTY_PERIOD, openFortyOffice } from './fortyOffice.ts'
import { expect, launch, test } from './launch.ts'
import { ask } from './sampleQuarter.ts'

interface Session {
  session: string
  files: { id: string; name: string; status: string }[]
}

/** Power goes off at any instant of an import: afterwards the whole import is there, or nothing of it. */
for (const [index, delay] of [0, 60, 200].entries()) {
  test(`an import killed after it began leaves all or nothing (${index + 1})`, async ({ userData }) => {
    test.setTimeout(120_000)
    const first = await launch({ userData })
    await openFortyOffice(first.page, first.app, userData)
    const session = (await ask(first.page, 'import.pick', { period: FORTY_PERIOD, what: 'FOLDER' }))
      .data as unknown as Session
    const older = session.files.find((file) => file.name === '03财务处考核表.xlsx')!
    await ask(first.page, 'import.skipFile', { session: session.session, file: older.id, skip: true })
    expect(session.files.find((file) => file.name === LOCKED)!.status).toBe('FAILED')
    const ready = session.files.filter((file) => file.status === 'READY').length - 1

    const gone = new Promise((resolve) => first.app.process().once('exit', resolve))
    void ask(first.page, 'import.commit', { session: session.session, leaveErrors: true }).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, delay))
    first.app.process().kill('SIGKILL')
    await gone
    await first.app.close().catch(() => undefined)

    const second = await launch({ userData })
    const batches = (await ask(second.page, 'batch.list', { period: FORTY_PERIOD }))
      .data as unknown as unknown[]
    expect([0, ready]).toContain(batches.length)
    const state = (await ask(second.page, 'app.state', {})).data as { library: { status: string } }
    expect(state.library.status).toBe('OPEN')
    await second.app.close()
  })
}
