/** What lies on the disk is not what was sealed: changed, cut, put in another's place, or of another archive. */
export class SealBroken extends Error {
  readonly code = 'SEAL_BROKEN'
  constructor(what: string) {
    super(`seal broken: ${what}`)
    this.name = 'SealBroken'
  }
}
