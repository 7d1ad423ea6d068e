import { App, Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { FieldCatalogue, ReportTemplateView, TemplateGrid } from '#shared/ipc/reportTemplate.ts'
import { paths } from '../../app/paths.ts'
import { usePeriodKey } from '../../app/PeriodContext.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { templatePlacesText as text } from '../../text/reportTemplates.ts'
import { FieldPanel } from './FieldPanel.tsx'
import { countPlaces, tidy, withField, withRowList, type Spot } from './places.ts'
import { PlaceGrid } from './PlaceGrid.tsx'
import './reportTemplates.css'

/** Picking places on the grid of an own workbook. */
export function PlacesPage(): ReactElement {
  const id = Number(useParams()['id'])
  const period = usePeriodKey()
  const templates = useRoute('reportTemplate.list', {})
  const grids = useRoute('reportTemplate.grid', { id })
  const catalogue = useRoute('reportTemplate.catalogue', { period })
  const template = templates.data?.find((one) => one.id === id)
  return (
    <div className="page">
      <Loaded query={catalogue} rows={12}>
        {(fields) => (
          <Loaded query={grids} rows={12}>
            {(sheets) =>
              template === undefined || sheets.length === 0 ? (
                <Panel>
                  <EmptyState title={text.noGrid} hint={text.noGridHint} />
                </Panel>
              ) : (
                <Desk key={template.at} template={template} sheets={sheets} catalogue={fields} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}

interface DeskProps {
  template: ReportTemplateView
  sheets: readonly TemplateGrid[]
  catalogue: FieldCatalogue
}

function Desk({ template, sheets, catalogue }: DeskProps): ReactElement {
  const period = usePeriodKey()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const [places, setPlaces] = useState(template.places)
  const [sheetName, setSheetName] = useState(sheets[0]!.name)
  const [spot, setSpot] = useState<Spot | null>(null)
  const [view, setView] = useState<'asMade' | 'asFilled'>('asMade')
  const save = useCall('reportTemplate.setPlaces')
  const changed = places !== template.places
  const preview = useRoute(
    'reportTemplate.preview',
    view === 'asFilled' ? { source: { template: template.id }, period } : null
  )
  const sheet = sheets.find(({ name }) => name === sheetName) ?? sheets[0]!
  const filled = preview.data?.find(({ name }) => name === sheetName) ?? preview.data?.[sheets.indexOf(sheet)]

  function store(): Promise<void> {
    return save
      .mutateAsync({ id: template.id, places: tidy(places) })
      .then(() => void message.success(text.saved))
      .catch(() => undefined)
  }

  function leave(): void {
    const go = (): void => void navigate(paths.reportTemplates)
    if (!changed) go()
    else modal.confirm({ title: text.leave, okText: text.leaveYes, cancelText: text.leaveNo, onOk: go })
  }

  return (
    <>
      <PageHead
        title={template.name}
        tags={
          <Segmented<typeof view>
            aria-label={text.grid}
            value={view}
            disabled={changed}
            options={(['asMade', 'asFilled'] as const).map((value) => ({ value, label: text[value] }))}
            onChange={setView}
          />
        }
        note={changed ? text.unsaved(countPlaces(places)) : text.count(countPlaces(places))}
      >
        <Button onClick={leave}>{text.back}</Button>
        <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => void store()}>
          {text.save}
        </Button>
      </PageHead>
      {save.error === null ? null : <ErrorPanel error={save.error} />}
      <div className="rt-desk">
        <Panel
          title={
            sheets.length > 1 ? (
              <Segmented
                value={sheet.name}
                options={sheets.map(({ name }) => name)}
                onChange={(name) => {
                  setSheetName(name)
                  setSpot(null)
                }}
              />
            ) : (
              sheet.name
            )
          }
          hint={sheet.cut ? text.cut : text.hint}
          scroll
        >
          {view === 'asMade' ? (
            <PlaceGrid
              grid={sheet}
              places={places}
              spot={spot}
              onPick={setSpot}
              onClear={(at) => setPlaces(withField(places, at, null))}
            />
          ) : (
            <Loaded query={preview} rows={12}>
              {() => <PlaceGrid grid={filled ?? sheet} places={null} spot={null} />}
            </Loaded>
          )}
        </Panel>
        <FieldPanel
          // A search ends when another cell is looked at.
          key={spot === null ? '' : `${spot.sheet}!${spot.row},${spot.col}`}
          spot={view === 'asMade' ? spot : null}
          places={places}
          catalogue={catalogue}
          written={
            spot === null
              ? ''
              : (sheet.cells.find(({ row, col }) => row === spot.row && col === spot.col)?.text ?? '')
          }
          onField={(field) => spot !== null && setPlaces(withField(places, spot, field))}
          onList={(list) => {
            if (spot === null) return
            const known = new Set(
              catalogue.lists.find(({ name }) => name === list)?.fields.map(({ name }) => name)
            )
            setPlaces(withRowList(places, spot, list, (field) => known.has(field)))
          }}
        />
      </div>
    </>
  )
}
