import type { ReactElement } from 'react'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { registersText as text } from '../../text/registers.ts'

type List = RouteInput<'registerFile.export'>['list']

/** Lists of what the filter shows, each as workbook, document or PDF; and the forms that units fill in. */
export function ExportMenu({ period, filter }: { period: PeriodKey; filter: RegisterFilter }): ReactElement {
  const kinds = useRoute('registerFile.kinds', {}).data ?? []
  return (
    <FileMenu
      kinds={kinds.map(({ kind, title, hint }) => ({ key: kind, label: title, hint }))}
      save={(list, format) => call('registerFile.export', { list: list as List, period, filter, format })}
      other={{
        label: text.templates,
        save: async () => {
          const made = await call('registerFile.templates', { period, filter })
          if (made === null) return null
          const { ticket, folder, files } = made
          return { title: text.templatesMade(files.length), file: { ticket, folder, fileName: '' } }
        }
      }}
    />
  )
}
