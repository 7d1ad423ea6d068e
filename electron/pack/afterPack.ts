import { FuseV1Options, FuseVersion } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'

/**
 * electron-builder's hook after the files are in place and before the executable is signed: flips the fuses of
 * architecture.md §5, so that the installed program runs our archive and nothing else.
 *
 * `LIANGJI_TEST_BUILD=1` leaves the inspector on, without which no test can drive the packed program.
 * @throws when the executable has no fuses: a program without them must not be shipped.
 */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const isTestBuild = process.env['LIANGJI_TEST_BUILD'] === '1'
  await context.packager.addElectronFuses(context, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: isTestBuild,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true
  })
  if (isTestBuild) console.log('  • LIANGJI_TEST_BUILD: the inspector stays on, do not ship this build')
}
