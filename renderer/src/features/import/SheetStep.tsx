import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { ImportFileDetail, ImportSessionView } from '#shared/ipc/import.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { useRoute } from '../../ipc/queries.ts'
import { importText } from '../../text/import.ts'
import { parseAddress } from './address.ts'
import { ColumnDialog } from './ColumnDialog.tsx'
import { withColumnRole, withHeaderEdge } from './fixes.ts'
import { FormulaBar } from './FormulaBar.tsx'
import type { CellSpot } from './gridKeys.ts'
import { HeaderPanel } from './HeaderPanel.tsx'
import { nextStop, problemStops, type ProblemStop } from './problemOrder.ts'
import { ProblemPane } from './ProblemPane.tsx'
import { SheetGrid } from './SheetGrid.tsx'
import { GridLegend, SheetTabs } from './SheetTabs.tsx'
import type { ImportWork } from './useImportSession.ts'
import type { Names } from './useNames.ts'
import { sheetToShow } from './wizardSteps.ts'

interface Props {
  step: 'header' | 'check'
  session: ImportSessionView
  file: string
  names: Names
  work: ImportWork
  onHeader: () => void
}

/** 认表头 and 检查: the real sheet on the left, what is understood or open on the right. */
export function SheetStep(props: Props): ReactElement {
  const { session, file } = props
  const query = useRoute('import.file', { session: session.session, file })
  if (query.data === undefined) {
    return (
      <Panel className="ip-sheet">
        {query.error === null ? (
          <Skeleton rows={14} />
        ) : (
          <ErrorPanel error={query.error} unchanged={null} onRetry={() => void query.refetch()} />
        )}
      </Panel>
    )
  }
  return <Opened key={file} {...props} detail={query.data} />
}

function Opened({
  step,
  session,
  names,
  work,
  onHeader,
  detail
}: Props & { detail: ImportFileDetail }): ReactElement {
  const narrow = useMedia(NARROW)
  const grid = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [chosenSheet, setSheet] = useState<string | null>(null)
  const [active, setActive] = useState<CellSpot | null>(null)
  const [stop, setStop] = useState<ProblemStop | null>(null)
  const [column, setColumn] = useState<string | null>(null)
  const [paneOpen, setPaneOpen] = useState(false)
  const stops = useMemo(() => problemStops(detail.groups), [detail])
  const sheetName = sheetToShow(detail.sheets, chosenSheet)
  const sheet = detail.sheets.find((one) => one.sheet === sheetName)

  function locate(next: ProblemStop): void {
    setStop(next)
    if (next.sheet !== null) setSheet(next.sheet)
    const spot = next.cell === null ? null : parseAddress(next.cell)
    if (spot !== null) {
      setActive(spot)
      grid.current?.focus({ preventScroll: true })
    }
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, [contenteditable], [role="combobox"], [role="dialog"]')
      if (typing || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === 'F6') {
        const inGrid = grid.current?.contains(document.activeElement) === true
        if (narrow && inGrid) setPaneOpen(true)
        ;(inGrid ? pane : grid).current?.focus()
      } else if (step === 'check' && /^[np]$/i.test(event.key)) {
        const next = nextStop(stops, stop, event.key.toLowerCase() === 'n' ? 1 : -1)
        if (next !== null) locate(next)
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })

  const context = {
    session,
    detail,
    names,
    work,
    onHeader: (name: string | null) => {
      if (name !== null) setSheet(name)
      onHeader()
    }
  }
  const plan = sheet?.columns.find((one) => one.letter === column)
  const showPane = !narrow || paneOpen
  return (
    <div className={showPane ? 'ip-two' : 'ip-two ip-two-alone'}>
      <section className="panel ip-sheet">
        <div className="panel-head ip-sheet-head">
          <SheetTabs
            detail={detail}
            value={sheetName ?? ''}
            onChange={(name) => {
              setSheet(name)
              setActive(null)
            }}
          />
          <GridLegend />
          {narrow ? (
            <Button size="small" onClick={() => setPaneOpen(!paneOpen)}>
              {step === 'header' ? importText.header.open : importText.problems.open}
            </Button>
          ) : null}
        </div>
        {sheet === undefined ? null : (
          <>
            <FormulaBar
              session={session.session}
              detail={detail}
              sheet={sheet}
              active={active}
              names={names}
            />
            <SheetGrid
              key={sheet.sheet}
              session={session.session}
              detail={detail}
              sheet={sheet}
              names={names}
              active={active}
              onActive={setActive}
              editing={step === 'header'}
              busy={work.busy}
              onHeaderEdge={(edge, row) =>
                work.fix(detail.file.id, withHeaderEdge(detail.fixes, sheet.sheet, sheet.header, edge, row))
              }
              onColumn={setColumn}
              gridRef={grid}
            />
          </>
        )}
      </section>
      {!showPane ? null : step === 'header' && sheet !== undefined ? (
        <HeaderPanel context={context} sheet={sheet} onColumn={setColumn} />
      ) : (
        <ProblemPane
          context={context}
          current={stop}
          onLocate={locate}
          paneRef={pane}
          {...(narrow ? { onClose: () => setPaneOpen(false) } : {})}
        />
      )}
      {plan === undefined || sheet === undefined ? null : (
        <ColumnDialog
          key={plan.letter}
          column={plan}
          layout={sheet.layout}
          names={names}
          onClose={() => setColumn(null)}
          onSave={(role) => {
            setColumn(null)
            work.fix(detail.file.id, withColumnRole(detail.fixes, sheet.sheet, plan.letter, role))
          }}
        />
      )}
    </div>
  )
}
