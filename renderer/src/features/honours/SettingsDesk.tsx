import { App, Button, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { LEVEL_WORDS, LEVELS } from '#shared/domain/incentive/honourLevel.ts'
import type {
  HolderKind,
  HonourKind,
  HonourRule,
  HonourSettings
} from '#shared/domain/incentive/honourSettings.ts'
import type { HonourListView } from '#shared/ipc/honour.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { honoursText } from '../../text/honours.ts'

const text = honoursText.settings

/** 种类与规则: the office's own kinds of honours, and which of them earn a bonus by which catalogue entry. */
export function SettingsDesk({ view }: { view: HonourListView }): ReactElement {
  const [draft, setDraft] = useState<HonourSettings>(view.settings)
  const save = useCall('honour.saveSettings')
  const { message } = App.useApp()
  const isChanged = JSON.stringify(draft) !== JSON.stringify(view.settings)
  const setKinds = (kinds: HonourKind[]): void => setDraft({ ...draft, kinds })
  const setRules = (rules: HonourRule[]): void => setDraft({ ...draft, rules })

  function submit(): void {
    save.mutate({ settings: draft }, { onSuccess: () => void message.success(text.saved) })
  }

  return (
    <form
      className="hon-settings"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) submit()
      }}
      onKeyDown={(event) => {
        if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
        event.preventDefault()
        if (isChanged && !save.isPending) submit()
      }}
    >
      <Panel title={text.kinds} hint={text.kindsHint} scroll pad>
        <KindList kinds={draft.kinds} onChange={setKinds} />
      </Panel>
      <Panel title={text.rules} hint={text.rulesHint} scroll pad>
        {view.catalogue.length === 0 ? (
          <p className="soft">{text.noCatalogue}</p>
        ) : (
          <RuleList view={view} kinds={draft.kinds} rules={draft.rules} onChange={setRules} />
        )}
      </Panel>
      <div className="hon-save">
        {save.error === null ? null : <ErrorPanel error={save.error} />}
        <span className="grow small soft">{isChanged ? text.changed : ''}</span>
        <Button disabled={!isChanged} onClick={() => setDraft(view.settings)}>
          {common.cancel}
        </Button>
        <Button type="primary" htmlType="submit" disabled={!isChanged} loading={save.isPending}>
          {common.save}
        </Button>
      </div>
    </form>
  )
}

function KindList(props: {
  kinds: readonly HonourKind[]
  onChange: (kinds: HonourKind[]) => void
}): ReactElement {
  const { kinds, onChange } = props
  const set = (index: number, change: Partial<HonourKind>): void =>
    onChange(kinds.map((kind, at) => (at === index ? { ...kind, ...change } : kind)))
  return (
    <>
      <ul className="hon-rows hon-kinds">
        {kinds.map((kind, index) => (
          <li key={kind.code}>
            <Input
              aria-label={`${text.name} ${index + 1}`}
              maxLength={40}
              placeholder={text.name}
              value={kind.name}
              onChange={(event) => set(index, { name: event.target.value })}
            />
            <Input
              aria-label={`${text.family} ${index + 1}`}
              maxLength={40}
              placeholder={text.family}
              value={kind.family}
              onChange={(event) => set(index, { family: event.target.value })}
            />
            <Select<HolderKind>
              aria-label={`${text.holder} ${index + 1}`}
              value={kind.holder}
              options={(Object.keys(text.holders) as HolderKind[]).map((value) => ({
                value,
                label: text.holders[value]
              }))}
              onChange={(holder) => set(index, { holder })}
            />
            <Button
              type="text"
              aria-label={text.remove(kind.name)}
              disabled={kinds.length === 1}
              icon={<Icon name="close" />}
              onClick={() => onChange(kinds.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() =>
          onChange([...kinds, { code: freeCode(kinds), name: '', family: '', holder: 'EITHER' }])
        }
      >
        {text.addKind}
      </Button>
    </>
  )
}

/** A code that nobody reads: honours refer to it, so that a kind can be renamed. */
function freeCode(kinds: readonly HonourKind[]): string {
  let number = kinds.length + 1
  while (kinds.some((kind) => kind.code === `KIND_${number}`)) number += 1
  return `KIND_${number}`
}

function RuleList(props: {
  view: HonourListView
  kinds: readonly HonourKind[]
  rules: readonly HonourRule[]
  onChange: (rules: HonourRule[]) => void
}): ReactElement {
  const { view, kinds, rules, onChange } = props
  const set = (index: number, change: Partial<HonourRule>): void =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)))
  return (
    <>
      <ul className="hon-rows hon-rules">
        {rules.map((rule, index) => (
          <li key={index}>
            <Select
              aria-label={`${text.kind} ${index + 1}`}
              value={rule.kind}
              options={[
                { value: '*', label: text.anyKind },
                ...kinds.map(({ code, name }) => ({ value: code, label: name }))
              ]}
              onChange={(kind) => set(index, { kind })}
            />
            <Select<HonourRule['level']>
              aria-label={`${text.level} ${index + 1}`}
              value={rule.level}
              options={[
                { value: '*' as const, label: text.anyLevel },
                ...LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))
              ]}
              onChange={(level) => set(index, { level })}
            />
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={`${text.catalogue} ${index + 1}`}
              value={rule.catalogue}
              options={view.catalogue.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChange={(catalogue) => set(index, { catalogue })}
            />
            <Button
              type="text"
              aria-label={text.remove(`第 ${index + 1} 条规则`)}
              icon={<Icon name="close" />}
              onClick={() => onChange(rules.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() => onChange([...rules, { kind: '*', level: '*', catalogue: view.catalogue[0]!.code }])}
      >
        {text.addRule}
      </Button>
    </>
  )
}
