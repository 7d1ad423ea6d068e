import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GOLDENS } from './goldens.ts'

const DOMAIN_TESTS = join(import.meta.dirname, '..')
/** Published schemes run whole, named by source and not by golden. */
const BY_SOURCE = 'publishedSchemes/publishedSchemes.test.ts'

/** A suite or a case whose title, `('…'`, begins or goes on with the name. */
function isNamed(file: string, name: string): boolean {
  const title = new RegExp(`\\(\\s*['\`][^'\`\\n]*\\b${name}\\b`)
  return title.test(readFileSync(join(DOMAIN_TESTS, file), 'utf8'))
}

describe('golden examples', () => {
  it('are all there, G1 to G20', () => {
    expect(Object.keys(GOLDENS)).toEqual(Array.from({ length: 20 }, (_, index) => `G${index + 1}`))
  })

  it.each(Object.entries(GOLDENS))('%s is named by the tests that compute it', (id, { sources, files }) => {
    const own = files.filter((file) => file !== BY_SOURCE)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter((file) => !isNamed(file, id))).toEqual([])
    const published = readFileSync(join(DOMAIN_TESTS, BY_SOURCE), 'utf8')
    if (own.length < files.length) expect(published).toContain(`['${sources[0]}`)
  })

  it('leave no file of this folder out', () => {
    const own = readdirSync(import.meta.dirname).filter((file) => /^G\d+\.test\.ts$/.test(file))
    const registered = Object.values(GOLDENS).flatMap(({ files }) => files)
    expect(own.filter((file) => !registered.includes(`golden/${file}`))).toEqual([])
  })
})
