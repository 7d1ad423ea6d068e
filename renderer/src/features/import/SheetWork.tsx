import { Button, Checkbox } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { importText } from '../../text/import.ts'
import { sheetText } from '../../text/importSheet.ts'
import { ProblemPane } from './check/ProblemPane.tsx'
import { HeaderPanel } from './HeaderPanel.tsx'
import { SheetBody } from './SheetBody.tsx'
import type { SheetStepProps } from './sheetStepProps.ts'
import { SheetTabs } from './SheetTabs.tsx'
import { usePlace } from './usePlace.ts'
import { useSheetKeys } from './useSheetKeys.ts'

/** The real sheet on the left, what is understood or open on the right. */
export function SheetWork(props: SheetStepProps & { detail: ImportFileDetail }): ReactElement {
  const { step, session, names, work, view, detail } = props
  const narrow = useMedia(NARROW)
  const grid = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [paneOpen, setPaneOpen] = useState(false)
  const place = usePlace({ ...props, focus: () => grid.current?.focus({ preventScroll: true }) })
  const sheet = detail.sheets.find((one) => one.sheet === place.sheet)

  useSheetKeys({
    checking: step === 'check',
    grid,
    pane,
    onNext: place.walk,
    onPane: () => setPaneOpen(true)
  })

  const context = {
    session,
    detail,
    names,
    work,
    onHeader: (name: string | null) => {
      if (name !== null) place.openSheet(name)
      props.onStep('header')
    }
  }
  const showPane = !narrow || paneOpen
  return (
    <div className={showPane ? 'ip-two' : 'ip-two ip-two-alone'}>
      <section className="panel ip-sheet">
        <div className="panel-head ip-sheet-head">
          <SheetTabs detail={detail} value={place.sheet ?? ''} onChange={place.openSheet} />
          {step === 'check' ? (
            <Checkbox
              className="nowrap"
              checked={view.onlyProblems}
              onChange={(event) => props.onView({ onlyProblems: event.target.checked })}
            >
              <span className="small">{sheetText.filter}</span>
            </Checkbox>
          ) : null}
          {narrow ? (
            <Button size="small" onClick={() => setPaneOpen(!paneOpen)}>
              {step === 'header' ? importText.header.open : importText.problems.open}
            </Button>
          ) : null}
        </div>
        {sheet === undefined ? null : (
          <SheetBody key={sheet.sheet} {...props} sheet={sheet} place={place} gridRef={grid} />
        )}
      </section>
      {!showPane ? null : step === 'header' && sheet !== undefined ? (
        <HeaderPanel
          key={sheet.sheet}
          context={context}
          sheet={sheet}
          active={place.active}
          onActive={place.activate}
          onSheet={place.openSheet}
          onColumn={place.openColumn}
        />
      ) : (
        <ProblemPane
          context={context}
          view={view}
          onView={props.onView}
          current={place.stop}
          onLocate={place.locate}
          paneRef={pane}
          {...(narrow ? { onClose: () => setPaneOpen(false) } : {})}
        />
      )}
    </div>
  )
}
