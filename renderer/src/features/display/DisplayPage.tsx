import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { DisplayContent } from '#shared/domain/report/display/displayContent.ts'
import { DISPLAY_CSS, pageMarkup } from '#shared/domain/report/display/displayMarkup.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { displayText } from '../../text/display.ts'
import { useFit } from './useFit.ts'
import { useSlideShow } from './useSlideShow.ts'
import './display.css'

const REPORT = 'display'

/** 晾晒大屏, full screen: the pages of the exported file, drawn by the same markup. */
export function DisplayPage(): ReactElement {
  const { period } = usePeriod()
  const options = useRoute('report.options', { report: REPORT })
  return (
    <div className="dp-room">
      {period === null ? null : (
        <Loaded query={options} rows={6}>
          {(chosen) => <Board period={period} options={chosen} />}
        </Loaded>
      )}
    </div>
  )
}

function Board({ period, options }: { period: PeriodKey; options: ReportOptions }): ReactElement {
  const content = useRoute('report.display', { period, options })
  return (
    <Loaded query={content} rows={6}>
      {(board) => <Stage content={board} />}
    </Loaded>
  )
}

function Stage({ content }: { content: DisplayContent }): ReactElement {
  const navigate = useNavigate()
  const style = useFit()
  const leave = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen()
    void navigate(paths.report)
  }
  const { page, paused, turn } = useSlideShow(content.pages.length, content.seconds, leave)
  return (
    <>
      <style>{DISPLAY_CSS}</style>
      <div
        className="dp-stage"
        style={style}
        role="region"
        aria-live="polite"
        aria-label={displayText.page(page + 1, content.pages.length)}
        onClick={() => turn(1)}
        // The markup escapes every text of the data; it is the very one of the exported file.
        dangerouslySetInnerHTML={{ __html: pageMarkup(content, page) }}
      />
      <p className={paused ? 'dp-hint dp-hint-on' : 'dp-hint'}>
        {paused ? displayText.paused : displayText.keys}
      </p>
    </>
  )
}
