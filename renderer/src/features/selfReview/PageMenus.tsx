import { Button, Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { Icon } from '../../components/Icon.tsx'
import { selfReviewText as text } from '../../text/selfReview.ts'
import type { SheetFormat, Sheets } from './useSheets.ts'

interface Props {
  /** The unit that is shown; null on the overview. */
  unit: { unit: string; name: string } | null
  units: readonly string[]
  sheets: Sheets
  onWords: () => void
}

const FORMATS: readonly SheetFormat[] = ['docx', 'xlsx', 'pdf']

/** 填报表, 导出, 用词: what belongs to the page, not to a row. */
export function PageMenus({ unit, units, sheets, onWords }: Props): ReactElement {
  const exports = (of: string, name: string) =>
    FORMATS.map((format) => ({ key: `${of}:${format}`, label: `${name} · ${text.formats[format]}` }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'all', label: text.issueAll },
            ...(unit === null ? [] : [{ key: 'one', label: text.issueOne(unit.name) }]),
            { type: 'divider' as const },
            { key: 'read', label: text.readBack },
            { type: 'divider' as const },
            { key: 'words', label: text.settings }
          ],
          onClick: ({ key }) => {
            if (key === 'all') sheets.issue(units)
            else if (key === 'one') sheets.issue([unit!.unit])
            else if (key === 'read') sheets.readBack()
            else onWords()
          }
        }}
      >
        <Button loading={sheets.busy}>
          {text.sheets}
          <Icon name="down" />
        </Button>
      </Dropdown>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(unit === null ? [] : exports('unit', text.exportUnit)),
            ...(unit === null ? [] : [{ type: 'divider' as const }]),
            ...exports('summary', text.exportSummary)
          ],
          onClick: ({ key }) => {
            const [of, format] = key.split(':') as ['unit' | 'summary', SheetFormat]
            if (of === 'unit') sheets.exportUnit(unit!.unit, format)
            else sheets.exportSummary(format)
          }
        }}
      >
        <Button>
          {text.export}
          <Icon name="down" />
        </Button>
      </Dropdown>
    </>
  )
}
