import { describe, expect, it } from 'vitest'
import {
  cleanFolderName,
  type FolderList,
  type FolderRow,
  folderChosen,
  joinFolder,
  parentFolder
} from '#renderer/components/folder-choice.ts'

const row = (name: string, more: Partial<FolderRow> = {}): FolderRow => ({
  name,
  path: `/d/${name}`,
  isArchive: false,
  isBackup: false,
  ...more
})
const list = (writable = true): FolderList => ({ folder: '/d', parent: '/', folders: [row('a')], writable })

describe('names and paths of folders', () => {
  it('lose what Windows refuses', () => {
    expect(cleanFolderName(' Kho: 2020/2025? ')).toBe('Kho 2020 2025')
    expect(cleanFolderName('..')).toBe('')
    expect(cleanFolderName('Kho Đam Rông')).toBe('Kho Đam Rông')
  })
  it('are joined and parted as the machine writes them', () => {
    expect(joinFolder('D:\\', 'Kho')).toBe('D:\\Kho')
    expect(joinFolder('/home/a/', 'kho')).toBe('/home/a/kho')
    expect(joinFolder('/home/a', '')).toBe('/home/a')
    expect(parentFolder('/home/a/kho')).toBe('/home/a')
    expect(parentFolder('/home')).toBe('/')
    expect(parentFolder('D:\\Kho\\2021')).toBe('D:\\Kho')
    expect(parentFolder('D:\\Kho')).toBe('D:\\')
    expect(parentFolder('')).toBeNull()
  })
})

describe('what is chosen', () => {
  it('must be an archive, or a backup, where one is asked for', () => {
    expect(folderChosen(list(), row('a'), 'archive', null, null)).toBeNull()
    expect(folderChosen(list(), row('a', { isArchive: true }), 'archive', null, null)).toBe('/d/a')
    expect(folderChosen(list(), row('a', { isArchive: true }), 'backup', null, null)).toBeNull()
    expect(folderChosen(list(), row('a', { isBackup: true }), 'backup', null, null)).toBe('/d/a')
    expect(folderChosen(list(), null, 'archive', null, { isArchive: true, isBackup: false })).toBe('/d')
  })
  it('is the listed folder where none is marked, if it can be written to', () => {
    expect(folderChosen(list(), null, 'place', null, null)).toBe('/d')
    expect(folderChosen(list(false), null, 'place', null, null)).toBeNull()
  })
  it('takes the new folder in, and waits for its name', () => {
    expect(folderChosen(list(), null, 'place', 'Kho phuc hoi', null)).toBe('/d/Kho phuc hoi')
    expect(folderChosen(list(), row('a'), 'place', 'Kho', null)).toBe('/d/a/Kho')
    expect(folderChosen(list(), null, 'place', ' ', null)).toBeNull()
  })
})
