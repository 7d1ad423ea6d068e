import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import officeCrypto from 'officecrypto-tool'
import { describe, expect, it } from 'vitest'
import { workbooksIn } from '#electron/services/importing/folderFiles.ts'
import { pastedFile } from '#electron/services/importing/pastedFile.ts'
import { sessionView } from '#electron/services/importing/sessionView.ts'
import type { AppError } from '#shared/appError.ts'
import { csv, office, PERIOD, staged, stagedIn, TABLE, VALUES, xlsx } from '../helpers/importOffice.ts'
import { temporaryFolder } from '../helpers/workspace.ts'
import { refusal } from '../unit/workbook/makeFiles.ts'

describe('a locked file', () => {
  const PASSWORD = '亮绩-口令-2026'
  const locked = new Uint8Array(officeCrypto.encrypt(Buffer.from(xlsx), { password: PASSWORD }))

  it('stays in the import until the right password is given, which is kept nowhere', async () => {
    const workspace = office()
    const { imports, library } = workspace
    const session = await imports.add(PERIOD, null, [{ name: '加密.xlsx', bytes: locked }])
    const file = session.files[0]!
    const state = () => sessionView(library, session).files[0]!
    expect(state()).toMatchObject({
      status: 'FAILED',
      needsPassword: true,
      error: { code: 'FILE_ENCRYPTED' }
    })

    await imports.reread(session.id, file.id, { password: '错的口令' })
    expect(state()).toMatchObject({ status: 'FAILED', needsPassword: true })
    expect(state().error!.message).toContain('密码不对')
    expect(JSON.stringify(state())).not.toContain('错的口令')

    await imports.reread(session.id, file.id, { password: PASSWORD })
    expect(state()).toMatchObject({ status: 'READY', needsPassword: false, error: null })
    expect(stagedIn(file)).toEqual(VALUES)
    expect(file.original).toEqual(locked)
    expect(
      JSON.stringify(session, (_key, value: unknown) => (value instanceof Uint8Array ? null : value))
    ).not.toContain(PASSWORD)
  })

  it('refuses a password where none is needed', async () => {
    const { imports } = office()
    const session = await imports.add(PERIOD, null, [{ name: 'a.xlsx', bytes: xlsx }])
    const error = await refusal(imports.reread(session.id, session.files[0]!.id, { password: 'x' }))
    expect(error.toSentence()).toContain('没有打开密码')
  })
})

describe('another encoding', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const)(
    '%s by the clerk’s choice',
    async (encoding) => {
      const workspace = office()
      // Traditional characters, so that every encoding has them.
      const session = await workspace.imports.add(PERIOD, null, [
        {
          name: 'a.csv',
          bytes: iconv.encode('單位,備註\r\n甲處,體育產業\r\n', encoding, {
            addBOM: encoding.startsWith('utf-16')
          })
        }
      ])
      const file = session.files[0]!
      await workspace.imports.reread(session.id, file.id, { encoding })
      expect(file.raw!.sheets[0]!.cells.map((cell) => cell.value)).toEqual([
        '單位',
        '備註',
        '甲處',
        '體育產業'
      ])
      expect(sessionView(workspace.library, session).files[0]!.encoding).toEqual({
        name: encoding,
        chosen: true
      })
    }
  )

  it('shows what a wrong choice does, and can be chosen anew', async () => {
    const { imports } = office()
    const session = await imports.add(PERIOD, null, [{ name: 'a.csv', bytes: iconv.encode(csv, 'gb18030') }])
    const file = session.files[0]!
    expect(stagedIn(file)).toEqual(VALUES)
    await imports.reread(session.id, file.id, { encoding: 'utf-8' })
    expect(file.raw!.problems.map((problem) => problem.code)).toContain('BROKEN_CHARACTERS')
    await imports.reread(session.id, file.id, { encoding: 'gb18030' })
    expect(stagedIn(file)).toEqual(VALUES)
  })

  it('is refused for a file that is no text, which stays as it is', async () => {
    const { imports } = office()
    const session = await imports.add(PERIOD, null, [{ name: 'a.xlsx', bytes: xlsx }])
    const error = await refusal(imports.reread(session.id, session.files[0]!.id, { encoding: 'big5' }))
    expect(error.message).toContain('不是文本文件')
    expect(stagedIn(session.files[0]!)).toEqual(VALUES)
  })
})

describe('reading again', () => {
  it('takes what the file holds now, or says why it cannot and keeps what was read', async () => {
    const { imports } = office()
    const path = join(temporaryFolder(), '汇总.xlsx')
    const session = await imports.add(PERIOD, null, [{ path }])
    const file = session.files[0]!
    expect(file.error?.code).toBe('FILE_NOT_FOUND')
    writeFileSync(path, xlsx)
    await imports.reread(session.id, file.id, {})
    expect(file.error).toBeNull()
    expect(stagedIn(file)).toEqual(VALUES)
    expect(file.original).toEqual(xlsx)
    writeFileSync(path, '')
    expect((await refusal(imports.reread(session.id, file.id, {}))).code).toBe('FILE_EMPTY')
    expect(stagedIn(file)).toEqual(VALUES)
  })

  it('is refused for what was dropped', async () => {
    const { imports } = office()
    const session = await imports.add(PERIOD, null, [{ name: 'a.xlsx', bytes: xlsx }])
    const error = await refusal(imports.reread(session.id, session.files[0]!.id, {}))
    expect(error.toSentence()).toMatch(/拖进来.*重新拖入/)
  })
})

describe('a pasted table', () => {
  const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.xl65{mso-number-format:"0.0";}</style></head>
    <body><table border=0 style='mso-displayed-decimal-separator:"."'><!--StartFragment--><col width=72>
    <tr><td class=xl65>单位</td><td>产出（万元）</td><td>综合<br>评价</td></tr>
    <tr><td x:str>甲处</td><td align=right x:num="74.96">75.0</td><td x:num>36</td></tr>
    <tr style='display:none'><td>乙处</td><td x:num>70</td><td x:num>35</td></tr><!--EndFragment--></table></body></html>`

  it('from Excel keeps exact values behind rounded ones, line breaks and what is hidden', async () => {
    const workspace = office()
    const file = pastedFile('单位\t产出', excel)
    const session = await workspace.imports.add(PERIOD, null, [{ ...file, pasted: true }])
    expect(stagedIn(session.files[0]!)).toEqual(['a:mark=36', 'a:output=74.96', 'b:mark=35', 'b:output=70'])
    expect(session.files[0]!.raw!.problems.map((problem) => problem.code)).toEqual(['HIDDEN_ROWS'])
  })

  it('as text: quoted cells may hold line breaks', async () => {
    const text = TABLE.map((row) => row.join('\t'))
      .join('\r\n')
      .replace('综合评价', '"综合\n评价"')
    expect(await staged(office(), pastedFile(text, null))).toEqual(VALUES)
  })

  it('is named by number, in one import after another', async () => {
    const { imports } = office()
    const file = pastedFile(csv.replaceAll(',', '\t'), null)
    const session = await imports.add(PERIOD, null, [{ ...file, pasted: true }])
    const other = pastedFile(csv.replaceAll(',', '\t').replace('36', '30'), '<p>no table</p>')
    await imports.add(PERIOD, session.id, [{ ...other, pasted: true }])
    expect(session.files.map((one) => one.name)).toEqual(['粘贴的表格 1.tsv', '粘贴的表格 2.tsv'])
    expect(session.files[1]!.conflicts.map((problem) => problem.code)).toEqual(['FILE_CONFLICT'])
  })

  it.each([
    ['', null, '没有内容'],
    ['  \n ', '<table><tr><td>&nbsp;</td></tr></table>', '没有内容'],
    ['一句话', null, '不是表格'],
    ['一句话', '<p>一句话</p>', '不是表格']
  ])('%j, %j is refused', (text, html, word) => {
    let error: AppError | null = null
    try {
      pastedFile(text, html)
    } catch (thrown) {
      error = thrown as AppError
    }
    expect(error?.message).toContain(word)
    expect(error?.toSentence()).toContain('复制')
  })
})

describe('a folder', () => {
  it('is searched with its subfolders, hidden and lock files passed over, loops walked once', async () => {
    const root = temporaryFolder()
    const put = (path: string): void => {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), 'x')
    }
    for (const path of ['总表.xlsx', '说明.docx', '~$总表.xlsx', '.~总表.et', '.藏/a.xlsx']) put(path)
    for (const path of ['处室/甲处.et', '处室/二级/乙处.csv', 'a/b/c/d/e/五层.xls', 'a/b/c/d/e/f/六层.xls'])
      put(path)
    symlinkSync(root, join(root, '处室', '回到上面'), 'junction')
    expect(
      (await workbooksIn(root)).map(({ path, folder }) => [folder, path.slice(root.length + 1)])
    ).toEqual([
      ['', '总表.xlsx'],
      ['处室', '处室/甲处.et'],
      ['处室/二级', '处室/二级/乙处.csv'],
      ['a/b/c/d/e', 'a/b/c/d/e/五层.xls']
    ])
  })

  it('with more than 500 tables is refused before anything is read', async () => {
    const root = temporaryFolder()
    for (let i = 0; i <= 500; i++) writeFileSync(join(root, `${i}.csv`), '')
    const error = await refusal(workbooksIn(root))
    expect(error.code).toBe('FILE_TOO_COMPLEX')
    expect(error.toSentence()).toMatch(/超过 500 个.*分几次/)
  })
})
