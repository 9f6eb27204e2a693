import { fold } from '#domain/text/fold.ts'
import type { Paper } from '../generator.ts'
import type { Random } from '../random.ts'

export type QueryClass = Readonly<{ name: string; queries: readonly string[] }>

/** Queries of each kind a clerk types, drawn from the papers themselves. */
export function makeQueries(papers: readonly Paper[], random: Random, each: number): readonly QueryClass[] {
  const draw = (make: (paper: Paper, words: readonly string[]) => string) =>
    Array.from({ length: each }, () => {
      const paper = random.pick(papers)
      return make(paper, paper.body.split(/\s+/))
    })
  const words = (count: number) => (_paper: Paper, all: readonly string[]) => {
    const at = random.int(Math.max(1, all.length - count))
    return all
      .slice(at, at + count)
      .join(' ')
      .replace(/[.,"-]/g, ' ')
      .trim()
  }
  return [
    { name: 'each keystroke', queries: keystrokes(papers, random, each) },
    { name: '1 word', queries: draw(words(1)) },
    { name: '2 words', queries: draw(words(2)) },
    { name: '3 words', queries: draw(words(3)) },
    { name: '4 words', queries: draw(words(4)) },
    { name: '5 words', queries: draw(words(5)) },
    { name: 'phrase', queries: draw((paper, all) => `"${words(4)(paper, all)}"`) },
    { name: 'reference', queries: draw((paper) => `${paper.number}-${paper.symbol}`) },
    { name: 'no marks', queries: draw((paper) => fold(paper.subject).split(' ').slice(0, 4).join(' ')) },
    {
      name: 'typing slip',
      queries: draw((paper) => slip(fold(paper.subject).split(' ').slice(0, 4).join(' '), random))
    }
  ]
}

/** A subject as it grows under the fingers. */
function keystrokes(papers: readonly Paper[], random: Random, each: number): readonly string[] {
  const typed: string[] = []
  while (typed.length < each) {
    const { subject } = random.pick(papers)
    typed.push(...[2, 3, 5, 8, 12, 17].map((length) => subject.slice(0, length)))
  }
  return typed.slice(0, each)
}

/** Two neighbouring letters swapped. */
function slip(text: string, random: Random): string {
  const at = 1 + random.int(Math.max(1, text.length - 3))
  return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`
}
