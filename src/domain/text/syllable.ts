/**
 * What a written Vietnamese syllable may be: onset × rime × tone. Onsets and rimes as the spelling has them (c/k/q, g/gh,
 * ng/ngh by the vowel that follows), tones by the rime's end: a syllable that ends in a stop bears sắc or nặng alone.
 * A syllable without any tone mark is let through on a stop too, so that unmarked text ("viec") counts as syllables.
 */
const OPEN = words(
  'a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oa oe oi ôi ơi oai oao oay oeo ua ui uê uy uơ ưa ưi ưu iêu yêu uôi ươi ươu uya uyu uây uêu'
)
const NASAL = words(
  'am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh om on ong oong ôm ôn ông ôông ơm ơn um un ung ưm ưn ưng iêm iên iêng yêm yên yêng uôm uôn uông ươm ươn ương oam oan oang oanh oăm oăn oăng oen uân uâng uên uênh uyên uyn uynh'
)
const STOPPED = words(
  'ap at ac ach ăp ăt ăc âp ât âc ep et ec êp êt êch ip it ich op ot oc ooc ôp ôt ôc ơp ơt up ut uc ưp ưt ưc iêp iêt iêc yêt uôt uôc ươp ươt ươc oap oat oac oach oăt oăc oet uât uêt uêch uyêt uyt uych'
)
/** After "qu" the glide is in the onset: what is left of the rime begins with none. */
const AFTER_QU_OPEN = words('a e ê i y ơ ai ao au ay ây eo êu')
const AFTER_QU_NASAL = words('an ang anh am ăm ăn ăng ân âng en ên eng ênh in inh yn ynh yên')
const AFTER_QU_STOPPED = words('at ac ach ap ăp ăt ăc ât âp et êt êch it ich yt ych yêt ôc')

/** Longest first, so that "ngh" is not read as "n" or "ng". */
const ONSET = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?/u
const FRONT = /^[eêiy]/u
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu
const TONES_ON_STOP: ReadonlySet<string> = new Set(['', '\u0301', '\u0323'])

const remembered = new Map<string, boolean>()
const MOST_REMEMBERED = 20_000

/** True when the word can be one Vietnamese syllable, whatever its case and the place of its tone mark. */
export function isSyllable(word: string): boolean {
  let known = remembered.get(word)
  if (known === undefined) {
    known = isBuiltSo(word)
    if (remembered.size < MOST_REMEMBERED) remembered.set(word, known)
  }
  return known
}

function isBuiltSo(word: string): boolean {
  const letters = word.normalize('NFD').toLowerCase()
  const tones = letters.match(TONE) ?? []
  if (tones.length > 1) return false
  const tone = tones[0] ?? ''
  const plain = letters.replace(TONE, '').normalize('NFC')
  const onset = ONSET.exec(plain)?.[0] ?? ''
  return fits(onset, plain.slice(onset.length), tone) || (onset === 'gi' && fits('g', plain.slice(1), tone))
}

function fits(onset: string, rime: string, tone: string): boolean {
  const afterQu = onset === 'qu'
  const stopped = (afterQu ? AFTER_QU_STOPPED : STOPPED).has(rime)
  const known = stopped || (afterQu ? AFTER_QU_OPEN : OPEN).has(rime) || (afterQu ? AFTER_QU_NASAL : NASAL).has(rime)
  if (!known || (stopped && !TONES_ON_STOP.has(tone))) return false
  return spelt(onset, rime)
}

/** c, g, ng before a, o, u …; k, gh, ngh before e, ê, i. "g" before i is "gi" and its vowel ("gì", "giếng"). */
function spelt(onset: string, rime: string): boolean {
  const front = FRONT.test(rime)
  switch (onset) {
    case 'c':
    case 'ng':
      return !front
    case 'g':
      return !front || /^i(?!u)/u.test(rime)
    case 'k':
      return front
    case 'gh':
    case 'ngh':
      return front && !rime.startsWith('y')
    case 'gi':
      return !rime.startsWith('i') && !rime.startsWith('y')
    case '':
      return !/^iê/u.test(rime)
    case 'qu':
      return true
    default:
      return !rime.startsWith('yê')
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
