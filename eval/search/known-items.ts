import type { Paper } from '../../bench/generator.ts'
import type { Random } from '../../bench/random.ts'
import { chooseWindow, half, type Remembered, remembered, slip } from './memory.ts'
import { plainText, syllables } from './syllables.ts'

/** What a clerk types who knows which paper is meant, and whether a paper is one that is meant. */
export type KnownItem = Readonly<{ typed: string; meant(paper: Paper): boolean }>

export const CLASSES = [
  'references',
  'number and year',
  'titles with marks',
  'titles without marks',
  'half-remembered phrases',
  'one slip',
  'signer and topic',
  'recipient and topic'
] as const
export type KnownItemClass = (typeof CLASSES)[number]

/** How a reference is typed: as printed, in small letters, glued, turned round, decomposed. */
const SPELLINGS: readonly ((number: string, symbol: string) => string)[] = [
  (number, symbol) => `${number}-${symbol}`,
  (number, symbol) => `${number}-${symbol}`.toLowerCase(),
  (number, symbol) => `${number} ${symbol.replaceAll('/', ' ')}`.toLowerCase(),
  (number, symbol) => `${number}${symbol}`.toLowerCase(),
  (number, symbol) => `Số ${number} - ${symbol}`,
  (number, symbol) => `${number}/${symbol}`.normalize('NFD'),
  (number, symbol) => `${number} - ${plainText(symbol).toUpperCase()}`,
  (number, symbol) => `số: ${number}-${symbol}`
]

/** What is typed of one paper in one class, by seeded rules; null where the paper has nothing of the kind. */
export function knownItem(kind: KnownItemClass, paper: Paper, turn: number, random: Random): KnownItem | null {
  const { subject } = paper
  switch (kind) {
    case 'references': {
      if (paper.number === '') return null
      const spell = SPELLINGS[turn % SPELLINGS.length] ?? SPELLINGS[0]
      return spell ? { typed: spell(paper.number, paper.symbol), meant: (one) => sameReference(one, paper) } : null
    }
    case 'number and year':
      return paper.number === '' || paper.issuedOn === '' ? null : numberAndYear(paper, turn)
    case 'titles with marks':
      return subject === ''
        ? null
        : { typed: title(subject, turn), meant: (one) => holds(one.subject, title(subject, turn)) }
    case 'titles without marks':
      return subject === ''
        ? null
        : { typed: plainText(title(subject, turn)), meant: (one) => holds(one.subject, title(subject, turn)) }
    case 'half-remembered phrases':
      return phrase(paper, random, (words) => half(words, turn, random))
    case 'one slip':
      return turn % 2 === 0 || subject === ''
        ? phrase(paper, random, (words) => slip(words, random))
        : slipInTitle(subject, turn, random)
    case 'signer and topic':
      return signerAndTopic(paper, turn)
    case 'recipient and topic':
      return recipientAndTopic(paper, turn, random)
  }
}

function numberAndYear(paper: Paper, turn: number): KnownItem {
  const [year = '', month = '', day = ''] = paper.issuedOn.split('-')
  const reference = `${paper.number}-${paper.symbol}`
  const ways = [
    `${reference} ${year}`,
    `${reference.toLowerCase()} năm ${year}`,
    `${reference} ngày ${day}/${month}/${year}`,
    `${paper.number} ${plainText(paper.symbol).replaceAll('/', ' ')} nam ${year}`,
    `${reference} năm: ${year}`,
    `số: ${reference} ngày: ${Number(day)}/${Number(month)}/${year}`
  ]
  const whole = turn % ways.length === 2 || turn % ways.length === 5
  return {
    typed: ways[turn % ways.length] ?? reference,
    meant: (one) =>
      sameReference(one, paper) && (whole ? one.issuedOn === paper.issuedOn : one.issuedOn.slice(0, 4) === year)
  }
}

/** The title as it stands, without its first words, or without its last ones. */
function title(subject: string, turn: number): string {
  const words = subject.split(/\s+/).slice(0, 14)
  if (words.length < 5 || turn % 3 === 0) return words.join(' ')
  return (turn % 3 === 1 ? words.slice(2) : words.slice(0, -1)).join(' ')
}

function slipInTitle(subject: string, turn: number, random: Random): KnownItem | null {
  const words = syllables(title(subject, turn))
  const typed = slip(words, random)
  return typed ? { typed, meant: (one) => holds(one.subject, words.join(' ')) } : null
}

function phrase(paper: Paper, random: Random, type: (words: readonly string[]) => string | null): KnownItem | null {
  const window = chooseWindow(paper.body, random)
  const typed = window && type(window.words)
  return window && typed ? { typed, meant: remembersOf(window) } : null
}

function remembersOf(window: Remembered): (paper: Paper) => boolean {
  return (paper) => remembered(paper.body, window)
}

function signerAndTopic(paper: Paper, turn: number): KnownItem | null {
  if (paper.signer === '' || paper.subject === '') return null
  const topic = topicOf(paper.subject)
  const ways = [
    `${paper.signer} ${topic}`,
    plainText(`${paper.signer} ${topic}`),
    `người ký: ${paper.signer.split(' ').at(-1) ?? ''} trích yếu: ${topic}`,
    `${plainText(topic)} ${plainText(paper.signer)}`
  ]
  const name = turn % ways.length === 2 ? (paper.signer.split(' ').at(-1) ?? '') : paper.signer
  return {
    typed: ways[turn % ways.length] ?? '',
    meant: (one) => holds(one.signer, name) && holds(one.subject, topic)
  }
}

function recipientAndTopic(paper: Paper, turn: number, random: Random): KnownItem | null {
  if (paper.recipients.length === 0 || paper.subject === '') return null
  const recipient = random.pick(paper.recipients)
  const topic = topicOf(paper.subject)
  const ways = [
    `${topic} nơi nhận: ${recipient}`,
    `nơi nhận: ${plainText(recipient)} trích yếu: ${plainText(topic)}`,
    `noi nhan: ${plainText(recipient)} trich yeu: ${topic}`
  ]
  return {
    typed: ways[turn % ways.length] ?? '',
    meant: (one) => one.recipients.some((line) => holds(line, recipient)) && holds(one.subject, topic)
  }
}

/** Four words of the title, past its first two. */
function topicOf(subject: string): string {
  const words = subject.split(/\s+/)
  return (words.length < 7 ? words : words.slice(2, 6)).join(' ')
}

function sameReference(a: Paper, b: Paper): boolean {
  return a.number === b.number && plainText(a.symbol) === plainText(b.symbol)
}

function holds(text: string, part: string): boolean {
  return ` ${syllables(text).join(' ')} `.includes(` ${syllables(part).join(' ')} `)
}
