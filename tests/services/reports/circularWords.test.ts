import { expect, it } from 'vitest'
import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { reopenPeriod } from '#electron/services/freeze.ts'
import { reportText, saveText } from '#electron/services/reports/reportChoices.ts'
import { CLEAR_Q3, enter, freeze, officeWorkspace } from '../../helpers/smallQuarter.ts'

const PERIOD = '2026Q3'
const KEY = 'next.quarter'

it('words of the preview go with the snapshot, and back when the quarter is reopened', async () => {
  const workspace = await officeWorkspace(CLEAR_Q3)
  const { library } = workspace
  const read = (): ReturnType<typeof reportText> => reportText(library, PERIOD, reportOptions.parse({}))
  const text = (): string =>
    read()
      .paragraphs.find(({ key }) => key === KEY)!
      .pieces.map((piece) => piece.text)
      .join('')
  const say = (words: string): void => {
    const { computed } = read().paragraphs.find(({ key }) => key === KEY)!
    saveText(library, PERIOD, { [KEY]: { text: words, basis: computed } })
  }
  computePeriod(library, PERIOD)
  say('请各处室认真整改。')
  await freeze(workspace, PERIOD)
  expect(text()).toBe('请各处室认真整改。')
  say('请各处室月底前整改到位。')
  reopenPeriod(library, PERIOD, '数据有误')
  enter(library, PERIOD, 'd', 'mark', 'score', '29')
  computePeriod(library, PERIOD)
  expect(text()).toBe('请各处室月底前整改到位。')
  await freeze(workspace, PERIOD, '数据有误')
  expect(text()).toBe('请各处室月底前整改到位。')
  saveText(library, PERIOD, {})
  expect(text()).toContain('抓好下一季度工作。')
  // What was taken back does not come back with the next reopening.
  reopenPeriod(library, PERIOD, '再改一次')
  computePeriod(library, PERIOD)
  expect(text()).toContain('抓好下一季度工作。')
  await workspace.close()
})
