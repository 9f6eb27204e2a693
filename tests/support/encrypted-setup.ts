import { vi } from 'vitest'
import { SEALING } from './encrypted.ts'

// Whatever opens, makes or restores an archive in this process, the engine too, does it sealed (`VANKHO_TEST_ENCRYPTED`).
vi.mock('#archive/open-archive.ts', async (original) => {
  const real = await original<typeof import('#archive/open-archive.ts')>()
  const openArchive: typeof real.openArchive = (folder, deps) => real.openArchive(folder, { ...SEALING, ...deps })
  return { ...real, openArchive }
})
vi.mock('#archive/create-archive.ts', async (original) => {
  const real = await original<typeof import('#archive/create-archive.ts')>()
  const createArchive: typeof real.createArchive = (folder, office, deps, caller) =>
    real.createArchive(folder, office, { ...SEALING, ...deps }, caller)
  return { ...real, createArchive }
})
vi.mock('#archive/care/restore.ts', async (original) => {
  const real = await original<typeof import('#archive/care/restore.ts')>()
  const restore: typeof real.restore = (backup, folder, job, files, secret) =>
    real.restore(backup, folder, job, files, secret ?? SEALING.secret ?? null)
  return { ...real, restore }
})
