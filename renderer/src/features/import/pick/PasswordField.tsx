import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ImportFileView } from '#shared/ipc/importViews.ts'
import { pickText as text, unlockFile } from '../../../text/importPick.ts'

interface Props {
  file: ImportFileView
  busy: boolean
  onPassword: (file: string, password: string) => Promise<boolean>
}

/** Opens a locked file. What was typed is forgotten as soon as it was sent, right or wrong. */
export function PasswordField({ file, busy, onPassword }: Props): ReactElement {
  const [password, setPassword] = useState('')
  return (
    <form
      className="ip-password"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (password === '' || busy) return
        setPassword('')
        void onPassword(file.id, password)
      }}
    >
      <Input
        size="small"
        type="password"
        autoComplete="off"
        maxLength={255}
        placeholder={text.password}
        aria-label={unlockFile(file.name)}
        value={password}
        disabled={busy}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={password === ''} loading={busy}>
        {text.unlock}
      </Button>
    </form>
  )
}
