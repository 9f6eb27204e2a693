import { fold } from '#domain/text/fold.ts'
import type { Paper } from '../generator.ts'

/** A way to search the papers, opened in a process of its own on what its build left in a folder. */
export type Opened = Readonly<{
  /** How many papers it shows, twenty at most. */
  ask(query: string): number | Promise<number>
  /** The process that holds the index, where it is not this one. */
  pid?: number
  close?(): void
}>
export type Opener = (folder: string) => Opened | Promise<Opened>

/** Builds into an empty folder and leaves there all that opening needs. */
export type Builder = (folder: string, papers: Iterable<Paper>) => void | Promise<void>

/** Answers shown, of every contender. */
export const SHOWN = 20

/** What every contender may search: our own index has the same words. */
export type Fields = Readonly<{ number: string; subject: string; parties: string; body: string }>

export function fieldsOf(paper: Paper): Fields {
  return {
    number: `${paper.number}-${paper.symbol}`,
    subject: paper.subject,
    parties: [paper.issuer, paper.signer, ...paper.recipients].join(' / '),
    body: paper.body
  }
}

/** The same folding as ours, for text and query alike. */
export function foldedTerms(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}
