import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ArchiveDeps, OpenedArchive } from '#archive/archive-session.ts'
import { createArchive } from '#archive/create-archive.ts'
import { paperForm, savePaperForm } from '#archive/intake/paper-form.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { openArchive } from '#archive/open-archive.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { ENCRYPTION, PASSWORD, RECOVERY_KEY } from '#tests/support/encrypted.ts'
import { fileText, formOf, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'

const QUIET: ArchiveDeps = { log: (error) => console.error(error) }

async function sealed(): Promise<{ folder: string; archive: OpenedArchive }> {
  const folder = join(tempFolder(), 'kho')
  const archive = await createArchive(folder, OFFICE, { ...QUIET, encryption: ENCRYPTION })
  onTestFinished(() => archive.close())
  return { folder, archive }
}

/** Every byte below a folder, by file. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Where one of the words stands in a file or its name, as UTF-8, UTF-16 or without accents' composing. */
function leaks(folder: string, words: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const path of filesBelow(folder)) {
    const bytes = readFileSync(path)
    for (const word of words) {
      const forms = [Buffer.from(word), Buffer.from(word.toLowerCase()), Buffer.from(word, 'utf16le')]
      if (forms.some((form) => bytes.includes(form)) || path.slice(folder.length).includes(word)) {
        found.push(`${path.slice(folder.length)}: ${word}`)
      }
    }
  }
  return found
}

const WORD = 'Zquxphong'
const SUBJECT = 'vkleakabc'
const NAME = 'vkleakname.txt'
const SIGNER = 'Kvlsigner'
/** Stands in a half-filled form alone. */
const BEGUN = 'vkleakbegun'

async function fill(archive: OpenedArchive): Promise<string> {
  const text = `Cộng hòa\nSố 12-CV/HU\n${WORD} nội dung riêng của văn bản này.\n`
  const id = await fileText(archive, NAME, text, { subject: `Về việc ${SUBJECT}`, signer: SIGNER })
  savePaperForm(archive.folder, formOf({ note: BEGUN }))
  const staged = join(tempFolder(), 'waiting.txt')
  writeFileSync(staged, `${WORD} đang chờ`)
  await stageFile(archive.folder, archive.newId('s'), NAME, staged)
  return id
}

describe('an encrypted archive', () => {
  it('is worked in as any other, closed, and opened again by its password', async () => {
    const { folder, archive } = await sealed()
    const id = await fill(archive)
    const head = archive.ledger.head()
    await archive.close()
    const again = await openArchive(folder, { ...QUIET, secret: { password: PASSWORD } })
    onTestFinished(() => again.close())
    expect(again.notices).toEqual([])
    expect(again.ledger.head()).toEqual(head)
    expect(again.db.prepare('SELECT subject FROM document WHERE id = ?').pluck().get(id)).toContain(SUBJECT)
    expect(paperForm(folder)?.note).toBe(BEGUN)
    expect((await verifyNow(again, 'full')).findings).toEqual([])
  })

  it('opens by the printed key, typed in small letters and without dashes', async () => {
    const { folder, archive } = await sealed()
    await archive.close()
    const typed = RECOVERY_KEY.toLowerCase().replaceAll('-', ' ')
    const again = await openArchive(folder, { ...QUIET, secret: { recoveryKey: ` ${typed} ` } })
    expect(again.encrypted).toBe(true)
    await again.close()
  })

  it('leaves no word of a paper, its name or its record on the disk, open or closed', async () => {
    const { folder, archive } = await sealed()
    await fill(archive)
    const words = [WORD, SUBJECT, NAME, SIGNER, BEGUN, OFFICE.name, OFFICE.clerk]
    expect(statSync(join(folder, 'archive.db-wal')).size).toBeGreaterThan(0)
    expect(leaks(folder, words)).toEqual([])
    await archive.close()
    expect(leaks(folder, words)).toEqual([])
  })

  it('the same search finds each of them in a plain one', async () => {
    const folder = join(tempFolder(), 'kho')
    const archive = await createArchive(folder, OFFICE, { ...QUIET, encryption: null })
    onTestFinished(() => archive.close())
    await fill(archive)
    const found = leaks(folder, [WORD, SUBJECT, NAME, SIGNER, BEGUN, OFFICE.name, OFFICE.clerk]).map(
      (one) => one.split(': ')[1]
    )
    expect(new Set(found)).toEqual(new Set([WORD, SUBJECT, NAME, SIGNER, BEGUN, OFFICE.name, OFFICE.clerk]))
  })
})
