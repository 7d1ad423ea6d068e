import { App, Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { nextPeriod, periodTitle, previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { currentQuarter } from '../../app/currentQuarter.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { LibraryTab } from '../schemeEditor/start/LibraryTab.tsx'
import { schemeText } from '../../text/scheme.ts'
import './scheme.css'

const text = schemeText.none

/** No scheme is in force: a preset or the office's own file, from a quarter on. */
export function ChooseScheme(): ReactElement {
  const { period, choose } = usePeriod()
  const [from, setFrom] = useState<PeriodKey>(() => period ?? currentQuarter())
  const presets = useRoute('scheme.presets', {})
  const loadPreset = useCall('scheme.loadPreset')
  const pick = useCall('scheme.pick')
  const { message } = App.useApp()
  const error = loadPreset.error ?? pick.error
  const busy = loadPreset.isPending || pick.isPending

  function loaded(view: SchemeView | null): void {
    if (view === null) return
    choose(from)
    void message.success(schemeText.loaded(view.definition.title))
  }

  const choices = [previousPeriod(previousPeriod(from)), previousPeriod(from), from, nextPeriod(from)]
  return (
    <div className="page">
      <PageHead title={schemeText.title} note={text.hint} />
      <div className="scheme-choose">
        <Panel title={text.title} pad>
          <label className="scheme-from">
            <span className="field-label">{text.period}</span>
            <Select
              aria-label={text.period}
              value={from}
              disabled={period !== null}
              options={choices.map((key) => ({ value: key, label: periodTitle(key) }))}
              onChange={setFrom}
            />
          </label>
          <h3>{text.presets}</h3>
          <Loaded query={presets} rows={2}>
            {(list) => (
              <ul className="presets">
                {list.map((preset, index) => (
                  <li key={preset.id}>
                    <div className="grow">
                      <b>{preset.title}</b>
                      <p className="soft small">
                        {preset.organisation} · {text.presetFacts(preset.units, preset.indicators)}
                      </p>
                    </div>
                    <Button
                      type={index === 0 ? 'primary' : 'default'}
                      disabled={busy}
                      loading={loadPreset.isPending && loadPreset.variables.id === preset.id}
                      onClick={() =>
                        loadPreset.mutate({ id: preset.id, period: from }, { onSuccess: loaded })
                      }
                    >
                      {text.use}
                    </Button>
                  </li>
                ))}
                <li>
                  <div className="grow">
                    <b>{text.file}</b>
                    <p className="soft small">{text.fileHint}</p>
                  </div>
                  <Button
                    disabled={busy}
                    loading={pick.isPending}
                    onClick={() => pick.mutate({ period: from }, { onSuccess: loaded })}
                  >
                    {schemeText.load}
                  </Button>
                </li>
              </ul>
            )}
          </Loaded>
          {error === null ? null : <ErrorPanel error={error} />}
        </Panel>
        <LibraryTab />
      </div>
    </div>
  )
}
