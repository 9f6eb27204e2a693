import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'

export type Trouble = Readonly<{
  /** Which call fails, counted from 1; 0: none. */
  at: number
  code: 'EIO' | 'ENOSPC' | 'EROFS' | 'EACCES' | 'EMFILE'
  /** Only that call, or every one from it on. */
  lasting: 'once' | 'always'
}>

/** A file layer whose n-th call fails as a disk does; `calls` says how many were made. */
export function failingFiles(trouble: Trouble): FileLayer & { readonly calls: readonly string[]; arm(): void } {
  const calls: string[] = []
  let armed = false
  function pass(name: string): void {
    if (!armed) return
    calls.push(name)
    const now = trouble.lasting === 'once' ? calls.length === trouble.at : trouble.at > 0 && calls.length >= trouble.at
    if (now) throw Object.assign(new Error(`${trouble.code}: made to fail, ${name}`), { code: trouble.code, errno: -5 })
  }
  return {
    calls,
    arm() {
      armed = true
    },
    write(fd, bytes) {
      // Half of the bytes arrive before the disk refuses.
      const before = calls.length
      try {
        pass('write')
      } catch (error) {
        if (calls.length === before + 1) systemFiles.write(fd, bytes.subarray(0, bytes.length >> 1))
        throw error
      }
      systemFiles.write(fd, bytes)
    },
    sync(fd) {
      pass('sync')
      systemFiles.sync(fd)
    },
    truncate(fd, length) {
      pass('truncate')
      systemFiles.truncate(fd, length)
    },
    async syncHandle(handle) {
      pass('syncHandle')
      await systemFiles.syncHandle(handle)
    },
    async rename(from, to) {
      pass('rename')
      await systemFiles.rename(from, to)
    },
    renameNow(from, to) {
      pass('renameNow')
      systemFiles.renameNow(from, to)
    },
    async link(from, to) {
      pass('link')
      return await systemFiles.link(from, to)
    },
    async syncFolderLater(folder) {
      pass('syncFolder')
      await systemFiles.syncFolderLater(folder)
    },
    syncFolder(folder) {
      pass('syncFolder')
      systemFiles.syncFolder(folder)
    }
  }
}
